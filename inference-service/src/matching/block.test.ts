import { describe, expect, it } from 'vitest';
import { syntheticPairs } from '../../bench/synthetic-companies.ts';
import { createIndex } from './block.ts';
import { matchCompany } from './match.ts';

const pairs = syntheticPairs(5000, 21);
const index = createIndex(pairs.map(({ b }, i) => ({ ...b, ref: String(i) })));

describe('an index over many companies', () => {
  it('finds respelled companies among all others', () => {
    const sought = pairs.map((pair, i) => ({ ...pair, i })).filter(({ made }) => made === 'respelled');
    const blocked = sought.filter(({ a, i }) => index.candidates(a).includes(i)).length;
    expect(sought.length).toBeGreaterThan(500);
    expect(blocked / sought.length).toBeGreaterThan(0.97);
  });

  it('compares only a small part in full', () => {
    for (const { a } of pairs.slice(0, 200)) expect(index.candidates(a).length).toBeLessThanOrEqual(400);
  });

  it('finds a company by its domain, phone or address alone', () => {
    const small = createIndex([
      { ref: 'domain', name: 'Qwert', domain: 'shop.contoso.com' },
      { ref: 'phone', name: 'Asdfg', phone: '+1 415 555 0100' },
      { ref: 'address', name: 'Yxcvb', street: '12 North Main Street' }
    ]);
    const found = (company: Parameters<typeof small.match>[0]): string[] => small.match(company, { atLeast: 0 }).map(({ ref }) => ref);
    expect(found({ name: 'Other', domain: 'contoso.com' })).toEqual(['domain']);
    expect(found({ name: 'Other', phone: '415-555-0100' })).toEqual(['phone']);
    expect(found({ name: 'Other', street: '12 N. Main St' })).toEqual(['address']);
  });

  it('returns nothing when nothing is shared', () => {
    expect(createIndex([{ ref: '1', name: 'Acme' }]).match({ name: 'Zzyzx' })).toEqual([]);
    expect(createIndex([]).match({ name: 'Acme' })).toEqual([]);
  });

  it('gives the same answer twice', () => {
    expect(index.match(pairs[3]!.a)).toEqual(index.match(pairs[3]!.a));
  });
});

describe('the comparator on invented pairs it was not fitted on', () => {
  const fresh = syntheticPairs(4000, 99).map(({ a, b, same, made }) => ({
    same,
    made,
    probability: matchCompany(a, [{ ref: '', ...b }])[0]!.probability
  }));

  it('means what its probabilities say', () => {
    for (let from = 0; from < 1; from += 0.2) {
      const bin = fresh.filter(({ probability }) => probability >= from && probability < from + 0.2 + 1e-9);
      const predicted = bin.reduce((sum, { probability }) => sum + probability, 0) / bin.length;
      const observed = bin.filter(({ same }) => same).length / bin.length;
      expect(Math.abs(predicted - observed)).toBeLessThan(0.12);
    }
  });

  it('hardly ever takes unrelated companies for the same', () => {
    const unrelated = fresh.filter(({ made }) => made === 'unrelated' || made === 'same trade');
    expect(unrelated.filter(({ probability }) => probability >= 0.8).length / unrelated.length).toBeLessThan(0.005);
  });
});
