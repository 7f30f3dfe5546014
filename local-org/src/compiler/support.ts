/** What emitted code calls as `$`: operations of the language that need more than a JavaScript operator. */
import { dml } from '../database/dml/statement.ts';
import { triggerContext } from '../database/triggers.ts';
import type { SoqlQuery, SoslSearch } from '../database/soql/ast.ts';
import { callFuture } from '../platform/async/future.ts';
import { runAs as platformRunAs } from '../platform/run-as.ts';
import { addFieldError } from '../runtime/library/add-error.ts';
import { settingsAccessor } from '../runtime/settings.ts';
import { callMethod, hasMethod } from '../runtime/call.ts';
import { toDecimal, toDisplayString, toDouble, toLong } from '../runtime/convert.ts';
import { apexEquals, apexHashCode, compare, identityHash, strictEquals } from '../runtime/equality.ts';
import { current } from '../runtime/execution.ts';
import type { Sharing } from '../runtime/execution.ts';
import { labelText } from '../runtime/labels.ts';
import { fieldDescribe, fieldMap, fieldSet, fieldSetMap, objectDescribe } from '../runtime/schema/object-describe.ts';
import { fieldToken, objectToken } from '../runtime/schema/tokens.ts';
import type { ApexType, ClassInfo } from '../runtime/type.ts';
import { VOID, cast, classInfoOf, isInstance } from '../runtime/types.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { ApexDate } from '../runtime/values/date.ts';
import { ApexDatetime } from '../runtime/values/datetime.ts';
import { ApexDouble } from '../runtime/values/double.ts';
import { ApexEnum, enumConstant, platformEnumValues } from '../runtime/values/enum.ts';
import { ApexException, throwApex } from '../runtime/values/exception.ts';
import { ApexId } from '../runtime/values/id.ts';
import { ApexList } from '../runtime/values/list.ts';
import { ApexMap } from '../runtime/values/map.ts';
import { ApexObject } from '../runtime/values/object.ts';
import { ApexSet } from '../runtime/values/set.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { ApexTime } from '../runtime/values/time.ts';
import { TypeToken } from '../runtime/values/type-token.ts';

const NULL_MESSAGE = 'Attempt to de-reference a null object';
const DAY = 86_400_000;
/** Rows handed to a `for (List<T> chunk : [query])` at a time. */
const CHUNK = 200;

function nullReference(): never {
  return throwApex('System.NullPointerException', NULL_MESSAGE);
}

/** The value, which must not be null. */
function nn<T>(value: T | null): T {
  return value === null || value === undefined ? nullReference() : value;
}

/** A condition: null is an error, not false. */
function b(value: boolean | null): boolean {
  return value === null || value === undefined ? nullReference() : value;
}

const both = (left: unknown, right: unknown): boolean => left !== null && right !== null;

const comparisons = {
  eq: apexEquals,
  equals: strictEquals,
  same: (left: unknown, right: unknown): boolean => left === right || (isValue(left) && isValue(right) && strictEquals(left, right)),
  lt: (left: unknown, right: unknown): boolean => both(left, right) && compare(left, right) < 0,
  gt: (left: unknown, right: unknown): boolean => both(left, right) && compare(left, right) > 0,
  le: (left: unknown, right: unknown): boolean => both(left, right) && compare(left, right) <= 0,
  ge: (left: unknown, right: unknown): boolean => both(left, right) && compare(left, right) >= 0
};

/** Values without an identity of their own: `===` compares them by content. */
function isValue(value: unknown): boolean {
  return !(value instanceof ApexObject || value instanceof SObject || value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap || value instanceof ApexException);
}

function zero(): never {
  return throwApex('System.MathException', 'Divide by 0');
}

const double = (value: number): ApexDouble => new ApexDouble(value);

const arithmetic = {
  divideInteger: (left: number, right: number): number => (right === 0 ? zero() : (left / right) | 0),
  divideLong: (left: bigint, right: bigint): bigint => (right === 0n ? zero() : BigInt.asIntN(64, left / right)),
  addDouble: (left: ApexDouble, right: ApexDouble) => double(left.value + right.value),
  subtractDouble: (left: ApexDouble, right: ApexDouble) => double(left.value - right.value),
  multiplyDouble: (left: ApexDouble, right: ApexDouble) => double(left.value * right.value),
  divideDouble: (left: ApexDouble, right: ApexDouble) => (right.value === 0 ? zero() : double(left.value / right.value)),
  negateDouble: (value: ApexDouble) => double(-value.value),
  divideDecimal: (left: Decimal, right: Decimal): Decimal => (right.signum() === 0 ? zero() : left.divide(right)),
  shiftLeft: (value: bigint, by: number): bigint => BigInt.asIntN(64, value << BigInt(by & 63)),
  shiftRight: (value: bigint, by: number): bigint => value >> BigInt(by & 63),
  shiftRightUnsigned: (value: bigint, by: number): bigint => BigInt.asIntN(64, BigInt.asUintN(64, value) >> BigInt(by & 63)),
  moveDate: (date: ApexDate, days: Decimal, sign: number) => date.addDays(sign * Math.trunc(days.toNumber())),
  moveDatetime: (time: ApexDatetime, days: Decimal, sign: number) => time.add(sign * Math.round(days.toNumber() * DAY)),
  moveTime: (time: ApexTime, milliseconds: Decimal, sign: number) => new ApexTime((((time.milliseconds + sign * Math.trunc(milliseconds.toNumber())) % DAY) + DAY) % DAY)
};

const conversions = {
  toLong: (value: number | null) => (value === null ? null : toLong(value)),
  toDouble: (value: number | bigint | Decimal | null) => (value === null ? null : toDouble(value)),
  toDecimal: (value: number | bigint | ApexDouble | null) => (value === null ? null : toDecimal(value)),
  toId: (value: string | null) => (value === null ? null : ApexId.of(value)),
  idText: (value: ApexId | null) => (value === null ? null : value.value),
  startOfDay: (value: ApexDate | null) => (value === null ? null : ApexDatetime.startOfDay(value)),
  convertElements,
  cast,
  is: isInstance,
  str: toDisplayString,
  typeToken: (type: ApexType) => TypeToken.of(type),
  VOID
};

/** A list or map whose elements convert: `List<Integer>` where a `List<Decimal>` is expected. */
function convertElements(value: unknown, type: ApexType): unknown {
  if (value === null) return null;
  const [first, second] = type.args as [ApexType, ApexType];
  if (value instanceof ApexList) return new ApexList(first, value.items.map((item) => cast(item, first)));
  if (value instanceof ApexSet) return new ApexSet(first, [...value].map((item) => cast(item, first)));
  if (value instanceof ApexMap) return new ApexMap(first, second, [...value].map(([key, item]) => [cast(key, first), cast(item, second)] as const));
  return value;
}

const collections = {
  newList: (type: ApexType, items: unknown[]) => new ApexList(type.args[0] as ApexType, items),
  newSet: (type: ApexType, items: unknown[]) => new ApexSet(type.args[0] as ApexType, items),
  newMap: (type: ApexType, entries: [unknown, unknown][]) => new ApexMap(type.args[0] as ApexType, type.args[1] as ApexType, entries),
  newArray: (type: ApexType, size: number | null) => new ApexList(type.args[0] as ApexType, new Array<unknown>(nn(size)).fill(null)),
  setItem(list: ApexList, index: number, value: unknown): unknown {
    list.set(index, value);
    return value;
  },
  iterate,
  each: (list: ApexList) => new ListCursor(list),
  chunks
};

/** Walks a list, and notices when the loop's body changes its length. */
class ListCursor implements Iterator<unknown>, Iterable<unknown> {
  private readonly items: unknown[];
  private readonly length: number;
  private at = 0;

  constructor(list: ApexList) {
    this.items = list.items;
    this.length = list.items.length;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<unknown> {
    if (this.items.length !== this.length) modified();
    return this.at < this.length ? { value: this.items[this.at++], done: false } : { value: null, done: true };
  }
}

function modified(): never {
  return throwApex('System.FinalException', 'Cannot modify a collection while it is being iterated.');
}

/** Elements of anything a for-each accepts. */
function* iterate(value: unknown): IterableIterator<unknown> {
  if (value === null || value === undefined) nullReference();
  if (value instanceof ApexList || value instanceof ApexSet) {
    const { size } = value;
    for (const item of value) {
      yield item;
      if (value.size !== size) modified();
    }
    return;
  }
  const iterator = callMethod(value, 'iterator');
  while (callMethod(iterator, 'hasNext') === true) yield callMethod(iterator, 'next');
}

function* chunks(list: ApexList): IterableIterator<ApexList> {
  for (let start = 0; start < list.items.length; start += CHUNK) yield new ApexList(list.elementType, list.items.slice(start, start + CHUNK));
}

const rows = {
  newRow(object: string, values: readonly (readonly [string, unknown])[]): SObject {
    const row = new SObject(object);
    for (const [name, value] of values) row.put(name, value);
    return row;
  },
  readParent: (row: SObject | null, name: string): unknown => (row === null ? null : row.read(name)),
  putField(row: SObject, name: string, value: unknown): unknown {
    row.put(name, value);
    return value;
  },
  single(list: ApexList): unknown {
    if (list.items.length === 0) throwApex('System.QueryException', 'List has no rows for assignment to SObject');
    if (list.items.length > 1) throwApex('System.QueryException', 'List has more than 1 row for assignment to SObject');
    return list.items[0];
  },
  firstOrNull: (list: ApexList): unknown => (list.items.length > 1 ? rows.single(list) : (list.items[0] ?? null))
};

const queries = {
  query: (query: SoqlQuery, binds: readonly unknown[], access: 'user' | 'system') => current().org.database.query(query, binds, access),
  count: (query: SoqlQuery, binds: readonly unknown[], access: 'user' | 'system') => current().org.database.count(query, binds, access),
  search(search: SoslSearch, binds: readonly unknown[]): unknown {
    const database = current().org.database as { search?: (search: SoslSearch, binds: readonly unknown[]) => unknown };
    if (!database.search) throw new Error('SOSL is not implemented in the local org');
    return database.search(search, binds);
  }
};

const schema = {
  objectToken,
  fieldToken,
  objectDescribe,
  fieldDescribe,
  fieldSet,
  fieldMap,
  fieldSetMap,
  labelText,
  settings: settingsAccessor,
  addFieldError,
  dml
};

const enums = {
  enumValues(type: ApexType): ApexList {
    const constants = (type.classInfo?.constants as readonly ApexEnum[] | undefined) ?? platformEnumValues(type.name);
    return new ApexList(type, [...constants]);
  },
  enumValueOf(type: ApexType, name: string | null): ApexEnum {
    const key = nn(name).toLowerCase();
    const constants = (type.classInfo?.constants as readonly ApexEnum[] | undefined) ?? platformEnumValues(type.name);
    const found = constants.find((constant) => constant.name.toLowerCase() === key);
    return found ?? throwApex('System.NoSuchElementException', `No enum constant ${type.name}.${name}`);
  }
};

/** A call through a platform interface, or on an exception whose method a user class may override. */
function invoke(receiver: unknown, name: string, implementation: ((...args: unknown[]) => unknown) | null, args: readonly unknown[]): unknown {
  const user = classInfoOf(receiver);
  if (user && hasMethod(receiver, name, args.length)) return callMethod(receiver, name, args);
  return implementation ? implementation(receiver, ...args) : callMethod(receiver, name, args);
}

const exceptions = {
  /** What a catch clause may see. Errors of the local org itself, and limits, pass every catch. */
  caught(error: unknown): ApexException {
    if (!(error instanceof ApexException) || error.type.name === 'System.LimitException') throw stackOverflow(error) ?? error;
    return error;
  },
  thrown: (value: ApexException | null): ApexException => nn(value),
  newException: (type: ApexType, ...args: (string | ApexException | null)[]): ApexException => new ApexException(type).initialize(...args),
  plainText: (value: { classInfo: ClassInfo }): string => value.classInfo.name,
  invoke,
  hashCode: apexHashCode,
  identityHash
};

function stackOverflow(error: unknown): ApexException | null {
  if (!(error instanceof RangeError) || !error.message.includes('call stack')) return null;
  try {
    return throwApex('System.LimitException', 'Maximum stack depth reached: 1001');
  } catch (limit) {
    return limit as ApexException;
  }
}

const execution = {
  /** Sharing of a class takes effect while its methods run. */
  enter(sharing: Sharing): Sharing {
    const running = current();
    const before = running.sharing;
    running.sharing = sharing;
    return before;
  },
  leave(before: Sharing): void {
    current().sharing = before;
  },
  runAs: platformRunAs,
  future: callFuture,
  property: (target: object, name: string, accessors: PropertyDescriptor): void => {
    Object.defineProperty(target, name, { ...accessors, configurable: true, enumerable: false });
  },
  trigger
};

/** Variables of `Trigger`; outside a trigger the flags are false and the rest is null. */
function trigger(name: string): unknown {
  const context = triggerContext();
  switch (name) {
    case 'isexecuting':
      return context !== null;
    case 'isbefore':
    case 'isafter':
      return context?.timing === name.slice(2);
    case 'isinsert':
    case 'isupdate':
    case 'isdelete':
    case 'isundelete':
      return context?.operation === name.slice(2);
    case 'new':
      return context?.new ?? null;
    case 'old':
      return context?.old ?? null;
    case 'newmap':
      return context?.newMap ?? null;
    case 'oldmap':
      return context?.oldMap ?? null;
    case 'size':
      return context?.size ?? null;
    case 'operationtype':
      return context ? enumConstant('System.TriggerOperation', `${context.timing}_${context.operation}`.toUpperCase()) : null;
    default:
      throw new Error(`Unknown trigger variable ${name}`);
  }
}

export const support = {
  nn, b, ...comparisons, ...arithmetic, ...conversions, ...collections, ...rows, ...queries, ...schema, ...enums, ...exceptions, ...execution
};

