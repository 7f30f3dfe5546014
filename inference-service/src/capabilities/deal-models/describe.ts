import type { TrainedModel } from '../../learning/types.ts';
import type { StoredSummary } from '../../storage/models.ts';
import type { DealModel } from './contract.ts';

/** What callers see of a trained model, apart from what the store adds. */
export type ModelDescription = Omit<DealModel, 'id' | 'version' | 'active' | 'createdAt'>;

export function describeModel(model: TrainedModel): ModelDescription {
  return {
    rowCount: model.rows,
    wonRate: model.wonRate,
    signal: model.signal,
    metrics: {
      auc: model.metrics.auc,
      aucLow: model.metrics.aucLow,
      brier: model.metrics.brier,
      calibrationError: model.metrics.calibrationError,
      folds: model.metrics.folds
    },
    reliability: model.reliability.map(({ from, to, predicted, observed, count }) => ({
      lower: from,
      upper: to,
      predicted,
      observed,
      count
    })),
    features: model.features.map(({ name, kind, importance, constraint, shape }) => ({
      name,
      kind,
      importance,
      constraint: constraint ?? null,
      shape: shape.map(({ label, points, count }) => ({ label, points, count }))
    })),
    pairs: model.pairs.map(({ features, importance }) => ({ names: [...features], importance })),
    leakage: model.leakage,
    dropped: model.dropped
  };
}

export function toDealModel({ summary, ...stored }: StoredSummary<ModelDescription>): DealModel {
  return { ...stored, ...summary };
}
