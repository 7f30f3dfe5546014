import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { francAll } from 'franc-min';
import { STOPWORDS } from './stopwords.ts';
import { plain, tokens } from './tokens.ts';

export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

const STEMMERS: Record<Language, (word: string) => string> = {
  en: stemEnglish,
  de: stemGerman,
  fr: stemFrench,
  es: stemSpanish
};

/** What a word is looked up as: its stem in the language (Snowball algorithms) without accents. Numbers stay as they are. */
export function stem(word: string, language: Language): string {
  if (/\d/.test(word)) return word;
  const clean = language === 'en' ? plain(word) : word;
  return plain(STEMMERS[language](clean)) || plain(word);
}

export function isStopword(word: string, language: Language): boolean {
  return STOPWORDS[language].has(word);
}

const CODES = new Map<string, Language>([
  ['eng', 'en'],
  ['deu', 'de'],
  ['fra', 'fr'],
  ['spa', 'es']
]);
/** So many function words more than of any other language leave no doubt, and trigrams need not be counted, which is slow. */
const NO_DOUBT = 4;
/** Trigrams of a text shorter than this say little, and a function word in it says all. */
const TELLING_LENGTH = 40;
/** More of a text does not change the verdict. */
const READ = 600;

/** Share of each language's claim on the text, by its function words and, in longer texts, its trigrams. They add up to 1. */
export function languageShares(text: string): Record<Language, number> {
  const short = text.slice(0, READ);
  const weights: Record<Language, number> = { en: 0.5, de: 0.3, fr: 0.3, es: 0.3 };
  for (const { word } of tokens(short)) {
    const claims = LANGUAGES.filter((language) => STOPWORDS[language].has(word));
    for (const language of claims) weights[language] += 1 / claims.length;
    if (/[äöß]/.test(word)) weights.de += 0.6;
    if (/[ñíóú]/.test(word)) weights.es += 0.6;
    if (/[èêçœàùâîô]/.test(word)) weights.fr += 0.6;
  }
  const [first, second] = Object.values(weights).sort((a, b) => b - a) as [number, number];
  if (short.length >= TELLING_LENGTH && first - second < NO_DOUBT) {
    for (const [code, closeness] of francAll(short, { only: [...CODES.keys()] })) {
      const language = CODES.get(code);
      if (language) weights[language] += 4 * Math.max(0, closeness - 0.6);
    }
  }
  const sum = LANGUAGES.reduce((total, language) => total + weights[language], 0);
  return Object.fromEntries(LANGUAGES.map((language) => [language, weights[language] / sum])) as Record<Language, number>;
}

export function detectLanguage(text: string): Language {
  const shares = languageShares(text);
  return LANGUAGES.reduce((best, language) => (shares[language] > shares[best] ? language : best));
}
