import { compile } from './compiled.ts';
import { readFeature } from './columns.ts';
import type { Features, TrainedModel } from './types.ts';

export interface FeatureDrift {
  feature: string;
  /** Population stability index: below 0.1 steady, 0.1 to 0.25 shifting, above that the model sees other deals than it learned from. */
  index: number;
  verdict: 'steady' | 'shifting' | 'drifted';
}

/** Fewer recent deals than this swing the index by chance alone. */
const MIN_RECENT = 50;
const GROUPS = 10;

/** How far recent deals differ from those the model was trained on, feature by feature, most drifted first; empty when there are too few. */
export function drift(model: TrainedModel, recent: readonly Features[]): FeatureDrift[] {
  if (recent.length < MIN_RECENT) return [];
  return compile(model)
    .features.map(({ feature, bin }) => {
      const now = new Float64Array(feature.shape.length);
      for (const features of recent) now[bin(readFeature(features, feature.name))]!++;
      const index = stability(
        feature.shape.map((point) => point.count),
        now,
        feature.kind !== 'category'
      );
      const verdict = index < 0.1 ? 'steady' : index < 0.25 ? 'shifting' : 'drifted';
      return { feature: feature.name, index: Math.round(index * 1000) / 1000, verdict } as const;
    })
    .sort((a, b) => b.index - a.index);
}

/** Ordered bins are pooled into tenths of the training deals: many thin bins would add up to drift by chance. */
function stability(before: readonly number[], now: Float64Array, ordered: boolean): number {
  const total = before.reduce((sum, count) => sum + count, 0);
  const groups: [number, number][] = [];
  let open: [number, number] = [0, 0];
  before.forEach((count, bin) => {
    open = [open[0] + count, open[1] + now[bin]!];
    if (bin > 0 && ordered && open[0] < total / GROUPS && bin < before.length - 1) return;
    groups.push(open);
    open = [0, 0];
  });
  const recent = now.reduce((sum, count) => sum + count, 0);
  // Half a deal in every group keeps empty groups finite.
  return groups.reduce((sum, [a, b]) => {
    if (a === 0 && b === 0) return sum;
    const p = (a + 0.5) / (total + 0.5 * groups.length);
    const q = (b + 0.5) / (recent + 0.5 * groups.length);
    return sum + (q - p) * Math.log(q / p);
  }, 0);
}
