import type { ReliabilityBin } from './types.ts';

/** Chance that a won deal scores above a lost one, ties counted half. 0.5 when there is only one outcome. */
export function areaUnderCurve(scores: ArrayLike<number>, won: ArrayLike<number>): number {
  const order = Array.from({ length: scores.length }, (_, i) => i);
  const typed = Int32Array.from(order).sort((a, b) => scores[a]! - scores[b]!);
  let wins = 0;
  let rankSum = 0;
  for (let start = 0; start < typed.length;) {
    let end = start;
    let tiedWins = 0;
    while (end < typed.length && scores[typed[end]!] === scores[typed[start]!]) tiedWins += won[typed[end++]!]!;
    rankSum += tiedWins * ((start + end + 1) / 2);
    wins += tiedWins;
    start = end;
  }
  const losses = typed.length - wins;
  return wins === 0 || losses === 0 ? 0.5 : (rankSum - (wins * (wins + 1)) / 2) / (wins * losses);
}

/** The same for rows that are known by bin only: one score per bin, with its rows and wins. */
export function areaUnderBins(scores: Float64Array, counts: Float64Array, wins: Float64Array): number {
  const order = Array.from(scores.keys()).sort((a, b) => scores[a]! - scores[b]!);
  let winsBelow = 0;
  let lossesBelow = 0;
  let area = 0;
  for (let start = 0; start < order.length;) {
    const score = scores[order[start]!]!;
    let won = 0;
    let lost = 0;
    for (; start < order.length && scores[order[start]!] === score; start++) {
      const bin = order[start]!;
      won += wins[bin]!;
      lost += counts[bin]! - wins[bin]!;
    }
    area += won * (lossesBelow + lost / 2);
    winsBelow += won;
    lossesBelow += lost;
  }
  return winsBelow === 0 || lossesBelow === 0 ? 0.5 : area / (winsBelow * lossesBelow);
}

/** Standard error of an AUC (Hanley and McNeil, 1982). */
export function aucStandardError(auc: number, wins: number, losses: number): number {
  if (wins === 0 || losses === 0) return 0.5;
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const variance = (auc * (1 - auc) + (wins - 1) * (q1 - auc * auc) + (losses - 1) * (q2 - auc * auc)) / (wins * losses);
  return Math.sqrt(Math.max(variance, 0));
}

/** Mean squared error of the probabilities. */
export function brierScore(probabilities: ArrayLike<number>, won: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) sum += (probabilities[i]! - won[i]!) ** 2;
  return sum / probabilities.length;
}

export function logLoss(probabilities: ArrayLike<number>, won: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = Math.min(Math.max(probabilities[i]!, 1e-12), 1 - 1e-12);
    sum -= won[i] ? Math.log(p) : Math.log(1 - p);
  }
  return sum / probabilities.length;
}

/** Predicted against observed, in `count` bins of equal width over 0 to 1; empty bins are left out. */
export function reliabilityBins(probabilities: ArrayLike<number>, won: ArrayLike<number>, count = 10): ReliabilityBin[] {
  const bins = Array.from({ length: count }, (_, k) => ({ from: k / count, to: (k + 1) / count, predicted: 0, observed: 0, count: 0 }));
  for (let i = 0; i < probabilities.length; i++) {
    const bin = bins[Math.min(count - 1, Math.floor(probabilities[i]! * count))]!;
    bin.predicted += probabilities[i]!;
    bin.observed += won[i]!;
    bin.count++;
  }
  return bins
    .filter((bin) => bin.count > 0)
    .map((bin) => ({ ...bin, predicted: bin.predicted / bin.count, observed: bin.observed / bin.count }));
}

/** Expected calibration error: the gap between predicted and observed, averaged over the deals. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  let rows = 0;
  let gap = 0;
  for (const bin of bins) {
    rows += bin.count;
    gap += bin.count * Math.abs(bin.predicted - bin.observed);
  }
  return rows === 0 ? 0 : gap / rows;
}
