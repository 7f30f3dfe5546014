import type { Passage, Place } from '../types.ts';

/** A heading or a paragraph of a document, in reading order. */
export type Block = { text: string; level?: number; place?: Place };

/** What a passage should have at least, and at most: a reader takes it in at a glance, and an answer fits into it. */
const SHORT = 250;
const LONG = 1000;

/**
 * Puts paragraphs together until they say something, and never across a heading, a page or a slide; what is too long is
 * cut between sentences.
 */
export function passagesOf(blocks: Iterable<Block>): Passage[] {
  const passages: Passage[] = [];
  const headings: string[] = [];
  let open: { texts: string[]; length: number; place: Place } | undefined;
  let used = true;
  const close = (): void => {
    if (open) passages.push(passage(open.texts.join('\n'), headings, open.place));
    open = undefined;
  };
  let place: Place = {};
  for (const block of blocks) {
    const text = tidy(block.text);
    if (text === '') {
      // A slide without a title is not under the title of the one before.
      if (block.level !== undefined) {
        close();
        headings.length = Math.min(headings.length, block.level - 1);
        used = true;
      }
      continue;
    }
    const here = block.place ?? {};
    if (block.level !== undefined) {
      close();
      // A heading with nothing under it is still something to find.
      if (!used && headings.length >= block.level) passages.push(passage(headings.at(-1)!, headings.slice(0, -1), place));
      headings.length = Math.min(headings.length, block.level - 1);
      headings.push(text);
      used = false;
      place = here;
      continue;
    }
    used = true;
    for (const part of parts(text)) {
      if (open && (!samePlace(open.place, here) || open.length + part.length > LONG || (open.length >= SHORT && part.length >= SHORT)))
        close();
      open ??= { texts: [], length: 0, place: here };
      open.texts.push(part);
      open.length += part.length;
    }
  }
  close();
  if (!used && headings.length > 0) passages.push(passage(headings.at(-1)!, headings.slice(0, -1), place));
  return passages;
}

function passage(text: string, headings: readonly string[], place: Place): Passage {
  return {
    text,
    ...(headings.some(Boolean) && { headings: headings.filter(Boolean) }),
    ...(Object.keys(place).length > 0 && { place })
  };
}

function samePlace(a: Place, b: Place): boolean {
  return a.page === b.page && a.slide === b.slide && a.sheet === b.sheet && a.seconds === b.seconds;
}

/** One space between words; no soft hyphens, no invisible characters that would split or hide words. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/gu, '')
    .replace(/[\s\u0000-\u001f]+/g, ' ')
    .trim();
}

function* parts(text: string): Generator<string> {
  if (text.length <= LONG) {
    yield text;
    return;
  }
  let open = '';
  for (const sentence of sentences(text)) {
    for (const piece of pieces(sentence.text)) {
      if (open !== '' && open.length + piece.length > LONG * 0.8) {
        yield open;
        open = '';
      }
      open = open === '' ? piece : `${open} ${piece}`;
    }
  }
  if (open !== '') yield open;
}

function* pieces(sentence: string): Generator<string> {
  let rest = sentence;
  while (rest.length > LONG) {
    const space = rest.lastIndexOf(' ', LONG);
    const at = space > LONG / 2 ? space : LONG;
    yield rest.slice(0, at).trim();
    rest = rest.slice(at).trim();
  }
  if (rest !== '') yield rest;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Sentences with their places in the text; line breaks end one. */
export function sentences(text: string, language = 'en'): { text: string; start: number; end: number }[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })));
  return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
    const start = index + segment.length - segment.trimStart().length;
    const trimmed = segment.trim();
    return trimmed === '' ? [] : [{ text: trimmed, start, end: start + trimmed.length }];
  });
}
