import type { IsoDate } from '../types.ts';

export type WrittenDate = {
  /** One day, or two when day and month could be either; the more usual (day first) first. */
  readings: IsoDate[];
  text: string;
  from: number;
  to: number;
};

const MONTHS: Record<string, number> = {};
const NAMES = [
  'january jan januar jänner jaenner janvier janv enero ene gennaio gen januari',
  'february feb februar fevrier fevr febrero febbraio februari',
  'march mar märz maerz marz mrz mars marzo maart mac',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mei',
  'june jun juni juin junio giugno',
  'july jul juli juillet juil julio luglio julai',
  'august aug aout agosto ago augustus ogos',
  'september sep sept septembre septiembre settembre',
  'october oct oktober okt octobre octubre ottobre',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic dicembre disember'
];
NAMES.forEach((names, month) => names.split(' ').forEach((name) => (MONTHS[fold(name)] = month + 1)));

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const NUMERIC = /(?<![\d.,/-])(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{2,4})(?![\d/]|[.,-]\d)/g;
const COMPACT = /(?<![\d.,/-])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\d.,/-])/g;
const DAY_FIRST =
  /(?<![\d.,/])(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s./'-]{0,3}(?:de\s+|del\s+)?(\p{L}{3,10})\.?[\s,./'-]{0,3}(?:de\s+|del\s+)?(\d{4}|\d{2})(?!\d|[.,:]\d)/gu;
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,10})\.?\s{0,2}(\d{1,2})(?:st|nd|rd|th)?[\s,.'-]{1,3}(\d{4})(?!\d)/gu;
/** Blanks that OCR lost or put in are allowed around the marks: `12 / 03 /2018`. */

/** Days written in a line: numeric in any order, with month names in six languages, compact (`20180305`). */
export function datesIn(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  const add = (match: RegExpExecArray, readings: (IsoDate | null)[]): void => {
    const valid = [...new Set(readings.filter((reading): reading is IsoDate => reading !== null))];
    const [from, to] = [match.index, match.index + match[0].length];
    if (valid.length > 0 && !found.some((other) => from < other.to && to > other.from))
      found.push({ readings: valid, text: match[0], from, to });
  };
  for (const match of text.matchAll(NUMERIC)) {
    const [, first, mark, second, third] = match as unknown as [string, string, string, string, string];
    if (first.length >= 3) add(match, first.length === 4 && third.length <= 2 ? [day(first, second, third)] : []);
    else if (third.length === 3) continue;
    else {
      const dayFirst = day(third, second, first);
      // Two digits on either side could be a year first, as `18-03-05`; only where the usual order makes no day.
      const yearFirst = third.length === 2 && mark === '-' ? day(first, second, third) : null;
      const both = [dayFirst, day(third, first, second)];
      add(match, both.some(Boolean) ? both : [yearFirst]);
    }
  }
  for (const match of text.matchAll(DAY_FIRST)) {
    const month = MONTHS[fold(match[2]!)];
    if (month) add(match, [day(match[3]!, String(month), match[1]!)]);
  }
  for (const match of text.matchAll(MONTH_FIRST)) {
    const month = MONTHS[fold(match[1]!)];
    if (month) add(match, [day(match[3]!, String(month), match[2]!)]);
  }
  for (const match of text.matchAll(COMPACT)) add(match, [day(match[1]!, match[2]!, match[3]!)]);
  return found.sort((a, b) => a.from - b.from);
}

const EARLIEST = 1990;
const LATEST = 2079;

function day(year: string, month: string, date: string): IsoDate | null {
  const y = Number(year.length <= 2 ? `20${year.padStart(2, '0')}` : year);
  const [m, d] = [Number(month), Number(date)];
  if (y < EARLIEST || y > LATEST || m < 1 || m > 12 || d < 1 || d > 31) return null;
  const valid = new Date(Date.UTC(y, m - 1, d));
  return valid.getUTCMonth() === m - 1 ? `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` : null;
}
