import { tokens } from '../analysis/tokens.ts';
import type { Segment } from '../index/segment.ts';
import type { Range, ReasonCode } from '../types.ts';
import type { Concept } from './concepts.ts';

/** Letters of a passage shown around what was found, about three lines on a page. */
const SNIPPET = 420;

/** A word of a text that stands for concepts of the question, and by what way. */
type Meaning = { concepts: Concept[]; way: ReasonCode };
export type Mark = Range & Meaning;
export type Marker = (text: string) => Mark[];

/** Finds the words of a question in texts of a segment. */
export function createMarker(segment: Segment, concepts: readonly Concept[]): Marker {
  const meanings = new Map<number, Meaning>();
  for (const concept of concepts) {
    for (const { term, way } of concept.alternatives.get(segment.language) ?? []) {
      const number = segment.term(term);
      if (number === undefined) continue;
      const known = meanings.get(number);
      if (!known || (way === 'body' && known.way !== 'body')) meanings.set(number, { concepts: [concept], way });
      else if (known.way === way) known.concepts.push(concept);
    }
  }
  const meaningOf = (word: string): Meaning | undefined => {
    const term = segment.termOfWord(word);
    return term === undefined ? undefined : meanings.get(term);
  };
  return (text) => {
    const marks: Mark[] = [];
    let before = { word: '', start: 0 };
    for (const { word, start, end, hyphenated } of tokens(text)) {
      const joined = hyphenated ? meaningOf(before.word + word) : undefined;
      const meaning = joined ?? meaningOf(word);
      if (meaning) marks.push({ start: joined ? before.start : start, end, ...meaning });
      before = { word, start };
    }
    return marks;
  };
}

/** The marked words as ranges, neighbours joined across what lies between them. */
export function rangesOf(marks: readonly Mark[]): Range[] {
  const ranges: Range[] = [];
  for (const { start, end } of marks) {
    const last = ranges.at(-1);
    if (last && start <= last.end + 1) last.end = Math.max(end, last.end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/** The stretch of a passage with most of what was found, cut between words. */
export function snippet(text: string, ranges: readonly Range[]): { text: string; highlights: Range[] } {
  if (text.length <= SNIPPET) return { text, highlights: [...ranges] };
  let from = 0;
  let most = -1;
  for (const [position, { start }] of ranges.entries()) {
    const inside = ranges.slice(position).filter(({ end }) => end <= start + SNIPPET - 60).length;
    if (inside > most) {
      most = inside;
      from = Math.max(0, start - 60);
    }
  }
  if (from > 0) from = boundary(text, from);
  const end = from + SNIPPET >= text.length ? text.length : boundary(text, from + SNIPPET);
  const cut = text.slice(from, end).trimEnd();
  return {
    text: `${from > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`,
    highlights: ranges
      .filter((range) => range.start >= from && range.end <= from + cut.length)
      .map((range) => ({ start: range.start - from + (from > 0 ? 2 : 0), end: range.end - from + (from > 0 ? 2 : 0) }))
  };
}

/** Just after the last space before, and never inside a surrogate pair. */
function boundary(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  if (space > at - 60) return space + 1;
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
