import type { FieldModel } from '../metadata/model.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import { ApexDate } from '../runtime/values/date.ts';
import { ApexDatetime } from '../runtime/values/datetime.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { ApexDouble } from '../runtime/values/double.ts';
import { ApexId, normalizeId } from '../runtime/values/id.ts';
import { ApexTime } from '../runtime/values/time.ts';

/** What a column holds. Decimals are integers scaled by the field's scale, so comparing and adding them is exact. */
export type Stored = string | number | bigint | Uint8Array | null;

export function columnType(field: FieldModel): 'TEXT' | 'INTEGER' | 'BLOB' {
  switch (field.type) {
    case 'Boolean':
    case 'Integer':
    case 'Long':
    case 'Double':
    case 'Currency':
    case 'Percent':
    case 'DateTime':
    case 'Time':
      return 'INTEGER';
    case 'Base64':
      return 'BLOB';
    default:
      return 'TEXT';
  }
}

/** Compound and computed fields have no column. */
export function hasColumn(field: FieldModel): boolean {
  return field.formula === undefined && field.type !== 'Address' && field.type !== 'Location';
}

export function isText(field: FieldModel): boolean {
  return columnType(field) === 'TEXT' && field.type !== 'Date' && field.type !== 'Id' && field.type !== 'Reference';
}

export function isNumber(field: FieldModel): boolean {
  return (
    field.type === 'Double' || field.type === 'Currency' || field.type === 'Percent' || field.type === 'Integer' || field.type === 'Long'
  );
}

/** A value that a field cannot hold, in the platform's words. */
export class CodecError extends Error {}

/** An Apex value as a column holds it. The empty string is null, as everywhere on the platform. */
export function encode(field: FieldModel, value: unknown): Stored {
  if (value === null || value === undefined || value === '') return field.type === 'Boolean' ? 0 : null;
  switch (field.type) {
    case 'Id':
    case 'Reference':
      return encodeId(field, value);
    case 'Boolean':
      if (typeof value !== 'boolean') throw wrongType(field, value);
      return value ? 1 : 0;
    case 'Integer':
    case 'Long':
      return toDecimal(field, value).setScale(0, 'HALF_UP').unscaled;
    case 'Double':
    case 'Currency':
    case 'Percent':
      return toDecimal(field, value).setScale(field.scale ?? 0, 'HALF_UP').unscaled;
    case 'Date':
      if (value instanceof ApexDate) return value.toString();
      if (value instanceof ApexDatetime) return value.date().toString();
      throw wrongType(field, value);
    case 'DateTime':
      if (value instanceof ApexDatetime) return Math.floor(value.value / 1000) * 1000;
      if (value instanceof ApexDate) return ApexDatetime.startOfDay(value).value;
      throw wrongType(field, value);
    case 'Time':
      if (value instanceof ApexTime) return value.milliseconds;
      throw wrongType(field, value);
    case 'Base64':
      if (value instanceof ApexBlob) return value.bytes;
      throw wrongType(field, value);
    case 'AnyType':
      return encodeAny(value);
    default:
      if (typeof value === 'string') return value;
      if (value instanceof ApexId) return value.value;
      throw wrongType(field, value);
  }
}

/** A column's content as Apex sees it. */
export function decode(field: FieldModel, stored: unknown): unknown {
  if (stored === null || stored === undefined) return field.type === 'Boolean' ? false : null;
  switch (field.type) {
    case 'Id':
    case 'Reference':
      return ApexId.of(stored as string);
    case 'Boolean':
      return Number(stored) !== 0;
    case 'Integer':
      return Number(stored);
    case 'Long':
      return BigInt(stored as bigint);
    case 'Double':
    case 'Currency':
    case 'Percent':
      return new Decimal(BigInt(stored as bigint), field.scale ?? 0);
    case 'Date':
      return ApexDate.parseIso(stored as string);
    case 'DateTime':
      return new ApexDatetime(Number(stored));
    case 'Time':
      return new ApexTime(Number(stored));
    case 'Base64':
      return new ApexBlob(stored as Uint8Array);
    case 'AnyType':
      return decodeAny(stored as string);
    default:
      return stored;
  }
}

function encodeId(field: FieldModel, value: unknown): string {
  if (value instanceof ApexId) return value.value;
  const id = typeof value === 'string' ? normalizeId(value) : null;
  if (id === null) throw new CodecError(`${field.label}: id value of incorrect type: ${String(value)}`);
  return id;
}

export function toDecimal(field: FieldModel, value: unknown): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === 'number' || typeof value === 'bigint')
    return typeof value === 'number' ? Decimal.fromNumber(value) : Decimal.fromInteger(value);
  if (value instanceof ApexDouble) return Decimal.fromDouble(value.value);
  throw wrongType(field, value);
}

function wrongType(field: FieldModel, value: unknown): CodecError {
  return new CodecError(
    `Illegal assignment to field ${field.name}: a value of type ${value?.constructor?.name ?? typeof value} does not fit ${field.type}`
  );
}

/** History values keep their type beside their text. */
function encodeAny(value: unknown): string {
  if (value instanceof Decimal) return `n:${value.toString()}`;
  if (typeof value === 'number') return `n:${value}`;
  if (value instanceof ApexDatetime) return `t:${value.value}`;
  if (value instanceof ApexDate) return `d:${value.toString()}`;
  if (typeof value === 'boolean') return `b:${value}`;
  return `s:${String(value)}`;
}

function decodeAny(text: string): unknown {
  const value = text.slice(2);
  switch (text[0]) {
    case 'n':
      return Decimal.fromString(value);
    case 't':
      return new ApexDatetime(Number(value));
    case 'd':
      return ApexDate.parseIso(value);
    case 'b':
      return value === 'true';
    default:
      return value;
  }
}
