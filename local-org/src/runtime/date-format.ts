/** java.text.SimpleDateFormat patterns over an instant in a time zone, in English unless the user's locale says otherwise. */
import { userLocale } from './locale-format.ts';
import { offsetAt } from './time-zone.ts';
import type { ApexDatetime } from './values/datetime.ts';
import { throwApex } from './values/exception.ts';
import type { ApexDate } from './values/date.ts';
import type { ApexTime } from './values/time.ts';

interface Moment {
  readonly instant: number;
  readonly zone: string;
  readonly date: ApexDate;
  readonly time: ApexTime;
}

const TOKEN = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g;

export function formatPattern(pattern: string, value: ApexDatetime, zone: string): string {
  const moment: Moment = { instant: value.value, zone, date: value.date(zone), time: value.time(zone) };
  if ((pattern.match(/'/g)?.length ?? 0) % 2 === 1) throwApex('System.IllegalArgumentException', 'Unterminated quote');
  return pattern.replace(TOKEN, (token, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    return letter === undefined ? token : field(letter, token.length, moment);
  });
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

function field(letter: string, count: number, { instant, zone, date, time }: Moment): string {
  switch (letter) {
    case 'G':
      return date.year > 0 ? 'AD' : 'BC';
    case 'y':
      return count === 2 ? pad(date.year % 100, 2) : pad(date.year, count);
    case 'Y':
      return count === 2 ? pad(weekOf(date).year % 100, 2) : pad(weekOf(date).year, count);
    case 'M':
    case 'L':
      return count >= 3 ? name(instant, zone, { month: count === 3 ? 'short' : 'long' }, 'month') : pad(date.month, count);
    case 'd':
      return pad(date.day, count);
    case 'D':
      return pad(date.dayOfYear, count);
    case 'E':
      return name(instant, zone, { weekday: count <= 3 ? 'short' : 'long' }, 'weekday');
    case 'u':
      return pad(date.isoDayOfWeek, count);
    case 'w':
      return pad(weekOf(date).week, count);
    case 'W':
      return pad(Math.ceil((date.day + firstWeekday(date)) / 7), count);
    case 'F':
      return pad(Math.ceil(date.day / 7), count);
    case 'a':
      return time.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(time.hour, count);
    case 'k':
      return pad(time.hour || 24, count);
    case 'K':
      return pad(time.hour % 12, count);
    case 'h':
      return pad(time.hour % 12 || 12, count);
    case 'm':
      return pad(time.minute, count);
    case 's':
      return pad(time.second, count);
    case 'S':
      return pad(time.millisecond, count);
    case 'z':
      return zoneName(instant, zone, count >= 4 ? 'long' : 'short');
    case 'Z':
      return offsetText(offsetAt(instant, zone), '');
    case 'X':
      return isoOffset(offsetAt(instant, zone), count);
    default:
      return throwApex('System.IllegalArgumentException', `Illegal pattern character '${letter}'`);
  }
}

function name(instant: number, zone: string, options: Intl.DateTimeFormatOptions, part: string): string {
  const format = new Intl.DateTimeFormat(userLocale(), { ...options, timeZone: intlZone(zone) });
  return format.formatToParts(instant).find(({ type }) => type === part)!.value;
}

/** Intl knows `+05:30`, not `GMT+05:30`; unknown zones are GMT as everywhere. */
export function intlZone(zone: string): string {
  const offset = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (offset) return `${offset[1]}${offset[2]!.padStart(2, '0')}:${offset[3] ?? '00'}`;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

export function zoneName(instant: number, zone: string, style: 'short' | 'long'): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: intlZone(zone), timeZoneName: style });
  const text = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')!.value;
  return text === 'UTC' ? 'GMT' : text === 'Coordinated Universal Time' ? 'Greenwich Mean Time' : text;
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${separator}${pad(minutes % 60, 2)}`;
}

function isoOffset(offset: number, count: number): string {
  if (offset === 0) return 'Z';
  return count === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, count === 2 ? '' : ':');
}

/** Days that precede the month's first day in its week, weeks starting on Sunday. */
function firstWeekday(date: ApexDate): number {
  return date.addDays(1 - date.day).isoDayOfWeek % 7;
}

/** US week numbering: weeks start on Sunday and week 1 is the one with 1 January. */
function weekOf(date: ApexDate): { week: number; year: number } {
  const saturday = date.addDays(6 - (date.isoDayOfWeek % 7));
  if (saturday.year !== date.year) return { week: 1, year: saturday.year };
  const first = saturday.addDays(1 - saturday.dayOfYear);
  return { week: Math.floor((date.dayOfYear - 1 + (first.isoDayOfWeek % 7)) / 7) + 1, year: date.year };
}

/** The locale's short date and time, `1/2/2024, 3:04 AM`. */
export function formatShort(date: string, instant: number, zone: string): string {
  const time = new Intl.DateTimeFormat(userLocale(), { timeStyle: 'short', timeZone: intlZone(zone) })
    .format(instant)
    .replace(/[\u202f\u00a0]/g, ' ');
  return `${date}, ${time}`;
}

/** The locale's long form with the zone, `1/2/2024, 3:04:05 AM PST`. */
export function formatLong(date: string, instant: number, zone: string): string {
  const time = new Intl.DateTimeFormat(userLocale(), { timeStyle: 'medium', timeZone: intlZone(zone) })
    .format(instant)
    .replace(/[\u202f\u00a0]/g, ' ');
  return `${date}, ${time} ${zoneName(instant, zone, 'short')}`;
}
