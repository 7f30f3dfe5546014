import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS_RELATIVE = 7;
const KILOBYTE = 1024;

/** Fills the numbered places of a label: `format('{0} of {1}', 2, 3)` is `2 of 3`. A place without a value stays as it is. */
export function format(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/g, (place, index) => {
    const value = values[Number(index)];
    return value === undefined ? place : String(value);
  });
}

/** The label for one, or the label for any other number filled with it. */
export function formatCount(count: number, one: string, many: string): string {
  return count === 1 ? one : format(many, formatNumber(count));
}

export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return value.toLocaleString(locale, options);
}

/** A difference with its sign, in tenths. The minus is a true one, so that screen readers say it and columns line up. */
export function formatSigned(value: number): string {
  const size = formatNumber(Math.abs(value), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  if (Math.abs(value) < 0.05) return size;
  return value > 0 ? `+${size}` : `−${size}`;
}

/** A size as people compare it: `820 kB`, `2.4 MB`. */
export function formatBytes(bytes: number): string {
  const [value, unit] =
    bytes >= KILOBYTE * KILOBYTE ? [bytes / KILOBYTE / KILOBYTE, 'megabyte'] : [Math.max(1, bytes / KILOBYTE), 'kilobyte'];
  return formatNumber(value, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && unit === 'megabyte' ? 1 : 0
  });
}

/** A day (YYYY-MM-DD) as this person writes it. */
export function formatDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return isNaN(date.getTime()) ? '' : date.toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** A moment (ISO 8601 with a zone) as this person writes it, in their own zone. */
export function formatMoment(moment: string): string {
  const date = new Date(moment);
  return isNaN(date.getTime()) ? '' : date.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

/**
 * How long ago or ahead a moment or a day is, in words; null when it is a week or more away, or no date at all. Days are
 * compared with today in the person's zone.
 */
export function fromNow(value: string, now: number): string | null {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    const days = Math.round((Date.parse(`${value}T00:00:00Z`) - Date.parse(`${dayIn(now)}T00:00:00Z`)) / DAY);
    return Math.abs(days) < DAYS_RELATIVE ? words.format(days, 'day') : null;
  }
  const distance = Date.parse(value) - now;
  const size = Math.abs(distance);
  if (isNaN(distance) || size >= DAYS_RELATIVE * DAY) return null;
  if (size < MINUTE) return words.format(0, 'second');
  if (size < HOUR) return words.format(Math.trunc(distance / MINUTE), 'minute');
  return size < DAY ? words.format(Math.trunc(distance / HOUR), 'hour') : words.format(Math.trunc(distance / DAY), 'day');
}

/** The date of a moment in the person's zone, as YYYY-MM-DD. */
function dayIn(now: number): string {
  return new Date(now).toLocaleDateString('sv-SE', { timeZone });
}

interface FailedRequest {
  body?: { message?: unknown; output?: { errors?: readonly { message?: string }[] } } | readonly { message?: string }[];
  message?: unknown;
}

/** The sentence to show for whatever a wire, an Apex call or a script error gives; the fallback when it holds none. */
export function errorMessage(error: unknown, fallback: string): string {
  if (typeof error === 'string' && error !== '') return error;
  const { body, message } = (error ?? {}) as FailedRequest;
  if (Array.isArray(body)) {
    const messages = body.map((entry: { message?: string }) => entry.message).filter(Boolean);
    if (messages.length > 0) return messages.join(' ');
  } else if (body && 'message' in body && typeof body.message === 'string' && body.message !== '') {
    return body.message;
  }
  return typeof message === 'string' && message !== '' ? message : fallback;
}

/** True when the platform or the controller refused for lack of permission. */
export function isDenied(error: unknown, deniedMessage: string): boolean {
  const { status } = (error ?? {}) as { status?: number };
  return (
    status === 403 ||
    errorMessage(error, '') === deniedMessage ||
    /do(es)? not have access to the Apex class/i.test(errorMessage(error, ''))
  );
}
