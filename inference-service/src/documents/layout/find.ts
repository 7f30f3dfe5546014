import { decimalOf, same } from '../decimal.ts';
import { amountsIn } from '../fields/amounts.ts';
import { datesIn } from '../fields/dates.ts';
import type { Page, Place, TextLine } from '../types.ts';
import { union } from './lines.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const SHORT = 5;

/** Where a value stands on the pages, however it is written there; the last place of an amount, for totals stand below. Null when nowhere. */
export function findPlace(pages: readonly Page[], value: string, kind: 'words' | 'amount' | 'date'): Place | null {
  let found: Place | null = null;
  for (const page of pages) {
    for (const line of page.lines) {
      const box = kind === 'words' ? wordsBox(line, plain(value)) : kind === 'amount' ? amountBox(line, value) : dateBox(line, value);
      if (!box) continue;
      found = { page: page.number, box };
      if (kind !== 'amount') return found;
    }
  }
  return found;
}

/** Box of the tokens that cover the characters `from` to `to` of the line's text. */
export function boxOfSpan(line: TextLine, from: number, to: number): TextLine['box'] {
  let at = 0;
  const covered: TextLine['box'][] = [];
  for (const token of line.tokens) {
    if (at < to && at + token.text.length > from) covered.push(token.box);
    at += token.text.length + 1;
  }
  return covered.length > 0 ? union(covered) : line.box;
}

function wordsBox(line: TextLine, wanted: string): TextLine['box'] | null {
  if (wanted === '') return null;
  // A short value inside a longer word is another word.
  if (wanted.length < SHORT && !line.tokens.some(({ text }) => plain(text) === wanted)) return null;
  if (!plain(line.text).includes(wanted)) return null;
  // The shortest run of tokens that holds all of it.
  const { tokens } = line;
  let best: [number, number] = [0, tokens.length];
  for (let from = 0; from < tokens.length; from += 1) {
    let text = '';
    for (let to = from; to < tokens.length; to += 1) {
      text += plain(tokens[to]!.text);
      if (text.includes(wanted)) {
        if (to + 1 - from < best[1] - best[0]) best = [from, to + 1];
        break;
      }
    }
  }
  return union(tokens.slice(...best).map(({ box }) => box));
}

function amountBox(line: TextLine, value: string): TextLine['box'] | null {
  const wanted = decimalOf(value);
  const hit = wanted && amountsIn(line.text).find((amount) => !amount.percent && same(amount.value, wanted));
  return hit ? boxOfSpan(line, hit.from, hit.to) : null;
}

function dateBox(line: TextLine, value: string): TextLine['box'] | null {
  const hit = datesIn(line.text).find((date) => date.readings.includes(value));
  return hit ? boxOfSpan(line, hit.from, hit.to) : null;
}
