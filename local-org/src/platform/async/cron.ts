/**
 * The cron dialect of System.schedule: seconds minutes hours day-of-month month day-of-week [year]. Seconds and minutes are
 * single numbers, one of the two day fields is `?`, and L, W and # are allowed where Quartz allows them.
 */
export interface CronExpression {
  readonly text: string;
  /** First moment after `after` (epoch milliseconds, UTC fields), or null when there is none within the years it names. */
  next(after: number): number | null;
}

interface DayRule {
  matches(year: number, month: number, day: number): boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY_MS = 86_400_000;
/** Leap days on one weekday come back after at most 28 years; past that nothing will match. */
const HORIZON_DAYS = 366 * 40;
/** The last year that can be named. */
const LAST_YEAR = 2100;
const LAST_DAY = Date.UTC(LAST_YEAR + 1, 0, 1) / DAY_MS;

export class CronSyntaxError extends Error {}

export function parseCron(text: string): CronExpression {
  const parts = text.trim().toUpperCase().split(/\s+/);
  if (parts.length < 6) throw new CronSyntaxError('Unexpected end of expression.');
  if (parts.length > 7) throw new CronSyntaxError(`Unexpected end of expression: ${text}`);
  const [secondText, minuteText, hourText, dayText, monthText, weekdayText, yearText = '*'] = parts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string?
  ];
  const second = single(secondText, 0, 59, 'Seconds');
  const minute = single(minuteText, 0, 59, 'Minutes');
  const hours = values(hourText, 0, 23, [], 'Hours');
  const months = values(monthText, 1, 12, MONTHS, 'Month');
  const years = values(yearText, 1970, LAST_YEAR, [], 'Year');
  if ((dayText === '?') === (weekdayText === '?')) {
    throw new CronSyntaxError(
      'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented: write ? for one.'
    );
  }
  const rule = dayText === '?' ? weekdayRule(weekdayText) : dayRule(dayText);
  return {
    text,
    next: (after) => {
      const start = Math.floor(after / DAY_MS) * DAY_MS;
      const horizon = yearText === '*' ? HORIZON_DAYS : LAST_DAY - start / DAY_MS;
      for (let offset = 0; offset < horizon; offset += 1) {
        const date = new Date(start + offset * DAY_MS);
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        if (!years.has(year) || !months.has(month) || !rule.matches(year, month, day)) continue;
        for (const hour of [...hours].sort((left, right) => left - right)) {
          const moment = Date.UTC(year, month - 1, day, hour, minute, second);
          if (moment > after) return moment;
        }
      }
      return null;
    }
  };
}

function single(text: string, low: number, high: number, name: string): number {
  // Salesforce runs a job at most hourly, so the two smallest fields are plain numbers.
  if (!/^\d+$/.test(text)) throw new CronSyntaxError(`${name} and minutes must be specified as integers: ${text}`);
  return within(Number(text), low, high, name);
}

function within(value: number, low: number, high: number, name: string): number {
  if (!Number.isInteger(value) || value < low || value > high)
    throw new CronSyntaxError(`${name} values must be between ${low} and ${high}`);
  return value;
}

function values(text: string, low: number, high: number, names: readonly string[], name: string): ReadonlySet<number> {
  const result = new Set<number>();
  const number = (word: string): number => {
    const index = names.indexOf(word);
    return within(index >= 0 ? index + low : Number(word === '' ? NaN : word), low, high, name);
  };
  for (const part of text.split(',')) {
    const [range = '', stepText] = part.split('/');
    const step = stepText === undefined ? 1 : within(Number(stepText), 1, high, name);
    const [fromText, toText] = range.split('-') as [string, string?];
    const from = range === '*' ? low : number(fromText);
    const to = range === '*' ? high : toText !== undefined ? number(toText) : stepText === undefined ? from : high;
    // FRI-MON goes over the end.
    const span = to >= from ? to - from : high - low + 1 - (from - to);
    for (let offset = 0; offset <= span; offset += step) result.add(low + ((from - low + offset) % (high - low + 1)));
  }
  return result;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

/** Working day nearest to `day` in the same month. */
function nearestWeekday(year: number, month: number, day: number): number {
  const last = lastDay(year, month);
  const wanted = Math.min(day, last);
  const weekday = weekdayOf(year, month, wanted);
  if (weekday === 7) return wanted > 1 ? wanted - 1 : wanted + 2;
  if (weekday === 1) return wanted < last ? wanted + 1 : wanted - 2;
  return wanted;
}

function dayRule(text: string): DayRule {
  if (text === 'L') return { matches: (year, month, day) => day === lastDay(year, month) };
  if (text === 'LW' || text === 'WL') return { matches: (year, month, day) => day === nearestWeekday(year, month, lastDay(year, month)) };
  const nearest = /^(\d+)W$/.exec(text);
  if (nearest) {
    const wanted = within(Number(nearest[1]), 1, 31, 'Day of month');
    return { matches: (year, month, day) => day === nearestWeekday(year, month, wanted) };
  }
  const days = values(text, 1, 31, [], 'Day of month');
  return { matches: (_year, _month, day) => days.has(day) };
}

function weekdayRule(text: string): DayRule {
  const nth = /^(\d|[A-Z]{3})#([1-5])$/.exec(text);
  if (nth) {
    const [weekday] = values(nth[1]!, 1, 7, DAYS, 'Day of week');
    const week = Number(nth[2]);
    return { matches: (year, month, day) => weekdayOf(year, month, day) === weekday && Math.ceil(day / 7) === week };
  }
  const last = /^(\d|[A-Z]{3})L$/.exec(text);
  if (last) {
    const [weekday] = values(last[1]!, 1, 7, DAYS, 'Day of week');
    return { matches: (year, month, day) => weekdayOf(year, month, day) === weekday && day + 7 > lastDay(year, month) };
  }
  const weekdays = text === 'L' ? new Set([7]) : values(text, 1, 7, DAYS, 'Day of week');
  return { matches: (year, month, day) => weekdays.has(weekdayOf(year, month, day)) };
}
