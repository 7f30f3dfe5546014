import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexDouble } from '../../runtime/values/double.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexTime } from '../../runtime/values/time.ts';
import { FormulaError } from './parse.ts';

/** What a formula computes with. Text that is blank is the empty string only when it is used as text. */
export type FormulaValue = null | string | boolean | Decimal | ApexDate | ApexDatetime | ApexTime;

export function fromApex(value: unknown): FormulaValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Decimal.fromNumber(value);
  if (typeof value === 'bigint') return Decimal.fromInteger(value);
  if (value instanceof Decimal || value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value;
  if (value instanceof ApexDouble) return Decimal.fromDouble(value.value);
  if (value instanceof ApexId) return value.to15();
  throw new FormulaError(`A formula cannot use a value of type ${(value as object).constructor.name}`);
}

export function isBlank(value: FormulaValue): boolean {
  return value === null || value === '';
}

export function text(value: FormulaValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Decimal) return value.stripTrailingZeros().toPlainString();
  if (value instanceof ApexDatetime) return `${value.toLocal('UTC')}Z`;
  return value.toString();
}

export function number(value: FormulaValue): Decimal | null {
  if (value === null || value === '') return null;
  if (value instanceof Decimal) return value;
  throw new FormulaError(`Incorrect parameter type: expected Number, received ${typeName(value)}`);
}

export function truth(value: FormulaValue): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null || value === '') return false;
  throw new FormulaError(`Incorrect parameter type: expected Boolean, received ${typeName(value)}`);
}

export function date(value: FormulaValue): ApexDate | null {
  if (value === null || value === '') return null;
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return value.date();
  if (typeof value === 'string') return ApexDate.parseIso(value);
  throw new FormulaError(`Incorrect parameter type: expected Date, received ${typeName(value)}`);
}

export function typeName(value: FormulaValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'Text';
  if (typeof value === 'boolean') return 'Boolean';
  if (value instanceof Decimal) return 'Number';
  return value instanceof ApexDate ? 'Date' : value instanceof ApexDatetime ? 'DateTime' : 'Time';
}

/** Blank text equals null; text compares with case. */
export function equal(a: FormulaValue, b: FormulaValue): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b);
  if (a instanceof Decimal && b instanceof Decimal) return a.compareTo(b) === 0;
  if (a instanceof ApexDate && b instanceof ApexDate) return a.compareTo(b) === 0;
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return a.compareTo(b) === 0;
  if (a instanceof ApexTime && b instanceof ApexTime) return a.compareTo(b) === 0;
  if (typeof a !== typeof b || typeof a === 'object')
    throw new FormulaError(`Incorrect parameter type for operator '=': ${typeName(a)} and ${typeName(b)}`);
  return a === b;
}

/** Null when either side is blank: such a comparison is not true. */
export function compare(a: FormulaValue, b: FormulaValue): number | null {
  if (isBlank(a) || isBlank(b)) return null;
  if (a instanceof Decimal && b instanceof Decimal) return a.compareTo(b);
  if (a instanceof ApexDate && b instanceof ApexDate) return a.compareTo(b);
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return a.compareTo(b);
  if (a instanceof ApexTime && b instanceof ApexTime) return a.compareTo(b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  throw new FormulaError(`Incorrect parameter type for a comparison: ${typeName(a)} and ${typeName(b)}`);
}
