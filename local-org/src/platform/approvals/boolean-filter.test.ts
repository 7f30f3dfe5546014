import { describe, expect, it } from 'vitest';
import { combine } from './boolean-filter.ts';

describe('filter logic', () => {
  it('needs every criterion when there is no logic', () => {
    expect(combine(null, [true, false])).toBe(false);
    expect(combine(null, [])).toBe(true);
  });

  it('binds AND closer than OR, and parentheses closest', () => {
    expect(combine('1 OR 2 AND 3', [true, false, false])).toBe(true);
    expect(combine('(1 OR 2) AND 3', [true, false, false])).toBe(false);
    expect(combine('1 AND NOT 2', [true, false])).toBe(true);
  });

  it.each(['1 AND 4', '(1', '1 2'])('refuses %s', (filter) => {
    expect(() => combine(filter, [true, true])).toThrow();
  });
});
