import { expect, it } from 'vitest';
import { findByRules } from './rules.ts';

/** Processor time of one run, the shorter of two: a busy machine must not make a pattern look slow. */
function cost(text: string): number {
  const once = (): number => {
    const { user } = process.cpuUsage();
    findByRules(text);
    return process.cpuUsage().user - user;
  };
  return Math.min(once(), once());
}

it.each(['a', '0 ', 'a@', 'DE00 ', 'a.', 'aA1', '1-', 'password: ', 'eyJa.', '-----BEGIN PRIVATE KEY-----', '1:', 'http://a'])(
  'the patterns need time in proportion to the length of a text of "%s"',
  (unit) => {
    const text = (length: number): string => unit.repeat(length / unit.length);
    cost(text(20_000));
    // Four times the text: four times the work when linear, sixteen times when quadratic.
    expect(cost(text(400_000)) / cost(text(100_000))).toBeLessThan(10);
  },
  20_000
);
