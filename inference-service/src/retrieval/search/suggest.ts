import { plain, tokens } from '../analysis/tokens.ts';
import type { Claims } from '../entitlement.ts';
import type { ContentIndex } from '../index/content-index.ts';

const SHORTEST = 2;

/**
 * Titles of what the caller may see in which every word typed so far begins a word, accents or not; those that begin
 * with what was typed first, then the newest.
 */
export function suggest(
  index: ContentIndex,
  typed: string,
  claims: Claims,
  { limit = 8, now = new Date() } = {}
): { id: string; title: string }[] {
  const beginnings = tokens(typed).map(({ word }) => plain(word));
  if (beginnings.join('').length < SHORTEST) return [];
  index.advance(now);
  const found: { id: string; title: string; first: boolean; date: string }[] = [];
  for (const segment of index.open(claims)) {
    for (const analysed of segment.items) {
      if (!analysed) continue;
      const { id, title, date = '' } = analysed.item;
      const words = tokens(title).map(({ word }) => plain(word));
      if (!beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)))) continue;
      found.push({ id, title, first: words[0]!.startsWith(beginnings[0]!), date });
    }
  }
  found.sort((a, b) => Number(b.first) - Number(a.first) || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1));
  return found.slice(0, limit).map(({ id, title }) => ({ id, title }));
}
