import { describe, expect, it } from 'vitest';
import { parseCron } from './cron.ts';

const next = (expression: string, after: string): string | null => {
  const moment = parseCron(expression).next(Date.parse(after));
  return moment === null ? null : new Date(moment).toISOString();
};

describe('cron expressions of System.schedule', () => {
  it('finds the next hour of an hourly job, strictly after now', () => {
    expect(next('0 15 * * * ?', '2026-11-23T10:15:00Z')).toBe('2026-11-23T11:15:00.000Z');
  });

  it('reads ranges, steps, lists and names', () => {
    expect(next('0 0 8-18/5 ? * MON-FRI', '2026-11-20T18:30:00Z')).toBe('2026-11-23T08:00:00.000Z');
    expect(next('0 30 9 1 JAN,JUL ?', '2026-11-23T00:00:00Z')).toBe('2027-01-01T09:30:00.000Z');
    expect(next('0 0 0 ? * FRI-MON', '2026-11-24T00:00:00Z')).toBe('2026-11-27T00:00:00.000Z');
  });

  it('knows last days, nearest weekdays and the nth weekday', () => {
    expect(next('0 0 0 L * ?', '2027-02-01T00:00:00Z')).toBe('2027-02-28T00:00:00.000Z');
    expect(next('0 0 0 15W * ?', '2026-11-01T00:00:00Z')).toBe('2026-11-16T00:00:00.000Z');
    expect(next('0 0 0 ? * 2#3', '2026-11-01T00:00:00Z')).toBe('2026-11-16T00:00:00.000Z');
    expect(next('0 0 0 ? * 6L', '2026-11-01T00:00:00Z')).toBe('2026-11-27T00:00:00.000Z');
  });

  it('gives nothing when the year is over', () => {
    expect(next('0 0 0 1 1 ? 2020', '2026-11-23T00:00:00Z')).toBeNull();
  });

  it.each(['0 0 0', '0/5 0 * * * ?', '0 0 0 1 * MON', '0 0 25 * * ?', '0 0 0 ? * XYZ'])('refuses %s', (expression) => {
    expect(() => parseCron(expression)).toThrow();
  });
});
