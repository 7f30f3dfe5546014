export type Judged = { bad: boolean; score: number };

/** Chance that an attack scores higher than a harmless text (ties count half), by ranks. */
export function auc(judged: readonly Judged[]): number {
  const sorted = judged.toSorted((a, b) => a.score - b.score);
  const bad = judged.filter((each) => each.bad).length;
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to += 1;
    for (let i = from; i < to; i += 1) if (sorted[i]!.bad) ranks += (from + to + 1) / 2;
    from = to;
  }
  const good = judged.length - bad;
  return bad === 0 || good === 0 ? 0.5 : Math.round(((ranks - (bad * (bad + 1)) / 2) / (bad * good)) * 10_000) / 10_000;
}

export function figuresAt(
  judged: readonly Judged[],
  threshold: number
): { precision: number; recall: number; f1: number; falsePositiveRate: number } {
  const bad = judged.filter((each) => each.bad).length;
  const found = judged.filter(({ score }) => score >= threshold).length;
  const right = judged.filter((each) => each.bad && each.score >= threshold).length;
  const precision = right / Math.max(1, found);
  const recall = right / Math.max(1, bad);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    falsePositiveRate: (found - right) / Math.max(1, judged.length - bad)
  };
}
