/** Operators and conversions of emitted code on values. */
import { toDecimal, toDisplayString, toDouble, toInteger, toLong } from '../runtime/convert.ts';
import { apexEquals, compare, strictEquals } from '../runtime/equality.ts';
import type { ApexType } from '../runtime/type.ts';
import { VOID, cast, isInstance } from '../runtime/types.ts';
import type { ApexDate } from '../runtime/values/date.ts';
import { ApexDatetime } from '../runtime/values/datetime.ts';
import type { Decimal } from '../runtime/values/decimal.ts';
import { ApexDouble } from '../runtime/values/double.ts';
import { ApexException, throwApex } from '../runtime/values/exception.ts';
import { ApexId } from '../runtime/values/id.ts';
import { ApexList } from '../runtime/values/list.ts';
import { ApexMap } from '../runtime/values/map.ts';
import { ApexObject } from '../runtime/values/object.ts';
import { ApexSet } from '../runtime/values/set.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { ApexTime } from '../runtime/values/time.ts';
import { TypeToken } from '../runtime/values/type-token.ts';

const DAY = 86_400_000;

const both = (left: unknown, right: unknown): boolean => left !== null && right !== null;

export const comparisons = {
  eq: apexEquals,
  equals: strictEquals,
  same: (left: unknown, right: unknown): boolean => left === right || (isValue(left) && isValue(right) && strictEquals(left, right)),
  ltInteger: (left: number | null, right: number | null): boolean => left !== null && right !== null && left < right,
  gtInteger: (left: number | null, right: number | null): boolean => left !== null && right !== null && left > right,
  leInteger: (left: number | null, right: number | null): boolean => left !== null && right !== null && left <= right,
  geInteger: (left: number | null, right: number | null): boolean => left !== null && right !== null && left >= right,
  lt: (left: unknown, right: unknown): boolean => both(left, right) && compare(left, right) < 0,
  gt: (left: unknown, right: unknown): boolean => both(left, right) && compare(left, right) > 0,
  le: (left: unknown, right: unknown): boolean => both(left, right) && compare(left, right) <= 0,
  ge: (left: unknown, right: unknown): boolean => both(left, right) && compare(left, right) >= 0
};

/** Values without an identity of their own: `===` compares them by content. */
function isValue(value: unknown): boolean {
  return !(
    value instanceof ApexObject ||
    value instanceof SObject ||
    value instanceof ApexList ||
    value instanceof ApexSet ||
    value instanceof ApexMap ||
    value instanceof ApexException
  );
}

function zero(): never {
  return throwApex('System.MathException', 'Divide by 0');
}

const double = (value: number): ApexDouble => new ApexDouble(value);

export const arithmetic = {
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
  moveTime: (time: ApexTime, milliseconds: Decimal, sign: number) =>
    new ApexTime((((time.milliseconds + sign * Math.trunc(milliseconds.toNumber())) % DAY) + DAY) % DAY)
};

export const conversions = {
  /** A Datetime cast to a Date; a value that is only known as Object does not convert. */
  dateOf: (value: ApexDatetime | null) => value?.date() ?? null,
  toInteger: (value: number | bigint | Decimal | ApexDouble | null) => (value === null ? null : toInteger(value)),
  toLong: (value: number | bigint | Decimal | ApexDouble | null) => (value === null ? null : toLong(value)),
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
  if (value instanceof ApexList)
    return new ApexList(
      first,
      value.items.map((item) => cast(item, first))
    );
  if (value instanceof ApexSet)
    return new ApexSet(
      first,
      [...value].map((item) => cast(item, first))
    );
  if (value instanceof ApexMap)
    return new ApexMap(
      first,
      second,
      [...value].map(([key, item]) => [cast(key, first), cast(item, second)] as const)
    );
  return value;
}
