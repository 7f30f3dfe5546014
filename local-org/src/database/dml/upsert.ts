import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { encode, isText } from '../codec.ts';
import { quote } from '../schema.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { fold, isAscii } from '../text.ts';
import { fail } from './work.ts';
import type { Engine, Work } from './work.ts';

/** Decides for each row of an upsert whether it inserts or updates; sets the id of rows found by external id. */
export function splitUpsert(
  object: ObjectModel,
  works: readonly Work[],
  externalId: string | undefined,
  engine: Engine
): { inserts: Work[]; updates: Work[] } {
  const field = keyField(object, externalId);
  const inserts: Work[] = [];
  const updates: Work[] = [];
  const counts = countKeys(field, works);
  for (const work of works) {
    if (field.type === 'Id') {
      (work.source.get('Id') === null ? inserts : updates).push(work);
      continue;
    }
    const value = work.source.get(field.name);
    if (value === null) {
      fail(work, 'MISSING_ARGUMENT', `${field.name} not specified`);
      continue;
    }
    // Which of the rows that share a key is meant cannot be said: none of them is saved.
    if (counts.get(keyOf(field, value))! > 1) {
      fail(work, 'DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, [field.name]);
      continue;
    }
    const ids = findByKey(object, field, value, engine);
    if (ids.length > 1)
      fail(work, 'DUPLICATE_EXTERNAL_ID', `${field.name}: more than one record found for external id field: [${ids.join(', ')}]`, [
        field.name
      ]);
    else if (ids.length === 0) inserts.push(work);
    else {
      work.source.values.set('Id', ApexId.of(ids[0]!));
      updates.push(work);
    }
  }
  return { inserts, updates };
}

function keyOf(field: FieldModel, value: unknown): string {
  return typeof value === 'string' && !field.caseSensitive ? fold(value) : String(encode(field, value));
}

function countKeys(field: FieldModel, works: readonly Work[]): Map<string, number> {
  const counts = new Map<string, number>();
  if (field.type === 'Id') return counts;
  for (const work of works) {
    const value = work.source.get(field.name);
    if (value !== null) counts.set(keyOf(field, value), (counts.get(keyOf(field, value)) ?? 0) + 1);
  }
  return counts;
}

function keyField(object: ObjectModel, externalId: string | undefined): FieldModel {
  const field = object.fields.get((externalId ?? 'Id').toLowerCase());
  if (!field) throwApex('System.SObjectException', `Invalid field ${externalId} for SObject ${object.name}`);
  if (field.type !== 'Id' && !field.externalId && !field.nameField) {
    throwApex(
      'System.SObjectException',
      `Invalid external id field: ${field.name}. It must be an external id or the name of ${object.name}`
    );
  }
  return field;
}

function findByKey(object: ObjectModel, field: FieldModel, value: unknown, engine: Engine): string[] {
  const stored = encode(field, value);
  const text = typeof stored === 'string' && isText(field) && !field.caseSensitive;
  const column = !text ? quote(field.name) : isAscii(stored) ? `${quote(field.name)} COLLATE NOCASE` : `fold(${quote(field.name)})`;
  const live = object.fields.has('isdeleted') ? ' AND "IsDeleted" = 0' : '';
  return engine.store
    .all(`SELECT "Id" FROM ${quote(object.name)} WHERE ${column} = ?${live} LIMIT 2`, [text && !isAscii(stored) ? fold(stored) : stored])
    .map((row) => row[0] as string);
}
