import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { acceptAtOnce, acceptFieldsAtOnce } from './accept-at-once.ts';
import { conflictCandidateSchema, SHORT_TEXT, shortText } from './company.ts';
import { featuresSchema, featureValueSchema, MAX_FEATURES } from './features.ts';

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

  const candidate = { ref: 'r', kind: 'lead', name: 'Acme', samePartner: null, registeredOn: '2026-02-28', domain: 'acme.example' };

  it.each([
    ['a candidate as it is', candidate, candidate],
    ['only what is needed', { ref: 'r', kind: 'lead', name: 'Acme' }, { ref: 'r', kind: 'lead', name: 'Acme' }],
    ['without what nobody knows', { ...candidate, other: 1, constructor: 'x' }, candidate],
    ['with its name trimmed', { ...candidate, name: ' Acme\t' }, candidate]
  ])('give a candidate %s', (_, given, expected) => {
    expect(conflictCandidateSchema.parse(JSON.parse(JSON.stringify(given)))).toEqual(expected);
  });

  it.each([
    ...[null, [], 'x', {}, { ...candidate, ref: '' }, { ...candidate, ref: 'x'.repeat(41) }, { ...candidate, ref: 1 }],
    ...[
      { ...candidate, kind: 'other' },
      { ...candidate, kind: ['lead'] },
      { ...candidate, name: '  ' },
      { ...candidate, name: null }
    ],
    ...[
      { ...candidate, samePartner: 'yes' },
      { ...candidate, registeredOn: '2026-02-29' },
      { ...candidate, registeredOn: '2026-1-1' }
    ],
    ...[{ ...candidate, domain: 'x'.repeat(SHORT_TEXT + 1) }, { ...candidate, domain: { length: 1 } }, Object.values(candidate)]
  ])('refuse a candidate such as %j', (given) => {
    expect(conflictCandidateSchema.safeParse(given).success).toBe(false);
  });

  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, i]));
  it.each([
    ['none', {}, true],
    ['as many as may be', many(MAX_FEATURES), true],
    ['one too many', many(MAX_FEATURES + 1), false],
    ['one without a name', { '': 1 }, false],
    ['a long name', { ['x'.repeat(101)]: 1 }, false],
    ['a name with a line break', { 'a\nb': 1 }, false],
    ['a reserved name', JSON.parse('{"constructor":1}'), false],
    ['a list for a value', { a: [1] }, false],
    ['a list for all', [1], false]
  ])('take features only within their bounds: %s', (_, given, valid) => {
    expect(featuresSchema.safeParse(given).success).toBe(valid);
  });

  it('need a test of every field', () => {
    const tested = acceptAtOnce(z.string(), (value) => typeof value === 'string');
    expect(() => acceptFieldsAtOnce(z.object({ tested, other: z.string() }))).toThrow('other has no test of its own');
  });
});
