import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Connection } from '@jsforce/jsforce-node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { customObject, projectFixture } from '../../src/testing/fixture.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import { localOrg } from './process.ts';
import type { Running } from './process.ts';

/** The first start on a machine builds the base components. */
const TEST_MS = 180_000;

describe('a server on a data folder', () => {
  let fixture: Fixture;
  const servers: Running[] = [];
  beforeAll(() => {
    fixture = projectFixture({ 'objects/Thing__c/Thing__c.object-meta.xml': customObject('Thing') });
  });
  afterEach(async () => {
    for (const server of servers.splice(0))
      if (server.child.exitCode === null && server.child.signalCode === null) await server.stop('SIGKILL');
  });
  afterAll(() => fixture.remove());

  const serve = (folder: string, ...more: string[]): Running => {
    const server = localOrg(['start', fixture.root, '--port', '0', '--data', join(fixture.root, folder), ...more], {
      LOCAL_ORG_DEBUG: '1'
    });
    servers.push(server);
    return server;
  };
  const connect = async (server: Running): Promise<Connection> => {
    const [, url] = await server.until(/Local org: (\S+)/);
    const connection = new Connection({ loginUrl: url!, version: '65.0' });
    await connection.login('admin@local.org', 'local-org');
    return connection;
  };
  const names = async (connection: Connection): Promise<string[]> =>
    (await connection.query<{ Name: string }>('SELECT Name FROM Thing__c ORDER BY Name')).records.map(({ Name }) => Name);

  it(
    'has the state before a transaction that kill -9 cut short, and serves on',
    async () => {
      const first = serve('killed');
      const connection = await connect(first);
      await connection.sobject('Thing__c').create({ Name: 'before' });
      const half =
        "update new Thing__c(Id = [SELECT Id FROM Thing__c].Id, Name = 'changed'); for (Integer i = 0; i < 100; i++) { insert new Thing__c(Name = 'half ' + i); } System.debug('in the middle'); while (true) { }";
      const broken = connection.tooling.executeAnonymous(half).then(
        (result) => JSON.stringify(result),
        () => 'connection lost'
      );
      await first.until(/in the middle/);
      expect(await first.stop('SIGKILL')).toBeNull();
      expect(await broken).toBe('connection lost');

      const again = await connect(serve('killed'));
      expect(await names(again)).toEqual(['before']);
      await again.sobject('Thing__c').create({ Name: 'after' });
      expect(await names(again)).toEqual(['after', 'before']);
    },
    TEST_MS
  );

  it(
    'refuses a second server, and --reset under the first, and leaves the first alone',
    async () => {
      const first = serve('shared');
      const connection = await connect(first);
      await connection.sobject('Thing__c').create({ Name: 'kept' });
      for (const more of [[], ['--reset']]) {
        const second = serve('shared', ...more);
        await second.until(/in use by process \d+/);
        expect(await second.ended()).toBe(1);
        expect(second.output()).not.toContain('    at ');
      }
      expect(await names(connection)).toEqual(['kept']);
      expect(await first.stop('SIGTERM')).toBe(0);
      expect(await names(await connect(serve('shared')))).toEqual(['kept']);
    },
    TEST_MS
  );

  it(
    'reports a damaged file, changes nothing in it, and starts afresh with --reset',
    async () => {
      const first = serve('damaged');
      await (await connect(first)).sobject('Thing__c').create({ Name: 'lost' });
      await first.stop('SIGTERM');
      const file = join(fixture.root, 'damaged', 'org.db');
      const bytes = readFileSync(file);
      bytes.fill(0xff, 4096, 4096 * 12);
      writeFileSync(file, bytes);

      const second = serve('damaged');
      await second.until(/org\.db is damaged .*--reset/s);
      expect(await second.ended()).toBe(1);
      expect(readFileSync(file).equals(bytes)).toBe(true);

      const third = serve('damaged', '--reset');
      expect(await names(await connect(third))).toEqual([]);
      expect(existsSync(file)).toBe(true);
    },
    TEST_MS
  );

  it(
    'is not kept from starting by what a killed one left behind, whoever has its process number now',
    async () => {
      const first = serve('left');
      await connect(first);
      await first.stop('SIGKILL');
      const lock = new DatabaseSync(join(fixture.root, 'left', 'org.db.lock'));
      lock.prepare('UPDATE "owner" SET "pid" = ?').run(process.pid);
      lock.close();
      expect(await names(await connect(serve('left')))).toEqual([]);
    },
    TEST_MS
  );
});
