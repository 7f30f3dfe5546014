import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalContent } from './canonical-content.ts';

const schema = z.object({
  key: z.string(),
  count: z.int().nullish(),
  facts: z.record(z.string(), z.union([z.number(), z.string()])),
  list: z.array(z.object({ name: z.string(), flag: z.boolean().nullish() })).nullish()
});
const read = canonicalContent(schema);
const text = (value: z.infer<typeof schema>) => JSON.stringify(read(value));

const VALUE = { key: 'k', count: 1, facts: { b: 2, a: 'x' }, list: [{ name: 'n', flag: true }, { name: 'm' }] };

describe('content', () => {
  it('is the same whatever the order of properties, and whether what is missing was left out or null', () => {
    const { key, count, list } = VALUE;
    const turned = { list: list.map(({ name, flag }) => ({ flag: flag ?? null, name })), facts: { a: 'x', b: 2 }, count, key };
    expect(text(turned)).toBe(text(VALUE));
    expect(text({ key, facts: {} })).toBe(text({ list: null, facts: {}, count: null, key }));
  });

  it.each([
    ['another value', { ...VALUE, count: 2 }],
    ['a value left out', { ...VALUE, count: null }],
    ['an empty text for none', { ...VALUE, list: [{ name: '', flag: true }, { name: 'm' }] }],
    ['another name of a fact', { ...VALUE, facts: { c: 2, a: 'x' } }],
    ['a text for a number', { ...VALUE, facts: { b: '2', a: 'x' } }],
    ['another order of a list', { ...VALUE, list: [...VALUE.list].reverse() }],
    ['an empty list for none', { ...VALUE, list: [] }],
    ['what moved to the next field', { ...VALUE, list: [{ name: 'n' }, { name: 'm', flag: true }] }]
  ])('is another with %s', (_, other) => {
    expect(text(other)).not.toBe(text(VALUE));
  });

  it('refuses by name a schema it cannot read', () => {
    expect(() => canonicalContent(z.object({ when: z.date() }))).toThrow('date');
  });
});
