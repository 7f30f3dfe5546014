import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeIssues, hasUnsafeName, parseJson } from './json.ts';

describe('reading JSON', () => {
  it('takes NUL characters and half characters out of every text', () => {
    expect(parseJson('{"a":["x\\u0000y",{"b":"\\ud800z"}]}')).toEqual({ a: ['xy', { b: '\ufffdz' }] });
    expect(parseJson('"\\u0000"')).toBe('');
  });

  it('refuses a hundred thousand levels without running out of stack', () => {
    expect(() => parseJson(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toThrow(/not valid JSON|nested deeper/);
    expect(() => parseJson(`${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`)).toThrow(/not valid JSON|nested deeper/);
  });

  it('counts levels, not brackets: neither those side by side nor those in texts', () => {
    const nested = (levels: number) => `${'{"a":['.repeat(levels / 2)}"]}\\"[[{{"${']}'.repeat(levels / 2)}`;
    expect(parseJson(`[${'[],'.repeat(1_000)}"${'['.repeat(1_000)}\\\\",{}]`)).toHaveLength(1_002);
    expect(() => parseJson(nested(32))).not.toThrow();
    expect(() => parseJson(nested(34))).toThrow(/nested deeper than 32/);
  });

  it('keeps __proto__ an ordinary property and finds it anywhere', () => {
    const value = parseJson('{"a":[{"__proto__":{"polluted":"\\u0000yes"}}]}');
    expect(hasUnsafeName(value)).toBe(true);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(hasUnsafeName({ a: [{ proto: 1 }] })).toBe(false);
  });

  it('walks a list of a million numbers', () => {
    expect(hasUnsafeName(Array.from({ length: 1_000_000 }, () => 1))).toBe(false);
  });

  it('describes what is wrong without repeating names or values of the caller', () => {
    const schema = z.object({
      kind: z.enum(['a', 'b']),
      features: z.record(z.string(), z.number()),
      list: z.array(z.object({ n: z.number() }))
    });
    const parsed = schema.safeParse({ kind: 'secret-1', features: { 'secret-2': 'secret-3' }, list: [{ n: 'secret-4' }] });
    const text = describeIssues(parsed.error as z.ZodError);
    expect(text).not.toContain('secret');
    expect(text).toContain('features.*');
    expect(text).toContain('list[0].n');
  });

  it('shows the first five problems and counts the rest', () => {
    const parsed = z.array(z.number()).safeParse(Array.from({ length: 12 }, () => 'x'));
    expect(describeIssues(parsed.error as z.ZodError)).toMatch(/\[4\].*and 7 more$/);
  });
});
