import type { NormalName } from './normalise.ts';
import { isAlike, withinOneEdit } from './similarity.ts';
import { hasDigit, isPlace, plainRarity, traitsOf, type Rarity, type WordTraits } from './word-traits.ts';

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

export function compareNames(a: NormalName, b: NormalName, rarity: Rarity = plainRarity): NameComparison {
  const [first, second] = matchTokens(a, b, rarity);
  const run = a.joined === b.joined && a.joined !== '';
  const allFound = first.unmatched === 0 && second.unmatched === 0;
  const equal = run || (allFound && first.inexact === 0 && second.inexact === 0);
  const weights = first.weight + second.weight;
  const overlap = run ? 1 : weights === 0 ? 0 : (first.matched + second.matched) / weights;
  const containment = run
    ? 1
    : Math.max(first.weight === 0 ? 0 : first.matched / first.weight, second.weight === 0 ? 0 : second.matched / second.weight);
  const [left, right] = [first.lacking, second.lacking];
  return {
    equal,
    respelled: !equal && overlap >= 0.8 && allFound,
    overlap,
    containment,
    rarest: run ? Math.max(...[...a.tokens, ...b.tokens].map(rarity)) : Math.max(first.rarest, second.rarest),
    acronym: !equal && (isAcronym(a, b) || isAcronym(b, a)),
    differentPlaces: !equal && left.place && right.place,
    onePlace: !equal && left.place !== right.place,
    differentNumbers: !equal && left.number && right.number,
    oneNumber: !equal && left.number !== right.number,
    differentWords: !equal && left.distinctive && right.distinctive,
    differentTrade: !equal && left.trade && right.trade,
    oneTrade: !equal && left.trade !== right.trade,
    otherScript: a.foreign !== b.foreign,
    legalForms: a.legalForm === null || b.legalForm === null ? 'unknown' : a.legalForm === b.legalForm ? 'same' : 'different'
  };
}

interface TokenMatches {
  weight: number;
  matched: number;
  rarest: number;
  inexact: number;
  unmatched: number;
  /** Of the words that the other name lacks. */
  lacking: WordTraits;
}

/** Each word answers for one word of the other name, the most alike first: "Johnson & Johnson" is not one Johnson. */
function matchTokens(a: NormalName, b: NormalName, rarity: Rarity): [TokenMatches, TokenMatches] {
  let alike: { i: number; j: number; similarity: number }[] | undefined;
  for (let i = 0; i < a.tokens.length; i++) {
    for (let j = 0; j < b.tokens.length; j++) {
      const similarity = wordSimilarity(a.tokens[i]!, b.tokens[j]!);
      if (similarity > 0) (alike ??= []).push({ i, j, similarity });
    }
  }
  if (!alike) return [nothingMatched(a, rarity), nothingMatched(b, rarity)];
  // The sort is stable: equally alike, the earlier words come first.
  if (alike.length > 1) alike.sort((x, y) => y.similarity - x.similarity);
  const ofA = new Array<number>(a.tokens.length).fill(0);
  const ofB = new Array<number>(b.tokens.length).fill(0);
  for (const { i, j, similarity } of alike) {
    if (ofA[i] !== 0 || ofB[j] !== 0) continue;
    ofA[i] = similarity;
    ofB[j] = similarity;
  }
  return [weigh(a.tokens, ofA, rarity), weigh(b.tokens, ofB, rarity)];
}

/** Most pairs: nothing has to be weighed, and what the words are is known of the name. */
function nothingMatched({ tokens, traits }: NormalName, rarity: Rarity): TokenMatches {
  const lacking = rarity === plainRarity ? traits : traitsOf(tokens, rarity);
  return { weight: tokens.length, matched: 0, rarest: 0, inexact: 0, unmatched: tokens.length, lacking };
}

function weigh(words: readonly string[], similarities: readonly number[], rarity: Rarity): TokenMatches {
  let [weight, matched, rarest, inexact] = [0, 0, 0, 0];
  const unmatched: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const own = rarity(words[i]!);
    const similarity = similarities[i]!;
    weight += own;
    if (similarity === 0) {
      unmatched.push(words[i]!);
      continue;
    }
    if (similarity < 1) inexact++;
    matched += own * similarity;
    rarest = Math.max(rarest, own * similarity);
  }
  return { weight, matched, rarest, inexact, unmatched: unmatched.length, lacking: traitsOf(unmatched, rarity) };
}

/** 1 for the same word, less for a typo or an abbreviation, 0 otherwise. */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4) return 0;
  const sameStart = a.charCodeAt(0) === b.charCodeAt(0);
  // Where the first letters differ, one edit was made there: the ends are the same.
  if (!sameStart && a.charCodeAt(a.length - 1) !== b.charCodeAt(b.length - 1)) return 0;
  let similarity = 0;
  // In a short word one letter makes another company (Valeo, Valero).
  if (withinOneEdit(a, b)) similarity = shorter < 6 ? 0.7 : 0.9;
  // "manuf" for "manufacturing": a plain cut of four letters or more.
  else if (sameStart && (a.startsWith(b) || b.startsWith(a))) similarity = 0.75;
  else if (sameStart && shorter >= 6 && isAlike(a, b, 0.93)) similarity = 0.8;
  // One digit makes another number, not a typo, and one letter another place.
  return similarity > 0 && (hasDigit(a) || hasDigit(b) || isPlace(a) || isPlace(b)) ? 0 : similarity;
}

function isAcronym(short: NormalName, long: NormalName): boolean {
  const letters = short.tokens[0] ?? '';
  if (letters.length < 2 || letters.length > 8 || long.tokens.length < 2 || letters.length > long.initials.length || hasDigit(letters))
    return false;
  if (letters === long.initials) return true;
  if (short.tokens.length === 1) return false;
  // The rest of the words must be shared: "NLU Ellis" and "National Louis University Ellis".
  const rest = new Set(short.tokens.slice(1));
  const others = long.tokens.filter((word) => !rest.has(word));
  return others.length >= 2 && others.map((word) => word[0]).join('') === letters;
}
