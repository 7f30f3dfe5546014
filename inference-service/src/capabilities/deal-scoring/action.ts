import type { Confidence } from '../../contract/scored.ts';
import type { ConflictAssessment } from './conflict.ts';
import type { RecommendedAction, Thresholds } from './contract.ts';

export type Limits = { autoApprove: number; review: number; duplicateRisk: number };

/** Why this action and no other; the texts turn it into a sentence. */
export type ActionReason = 'duplicate' | 'missing' | 'ownDuplicate' | 'conflict' | 'lowConfidence' | 'strong' | 'weak' | 'ordinary';

const DEFAULTS: Limits = { autoApprove: 75, review: 40, duplicateRisk: 0.85 };
/** From here on a human should look at the conflict before anyone is told yes. */
const CONFLICT_TO_REVIEW = 0.3;

export function limitsFrom(thresholds: Thresholds | null | undefined): Limits {
  return {
    autoApprove: thresholds?.autoApprove ?? DEFAULTS.autoApprove,
    review: thresholds?.review ?? DEFAULTS.review,
    duplicateRisk: thresholds?.duplicateRisk ?? DEFAULTS.duplicateRisk
  };
}

/** The rule, in order: a proven duplicate, then what is missing, then what needs a human, then the score. */
export function recommend(
  score: number,
  confidence: Confidence,
  conflict: ConflictAssessment,
  missing: string[],
  limits: Limits
): { action: RecommendedAction; reason: ActionReason } {
  if (conflict.duplicate) return { action: 'Reject as duplicate', reason: 'duplicate' };
  if (missing.length > 0) return { action: 'Request more info', reason: 'missing' };
  if (conflict.ownDuplicate) return { action: 'Route for review', reason: 'ownDuplicate' };
  if (conflict.risk >= CONFLICT_TO_REVIEW) return { action: 'Route for review', reason: 'conflict' };
  if (score < limits.review) return { action: 'Route for review', reason: 'weak' };
  if (confidence.level === 'Low') return { action: 'Route for review', reason: 'lowConfidence' };
  if (score >= limits.autoApprove) return { action: 'Auto-approve', reason: 'strong' };
  return { action: 'Route for review', reason: 'ordinary' };
}
