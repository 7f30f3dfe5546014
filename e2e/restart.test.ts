import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@jsforce/jsforce-node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, targetFromEnvironment } from '../scripts/import/connect.ts';
import { root } from '../scripts/lib/run.ts';
import { freePort } from '../scripts/lib/service-process.ts';
import { only, seededFolder, until } from './running-product.ts';

const COMPANY = 'Restart Freight Ltd';
const READY = /Partner Portal AI is ready/;

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

describe('npm start', () => {
  let folder: string;
  let port: number;
  let started: Started[] = [];

  beforeAll(async () => {
    folder = seededFolder();
    port = await freePort();
  });
  afterEach(async () => {
    for (const { child, ended } of started) {
      child.kill('SIGKILL');
      await ended;
    }
    started = [];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function start(...options: string[]): Started {
    const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), '--data', folder, '--port', String(port), ...options], {
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
    const begun = { child, output: () => text, ended: new Promise<number | null>((resolve) => child.once('exit', resolve)) };
    started.push(begun);
    return begun;
  }

  async function ready(options: string[] = []): Promise<Started> {
    const begun = start(...options);
    await Promise.race([
      until('the product is ready', async () => READY.test(begun.output()), 60_000),
      begun.ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${begun.output()}`)))
    ]);
    return begun;
  }

  const api = () => connect({ ...targetFromEnvironment({}), url: `http://127.0.0.1:${port}` });
  const serviceOf = ({ output }: Started): string => /Service +(http\S+)\/docs/.exec(output())?.[1] as string;

  it('keeps registrations, scores and the audit log over a restart; sessions end', async () => {
    const first = await ready();
    const before = await api();
    await before.sobject('Deal_Registration__c').create({
      Prospect_Company__c: COMPANY,
      Partner__c: (await only<{ Id: string }>(before, "SELECT Id FROM Partner__c WHERE Name = 'Nordwind IT'")).Id,
      Status__c: 'Submitted'
    });
    const score = () =>
      before.query<{ AI_Score__c: number; AI_Status__c: string; Name: string }>(
        `SELECT Name, AI_Score__c, AI_Status__c FROM Deal_Registration__c WHERE Prospect_Company__c = '${COMPANY}'`
      );
    await until('scored', async () => (await score()).records[0]?.AI_Status__c === 'Scored');
    const [deal] = (await score()).records;
    const counts = await census(before);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    await ready();
    // The client would log in again by itself; its old token alone is of no use any more.
    const stale = new Connection({ instanceUrl: before.instanceUrl, accessToken: before.accessToken as string, version: '65.0' });
    await expect(stale.query('SELECT Id FROM Account')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
    const after = await api();
    expect(await only(after, `SELECT Name, AI_Score__c FROM Deal_Registration__c WHERE Prospect_Company__c = '${COMPANY}'`)).toMatchObject({
      Name: deal?.Name,
      AI_Score__c: deal?.AI_Score__c
    });
    expect(await census(after)).toEqual(counts);
    // Still a product: the next registration gets the next number and a score from the model that was trained before.
    await after.sobject('Deal_Registration__c').create({
      Prospect_Company__c: `${COMPANY} 2`,
      Partner__c: (await only<{ Id: string }>(after, "SELECT Id FROM Partner__c WHERE Name = 'Nordwind IT'")).Id,
      Status__c: 'Submitted'
    });
    await until(
      'scored again',
      async () =>
        (await after.query(`SELECT Id FROM Deal_Registration__c WHERE Prospect_Company__c = '${COMPANY} 2' AND AI_Status__c = 'Scored'`))
          .totalSize === 1
    );
    const models = await after.query<{ Model__c: string }>('SELECT Model__c FROM AI_Recommendation__c ORDER BY CreatedDate DESC LIMIT 2');
    expect(models.records[0]?.Model__c).toBe(models.records[1]?.Model__c);
    const schedules = await after.query(
      "SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Partner Portal AI: job sweeper%' AND State = 'WAITING'"
    );
    expect(schedules.totalSize).toBe(4);
  });

  it('starts over with --reset', async () => {
    await ready(['--reset']);
    const connection = await api();
    expect((await connection.query(`SELECT Id FROM Deal_Registration__c WHERE Prospect_Company__c LIKE '${COMPANY}%'`)).totalSize).toBe(0);
    expect((await connection.query('SELECT Id FROM Partner__c')).totalSize).toBe(6);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s with everything it started', async (signal) => {
    const begun = await ready();
    const children = descendants(begun.child.pid as number);
    expect(children.length).toBeGreaterThanOrEqual(1);
    begun.child.kill(signal);
    expect(await begun.ended).toBe(0);
    await until('no process is left', async () => children.every((pid) => !isRunning(pid)), 10_000);
    await expect(fetch(`${serviceOf(begun)}/healthz`)).rejects.toThrow();
  });

  it('leaves no service behind when it is killed', async () => {
    const begun = await ready();
    const children = descendants(begun.child.pid as number);
    begun.child.kill('SIGKILL');
    await begun.ended;
    await until('no process is left', async () => children.every((pid) => !isRunning(pid)), 10_000);
  });

  it('goes on saving, and says so, when the service dies', async () => {
    const begun = await ready();
    for (const pid of descendants(begun.child.pid as number)) process.kill(pid, 'SIGKILL');
    await until('said', async () => begun.output().includes('The inference service stopped'), 10_000);
    expect((await (await api()).query('SELECT Id FROM Partner__c')).totalSize).toBe(6);
  });

  it('says which port is taken, and leaves nothing running', async () => {
    const occupant = createServer().listen(port, '127.0.0.1');
    await once(occupant, 'listening');
    const begun = start();
    const code = await begun.ended;
    occupant.close();
    expect(code).toBe(1);
    expect(begun.output()).toContain(`Port ${port} is taken`);
    expect(begun.output()).not.toMatch(/^\s+at /m);
  });

  it('refuses a second start on the same data', async () => {
    await ready();
    const second = start('--port', '0');
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/in use/);
    expect(second.output()).not.toMatch(/^\s+at /m);
    expect((await (await api()).query('SELECT Id FROM Partner__c')).totalSize).toBe(6);
  });

  it('refuses to reset data that is in use', async () => {
    await ready();
    const second = start('--port', '0', '--reset');
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/in use/);
    expect((await (await api()).query('SELECT Id FROM Partner__c')).totalSize).toBe(6);
  });

  it.each([
    ['--port', 'eighty'],
    ['--port', '70000'],
    ['--colour', 'red']
  ])('refuses %s %s in one sentence', async (...options) => {
    const begun = start(...options);
    expect(await begun.ended).toBe(1);
    expect(begun.output().trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(begun.output()).toContain(options[0] as string);
  });
});

async function census(connection: Awaited<ReturnType<typeof connect>>): Promise<Record<string, number>> {
  const objects = [
    'Deal_Registration__c',
    'AI_Recommendation__c',
    'AI_Audit_Log__c',
    'AI_Job__c',
    'Task',
    'ProcessInstance',
    'User',
    'PermissionSetAssignment'
  ];
  return Object.fromEntries(
    await Promise.all(objects.map(async (object) => [object, (await connection.query(`SELECT Id FROM ${object}`)).totalSize] as const))
  );
}

/** Processes below one, by the kernel's own table. */
function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [{ pid: Number(name), parent: Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]) }];
      } catch {
        // It has ended since the folder was listed.
        return [];
      }
    });
  const below = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap((child) => [child.pid, ...below(child.pid)]);
  return below(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process whose parent has not noticed its end yet has ended all the same.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
