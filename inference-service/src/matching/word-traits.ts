import { PLACE_WORDS } from './places.ts';
import { COMMON_WORDS, EMPTY_WORDS } from './vocabulary.ts';

/** How much a word says about which company it is: 1 = a word of its own, near 0 = in every other name. */
export type Rarity = (word: string) => number;

/** Rarity without a corpus, from the word alone. */
export const plainRarity: Rarity = (word) => {
  if (COMMON_WORDS.has(word)) return 0.25;
  if (isPlace(word)) return 0.4;
  if (hasDigit(word) && /^\d+$/.test(word)) return 0.4;
  if (word.length <= 2) return 0.5;
  return 1;
};

/** Kinds of words among some: what tells two companies of one name apart. */
export interface WordTraits {
  place: boolean;
  number: boolean;
  trade: boolean;
  distinctive: boolean;
}

export function traitsOf(words: readonly string[], rarity: Rarity = plainRarity): WordTraits {
  const traits: WordTraits = { place: false, number: false, trade: false, distinctive: false };
  for (const word of words) {
    if (hasDigit(word)) traits.number = true;
    else if (rarity(word) >= 0.8) traits.distinctive = true;
    if (isPlace(word)) traits.place = true;
    if (COMMON_WORDS.has(word) && !EMPTY_WORDS.has(word)) traits.trade = true;
  }
  return traits;
}

export function isPlace(word: string): boolean {
  return PLACE_WORDS.has(word);
}

export function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) >= 48 && word.charCodeAt(i) <= 57) return true;
  return false;
}
