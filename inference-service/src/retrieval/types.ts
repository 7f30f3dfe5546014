import type { Claims, Entitlement } from './entitlement.ts';
import type { Language } from './analysis/language.ts';

/** Where a passage stands in its document, so that a reader can be taken there. Pages and slides count from 1, seconds from 0. */
export type Place = { page?: number; slide?: number; sheet?: string; seconds?: number };

/** A piece of a document short enough to read at a glance. */
export type Passage = {
  text: string;
  /** Headings above it, outermost first. */
  headings?: string[];
  place?: Place;
};

export type Facets = Record<string, string[]>;

/** What the index is given of one item. What its facets are called is up to the caller. */
export type ContentItem = {
  id: string;
  title: string;
  abstract?: string;
  keywords?: string[];
  passages: Passage[];
  /** Detected from title, abstract and passages when missing. */
  language?: Language;
  facets?: Facets;
  /** When its content last changed; what "from this year" is about. ISO 8601. */
  date?: string;
  /** Found from here, inclusive, to there, exclusive. ISO 8601; missing means unlimited. */
  validFrom?: string;
  validUntil?: string;
  /** Missing means: for every caller of the org. */
  entitlement?: Entitlement;
};

/** Range of a text in UTF-16 units, end exclusive. */
export type Range = { start: number; end: number };

export type Filters = {
  /** An item passes when it has one of the values of every facet named. */
  facets?: Facets;
  languages?: Language[];
  /** On `date`: from inclusive, until exclusive. ISO 8601. */
  from?: string;
  until?: string;
};

export type Search = {
  text: string;
  claims: Claims;
  filters?: Filters;
  /** Facets to count. */
  facets?: string[];
  limit?: number;
  offset?: number;
  /** The caller's languages, best first: what is in them is preferred when all else is equal. */
  preferred?: Language[];
  /** Values that make an item come earlier when it has one; the others stay. */
  favoured?: Facets;
  /** Time of the question; decides what is valid. Must not run backwards. */
  now?: Date;
};

export type ReasonCode =
  'title' | 'abstract' | 'keywords' | 'heading' | 'body' | 'phrase' | 'synonym' | 'spelling' | 'compound' | 'filter' | 'meaning' | 'browse';

/** Why a hit is one: which words of the question stand where, and by what way they were found. */
export type Reason = { code: ReasonCode; words: string[] };

export type Hit = {
  id: string;
  title: string;
  language: Language;
  facets: Facets;
  date?: string;
  /** Comparable within one answer only. */
  score: number;
  /** Share of the question, weighed by how telling its words are, that the item covers: 0 to 1. */
  coverage: number;
  passage?: { number: number; text: string; highlights: Range[]; headings: string[]; place: Place };
  titleHighlights: Range[];
  why: Reason[];
};

export type FacetCounts = Record<string, { value: string; count: number }[]>;

export type Correction = Range & { from: string; to: string };

export type SearchResult = {
  hits: Hit[];
  total: number;
  /** What comes nearest when nothing answers; empty when something does. */
  nearest: Hit[];
  facets: FacetCounts;
  /** What was searched for instead of words that are nowhere in what the caller may see. */
  didYouMean?: { text: string; corrections: Correction[] };
};

/** Words that mean the same in this org. One-way: a question with the first finds the others, not the reverse. */
export type SynonymRule = { words: string[]; oneWay?: boolean };
