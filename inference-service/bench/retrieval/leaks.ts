import { isDeepStrictEqual } from 'node:util';
import { randomClaims, randomEntitlement, randomFrom } from '../../src/retrieval/fixtures.ts';
import { admits, analyse, ContentIndex, search } from '../../src/retrieval/index.ts';

const WORDS =
  'price list partner card cloud training secure contoso fabrikam margin deal renewal pricing prices partners lists carding'.split(' ');
const ITEMS = 14;
const CALLERS = 40;
const QUESTIONS = 50;

/**
 * How many of so many random questions of random callers are answered otherwise, in anything, than by an index that
 * holds nothing but what the caller may see.
 */
export function countLeaks(combinations: number): number {
  let leaks = 0;
  let asked = 0;
  for (let seed = 1; asked < combinations; seed++) {
    const random = randomFrom(seed);
    const text = (words: number): string => Array.from({ length: words }, () => slip(random.pick(WORDS), random)).join(' ');
    const items = Array.from({ length: ITEMS }, (_, i) =>
      analyse({
        id: `i${i}`,
        title: text(2),
        passages: [{ text: text(8) }],
        language: 'en',
        facets: { kind: [random.pick(['deck', 'video'])] },
        entitlement: randomEntitlement(random)
      })
    );
    const all = new ContentIndex();
    for (const item of items) all.put(item);
    for (let caller = 0; caller < CALLERS && asked < combinations; caller++) {
      const claims = randomClaims(random);
      const visible = new Set(items.filter(({ item }) => admits(item.entitlement ?? {}, claims)).map(({ item }) => item.id));
      const alone = new ContentIndex();
      for (const item of items) if (visible.has(item.item.id)) alone.put(item);
      for (let question = 0; question < QUESTIONS && asked < combinations; question++, asked++) {
        const request = { text: text(1 + random.below(2)), claims, facets: ['kind'], limit: 3 };
        const answer = search(all, request);
        if (answer.hits.some(({ id }) => !visible.has(id)) || !isDeepStrictEqual(answer, search(alone, request))) leaks++;
      }
    }
  }
  return leaks;
}

function slip(word: string, random: ReturnType<typeof randomFrom>): string {
  return random.next() < 0.85 ? word : word.slice(0, -1) + random.pick(['', 'x', 'e']);
}
