/** What a deal is described by. Strings are categories or ISO dates; null, '' and undefined mean "not known". */
export type FeatureValue = number | string | boolean | null | undefined;
export type Features = Record<string, FeatureValue>;

export interface TrainingRow {
  features: Features;
  won: boolean;
}

export type Direction = 'increasing' | 'decreasing';

export interface TrainOptions {
  /** Same rows, same options, same seed: the same model, byte for byte. Default 1. */
  seed?: number;
  /** Cross-validation folds, 2 to 10. Default 5. */
  folds?: number;
  /** Direction the score must follow as a number grows, decided by the admin, held exactly by the model. */
  constraints?: Record<string, Direction>;
  /** Features left out by the caller. */
  ignore?: readonly string[];
  /**
   * Feature whose equal values belong together (one deal in several lines, one customer): cross-validation never learns from some of
   * them and judges on the others. Not learned from. Identifiers and repeated rows are found without it.
   */
  groupBy?: string;
  /** Train on features that look as if they know the outcome. They are named either way. */
  allowLeakage?: boolean;
  /** Most pairs of features a model may hold. Default 12; 0 for main effects only. */
  maxPairs?: number;
  /** Called now and then with the work under way and the part of the whole that is done, 0 to 1. */
  onProgress?: (stage: string, done: number) => void;
}

export type FeatureKind = 'number' | 'category' | 'date';

/** How one raw value becomes a bin. Bin 0 is "not known" for every kind. */
export interface NumberBins {
  kind: 'number' | 'date';
  /** Bin k (from 1) holds values in [cuts[k-2], cuts[k-1]); the ends are open. Dates are days since 1970-01-01. */
  cuts: number[];
  /** Whole numbers only, so that ranges can be read with both ends included. */
  whole?: true;
}

export interface CategoryBins {
  kind: 'category';
  /** Bin k (from 1) is categories[k-1]; the bin after the last holds rare and unseen ones. */
  categories: string[];
}

export type Bins = NumberBins | CategoryBins;

export interface ShapePoint {
  /** The value or range in words. */
  label: string;
  /** Contribution to the log-odds of winning, in steps of 0.0001. */
  points: number;
  /** Training deals in this bin. */
  count: number;
  /** Jackknife standard error of `points`. */
  spread: number;
}

export interface ModelFeature {
  name: string;
  kind: FeatureKind;
  /** Average absolute contribution over the training deals, log-odds. */
  importance: number;
  bins: Bins;
  /** One entry per bin, in bin order. */
  shape: ShapePoint[];
  constraint?: Direction;
}

export interface ModelPair {
  /** Two feature names, as in `features`. */
  features: [string, string];
  importance: number;
  /** Own, coarser bins of each side. */
  bins: [Bins, Bins];
  labels: [string[], string[]];
  /** points[i][j] for bin i of the first and bin j of the second feature. */
  points: number[][];
  spread: number[][];
}

export interface ReliabilityBin {
  from: number;
  to: number;
  predicted: number;
  observed: number;
  count: number;
}

export interface Metrics {
  auc: number;
  /** Lower end of the 95 % interval of `auc`. */
  aucLow: number;
  brier: number;
  logLoss: number;
  calibrationError: number;
  folds: number;
}

export interface LeakageFinding {
  feature: string;
  reason: string;
  /** Left out of the model, or kept because the caller insisted. */
  refused: boolean;
}

/** Past deals alike in the few features that matter most: counts by cell. */
export interface ComparableTable {
  features: { name: string; bins: Bins }[];
  /** Key: group numbers joined by "|". */
  counts: Record<string, number>;
}

/** A trained model: plain JSON, readable, and everything that scoring needs. */
export interface TrainedModel {
  format: 1;
  kind: 'learned';
  seed: number;
  rows: number;
  wonRate: number;
  signal: 'signal' | 'no signal';
  /** The average past deal. */
  base: { logit: number; probability: number };
  metrics: Metrics;
  reliability: ReliabilityBin[];
  features: ModelFeature[];
  pairs: ModelPair[];
  leakage: LeakageFinding[];
  /** Features that could not be learned from, with the reason. */
  dropped: { feature: string; reason: string }[];
  comparable: ComparableTable;
}

export interface Contribution {
  /** Whether past deals say so, or a rule that was stated beforehand. */
  kind: 'learned' | 'baseline';
  /** Feature name, or "A × B" for a pair. */
  feature: string;
  /** The features behind it: one, or two for a pair. */
  features: string[];
  /** The value in words, as the deal has it. */
  value: string;
  /** The bin it fell into, in words. */
  label: string;
  logit: number;
}

export interface ScoreResult {
  kind: 'learned' | 'baseline';
  probability: number;
  logit: number;
  base: { logit: number; probability: number };
  /** base.logit + the sum of these = logit, exactly in steps of 0.0001. Largest first. */
  contributions: Contribution[];
  /** Past deals like this one in the features that matter most. */
  comparable: number;
  /** Standard error of `logit`, from how far the bagged models disagree. */
  disagreement: number;
  confidence: { level: 'High' | 'Medium' | 'Low'; sampleSize: number; reason: string };
  note?: string;
}

/** The caller's rows cannot be learned from; `message` is safe to show. */
export class TrainingError extends Error {
  override name = 'TrainingError';
}
