import type { Direction } from './types.ts';

/** Gradient and curvature of the log-loss summed per bin, and the number of deals there. */
export interface Sums {
  gradient: Float64Array;
  curvature: Float64Array;
  counts: Float64Array;
}

export interface StepLimits {
  rate: number;
  /** Curvature added to every leaf: small leaves move slowly. */
  ridge: number;
  /** Most leaves of a step along a number. */
  leaves: number;
  /** Fewest deals on either side of a split. */
  minCount: number;
}

/** One bin at a time, each shrunk by how little is known of it: categories and pair cells. */
export function ridgeStep(sums: Sums, size: number, limits: StepLimits, delta: Float64Array): void {
  const { gradient, curvature } = sums;
  for (let bin = 0; bin < size; bin++) delta[bin] = (limits.rate * gradient[bin]!) / (curvature[bin]! + limits.ridge);
}

/**
 * A small regression tree along the ordered bins 1 .. size-1, grown best split first; bin 0 ("not known") is a leaf of its own.
 * With a direction the leaf values are projected onto it (pool adjacent violators), so that every step, and with it the sum of all
 * steps, follows the direction.
 */
export function orderedStep(sums: Sums, size: number, limits: StepLimits, direction: Direction | undefined, delta: Float64Array): void {
  const { gradient, curvature, counts } = sums;
  const { ridge } = limits;
  delta[0] = (limits.rate * gradient[0]!) / (curvature[0]! + ridge);
  const starts = [1];
  const candidates = [bestSplit(gradient, curvature, counts, 1, size, limits)];
  while (starts.length < limits.leaves) {
    let best = -1;
    for (let leaf = 0; leaf < starts.length; leaf++) {
      const gain = candidates[leaf]!.gain;
      if (gain > 0 && (best < 0 || gain > candidates[best]!.gain)) best = leaf;
    }
    if (best < 0) break;
    const at = candidates[best]!.at;
    const end = best + 1 < starts.length ? starts[best + 1]! : size;
    const start = starts[best]!;
    starts.splice(best + 1, 0, at);
    candidates.splice(
      best,
      1,
      bestSplit(gradient, curvature, counts, start, at, limits),
      bestSplit(gradient, curvature, counts, at, end, limits)
    );
  }
  const values: number[] = [];
  const weights: number[] = [];
  for (let leaf = 0; leaf < starts.length; leaf++) {
    const end = leaf + 1 < starts.length ? starts[leaf + 1]! : size;
    let g = 0;
    let h = 0;
    for (let bin = starts[leaf]!; bin < end; bin++) {
      g += gradient[bin]!;
      h += curvature[bin]!;
    }
    values.push(g / (h + ridge));
    weights.push(h + ridge);
  }
  if (direction) poolAdjacentViolators(values, weights, direction);
  for (let leaf = 0; leaf < starts.length; leaf++) {
    const end = leaf + 1 < starts.length ? starts[leaf + 1]! : size;
    delta.fill(limits.rate * values[leaf]!, starts[leaf]!, end);
  }
}

function bestSplit(
  gradient: Float64Array,
  curvature: Float64Array,
  counts: Float64Array,
  start: number,
  end: number,
  limits: StepLimits
): { at: number; gain: number } {
  let g = 0;
  let h = 0;
  let n = 0;
  for (let bin = start; bin < end; bin++) {
    g += gradient[bin]!;
    h += curvature[bin]!;
    n += counts[bin]!;
  }
  const { ridge, minCount } = limits;
  const whole = (g * g) / (h + ridge);
  let leftG = 0;
  let leftH = 0;
  let leftN = 0;
  let at = -1;
  let gain = 1e-9;
  for (let bin = start; bin < end - 1; bin++) {
    leftG += gradient[bin]!;
    leftH += curvature[bin]!;
    leftN += counts[bin]!;
    if (leftN < minCount) continue;
    if (n - leftN < minCount) break;
    const rightG = g - leftG;
    const found = (leftG * leftG) / (leftH + ridge) + (rightG * rightG) / (h - leftH + ridge) - whole;
    if (found > gain) {
      gain = found;
      at = bin + 1;
    }
  }
  return at < 0 ? { at, gain: 0 } : { at, gain };
}

/** Nearest values (by weight) that follow the direction, in place. */
export function poolAdjacentViolators(values: number[], weights: number[], direction: Direction): void {
  const sign = direction === 'increasing' ? 1 : -1;
  const blocks: { value: number; weight: number; length: number }[] = [];
  for (let i = 0; i < values.length; i++) {
    let block = { value: values[i]! * sign, weight: weights[i]!, length: 1 };
    for (let last = blocks.at(-1); last !== undefined && last.value > block.value; last = blocks.at(-1)) {
      blocks.pop();
      const weight = last.weight + block.weight;
      block = { value: (last.value * last.weight + block.value * block.weight) / weight, weight, length: last.length + block.length };
    }
    blocks.push(block);
  }
  let i = 0;
  for (const block of blocks) for (let k = 0; k < block.length; k++) values[i++] = block.value * sign;
}
