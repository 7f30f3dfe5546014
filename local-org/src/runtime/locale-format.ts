/** Formatting that follows the running user's locale. */
import { current, isRunning } from './execution.ts';
import type { Decimal } from './values/decimal.ts';
import { ApexDate } from './values/date.ts';

export function userLocale(): string {
  return isRunning() ? current().user.locale.replaceAll('_', '-') : 'en-US';
}

/** `1,234.5`: grouped, with at most three decimals as Java's number formats have. */
export function formatNumber(value: Decimal): string {
  const locale = userLocale();
  const rounded = value.scale > 3 ? value.setScale(3) : value;
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 0, maximumFractionDigits: 3 });
  // A decimal string keeps digits that a JavaScript number would lose.
  return format.format(rounded.toPlainString() as unknown as number);
}

type DatePart = 'year' | 'month' | 'day';

const shortDates = new Map<string, Intl.DateTimeFormatPart[]>();

/** The locale's short date, with the year in full as the platform shows it. */
function shortDateParts(locale: string): Intl.DateTimeFormatPart[] {
  let parts = shortDates.get(locale);
  if (!parts) {
    parts = new Intl.DateTimeFormat(locale, {
      dateStyle: 'short',
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn'
    }).formatToParts(new Date('2001-02-03T00:00:00Z'));
    shortDates.set(locale, parts);
  }
  return parts;
}

export function formatDate(date: ApexDate): string {
  return shortDateParts(userLocale())
    .map(({ type, value }) => {
      if (type === 'year') return String(date.year);
      if (type !== 'month' && type !== 'day') return value;
      const number = String(type === 'month' ? date.month : date.day);
      return value.length === 2 ? number.padStart(2, '0') : number;
    })
    .join('');
}

/** Reads a date written as `formatDate` writes it; null when it is not. */
export function parseDate(text: string): ApexDate | null {
  const order = shortDateParts(userLocale())
    .filter(({ type }) => type === 'year' || type === 'month' || type === 'day')
    .map(({ type }) => type as DatePart);
  const numbers = /^\s*(\d{1,4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,4})\D?\s*$/.exec(text);
  if (!numbers) return null;
  const value = (part: DatePart): number => Number(numbers[order.indexOf(part) + 1]);
  const [month, day] = [value('month'), value('day')];
  // Two-digit years are within 80 years before and 20 after today, as Java reads them.
  let year = value('year');
  if (year < 100) {
    const thisYear = new Date().getUTCFullYear();
    year += Math.floor(thisYear / 100) * 100;
    if (year > thisYear + 20) year -= 100;
  }
  return month < 1 || month > 12 || day < 1 || day > 31 ? null : new ApexDate(year, month, day);
}
