import type { Confidence, Factor } from '../../contract/scored.ts';
import type { Action, Claim } from './contract.ts';
import { RULES, type Finding, type Rule } from './findings.ts';
import type { Texts } from './texts.ts';

export const CLEAN_POINTS = 100;
const DEFAULT_APPROVE_FROM = 80;
/** Below this many decided claims nobody can say how well the stated weights fit the org. */
const ENOUGH_DECIDED = 50;

/**
 * 100 points for a claim without a finding, less the stated points of each rule it is against (`RULES`): once in full, half for
 * every further finding of the same rule. Never below 0; what the floor gives back is a factor of its own, so that the
 * factors add up to the score.
 */
export function scoreOf(findings: readonly Finding[], texts: Texts): { score: number; factors: Factor[] } {
  const pointsByRule = new Map<Rule, { points: number; count: number }>();
  for (const { rule } of findings) {
    const known = pointsByRule.get(rule);
    if (known) Object.assign(known, { points: known.points + RULES[rule].points / 2, count: known.count + 1 });
    else pointsByRule.set(rule, { points: RULES[rule].points, count: 1 });
  }
  const factors = [...pointsByRule].map(([rule, { points, count }]): Factor => {
    const { label, text } = texts.rule(rule);
    return { name: rule, label, area: 'risk', value: count > 1 ? `${count} ×` : label, points: -tenths(points), text };
  });
  const sum = CLEAN_POINTS + factors.reduce((all, { points }) => all + points, 0);
  if (sum < 0) factors.push({ name: 'floor', label: texts.floor, area: 'risk', value: '0', points: tenths(-sum), text: texts.floor });
  return { score: tenths(Math.max(0, sum)), factors };
}

export function confidenceOf({ documents, decidedClaims }: Claim, texts: Texts): Confidence {
  const costs = documents.filter(({ kind }) => kind === 'invoice' || kind === 'receipt' || kind === 'credit_note');
  const lowest = costs.length === 0 ? 0 : Math.min(...costs.map(({ wasRead, readability }) => (wasRead ? (readability ?? 0) : 0)));
  const sampleSize = decidedClaims ?? 0;
  const level = lowest >= 0.9 ? (sampleSize >= ENOUGH_DECIDED ? 'High' : 'Medium') : lowest >= 0.6 ? 'Medium' : 'Low';
  return { level, sampleSize, reason: texts.confidence(lowest, sampleSize) };
}

/** Never a rejection: that is for a person. */
export function actionOf(findings: readonly Finding[], score: number, isReduced: boolean, approveFrom: number | null | undefined): Action {
  const severities = new Set(findings.map(({ rule }) => RULES[rule].severity as string));
  if (severities.has('high')) return 'Review';
  if (severities.has('medium')) return 'Ask for information';
  if (score < (approveFrom ?? DEFAULT_APPROVE_FROM)) return 'Review';
  return isReduced ? 'Approve reduced' : 'Approve';
}

const tenths = (points: number) => Math.round(points * 10) / 10;
