import { binOf, formatNumber } from './bins.ts';
import { asCategory, asNumber } from './columns.ts';
import type { Bins, FeatureValue, ModelFeature, ModelPair, TrainedModel } from './types.ts';

/** A model made ready for scoring: each value is looked up once, pairs follow from the features' own bins. */
export interface CompiledModel {
  features: {
    feature: ModelFeature;
    bin: (value: FeatureValue) => number;
    /** Categories in words, by bin; empty for numbers and dates. */
    texts: string[];
  }[];
  pairs: CompiledPair[];
}

export interface CompiledPair {
  pair: ModelPair;
  name: string;
  first: number;
  second: number;
  /** Coarse bin of each of the feature's own bins. */
  parents: [Uint16Array, Uint16Array];
  /** Both labels of each cell, written when first needed. */
  labels: (string | undefined)[][];
}

/** Kept beside the model, not in it: the model stays plain JSON. */
const compiled = new WeakMap<TrainedModel, CompiledModel>();

export function compile(model: TrainedModel): CompiledModel {
  let ready = compiled.get(model);
  if (!ready) {
    ready = {
      features: model.features.map((feature) => ({
        feature,
        bin: lookUp(feature.bins),
        texts: feature.bins.kind === 'category' ? ['not known', ...feature.bins.categories.map(describe)] : []
      })),
      pairs: model.pairs.map((pair) => compilePair(model, pair))
    };
    compiled.set(model, ready);
  }
  return ready;
}

function lookUp(bins: Bins): (value: FeatureValue) => number {
  if (bins.kind !== 'category') return (value) => binOf(bins, value);
  const index = new Map(bins.categories.map((name, i) => [name, i + 1]));
  const rare = bins.categories.length + 1;
  return (value) => {
    if (typeof value === 'string') {
      const found = index.get(value);
      if (found !== undefined) return found;
    }
    const category = asCategory(value);
    return category === null ? 0 : (index.get(category) ?? rare);
  };
}

function compilePair(model: TrainedModel, pair: ModelPair): CompiledPair {
  const [first, second] = pair.features.map((name) => model.features.findIndex((feature) => feature.name === name)) as [number, number];
  if (first < 0 || second < 0) throw new Error(`model is damaged: a pair names a feature that is not there (${pair.features.join(', ')})`);
  return {
    pair,
    name: pair.features.join(' × '),
    first,
    second,
    parents: [parentsOf(model.features[first]!.bins, pair.bins[0]), parentsOf(model.features[second]!.bins, pair.bins[1])],
    labels: pair.points.map(() => [])
  };
}

/** Coarse bins are unions of fine ones, so any value of the fine bin tells its coarse bin. */
function parentsOf(fine: Bins, coarse: Bins): Uint16Array {
  if (fine.kind === 'category' || coarse.kind === 'category') {
    if (fine.kind !== 'category' || coarse.kind !== 'category')
      throw new Error('model is damaged: a pair takes a feature for another kind');
    return Uint16Array.from({ length: fine.categories.length + 2 }, (_, bin) => {
      if (bin === 0) return 0;
      const at = bin > fine.categories.length ? -1 : coarse.categories.indexOf(fine.categories[bin - 1]!);
      return at < 0 ? coarse.categories.length + 1 : at + 1;
    });
  }
  return Uint16Array.from({ length: fine.cuts.length + 2 }, (_, bin) => {
    if (bin < 2) return bin;
    const start = fine.cuts[bin - 2]!;
    return 1 + coarse.cuts.filter((cut) => cut <= start).length;
  });
}

/** A value in words. */
export function describe(value: FeatureValue): string {
  if (typeof value === 'number') return Number.isFinite(value) ? formatNumber(value) : 'not known';
  const category = asCategory(value);
  if (category === null) return 'not known';
  const first = category.charCodeAt(0);
  // Only text that starts like a number can be one.
  if (first > 57 || first < 43) return category;
  const number = asNumber(category);
  return Number.isNaN(number) ? category : formatNumber(number);
}
