import type { FieldModel, ObjectModel } from '../metadata/model.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { decode, encode, hasColumn } from './codec.ts';
import type { Stored } from './codec.ts';
import { quote } from './schema.ts';
import type { Store } from './store.ts';

/** A stored record: Apex values by canonical field name; a field without a value is absent. */
export type RecordValues = Map<string, unknown>;

const storedFields = new WeakMap<ObjectModel, readonly FieldModel[]>();

/** The fields of an object that have a column. */
export function columnsOf(object: ObjectModel): readonly FieldModel[] {
  let fields = storedFields.get(object);
  if (!fields) storedFields.set(object, (fields = [...object.fields.values()].filter(hasColumn)));
  return fields;
}

/** Reads records by id, deleted ones included. Large binary fields are left out. */
export function loadRecords(store: Store, object: ObjectModel, ids: readonly string[]): Map<string, RecordValues> {
  return new Map(
    loadWhere(store, object, `"Id" IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]).map((record) => [
      String(record.get('Id')),
      record
    ])
  );
}

export function loadWhere(store: Store, object: ObjectModel, where: string, parameters: readonly Stored[]): RecordValues[] {
  const fields = columnsOf(object).filter((field) => field.type !== 'Base64');
  const sql = `SELECT ${fields.map((field) => quote(field.name)).join(', ')} FROM ${quote(object.name)} WHERE ${where} ORDER BY rowid`;
  return store.all(sql, parameters).map((columns) => {
    const record: RecordValues = new Map();
    fields.forEach((field, index) => {
      const value = decode(field, columns[index]);
      if (value !== null) record.set(field.name, value);
    });
    return record;
  });
}

export function insertRecord(store: Store, object: ObjectModel, record: RecordValues): void {
  const fields = columnsOf(object);
  const sql = `INSERT INTO ${quote(object.name)} (${fields.map((field) => quote(field.name)).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`;
  store.run(
    sql,
    fields.map((field) => encode(field, record.get(field.name)))
  );
}

/** Writes the named fields of a record. */
export function updateRecord(store: Store, object: ObjectModel, id: string, record: RecordValues, names: readonly string[]): void {
  if (names.length === 0) return;
  const fields = names.map((name) => object.fields.get(name.toLowerCase())!);
  const sql = `UPDATE ${quote(object.name)} SET ${fields.map((field) => `${quote(field.name)} = ?`).join(', ')} WHERE "Id" = ?`;
  store.run(sql, [...fields.map((field) => encode(field, record.get(field.name))), id]);
}

/** A record as Apex code sees it, with every field readable. */
export function toRow(object: ObjectModel, record: RecordValues): SObject {
  const row = new SObject(object.name);
  for (const [name, value] of record) row.values.set(name, value);
  return row;
}

/** Equal as stored: what decides whether a field changed. */
export function sameStored(field: FieldModel, a: unknown, b: unknown): boolean {
  const [x, y] = [encode(field, a), encode(field, b)];
  return x === y || (x !== null && y !== null && typeof x !== 'object' && typeof y !== 'object' && String(x) === String(y));
}
