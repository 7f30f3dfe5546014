import { stem, type Language } from '../analysis/language.ts';
import type { Segment } from './segment.ts';

const END = 4;
const LONG_PART = 5;
/** Where compounds are no habit, a root must be long to be more than a syllable of something else. */
const LONG_ROOT = 6;

/**
 * The words of one segment by what they look like: length and letters for misspellings, beginning and end for compounds.
 * Grows with the segment; a word whose last text is gone is passed over.
 */
export class Vocabulary {
  #segment: Segment;
  #byLength: number[][] = [];
  #letters: number[] = [];
  #byBeginning = new Map<string, number[]>();
  #byEnd = new Map<string, number[]>();

  constructor(segment: Segment) {
    this.#segment = segment;
  }

  add(word: number, text: string): void {
    (this.#byLength[text.length] ??= []).push(word);
    this.#letters[word] = letters(text);
    if (text.length < 2 * END) return;
    push(this.#byBeginning, text.slice(0, END), word);
    const term = this.#segment.termTexts[this.#segment.wordTerm[word]!]!;
    push(this.#byEnd, term.slice(-END), word);
  }

  /** Words within so many slips of the pen, each with the number of slips. */
  similar(text: string, most: number, visit: (text: string, term: number, slips: number) => void): void {
    const mask = letters(text);
    for (let length = text.length - most; length <= text.length + most; length++) {
      for (const word of this.#byLength[length] ?? []) {
        // One slip changes at most two of the letters that are there.
        if (bits(this.#letters[word]! ^ mask) > 2 * most || this.#segment.wordCount[word] === 0) continue;
        const candidate = this.#segment.wordTexts[word]!;
        const slips = distance(text, candidate, most);
        if (slips <= most) visit(candidate, this.#segment.wordTerm[word]!, slips);
      }
    }
  }

  /**
   * Words that begin with this one or end with it, and whose other part is a word too, or long enough to be one: "Preisliste" for
   * "Liste", "demethylation" for "methylation".
   */
  compounds(text: string, visit: (term: number) => void): void {
    if (text.length < END) return;
    const root = stem(text, this.#segment.language);
    if (root.length < (this.#segment.language === 'de' ? END : LONG_ROOT)) return;
    const seen = new Set<number>();
    const offer = (word: number, rest: string): void => {
      const term = this.#segment.wordTerm[word]!;
      if (seen.has(term) || this.#segment.wordCount[word] === 0 || !this.#isPart(rest)) return;
      seen.add(term);
      visit(term);
    };
    for (const word of this.#byBeginning.get(text.slice(0, END)) ?? []) {
      const whole = this.#segment.wordTexts[word]!;
      if (whole.length > root.length + 2 && whole.startsWith(root)) offer(word, whole.slice(root.length));
    }
    for (const word of this.#byEnd.get(root.slice(-END)) ?? []) {
      const whole = this.#segment.termTexts[this.#segment.wordTerm[word]!]!;
      if (whole.length > root.length + 2 && whole.endsWith(root)) offer(word, whole.slice(0, -root.length));
    }
  }

  #isPart(rest: string): boolean {
    return [rest, ...unlinked(rest)].some(
      (part) => part.length >= LONG_PART || (part.length >= 3 && this.#segment.frequencyOf(stem(part, this.#segment.language)) > 0)
    );
  }
}

/** What is left without the letters German puts between the parts of a compound, before or after. */
function unlinked(part: string): string[] {
  return [
    ...['s', 'es', 'n', 'en', 'er', 'e'].flatMap((link) => [
      ...(part.startsWith(link) ? [part.slice(link.length)] : []),
      ...(part.endsWith(link) ? [part.slice(0, -link.length)] : [])
    ])
  ];
}

/** Ways to take a compound apart, each part long enough to be a word. */
export function* splits(word: string, language: Language): Generator<[string, string]> {
  for (let at = 3; at <= word.length - 3; at++) {
    const left = word.slice(0, at);
    const right = word.slice(at);
    yield [left, right];
    if (language !== 'de') continue;
    for (const link of ['s', 'es', 'n', 'en', 'er'])
      if (left.endsWith(link) && left.length - link.length >= 3) yield [left.slice(0, -link.length), right];
  }
}

function letters(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= 1 << (text.charCodeAt(i) & 31);
  return mask;
}

function bits(value: number): number {
  value -= (value >>> 1) & 0x55555555;
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return (((value + (value >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function push(map: Map<string, number[]>, key: string, word: number): void {
  const list = map.get(key);
  if (list) list.push(word);
  else map.set(key, [word]);
}

/** Insertions, deletions, replacements and swaps of neighbours, or more than `most` (optimal string alignment). */
export function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
