import { isStopword, languageShares, LANGUAGES, stem, type Language } from '../analysis/language.ts';
import { tokens, type Token } from '../analysis/tokens.ts';
import type { Segment } from '../index/segment.ts';
import { splits } from '../index/vocabulary.ts';
import type { Correction, ReasonCode } from '../types.ts';
import type { Synonym, Synonyms } from './synonyms.ts';

/** A term by which a concept may be found, what a match of it is worth, and by what way it was come to. */
export type Alternative = { term: string; weight: number; way: ReasonCode };

/** One thing a question asks for, with every term it may be found by, in each language there is. */
export type Concept = {
  /** As the caller wrote it. */
  word: string;
  /** Which of the question's words, counting from 0; for phrases and nearness. */
  position: number;
  weight: number;
  alternatives: Map<Language, Alternative[]>;
  /** How telling it is among what the caller may see; 0 when it is nowhere. */
  idf: number;
};

export type Question = {
  language: Language;
  concepts: Concept[];
  /** Words of each quoted phrase. */
  phrases: string[][];
  corrections: Correction[];
  /** Sum of what the concepts weigh, the ones that are nowhere included. */
  mass: number;
  items: number;
};

/** Words of other spellings, parts of compounds and synonyms are worth less than the word itself. */
const SYNONYM_WORTH = 0.8;
const PART_WORTH = 0.6;
const COMPOUND_WORTH = 0.45;
const JOINED_WORTH = 0.9;
const CORRECTED_WORTH = [1, 0.85, 0.65];
const MOST_COMPOUNDS = 24;
/** A word that is nowhere may be a name that matters, or an idle one. */
const UNKNOWN_WORTH = 0.7;
/** From this share on a language's function words are taken as such. */
const SPOKEN_FROM = 0.25;

export const idfOf = (items: number, frequency: number): number => Math.log(1 + (items - frequency + 0.5) / (frequency + 0.5));

/** What a question asks for, in the terms of the segments its caller may open and of nothing else. */
export function readQuestion(text: string, segments: readonly Segment[], synonyms: Synonyms): Question {
  const all = tokens(text);
  const shares = languageShares(text);
  const spoken = LANGUAGES.filter((language) => shares[language] >= SPOKEN_FROM);
  const telling = all.filter(({ word }) => !spoken.some((language) => isStopword(word, language)));
  const kept = telling.length > 0 ? telling : all;
  const seen = new Seen(segments);
  const corrections: Correction[] = [];
  const concepts = new Map<string, Concept>();
  const remember = (concept: Concept): void => {
    const key = [...concept.alternatives].map(([language, [first]]) => `${language}:${first?.term}`).join(' ');
    const known = concepts.get(key);
    // Said twice, meant a little more.
    if (known) known.weight += concept.weight * 0.5;
    else concepts.set(key, concept);
  };
  const words = all.map(({ word }) => word);
  const same = new Map(seen.languages.map((language) => [language, synonyms.at(words, language)]));
  for (const token of kept) {
    const position = all.indexOf(token);
    const synonymsHere = (language: Language): readonly Synonym[] => same.get(language)!.get(position) ?? [];
    for (const concept of conceptsOf(token, position, neighbours(words, position), seen, synonymsHere, corrections)) remember(concept);
  }
  const list = [...concepts.values()];
  let mass = 0;
  for (const concept of list) {
    const frequency = seen.frequencyOfConcept(concept);
    concept.idf = frequency === 0 ? 0 : idfOf(seen.items, frequency);
    mass += concept.weight * (frequency === 0 ? UNKNOWN_WORTH * idfOf(seen.items, 0) : concept.idf);
  }
  const language = LANGUAGES.reduce((best, one) => (shares[one] > shares[best] ? one : best));
  return { language, concepts: list, phrases: quoted(text), corrections, mass, items: seen.items };
}

/** What is in the opened segments, added up. */
export class Seen {
  readonly segments: readonly Segment[];
  readonly languages: Language[];
  readonly items: number;

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
    this.languages = LANGUAGES.filter((language) => segments.some((segment) => segment.language === language));
    this.items = segments.reduce((sum, { totals }) => sum + totals.items, 0);
  }

  frequency(term: string, language: Language): number {
    let sum = 0;
    for (const segment of this.segments) if (segment.language === language) sum += segment.frequencyOf(term);
    return sum;
  }

  frequencyOfConcept({ alternatives }: Concept): number {
    let sum = 0;
    for (const [language, list] of alternatives) {
      // A concept is as common as the commonest of the words that mean it; a compound of it says nothing about that.
      const own = list.filter(({ way }) => way !== 'compound');
      const frequencies = (own.length > 0 ? own : list).map(({ term }) => this.frequency(term, language));
      const most = Math.max(0, ...frequencies);
      sum += most > 0 ? most : Math.max(0, ...list.map(({ term }) => this.frequency(term, language)));
    }
    return Math.min(sum, this.items);
  }

  has(term: string, language: Language): boolean {
    return this.segments.some((segment) => segment.language === language && segment.frequencyOf(term) > 0);
  }
}

function conceptsOf(
  token: Token,
  position: number,
  [before, after]: [string | undefined, string | undefined],
  seen: Seen,
  synonyms: (language: Language) => readonly Synonym[],
  corrections: Correction[]
): Concept[] {
  const concept: Concept = { word: token.word, position, weight: 1, alternatives: new Map(), idf: 0 };
  let found = false;
  for (const language of seen.languages) {
    const list: Alternative[] = [{ term: stem(token.word, language), weight: 1, way: 'body' }];
    const add = (term: string, weight: number, way: ReasonCode): void => {
      if (!list.some((one) => one.term === term) && seen.has(term, language)) list.push({ term, weight, way });
    };
    for (const { word, share } of synonyms(language)) add(stem(word, language), SYNONYM_WORTH * share, 'synonym');
    // "battle card" is found as "battlecard".
    if (before !== undefined) add(stem(before + token.word, language), JOINED_WORTH, 'compound');
    if (after !== undefined) add(stem(token.word + after, language), JOINED_WORTH, 'compound');
    for (const term of compoundsOf(token.word, language, seen)) add(term, COMPOUND_WORTH, 'compound');
    found ||= seen.has(list[0]!.term, language) || list.length > 1;
    concept.alternatives.set(language, list);
  }
  if (found) return [concept];
  const parts = partsOf(token.word, seen);
  if (parts) return parts.map((word) => partConcept(word, position, seen));
  const corrected = correct(token.word, seen);
  if (corrected) {
    corrections.push({ start: token.start, end: token.end, from: token.word, to: corrected.text });
    for (const language of seen.languages)
      concept.alternatives.set(language, [
        { term: stem(corrected.text, language), weight: CORRECTED_WORTH[corrected.slips]!, way: 'spelling' }
      ]);
  }
  return [concept];
}

function partConcept(word: string, position: number, seen: Seen): Concept {
  const alternatives = new Map(
    seen.languages.map((language) => [language, [{ term: stem(word, language), weight: 1, way: 'compound' as const }]])
  );
  return { word, position, weight: PART_WORTH, alternatives, idf: 0 };
}

function compoundsOf(word: string, language: Language, seen: Seen): string[] {
  const terms = new Map<string, number>();
  for (const segment of seen.segments.filter((one) => one.language === language))
    segment.vocabulary.compounds(word, (term) => {
      const text = segment.termTexts[term]!;
      terms.set(text, (terms.get(text) ?? 0) + segment.frequency[term]!);
    });
  return [...terms]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_COMPOUNDS)
    .map(([term]) => term);
}

/** The two words a compound is made of, when both are there; the split whose rarer part is commonest. */
function partsOf(word: string, seen: Seen): [string, string] | undefined {
  let best: { parts: [string, string]; frequency: number } | undefined;
  for (const language of seen.languages) {
    for (const parts of splits(word, language)) {
      const frequency = Math.min(...parts.map((part) => seen.frequency(stem(part, language), language)));
      if (frequency > (best?.frequency ?? 0)) best = { parts, frequency };
    }
  }
  return best?.parts;
}

function correct(word: string, seen: Seen): { text: string; slips: number } | undefined {
  if (word.length < 4 || /\d/.test(word)) return undefined;
  const most = word.length < 8 ? 1 : 2;
  const found = new Map<string, { slips: number; frequency: number }>();
  for (const segment of seen.segments) {
    segment.vocabulary.similar(word, most, (text, term, slips) => {
      if (slips > 1 && text[0] !== word[0]) return;
      const known = found.get(text);
      if (known) known.frequency += segment.frequency[term]!;
      else found.set(text, { slips, frequency: segment.frequency[term]! });
    });
  }
  let best: { text: string; slips: number; frequency: number } | undefined;
  for (const [text, { slips, frequency }] of found) {
    const better =
      !best ||
      slips < best.slips ||
      (slips === best.slips && (frequency > best.frequency || (frequency === best.frequency && text < best.text)));
    if (better) best = { text, slips, frequency };
  }
  return best;
}

function neighbours(words: readonly string[], position: number): [string | undefined, string | undefined] {
  return [words[position - 1], words[position + 1]];
}

function quoted(text: string): string[][] {
  const phrases = [...text.matchAll(/["“„«»”]([^"“„«»”]+)["“”«»]/g)].map(([, inner]) => tokens(inner!).map(({ word }) => word));
  return phrases.filter(({ length }) => length > 1);
}
