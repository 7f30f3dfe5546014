import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { fail } from './work.ts';
import type { Engine, Work } from './work.ts';

type RecordType = ObjectModel['recordTypes'][number];

/** The record type of a row as metadata declares it; null for rows without one. An id of another object's is refused. */
export function recordTypeOf(object: ObjectModel, work: Work, engine: Engine): RecordType | null {
  const id = work.row.get('RecordTypeId');
  if (!(id instanceof ApexId) || object.recordTypes.length === 0) return null;
  const [name, owner] = engine.store.get('SELECT "DeveloperName", "SobjectType" FROM "RecordType" WHERE "Id" = ?', [id.value]) ?? [];
  if (name === undefined) return null;
  if (owner === object.name) return object.recordTypes.find((type) => type.name === name) ?? null;
  fail(work, 'INVALID_CROSS_REFERENCE_KEY', `Record Type ID: this ID value isn't valid for the user: ${id.value}`, ['RecordTypeId']);
  return null;
}

/** The values of a picklist that a record type offers; null when it does not narrow the field. */
export function offeredValues(type: RecordType | null, field: FieldModel): ReadonlySet<string> | null {
  return type?.picklists.get(field.name.toLowerCase())?.values ?? null;
}
