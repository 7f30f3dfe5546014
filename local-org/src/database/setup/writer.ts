import type { Component, ObjectModel, OrgModel } from '../../metadata/model.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { encode } from '../codec.ts';
import type { Stored } from '../codec.ts';
import { columnsOf, insertRecord } from '../records.ts';
import { quote } from '../schema.ts';
import type { Store } from '../store.ts';

/** Writes setup rows by their natural key: a second run changes what metadata changed and nothing else. */
export class SetupWriter {
  readonly model: OrgModel;
  readonly store: Store;
  /** Audit user of setup rows; the first rows are written before there is one. */
  author: string | null = null;
  private readonly at = ApexDatetime.now();

  constructor(model: OrgModel, store: Store) {
    this.model = model;
    this.store = store;
  }

  object(name: string): ObjectModel {
    return this.model.objects.get(name.toLowerCase())!;
  }

  components(type: string): Component[] {
    return [...(this.model.components.get(type.toLowerCase())?.values() ?? [])];
  }

  find(name: string, key: Readonly<Record<string, unknown>>): string | null {
    const object = this.object(name);
    const names = Object.keys(key);
    const sql = `SELECT "Id" FROM ${quote(object.name)} WHERE ${names.map((field) => `${quote(field)} IS ?`).join(' AND ')}`;
    return (
      (this.store.get(
        sql,
        names.map((field) => this.encoded(object, field, key[field]))
      )?.[0] as string | undefined) ?? null
    );
  }

  /** Inserts or updates the row with this key; gives its id. */
  put(name: string, key: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>> = {}): string {
    const object = this.object(name);
    const known = this.find(name, key);
    const fields = Object.entries(values).filter(([field]) => object.fields.has(field.toLowerCase()));
    if (known !== null) {
      if (fields.length > 0) {
        const sql = `UPDATE ${quote(object.name)} SET ${fields.map(([field]) => `${quote(field)} = ?`).join(', ')} WHERE "Id" = ?`;
        this.store.run(sql, [...fields.map(([field, value]) => this.encoded(object, field, value)), known]);
      }
      return known;
    }
    const id = this.store.newId(object.keyPrefix);
    const record = new Map<string, unknown>([['Id', ApexId.of(id)], ...Object.entries(key), ...fields]);
    for (const stamp of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) record.set(stamp, this.at);
    const author = this.author ?? (name === 'User' ? id : null);
    if (author !== null) for (const stamp of ['CreatedById', 'LastModifiedById']) record.set(stamp, ApexId.of(author));
    for (const field of columnsOf(object))
      if (field.type === 'Boolean' && !record.has(field.name)) record.set(field.name, field.defaultValue === 'true');
    insertRecord(this.store, object, record);
    return id;
  }

  private encoded(object: ObjectModel, field: string, value: unknown): Stored {
    return encode(object.fields.get(field.toLowerCase())!, value);
  }
}
