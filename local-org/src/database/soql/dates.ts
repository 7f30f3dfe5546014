import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { SoqlError } from './resolve.ts';

/** Half-open range of days, `[start, end)`. */
export interface DayRange {
  readonly start: ApexDate;
  readonly end: ApexDate;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** The days a date literal stands for. Weeks start on Sunday, the fiscal year in January (an ordinary US org). */
export function literalRange(name: string, n: number | null, today: ApexDate): DayRange {
  const literal = name.replace('FISCAL_', '');
  if (literal === 'TODAY') return days(today, 1);
  if (literal === 'YESTERDAY') return days(today.addDays(-1), 1);
  if (literal === 'TOMORROW') return days(today.addDays(1), 1);
  if (literal === 'LAST_90_DAYS') return { start: today.addDays(-90), end: today.addDays(1) };
  if (literal === 'NEXT_90_DAYS') return days(today.addDays(1), 90);
  const single = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(literal);
  if (single) {
    const unit = single[2] as Unit;
    const offset = single[1] === 'LAST' ? -1 : single[1] === 'NEXT' ? 1 : 0;
    const start = add(startOf(today, unit), unit, offset);
    return { start, end: add(start, unit, 1) };
  }
  const counted = /^(?:(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S|N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO)$/.exec(literal);
  if (!counted || n === null) throw new SoqlError(`unexpected token: '${name}'`);
  if (n < 0) throw new SoqlError(`Invalid date literal: ${name}:${n}`);
  const unit = (counted[2] ?? counted[3]) as Unit;
  const current = startOf(today, unit);
  if (counted[3]) {
    const start = add(current, unit, -n);
    return { start, end: add(start, unit, 1) };
  }
  if (counted[1] === 'NEXT') return { start: add(current, unit, 1), end: add(current, unit, n + 1) };
  // LAST_N_DAYS reaches up to and including today; longer units end before the current one.
  return { start: add(current, unit, -n), end: unit === 'DAY' ? today.addDays(1) : current };
}

function days(start: ApexDate, count: number): DayRange {
  return { start, end: start.addDays(count) };
}

function startOf(date: ApexDate, unit: Unit): ApexDate {
  switch (unit) {
    case 'DAY':
      return date;
    case 'WEEK':
      return date.addDays(-(date.isoDayOfWeek % 7));
    case 'MONTH':
      return new ApexDate(date.year, date.month, 1);
    case 'QUARTER':
      return new ApexDate(date.year, date.month - ((date.month - 1) % 3), 1);
    case 'YEAR':
      return new ApexDate(date.year, 1, 1);
  }
}

function add(date: ApexDate, unit: Unit, count: number): ApexDate {
  switch (unit) {
    case 'DAY':
      return date.addDays(count);
    case 'WEEK':
      return date.addDays(7 * count);
    case 'MONTH':
      return date.addMonths(count);
    case 'QUARTER':
      return date.addMonths(3 * count);
    case 'YEAR':
      return date.addYears(count);
  }
}

/** A part of a stored date (`YYYY-MM-DD`) or instant (epoch milliseconds), as SOQL's date functions give it. */
export function datePart(name: string, stored: string | number | bigint | null, zone: string): string | number | null {
  if (stored === null) return null;
  const instant = typeof stored === 'string' ? null : new ApexDatetime(Number(stored));
  const date = instant ? instant.date(zone) : ApexDate.parseIso(stored as string);
  if (!date) return null;
  switch (name) {
    case 'CALENDAR_YEAR':
    case 'FISCAL_YEAR':
      return date.year;
    case 'CALENDAR_MONTH':
    case 'FISCAL_MONTH':
      return date.month;
    case 'CALENDAR_QUARTER':
    case 'FISCAL_QUARTER':
      return Math.ceil(date.month / 3);
    case 'DAY_IN_MONTH':
      return date.day;
    case 'DAY_IN_WEEK':
      return (date.isoDayOfWeek % 7) + 1;
    case 'DAY_IN_YEAR':
      return date.dayOfYear;
    case 'DAY_ONLY':
      return date.toString();
    case 'HOUR_IN_DAY':
      return instant ? instant.time(zone).hour : null;
    case 'WEEK_IN_MONTH':
      return Math.ceil(date.day / 7);
    case 'WEEK_IN_YEAR':
      return Math.ceil(date.dayOfYear / 7);
    default:
      throw new SoqlError(`Not implemented in the local org: SOQL ${name}()`);
  }
}

export const DATE_FUNCTIONS = new Set([
  'CALENDAR_YEAR',
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'FISCAL_YEAR',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR'
]);
