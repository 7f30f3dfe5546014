import { ApexDate, daysInMonth } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { checksum } from '../../runtime/values/id.ts';
import { ApexTime } from '../../runtime/values/time.ts';
import { FormulaError } from './parse.ts';
import { date, isBlank, number, text, typeName } from './values.ts';
import type { FormulaValue } from './values.ts';

/** Functions of values alone; those that need the record or are lazy in their arguments are in evaluate.ts. */
export type FormulaFunction = (args: readonly FormulaValue[]) => FormulaValue;

const integer = (value: FormulaValue): number => Number((number(value) ?? Decimal.ZERO).truncate());
const decimal = (value: number): Decimal => (Number.isInteger(value) ? Decimal.fromInteger(value) : Decimal.fromNumber(value));
const numeric =
  (compute: (value: Decimal) => Decimal): FormulaFunction =>
  ([value = null]) => {
    const operand = number(value);
    return operand === null ? null : compute(operand);
  };
const ofDate =
  (compute: (value: ApexDate) => number): FormulaFunction =>
  ([value = null]) => {
    const day = date(value);
    return day === null ? null : decimal(compute(day));
  };
const viaNumber = (compute: (value: number) => number): FormulaFunction => numeric((value) => decimal(compute(value.toNumber())));

function rounded(value: FormulaValue, places: FormulaValue, mode: 'HALF_UP' | 'FLOOR' | 'CEILING' | 'DOWN'): Decimal | null {
  const operand = number(value);
  return operand === null ? null : operand.setScale(integer(places), mode);
}

/** FLOOR and CEILING of a formula go towards and away from zero. */
const towardsZero = (value: Decimal): Decimal => Decimal.fromInteger(value.truncate());
const awayFromZero = (value: Decimal): Decimal => value.setScale(0, 'UP');

function extreme(args: readonly FormulaValue[], sign: number): Decimal | null {
  const numbers = args.map(number).filter((value) => value !== null);
  return numbers.reduce<Decimal | null>((best, value) => (best === null || value.compareTo(best) * sign > 0 ? value : best), null);
}

export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  ISBLANK: ([value = null]) => isBlank(value),
  ISNULL: ([value = null]) => isBlank(value),
  ISNUMBER: ([value = null]) =>
    value instanceof Decimal || (typeof value === 'string' && value !== '' && Decimal.parse(value.trim()) !== null),
  LEN: ([value = null]) => decimal(text(value).length),
  TEXT: ([value = null]) => text(value),
  VALUE: ([value = null]) => {
    if (isBlank(value)) return null;
    const parsed = Decimal.parse(text(value).trim());
    if (parsed === null) throw new FormulaError(`Invalid number: ${text(value)}`);
    return parsed;
  },
  LEFT: ([value = null, count = null]) => text(value).slice(0, Math.max(integer(count), 0)),
  RIGHT: ([value = null, count = null]) => (integer(count) <= 0 ? '' : text(value).slice(-integer(count))),
  MID: ([value = null, start = null, count = null]) =>
    text(value).slice(Math.max(integer(start) - 1, 0), Math.max(integer(start) - 1, 0) + Math.max(integer(count), 0)),
  TRIM: ([value = null]) => text(value).trim(),
  UPPER: ([value = null]) => text(value).toUpperCase(),
  LOWER: ([value = null]) => text(value).toLowerCase(),
  INITCAP: ([value = null]) =>
    text(value)
      .toLowerCase()
      .replace(/(^|[^\p{L}\p{N}])(\p{L})/gu, (whole) => whole.toUpperCase()),
  REVERSE: ([value = null]) => [...text(value)].reverse().join(''),
  CONTAINS: ([value = null, part = null]) => text(value).includes(text(part)),
  BEGINS: ([value = null, part = null]) => text(value).startsWith(text(part)),
  FIND: ([part = null, value = null, start = Decimal.ONE]) =>
    decimal(text(part) === '' ? 0 : text(value).indexOf(text(part), Math.max(integer(start) - 1, 0)) + 1),
  SUBSTITUTE: ([value = null, from = null, to = null]) =>
    text(from) === '' ? text(value) : text(value).replaceAll(text(from), () => text(to)),
  LPAD: ([value = null, length = null, pad = ' ']) => text(value).slice(0, integer(length)).padStart(integer(length), text(pad)),
  RPAD: ([value = null, length = null, pad = ' ']) => text(value).slice(0, integer(length)).padEnd(integer(length), text(pad)),
  BR: () => '\n',
  CHR: ([code = null]) => String.fromCodePoint(integer(code)),
  ASCII: ([value = null]) => decimal(text(value).codePointAt(0) ?? 0),
  INCLUDES: ([value = null, part = null]) => text(value).split(';').includes(text(part)),
  REGEX: ([value = null, pattern = null]) => new RegExp(`^(?:${text(pattern)})$`, 'u').test(text(value)),
  CASESAFEID: ([value = null]) => (text(value).length === 15 ? text(value) + checksum(text(value)) : text(value)),
  HYPERLINK: ([url = null, label = null, target = null]) =>
    `<a href="${text(url)}" target="${text(target) || '_blank'}">${text(label)}</a>`,
  IMAGE: ([url = null, label = null]) => `<img src="${text(url)}" alt="${text(label)}"/>`,
  HTMLENCODE: ([value = null]) => text(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
  URLENCODE: ([value = null]) => encodeURIComponent(text(value)).replaceAll('%20', '+'),
  ABS: numeric((value) => value.abs()),
  CEILING: numeric(awayFromZero),
  FLOOR: numeric(towardsZero),
  MCEILING: numeric((value) => value.setScale(0, 'CEILING')),
  MFLOOR: numeric((value) => value.setScale(0, 'FLOOR')),
  ROUND: ([value = null, places = null]) => rounded(value, places, 'HALF_UP'),
  TRUNC: ([value = null, places = null]) => rounded(value, places, 'DOWN'),
  SQRT: viaNumber(Math.sqrt),
  EXP: viaNumber(Math.exp),
  LN: viaNumber(Math.log),
  LOG: viaNumber(Math.log10),
  MAX: (args) => extreme(args, 1),
  MIN: (args) => extreme(args, -1),
  MOD: ([value = null, divisor = null]) => {
    const [a, b] = [number(value), number(divisor)];
    if (a === null || b === null) return null;
    if (b.signum() === 0) throw new FormulaError('Division by zero in formula');
    const remainder = a.remainder(b);
    return remainder.signum() !== 0 && remainder.signum() !== b.signum() ? remainder.add(b) : remainder;
  },
  TODAY: () => ApexDatetime.now().date(),
  NOW: () => ApexDatetime.now(),
  TIMENOW: () => ApexDatetime.now().time('UTC'),
  DATE: ([year = null, month = null, day = null]) => {
    const [y, m, d] = [integer(year), integer(month), integer(day)];
    if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) throw new FormulaError(`Invalid date: ${y}-${m}-${d}`);
    return new ApexDate(y, m, d);
  },
  DATEVALUE: ([value = null]) => date(value),
  DATETIMEVALUE: ([value = null]) => {
    if (value instanceof ApexDatetime) return value;
    if (value instanceof ApexDate) return ApexDatetime.startOfDay(value);
    if (isBlank(value)) return null;
    const instant = Date.parse(`${text(value).replace(' ', 'T').replace(/Z$/, '')}Z`);
    if (Number.isNaN(instant)) throw new FormulaError(`Invalid date/time: ${text(value)}`);
    return new ApexDatetime(instant);
  },
  TIMEVALUE: ([value = null]) => {
    if (value instanceof ApexDatetime) return value.time('UTC');
    const time = ApexTime.parseIso(text(value));
    if (!time && !isBlank(value)) throw new FormulaError(`Invalid time: ${text(value)} (${typeName(value)})`);
    return time;
  },
  YEAR: ofDate((value) => value.year),
  MONTH: ofDate((value) => value.month),
  DAY: ofDate((value) => value.day),
  WEEKDAY: ofDate((value) => (value.isoDayOfWeek % 7) + 1),
  DAYOFYEAR: ofDate((value) => value.dayOfYear),
  ISOWEEK: ofDate((value) => Math.floor((value.addDays(4 - value.isoDayOfWeek).dayOfYear - 1) / 7) + 1),
  ISOYEAR: ofDate((value) => value.addDays(4 - value.isoDayOfWeek).year),
  ADDMONTHS: ([value = null, months = null]) => {
    if (value instanceof ApexDatetime)
      return new ApexDatetime(
        value.value + (value.date('UTC').addMonths(integer(months)).epochDay - value.date('UTC').epochDay) * 86_400_000
      );
    const day = date(value);
    if (day === null) return null;
    const moved = day.addMonths(integer(months));
    // The last day of a month stays the last day.
    return day.day === daysInMonth(day.year, day.month)
      ? new ApexDate(moved.year, moved.month, daysInMonth(moved.year, moved.month))
      : moved;
  },
  HOUR: ([value = null]) => (value instanceof ApexTime ? decimal(value.hour) : null),
  MINUTE: ([value = null]) => (value instanceof ApexTime ? decimal(value.minute) : null),
  SECOND: ([value = null]) => (value instanceof ApexTime ? decimal(value.second) : null),
  UNIXTIMESTAMP: ([value = null]) => (value instanceof ApexDatetime ? decimal(Math.floor(value.value / 1000)) : null)
};
