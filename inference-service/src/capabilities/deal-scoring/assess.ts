import type { Confidence, Factor, ModelReference } from '../../contract/scored.ts';
import {
  DEFAULT_PRIOR,
  baseline,
  blend,
  modelWeight,
  partnerFit,
  score,
  toPoints,
  type PartnerProfile,
  type ScoreResult
} from '../../learning/index.ts';
import type { TrainedModel } from '../../learning/types.ts';
import { matchCompany } from '../../matching/index.ts';
import type { StoredModel } from '../../storage/models.ts';
import { recommend, type ActionReason, type Limits } from './action.ts';
import { assessConflicts, WORTH_SHOWING, type ConflictAssessment } from './conflict.ts';
import type { Deal, Partner, RecommendedAction, SubScores } from './contract.ts';
import { findMissing } from './missing.ts';
import type { TextCatalogue } from './texts.ts';

/** Everything about a deal that arithmetic can say. Prose is written from this and changes none of it. */
export type Assessment = {
  score: number;
  probability: number;
  confidence: Confidence;
  subScores: SubScores;
  baseline: { points: number; label: string };
  /** Largest first; none of zero. */
  factors: Factor[];
  action: RecommendedAction;
  reason: ActionReason;
  conflict: ConflictAssessment;
  missing: string[];
  model: ModelReference;
};

/**
 * Weight of the partner's own record beside a learned model. Features of past deals usually hold part of what makes a
 * partner win (tier, region, route to market), so the record counts half; without a model it counts in full.
 */
const PARTNER_WEIGHT_WITH_MODEL = 0.5;
/** What a partner about whom nothing was sent scores: the average. */
const AVERAGE_FIT = 50;

export function assessDeal(
  deal: Deal,
  stored: StoredModel<TrainedModel> | undefined,
  limits: Limits,
  texts: TextCatalogue,
  today: Date
): Assessment {
  const partner = deal.partner ? partnerProfile(deal.partner) : undefined;
  // Deal facts alone; what the partner brings is added below, so that the two sub-scores stay apart.
  const quality = dealQuality(deal, stored);
  // A partner is compared with the org's own average once there is one, and with the documented one until then.
  const fit = partner && partnerFit(partner, stored ? { ...DEFAULT_PRIOR, mean: quality.base.probability } : DEFAULT_PRIOR);
  const partnerWeight = stored ? PARTNER_WEIGHT_WITH_MODEL : 1;
  const parts = [
    ...quality.contributions.map(({ kind, feature, features, value, label: range, logit }) => ({
      logit,
      // Beside what was learned, a rule about the same fact is a factor of its own.
      name: kind === quality.kind ? feature : `rule.${feature}`,
      label: features.map(texts.fieldLabel).join(' × '),
      area: 'deal' as const,
      value: texts.value(value),
      text: texts.dealFactor(logit, kind, range === value ? undefined : range)
    })),
    ...(fit?.contributions ?? []).map(({ name, logit, text }) => ({
      logit: logit * partnerWeight,
      name: `partner.${name}`,
      label: texts.fieldLabel(`partner.${name}`),
      area: 'partner' as const,
      value: text,
      text: texts.partnerFactor(logit)
    }))
  ];
  const points = toPoints(quality.base, parts);
  const candidates = deal.candidates ?? [];
  const conflict = assessConflicts(candidates, matchCompany(deal.prospect, candidates, WORTH_SHOWING), limits.duplicateRisk, today);
  const finalScore = inTenths(points.score * (1 - conflict.risk));
  const factors: Factor[] = points.factors.map(({ name, label, area, value, text, points: own }) => ({
    name,
    label,
    area,
    value,
    points: own,
    text
  }));
  if (conflict.strongest && finalScore !== points.score) {
    const { candidate, match } = conflict.strongest;
    factors.push({
      name: `conflict.${candidate.kind}`,
      label: texts.fieldLabel('conflict'),
      area: 'conflict',
      value: texts.conflictValue(candidate.kind, match),
      points: inTenths(finalScore - points.score),
      text: texts.conflictFactor(conflict.risk)
    });
  }

  // Without a model the only past deals behind a score are the partner's own.
  const sampleSize = stored ? quality.comparable : (fit?.sampleSize ?? 0);
  const reason = texts.confidenceReason(stored?.model.signal === 'no signal' ? 'no signal' : quality.kind, sampleSize);
  const confidence: Confidence = { level: quality.confidence.level, sampleSize, reason };
  const missing = findMissing(deal);
  return {
    score: finalScore,
    probability: quality.probability,
    confidence,
    subScores: {
      partnerFit: fit?.score ?? AVERAGE_FIT,
      dealQuality: inTenths(quality.probability * 100),
      conflictRisk: inTenths(conflict.risk * 100)
    },
    baseline: { points: points.base, label: texts.baselineLabel(quality.kind) },
    factors: factors.filter((factor) => factor.points !== 0).sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
    ...recommend(finalScore, confidence, conflict, missing, limits),
    conflict,
    missing,
    model: stored
      ? { id: stored.id, version: stored.version, kind: 'learned', note: stored.model.signal === 'signal' ? null : 'no signal' }
      : { id: null, version: null, kind: 'baseline', note: 'no history yet' }
  };
}

/** Stated rules until there is a model; then they give way to it as outcomes arrive. */
function dealQuality({ features }: Deal, stored: StoredModel<TrainedModel> | undefined): ScoreResult {
  const start = baseline({}, features);
  return stored ? blend(start, score(stored.model, features), modelWeight(stored.model.rows)) : start;
}

function inTenths(value: number): number {
  // `+ 0` turns -0 into 0, which JSON and readers treat differently.
  return Math.round(value * 10) / 10 + 0;
}

/** The contract lets every field be null, as Apex sends it; the learning module takes absent for unknown. */
function partnerProfile(partner: Partner): PartnerProfile {
  const { history } = partner;
  return {
    type: partner.type ?? null,
    tier: partner.tier ?? null,
    verticals: partner.verticals ?? [],
    certifications: partner.certifications ?? null,
    territoryMatch: partner.territoryMatch ?? null,
    verticalMatch: partner.verticalMatch ?? null,
    history: history
      ? {
          won: history.won ?? 0,
          lost: history.lost ?? 0,
          open: history.open ?? 0,
          wonSimilar: history.wonSimilar ?? 0,
          lostSimilar: history.lostSimilar ?? 0
        }
      : null
  };
}
