import { LOGIT_STEPS, sigmoid } from './assemble.ts';
import { readFeature } from './columns.ts';
import { countComparable } from './comparable.ts';
import { compile, describe } from './compiled.ts';
import { confidenceOf } from './confidence.ts';
import type { Contribution, Features, ScoreResult, TrainedModel } from './types.ts';

/** Scores one deal. Features the model does not know are ignored; features it misses count as "not known". */
export function score(model: TrainedModel, features: Features): ScoreResult {
  const { features: known, pairs } = compile(model);
  const contributions: Contribution[] = [];
  const bins: number[] = [];
  let steps = Math.round(model.base.logit * LOGIT_STEPS);
  let variance = 0;
  for (const { feature, bin, texts } of known) {
    const value = readFeature(features, feature.name);
    const at = bin(value);
    const { label, points, spread } = feature.shape[at]!;
    bins.push(at);
    steps += Math.round(points * LOGIT_STEPS);
    variance += spread ** 2;
    contributions.push({
      kind: 'learned',
      feature: feature.name,
      features: [feature.name],
      value: texts[at] ?? describe(value),
      label,
      logit: points
    });
  }
  for (const { pair, name, first, second, parents, labels } of pairs) {
    const i = parents[0][bins[first]!]!;
    const j = parents[1][bins[second]!]!;
    const logit = pair.points[i]![j]!;
    steps += Math.round(logit * LOGIT_STEPS);
    variance += pair.spread[i]![j]! ** 2;
    contributions.push({
      kind: 'learned',
      feature: name,
      features: pair.features,
      value: `${contributions[first]!.value} × ${contributions[second]!.value}`,
      label: (labels[i]![j] ??= `${pair.labels[0][i]} × ${pair.labels[1][j]}`),
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
