import { detectLanguage, type Language } from '../analysis/language.ts';
import { visitTokens } from '../analysis/tokens.ts';
import { canonical } from '../entitlement.ts';
import type { ContentItem } from '../types.ts';

/** Fields in the order in which they stand in a unit: an item's head has the first three, each of its passages the last two. */
export const FIELDS = ['title', 'abstract', 'keywords', 'headings', 'body'] as const;
export const TITLE = 0;
export const ABSTRACT = 1;
export const KEYWORDS = 2;
export const HEADINGS = 3;
export const BODY = 4;

/** What stands between two fields of a unit. */
export const BREAK = -1;
/** From here on: words made of two that a hyphen joins ("e-mail" is found as "email" too). They stand nowhere, so no phrase goes through them. */
export const JOINED = -2;

/**
 * An item cut into words once and for all: the form it is stored in, so that a restart does not read texts again. A unit
 * is the item's head (title, abstract, keywords) or a passage (headings, body); its numbers point into `words`.
 */
export type AnalysedItem = {
  item: ContentItem;
  language: Language;
  /** The canonical entitlement: items with the same text stand together. */
  entitlement: string;
  words: string[];
  units: Int32Array[];
};

/** Cuts an item into words. Throws on an entitlement or a date it does not understand. */
export function analyse(item: ContentItem): AnalysedItem {
  for (const name of ['date', 'validFrom', 'validUntil'] as const) {
    const value = item[name];
    if (value !== undefined && Number.isNaN(Date.parse(value))) throw new Error(`item: "${name}" is no ISO 8601 time`);
  }
  const known = new Map<string, number>();
  const words: string[] = [];
  const number = (word: string): number => {
    const found = known.get(word);
    if (found !== undefined) return found;
    known.set(word, words.length);
    words.push(word);
    return words.length - 1;
  };
  const unit = (...fields: (string | readonly string[] | undefined)[]): Int32Array => {
    const stream: number[] = [];
    const joined: number[] = [];
    fields.forEach((field, position) => {
      if (position > 0) stream.push(BREAK);
      const parts = field === undefined ? [] : typeof field === 'string' ? [field] : field;
      for (const part of parts) {
        let before = '';
        visitTokens(part, (word, _start, _end, hyphenated) => {
          if (hyphenated) joined.push(position, number(before + word));
          stream.push(number(word));
          before = word;
        });
      }
    });
    return Int32Array.from(joined.length === 0 ? stream : [...stream, JOINED, ...joined]);
  };
  const units = [unit(item.title, item.abstract, item.keywords), ...item.passages.map(({ headings, text }) => unit(headings, text))];
  const language = item.language ?? detectLanguage([item.title, item.abstract, ...item.passages.map(({ text }) => text)].join('\n'));
  return { item, language, entitlement: canonical(item.entitlement ?? {}), words, units };
}
