import { LOGIT_STEPS, sigmoid } from './assemble.ts';
import { binOf, formatNumber } from './bins.ts';
import { asCategory, asNumber, readFeature } from './columns.ts';
import { countComparable } from './comparable.ts';
import { confidenceOf } from './confidence.ts';
import type { Bins, Contribution, Features, FeatureValue, ScoreResult, TrainedModel } from './types.ts';

/** Scores one deal. Features the model does not know are ignored; features it misses count as "not known". */
export function score(model: TrainedModel, features: Features): ScoreResult {
  const contributions: Contribution[] = [];
  let steps = Math.round(model.base.logit * LOGIT_STEPS);
  let variance = 0;
  for (const { name, bins, shape } of model.features) {
    const value = readFeature(features, name);
    const point = shape[lookUp(bins, value)]!;
    steps += Math.round(point.points * LOGIT_STEPS);
    variance += point.spread ** 2;
    contributions.push({ feature: name, features: [name], value: describe(value), label: point.label, logit: point.points });
  }
  for (const pair of model.pairs) {
    const values = pair.features.map((name) => readFeature(features, name));
    const i = lookUp(pair.bins[0], values[0]);
    const j = lookUp(pair.bins[1], values[1]);
    const logit = pair.points[i]![j]!;
    steps += Math.round(logit * LOGIT_STEPS);
    variance += pair.spread[i]![j]! ** 2;
    contributions.push({
      feature: pair.features.join(' × '),
      features: [...pair.features],
      value: values.map(describe).join(' × '),
      label: `${pair.labels[0][i]} × ${pair.labels[1][j]}`,
      logit
    });
  }
  contributions.sort((a, b) => Math.abs(b.logit) - Math.abs(a.logit));
  const logit = steps / LOGIT_STEPS;
  const probability = sigmoid(logit);
  const disagreement = Math.sqrt(variance);
  const comparable = countComparable(model.comparable, features, model.rows);
  return {
    kind: 'learned',
    probability,
    logit,
    base: { ...model.base },
    contributions,
    comparable,
    disagreement,
    confidence: confidenceOf(comparable, probability * (1 - probability) * disagreement, model.signal === 'signal')
  };
}

/** Category look-ups are kept beside the model, not in it: the model stays plain JSON. */
const indexes = new WeakMap<Bins, Map<string, number>>();

function lookUp(bins: Bins, value: FeatureValue): number {
  if (bins.kind !== 'category') return binOf(bins, value);
  const category = asCategory(value);
  if (category === null) return 0;
  let index = indexes.get(bins);
  if (!index) {
    index = new Map(bins.categories.map((name, i) => [name, i + 1]));
    indexes.set(bins, index);
  }
  return index.get(category) ?? bins.categories.length + 1;
}

function describe(value: FeatureValue): string {
  if (typeof value === 'number') return Number.isFinite(value) ? formatNumber(value) : 'not known';
  const category = asCategory(value);
  if (category === null) return 'not known';
  const number = asNumber(value);
  return Number.isNaN(number) ? category : formatNumber(number);
}
