import type { NormalName } from './normalise.ts';
import { PLACE_WORDS } from './places.ts';
import { jaroWinkler, withinOneEdit } from './similarity.ts';
import { COMMON_WORDS, EMPTY_WORDS } from './vocabulary.ts';

/** How much a word says about which company it is: 1 = a word of its own, near 0 = in every other name. */
export type Rarity = (word: string) => number;

export interface NameComparison {
  /** Same words in any order, apart from the legal form. */
  equal: boolean;
  /** Not equal, but every word of each is found in the other under another spelling. */
  respelled: boolean;
  /** Rarity-weighted share of both names' words found in the other, 0 to 1. */
  overlap: number;
  /** Rarity-weighted share of the shorter name found in the longer, 0 to 1. */
  containment: number;
  /** Rarity of the rarest shared word, 0 when none is shared. */
  rarest: number;
  /** One is the other's initials. */
  acronym: boolean;
  /** Each names another place: offices of one group, or two firms. */
  differentPlaces: boolean;
  /** Only one of them names a place. */
  onePlace: boolean;
  /** Each has a number the other lacks ("Store 12", "Store 14"). */
  differentNumbers: boolean;
  /** Only one has a number the other lacks ("Mill", "Mill 2"). */
  oneNumber: boolean;
  /** Each has a distinctive word the other lacks. */
  differentWords: boolean;
  /** Each has a common word the other lacks ("Delta Dental", "Delta Airlines"). */
  differentTrade: boolean;
  /** Only one has a trade the other lacks ("Siemens", "Siemens Energy"): mostly a part of a group. */
  oneTrade: boolean;
  /** One is written in signs that cannot be compared with the other's letters. */
  otherScript: boolean;
  legalForms: 'same' | 'different' | 'unknown';
}

/** Rarity without a corpus, from the word alone. */
export const plainRarity: Rarity = (word) => {
  if (COMMON_WORDS.has(word)) return 0.25;
  if (PLACE_WORDS.has(word)) return 0.4;
  if (/^\d+$/.test(word)) return 0.4;
  if (word.length <= 2) return 0.5;
  return 1;
};

export function compareNames(a: NormalName, b: NormalName, rarity: Rarity = plainRarity): NameComparison {
  const [first, second] = matchTokens(a.tokens, b.tokens, rarity);
  const run = a.joined === b.joined && a.joined !== '';
  const equal = run || (first.unmatched.length === 0 && second.unmatched.length === 0 && first.inexact === 0 && second.inexact === 0);
  const weights = first.weight + second.weight;
  const overlap = run ? 1 : weights === 0 ? 0 : (first.matched + second.matched) / weights;
  const containment = run
    ? 1
    : Math.max(first.weight === 0 ? 0 : first.matched / first.weight, second.weight === 0 ? 0 : second.matched / second.weight);
  const places = [first.unmatched, second.unmatched].map((words) => words.filter((word) => PLACE_WORDS.has(word)));
  const numbers = [first.unmatched, second.unmatched].map((words) => words.some((word) => /\d/.test(word)));
  const distinctive = [first.unmatched, second.unmatched].map((words) => words.some((word) => rarity(word) >= 0.8 && !/\d/.test(word)));
  const trades = [first.unmatched, second.unmatched].map((words) => words.some((word) => COMMON_WORDS.has(word) && !EMPTY_WORDS.has(word)));
  return {
    equal,
    respelled: !equal && overlap >= 0.8 && first.unmatched.length === 0 && second.unmatched.length === 0,
    overlap,
    containment,
    rarest: run ? Math.max(...[...a.tokens, ...b.tokens].map(rarity)) : Math.max(first.rarest, second.rarest),
    acronym: !equal && (isAcronym(a, b) || isAcronym(b, a)),
    differentPlaces: !equal && places[0]!.length > 0 && places[1]!.length > 0,
    onePlace: !equal && places[0]!.length > 0 !== places[1]!.length > 0,
    differentNumbers: !equal && numbers[0]! && numbers[1]!,
    oneNumber: !equal && numbers[0] !== numbers[1],
    differentWords: !equal && distinctive[0]! && distinctive[1]!,
    differentTrade: !equal && trades[0]! && trades[1]!,
    oneTrade: !equal && trades[0] !== trades[1],
    otherScript: a.foreign !== b.foreign,
    legalForms: a.legalForm === null || b.legalForm === null ? 'unknown' : a.legalForm === b.legalForm ? 'same' : 'different'
  };
}

interface TokenMatches {
  weight: number;
  matched: number;
  rarest: number;
  inexact: number;
  unmatched: string[];
}

/** Each word answers for one word of the other name, the most alike first: "Johnson & Johnson" is not one Johnson. */
function matchTokens(a: readonly string[], b: readonly string[], rarity: Rarity): [TokenMatches, TokenMatches] {
  const likeness = new Map<number, number>();
  a.forEach((word, i) => b.forEach((other, j) => likeness.set(i * b.length + j, wordSimilarity(word, other))));
  const pairs = [...likeness].filter(([, similarity]) => similarity > 0).sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  const ofA = new Float64Array(a.length);
  const ofB = new Float64Array(b.length);
  for (const [at, similarity] of pairs) {
    const [i, j] = [Math.floor(at / b.length), at % b.length];
    if (ofA[i] !== 0 || ofB[j] !== 0) continue;
    ofA[i] = similarity;
    ofB[j] = similarity;
  }
  return [weigh(a, ofA, rarity), weigh(b, ofB, rarity)];
}

function weigh(words: readonly string[], similarities: Float64Array, rarity: Rarity): TokenMatches {
  const result: TokenMatches = { weight: 0, matched: 0, rarest: 0, inexact: 0, unmatched: [] };
  words.forEach((word, i) => {
    const weight = rarity(word);
    const similarity = similarities[i]!;
    result.weight += weight;
    if (similarity === 0) {
      result.unmatched.push(word);
      return;
    }
    if (similarity < 1) result.inexact++;
    result.matched += weight * similarity;
    result.rarest = Math.max(result.rarest, weight * similarity);
  });
  return result;
}

const DIGIT = /\d/;

/** 1 for the same word, less for a typo or an abbreviation, 0 otherwise. */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (PLACE_WORDS.has(a) || PLACE_WORDS.has(b)) return 0;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4) return 0;
  const sameStart = a.charCodeAt(0) === b.charCodeAt(0);
  if (!sameStart && Math.abs(a.length - b.length) > 1) return 0;
  let similarity = 0;
  // In a short word one letter makes another company (Valeo, Valero).
  if (withinOneEdit(a, b)) similarity = shorter < 6 ? 0.7 : 0.9;
  // "manuf" for "manufacturing": a plain cut of four letters or more.
  else if (sameStart && (a.startsWith(b) || b.startsWith(a))) similarity = 0.75;
  else if (sameStart && shorter >= 6 && jaroWinkler(a, b) >= 0.93) similarity = 0.8;
  // One digit makes another number, not a typo.
  return similarity > 0 && (DIGIT.test(a) || DIGIT.test(b)) ? 0 : similarity;
}

function isAcronym(short: NormalName, long: NormalName): boolean {
  const letters = short.tokens[0] ?? '';
  if (letters.length < 2 || letters.length > 8 || long.tokens.length < 2 || letters.length > long.initials.length || DIGIT.test(letters))
    return false;
  if (letters === long.initials) return true;
  // The rest of the words must be shared: "NLU Ellis" and "National Louis University Ellis".
  const rest = new Set(short.tokens.slice(1));
  if (rest.size === 0) return false;
  const others = long.tokens.filter((word) => !rest.has(word));
  return others.length >= 2 && others.map((word) => word[0]).join('') === letters;
}
