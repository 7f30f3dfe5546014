import { randomFrom } from '../../src/retrieval/fixtures.ts';
import type { ContentItem } from '../../src/retrieval/index.ts';

export const PASSAGES = 50_000;
const PASSAGES_EACH = 5;

/** As many passages as a large library has, made of sentences of real texts in an order of their own. One at a time: nobody holds them all. */
export function* library(documents: readonly { title: string; text: string }[]): Generator<ContentItem> {
  const random = randomFrom(5);
  const sentences = documents.flatMap(({ text }) => text.split(/(?<=[.!?])\s*/).filter((sentence) => sentence.length > 40));
  for (let i = 0; i < PASSAGES / PASSAGES_EACH; i++) {
    yield {
      id: `d${i}`,
      title: random.pick(documents).title,
      language: 'en',
      passages: Array.from({ length: PASSAGES_EACH }, () => ({ text: Array.from({ length: 4 }, () => random.pick(sentences)).join(' ') })),
      entitlement:
        random.next() < 0.5 ? {} : { tiers: random.some(['gold', 'silver', 'bronze']), countries: random.some(['DE', 'FR', 'US']) }
    };
  }
}
