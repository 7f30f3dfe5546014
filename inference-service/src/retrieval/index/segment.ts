import { isStopword, stem, type Language } from '../analysis/language.ts';
import { ABSTRACT, BODY, BREAK, HEADINGS, JOINED, KEYWORDS, TITLE, type AnalysedItem } from './analysed.ts';
import { Vocabulary } from './vocabulary.ts';

/** A posting is one number: unit, field and how often, the last capped; more units than this do not fit into one segment. */
const MOST_UNITS = 1 << 22;
const MOST_OFTEN = 63;
export const unitOf = (posting: number): number => posting >> 9;
export const fieldOf = (posting: number): number => (posting >> 6) & 7;
export const oftenOf = (posting: number): number => posting & MOST_OFTEN;

/** Sums over the living items, from which a question's statistics are added up over the segments its caller may see. */
export type Totals = { items: number; passages: number; lengths: number[] };

/**
 * The items of one entitlement and one language, and everything known of them: words, postings, statistics. Nothing of
 * one segment is in another, so a question that does not open a segment cannot tell that it exists.
 */
export class Segment {
  readonly language: Language;
  readonly items: (AnalysedItem | undefined)[] = [];
  readonly totals: Totals = { items: 0, passages: 0, lengths: [0, 0, 0, 0, 0] };
  /** By unit: its item, and the length of its fields. A head is the first unit of its item. */
  readonly unitItem: number[] = [];
  readonly lengths: Uint16Array[] = [];
  readonly firstUnit: number[] = [];
  /** By item: words in all its passages. */
  readonly bodyLength: number[] = [];
  /** By term: postings in order of units, living items that have it, its text. */
  readonly postings: number[][] = [];
  readonly frequency: number[] = [];
  readonly termTexts: string[] = [];
  /** By word (as written, in lower case): its text, its term, how often it is there, whether it only holds sentences together. */
  readonly wordTexts: string[] = [];
  readonly wordTerm: number[] = [];
  readonly wordCount: number[] = [];
  readonly wordStop: boolean[] = [];
  readonly vocabulary = new Vocabulary(this);
  #words = new Map<string, number>();
  #terms = new Map<string, number>();
  /** By unit: its words, numbered as in this segment. */
  readonly streams: Int32Array[] = [];
  #counts = new Int32Array(1024);
  #lastItem = new Int32Array(1024);
  #dead = 0;

  constructor(language: Language) {
    this.language = language;
  }

  term(text: string): number | undefined {
    return this.#terms.get(text);
  }

  /** Living items that have the term. */
  frequencyOf(text: string): number {
    const term = this.#terms.get(text);
    return term === undefined ? 0 : this.frequency[term]!;
  }

  /** The term a word of a question would be found by. */
  termOfWord(word: string): number | undefined {
    const known = this.#words.get(word);
    return known === undefined ? this.#terms.get(stem(word, this.language)) : this.wordTerm[known];
  }

  /** Whether much of it is gone and writing it anew would make it faster. */
  get worn(): boolean {
    return this.#dead > 200 && this.#dead > this.totals.items / 2;
  }

  /** Returns the number of the item in this segment. */
  add(analysed: AnalysedItem): number {
    if (this.unitItem.length + analysed.units.length > MOST_UNITS) throw new Error(`more than ${MOST_UNITS} passages of one entitlement`);
    const number = this.items.length;
    const numbers = analysed.words.map((word) => this.#wordNumber(word));
    this.items.push(analysed);
    this.firstUnit.push(this.unitItem.length);
    let body = 0;
    analysed.units.forEach((local, position) => {
      const unit = this.unitItem.length;
      const stream = local.length === 0 ? local : renumber(local, numbers);
      this.unitItem.push(number);
      this.streams.push(stream);
      const lengths = this.#post(stream, unit, number, position === 0 ? TITLE : HEADINGS);
      this.lengths.push(lengths);
      body += lengths[BODY]!;
    });
    this.bodyLength.push(body);
    this.#account(number, 1);
    return number;
  }

  remove(number: number): void {
    if (this.items[number] === undefined) return;
    this.#account(number, -1);
    const terms = new Set<number>();
    for (let unit = this.firstUnit[number]!; unit < this.unitItem.length && this.unitItem[unit] === number; unit++) {
      forEachWord(this.streams[unit]!, (word) => {
        this.wordCount[word]!--;
        terms.add(this.wordTerm[word]!);
      });
    }
    for (const term of terms) this.frequency[term]!--;
    this.items[number] = undefined;
    this.#dead++;
  }

  #wordNumber(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const number = this.wordTexts.length;
    const text = stem(word, this.language);
    let term = this.#terms.get(text);
    if (term === undefined) {
      term = this.postings.length;
      this.#terms.set(text, term);
      this.termTexts.push(text);
      this.postings.push([]);
      this.frequency.push(0);
      if (term >= this.#counts.length) {
        this.#counts = grown(this.#counts);
        this.#lastItem = grown(this.#lastItem);
      }
    }
    this.#words.set(word, number);
    this.wordTexts.push(word);
    this.wordTerm.push(term);
    this.wordCount.push(0);
    this.wordStop.push(isStopword(word, this.language));
    this.vocabulary.add(number, word);
    return number;
  }

  #post(stream: Int32Array, unit: number, item: number, firstField: number): Uint16Array {
    const lengths = new Uint16Array(5);
    const joinedFrom = stream.indexOf(JOINED);
    const until = joinedFrom < 0 ? stream.length : joinedFrom;
    let field = firstField;
    let from = 0;
    for (let position = 0; position <= until; position++) {
      if (position < until && stream[position] !== BREAK) continue;
      const touched: number[] = [];
      const count = (word: number): void => {
        this.wordCount[word]!++;
        const term = this.wordTerm[word]!;
        if (this.#counts[term]!++ === 0) touched.push(term);
      };
      for (let at = from; at < position; at++) count(stream[at]!);
      if (joinedFrom >= 0)
        for (let at = joinedFrom + 1; at < stream.length; at += 2) if (stream[at]! === field - firstField) count(stream[at + 1]!);
      lengths[field] = Math.min(position - from, 0xffff);
      for (const term of touched) {
        this.postings[term]!.push((unit << 9) | (field << 6) | Math.min(this.#counts[term]!, MOST_OFTEN));
        this.#counts[term] = 0;
        if (this.#lastItem[term] !== item + 1) {
          this.#lastItem[term] = item + 1;
          this.frequency[term]!++;
        }
      }
      field++;
      from = position + 1;
    }
    return lengths;
  }

  #account(number: number, sign: 1 | -1): void {
    const first = this.firstUnit[number]!;
    this.totals.items += sign;
    for (const field of [TITLE, ABSTRACT, KEYWORDS]) this.totals.lengths[field]! += sign * this.lengths[first]![field]!;
    for (let unit = first + 1; unit < this.unitItem.length && this.unitItem[unit] === number; unit++) {
      this.totals.passages += sign;
      for (const field of [HEADINGS, BODY]) this.totals.lengths[field]! += sign * this.lengths[unit]![field]!;
    }
  }
}

function renumber(local: Int32Array, numbers: readonly number[]): Int32Array {
  const joinedFrom = local.indexOf(JOINED);
  return local.map((word, position) => {
    if (word < 0) return word;
    // After the sign, every other number is a field.
    const isField = joinedFrom >= 0 && position > joinedFrom && (position - joinedFrom) % 2 === 1;
    return isField ? word : numbers[word]!;
  });
}

/** Every word of a unit, the joined ones too. */
export function forEachWord(stream: Int32Array, visit: (word: number) => void): void {
  let position = 0;
  for (; position < stream.length && stream[position] !== JOINED; position++) if (stream[position]! >= 0) visit(stream[position]!);
  for (position += 2; position < stream.length; position += 2) visit(stream[position]!);
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
