/** Equality, ordering and hashing of Apex values. */
import type { ClassInfo, MethodInfo } from './type.ts';
import { throwApex } from './values/exception.ts';
import { ApexException } from './values/exception.ts';
import { ApexBlob } from './values/blob.ts';
import { ApexDate } from './values/date.ts';
import { ApexDatetime } from './values/datetime.ts';
import { Decimal } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import { ApexEnum } from './values/enum.ts';
import { ApexId, normalizeId } from './values/id.ts';
import { ApexList } from './values/list.ts';
import { ApexMap } from './values/map.ts';
import { ApexObject } from './values/object.ts';
import { ApexSet } from './values/set.ts';
import { SObject } from './values/sobject.ts';
import { ApexTime } from './values/time.ts';

/** Platform values that are equal by content give their content's key. */
export interface Keyed {
  apexKey(): string;
}

function isKeyed(value: object): value is Keyed {
  return typeof (value as Partial<Keyed>).apexKey === 'function';
}

const isNumeric = (value: unknown): value is number | bigint | Decimal | ApexDouble =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble;

/**
 * `a == b`: strings without regard to case, numbers by value across types, rows field by field, collections element by
 * element, user classes by their `equals`, everything else by identity.
 */
export function apexEquals(left: unknown, right: unknown): boolean {
  return equal(left, right, true);
}

/** Equality inside collections and of `equals`: strings compare with regard to case. */
export function strictEquals(left: unknown, right: unknown): boolean {
  return equal(left, right, false);
}

function equal(left: unknown, right: unknown, ignoreCase: boolean): boolean {
  if (left === right) return true;
  if (left === null || right === null || left === undefined || right === undefined) return (left ?? null) === (right ?? null);
  if (typeof left === 'string') {
    if (typeof right === 'string') return ignoreCase && left.length === right.length && fold(left) === fold(right);
    return right instanceof ApexId && right.equals(left);
  }
  if (isNumeric(left)) return isNumeric(right) && compareNumbers(left, right) === 0;
  if (typeof left !== 'object' || typeof right !== 'object') return left instanceof ApexId && left.equals(right);
  return equalObjects(left, right);
}

function equalObjects(left: object, right: object): boolean {
  if (left instanceof ApexId) return left.equals(right);
  if (left instanceof ApexDatetime) return sameSecond(left.value, instant(right));
  if (left instanceof ApexDate)
    return right instanceof ApexDate
      ? left.epochDay === right.epochDay
      : right instanceof ApexDatetime && sameSecond(right.value, instant(left));
  if (left instanceof ApexTime) return right instanceof ApexTime && left.milliseconds === right.milliseconds;
  if (left instanceof ApexBlob) return right instanceof ApexBlob && left.equals(right);
  if (left instanceof SObject) return right instanceof SObject && equalRows(left, right);
  if (left instanceof ApexList) return right instanceof ApexList && equalSequences(left.items, right.items);
  if (left instanceof ApexSet) return right instanceof ApexSet && left.size === right.size && every(left, (value) => right.has(value));
  if (left instanceof ApexMap) {
    return (
      right instanceof ApexMap &&
      left.size === right.size &&
      every(left, ([key, value]) => right.has(key) && strictEquals(value, right.get(key)))
    );
  }
  const custom = userMethod(left, 'equals', 1);
  if (custom) return (left as Record<string, (other: unknown) => unknown>)[custom.jsName]!(right) === true;
  return isKeyed(left) && isKeyed(right) && left.constructor === right.constructor && left.apexKey() === right.apexKey();
}

/** Datetimes are equal when they are in the same second: the platform leaves milliseconds out of `==`. */
function sameSecond(left: number, right: number | null): boolean {
  return right !== null && Math.floor(left / 1000) === Math.floor(right / 1000);
}

function instant(value: object): number | null {
  if (value instanceof ApexDatetime) return value.value;
  return value instanceof ApexDate ? ApexDatetime.startOfDay(value).value : null;
}

function equalRows(left: SObject, right: SObject): boolean {
  if (left.objectName !== right.objectName) return false;
  if (left.values.size !== right.values.size) return false;
  for (const [name, value] of left.values) {
    if (!right.values.has(name) || !strictEquals(value, right.values.get(name))) return false;
  }
  return true;
}

function equalSequences(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((value, index) => strictEquals(value, right[index]));
}

function every<T>(values: Iterable<T>, predicate: (value: T) => boolean): boolean {
  for (const value of values) if (!predicate(value)) return false;
  return true;
}

/** Case folding of `==`, one-to-one so that equal strings have equal lengths. */
export function fold(text: string): string {
  return text.toLowerCase();
}

function compareNumbers(left: number | bigint | Decimal | ApexDouble, right: number | bigint | Decimal | ApexDouble): number {
  if (left instanceof ApexDouble || right instanceof ApexDouble) {
    const [a, b] = [asNumber(left), asNumber(right)];
    return a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN;
  }
  if (left instanceof Decimal || right instanceof Decimal) return asDecimal(left).compareTo(asDecimal(right));
  return left < right ? -1 : left > right ? 1 : 0;
}

function asNumber(value: number | bigint | Decimal | ApexDouble): number {
  if (value instanceof ApexDouble) return value.value;
  return value instanceof Decimal ? value.toNumber() : Number(value);
}

function asDecimal(value: number | bigint | Decimal): Decimal {
  return value instanceof Decimal ? value : Decimal.fromInteger(value);
}

/**
 * Order of `<`, `<=`, …: negative, zero or positive; NaN when either is a NaN double. Strings go without regard to case.
 * Null operands are false in every comparison on the platform: callers ask `compare` only for non-null ones.
 */
export function compare(left: unknown, right: unknown): number {
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareText(fold(left), fold(right));
  if (left instanceof ApexId || right instanceof ApexId) return compareText(idText(left), idText(right));
  if (left instanceof ApexDate && right instanceof ApexDate) return left.compareTo(right);
  if (left instanceof ApexTime && right instanceof ApexTime) return left.compareTo(right);
  const [a, b] = [instant(left as object), instant(right as object)];
  if (a !== null && b !== null) return Math.sign(a - b);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (left instanceof ApexEnum && right instanceof ApexEnum) return left.ordinal - right.ordinal;
  return throwApex('System.TypeException', 'Comparison arguments must be compatible types');
}

function idText(value: unknown): string {
  return value instanceof ApexId ? value.value : (normalizeId(String(value)) ?? String(value));
}

export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

const methodCache = new WeakMap<ClassInfo, Map<string, MethodInfo | null>>();

/** A user class's own `equals`, `hashCode`, `toString`, `compareTo`, found through its superclasses. */
export function userMethod(value: unknown, name: string, arity: number): MethodInfo | null {
  const info = value instanceof ApexObject || value instanceof ApexException ? value.classInfo : undefined;
  if (!info) return null;
  let cache = methodCache.get(info);
  if (!cache) methodCache.set(info, (cache = new Map()));
  const key = `${name.toLowerCase()}/${arity}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const found = findMethod(info, name.toLowerCase(), arity);
  cache.set(key, found);
  return found;
}

function findMethod(info: ClassInfo, name: string, arity: number): MethodInfo | null {
  const own = info.methods.find((method) => !method.static && method.parameters.length === arity && method.name.toLowerCase() === name);
  if (own) return own;
  return info.superclass?.classInfo ? findMethod(info.superclass.classInfo, name, arity) : null;
}

/**
 * A primitive that stands in for a value as a key. Equal values have equal keys; the reverse holds where `isExactKey`.
 * A leading NUL keeps the keys of other types apart from strings.
 */
export function hashKey(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return value.charCodeAt(0) === 0 ? `\0${value}` : value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return value;
  }
  if (value === null || value === undefined) return null;
  if (value instanceof ApexId) return value.value;
  if (value instanceof Decimal) return `\0n${value.stripTrailingZeros().toPlainString()}`;
  if (value instanceof ApexDouble) return `\0f${value.value}`;
  if (value instanceof ApexDate) return `\0d${value.epochDay}`;
  if (value instanceof ApexDatetime) return `\0i${value.value}`;
  if (value instanceof ApexTime) return `\0t${value.milliseconds}`;
  if (value instanceof ApexEnum) return value;
  if (value instanceof ApexBlob) return `\0b${Buffer.from(value.bytes).toString('base64')}`;
  if (value instanceof SObject) return rowKey(value);
  if (value instanceof ApexList) return `\0l${value.items.map(nestedKey).join('')}`;
  if (value instanceof ApexSet) return `\0s${[...value].map(nestedKey).sort().join('')}`;
  if (value instanceof ApexMap)
    return `\0m${[...value]
      .map(([k, v]) => `${nestedKey(k)}${nestedKey(v)}`)
      .sort()
      .join('')}`;
  const hash = userMethod(value, 'hashCode', 0);
  if (hash) return `\0h${String((value as Record<string, () => unknown>)[hash.jsName]!())}`;
  if (isKeyed(value)) return `\0k${value.constructor.name}\0${value.apexKey()}`;
  return value;
}

/** Whether equal keys mean equal values. */
export function isExactKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) return false;
  return userMethod(value, 'hashCode', 0) === null;
}

function rowKey(row: SObject): string {
  const fields = [...row.values].map(([name, value]) => `${name}=${nestedKey(value)}`).sort();
  return `\0r${row.objectName}(${fields.join('')})`;
}

/** Keys inside keys are text: tagged by type so that 1 and '1' differ, with their length so that none runs into the next. */
function nestedKey(value: unknown): string {
  const key = hashKey(value);
  const text = typeof key === 'object' && key !== null ? `@${identityHash(key)}` : String(key);
  return `${typeof key}${text.length}:${text}`;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number that is the same for the same object and differs between objects. */
export function identityHash(value: object): number {
  let hash = identities.get(value);
  if (hash === undefined) {
    // Spread over 31 bits: small consecutive numbers would look like ordinals.
    hash = (Math.imul(++lastIdentity, 0x9e3779b1) ^ 0x5bd1e995) & 0x7fffffff;
    identities.set(value, hash);
  }
  return hash;
}

/** Java's String.hashCode, on which documented values depend. */
export function textHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/** `System.hashCode(value)` and the built-in `hashCode()`: equal values have equal hashes. */
export function apexHashCode(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return textHash(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  const own = userMethod(value, 'hashCode', 0);
  if (own) return (value as Record<string, () => number>)[own.jsName]!();
  const key = hashKey(value);
  return typeof key === 'string' ? textHash(key) : identityHash(value as object);
}
