import type { Finding } from './entities.ts';

/** Earlier ones keep their stretch; the result is in order of position. */
export function withoutOverlap(findings: readonly Finding[]): Finding[] {
  const taken: Finding[] = [];
  for (const finding of findings) {
    const at = firstEndingAfter(taken, finding.start);
    const next = taken[at];
    if (!next || next.start >= finding.end) taken.splice(at, 0, finding);
  }
  return taken;
}

export function firstEndingAfter(sorted: readonly { end: number }[], position: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as { end: number }).end <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
