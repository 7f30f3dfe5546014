import type { Bag, Term } from './boost.ts';
import { coarsen } from './bins.ts';
import type { Bins } from './types.ts';

/** One feature as the pair search sees it: its coarse bins, and which coarse bin each fine bin belongs to. */
export interface CoarseFeature {
  bins: Bins;
  size: number;
  encoded: Uint16Array;
  /** Coarse bin of each fine bin. */
  parents: Uint16Array;
}

export interface PairCandidate {
  first: number;
  second: number;
}

/** Most rows the ranking looks at: more would not change the order. */
const RANKING_ROWS = 50_000;
/** Shrinks cells with few deals in the ranking. */
const RANKING_RIDGE = 10;

export function coarsenFeature(bins: Bins, encoded: Uint16Array, size: number, maxBins: number): CoarseFeature {
  const counts = new Float64Array(size);
  for (let i = 0; i < encoded.length; i++) counts[encoded[i]!]!++;
  const coarse = coarsen(bins, counts, maxBins);
  const mapped = new Uint16Array(encoded.length);
  for (let i = 0; i < encoded.length; i++) mapped[i] = coarse.parents[encoded[i]!]!;
  return { bins: coarse.bins, size: coarse.size, encoded: mapped, parents: coarse.parents };
}

/**
 * Ranks pairs by how much of the loss left over by the main effects their cells explain beyond what as many cells of noise would
 * (the idea of FAST, Lou et al. 2013, with shrunken cells in place of quadrant cuts). Only pairs better than noise are returned.
 */
export function rankPairs(bag: Bag, features: readonly CoarseFeature[], candidates: readonly PairCandidate[]): PairCandidate[] {
  const { rows } = bag.alike;
  const stride = Math.max(1, Math.floor(rows.length / RANKING_ROWS));
  const ranked = candidates.map((pair) => {
    const a = features[pair.first]!;
    const b = features[pair.second]!;
    const gradient = new Float64Array(a.size * b.size);
    const curvature = new Float64Array(a.size * b.size);
    for (let i = 0; i < rows.length; i += stride) {
      const row = rows[i]!;
      const cell = a.encoded[row]! * b.size + b.encoded[row]!;
      gradient[cell]! += bag.gradient[i]!;
      curvature[cell]! += bag.curvature[i]!;
    }
    let gain = 0;
    for (let cell = 0; cell < gradient.length; cell++) {
      const g = gradient[cell]!;
      const h = curvature[cell]!;
      // Under no interaction g² has expectation h.
      if (h > 0) gain += (g * g - h) / (h + RANKING_RIDGE);
    }
    return { pair, gain };
  });
  return ranked
    .filter(({ gain }) => gain > 0)
    .sort((x, y) => y.gain - x.gain || x.pair.first - y.pair.first || x.pair.second - y.pair.second)
    .map(({ pair }) => pair);
}

export function pairTerm(first: CoarseFeature, second: CoarseFeature, limits: Term['limits']): Term {
  const bins = new Uint16Array(first.encoded.length);
  for (let row = 0; row < bins.length; row++) bins[row] = first.encoded[row]! * second.size + second.encoded[row]!;
  return { bins, size: first.size * second.size, ordered: false, limits };
}

/**
 * Moves the averages of each row and column of a pair's table into the two main effects, so that what is left is the interaction
 * alone and the shapes can be read one by one. The sum over the model does not change.
 */
export function purify(
  table: Float64Array,
  counts: Float64Array,
  first: CoarseFeature,
  second: CoarseFeature,
  mainFirst: Float64Array,
  mainSecond: Float64Array
): void {
  const rows = first.size;
  const columns = second.size;
  const moveRow = new Float64Array(rows);
  const moveColumn = new Float64Array(columns);
  for (let pass = 0; pass < 50; pass++) {
    let moved = 0;
    for (let i = 0; i < rows; i++) moved = Math.max(moved, moveAverage(table, counts, i * columns, 1, columns, moveRow, i));
    for (let j = 0; j < columns; j++) moved = Math.max(moved, moveAverage(table, counts, j, columns, rows, moveColumn, j));
    if (moved < 1e-9) break;
  }
  for (let bin = 0; bin < mainFirst.length; bin++) mainFirst[bin]! += moveRow[first.parents[bin]!]!;
  for (let bin = 0; bin < mainSecond.length; bin++) mainSecond[bin]! += moveColumn[second.parents[bin]!]!;
}

function moveAverage(
  table: Float64Array,
  counts: Float64Array,
  start: number,
  stride: number,
  length: number,
  moved: Float64Array,
  at: number
): number {
  let sum = 0;
  let weight = 0;
  for (let k = 0, cell = start; k < length; k++, cell += stride) {
    sum += table[cell]! * counts[cell]!;
    weight += counts[cell]!;
  }
  if (weight === 0) return 0;
  const average = sum / weight;
  for (let k = 0, cell = start; k < length; k++, cell += stride) table[cell]! -= average;
  moved[at]! += average;
  return Math.abs(average);
}
