import type { FieldModel, ObjectModel } from '../metadata/model.ts';
import { current } from '../runtime/execution.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import { ApexDate } from '../runtime/values/date.ts';
import { ApexDatetime } from '../runtime/values/datetime.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { ApexDouble } from '../runtime/values/double.ts';
import { ApexId } from '../runtime/values/id.ts';
import { ApexList } from '../runtime/values/list.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { ApexTime } from '../runtime/values/time.ts';
import { ApiError } from './errors.ts';

/** A row as the REST API writes it: attributes first, then fields in the order they were selected. */
export function rowToJson(row: SObject, version: string): Record<string, unknown> {
  const id = row.get('Id');
  const url = id instanceof ApexId ? { url: `/services/data/${version}/sobjects/${row.objectName}/${id.value}` } : {};
  const result: Record<string, unknown> = { attributes: { type: row.objectName, ...url } };
  const selected = row.queried ? [...row.queried] : [...row.values.keys()];
  // The platform adds Id to a row by itself; the API shows what was asked for.
  for (const name of new Set([...row.values.keys(), ...selected])) {
    if (row.queried && !row.queried.has(name) && name === 'Id') continue;
    result[name] = valueToJson(row.get(name), version);
  }
  return result;
}

export function valueToJson(value: unknown, version: string): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof SObject) return rowToJson(value, version);
  if (value instanceof ApexList) {
    if (value.items.length === 0) return null;
    return { totalSize: value.items.length, done: true, records: value.items.map((item) => rowToJson(item as SObject, version)) };
  }
  if (value instanceof ApexId) return value.value;
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDatetime) return value.toIso().replace('Z', '+0000');
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof ApexTime) return `${value.toString()}`;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'object') return String(value);
  return value;
}

export function findObject(name: string): ObjectModel {
  const object = current().org.model.objects.get(name.toLowerCase());
  if (!object) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return object;
}

/** A row from a JSON body. `attributes` is ignored; an unknown field is an error that names it. */
export function rowFromJson(object: ObjectModel, body: Readonly<Record<string, unknown>>): SObject {
  const row = new SObject(object.name);
  for (const [name, value] of Object.entries(body)) {
    if (name === 'attributes') continue;
    const field = object.fields.get(name.toLowerCase());
    if (!field) {
      const parent = object.parentRelationships.get(name.toLowerCase());
      if (parent && typeof value === 'object' && value !== null) {
        row.put(parent.name, parentByExternalId(parent, value as Record<string, unknown>));
        continue;
      }
      throw new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    }
    row.put(field.name, valueFromJson(field, value));
  }
  return row;
}

/** `"Account": { "External_Id__c": "A-1" }`: the parent is found by an external id. */
function parentByExternalId(lookup: FieldModel, reference: Record<string, unknown>): ApexId {
  const [name, key] = Object.entries(reference).find(([each]) => each !== 'attributes') ?? [];
  const target = lookup.referenceTo?.[0];
  const field =
    name === undefined || target === undefined
      ? undefined
      : current().org.model.objects.get(target.toLowerCase())?.fields.get(name.toLowerCase());
  if (!field || !target || !(field.externalId || field.name === 'Id')) {
    throw new ApiError(400, 'INVALID_FIELD', `Foreign key external ID field not found: ${String(name)}`);
  }
  const soql = `SELECT Id FROM ${target} WHERE ${field.name} = :key LIMIT 2`;
  const found = current().org.database.queryText(soql, new Map([['key', valueFromJson(field, key)]]), 'user');
  const [only] = found.items as SObject[];
  if (!only || found.items.length > 1) {
    throw new ApiError(
      400,
      'INVALID_FIELD',
      `Foreign key external ID: ${String(key)} not found for field ${field.name} in entity ${target}`
    );
  }
  return only.get('Id') as ApexId;
}

const TEXT_LIMIT_FOR_ERROR = 100;

function malformed(field: FieldModel, value: unknown): ApiError {
  const shown = JSON.stringify(value)?.slice(0, TEXT_LIMIT_FOR_ERROR) ?? 'undefined';
  return new ApiError(400, 'JSON_PARSER_ERROR', `Cannot deserialize ${shown} as the value of ${field.name} (${field.type})`, [field.name]);
}

export function valueFromJson(field: FieldModel, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  switch (field.type) {
    case 'Id':
    case 'Reference':
    case 'MetadataRelationship':
      if (typeof value !== 'string') throw malformed(field, value);
      return ApexId.of(value);
    case 'Boolean':
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      throw malformed(field, value);
    case 'Integer': {
      const number = numeric(field, value);
      if (!Number.isInteger(number) || Math.abs(number) > 2_147_483_647) throw malformed(field, value);
      return number;
    }
    case 'Long': {
      const number = numeric(field, value);
      if (!Number.isSafeInteger(number)) throw malformed(field, value);
      return BigInt(number);
    }
    case 'Double':
    case 'Currency':
    case 'Percent':
    case 'Location': {
      const decimal = typeof value === 'string' ? Decimal.parse(value) : Decimal.fromNumber(numeric(field, value));
      if (!decimal) throw malformed(field, value);
      return decimal;
    }
    case 'Date': {
      const date = typeof value === 'string' ? ApexDate.parseIso(value.slice(0, 10)) : null;
      if (!date) throw malformed(field, value);
      return date;
    }
    case 'DateTime': {
      const moment = typeof value === 'string' ? Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : Number.NaN;
      if (Number.isNaN(moment)) throw malformed(field, value);
      return new ApexDatetime(moment);
    }
    case 'Base64':
      if (typeof value !== 'string') throw malformed(field, value);
      return new ApexBlob(Buffer.from(value, 'base64'));
    default:
      if (typeof value === 'object') throw malformed(field, value);
      return String(value);
  }
}

function numeric(field: FieldModel, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw malformed(field, value);
  return number;
}
