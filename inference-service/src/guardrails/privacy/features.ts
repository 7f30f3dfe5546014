import { COMMON_WORDS } from './words/common.ts';
import { isCoined, isEnglishName, isEnglishWord } from './words/dictionary.ts';
import { COMPANY_ENDINGS, HONORIFICS, JOB_WORDS } from './words/organisations.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './words/names.ts';
import { CITIES, countryNames, NATIONALITIES, STREET_ENDINGS, STREET_WORDS, UNIT_WORDS } from './words/places.ts';
import type { Token } from './tokens.ts';

/** Lists a token can be in; a place of several words counts for each of its tokens when all of them are there. */
export type Gazetteer = {
  given: Set<string>;
  family: Set<string>;
  places: Map<string, string[][]>;
  nationalities: Set<string>;
  common: Set<string>;
};

export function createGazetteer(keep: (word: string) => boolean = () => true): Gazetteer {
  const words = (list: readonly string[]) => new Set(list.map((word) => word.toLowerCase()).filter(keep));
  const places = new Map<string, string[][]>();
  for (const place of [...CITIES, ...countryNames()].map((name) => name.toLowerCase()).filter(keep)) {
    const parts = place.match(/\p{L}[\p{L}\p{M}]*|\p{N}+|[^\s]/gu) ?? [];
    const [first] = parts;
    if (first) places.set(first, [...(places.get(first) ?? []), parts]);
  }
  return {
    given: words(GIVEN_NAMES),
    family: words(FAMILY_NAMES),
    places,
    nationalities: words(NATIONALITIES),
    common: words([...COMMON_WORDS])
  };
}

type Described = { shape: string; marks: string[] };

/** Readable names of everything the tagger may look at for each token. */
export function describeTokens(tokens: readonly Token[], gazetteer: Gazetteer): string[][] {
  const inPlace = placesIn(tokens, gazetteer);
  const lowerSeen = new Set(tokens.filter((token) => token.text === token.lower).map((token) => token.lower));
  // Whoever never uses a capital gives no hint by a small letter.
  const allLower = tokens.length > 2 && tokens.every((token) => token.kind !== undefined || token.text === token.lower);
  const described = tokens.map((token, i): Described => ({
    shape: shapeOf(token, allLower),
    marks: marksOf(token, inPlace.has(i), gazetteer)
  }));
  return tokens.map((token, i) => featuresOf(tokens, described, i, lowerSeen.has(token.lower)));
}

function featuresOf(tokens: readonly Token[], described: readonly Described[], i: number, seenLower: boolean): string[] {
  const word = (at: number) => nameOf(tokens[at]);
  const shape = (at: number) => described[at]?.shape ?? '_';
  const token = tokens[i] as Token;
  const lower = token.lower;
  const previous = word(i - 1);
  const features = [
    'bias',
    `w=${word(i)}`,
    `s=${shape(i)}`,
    `w-1=${previous}`,
    `w-2=${word(i - 2)}`,
    `w+1=${word(i + 1)}`,
    `w+2=${word(i + 2)}`,
    `w-2,-1=${word(i - 2)} ${previous}`,
    `w-1,s=${previous} ${shape(i)}`,
    `s,w+1=${shape(i)} ${word(i + 1)}`,
    `s-1,s,s+1=${shape(i - 1)} ${shape(i)} ${shape(i + 1)}`,
    `s-2,s-1,s=${shape(i - 2)} ${shape(i - 1)} ${shape(i)}`,
    `s,s+1,s+2=${shape(i)} ${shape(i + 1)} ${shape(i + 2)}`
  ];
  if (token.kind === undefined && /^\p{L}/u.test(lower) && lower.length > 3) {
    features.push(
      `end3=${lower.slice(-3)}`,
      `end2=${lower.slice(-2)}`,
      `end2,s=${lower.slice(-2)} ${shape(i)}`,
      `start3=${lower.slice(0, 3)}`
    );
  }
  for (const mark of (described[i] as Described).marks)
    features.push(`m=${mark}`, `m,s-1=${mark} ${shape(i - 1)}`, `m,s+1=${mark} ${shape(i + 1)}`, `m,w-1=${mark} ${previous}`);
  for (const mark of described[i - 1]?.marks ?? []) features.push(`m-1=${mark}`, `m-1,s=${mark} ${shape(i)}`);
  for (const mark of described[i - 2]?.marks ?? []) features.push(`m-2=${mark}`);
  for (const mark of described[i + 1]?.marks ?? []) features.push(`m+1=${mark}`, `m+1,s=${mark} ${shape(i)}`);
  for (const mark of described[i + 2]?.marks ?? []) features.push(`m+2=${mark}`);
  if (seenLower && token.text !== lower) features.push('also lower case');
  if (!token.spaced && i > 0) features.push(`joined=${shape(i - 1)} ${shape(i)}`);
  return features;
}

function nameOf(token: Token | undefined): string {
  if (!token) return '_';
  if (token.kind !== undefined) return `#${token.kind}`;
  if (token.text === '\n') return '\\n';
  return /^\p{N}/u.test(token.text) ? `#${Math.min(token.text.length, 6)}` : token.lower;
}

function shapeOf(token: Token, allLower: boolean): string {
  if (token.kind !== undefined) return `#${token.kind}`;
  const { text } = token;
  if (text === '\n') return '\\n';
  if (/^\p{N}/u.test(text)) return `d${Math.min(text.length, 6)}`;
  if (!/^\p{L}/u.test(text)) return text.length === 1 && text < '\u0080' ? text : '?';
  if (text === token.lower) return allLower ? 'y' : 'x';
  if (text.length === 1) return 'X';
  const rest = text.slice(1);
  if (rest === rest.toLowerCase()) return 'Xx';
  return text === text.toUpperCase() ? (text.length <= 3 ? 'XX' : 'XXX') : 'xX';
}

function marksOf(token: Token, isPlace: boolean, gazetteer: Gazetteer): string[] {
  if (token.kind !== undefined) return [];
  const { lower } = token;
  const capital = token.text !== lower;
  const marks: string[] = [];
  if (gazetteer.given.has(lower)) marks.push(capital ? 'given' : 'given lower');
  if (gazetteer.family.has(lower)) marks.push(capital ? 'family' : 'family lower');
  if (isPlace) marks.push(capital ? 'place' : 'place lower');
  if (gazetteer.nationalities.has(lower)) marks.push('nationality');
  if (gazetteer.common.has(lower)) marks.push(capital ? 'common' : 'common lower');
  if (/^\p{L}{2,}$/u.test(lower)) {
    if (isEnglishWord(lower)) marks.push(capital ? 'english' : 'english lower');
    else if (isCoined(lower)) marks.push(capital ? 'coined' : 'coined lower');
    if (isEnglishName(lower)) marks.push(capital ? 'name' : 'name lower');
  }
  if (HONORIFICS.has(lower)) marks.push('honorific');
  if (JOB_WORDS.has(lower)) marks.push('job');
  if (COMPANY_ENDINGS.has(lower)) marks.push('company');
  if (STREET_WORDS.has(lower)) marks.push('street');
  else if (capital && lower.length > 4 && STREET_ENDINGS.test(lower)) marks.push('street ending');
  if (UNIT_WORDS.has(lower)) marks.push('unit');
  return marks;
}

function placesIn(tokens: readonly Token[], gazetteer: Gazetteer): Set<number> {
  const found = new Set<number>();
  tokens.forEach((token, i) => {
    for (const parts of gazetteer.places.get(token.lower) ?? []) {
      if (parts.every((part, offset) => tokens[i + offset]?.lower === part)) parts.forEach((_, offset) => found.add(i + offset));
    }
  });
  return found;
}
