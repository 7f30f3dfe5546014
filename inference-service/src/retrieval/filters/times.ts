import { MONTHS, TIME_PHRASES, type Unit } from './words.ts';

export type TimeRange = { from?: string; until?: string };
export type FoundTime = TimeRange & { start: number; end: number };

/** Phrases of time in a question, as ranges of days, UTC. Of two that overlap the first in the list is taken, which is the more specific. */
export function findTimes(text: string, now: Date): FoundTime[] {
  const found: FoundTime[] = [];
  for (const { pattern, reading } of TIME_PHRASES) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const { count, month, year } = match.groups ?? {};
      const range =
        reading.kind === 'this' || reading.kind === 'last'
          ? calendar(reading.unit, reading.kind === 'last' ? -1 : 0, now)
          : reading.kind === 'past'
            ? { from: iso(shifted(day(now), reading.unit, -Number(count))) }
            : dated(reading.kind, Number(year), month);
      found.push({ ...range, start, end });
    }
  }
  return found;
}

function dated(kind: 'since' | 'before' | 'in', year: number, monthName: string | undefined): TimeRange {
  const month = monthName === undefined ? -1 : MONTHS.findIndex((name) => name.test(monthName.toLowerCase()));
  const from = utc(year, Math.max(0, month));
  if (kind === 'since') return { from: iso(from) };
  if (kind === 'before') return { until: iso(from) };
  return { from: iso(from), until: iso(month < 0 ? utc(year + 1, 0) : utc(year, month + 1)) };
}

function calendar(unit: Unit, offset: number, now: Date): TimeRange {
  const today = day(now);
  const begin =
    unit === 'year'
      ? utc(today.getUTCFullYear(), 0)
      : unit === 'quarter'
        ? utc(today.getUTCFullYear(), today.getUTCMonth() - (today.getUTCMonth() % 3))
        : unit === 'month'
          ? utc(today.getUTCFullYear(), today.getUTCMonth())
          : unit === 'week'
            ? shifted(today, 'day', -((today.getUTCDay() + 6) % 7))
            : today;
  return { from: iso(shifted(begin, unit, offset)), until: iso(shifted(begin, unit, offset + 1)) };
}

function shifted(date: Date, unit: Unit, by: number): Date {
  const [year, month, days] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'day' || unit === 'week') return new Date(Date.UTC(year, month, days + by * (unit === 'week' ? 7 : 1)));
  const months = by * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1);
  // The last day of a month stays within the month it is moved to.
  const lastDay = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + months, Math.min(days, lastDay)));
}

const utc = (year: number, month: number): Date => new Date(Date.UTC(year, month, 1));
const day = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
const iso = (date: Date): string => date.toISOString().slice(0, 10);
