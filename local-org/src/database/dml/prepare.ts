import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { current } from '../../runtime/execution.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { encode, hasColumn } from '../codec.ts';
import { quote } from '../schema.ts';
import { normalize } from './checks.ts';
import { fail } from './work.ts';
import type { Engine, Work } from './work.ts';

/** The row as triggers first see it on insert: what the caller set, and defaults for the rest. */
export function prepareInsert(object: ObjectModel, work: Work, engine: Engine, raw: boolean): void {
  const row = new SObject(object.name);
  if (work.source.get('Id') !== null && !raw) fail(work, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
  copyValues(object, work, row, engine, (field) => raw || field.createable);
  for (const field of object.fields.values()) {
    if (row.values.has(field.name) && row.values.get(field.name) !== null) continue;
    if (!hasColumn(field) || field.summary) continue;
    const value = row.values.has(field.name) ? null : defaultOf(object, field, engine);
    if (value !== null || field.type === 'Boolean') row.values.set(field.name, value ?? false);
  }
  work.row = row;
}

/** The row as triggers first see it on update: the stored record under what the caller set. */
export function prepareUpdate(object: ObjectModel, work: Work, engine: Engine, internal: boolean): void {
  const row = new SObject(object.name);
  for (const [name, value] of work.before!) row.values.set(name, value);
  // What products add up to is not anybody's to say: the platform passes it over.
  const summed = object.name === 'Opportunity' && !internal && work.before!.get('HasOpportunityLineItem') === true;
  copyValues(
    object,
    work,
    row,
    engine,
    (field) => internal || ((field.updateable || isReparented(field)) && !(summed && field.name === 'Amount'))
  );
  work.row = row;
}

/** Fields of the caller's row that cannot be written (formulas, audit fields of a queried row) are passed over. */
function copyValues(object: ObjectModel, work: Work, row: SObject, engine: Engine, writable: (field: FieldModel) => boolean): void {
  for (const [name, value] of work.source.values) {
    const field = object.fields.get(name.toLowerCase());
    if (field) {
      if (hasColumn(field) && writable(field)) row.values.set(field.name, normalize(field, value));
      continue;
    }
    const lookup = object.parentRelationships.get(name.toLowerCase());
    // A parent row with nothing but an external id stands for a lookup by that id.
    if (lookup && value instanceof SObject && !work.source.has(lookup.name) && value.queried === null) {
      const id = byExternalId(value, work, engine);
      if (id) row.values.set(lookup.name, id);
    }
  }
}

function isReparented(field: FieldModel): boolean {
  return field.type === 'Reference' && !field.custom && field.createable && !field.masterDetail;
}

function byExternalId(parent: SObject, work: Work, engine: Engine): ApexId | null {
  const object = engine.model.objects.get(parent.objectName.toLowerCase());
  const [name, value] = [...parent.values][0] ?? [];
  const field = name === undefined ? undefined : object?.fields.get(name.toLowerCase());
  if (!object || !field || parent.values.size !== 1 || !(field.externalId || field.nameField)) return null;
  const found = engine.store.all(`SELECT "Id" FROM ${quote(object.name)} WHERE ${quote(field.name)} = ? LIMIT 2`, [encode(field, value)]);
  if (found.length === 1) return ApexId.of(found[0]![0] as string);
  fail(work, 'INVALID_FIELD', `Foreign key external ID: ${String(value)} not found for field ${field.name} in entity ${object.name}`, []);
  return null;
}

function defaultOf(object: ObjectModel, field: FieldModel, engine: Engine): unknown {
  if (field.name === 'OwnerId')
    return field.referenceTo?.includes('User') && object.kind !== 'customSetting' ? ApexId.of(current().user.id) : null;
  if (field.picklist) {
    const chosen = field.picklist.values.find((value) => value.default && value.active);
    if (chosen) return chosen.value;
  }
  if (field.defaultValue === undefined) return null;
  if (field.type === 'Boolean') return field.defaultValue === 'true';
  return normalize(field, engine.formulas.defaultValue(object, field));
}

/** Ids, time stamps, names and auto-numbers that the platform sets on insert. */
export function stampInsert(object: ObjectModel, row: SObject, engine: Engine, raw: boolean): void {
  const given = raw ? row.get('Id') : null;
  const id = given instanceof ApexId ? given : ApexId.of(engine.store.newId(object.keyPrefix));
  row.values.set('Id', id);
  const user = ApexId.of(current().user.id);
  const at = new ApexDatetime(Math.floor(Date.now() / 1000) * 1000);
  const stamps: Readonly<Record<string, unknown>> = {
    CreatedById: user,
    CreatedDate: at,
    LastModifiedById: user,
    LastModifiedDate: at,
    SystemModstamp: at
  };
  // The platform's own rows may bring their dates along.
  const missing = raw ? Object.fromEntries(Object.entries(stamps).filter(([name]) => row.get(name) === null)) : stamps;
  stamp(object, row, missing);
  for (const field of object.fields.values()) {
    if (field.type === 'AutoNumber') row.values.set(field.name, autoNumber(object, field, engine));
    // A sum or count over no children is nought, a minimum or maximum nothing.
    if (field.summary?.operation === 'sum' || field.summary?.operation === 'count')
      row.values.set(field.name, Decimal.ZERO.setScale(field.scale ?? 0));
  }
  const name = object.fields.get('name');
  // A custom object's text name left empty is the record id.
  if (object.kind === 'custom' && name?.type === 'String' && row.get('Name') === null) row.values.set('Name', id.to15());
}

export function stampUpdate(object: ObjectModel, row: SObject): void {
  const user = ApexId.of(current().user.id);
  const at = new ApexDatetime(Math.floor(Date.now() / 1000) * 1000);
  stamp(object, row, { LastModifiedById: user, LastModifiedDate: at, SystemModstamp: at });
}

function stamp(object: ObjectModel, row: SObject, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) if (object.fields.has(name.toLowerCase())) row.values.set(name, value);
}

/** `DR-{000000}` with the next number, `{YYYY}`, `{MM}` and `{DD}` from today. */
function autoNumber(object: ObjectModel, field: FieldModel, engine: Engine): string {
  const number = engine.store.next(`auto:${object.name}.${field.name}`).toString();
  const today = new Date();
  return (field.displayFormat ?? '{0}').replace(/\{([^}]*)\}/g, (_, pattern: string) => {
    if (pattern === 'YYYY') return String(today.getUTCFullYear());
    if (pattern === 'YY') return String(today.getUTCFullYear()).slice(2);
    if (pattern === 'MM') return String(today.getUTCMonth() + 1).padStart(2, '0');
    if (pattern === 'DD') return String(today.getUTCDate()).padStart(2, '0');
    return number.padStart(pattern.length, '0');
  });
}
