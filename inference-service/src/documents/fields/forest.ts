/**
 * Boosted regression trees: small, exact to evaluate, and readable as data. A node is `[feature, threshold, left, right]`, a leaf a number.
 * Values below or at the threshold go left.
 */
export type Tree = number | readonly [feature: number, threshold: number, left: Tree, right: Tree];
/** `calibration` maps the winner's share among its rivals to how often it was right: points of a rising line. */
export type Ranker = {
  features: readonly string[];
  base: number;
  trees: readonly Tree[];
  calibration: readonly (readonly [share: number, right: number])[];
};

export function scoreOf(ranker: Ranker, values: ArrayLike<number>): number {
  let score = ranker.base;
  for (let tree of ranker.trees) {
    while (typeof tree !== 'number') tree = values[tree[0]]! <= tree[1] ? tree[2] : tree[3];
    score += tree;
  }
  return score;
}

export type Ranked<T> = { candidate: T; score: number; confidence: number };

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The best candidate and how sure it is: its own probability, shared with its rivals, read off the calibration. `same` says which rivals
 * have the same value and so do not speak against it.
 */
export function best<T>(
  ranker: Ranker,
  candidates: readonly { candidate: T; values: ArrayLike<number> }[],
  same: (a: T, b: T) => boolean
): Ranked<T> | null {
  let top: { candidate: T; score: number } | null = null;
  const scored = candidates.map(({ candidate, values }) => ({ candidate, score: scoreOf(ranker, values) }));
  for (const each of scored) if (!top || each.score > top.score) top = each;
  if (!top) return null;
  const rival = scored
    .filter(({ candidate }) => !same(candidate, top.candidate))
    .reduce((most, { score }) => Math.max(most, score), -Infinity);
  return { ...top, confidence: interpolate(ranker.calibration, shareOf(top.score, rival)) };
}

/** Of the winner against the strongest rival, damped by its own probability. */
export const shareOf = (score: number, rival: number): number => logistic(score) * (rival === -Infinity ? 1 : logistic(score - rival));

export function interpolate(points: readonly (readonly [number, number])[], x: number): number {
  if (points.length === 0) return x;
  const above = points.findIndex(([at]) => at >= x);
  if (above === 0) return points[0]![1];
  if (above < 0) return points.at(-1)![1];
  const [x0, y0] = points[above - 1]!;
  const [x1, y1] = points[above]!;
  return x1 === x0 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
