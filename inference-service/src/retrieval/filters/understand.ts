import { LANGUAGES, stem, type Language } from '../analysis/language.ts';
import { tokens, type Token } from '../analysis/tokens.ts';
import type { Claims } from '../entitlement.ts';
import type { ContentIndex } from '../index/content-index.ts';
import type { Facets, Filters, Range } from '../types.ts';
import { findTimes } from './times.ts';
import { ASKING, IN, LANGUAGE_NAMES, WRITING } from './words.ts';

/** A value of a facet and the words people use for it, in any language. */
export type VocabularyEntry = { facet: string; value: string; words: string[] };

/** What was taken for a filter, and from which stretch of the question, so that a reader can take it away again. */
export type Understood = Range & ({ facet: string; value: string } | { language: Language } | { from?: string; until?: string });

export type Understanding = {
  /** The question without what is said by a filter alone: the language and the time. Names of things stay, they are also words. */
  text: string;
  filters: Filters;
  /** Said within a question, where it may be the subject: what has it comes first, what has not stays. */
  favoured: Facets;
  understood: Understood[];
};

/** Reads "German battle card against Contoso from this year" as a kind, a competitor, a language and a time. */
export function understand(text: string, vocabulary: readonly VocabularyEntry[], now: Date): Understanding {
  const understood: Understood[] = [];
  const times = findTimes(text, now);
  understood.push(...times);
  const words = tokens(text).filter(({ start, end }) => !times.some((time) => start < time.end && time.start < end));
  const named = findNames(words, vocabulary);
  understood.push(...named);
  const spoken = findLanguages(words, named);
  understood.push(...spoken);
  const filters: Filters = {};
  const favoured: Facets = {};
  const target = ASKING.test(text) ? favoured : (filters.facets ??= {});
  for (const { facet, value } of named) {
    const values = Object.hasOwn(target, facet) ? target[facet]! : [];
    if (!values.includes(value)) target[facet] = [...values, value];
  }
  if (filters.facets && Object.keys(filters.facets).length === 0) delete filters.facets;
  if (spoken.length > 0) filters.languages = [...new Set(spoken.map(({ language }) => language))];
  // Two times in one question narrow each other.
  const from = times
    .flatMap((time) => time.from ?? [])
    .sort()
    .at(-1);
  const until = times.flatMap((time) => time.until ?? []).sort()[0];
  if (from !== undefined) filters.from = from;
  if (until !== undefined) filters.until = until;
  return { text: without(text, [...times, ...spoken]), filters, favoured, understood: understood.sort((a, b) => a.start - b.start) };
}

/** Values that items the caller may see have, each under its own name: names of competitors and products need no list. */
export function visibleVocabulary(index: ContentIndex, claims: Claims, facets: readonly string[]): VocabularyEntry[] {
  const entries = new Map<string, VocabularyEntry>();
  for (const segment of index.open(claims)) {
    for (const analysed of segment.items) {
      for (const facet of facets) {
        const own = analysed?.item.facets;
        if (!own || !Object.hasOwn(own, facet)) continue;
        for (const value of own[facet]!) entries.set(`${facet}\n${value}`, { facet, value, words: [value] });
      }
    }
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

type Named = Range & { facet: string; value: string; first: number; last: number };

/** The longest name at each place; a name is found in its inflections too. */
function findNames(words: readonly Token[], vocabulary: readonly VocabularyEntry[]): Named[] {
  const stems = words.map(({ word }) => new Set(LANGUAGES.map((language) => stem(word, language))));
  const matches: Named[] = [];
  for (const { facet, value, words: names } of vocabulary) {
    for (const name of names) {
      const parts = tokens(name).map(({ word }) => LANGUAGES.map((language) => stem(word, language)));
      if (parts.length === 0) continue;
      for (let first = 0; first + parts.length <= words.length; first++) {
        if (!parts.every((part, i) => part.some((one) => stems[first + i]!.has(one)))) continue;
        const last = first + parts.length - 1;
        matches.push({ facet, value, first, last, start: words[first]!.start, end: words[last]!.end });
      }
    }
  }
  matches.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const chosen: Named[] = [];
  for (const match of matches) {
    const overlapping = chosen.filter((other) => match.first <= other.last && other.first <= match.last);
    // One name may stand for values of two facets, or for two values; a part of a longer name stands for nothing.
    if (overlapping.every((other) => other.first === match.first && other.last === match.last)) chosen.push(match);
  }
  return chosen.map(({ first, last, ...rest }) => ({ ...rest, first, last }));
}

function findLanguages(words: readonly Token[], named: readonly Named[]): (Range & { language: Language })[] {
  return words.flatMap(({ word, start, end }, position) => {
    const language = LANGUAGES.find((one) => LANGUAGE_NAMES[one].test(word));
    if (!language) return [];
    const before = words[position - 1];
    const after = words[position + 1];
    if (before && IN.test(before.word)) return [{ language, start: before.start, end }];
    // An adjective of language before, or in French and Spanish after, what is written.
    const written = (neighbour: Token | undefined): boolean =>
      neighbour !== undefined &&
      (WRITING.test(neighbour.word) || named.some((name) => name.start <= neighbour.start && neighbour.end <= name.end));
    return written(after) || written(before) ? [{ language, start, end }] : [];
  });
}

/** A text without some stretches of it. */
export function without(text: string, ranges: readonly Range[]): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    kept += text.slice(from, Math.max(from, start));
    from = Math.max(from, end);
  }
  return (kept + text.slice(from)).replace(/\s+/g, ' ').trim();
}
