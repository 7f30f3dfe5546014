import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadModel } from '../metadata/load.ts';
import type { OrgModel } from '../metadata/model.ts';
import { openDatabase } from './open.ts';
import { DEFINITION, objectFiles, writeProject } from './testing/fixture.ts';

let folder: string;
let file: string;
const projects: { remove(): void }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-org-data-'));
  file = join(folder, 'org.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const project of projects.splice(0)) project.remove();
});

function model(fields: Record<string, string>): OrgModel {
  const project = writeProject(objectFiles('Deal__c', DEFINITION, fields));
  projects.push(project);
  return loadModel(project.root);
}
const TEXT = { A__c: '<type>Text</type><length>10</length>' };
const NUMBER = (scale: number) => ({ A__c: `<type>Number</type><precision>10</precision><scale>${scale}</scale>` });

function insertDeal(value: string | number, source: OrgModel): void {
  const { database } = openDatabase(source, { file });
  database.store.run('INSERT INTO "Deal__c" ("Id", "Name", "A__c") VALUES (?, ?, ?)', ['a00Lo0000000001AAA', 'x', value]);
  database.close();
}
function readDeals(source: OrgModel): unknown[][] {
  const { database } = openDatabase(source, { file });
  const rows = database.store.all('SELECT "Name", "A__c" FROM "Deal__c"');
  database.close();
  return rows;
}

describe('a data file', () => {
  it('keeps its rows and its ids over a restart', () => {
    const source = model(TEXT);
    insertDeal('v', source);
    expect(readDeals(source)).toEqual([['x', 'v']]);
    const first = openDatabase(source, { file });
    const id = first.database.store.newId('a00');
    first.database.close();
    const second = openDatabase(source, { file });
    expect(second.database.store.newId('a00')).not.toBe(id);
    expect(second.organizationId).toBe(first.organizationId);
    second.database.close();
  });

  it('gains new fields and objects', () => {
    insertDeal('v', model(TEXT));
    const wider = openDatabase(model({ ...TEXT, B__c: '<type>Checkbox</type><defaultValue>false</defaultValue>' }), { file });
    expect(wider.database.store.all('SELECT "A__c", "B__c" FROM "Deal__c"')).toEqual([['v', 0n]]);
    wider.database.close();
  });

  it('keeps numbers exact when a field gains decimal places, and refuses to lose some', () => {
    insertDeal(150, model(NUMBER(2)));
    expect(readDeals(model(NUMBER(4)))).toEqual([['x', 15000n]]);
    expect(() => openDatabase(model(NUMBER(2)), { file })).toThrow(/Deal__c\.A__c: had 4 decimal places and now has 2/);
  });

  it('refuses a field that changed its kind, and stays usable', () => {
    insertDeal('v', model(TEXT));
    expect(() => openDatabase(model(NUMBER(0)), { file })).toThrow(/Deal__c\.A__c: was stored as TEXT and is now INTEGER/);
    expect(readDeals(model(TEXT))).toEqual([['x', 'v']]);
  });

  it('is refused to a second server while the first runs', () => {
    const source = model(TEXT);
    const { database } = openDatabase(source, { file });
    expect(() => openDatabase(source, { file })).toThrow(/is in use by process \d+/);
    database.close();
    openDatabase(source, { file }).database.close();
  });

  it('takes over the lock of a process that is gone', () => {
    writeFileSync(`${file}.lock`, '999999');
    openDatabase(model(TEXT), { file }).database.close();
  });

  it.each([
    ['text', Buffer.from('not a database at all, but long enough to look like one'.repeat(100))],
    ['nothing but zeros', Buffer.alloc(8192)]
  ])('of %s is reported as damaged or foreign', (_what, content) => {
    writeFileSync(file, content);
    expect(() => openDatabase(model(TEXT), { file })).toThrow(/is damaged|is not a local org's data file/);
  });

  it.each([
    ['a folder', () => mkdirSync(file)],
    ['in what is no folder', () => (file = join(file, 'org.db')) && writeFileSync(join(folder, 'org.db'), '')]
  ])('that is %s is said to be unusable', (_what, prepare) => {
    prepare();
    expect(() => openDatabase(model(TEXT), { file })).toThrow(/org\.db cannot be used .* Choose another data folder/);
  });

  it('that was begun and not finished is begun again', () => {
    const begun = new DatabaseSync(file);
    begun.exec('PRAGMA journal_mode = WAL');
    begun.close();
    insertDeal('v', model(TEXT));
    expect(readDeals(model(TEXT))).toEqual([['x', 'v']]);
  });

  it('of another program is left as it is', () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE "theirs" ("x")');
    other.close();
    expect(() => openDatabase(model(TEXT), { file })).toThrow("is not a local org's data file");
  });

  it('with a torn page is reported as damaged', () => {
    const source = model(TEXT);
    insertDeal('v', source);
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096, 4096 * 12);
    writeFileSync(file, bytes);
    expect(() => openDatabase(source, { file })).toThrow(/is damaged/);
  });

  it('has what was committed after its server was killed', () => {
    const source = model(TEXT);
    openDatabase(source, { file }).database.close();
    const script = `
      import { DatabaseSync } from 'node:sqlite';
      const db = new DatabaseSync(${JSON.stringify(file)});
      db.exec("BEGIN; INSERT INTO Deal__c (Id, Name) VALUES ('a00Lo0000000001AAA', 'kept'); COMMIT; BEGIN; INSERT INTO Deal__c (Id, Name) VALUES ('a00Lo0000000002AAA', 'lost')");
      process.kill(process.pid, 'SIGKILL');`;
    const path = join(folder, 'killed.mjs');
    writeFileSync(path, script);
    expect(spawnSync(process.execPath, [path], { cwd: fileURLToPath(new URL('.', import.meta.url)) }).signal).toBe('SIGKILL');
    expect(readDeals(source)).toEqual([['kept', null]]);
  });
});

describe('a template', () => {
  it('gives every org its own rows', () => {
    const source = model(TEXT);
    const [one, other] = [openDatabase(source).database, openDatabase(source).database];
    one.store.run(`INSERT INTO "Account" ("Id", "Name") VALUES ('001Lo0000000001IAA', 'x')`);
    expect([one.store.all('SELECT 1 FROM "Account"').length, other.store.all('SELECT 1 FROM "Account"').length]).toEqual([1, 0]);
    one.close();
    other.close();
  });
});
