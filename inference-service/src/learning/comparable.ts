import { binOf, coarsen } from './bins.ts';
import { readFeature } from './columns.ts';
import type { PreparedFeature } from './train.ts';
import type { ComparableTable, Features, ModelFeature, ModelPair } from './types.ts';

/**
 * A deal is "like this one" when it agrees in the strongest features, each cut into this many groups: in as many as the
 * history bears, so that an average cell still holds a number of deals that means something, and in at most four.
 */
const COMPARED_FEATURES = 4;
const GROUPS = 5;
const DEALS_PER_CELL = 20;

/** Counts past deals by the features that matter most. Kept small: at most (GROUPS + 2) ^ COMPARED_FEATURES cells, most of them empty. */
export function comparableTable(
  prepared: readonly PreparedFeature[],
  features: readonly ModelFeature[],
  pairs: readonly ModelPair[]
): ComparableTable {
  const rows = prepared[0]?.encoded.length ?? 0;
  const weight = (name: string): number => {
    const own = features.find((feature) => feature.name === name)?.importance ?? 0;
    return pairs.reduce((sum, pair) => sum + (pair.features.includes(name) ? pair.importance / 2 : 0), own);
  };
  const strongest = prepared
    .map((feature) => ({ feature, weight: weight(feature.name) }))
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, comparedFeatures(rows))
    .map(({ feature }) => feature);
  const grouped = strongest.map((feature) => {
    const counts = new Float64Array(feature.size);
    for (let row = 0; row < rows; row++) counts[feature.encoded[row]!]!++;
    const coarse = coarsen(feature.bins, counts, GROUPS);
    return { feature, bins: coarse.bins, parents: coarse.parents };
  });
  const counts: Record<string, number> = {};
  for (let row = 0; row < rows; row++) {
    const key = grouped.map(({ feature, parents }) => parents[feature.encoded[row]!]!).join('|');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return { features: grouped.map(({ feature, bins }) => ({ name: feature.name, bins })), counts };
}

/** At least one: with very few deals, being alike in the strongest feature is all that can be asked. */
function comparedFeatures(rows: number): number {
  return Math.max(1, Math.min(COMPARED_FEATURES, Math.floor(Math.log(rows / DEALS_PER_CELL) / Math.log(GROUPS) + 1e-9)));
}

export function countComparable(table: ComparableTable, features: Features, rows: number): number {
  if (table.features.length === 0) return rows;
  const key = table.features.map(({ name, bins }) => binOf(bins, readFeature(features, name))).join('|');
  return table.counts[key] ?? 0;
}
