import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SHORT_TEXT, shortText } from './company.ts';
import { featureValueSchema } from './features.ts';

const VALUES = [
  ...[undefined, null, '', 'x', 'é', ' x ', '\u0000', 0, -0, 1.5, 1e15, -1e15, 1e16, -1e16, NaN, Infinity, -Infinity, true, false],
  ...['x'.repeat(SHORT_TEXT), 'x'.repeat(SHORT_TEXT + 1), 'x'.repeat(1000), 'x'.repeat(1001), '😀'.repeat(127), '😀'.repeat(128)],
  ...[[], {}, ['x'], { value: 'x' }, new Date(0), 7n, Symbol('x'), () => 'x']
];

describe('fields accepted at once', () => {
  it.each([
    ['short text', shortText, z.string().max(SHORT_TEXT).nullish()],
    ['feature value', featureValueSchema, z.union([z.number().min(-1e15).max(1e15), z.string().max(1000), z.boolean(), z.null()])]
  ])('are as the schema says: %s', (_, quick, plain) => {
    for (const value of VALUES) {
      expect(quick.safeParse(value).success, String(value)).toBe(plain.safeParse(value).success);
      const within = z.object({ field: quick });
      const expected = z.object({ field: plain });
      expect(within.safeParse({ field: value }).data).toEqual(expected.safeParse({ field: value }).data);
      expect(within.safeParse({}).success).toBe(expected.safeParse({}).success);
    }
    expect(z.toJSONSchema(quick)).toEqual(z.toJSONSchema(plain));
  });
});
