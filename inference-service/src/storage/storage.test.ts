import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../tests/postgres.ts';
import { trainingRows } from '../../tests/fixtures.ts';
import { train } from '../learning/index.ts';
import type { TrainedModel, TrainingRow } from '../learning/types.ts';
import { openDatabase, type Database } from './database.ts';
import { isDatabaseOutage } from './errors.ts';
import { createIdempotency } from './idempotency.ts';
import { createModelStore } from './models.ts';

const ORG = 'org-1';
const OTHER = 'org-2';
const SCOPE = 'test';

const postgres = await startPostgres();
afterAll(async () => {
  if ('stop' in postgres) await postgres.stop();
});

const engines = [
  { engine: 'SQLite', skipped: undefined, options: {} },
  'skipped' in postgres
    ? { engine: 'PostgreSQL', skipped: postgres.skipped, options: {} }
    : { engine: 'PostgreSQL', skipped: undefined, options: { url: postgres.url } }
];

let model: TrainedModel;
let content: { model: TrainedModel; summary: { rows: number } };
const modelsOf = (database: Database, kind = 'deal') => createModelStore<TrainedModel, { rows: number }>(database, kind);
beforeAll(() => {
  model = train(trainingRows(60) as TrainingRow[], { folds: 2 });
  content = { model, summary: { rows: model.rows } };
});

describe.each(engines)('storage on $engine', ({ engine, skipped, options }) => {
  if (skipped) {
    it.skip(`${engine}: ${skipped}`, () => undefined);
    return;
  }
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(options);
  });
  afterAll(() => database.close());

  describe('models', () => {
    it('numbers versions within an org and keeps one active', async () => {
      const models = modelsOf(database);
      const first = await models.save('org-versions', content, true);
      const second = await models.save('org-versions', content, true);
      const list = await models.list('org-versions');
      expect([first.version, second.version]).toEqual([1, 2]);
      expect(list.map(({ version, active }) => ({ version, active }))).toEqual([
        { version: 2, active: true },
        { version: 1, active: false }
      ]);
    });

    it('gives every one of ten models saved at once its own version', async () => {
      const models = modelsOf(database);
      const saved = await Promise.all(Array.from({ length: 10 }, () => models.save('org-race', content, true)));
      const list = await models.list('org-race');
      expect(saved.map(({ version }) => version).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(list.filter(({ active }) => active)).toHaveLength(1);
    });

    it('goes back to an earlier version', async () => {
      const models = modelsOf(database);
      const first = await models.save('org-rollback', content, true);
      await models.save('org-rollback', content, true);
      await models.activate('org-rollback', first.id);
      expect((await models.load('org-rollback', undefined))?.version).toBe(1);
    });

    it('gives back the model exactly as it was saved', async () => {
      const { id } = await modelsOf(database).save(ORG, content, false);
      // A second repository has nothing cached.
      expect((await modelsOf(database).load(ORG, id))?.model).toEqual(JSON.parse(JSON.stringify(model)));
    });

    it('gives back the summary with it, and lists it without the model', async () => {
      const models = modelsOf(database);
      const saved = await models.save('org-summary', content, false);
      expect(saved.summary).toEqual({ rows: 60 });
      expect(await models.list('org-summary')).toEqual([saved]);
    });

    it('keeps kinds apart: versions, the active one, and who may load which', async () => {
      const [deals, claims] = [modelsOf(database), modelsOf(database, 'claim')];
      const { id } = await deals.save('org-kinds', content, true);
      const other = await claims.save('org-kinds', content, true);
      expect(other.version).toBe(1);
      expect((await deals.load('org-kinds', undefined))?.id).toBe(id);
      expect(await claims.load('org-kinds', id)).toBeUndefined();
      expect(await claims.activate('org-kinds', id)).toBeUndefined();
    });

    it('shows no org the model of another', async () => {
      const models = modelsOf(database);
      const { id } = await models.save(ORG, content, true);
      await models.load(ORG, id);
      expect(await models.find(OTHER, id)).toBeUndefined();
      expect(await models.load(OTHER, id)).toBeUndefined();
      expect(await models.activate(OTHER, id)).toBeUndefined();
      expect(await models.list(OTHER)).toEqual([]);
    });

    it('forgets all but the newest fifty versions and the active one', async () => {
      const models = modelsOf(database);
      const active = await models.save('org-many', content, true);
      for (let i = 0; i < 55; i += 1) await models.save('org-many', content, false);
      const versions = (await models.list('org-many')).map(({ version }) => version);
      expect(versions).toHaveLength(51);
      expect(versions).toContain(active.version);
    });
  });

  describe('idempotency', () => {
    const { signal } = new AbortController();

    it('gives a key to exactly one of many who ask at once', async () => {
      // The embedded database has one process; PostgreSQL has as many as there are replicas.
      const only = createIdempotency(database);
      const replicas = Array.from({ length: 8 }, () => (database.exclusive ? only : createIdempotency(database)));
      const claims = await Promise.all(replicas.map((replica) => replica.claim(ORG, SCOPE, [{ key: 'race', fingerprint: 'a' }])));
      const states = claims.map((claim) => claim.get('race')?.state).sort();
      expect(states).toEqual([...Array.from({ length: 7 }, () => 'underway'), 'yours']);
    });

    it('answers later askers with the stored result', async () => {
      const idempotency = createIdempotency(database);
      const claim = (await idempotency.claim(ORG, SCOPE, [{ key: 'stored', fingerprint: 'a' }])).get('stored');
      const waiting = idempotency.wait(ORG, SCOPE, 'stored', signal);
      if (claim?.state !== 'yours') throw new Error('not claimed');
      await idempotency.finish(ORG, SCOPE, [{ key: 'stored', fingerprint: 'a', result: '"answer"' }]);
      expect(await waiting).toBe('"answer"');
      expect((await idempotency.claim(ORG, SCOPE, [{ key: 'stored', fingerprint: 'a' }])).get('stored')).toEqual({
        state: 'answered',
        result: '"answer"'
      });
    });

    it('refuses a known key with other content', async () => {
      const idempotency = createIdempotency(database);
      await idempotency.claim(ORG, SCOPE, [{ key: 'changed', fingerprint: 'a' }]);
      expect((await idempotency.claim(ORG, SCOPE, [{ key: 'changed', fingerprint: 'b' }])).get('changed')).toEqual({ state: 'conflict' });
    });

    it('takes over from a holder that died', async () => {
      const dead = createIdempotency(database, { claimSeconds: -1 });
      await dead.claim(ORG, SCOPE, [{ key: 'abandoned', fingerprint: 'a' }]);
      const claim = (await createIdempotency(database).claim(ORG, SCOPE, [{ key: 'abandoned', fingerprint: 'a' }])).get('abandoned');
      expect(claim?.state).toBe('yours');
    });

    it('tells whoever waits that the holder gave up', async () => {
      const idempotency = createIdempotency(database);
      const claim = (await idempotency.claim(ORG, SCOPE, [{ key: 'released', fingerprint: 'a' }])).get('released');
      const waiting = idempotency.wait(ORG, SCOPE, 'released', signal);
      if (claim?.state !== 'yours') throw new Error('not claimed');
      await idempotency.release(ORG, SCOPE, ['released']);
      expect(await waiting).toBeUndefined();
    });

    it('forgets answers that have expired', async () => {
      const idempotency = createIdempotency(database, { keepHours: -1 });
      await idempotency.claim(ORG, SCOPE, [{ key: 'old', fingerprint: 'a' }]);
      const again = (await createIdempotency(database).claim(ORG, SCOPE, [{ key: 'old', fingerprint: 'b' }])).get('old');
      await idempotency.claim(ORG, SCOPE, [{ key: 'older', fingerprint: 'a' }]);
      await idempotency.finish(ORG, SCOPE, [{ key: 'older', fingerprint: 'a', result: '1' }]);
      expect(again?.state).toBe('yours');
      expect(await idempotency.purge()).toBeGreaterThanOrEqual(1);
    });

    it('keeps the same key of two orgs apart', async () => {
      const idempotency = createIdempotency(database);
      await idempotency.claim(ORG, SCOPE, [{ key: 'shared', fingerprint: 'a' }]);
      expect((await idempotency.claim(OTHER, SCOPE, [{ key: 'shared', fingerprint: 'b' }])).get('shared')?.state).toBe('yours');
    });

    it('stores any text, quotes and line breaks and all', async () => {
      const idempotency = createIdempotency(database);
      const result = JSON.stringify({ text: `"'{}\\,\n\u0000 💶 NULL` });
      const claim = (await idempotency.claim(ORG, SCOPE, [{ key: 'a,"{}\'\\ NULL', fingerprint: 'a' }])).get('a,"{}\'\\ NULL');
      if (claim?.state !== 'yours') throw new Error('not claimed');
      await idempotency.finish(ORG, SCOPE, [{ key: 'a,"{}\'\\ NULL', fingerprint: 'a', result }]);
      expect(await idempotency.wait(ORG, SCOPE, 'a,"{}\'\\ NULL', signal)).toBe(result);
    });
  });

  it('undoes a transaction that fails', async () => {
    const work = database.transaction('test', async (sql) => {
      await sql.query("INSERT INTO schema_migrations (name, checksum) VALUES ('half done', 'x')");
      throw new Error('on purpose');
    });
    await expect(work).rejects.toThrow('on purpose');
    expect(await database.query("SELECT name FROM schema_migrations WHERE name = 'half done'")).toEqual([]);
  });

  it('migrates once when replicas start together', async () => {
    if (engine !== 'PostgreSQL') return;
    await database.script('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const replicas = await Promise.all(Array.from({ length: 5 }, () => openDatabase(options)));
    const applied = await database.query<{ name: string }>('SELECT name FROM schema_migrations');
    await Promise.all(replicas.map((replica) => replica.close()));
    expect(applied.map(({ name }) => name).sort()).toEqual(readdirSync(new URL('./migrations/postgresql/', import.meta.url)).sort());
  });

  it('refuses to start when an applied migration was changed', async () => {
    if (engine !== 'PostgreSQL') return;
    await database.query("UPDATE schema_migrations SET checksum = 'other'");
    await expect(openDatabase(options)).rejects.toThrow('0001_initial.sql was changed');
  });
});

describe('a data folder', () => {
  it('keeps models over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inference-folder-'));
    try {
      const first = await openDatabase({ folder });
      const { id } = await modelsOf(first).save(ORG, content, true);
      await first.close();
      const second = await openDatabase({ folder });
      expect((await modelsOf(second).load(ORG, undefined))?.id).toBe(id);
      await second.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('answers after a restart what it answered before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inference-folder-'));
    try {
      const results = Array.from({ length: 1_000 }, (_, i) => ({ key: `job-${i}`, fingerprint: 'a', result: String(i) }));
      const first = await openDatabase({ folder });
      const before = createIdempotency(first);
      await before.claim(ORG, SCOPE, results);
      await before.finish(ORG, SCOPE, results);
      await first.close();

      const second = await openDatabase({ folder });
      const claims = await createIdempotency(second).claim(ORG, SCOPE, [...results, { key: 'new', fingerprint: 'a' }]);
      expect(results.filter(({ key, result }) => result !== (claims.get(key) as { result?: string }).result)).toEqual([]);
      expect(claims.get('new')?.state).toBe('yours');
      await second.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('that is full is an outage, loses nothing and works again when there is room', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inference-folder-'));
    try {
      const database = await openDatabase({ folder });
      const idempotency = createIdempotency(database);
      const answers = (names: string[]) => names.map((key) => ({ key, fingerprint: 'a', result: 'x'.repeat(100_000) }));
      await idempotency.claim(ORG, SCOPE, answers(['before', 'during']));
      await idempotency.finish(ORG, SCOPE, answers(['before']));
      const [room] = await database.query<{ pages: number }>('SELECT page_count AS pages FROM pragma_page_count');
      await database.query(`PRAGMA max_page_count = ${room!.pages}`);
      const failure = await idempotency.finish(ORG, SCOPE, answers(['during'])).catch((error: unknown) => error);
      expect(isDatabaseOutage(failure)).toBe(true);

      await database.query(`PRAGMA max_page_count = ${room!.pages + 100}`);
      const claims = await idempotency.claim(ORG, SCOPE, answers(['before', 'during']));
      expect([claims.get('before')?.state, claims.get('during')?.state]).toEqual(['answered', 'yours']);
      await idempotency.finish(ORG, SCOPE, answers(['during']));
      await database.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is refused to whoever has the same process id as its user, as in two containers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inference-folder-'));
    try {
      const first = await openDatabase({ folder });
      await expect(openDatabase({ folder })).rejects.toThrow('in use by another process');
      await first.close();
      await (await openDatabase({ folder })).close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is refused while another process holds it and free when that one is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inference-folder-'));
    const module = JSON.stringify(new URL('./data-folder.ts', import.meta.url).href);
    const script = `const { lockFolder } = await import(${module}); lockFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await once(child.stdout, 'data');
      await expect(openDatabase({ folder })).rejects.toThrow('in use by another process');
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await (await openDatabase({ folder })).close();
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is not taken for used because a process left its id there and another has it now', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inference-folder-'));
    try {
      writeFileSync(join(folder, 'process-id'), String(process.ppid));
      await (await openDatabase({ folder })).close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
