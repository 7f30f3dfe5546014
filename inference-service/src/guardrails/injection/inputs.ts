import { PATTERNS } from './patterns.ts';
import { signalsOf } from './signals.ts';

/**
 * What the classifier looks at, as positions and values: words, pairs of words and pieces of words (hashed into one table), how the text
 * opens and ends, the registers of signals.ts, the patterns, and the length.
 */
export type Inputs = { at: number[]; value: number[] };

const TABLE = 1 << 18;
const FIRST_SIGNAL = TABLE;
const FIRST_PATTERN = TABLE + 40;
const LENGTH = TABLE + 60;
export const INPUTS = TABLE + 64;
export const LONGEST = 6000;

const TAUGHT = PATTERNS.filter(({ taught }) => taught !== false);
const PIECES = [5, 6, 7];
const OPENING = 12;
/** Here each word counts in full, not as a share of a long text, and once. */
const ENDING = 200;
/** Of a signal beside words at unit length. */
export const SIGNAL_WEIGHT = 0.4;
/** Kinds of input get a seed each, so that a word and the same word at the start of a text fall on different places. */
const SEED = { word: 1, pair: 2, piece: 4, place: 9 };

/** FNV-1a with a final mix: fast, and even enough for a table that is mostly empty. */
function place(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) & (TABLE - 1);
}

/** Of a normalised text; what is beyond `LONGEST` is not read. */
export function inputsOf(text: string): Inputs {
  const lower = text.slice(0, LONGEST).toLowerCase();
  const tokens = (lower.match(/\p{L}[\p{L}\p{M}'’]{0,60}|\p{N}{1,20}|[^\s\p{L}\p{N}]/gu) ?? []).map((token) => token.replaceAll('’', "'"));
  const counts = new Map<number, number>();
  const count = (at: number) => counts.set(at, (counts.get(at) ?? 0) + 1);
  tokens.forEach((token, i) => {
    count(place(token, SEED.word));
    if (i + 1 < tokens.length) count(place(`${token} ${tokens[i + 1]}`, SEED.pair));
    if (!/^\p{L}/u.test(token)) return;
    const framed = `<${token}>`;
    for (const size of PIECES)
      for (let from = 0; from + size <= framed.length; from += 1) count(place(framed.slice(from, from + size), SEED.piece));
  });
  const inputs: Inputs = { at: [], value: [] };
  const add = (at: number, value: number) => {
    inputs.at.push(at);
    inputs.value.push(value);
  };
  let squares = 0;
  for (const times of counts.values()) squares += (1 + Math.log(times)) ** 2;
  // Unit length: a long text has more words, not more weight.
  const length = Math.sqrt(squares) || 1;
  for (const [at, times] of counts) add(at, (1 + Math.log(times)) / length);
  const words = tokens.filter((token) => /^\p{L}/u.test(token));
  words.slice(0, OPENING).forEach((word, i, opening) => {
    add(place(`^${word}`, SEED.place), 0.12);
    if (i + 1 < opening.length) add(place(`^${word} ${opening[i + 1]}`, SEED.place), 0.12);
  });
  for (const word of new Set(words.slice(-ENDING))) add(place(`$${word}`, SEED.place), 0.1);
  [...signalsOf(lower).values()].forEach((value, i) => add(FIRST_SIGNAL + i, value * SIGNAL_WEIGHT));
  TAUGHT.forEach(({ pattern }, i) => {
    if (pattern.test(text.slice(0, LONGEST))) add(FIRST_PATTERN + i, 0.6);
  });
  add(LENGTH, Math.min(1.5, Math.log10(1 + tokens.length) / 2));
  return inputs;
}

/** Position of the signal with this index in `signalsOf`, to name what spoke for an attack. */
export const signalPlace = (index: number): number => FIRST_SIGNAL + index;
