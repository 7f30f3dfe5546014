import type { ObjectModel } from '../../metadata/model.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import type { DmlOptions } from '../database.ts';
import { toRow } from '../records.ts';
import { quote } from '../schema.ts';
import { fireTriggers, hasTriggers } from '../triggers.ts';
import { refuseFlows } from '../../platform/workflow/rules.ts';
import { lockRows } from './locks.ts';
import { rollUpLineItems } from './line-items.ts';
import { rollUpParents } from './rollups.ts';
import { computeFormulas, oldRows, refuseLocked } from './save.ts';
import { checkDeleteAccess } from './write-access.ts';
import { collectRowErrors, fail } from './work.ts';
import type { Engine, Work } from './work.ts';

function live(works: readonly Work[]): Work[] {
  return works.filter((work) => work.errors.length === 0);
}

/** Deletes one chunk: before triggers, restricting lookups, children, the rows themselves, after triggers, roll-ups. */
export function deleteChunk(object: ObjectModel, works: readonly Work[], options: DmlOptions, engine: Engine): void {
  loadForDelete(object, works, engine);
  const raw = options.internal === true;
  if (!raw) {
    lockRows(object, live(works), engine);
    refuseLocked(live(works));
    checkDeleteAccess(object, live(works), options, engine);
  }
  const running = live(works);
  const old = oldRows(object, running, engine);
  if (!raw) refuseFlows(object, 'Delete');
  if (!raw && hasTriggers(object, 'before', 'delete')) {
    fireTriggers(object, 'before', 'delete', [], old);
    running.forEach((work, index) => collectRowErrors(work, old[index]!));
  }
  for (const work of live(works)) {
    const id = idOf(work.source);
    const blocker = restrictedBy(object, id, engine);
    const won = object.name === 'Account' ? closedWon(id, engine) : null;
    if (won !== null) {
      fail(
        work,
        'DELETE_FAILED',
        `Your attempt to delete ${nameOf(work)} could not be completed because some opportunities in ${nameOf(work)} were closed won. The opportunities are shown below.: ${won}`
      );
      continue;
    }
    if (blocker) {
      fail(
        work,
        'DELETE_FAILED',
        `Your attempt to delete ${nameOf(work)} could not be completed because it is associated with the following ${blocker.pluralLabel.toLowerCase()}.: ${blocker.example}`
      );
      continue;
    }
    removeRecord(object, id, id, engine);
  }
  engine.access.rowsWritten(object);
  if (!raw && hasTriggers(object, 'after', 'delete')) {
    const gone = live(works);
    const rows = running.map((work, index) => ({ work, row: old[index]! })).filter(({ work }) => gone.includes(work));
    fireTriggers(
      object,
      'after',
      'delete',
      [],
      rows.map(({ row }) => row)
    );
    for (const { work, row } of rows) collectRowErrors(work, row);
  }
  const changes = live(works).map((work) => ({ before: work.before, after: null }));
  rollUpParents(object, changes, engine);
  rollUpLineItems(object, changes, engine);
}

/** Restores one chunk from the recycle bin with what was deleted along with it. */
export function undeleteChunk(object: ObjectModel, works: readonly Work[], engine: Engine): void {
  const ids = works.map((work) => idOf(work.source));
  lockRows(object, works, engine);
  const records = engine.load(object, ids);
  for (const work of works) {
    const record = records.get(idOf(work.source));
    if (record?.get('IsDeleted') !== true) fail(work, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
    else {
      work.before = record;
      restoreRecord(idOf(work.source), engine);
      const row = toRow(object, engine.load(object, [idOf(work.source)]).get(idOf(work.source))!);
      computeFormulas(object, row, engine);
      row.readOnly = true;
      work.row = row;
    }
  }
  const running = live(works);
  fireTriggers(
    object,
    'after',
    'undelete',
    running.map((work) => work.row),
    []
  );
  for (const work of running) collectRowErrors(work, work.row);
  engine.access.rowsWritten(object);
  const changes = live(works).map((work) => ({ before: null, after: work.row.values }));
  rollUpParents(object, changes, engine);
  rollUpLineItems(object, changes, engine);
}

function loadForDelete(object: ObjectModel, works: readonly Work[], engine: Engine): void {
  const ids = works.map((work) => work.source.get('Id')).filter((id): id is ApexId => id instanceof ApexId);
  const records = engine.load(
    object,
    ids.map((id) => id.value)
  );
  for (const work of works) {
    const id = work.source.get('Id');
    const record = id instanceof ApexId ? records.get(id.value) : undefined;
    if (!(id instanceof ApexId)) fail(work, 'MISSING_ARGUMENT', 'Id not specified in a delete call');
    else if (!record) fail(work, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (record.get('IsDeleted') === true) fail(work, 'ENTITY_IS_DELETED', 'entity is deleted');
    else work.before = record;
  }
}

function idOf(row: SObject): string {
  return (row.get('Id') as ApexId).value;
}

function nameOf(work: Work): string {
  return String(work.before?.get('Name') ?? idOf(work.source));
}

/** Lookups into `object` with what happens to their rows. Virtual parents (`*any`) are covered as they list their targets. */
export function incoming(
  object: ObjectModel,
  engine: Engine
): { child: ObjectModel; field: string; rule: 'Cascade' | 'Restrict' | 'SetNull' }[] {
  let known = incomingByObject.get(object);
  if (known) return known;
  known = [];
  for (const child of engine.model.objects.values()) {
    for (const field of child.fields.values()) {
      if (field.type === 'Reference' && field.formula === undefined && field.referenceTo?.includes(object.name)) {
        known.push({ child, field: field.name, rule: field.deleteConstraint ?? 'SetNull' });
      }
    }
  }
  incomingByObject.set(object, known);
  return known;
}
const incomingByObject = new WeakMap<ObjectModel, ReturnType<typeof incoming>>();

function restrictedBy(object: ObjectModel, id: string, engine: Engine): { pluralLabel: string; example: string } | null {
  for (const { child, field, rule } of incoming(object, engine)) {
    if (rule !== 'Restrict') continue;
    const found = engine.store.get(`SELECT "Id" FROM ${quote(child.name)} WHERE ${quote(field)} = ?${live1(child)} LIMIT 1`, [id]);
    if (found)
      return {
        pluralLabel: child.pluralLabel,
        example: String(engine.store.get('SELECT name_of(?)', [found[0] as string])?.[0] ?? found[0])
      };
  }
  return null;
}

/** An account with an opportunity that was won stays. */
function closedWon(accountId: string, engine: Engine): string | null {
  const found = engine.store.get('SELECT "Name" FROM "Opportunity" WHERE "AccountId" = ? AND "IsWon" = 1 AND "IsDeleted" = 0 LIMIT 1', [
    accountId
  ]);
  return (found?.[0] as string | undefined) ?? null;
}

function live1(object: ObjectModel): string {
  return object.fields.has('isdeleted') ? ' AND "IsDeleted" = 0' : '';
}

/** Children go without triggers, as on the platform; `root` groups them for an undelete. */
function removeRecord(object: ObjectModel, id: string, root: string, engine: Engine): void {
  for (const { child, field, rule } of incoming(object, engine)) {
    if (rule === 'Restrict') continue;
    const ids = engine.store.all(`SELECT "Id" FROM ${quote(child.name)} WHERE ${quote(field)} = ?${live1(child)}`, [id]);
    for (const [childId] of ids as [string][]) {
      if (rule === 'Cascade') removeRecord(child, childId, root, engine);
      else if (!AUDIT.has(field)) {
        engine.store.run(`UPDATE ${quote(child.name)} SET ${quote(field)} = NULL WHERE "Id" = ?`, [childId]);
        engine.store.run('INSERT INTO "_unlinked" VALUES (?, ?, ?, ?, ?)', [root, child.name, childId, field, id]);
      }
    }
  }
  if (!object.fields.has('isdeleted') || object.kind === 'customSetting') {
    engine.store.run(`DELETE FROM ${quote(object.name)} WHERE "Id" = ?`, [id]);
    return;
  }
  engine.store.run(`UPDATE ${quote(object.name)} SET "IsDeleted" = 1 WHERE "Id" = ?`, [id]);
  engine.store.run('INSERT OR REPLACE INTO "_recycled" VALUES (?, ?, ?)', [id, root, object.name]);
}

const AUDIT = new Set(['CreatedById', 'LastModifiedById', 'OwnerId']);

function restoreRecord(root: string, engine: Engine): void {
  for (const [id, name] of engine.store.all('SELECT "id", "object" FROM "_recycled" WHERE "root" = ?', [root]) as [string, string][]) {
    engine.store.run(`UPDATE ${quote(name)} SET "IsDeleted" = 0 WHERE "Id" = ?`, [id]);
  }
  engine.store.run('DELETE FROM "_recycled" WHERE "root" = ?', [root]);
  // Lookups that the deletion emptied point there again, unless they have been given another target since.
  const emptied = engine.store.all('SELECT "object", "child", "field", "target" FROM "_unlinked" WHERE "root" = ?', [root]);
  for (const [name, child, field, target] of emptied as [string, string, string, string][])
    engine.store.run(`UPDATE ${quote(name)} SET ${quote(field)} = ? WHERE "Id" = ? AND ${quote(field)} IS NULL`, [target, child]);
  engine.store.run('DELETE FROM "_unlinked" WHERE "root" = ?', [root]);
}

/** Removes a row and what was deleted along with it for good; false when it was not in the recycle bin by itself. */
export function purge(id: string, engine: Engine): boolean {
  const gone = engine.store.all('SELECT "id", "object" FROM "_recycled" WHERE "root" = ?', [id]) as [string, string][];
  if (gone.length === 0) return false;
  for (const [child, name] of gone) engine.store.run(`DELETE FROM ${quote(name)} WHERE "Id" = ? AND "IsDeleted" = 1`, [child]);
  engine.store.run('DELETE FROM "_recycled" WHERE "root" = ?', [id]);
  engine.store.run('DELETE FROM "_unlinked" WHERE "root" = ?', [id]);
  return true;
}
