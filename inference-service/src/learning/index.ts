export { train, MIN_ROWS } from './train.ts';
export { score } from './score.ts';
export { toPoints, type Points } from './points.ts';
export { baseline, blend, modelWeight, DEAL_PRIORS } from './baseline.ts';
export {
  partnerFit,
  DEFAULT_PRIOR,
  PROGRAMME_PRIORS,
  type PartnerFit,
  type PartnerProfile,
  type PartnerHistory,
  type WinRatePrior
} from './partner-fit.ts';
export { drift, type FeatureDrift } from './drift.ts';
export { confidenceOf, type Confidence, type ConfidenceLevel } from './confidence.ts';
export { TrainingError } from './types.ts';
export type * from './types.ts';
