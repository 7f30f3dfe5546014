import type { ContentIndex } from '../index/content-index.ts';
import { understand, without, type Understood, type VocabularyEntry } from '../filters/understand.ts';
import type { Facets, Filters, Search, SearchResult } from '../types.ts';
import { search } from './search.ts';
import { createSynonyms, NO_SYNONYMS, type Synonyms } from './synonyms.ts';

export type PlainSearch = Search & {
  vocabulary: readonly VocabularyEntry[];
  /** Stretches that are not to be read as filters, by where they start: the reader has taken the filter away. */
  ignore?: readonly number[];
};

export type PlainSearchResult = SearchResult & {
  understood: Understood[];
  /** Nothing passed the filters that were read from the question, so they only order what is shown. */
  relaxed: boolean;
};

/** A search whose filters stand in the question itself. Filters the caller sets are kept whatever the question says. */
export function searchInWords(index: ContentIndex, asked: PlainSearch, synonyms: Synonyms = NO_SYNONYMS): PlainSearchResult {
  const { vocabulary, ignore = [], ...plain } = asked;
  const read = understand(asked.text, vocabulary, asked.now ?? new Date());
  const understood = read.understood.filter(({ start }) => !ignore.includes(start));
  // When the reader has taken one away, the question is searched as it stands, under the filters that are left.
  const text = understood.length === read.understood.length ? read.text : asked.text;
  const filters = merged(asked.filters ?? {}, ignore.length > 0 ? leftOf(read.filters, understood) : read.filters);
  const together = join(synonyms, vocabularySynonyms(asked.vocabulary));
  const favoured = { ...read.favoured, ...asked.favoured };
  const strict = search(index, { ...plain, text, filters, favoured }, together);
  if (strict.total > 0 || understood.length === 0) return { ...strict, understood, relaxed: false };
  // What has the value of a name need not have the name among its words.
  const bare = search(index, { ...plain, text: without(asked.text, understood), filters, favoured }, together);
  if (bare.total > 0) return { ...bare, understood, relaxed: false };
  const loose = search(index, { ...plain, text: asked.text, favoured: { ...read.filters.facets, ...favoured } }, together);
  return { ...loose, understood, relaxed: true };
}

const fromVocabulary = new WeakMap<readonly VocabularyEntry[], Synonyms>();

/** The words for one value mean the same in whatever language: "battle card" finds a "Wettbewerbskarte". */
function vocabularySynonyms(vocabulary: readonly VocabularyEntry[]): Synonyms {
  const known = fromVocabulary.get(vocabulary);
  if (known) return known;
  const synonyms = createSynonyms(vocabulary.filter(({ words }) => words.length > 1).map(({ words }) => ({ words })));
  fromVocabulary.set(vocabulary, synonyms);
  return synonyms;
}

function join(own: Synonyms, others: Synonyms): Synonyms {
  return {
    at(words, language) {
      const all = new Map(own.at(words, language));
      for (const [position, list] of others.at(words, language)) all.set(position, [...(all.get(position) ?? []), ...list]);
      return all;
    }
  };
}

function leftOf(filters: Filters, understood: readonly Understood[]): Filters {
  const left: Filters = {};
  for (const one of understood) {
    if ('facet' in one && filters.facets && Object.hasOwn(filters.facets, one.facet)) {
      left.facets ??= {};
      left.facets[one.facet] = [...(Object.hasOwn(left.facets, one.facet) ? left.facets[one.facet]! : []), one.value];
    } else if ('language' in one) left.languages = [...(left.languages ?? []), one.language];
    else if ('from' in one || 'until' in one) Object.assign(left, { from: one.from, until: one.until });
  }
  return left;
}

/** What the caller sets goes before what the question says of the same thing. */
function merged(own: Filters, read: Filters): Filters {
  const facets: Facets = { ...read.facets, ...own.facets };
  return { ...read, ...own, ...(Object.keys(facets).length > 0 && { facets }) };
}
