import { toDisplayString } from '../convert.ts';
import { formatLong, formatPattern, formatShort } from '../date-format.ts';
import { defineType } from '../library.ts';
import { formatDate, parseDate } from '../locale-format.ts';
import { displayTypeName, typeOf } from '../types.ts';
import { userTimeZone } from '../time-zone.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { requireArgument, throwApex } from '../values/exception.ts';
import { ApexTime } from '../values/time.ts';
import { addErrorMethods } from './add-error.ts';
import { strict } from './arguments.ts';

/** `newInstance` in its forms: milliseconds; date and time; year, month, day and perhaps hour, minute, second. */
const instance =
  (zone: () => string) =>
  (...args: (bigint | number | ApexDate | ApexTime)[]): ApexDatetime => {
    const [first, second] = args;
    if (typeof first === 'bigint') return new ApexDatetime(Number(first));
    if (first instanceof ApexDate) return ApexDatetime.of(first, second as ApexTime, zone());
    const [year, month, day, hour = 0, minute = 0, seconds = 0] = args as number[];
    const days = new ApexDate(year!, month!, day!);
    // Hours beyond a day roll into the next, which a time of day cannot hold.
    const total = ((hour * 60 + minute) * 60 + seconds) * 1000;
    const overflow = Math.floor(total / 86_400_000);
    return ApexDatetime.of(days.addDays(overflow), new ApexTime(total), zone());
  };

/** Text behind the seconds, a zone for one, is not looked at. */
const LOCAL = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$| (\d{1,2}):(\d{1,2}):(\d{1,2}))/;

function parseLocal(text: string, zone: string): ApexDatetime {
  const match = LOCAL.exec(text.trim());
  if (!match) return throwApex('System.TypeException', `Invalid date/time: ${text}`);
  return instance(() => zone)(...match.slice(1).map((part) => Number(part ?? 0)));
}

function valueOf(value: unknown): ApexDatetime {
  requireArgument(value);
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return ApexDatetime.startOfDay(value);
  // Not documented, and used: milliseconds.
  if (typeof value === 'bigint') return new ApexDatetime(Number(value));
  if (typeof value === 'string') return parseLocal(value, userTimeZone());
  return throwApex('System.TypeException', `Invalid conversion from runtime type ${displayTypeName(typeOf(value))} to Datetime`);
}

/** Text in the user's locale: `1/2/2024 3:04 AM` or `1/2/2024, 3:04 AM`. */
function parse(text: string): ApexDatetime {
  const match = /^\s*(\S+?),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?\s*$/u.exec(text);
  const date = match && parseDate(match[1]!);
  if (!match || !date) return throwApex('System.TypeException', `Invalid date/time: ${text}`);
  const half = match[5]?.toLowerCase();
  const hour = half ? (Number(match[2]) % 12) + (half === 'pm' ? 12 : 0) : Number(match[2]);
  return ApexDatetime.of(date, ApexTime.of(hour, Number(match[3]), Number(match[4] ?? 0), 0));
}

/** Moves the calendar, keeping the time of day in the user's zone. */
const movingDate =
  (move: (date: ApexDate, count: number) => ApexDate) =>
  (value: ApexDatetime, count: number): ApexDatetime =>
    ApexDatetime.of(move(value.date(), count), value.time());

const shifted =
  (unit: number) =>
  (value: ApexDatetime, count: number): ApexDatetime =>
    value.add(count * unit);

/** Getters in the user's zone and, with the suffix `Gmt`, in UTC. */
function parts(): Record<string, (value: ApexDatetime) => unknown> {
  const getters: Record<string, (date: ApexDate, time: ApexTime) => unknown> = {
    date: (date) => date,
    time: (_, time) => time,
    year: (date) => date.year,
    month: (date) => date.month,
    day: (date) => date.day,
    dayOfYear: (date) => date.dayOfYear,
    hour: (_, time) => time.hour,
    minute: (_, time) => time.minute,
    second: (_, time) => time.second,
    millisecond: (_, time) => time.millisecond
  };
  const result: Record<string, (value: ApexDatetime) => unknown> = {};
  for (const [name, get] of Object.entries(getters)) {
    result[name] = (value) => get(value.date(), value.time());
    result[`${name}Gmt`] = (value) => get(value.date('UTC'), value.time('UTC'));
  }
  return result;
}

defineType({
  name: 'System.Datetime',
  statics: strict({
    newInstance: instance(userTimeZone),
    newInstanceGmt: instance(() => 'UTC'),
    now: () => ApexDatetime.now(),
    parse,
    valueOf,
    valueOfGmt: (text: string) => parseLocal(text, 'UTC')
  }),
  methods: {
    ...parts(),
    ...strict({
      addDays: movingDate((date, days) => date.addDays(days)),
      addMonths: movingDate((date, months) => date.addMonths(months)),
      addYears: movingDate((date, years) => date.addYears(years)),
      addHours: shifted(3_600_000),
      addMinutes: shifted(60_000),
      addSeconds: shifted(1000),
      getTime: (value: ApexDatetime) => BigInt(value.value),
      isSameDay: (value: ApexDatetime, other: ApexDatetime) => value.date().compareTo(other.date()) === 0,
      'format/0': (value: ApexDatetime) => formatShort(formatDate(value.date()), value.value, userTimeZone()),
      'format/1': (value: ApexDatetime, pattern: string) => formatPattern(pattern, value, userTimeZone()),
      formatGmt: (value: ApexDatetime, pattern: string) => formatPattern(pattern, value, 'UTC'),
      formatLong: (value: ApexDatetime) => formatLong(formatDate(value.date()), value.value, userTimeZone())
    }),
    'format/2': (value: ApexDatetime, pattern: string, zone: string | null) =>
      formatPattern(requireArgument(pattern), value, zone ?? userTimeZone()),
    toString: (value: ApexDatetime) => toDisplayString(value),
    ...addErrorMethods
  }
});
