import type { ObjectModel } from '../../metadata/model.ts';
import { MERGEABLE } from '../../metadata/standard-objects/index.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { Database, DmlOptions, DmlResult } from '../database.ts';
import { quote } from '../schema.ts';
import { incoming } from './delete.ts';
import type { Engine } from './work.ts';

const MOST_DUPLICATES = 2;
const AUDIT = new Set(['CreatedById', 'LastModifiedById', 'OwnerId']);

export interface MergeOutcome extends DmlResult {
  /** Children that were moved to the master. */
  readonly relatedIds: readonly string[];
}

/**
 * Merges duplicates into a master: their children move to it without triggers, they are deleted with theirs, and the
 * master is saved with what its row says. One outcome per duplicate.
 */
export function mergeRows(
  database: Database & Engine,
  master: SObject,
  duplicates: readonly ApexId[],
  options: DmlOptions
): MergeOutcome[] {
  const object = database.model.objects.get(master.objectName.toLowerCase());
  const masterId = master.get('Id');
  if (!object || !MERGEABLE.has(object.name))
    return throwApex('System.DmlException', `Merge failed. Objects of type ${master.objectName} cannot be merged`);
  if (duplicates.length > MOST_DUPLICATES)
    throwApex('System.DmlException', `Merge failed. At most ${MOST_DUPLICATES} records can be merged into one`);
  if (!(masterId instanceof ApexId)) return duplicates.map(() => refused('MISSING_ARGUMENT', 'Id not specified in a merge call'));
  return duplicates.map((duplicate) => mergeOne(database, object, master, masterId, duplicate, options));
}

function mergeOne(
  database: Database & Engine,
  object: ObjectModel,
  master: SObject,
  masterId: ApexId,
  duplicate: ApexId,
  options: DmlOptions
): MergeOutcome {
  if (duplicate.equals(masterId)) return refused('INVALID_FIELD', 'A record cannot be merged with itself');
  if (database.objectOf(duplicate.value) !== object) return refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  const savepoint = database.savepoint();
  const relatedIds = moveChildren(object, duplicate.value, masterId.value, database);
  const steps = [
    () => database.delete([new SObject(object.name, { Id: duplicate })], { ...options, allOrNone: false }),
    () => database.update([changesOf(object, master)], { ...options, allOrNone: false })
  ];
  for (const step of steps) {
    const failed = step().find((result) => !result.success);
    if (!failed) continue;
    database.rollbackTo(savepoint);
    return { ...refused('', ''), errors: failed.errors };
  }
  if (object.fields.has('masterrecordid'))
    database.store.run(`UPDATE ${quote(object.name)} SET "MasterRecordId" = ? WHERE "Id" = ?`, [masterId.value, duplicate.value]);
  return { id: masterId.value, success: true, created: false, errors: [], relatedIds };
}

/** A row that was read carries its relationships and audit fields along: only what can be saved is. */
function changesOf(object: ObjectModel, master: SObject): SObject {
  const row = new SObject(object.name, { Id: master.get('Id') });
  for (const [name, value] of master.values)
    if (object.fields.get(name.toLowerCase())?.updateable && !(value instanceof SObject)) row.put(name, value);
  return row;
}

function moveChildren(object: ObjectModel, from: string, to: string, engine: Engine): string[] {
  const moved: string[] = [];
  for (const { child, field } of incoming(object, engine)) {
    if (AUDIT.has(field) || field === 'MasterRecordId' || /(Share|History)$/.test(child.name)) continue;
    const ids = engine.store.all(`SELECT "Id" FROM ${quote(child.name)} WHERE ${quote(field)} = ?`, [from]).map(([id]) => String(id));
    if (ids.length > 0) engine.store.run(`UPDATE ${quote(child.name)} SET ${quote(field)} = ? WHERE ${quote(field)} = ?`, [to, from]);
    moved.push(...ids);
  }
  return moved;
}

function refused(statusCode: string, message: string): MergeOutcome {
  return { id: null, success: false, created: false, errors: [{ statusCode, message, fields: [] }], relatedIds: [] };
}
