import type { ClaimInput } from 'c/mdfTypes';
import { labels } from 'c/mdfLabels';
import { labels as coreLabels } from 'c/coreLabels';

export type FieldName = Exclude<keyof ClaimInput, 'id'>;
export type Problems = Partial<Record<FieldName, string>>;

/** In the order of the page, so that the first problem is the first one met. */
export const FIELDS: readonly FieldName[] = [
  'partnerReply',
  'requestId',
  'activityStart',
  'activityEnd',
  'amountClaimed',
  'currencyCode',
  'exchangeRate',
  'rateDate',
  'rateSource',
  'activitySummary'
];

interface Rules {
  /** A draft may be incomplete, never wrong. */
  readonly draft: boolean;
  readonly needsRate: boolean;
  readonly asksForReply: boolean;
}

/** What is wrong with the fields of a claim; what is missing among its files is the server's to say. */
export function findProblems(input: ClaimInput, { draft, needsRate, asksForReply }: Rules): Problems {
  const problems: Problems = {};
  if (!input.requestId) problems.requestId = coreLabels.fieldRequired;
  if (input.activityStart && input.activityEnd && input.activityEnd < input.activityStart) problems.activityEnd = labels.formBadPeriod;
  if (!isMissing(input.amountClaimed) && !isPositive(input.amountClaimed)) problems.amountClaimed = labels.formBadAmount;
  if (input.currencyCode && !/^[A-Z]{3}$/.test(input.currencyCode)) problems.currencyCode = labels.formBadCurrency;
  if (needsRate && !isMissing(input.exchangeRate) && !isPositive(input.exchangeRate)) problems.exchangeRate = labels.formBadRate;
  if (draft) return problems;
  const required: FieldName[] = ['activityStart', 'activityEnd', 'amountClaimed', 'currencyCode', 'activitySummary'];
  if (needsRate) required.push('exchangeRate', 'rateDate', 'rateSource');
  if (asksForReply) required.push('partnerReply');
  for (const field of required) {
    if (isMissing(input[field])) problems[field] ??= coreLabels.fieldRequired;
  }
  return problems;
}

function isMissing(value: string | number | null | undefined): boolean {
  return value === null || value === undefined || String(value).trim() === '';
}

function isPositive(value: number | null | undefined): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
