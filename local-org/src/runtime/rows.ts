/** Operations on rows that need the object model: names in any case, types of values, cloning. */
import type { FieldModel, ObjectModel } from '../metadata/model.ts';
import { current } from './execution.ts';
import {
  BLOB,
  BOOLEAN,
  cast,
  DATE,
  DATETIME,
  DECIMAL,
  displayTypeName,
  ID,
  INTEGER,
  isConvertible,
  LONG,
  STRING,
  TIME,
  typeOf
} from './types.ts';
import type { ApexType } from './type.ts';
import { findField, findObject } from './schema/tokens.ts';
import { throwApex } from './values/exception.ts';
import { Decimal } from './values/decimal.ts';
import { SObject } from './values/sobject.ts';

export interface CloneOptions {
  readonly keepId: boolean;
  readonly deep: boolean;
  readonly keepTimestamps: boolean;
  readonly keepAutonumber: boolean;
}

const TIMESTAMPS = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp']);

/** Rows made by `clone`, with the id of their source. */
const cloneSources = new WeakMap<SObject, unknown>();

export function cloneSourceOf(row: SObject): unknown {
  return cloneSources.get(row) ?? null;
}

export function isClone(row: SObject): boolean {
  return cloneSources.has(row);
}

export function cloneRow(row: SObject, options: CloneOptions): SObject {
  const copy = row.copy(options.deep);
  cloneSources.set(copy, row.get('Id'));
  if (!options.keepId) copy.values.delete('Id');
  if (!options.keepTimestamps) for (const name of TIMESTAMPS) copy.values.delete(name);
  if (!options.keepAutonumber) {
    const object = findObject(row.objectName);
    for (const name of [...copy.values.keys()]) if (object && findField(object, name)?.type === 'AutoNumber') copy.values.delete(name);
  }
  return copy;
}

/** Apex type of a field's values. */
export function fieldType(field: FieldModel): ApexType {
  switch (field.type) {
    case 'Id':
    case 'Reference':
      return ID;
    case 'Boolean':
      return BOOLEAN;
    case 'Integer':
      return INTEGER;
    case 'Long':
      return LONG;
    case 'Double':
    case 'Currency':
    case 'Percent':
      return DECIMAL;
    case 'Date':
      return DATE;
    case 'DateTime':
      return DATETIME;
    case 'Time':
      return TIME;
    case 'Base64':
      return BLOB;
    default:
      return STRING;
  }
}

function objectOf(row: SObject): ObjectModel | null {
  return findObject(row.objectName);
}

function requireField(row: SObject, name: string): FieldModel {
  const object = objectOf(row);
  return (object && findField(object, name)) ?? throwApex('System.SObjectException', `Invalid field ${name} for ${row.objectName}`);
}

/** `row.get('Field')`: null for unset checkboxes too, unlike `row.Field`. Aggregate rows go by alias. */
export function readField(row: SObject, name: string): unknown {
  const key = canonicalName(row, name);
  const value = row.values.get(key);
  if (value === undefined && row.queried && !row.queried.has(key) && key !== 'Id') return row.read(key);
  return value ?? null;
}

function canonicalName(row: SObject, name: string): string {
  const object = objectOf(row);
  const field = object && row.objectName !== 'AggregateResult' ? findField(object, name) : null;
  if (field) return field.name;
  // What a query selected under an alias is read by it.
  for (const key of row.queried ?? row.values.keys()) if (key.toLowerCase() === name.toLowerCase()) return key;
  if (row.objectName !== 'AggregateResult') return requireField(row, name).name;
  return throwApex('System.SObjectException', `Invalid field ${name} for AggregateResult`);
}

/** `row.put('Field', value)`; gives the replaced value. */
export function writeField(row: SObject, name: string, value: unknown): unknown {
  const field = requireField(row, name);
  if (field.formula !== undefined || field.summary || isKept(field))
    throwApex('System.SObjectException', `Field ${field.name} is not editable`);
  return row.put(field.name, fieldValue(field, value));
}

/** A field that the platform alone writes; an Id is put to say which row is meant. */
function isKept(field: FieldModel): boolean {
  return !field.createable && !field.updateable && field.type !== 'Id';
}

function fieldValue(field: FieldModel, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const type = fieldType(field);
  if (!isConvertible(value, type)) {
    throwApex('System.SObjectException', `Illegal assignment from ${displayTypeName(typeOf(value))} to ${type.name}`);
  }
  return cast(value, type);
}

/** The canonical name of a parent or child relationship of a row. */
export function relationshipName(row: SObject, name: string): { readonly name: string; readonly kind: 'parent' | 'child' } {
  const object = objectOf(row);
  const key = name.toLowerCase();
  const parent = object?.parentRelationships.get(key);
  if (parent?.relationshipName) return { name: parent.relationshipName, kind: 'parent' };
  const child = object?.childRelationships.find((relationship) => relationship.name?.toLowerCase() === key);
  if (child?.name) return { name: child.name, kind: 'child' };
  const field = object && findField(object, name);
  if (field?.relationshipName) return { name: field.relationshipName, kind: 'parent' };
  return throwApex('System.SObjectException', `Invalid relationship ${name} for ${row.objectName}`);
}

/** An empty row by API name in any case. */
export function newRow(objectName: string): SObject {
  return new SObject(current().org.model.objects.get(objectName.toLowerCase())?.name ?? objectName);
}

/** `newSObject(id, true)`: picklist defaults, of the record type where it has its own, and literal field defaults filled in. */
export function withDefaults(row: SObject, recordType: ObjectModel['recordTypes'][number] | null = null): SObject {
  for (const field of findObject(row.objectName)?.fields.values() ?? []) {
    const own = recordType?.picklists.get(field.name.toLowerCase());
    const picked = own ? own.default : (field.picklist?.values.find((value) => value.default)?.value ?? null);
    if (picked !== null) row.put(field.name, picked);
    else if (field.type === 'Boolean') row.put(field.name, field.defaultValue?.toLowerCase() === 'true');
    else if (field.defaultValue !== undefined) {
      const literal = literalDefault(field);
      if (literal !== null) row.put(field.name, literal);
    }
  }
  return row;
}

/** Value of a default that is a plain text or number; formulas are evaluated by the save, not here. */
function literalDefault(field: FieldModel): unknown {
  const text = field.defaultValue!.trim();
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  if (quoted) return quoted[2];
  return /^-?\d+(\.\d+)?$/.test(text) && fieldType(field) === DECIMAL ? Decimal.fromString(text) : null;
}
