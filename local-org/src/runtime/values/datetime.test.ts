import { describe, expect, it } from 'vitest';
import { formatPattern } from '../date-format.ts';
import { call, callStatic, inOrg, thrown } from '../test-support.ts';
import { ApexDate } from './date.ts';
import { ApexDatetime } from './datetime.ts';
import { ApexTime } from './time.ts';

const LOS_ANGELES = 'America/Los_Angeles';
const at = (iso: string): ApexDatetime => new ApexDatetime(Date.parse(iso));

describe('ApexDate', () => {
  it('keeps the last day of a shorter month when adding months', () => {
    expect(new ApexDate(2024, 1, 31).addMonths(1).toString()).toBe('2024-02-29');
    expect(new ApexDate(2023, 3, 31).addMonths(-1).toString()).toBe('2023-02-28');
    expect(new ApexDate(2024, 2, 29).addYears(1).toString()).toBe('2025-02-28');
  });

  it('rolls over out-of-range parts and reaches back before 1970', () => {
    expect(new ApexDate(2024, 13, 32).toString()).toBe('2025-02-01');
    expect(new ApexDate(1900, 1, 1).addDays(-1).toString()).toBe('1899-12-31');
    expect(new ApexDate(50, 1, 1).toString()).toBe('0050-01-01');
  });

  it('knows the days between and the start of the week', () => {
    expect(call('System.Date', 'daysBetween', new ApexDate(2024, 2, 28), new ApexDate(2024, 3, 1))).toBe(2);
    expect(String(call('System.Date', 'toStartOfWeek', new ApexDate(2024, 5, 15)))).toContain('2024-05-12');
    expect(call('System.Date', 'monthsBetween', new ApexDate(2024, 1, 31), new ApexDate(2024, 2, 1))).toBe(1);
  });

  it('formats and parses in the locale of the user', () => {
    const date = new ApexDate(2024, 1, 2);
    expect(inOrg({}, () => call('System.Date', 'format', date))).toBe('1/2/2024');
    expect(inOrg({ user: { locale: 'de_DE' } }, () => call('System.Date', 'format', date))).toBe('02.01.2024');
    expect(inOrg({ user: { locale: 'en_GB' } }, () => String(callStatic('System.Date', 'parse', '02/01/2024')))).toBe('2024-01-02');
    expect(thrown(() => inOrg({}, () => callStatic('System.Date', 'parse', 'soon')))).toBe('System.TypeException: Invalid date: soon');
  });

  it('refuses null arguments', () => {
    expect(thrown(() => call('System.Date', 'addDays', new ApexDate(2024, 1, 1), null))).toBe(
      'System.NullPointerException: Argument cannot be null.'
    );
  });
});

describe('ApexDatetime in a time zone', () => {
  it('takes a time that does not exist for the one an hour later', () => {
    expect(ApexDatetime.of(new ApexDate(2024, 3, 10), ApexTime.of(2, 30, 0, 0), LOS_ANGELES).toString()).toBe('2024-03-10 10:30:00');
  });

  it('takes a time that happens twice for the second', () => {
    expect(ApexDatetime.of(new ApexDate(2024, 11, 3), ApexTime.of(1, 30, 0, 0), LOS_ANGELES).toString()).toBe('2024-11-03 09:30:00');
  });

  it('keeps the wall clock when days are added across a change of clocks', () => {
    const before = at('2024-03-09T20:00:00Z');
    const after = inOrg({ user: { timeZone: LOS_ANGELES } }, () => call('System.Datetime', 'addDays', before, 1) as ApexDatetime);
    expect(after.toIso()).toBe('2024-03-10T19:00:00.000Z');
  });

  it('reads its parts in the zone of the user and in UTC', () => {
    const value = at('2024-01-01T03:04:05Z');
    inOrg({ user: { timeZone: LOS_ANGELES } }, () => {
      expect(call('System.Datetime', 'year', value)).toBe(2023);
      expect(call('System.Datetime', 'hour', value)).toBe(19);
      expect(call('System.Datetime', 'yearGmt', value)).toBe(2024);
      expect(callStatic('System.String', 'valueOf', value)).toBe('2023-12-31 19:04:05');
      expect(callStatic('System.String', 'valueOfGmt', value)).toBe('2024-01-01 03:04:05');
    });
  });

  it('parses local and UTC text', () => {
    inOrg({ user: { timeZone: LOS_ANGELES } }, () => {
      expect((callStatic('System.Datetime', 'valueOf', '2024-07-01 10:00:00') as ApexDatetime).toIso()).toBe('2024-07-01T17:00:00.000Z');
      expect((callStatic('System.Datetime', 'valueOfGmt', '2024-07-01 10:00:00') as ApexDatetime).toIso()).toBe('2024-07-01T10:00:00.000Z');
      expect((callStatic('System.Datetime', 'parse', '7/1/2024 10:00 PM') as ApexDatetime).toIso()).toBe('2024-07-02T05:00:00.000Z');
      expect(thrown(() => callStatic('System.Datetime', 'valueOf', 'yesterday'))).toBe(
        'System.TypeException: Invalid date/time: yesterday'
      );
    });
  });

  it('rolls hours beyond a day over', () => {
    expect((callStatic('System.Datetime', 'newInstanceGmt', 2024, 1, 31, 25, 61, 61) as ApexDatetime).toIso()).toBe(
      '2024-02-01T02:02:01.000Z'
    );
  });
});

describe('SimpleDateFormat patterns', () => {
  it.each([
    ["yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", 'UTC', '2024-01-02T03:04:05.678Z'],
    ['EEE, d MMM yyyy h:mm a', 'UTC', 'Tue, 2 Jan 2024 3:04 AM'],
    ['EEEE MMMM dd', 'UTC', 'Tuesday January 02'],
    ['yy k K D u', 'UTC', '24 3 3 2 2'],
    ['Z', LOS_ANGELES, '-0800'],
    ['XXX', 'Asia/Kolkata', '+05:30'],
    ['z', LOS_ANGELES, 'PST'],
    ["h 'o''clock' a", 'UTC', "3 o'clock AM"],
    ['w', 'UTC', '1']
  ])('%s in %s', (pattern, zone, expected) => {
    expect(formatPattern(pattern, at('2024-01-02T03:04:05.678Z'), zone)).toBe(expected);
  });

  it('names the letter it does not know', () => {
    expect(thrown(() => formatPattern('q', at('2024-01-02T03:04:05Z'), 'UTC'))).toBe(
      "System.IllegalArgumentException: Illegal pattern character 'q'"
    );
  });

  it('takes an unknown zone for GMT', () => {
    expect(formatPattern('HH:mm z', at('2024-01-02T03:04:05Z'), 'Nowhere/Land')).toBe('03:04 GMT');
  });
});

describe('ApexTime', () => {
  it('wraps around midnight and prints as the platform does', () => {
    expect(String(call('System.Time', 'addHours', ApexTime.of(23, 30, 0, 0), 2))).toBe('01:30:00.000Z');
  });
});
