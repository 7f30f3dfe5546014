import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { acceptAtOnce } from './accept-at-once.ts';
import { conflictCandidateSchema, SHORT_TEXT } from './company.ts';
import { dealSchema, MAX_DESCRIPTION } from './deal-scoring.ts';
import { featuresSchema, featureValueSchema, MAX_FEATURES } from './features.ts';

const texts = [...['', 'x', 'é', ' x ', '\u0000', 'lead', '2026-02-28', '2026-02-29', '😀'.repeat(128)], ...[40, 41, 80, 81].map(xs)];
const long = [SHORT_TEXT, SHORT_TEXT + 1, 1000, 1001, MAX_DESCRIPTION, MAX_DESCRIPTION + 1].map(xs);
const numbers = [...[0, -0, 1.5, 1e6, 1e6 + 1, 1e15, -1e15, 1e16, 2 ** 53, NaN, Infinity, -Infinity], ...[-1, 7]];
const odd = [undefined, null, true, false, [], {}, ['x'], [1], { value: 'x' }, new Date(0), 7n, Symbol('x'), () => 'x'];
const VALUES: unknown[] = [...texts, ...long, ...numbers, ...odd];

function xs(count: number): string {
  return 'x'.repeat(count);
}

/** A copy without the pass: `clone` keeps the definition, not what was put around it. */
function plain(schema: z.ZodType): z.ZodType {
  return z.clone(schema);
}

const candidate = { ref: 'r', kind: 'lead', name: 'Acme', samePartner: null, registeredOn: '2026-02-28', domain: 'acme.example' };
const partner = { type: 'Reseller', verticals: ['a', 'b'], certifications: 2, territoryMatch: true, history: { won: 1, lost: 0 } };
const deal = {
  ...{ key: 'k', features: { amount: 1, region: 'EMEA', budget: null, known: true }, prospect: { name: 'Acme' }, candidates: [candidate] },
  ...{ partner, description: 'text', competitor: null, locale: 'de' }
};

/** The deal with one of its values, at any depth, replaced or one added beside it. */
function* changed(value: unknown, put: (inner: unknown) => unknown = (inner) => inner): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const within = (inner: unknown) => put(Array.isArray(value) ? Object.assign([...value], { [key]: inner }) : { ...value, [key]: inner });
    for (const other of VALUES) yield within(other);
    yield* changed((value as Record<string, unknown>)[key], within);
  }
  if (!Array.isArray(value)) for (const name of ['other', 'constructor', 'toString', '']) yield put({ ...value, [name]: 'x' });
}

describe('what is accepted at once', () => {
  it('is a deal as it is, and no copy of it', () => {
    expect(dealSchema.parse(deal)).toBe(deal);
  });

  it('is a deal exactly when its schema says so and would change nothing', () => {
    const slow = plain(dealSchema);
    let refused = 0;
    for (const value of changed(deal)) {
      const [quick, expected] = [dealSchema.safeParse(value), slow.safeParse(value)];
      expect([quick.success, quick.data]).toEqual([expected.success, expected.data]);
      if (!quick.success) refused += 1;
    }
    expect(refused).toBeGreaterThan(500);
  });

  it.each([
    ['a feature value', featureValueSchema],
    ['features', featuresSchema],
    ['a candidate', conflictCandidateSchema],
    ['a count', z.int().min(0).max(1_000_000).nullish()],
    ['a share', z.number().gt(0).lt(1)]
  ])('is %s exactly when its schema says so', (_, schema) => {
    const [quick, slow] = [acceptAtOnce(plain(schema)), plain(schema)];
    for (const value of VALUES) {
      expect(quick.safeParse(value).success, String(value)).toBe(slow.safeParse(value).success);
      expect(z.object({ field: quick }).safeParse({ field: value }).data).toEqual(
        z.object({ field: slow }).safeParse({ field: value }).data
      );
    }
    expect(z.object({ field: quick }).safeParse({}).success).toBe(z.object({ field: slow }).safeParse({}).success);
    expect(z.toJSONSchema(quick)).toEqual(z.toJSONSchema(slow));
  });

  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, i]));
  it.each([
    ['none', {}, true],
    ['as many as may be', many(MAX_FEATURES), true],
    ['one too many', many(MAX_FEATURES + 1), false],
    ['one without a name', { '': 1 }, false],
    ['a long name', { [xs(101)]: 1 }, false],
    ['a name with a line break', { 'a\nb': 1 }, false],
    ['a reserved name', JSON.parse('{"constructor":1}'), false]
  ])('are features only within their bounds: %s', (_, features, valid) => {
    expect(dealSchema.safeParse({ ...deal, features }).success).toBe(valid);
  });

  it('names a rule it does not know', () => {
    expect(() => acceptAtOnce(z.string().transform(Number))).toThrow('no quick test is known for pipe');
    expect(() => acceptAtOnce(z.number().multipleOf(2))).toThrow('no quick test is known for multiple_of');
  });
});
