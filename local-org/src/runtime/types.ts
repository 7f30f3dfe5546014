/** Interned types: two mentions of `List<Account>` give the same object, so `===` compares types. */
import type { ApexType, ClassInfo } from './type.ts';
import { libraryTypes } from './library.ts';
import { ApexBlob } from './values/blob.ts';
import { ApexDate } from './values/date.ts';
import { ApexDatetime } from './values/datetime.ts';
import { Decimal } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import { ApexEnum } from './values/enum.ts';
import { ApexException, throwApex } from './values/exception.ts';
import { ApexId, normalizeId } from './values/id.ts';
import { ApexList } from './values/list.ts';
import { ApexMap } from './values/map.ts';
import { ApexObject } from './values/object.ts';
import { ApexSet } from './values/set.ts';
import { SObject } from './values/sobject.ts';
import { ApexTime } from './values/time.ts';
import {
  ANY,
  BLOB,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ID,
  INTEGER,
  LONG,
  STRING,
  TIME,
  listOf,
  mapOf,
  platformType,
  setOf,
  sobjectType
} from './interning.ts';
import { isAssignable } from './assignable.ts';
import { displayTypeName } from './type-names.ts';

export * from './interning.ts';
export { isAssignable } from './assignable.ts';
export { displayTypeName } from './type-names.ts';

type AnyConstructor = abstract new (...args: never[]) => unknown;

/** JavaScript classes of the values whose Apex type depends on nothing but their class. */
const VALUE_CLASSES = new Map<unknown, ApexType>([
  [Decimal, DECIMAL],
  [ApexDouble, DOUBLE],
  [ApexId, ID],
  [ApexDate, DATE],
  [ApexDatetime, DATETIME],
  [ApexTime, TIME],
  [ApexBlob, BLOB]
]);

/** Platform classes by JavaScript class; grows as instances of newly registered types turn up. */
const platformClasses = new Map<AnyConstructor, ApexType>();

function platformClass(constructor: AnyConstructor): ApexType | undefined {
  const known = platformClasses.get(constructor);
  if (known) return known;
  for (const part of libraryTypes()) {
    if (part.jsClass && !platformClasses.has(part.jsClass)) platformClasses.set(part.jsClass, platformType(part.name));
  }
  return platformClasses.get(constructor);
}

/** The run-time type of a value; `any` for null. */
export function typeOf(value: unknown): ApexType {
  switch (typeof value) {
    case 'string':
      return STRING;
    case 'number':
      return INTEGER;
    case 'bigint':
      return LONG;
    case 'boolean':
      return BOOLEAN;
  }
  if (value === null || value === undefined) return ANY;
  if (value instanceof SObject) return sobjectType(value.objectName);
  if (value instanceof ApexList) return listOf(value.elementType);
  if (value instanceof ApexSet) return setOf(value.elementType);
  if (value instanceof ApexMap) return mapOf(value.keyType, value.valueType);
  if (value instanceof ApexObject) return value.classInfo.type;
  if (value instanceof ApexException || value instanceof ApexEnum) return value.type;
  let constructor: AnyConstructor | null = (value as object).constructor as AnyConstructor;
  const simple = VALUE_CLASSES.get(constructor);
  if (simple) return simple;
  while (constructor && constructor !== Object) {
    const found = platformClass(constructor);
    if (found) return found;
    constructor = Object.getPrototypeOf(constructor.prototype)?.constructor ?? null;
  }
  throw new Error(`No Apex type is registered for the platform value ${(value as object).constructor.name}`);
}

/** What a primitive value is besides its own type: numbers are every wider number, an Id is its text, a Date its midnight. */
const WIDER = new Map<ApexType, readonly ApexType[]>([
  [INTEGER, [LONG, DOUBLE, DECIMAL]],
  [LONG, [DOUBLE, DECIMAL]],
  [DOUBLE, [DECIMAL]],
  [DECIMAL, [DOUBLE]],
  [ID, [STRING]],
  [DATE, [DATETIME]]
]);

/** `value instanceof type`: false for null, as in Apex. */
export function isInstance(value: unknown, type: ApexType): boolean {
  if (value === null || value === undefined) return false;
  if (type === ANY) return true;
  // Text in the form of an id passes for one.
  if (typeof value === 'string' && type === ID) return normalizeId(value) !== null;
  const own = typeOf(value);
  return isAssignable(own, type) || (WIDER.get(own)?.includes(type) ?? false);
}

/**
 * `(Type) value`: gives the value back, converted where the platform converts (String to Id and back, Integer to a wider
 * number), or throws TypeException in the platform's words.
 */
export function cast(value: unknown, type: ApexType): unknown {
  if (value === null || value === undefined) return null;
  if (type === ANY) return value;
  const from = typeOf(value);
  if (from === type || isAssignable(from, type)) return value;
  const converted = convertPrimitive(value, type);
  if (converted !== undefined) return converted;
  return throwApex('System.TypeException', `Invalid conversion from runtime type ${displayTypeName(from)} to ${displayTypeName(type)}`);
}

/** Whether `cast` would succeed (an invalid id text aside). */
export function isConvertible(value: unknown, type: ApexType): boolean {
  if (value === null || value === undefined || type === ANY || isAssignable(typeOf(value), type)) return true;
  return type.name === 'Id' ? typeof value === 'string' : convertPrimitive(value, type) !== undefined;
}

function convertPrimitive(value: unknown, type: ApexType): unknown {
  switch (type.name) {
    case 'Id':
      return typeof value === 'string' ? ApexId.of(value) : undefined;
    case 'String':
      return value instanceof ApexId ? value.value : undefined;
    case 'Long':
      return typeof value === 'number' ? BigInt(value) : undefined;
    case 'Double':
      if (typeof value === 'number') return new ApexDouble(value);
      if (typeof value === 'bigint') return new ApexDouble(Number(value));
      return value instanceof Decimal ? new ApexDouble(value.toNumber()) : undefined;
    case 'Decimal':
      if (typeof value === 'number' || typeof value === 'bigint') return Decimal.fromInteger(value);
      return value instanceof ApexDouble ? Decimal.fromDouble(value.value) : undefined;
    case 'Datetime':
      return value instanceof ApexDate ? ApexDatetime.startOfDay(value) : undefined;
    default:
      return undefined;
  }
}

/** The class a value was compiled from, or null for platform values. */
export function classInfoOf(value: unknown): ClassInfo | null {
  if (value instanceof ApexObject) return value.classInfo;
  if (value instanceof ApexException || value instanceof ApexEnum) return value.type.classInfo ?? null;
  return null;
}
