import type { Tree } from '../../src/documents/fields/forest.ts';

export type Rows = { values: readonly Float64Array[]; targets: ArrayLike<number>; weights: ArrayLike<number> };
export type BoostSettings = { trees: number; depth: number; step: number; leaf: number; ridge: number; columns: number; seed: number };

const BINS = 48;

/**
 * Gradient boosting of logistic loss on binned values (Newton steps, as XGBoost writes them down): deterministic for a seed.
 * Returns the trees and the base log-odds.
 */
export function boost({ values, targets, weights }: Rows, settings: BoostSettings): { base: number; trees: Tree[] } {
  const rows = values.length;
  const features = values[0]!.length;
  const edges = Array.from({ length: features }, (_, feature) => edgesOf(values, feature));
  const bins = Array.from({ length: features }, (_, feature) => {
    const binned = new Uint8Array(rows);
    for (let row = 0; row < rows; row += 1) binned[row] = binOf(edges[feature]!, values[row]![feature]!);
    return binned;
  });
  const random = generator(settings.seed);
  let [positive, total] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    positive += weights[row]! * targets[row]!;
    total += weights[row]!;
  }
  const base = Math.log((positive + 0.5) / (total - positive + 0.5));
  const scores = new Float64Array(rows).fill(base);
  const slope = new Float64Array(rows);
  const curve = new Float64Array(rows);
  const trees: Tree[] = [];
  for (let round = 0; round < settings.trees; round += 1) {
    for (let row = 0; row < rows; row += 1) {
      const p = 1 / (1 + Math.exp(-scores[row]!));
      slope[row] = weights[row]! * (p - targets[row]!);
      curve[row] = Math.max(1e-6, weights[row]! * p * (1 - p));
    }
    const used = Array.from({ length: features }, (_, i) => i).filter((i) => edges[i]!.length > 0 && random() < settings.columns);
    const all = Int32Array.from({ length: rows }, (_, i) => i);
    trees.push(grow(all, settings.depth));

    function grow(members: Int32Array, depth: number): Tree {
      let [g, h] = [0, 0];
      for (const row of members) {
        g += slope[row]!;
        h += curve[row]!;
      }
      const split = depth > 0 ? bestSplit(members, g, h, used) : null;
      if (!split) {
        const value = Math.round((-settings.step * g * 1e4) / (h + settings.ridge)) / 1e4;
        for (const row of members) scores[row]! += value;
        return value;
      }
      const column = bins[split.feature]!;
      const left = members.filter((row) => column[row]! <= split.bin);
      const right = members.filter((row) => column[row]! > split.bin);
      return [split.feature, edges[split.feature]![split.bin]!, grow(left, depth - 1), grow(right, depth - 1)];
    }

    function bestSplit(members: Int32Array, g: number, h: number, columns: readonly number[]): { feature: number; bin: number } | null {
      const whole = (g * g) / (h + settings.ridge);
      let found: { feature: number; bin: number } | null = null;
      let most = 1e-3;
      const gs = new Float64Array(BINS);
      const hs = new Float64Array(BINS);
      for (const feature of columns) {
        gs.fill(0);
        hs.fill(0);
        const column = bins[feature]!;
        for (const row of members) {
          gs[column[row]!]! += slope[row]!;
          hs[column[row]!]! += curve[row]!;
        }
        let [lg, lh] = [0, 0];
        for (let bin = 0; bin < edges[feature]!.length; bin += 1) {
          lg += gs[bin]!;
          lh += hs[bin]!;
          if (lh < settings.leaf || h - lh < settings.leaf) continue;
          const gain = (lg * lg) / (lh + settings.ridge) + ((g - lg) * (g - lg)) / (h - lh + settings.ridge) - whole;
          if (gain > most) {
            most = gain;
            found = { feature, bin };
          }
        }
      }
      return found;
    }
  }
  return { base, trees };
}

function edgesOf(values: readonly Float64Array[], feature: number): number[] {
  const distinct = [...new Set(values.map((row) => row[feature]!))].sort((a, b) => a - b);
  if (distinct.length <= 1) return [];
  const cuts = distinct.length <= BINS ? distinct.slice(0, -1) : quantiles(values.map((row) => row[feature]!).sort((a, b) => a - b));
  return cuts.map((cut) => Math.round(cut * 1e6) / 1e6);
}

function quantiles(sorted: readonly number[]): number[] {
  const cuts = new Set<number>();
  for (let i = 1; i < BINS; i += 1) cuts.add(sorted[Math.floor((i * (sorted.length - 1)) / BINS)]!);
  cuts.delete(sorted.at(-1)!);
  return [...cuts].sort((a, b) => a - b);
}

function binOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if (value <= edges[mid]! + 1e-9) high = mid;
    else low = mid + 1;
  }
  return low;
}

export function generator(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
