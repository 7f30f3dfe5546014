import type { Language } from '../analysis/language.ts';
import { BODY, HEADINGS } from '../index/analysed.ts';
import { fieldOf, oftenOf, unitOf, type Segment } from '../index/segment.ts';

/** What a scorer needs of a concept; expansion makes some that no question has. */
export type Weighted = {
  weight: number;
  idf: number;
  alternatives: Map<Language, readonly { term: string; weight: number }[]>;
};

export type Candidate = {
  segment: Segment;
  item: number;
  score: number;
  /** Sum of what the matched concepts weigh. */
  covered: number;
  /** The passage that matches best; -1 when only the head does. */
  unit: number;
};

/**
 * BM25F: how often a word stands in a field counts by the field's weight, tempered by the field's length, summed over
 * the fields and only then saturated (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009, section 3.6).
 * Each item is judged twice, with all its passages and with its best one, so that a long document whose one page
 * answers is found beside a short one that does.
 */
export type Tuning = { k1: number; fieldWeights: readonly number[]; lengthWeights: readonly number[]; wholeShare: number };

export const TUNING: Tuning = {
  k1: 1.2,
  fieldWeights: [2.7, 1.2, 2, 1.3, 1],
  lengthWeights: [0.6, 0.6, 0.3, 0.4, 0.7],
  wholeShare: 0.5
};

/** Statistics of what the caller may see, never of more. */
export type Statistics = { items: number; passages: number; averages: number[]; wholeBody: number };

export function statisticsOf(segments: readonly Segment[]): Statistics {
  const lengths = [0, 0, 0, 0, 0];
  let items = 0;
  let passages = 0;
  for (const { totals } of segments) {
    items += totals.items;
    passages += totals.passages;
    totals.lengths.forEach((length, field) => (lengths[field]! += length));
  }
  const averages = lengths.map((length, field) => Math.max(1, length / Math.max(1, field < HEADINGS ? items : passages)));
  return { items, passages, averages, wholeBody: Math.max(1, lengths[BODY]! / Math.max(1, items)) };
}

/** Working space for one segment at a time; all zeros between two uses. */
const space = {
  items: 0,
  units: 0,
  whole: new Float64Array(0),
  head: new Float64Array(0),
  covered: new Float64Array(0),
  times: new Float64Array(0),
  best: new Float64Array(0),
  unitTimes: new Float64Array(0)
};

function makeSpace(items: number, units: number): void {
  if (items > space.items) {
    space.items = Math.max(items, space.items * 2, 1024);
    for (const name of ['whole', 'head', 'covered', 'times'] as const) space[name] = new Float64Array(space.items);
  }
  if (units > space.units) {
    space.units = Math.max(units, space.units * 2, 1024);
    for (const name of ['best', 'unitTimes'] as const) space[name] = new Float64Array(space.units);
  }
}

/** Every visible item that has one of the concepts, in no order. */
export function score(
  segments: readonly Segment[],
  concepts: readonly Weighted[],
  statistics: Statistics,
  tuning: Tuning = TUNING
): Candidate[] {
  const found: Candidate[] = [];
  for (const segment of segments) scoreSegment(segment, concepts, statistics, tuning, found);
  return found;
}

function scoreSegment(segment: Segment, concepts: readonly Weighted[], statistics: Statistics, tuning: Tuning, found: Candidate[]): void {
  makeSpace(segment.items.length, segment.unitItem.length);
  const { whole, head, covered, times, best, unitTimes } = space;
  const { items, unitItem, firstUnit, lengths, bodyLength } = segment;
  const { k1, fieldWeights, lengthWeights, wholeShare } = tuning;
  // The length of a field against the average, as base and slope, so that one division is left for each posting.
  const base = lengthWeights.map((b) => 1 - b);
  const slope = lengthWeights.map((b, field) => b / statistics.averages[field]!);
  const wholeSlope = lengthWeights[BODY]! / statistics.wholeBody;
  const touchedItems: number[] = [];
  const touchedUnits: number[] = [];

  for (const { weight, idf, alternatives } of concepts) {
    const worth = weight * idf;
    if (worth === 0) continue;
    const units: number[] = [];
    let terms = 0;
    for (const alternative of alternatives.get(segment.language) ?? []) {
      const term = segment.term(alternative.term);
      if (term === undefined) continue;
      terms++;
      for (const posting of segment.postings[term]!) {
        const unit = unitOf(posting);
        const item = unitItem[unit]!;
        if (items[item] === undefined) continue;
        const field = fieldOf(posting);
        const often = alternative.weight * fieldWeights[field]! * oftenOf(posting);
        if (unitTimes[unit] === 0) units.push(unit);
        unitTimes[unit]! += often / (base[field]! + slope[field]! * lengths[unit]![field]!);
        if (field === BODY) times[item]! += often / (base[BODY]! + wholeSlope * bodyLength[item]!);
        else if (field === HEADINGS) times[item]! += (0.5 * often) / (base[field]! + slope[field]! * lengths[unit]![field]!);
      }
    }
    if (terms > 1) units.sort((a, b) => a - b);
    let at = 0;
    while (at < units.length) {
      const item = unitItem[units[at]!]!;
      const first = firstUnit[item]!;
      let inHead = 0;
      if (units[at] === first) {
        inHead = unitTimes[first]!;
        unitTimes[first] = 0;
        at++;
      }
      const all = inHead + times[item]!;
      times[item] = 0;
      if (covered[item] === 0) touchedItems.push(item);
      covered[item]! += worth;
      whole[item]! += (worth * all) / (k1 + all);
      const headPart = inHead / (k1 + inHead);
      head[item]! += worth * headPart;
      for (; at < units.length && unitItem[units[at]!] === item; at++) {
        const unit = units[at]!;
        const together = inHead + unitTimes[unit]!;
        unitTimes[unit] = 0;
        if (best[unit] === 0) touchedUnits.push(unit);
        best[unit]! += worth * (together / (k1 + together) - headPart);
      }
    }
  }

  const bestUnit = new Map<number, number>();
  for (const unit of touchedUnits) {
    const item = unitItem[unit]!;
    const known = bestUnit.get(item);
    if (known === undefined || best[unit]! > best[known]! || (best[unit] === best[known] && unit < known)) bestUnit.set(item, unit);
  }
  for (const item of touchedItems) {
    const unit = bestUnit.get(item) ?? -1;
    const passage = head[item]! + (unit < 0 ? 0 : best[unit]!);
    found.push({ segment, item, score: wholeShare * whole[item]! + (1 - wholeShare) * passage, covered: covered[item]!, unit });
    whole[item] = head[item] = covered[item] = 0;
  }
  for (const unit of touchedUnits) best[unit] = 0;
}

/** The best of them, best first, by a heap: most questions touch thousands of items and show ten. */
export function top(candidates: readonly Candidate[], count: number): Candidate[] {
  const heap: Candidate[] = [];
  const worse = (a: Candidate, b: Candidate): boolean => compare(a, b) > 0;
  for (const candidate of candidates) {
    if (heap.length < count) {
      heap.push(candidate);
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!worse(heap[at]!, heap[parent]!)) break;
        [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
        at = parent;
      }
    } else if (count > 0 && worse(heap[0]!, candidate)) {
      heap[0] = candidate;
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        const right = left + 1;
        let last = at;
        if (left < heap.length && worse(heap[left]!, heap[last]!)) last = left;
        if (right < heap.length && worse(heap[right]!, heap[last]!)) last = right;
        if (last === at) break;
        [heap[at], heap[last]] = [heap[last]!, heap[at]!];
        at = last;
      }
    }
  }
  return heap.sort(compare);
}

export const idOf = ({ segment, item }: Pick<Candidate, 'segment' | 'item'>): string => segment.items[item]!.item.id;

/** Best first; among equals by id, so that the order tells nothing of when things were indexed or what else there is. */
export function compare(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return b.score - a.score;
  const [left, right] = [idOf(a), idOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
