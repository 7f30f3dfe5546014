import { sigmoid } from './assemble.ts';

/** 0-100 with one decimal, as tenths, so that sums are whole-number arithmetic. */
export interface Points<T> {
  /** Score, 0 to 100 in tenths. */
  score: number;
  base: number;
  factors: (T & { points: number })[];
}

/**
 * Turns log-odds contributions into points of a 0-100 score: base + the sum of all factors = score, exactly, in tenths. Each factor
 * gets its share of the change along the straight path from the base to the score (Aumann-Shapley; the terms are additive in log-odds,
 * so the share is simply proportional). Rounding to tenths hands the remainder to the largest fractions.
 */
export function toPoints<T extends { logit: number }>(base: { logit: number }, contributions: readonly T[]): Points<T> {
  const change = contributions.reduce((sum, contribution) => sum + contribution.logit, 0);
  const from = sigmoid(base.logit) * 1000;
  const to = sigmoid(base.logit + change) * 1000;
  const slope = Math.abs(change) > 1e-9 ? (to - from) / change : 1000 * sigmoid(base.logit) * (1 - sigmoid(base.logit));
  const baseTenths = Math.round(from);
  const exact = contributions.map((contribution) => contribution.logit * slope);
  const tenths = exact.map(Math.floor);
  let remainder = Math.round(to) - baseTenths - tenths.reduce((sum, value) => sum + value, 0);
  const order = exact.map((value, i) => ({ i, fraction: value - Math.floor(value) })).sort((a, b) => b.fraction - a.fraction || a.i - b.i);
  // The base is rounded apart from the factors, so the remainder may exceed their number by one, or be minus one.
  for (let k = 0; remainder > 0 && order.length > 0; k = (k + 1) % order.length, remainder--) tenths[order[k]!.i]!++;
  for (let k = order.length - 1; remainder < 0 && order.length > 0; k = (k - 1 + order.length) % order.length, remainder++)
    tenths[order[k]!.i]!--;
  const score = baseTenths + tenths.reduce((sum, value) => sum + value, 0);
  return {
    score: score / 10,
    base: baseTenths / 10,
    factors: contributions.map((contribution, i) => ({ ...contribution, points: tenths[i]! / 10 }))
  };
}
