import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeIssues, hasUnsafeName, parseJson } from './json.ts';

describe('reading JSON', () => {
  it('takes NUL characters and half characters out of every text', () => {
    expect(parseJson('{"a":["x\\u0000y",{"b":"\\ud800z"}]}')).toEqual({ a: ['xy', { b: '\ufffdz' }] });
    expect(parseJson('"\\u0000"')).toBe('');
  });

  it('does not run out of stack at a hundred thousand levels, and refuses them where it would have to clean', () => {
    const deep = (inside: string) => `${'['.repeat(100_000)}${inside}${']'.repeat(100_000)}`;
    expect(z.array(z.number()).safeParse(parseJson(deep(''))).success).toBe(false);
    expect(() => parseJson(deep('"\\u0000"'))).toThrow(/nested deeper/);
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
