import { BREAK, JOINED } from '../index/analysed.ts';
import type { Segment } from '../index/segment.ts';
import type { Concept } from './concepts.ts';
import type { Candidate } from './score.ts';

/** Words as far apart as this still belong together. */
const WINDOW = 8;
/** What two neighbours of the question standing side by side are worth against the rarer of the two, and standing near. */
export const NEARNESS = { adjacent: 0.14, near: 0.06 };

/** By term of a segment, the concepts it stands for; the question's own words only, not its synonyms and parts. */
export function termsOf(segment: Segment, concepts: readonly Concept[]): Map<number, number> {
  const terms = new Map<number, number>();
  concepts.forEach((concept, number) => {
    for (const { term, way } of concept.alternatives.get(segment.language) ?? []) {
      const known = segment.term(term);
      if (known !== undefined && way !== 'compound' && !terms.has(known)) terms.set(known, number);
    }
  });
  return terms;
}

/**
 * What a candidate gains where words that are neighbours in the question stand side by side, or near, in one of its
 * units: the sequential dependence model (Metzler, Croft 2005) with saturated counts.
 */
export function nearness({ segment, item }: Candidate, concepts: readonly Concept[], terms: ReadonlyMap<number, number>): number {
  if (concepts.length < 2) return 0;
  const adjacent = new Float64Array(concepts.length);
  const near = new Float64Array(concepts.length);
  const last = new Int32Array(concepts.length);
  for (let unit = segment.firstUnit[item]!; unit < segment.unitItem.length && segment.unitItem[unit] === item; unit++) {
    const stream = segment.streams[unit]!;
    last.fill(-1000);
    for (let at = 0; at < stream.length; at++) {
      const word = stream[at]!;
      if (word === JOINED) break;
      if (word === BREAK) {
        last.fill(-1000);
        continue;
      }
      const concept = terms.get(segment.wordTerm[word]!);
      if (concept === undefined) continue;
      last[concept] = at;
      const before = concept - 1;
      if (before >= 0) {
        const gap = at - last[before]!;
        const asked = Math.max(1, concepts[concept]!.position - concepts[before]!.position);
        if (gap === 1 || gap === asked) adjacent[concept]!++;
        if (gap < WINDOW) near[concept]!++;
      }
      const after = concept + 1;
      if (after < concepts.length && at - last[after]! < WINDOW) near[after]!++;
    }
  }
  let gain = 0;
  for (let concept = 1; concept < concepts.length; concept++) {
    const [a, b] = [concepts[concept - 1]!, concepts[concept]!];
    const worth = Math.min(a.weight * a.idf, b.weight * b.idf);
    gain +=
      worth *
      ((NEARNESS.adjacent * adjacent[concept]!) / (1 + adjacent[concept]!) + (NEARNESS.near * near[concept]!) / (1 + near[concept]!));
  }
  return gain;
}

/** Whether the words of the phrase stand in this order, nothing between them, in one of the item's units, and in which. */
export function phraseUnit(segment: Segment, item: number, phrase: readonly string[]): number | undefined {
  const terms = phrase.map((word) => segment.termOfWord(word));
  if (terms.includes(undefined)) return undefined;
  for (let unit = segment.firstUnit[item]!; unit < segment.unitItem.length && segment.unitItem[unit] === item; unit++) {
    const stream = segment.streams[unit]!;
    for (let from = 0; from + terms.length <= stream.length && stream[from] !== JOINED; from++) {
      if (terms.every((term, i) => stream[from + i]! >= 0 && segment.wordTerm[stream[from + i]!] === term)) return unit;
    }
  }
  return undefined;
}
