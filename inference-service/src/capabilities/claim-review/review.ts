import { checkClaim } from './check.ts';
import type { Claim, ReviewedClaim } from './contract.ts';
import { duplicatesOf } from './duplicates.ts';
import { eligibleOf } from './eligible.ts';
import { explain } from './explain.ts';
import { RULES, type Finding } from './findings.ts';
import { textOf } from './money.ts';
import { actionOf, CLEAN_POINTS, confidenceOf, scoreOf } from './score.ts';
import type { Texts } from './texts.ts';

/** Who reads what is written about a claim, each in their own language. */
export type Readers = { manager: Texts; partner: Texts };

/** The version of rules, weights and sentences: stands in every answer and in the audit log. */
const VERSION = 'claim-review/1';
const SEVERITY_ORDER = { high: 0, medium: 1, low: 2 };

export function reviewClaim(claim: Claim, readers: Readers, approveFrom: number | null | undefined): ReviewedClaim {
  const started = performance.now();
  const { currencyCode: currency } = claim.policy;
  const checked = checkClaim(claim, duplicatesOf(claim));
  const eligible = eligibleOf(claim, checked.excluded);
  const findings = [...checked.findings, ...eligible.findings].sort(
    (a, b) => SEVERITY_ORDER[RULES[a.rule].severity] - SEVERITY_ORDER[RULES[b.rule].severity]
  );
  const { score, factors } = scoreOf(findings, readers.manager);
  const isReduced = eligible.claimed === null || eligible.amount < eligible.claimed;
  const action = actionOf(findings, score, isReduced, approveFrom);
  return {
    key: claim.key,
    outcome: 'scored',
    score,
    confidence: confidenceOf(claim, readers.manager),
    baseline: { points: CLEAN_POINTS, label: readers.manager.baseline },
    factors,
    action,
    claimedAmount: eligible.claimed === null ? null : textOf(eligible.claimed, currency),
    eligibleAmount: textOf(eligible.amount, currency),
    currencyCode: currency,
    lines: eligible.lines,
    steps: eligible.steps.map(({ rule, amount }) => ({ rule, label: readers.manager.step(rule), amount: textOf(amount, currency) })),
    discrepancies: findings.map((finding) => discrepancy(finding, currency, readers)),
    missing: checked.missing.map((kind) => readers.manager.kind(kind)),
    explanation: explain({ action, findings, eligible, currency }, readers),
    model: { id: null, version: null, kind: 'baseline', note: VERSION },
    language: { provider: 'template', model: null, promptVersion: VERSION, tokensIn: 0, tokensOut: 0, costUsd: 0, maskedInput: null },
    latencyMs: Math.round(performance.now() - started)
  };
}

function discrepancy(finding: Finding, currency: string, { manager, partner }: Readers): ReviewedClaim['discrepancies'][number] {
  const { rule, amount, document, otherDocument, lineNumber } = finding;
  return {
    rule,
    severity: RULES[rule].severity,
    amount: amount === undefined ? null : textOf(amount, currency),
    document: document ?? null,
    otherDocument: otherDocument ?? null,
    lineNumber: lineNumber ?? null,
    text: manager.finding(finding, currency).text,
    partnerText: partner.finding(finding, currency).partnerText
  };
}
