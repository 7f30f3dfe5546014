import { LOGIT_STEPS, roundLogit, sigmoid } from './assemble.ts';
import { asCategory, asNumber } from './columns.ts';
import { DEFAULT_PRIOR, partnerFit, type PartnerProfile, type WinRatePrior } from './partner-fit.ts';
import type { Contribution, Features, FeatureValue, ScoreResult } from './types.ts';

/** Deal facts most programmes agree on, as log-odds. Stated priors, not learned; gone once the org's own outcomes weigh more. */
export const DEAL_PRIORS: readonly { names: readonly string[]; logit: (value: FeatureValue) => number; text: string }[] = [
  {
    names: ['existingCustomer', 'existing_customer'],
    logit: (value) => (truth(value) === true ? 0.5 : truth(value) === false ? -0.1 : 0),
    text: 'existing customer'
  },
  {
    names: ['competitor', 'competitorKnown'],
    logit: (value) => (truth(value) === false || asCategory(value) === null ? 0 : -0.2),
    text: 'competitor named'
  },
  {
    names: ['revenuePastTwoYears'],
    logit: (value) => (asNumber(value) > 0 ? 0.5 : 0),
    text: 'revenue from this customer in the past two years'
  },
  { names: ['budgetConfirmed'], logit: (value) => (truth(value) === true ? 0.4 : 0), text: 'budget confirmed' }
];

/** Outcomes after which the org's own model counts as much as the baseline. */
const HALF_WAY_ROWS = 200;

/** Score before there is a model: the programme's average, the partner's shrunken record, and a few stated deal facts. */
export function baseline(partner: PartnerProfile, features: Features, prior: WinRatePrior = DEFAULT_PRIOR): ScoreResult {
  const fit = partnerFit(partner, prior);
  const contributions: Contribution[] = fit.contributions.map(({ name, logit, text }) => ({
    kind: 'baseline',
    feature: `partner.${name}`,
    features: [`partner.${name}`],
    value: text,
    label: text,
    logit
  }));
  for (const { names, logit, text } of DEAL_PRIORS) {
    const name = names.find((candidate) => Object.hasOwn(features, candidate));
    if (name === undefined) continue;
    const points = roundLogit(logit(features[name]));
    if (points !== 0)
      contributions.push({
        kind: 'baseline',
        feature: name,
        features: [name],
        value: asCategory(features[name]) ?? 'not known',
        label: text,
        logit: points
      });
  }
  contributions.sort((a, b) => Math.abs(b.logit) - Math.abs(a.logit));
  const base = roundLogit(Math.log(prior.mean / (1 - prior.mean)));
  const logit = sumLogits(base, contributions);
  const sampleSize = fit.sampleSize;
  return {
    kind: 'baseline',
    probability: sigmoid(logit),
    logit,
    base: { logit: base, probability: sigmoid(base) },
    contributions,
    comparable: sampleSize,
    disagreement: 1,
    confidence: {
      level: 'Low',
      sampleSize,
      reason:
        sampleSize === 0
          ? 'no history yet: stated programme priors only'
          : `no history of the organisation's own yet; ${sampleSize} closed ${sampleSize === 1 ? 'deal' : 'deals'} of this partner`
    },
    note: 'no history yet'
  };
}

/** Weight of the org's own model against the baseline, 0 to 1: it grows with the outcomes behind the model. */
export function modelWeight(rows: number): number {
  return rows / (rows + HALF_WAY_ROWS);
}

/** Moves from the baseline to the learned score as outcomes arrive; still a sum of contributions. `weight` is that of `learned`. */
export function blend(start: ScoreResult, learned: ScoreResult, weight: number): ScoreResult {
  if (weight >= 1) return learned;
  if (weight <= 0) return start;
  const base = roundLogit(weight * learned.base.logit + (1 - weight) * start.base.logit);
  const contributions = [
    ...learned.contributions.map((contribution) => ({ ...contribution, logit: roundLogit(contribution.logit * weight) })),
    ...start.contributions.map((contribution) => ({ ...contribution, logit: roundLogit(contribution.logit * (1 - weight)) }))
  ].sort((a, b) => Math.abs(b.logit) - Math.abs(a.logit));
  const logit = sumLogits(base, contributions);
  return { ...learned, probability: sigmoid(logit), logit, base: { logit: base, probability: sigmoid(base) }, contributions };
}

function sumLogits(base: number, contributions: readonly { logit: number }[]): number {
  return contributions.reduce((sum, { logit }) => sum + Math.round(logit * LOGIT_STEPS), Math.round(base * LOGIT_STEPS)) / LOGIT_STEPS;
}

function truth(value: FeatureValue): boolean | null {
  const text = asCategory(value)?.toLowerCase();
  if (text === undefined) return null;
  if (['yes', 'true', '1'].includes(text)) return true;
  if (['no', 'false', '0', 'none'].includes(text)) return false;
  return null;
}
