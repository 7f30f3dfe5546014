import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFixture } from '../../src/testing/fixture.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import { localOrg } from './process.ts';
import type { Running } from './process.ts';

const SF = fileURLToPath(new URL('../../../node_modules/@salesforce/cli/bin/run.js', import.meta.url));

/** Each call starts the whole command-line interface, which takes seconds. */
const LIMIT_MS = 180_000;

interface Answer {
  readonly status: number;
  readonly result: unknown;
}

/** Salesforce's own command-line interface against a running local org, after a login on the loopback address. */
describe('sf', () => {
  let fixture: Fixture;
  let server: Running;
  let home: string;
  let token: string;
  let url: string;

  const sf = async (...args: string[]): Promise<Answer> => {
    const environment = {
      ...process.env,
      HOME: home,
      SF_ACCESS_TOKEN: token,
      // Nothing of this machine's own logins, nothing sent, nothing fetched.
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      SF_DISABLE_TELEMETRY: 'true',
      SF_AUTOUPDATE_DISABLE: 'true',
      SF_SKIP_NEW_VERSION_CHECK: 'true'
    };
    const { stdout } = await promisify(execFile)(process.execPath, [SF, ...args, '--json'], { cwd: home, env: environment });
    return JSON.parse(stdout) as Answer;
  };

  beforeAll(async () => {
    fixture = projectFixture({
      'classes/SumTest.cls': `@IsTest
private class SumTest {
  @IsTest static void adds() { Assert.areEqual(3, 1 + 2); }
  @IsTest static void fails() { Assert.areEqual(4, 1 + 2, 'sum'); }
}`
    });
    home = mkdtempSync(join(tmpdir(), 'sf-home-'));
    server = localOrg(['start', fixture.root, '--port', '0', '--data', join(fixture.root, 'data')]);
    url = (await server.until(/Local org: (\S+)/))[1]!;
    const connection = new Connection({ loginUrl: url, version: '65.0' });
    await connection.login('admin@local.org', 'local-org');
    token = connection.accessToken!;
    await sf('org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', 'local');
  }, LIMIT_MS);
  afterAll(async () => {
    await server.stop('SIGTERM');
    fixture.remove();
    rmSync(home, { recursive: true, force: true });
  });

  it(
    'runs Apex, whose rows a query then finds',
    async () => {
      writeFileSync(join(home, 'insert.apex'), "insert new Account(Name = 'Acme AG');");
      expect(await sf('apex', 'run', '--file', 'insert.apex', '--target-org', 'local')).toMatchObject({
        result: { compiled: true, success: true }
      });
      expect(await sf('data', 'query', '--query', 'SELECT Name FROM Account', '--target-org', 'local')).toMatchObject({
        status: 0,
        result: { totalSize: 1, records: [{ Name: 'Acme AG' }] }
      });
    },
    LIMIT_MS
  );

  it(
    'runs Apex tests and tells which failed',
    async () => {
      const run = sf('apex', 'run', 'test', '--class-names', 'SumTest', '--wait', '1', '--target-org', 'local');
      // A failed test is a failed command: the report is what it printed.
      const report = await run.catch((error: { stdout: string }) => JSON.parse(error.stdout) as Answer);
      expect(report.result).toMatchObject({
        summary: { passing: 1, failing: 1 },
        tests: expect.arrayContaining([
          expect.objectContaining({ MethodName: 'adds', Outcome: 'Pass' }),
          expect.objectContaining({ MethodName: 'fails', Outcome: 'Fail', Message: expect.stringContaining('sum') as string })
        ]) as unknown
      });
    },
    LIMIT_MS
  );

  it(
    'describes an object and gives an address that opens the org without a login',
    async () => {
      expect(await sf('sobject', 'describe', '--sobject', 'Account', '--target-org', 'local')).toMatchObject({
        result: { name: 'Account', fields: expect.arrayContaining([expect.objectContaining({ name: 'Name' })]) as unknown }
      });
      const opened = await sf('org', 'open', '--url-only', '--target-org', 'local');
      const page = await fetch((opened.result as { url: string }).url, { redirect: 'manual' });
      expect(page.status).toBe(303);
      expect(page.headers.get('set-cookie')).toMatch(/^\w+=/);
    },
    LIMIT_MS
  );
});
