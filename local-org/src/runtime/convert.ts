/** Conversions between Apex values, implicit and explicit, and the text forms of values. */
import type { ApexType } from './type.ts';
import { userMethod } from './equality.ts';
import { ApexBlob } from './values/blob.ts';
import { ApexDate } from './values/date.ts';
import { ApexDatetime } from './values/datetime.ts';
import { Decimal } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import { throwApex, ApexException } from './values/exception.ts';
import { ApexEnum } from './values/enum.ts';
import { ApexId } from './values/id.ts';
import { ApexList } from './values/list.ts';
import { ApexMap } from './values/map.ts';
import { ApexObject, STUB } from './values/object.ts';
import { ApexSet } from './values/set.ts';
import { SObject } from './values/sobject.ts';
import { typeOf } from './types.ts';

/** Collections print this many elements, then `, ...`. */
const SHOWN_ELEMENTS = 10;

export function toInteger(value: number | bigint | Decimal | ApexDouble): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  if (value instanceof Decimal) return Number(BigInt.asIntN(32, value.truncate()));
  return saturate(value.value, 2147483647);
}

export function toLong(value: number | bigint | Decimal | ApexDouble): bigint {
  if (typeof value === 'number') return BigInt(value);
  if (typeof value === 'bigint') return value;
  if (value instanceof Decimal) return BigInt.asIntN(64, value.truncate());
  if (Number.isNaN(value.value)) return 0n;
  if (value.value >= 2 ** 63) return 2n ** 63n - 1n;
  return value.value <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value.value));
}

export function toDouble(value: number | bigint | Decimal | ApexDouble): ApexDouble {
  if (value instanceof ApexDouble) return value;
  return new ApexDouble(value instanceof Decimal ? value.toNumber() : Number(value));
}

export function toDecimal(value: number | bigint | Decimal | ApexDouble): Decimal {
  if (value instanceof Decimal) return value;
  return value instanceof ApexDouble ? Decimal.fromDouble(value.value) : Decimal.fromInteger(value);
}

/** Java narrows doubles by saturating; NaN becomes 0. */
function saturate(value: number, max: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.trunc(Math.min(Math.max(value, -max - 1), max));
}

/**
 * Implicit conversion to a declared type: numeric widening, String and Id, Date to Datetime. Values that need none come
 * back as they are, null included. The compiler has checked that the assignment is legal.
 */
export function convert(value: unknown, type: ApexType): unknown {
  if (value === null || value === undefined) return null;
  switch (type.name) {
    case 'Integer':
      return isNumber(value) ? toInteger(value) : value;
    case 'Long':
      return isNumber(value) ? toLong(value) : value;
    case 'Double':
      return isNumber(value) ? toDouble(value) : value;
    case 'Decimal':
      return isNumber(value) ? toDecimal(value) : value;
    case 'Id':
      return typeof value === 'string' ? ApexId.of(value) : value;
    case 'String':
      return value instanceof ApexId ? value.value : value;
    case 'Datetime':
      return value instanceof ApexDate ? ApexDatetime.startOfDay(value) : value;
    default:
      return value;
  }
}

export function isNumber(value: unknown): value is number | bigint | Decimal | ApexDouble {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble;
}

/** Text of a value as string concatenation, debug output, assertions and `String.valueOf(Object)` show it. */
export function toDisplayString(value: unknown): string {
  return display(value, new Set());
}

function display(value: unknown, enclosing: Set<object>): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return String(value);
  if (value instanceof ApexDate) return `${value.toString()} 00:00:00`;
  if (value instanceof ApexDatetime || value instanceof Decimal || value instanceof ApexDouble || value instanceof ApexId)
    return value.toString();
  if (value instanceof ApexEnum) return value.name;
  const own = userMethod(value, 'toString', 0);
  if (own) return String((value as Record<string, () => unknown>)[own.jsName]!());
  if (value instanceof ApexException || value instanceof ApexBlob) return value.toString();
  if (enclosing.has(value))
    return value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap ? '(already output)' : typeOf(value).name;
  enclosing.add(value);
  try {
    return displayComposite(value, enclosing);
  } finally {
    enclosing.delete(value);
  }
}

function displayComposite(value: object, enclosing: Set<object>): string {
  if (value instanceof ApexList) return `(${elements(value.items, (item) => display(item, enclosing))})`;
  if (value instanceof ApexSet) return `{${elements(value, (item) => display(item, enclosing))}}`;
  if (value instanceof ApexMap) return `{${elements(value, ([key, item]) => `${display(key, enclosing)}=${display(item, enclosing)}`)}}`;
  if (value instanceof SObject) return displayRow(value, enclosing);
  if (value instanceof ApexObject) return displayObject(value, enclosing);
  // Platform classes that have a text form of their own define toString; the rest show their type.
  const text = Object.prototype.toString === value.toString ? null : String(value);
  return text ?? `${typeOf(value).name}[]`;
}

function displayRow(row: SObject, enclosing: Set<object>): string {
  const fields = [...row.values].filter(([, value]) => !(value instanceof SObject) || row.queried === null || value !== null);
  return `${row.objectName}:{${fields.map(([name, value]) => `${name}=${display(value, enclosing)}`).join(', ')}}`;
}

function displayObject(value: ApexObject, enclosing: Set<object>): string {
  const fields: string[] = [];
  for (let info: ApexObject['classInfo'] | undefined = value.classInfo; info; info = info.superclass?.classInfo) {
    const own = info.fields
      .filter((field) => !field.static && !field.property)
      .map((field) => `${field.name}=${display((value as unknown as Record<string, unknown>)[field.jsName], enclosing)}`);
    fields.unshift(...own);
  }
  const simple = value.classInfo.name.split('.').at(-1);
  const name = STUB in value ? `${simple}__sfdc_ApexStub` : simple;
  return `${name}:[${fields.join(', ')}]`;
}

function elements<T>(values: Iterable<T>, show: (value: T) => string): string {
  const shown: string[] = [];
  for (const value of values) {
    if (shown.length === SHOWN_ELEMENTS) {
      shown.push('...');
      break;
    }
    shown.push(show(value));
  }
  return shown.join(', ');
}

/** The Boolean a condition needs: null is an error on the platform, not false. */
export function condition(value: unknown): boolean {
  if (value === null || value === undefined) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
  return value === true;
}
