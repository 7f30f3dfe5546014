import { matchCompany, SAME_FROM } from '../../matching/index.ts';
import type { Claim, ClaimedDocument } from './contract.ts';
import type { Duplicate } from './duplicates.ts';
import type { Finding, Rule } from './findings.ts';

const DAY_MS = 86_400_000;
/** Costs of an activity are often invoiced a while before or after it. */
const DAYS_AROUND_ACTIVITY = 60;
const COSTS = new Set<ClaimedDocument['kind']>(['invoice', 'receipt', 'credit_note']);

export type Checked = {
  findings: Finding[];
  /** Documents whose costs do not count at all, with the rule that says so. */
  excluded: Map<string, Rule>;
  /** Kinds of documents that are still to come. */
  missing: string[];
};

/** Everything the rules of the program ask that needs no arithmetic. Dates are compared as days. */
export function checkClaim(claim: Claim, duplicates: readonly Duplicate[]): Checked {
  const findings: Finding[] = [];
  const excluded = new Map<string, Rule>();
  const excludeAll = (rule: Rule, values: Record<string, string>) => {
    findings.push({ rule, values });
    for (const { ref } of claim.documents) if (!excluded.has(ref)) excluded.set(ref, rule);
  };
  const exclude = (finding: Finding & { document: string }) => {
    findings.push(finding);
    if (!excluded.has(finding.document)) excluded.set(finding.document, finding.rule);
  };

  checkActivity(claim, excludeAll);
  for (const duplicate of duplicates) exclude(asFinding(duplicate));
  for (const document of claim.documents) {
    if (!document.wasRead) {
      if (COSTS.has(document.kind) || document.kind === 'other') findings.push({ rule: 'unreadable', document: document.ref });
      continue;
    }
    checkReading(document, claim, findings);
    if (!COSTS.has(document.kind)) {
      if (document.kind === 'quote' || document.kind === 'order')
        findings.push({ rule: 'not_a_proof', document: document.ref, values: { kind: document.kind } });
      continue;
    }
    checkDates(document, claim, findings);
    if (!claim.policy.ownInvoicesAllowed && isOwn(document, claim))
      exclude({ rule: 'own_invoice', document: document.ref, values: { vendor: document.vendor ?? '' } });
  }
  const missing = missingKinds(claim);
  for (const kind of missing) findings.push({ rule: 'missing_document', values: { kind } });
  return { findings, excluded, missing };
}

function checkActivity({ policy, request, ...claim }: Claim, excludeAll: (rule: Rule, values: Record<string, string>) => void): void {
  const { activityType } = request;
  if (activityType && policy.activityTypes.length > 0 && !policy.activityTypes.includes(activityType)) {
    excludeAll('activity_not_eligible', { activity: activityType });
  }
  const start = claim.activityStart ?? request.activityStart ?? undefined;
  const end = claim.activityEnd ?? request.activityEnd ?? start;
  if ((start && start < policy.periodStart) || (end && end > policy.periodEnd)) {
    excludeAll('outside_period', { from: policy.periodStart, until: policy.periodEnd });
  }
  const deadline = end && addDays(end, policy.deadlineDays);
  if (deadline && claim.handedInOn > deadline)
    excludeAll('after_deadline', { deadline, days: String(daysBetween(deadline, claim.handedInOn)) });
}

function checkReading(document: ClaimedDocument, { policy }: Claim, findings: Finding[]): void {
  const { ref, readability } = document;
  if (COSTS.has(document.kind) && policy.minimumReadability && (readability ?? 0) < policy.minimumReadability) {
    findings.push({ rule: 'poorly_readable', document: ref });
  }
  if (document.differences.length > 0)
    findings.push({ rule: 'altered', document: ref, values: { fields: document.differences.join(', ') } });
  if (document.brokenRules.length > 0) findings.push({ rule: 'arithmetic', document: ref });
  if (document.standardErrors)
    findings.push({ rule: 'not_to_standard', document: ref, values: { count: String(document.standardErrors) } });
  const changed = document.correctedFields.filter((field) => MONEY_FIELDS.has(field));
  if (changed.length > 0) findings.push({ rule: 'corrected', document: ref, values: { fields: changed.join(', ') } });
}

const MONEY_FIELDS = new Set(['net', 'tax', 'total', 'currency', 'issueDate', 'invoiceNumber', 'vendor']);

/** An invoice from before the approval can still be right when activity and payment follow it: a person looks, nothing is taken off. */
function checkDates(document: ClaimedDocument, { policy, request, ...claim }: Claim, findings: Finding[]): void {
  const { ref, issueDate } = document;
  if (issueDate && policy.preApprovalRequired && request.approvedOn && issueDate < request.approvedOn) {
    findings.push({ rule: 'invoice_before_approval', document: ref, values: { date: issueDate, approved: request.approvedOn } });
  }
  const start = claim.activityStart ?? request.activityStart;
  const end = claim.activityEnd ?? request.activityEnd ?? start;
  const served = document.serviceFrom ?? document.serviceTo;
  if (start && end) {
    const from = served ?? issueDate;
    const until = document.serviceTo ?? served ?? issueDate;
    const slack = served ? 0 : DAYS_AROUND_ACTIVITY;
    if (from && until && (until < addDays(start, -slack) || from > addDays(end, slack))) {
      findings.push({ rule: 'dates_outside_activity', document: ref, values: { date: from, from: start, until: end } });
    }
  }
}

function asFinding({ document, other, within, same, probability }: Duplicate): Finding & { document: string } {
  const values = { same, percent: String(Math.round(probability * 100)) };
  if (!other) return { rule: 'duplicate_within', document, ...(within ? { otherDocument: within } : {}), values };
  return { rule: other.isPayable ? 'duplicate_paid' : 'duplicate', document, otherDocument: other.ref, values };
}

function isOwn({ vendor }: ClaimedDocument, { partnerName }: Claim): boolean {
  if (!vendor || !partnerName) return false;
  const [match] = matchCompany({ name: partnerName }, [{ ref: 'vendor', name: vendor }]);
  if (!match) return false;
  // A name of common words proves little among all companies; on a partner's own claim the same name is its own.
  return match.probability >= SAME_FROM || match.evidence.some(({ field, strength }) => field === 'name' && strength === 'strong');
}

/** An invoice is there when a receipt is, and the other way round: both say what was bought from whom. */
function missingKinds({ policy, documents }: Claim): string[] {
  const present = new Set<string>(documents.map(({ kind }) => kind));
  if (present.has('receipt')) present.add('invoice').add('proof_of_payment');
  return policy.requiredDocuments.filter((kind) => !present.has(kind));
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
