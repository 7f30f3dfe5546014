import { current, isRunning } from './execution.ts';

const formatters = new Map<string, Intl.DateTimeFormat | null>();

const DAY = 86_400_000;

const UTC_NAMES = new Set(['UTC', 'GMT', 'Etc/UTC', 'Etc/GMT', 'Z']);

/** Time zone of the running user; UTC outside a transaction. */
export function userTimeZone(): string {
  return isRunning() ? current().user.timeZone : 'UTC';
}

export function isUtc(zone: string): boolean {
  return UTC_NAMES.has(zone);
}

/** `GMT+05:30`, `+0200`: zones given as an offset, in milliseconds. */
function fixedOffset(zone: string): number | null {
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

function formatter(zone: string): Intl.DateTimeFormat | null {
  let known = formatters.get(zone);
  if (known === undefined) {
    try {
      known = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'iso8601',
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric'
      });
    } catch {
      // Java takes an unknown zone for GMT, and so does the platform.
      known = null;
    }
    formatters.set(zone, known);
  }
  return known;
}

export function isKnownZone(zone: string): boolean {
  return isUtc(zone) || fixedOffset(zone) !== null || formatter(zone) !== null;
}

/** How far clocks in `zone` are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, zone: string): number {
  if (isUtc(zone)) return 0;
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const format = formatter(zone);
  if (!format) return 0;
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
  const date = new Date(0);
  const year = Number(parts['year']);
  date.setUTCFullYear(parts['era'] === 'BC' || parts['era'] === 'B' ? 1 - year : year, Number(parts['month']) - 1, Number(parts['day']));
  date.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return date.getTime() - Math.floor(instant / 1000) * 1000;
}

/** Wall-clock milliseconds (as if the wall clock were UTC) shown in `zone` at an instant. */
export function localTime(instant: number, zone: string): number {
  return instant + offsetAt(instant, zone);
}

/**
 * The instant at which clocks in `zone` show `local`, resolved as Java calendars do: a time that happens twice means the
 * second (standard time), one that is skipped moves on by the gap.
 */
export function toInstant(local: number, zone: string): number {
  if (isUtc(zone)) return local;
  const later = offsetAt(local + DAY, zone);
  if (offsetAt(local - later, zone) === later) return local - later;
  return local - offsetAt(local - DAY, zone);
}
