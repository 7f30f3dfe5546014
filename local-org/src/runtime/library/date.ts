import { toDisplayString } from '../convert.ts';
import { defineType } from '../library.ts';
import { formatDate, parseDate } from '../locale-format.ts';
import { displayTypeName, typeOf } from '../types.ts';
import { ApexDate, daysInMonth, isLeapYear } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { requireArgument, throwApex } from '../values/exception.ts';
import { ApexTime } from '../values/time.ts';
import { addErrorMethods } from './add-error.ts';
import { strict } from './arguments.ts';

/** `yyyy-MM-dd`, with or without a time after it, which is ignored. */
export function dateOf(text: string): ApexDate {
  const date = ApexDate.parseIso(text.trim().split(/[ T]/)[0]!);
  return date ?? throwApex('System.TypeException', `Invalid date: ${text}`);
}

function valueOf(value: unknown): ApexDate {
  requireArgument(value);
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return value.date('UTC');
  if (typeof value === 'string') return dateOf(value);
  return throwApex('System.TypeException', `Invalid conversion from runtime type ${displayTypeName(typeOf(value))} to Date`);
}

/** Full months between, without regard to the days. */
const monthsBetween = (from: ApexDate, to: ApexDate): number => (to.year - from.year) * 12 + to.month - from.month;

defineType({
  name: 'System.Date',
  statics: strict({
    daysInMonth: (year: number, month: number) => {
      if (month < 1 || month > 12) throwApex('System.InvalidParameterValueException', `Invalid month: ${month}`);
      return daysInMonth(year, month);
    },
    isLeapYear,
    newInstance: (year: number, month: number, day: number) => new ApexDate(year, month, day),
    parse: (text: string) => parseDate(text) ?? throwApex('System.TypeException', `Invalid date: ${text}`),
    today: () => ApexDatetime.now().date(),
    valueOf
  }),
  methods: {
    ...strict({
      addDays: (date: ApexDate, days: number) => date.addDays(days),
      addMonths: (date: ApexDate, months: number) => date.addMonths(months),
      addYears: (date: ApexDate, years: number) => date.addYears(years),
      day: (date: ApexDate) => date.day,
      dayOfYear: (date: ApexDate) => date.dayOfYear,
      daysBetween: (date: ApexDate, other: ApexDate) => other.epochDay - date.epochDay,
      format: formatDate,
      isSameDay: (date: ApexDate, other: ApexDate) => date.epochDay === other.epochDay,
      month: (date: ApexDate) => date.month,
      monthsBetween,
      toStartOfMonth: (date: ApexDate) => new ApexDate(date.year, date.month, 1),
      // Weeks start on Sunday in the locales this org knows.
      toStartOfWeek: (date: ApexDate) => date.addDays(-(date.isoDayOfWeek % 7)),
      year: (date: ApexDate) => date.year
    }),
    toString: (date: ApexDate) => toDisplayString(date),
    ...addErrorMethods
  }
});

defineType({
  name: 'System.Time',
  statics: strict({
    newInstance: (hour: number, minute: number, second: number, millisecond: number) => ApexTime.of(hour, minute, second, millisecond)
  }),
  methods: {
    ...strict({
      addHours: (time: ApexTime, hours: number) => time.add(hours * 3_600_000),
      addMinutes: (time: ApexTime, minutes: number) => time.add(minutes * 60_000),
      addSeconds: (time: ApexTime, seconds: number) => time.add(seconds * 1000),
      addMilliseconds: (time: ApexTime, milliseconds: number) => time.add(milliseconds),
      hour: (time: ApexTime) => time.hour,
      minute: (time: ApexTime) => time.minute,
      second: (time: ApexTime) => time.second,
      millisecond: (time: ApexTime) => time.millisecond
    }),
    toString: (time: ApexTime) => time.toString(),
    ...addErrorMethods
  }
});
