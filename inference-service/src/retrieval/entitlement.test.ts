import { describe, expect, it } from 'vitest';
import { admits, canonical, type Claims } from './entitlement.ts';
import { indexOf, item, randomClaims, randomEntitlement, randomFrom } from './fixtures.ts';
import { analyse } from './index/analysed.ts';
import { ContentIndex } from './index/content-index.ts';
import { search } from './search/search.ts';
import type { ContentItem } from './types.ts';

const WORDS =
  'price list partner card cloud training secure contoso fabrikam margin deal renewal pricing prices partners lists carding'.split(' ');

function randomLibrary(random: ReturnType<typeof randomFrom>, size: number): ContentItem[] {
  const text = (words: number): string =>
    Array.from({ length: words }, () => random.pick(WORDS) + (random.next() < 0.1 ? random.pick(['x', 'q', 'ly']) : '')).join(' ');
  return Array.from({ length: size }, (_, i) =>
    item(`i${i}`, text(3), text(20), {
      language: 'en',
      facets: { kind: [random.pick(['deck', 'video', 'card'])] },
      entitlement: randomEntitlement(random)
    })
  );
}

describe('an entitlement', () => {
  it('asks for one value of every dimension it names', () => {
    const entitlement = { tiers: ['gold', 'silver'], countries: ['DE'] };
    expect(admits(entitlement, { tiers: ['gold'], countries: ['DE', 'AT'] })).toBe(true);
    expect(admits(entitlement, { tiers: ['gold'] })).toBe(false);
    expect(admits(entitlement, { tiers: ['bronze'], countries: ['DE'] })).toBe(false);
    expect(admits({ partners: [] }, { partners: ['P1'] })).toBe(false);
    expect(admits({}, {})).toBe(true);
  });

  it('keeps partners out of what is internal, and shows it to people inside', () => {
    expect(admits({ internalOnly: true }, { tiers: ['gold'], partners: ['P1'] })).toBe(false);
    expect(admits({ internalOnly: true, tiers: ['gold'] }, { internal: true })).toBe(true);
  });

  it('is the same however it is written, and refused when it is not understood', () => {
    expect(canonical({ countries: ['FR', 'DE', 'DE'], tiers: ['gold'] })).toBe(canonical({ tiers: ['gold'], countries: ['DE', 'FR'] }));
    expect(() => canonical({ regions: ['EMEA'] } as never)).toThrow('regions');
    expect(() => canonical({ tiers: 'gold' } as never)).toThrow('tiers');
    expect(() => analyse(item('x', 'x', 'x', { entitlement: { internalOnly: 'no' } as never }))).toThrow('internalOnly');
  });
});

describe('what a caller may not see', () => {
  it('changes nothing in any answer: scores, counts, facets, spelling and order are those of an index without it (10,000 combinations)', () => {
    let compared = 0;
    for (let library = 0; library < 50; library++) {
      const random = randomFrom(library + 1);
      const items = randomLibrary(random, 24);
      const analysed = items.map(analyse);
      const all = new ContentIndex();
      for (const one of analysed) all.put(one);
      for (let caller = 0; caller < 20; caller++) {
        const claims: Claims = randomClaims(random);
        const visible = items.filter(({ entitlement }) => admits(entitlement ?? {}, claims));
        const alone = new ContentIndex();
        for (const one of analysed) if (visible.includes(one.item)) alone.put(one);
        for (let question = 0; question < 10; question++) {
          const text = Array.from({ length: 1 + random.below(4) }, () => mistyped(random.pick(WORDS), random)).join(' ');
          const asked = { text, claims, facets: ['kind', 'language'], limit: 8 };
          const answer = search(all, asked);
          expect(answer).toEqual(search(alone, asked));
          for (const { id } of answer.hits) expect(visible.some((one) => one.id === id)).toBe(true);
          compared++;
        }
      }
    }
    expect(compared).toBe(10_000);
  }, 300_000);

  it('is not there either before it is valid or after it has expired, not even as a spelling', () => {
    const index = new ContentIndex();
    const early = new Date('2026-01-01');
    index.put(
      analyse(item('new', 'Zephyrline launch', 'The zephyrline price list', { validFrom: '2026-02-01', validUntil: '2026-03-01' })),
      early
    );
    const ask = (now: string) => search(index, { text: 'zephirline', claims: { internal: true }, now: new Date(now) });
    expect(ask('2026-01-15')).toEqual({ hits: [], total: 0, nearest: [], facets: {} });
    expect(ask('2026-02-01').hits.map(({ id }) => id)).toEqual(['new']);
    expect(ask('2026-03-01')).toEqual({ hits: [], total: 0, nearest: [], facets: {} });
  });

  it('follows an item whose entitlement is narrowed, down to its spellings', () => {
    const index = indexOf(item('a', 'Quasarfeld', 'Quasarfeld margins'));
    index.put(analyse(item('a', 'Quasarfeld', 'Quasarfeld margins', { entitlement: { internalOnly: true } })));
    expect(search(index, { text: 'quasarfeld', claims: { tiers: ['gold'] } })).toEqual({ hits: [], total: 0, nearest: [], facets: {} });
    expect(search(index, { text: 'quasarfelt', claims: {} }).didYouMean).toBeUndefined();
    expect(search(index, { text: 'quasarfelt', claims: { internal: true } }).hits).toHaveLength(1);
  });
});

function mistyped(word: string, random: ReturnType<typeof randomFrom>): string {
  if (random.next() > 0.3 || word.length < 5) return word;
  const at = 1 + random.below(word.length - 2);
  return random.next() < 0.5
    ? word.slice(0, at) + word.slice(at + 1)
    : `${word.slice(0, at)}${random.pick(['a', 'e', 'x'])}${word.slice(at)}`;
}
