import type { DealInput, FormOptions } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { format, formatDay } from 'c/coreFormat';

export type FieldName = Exclude<keyof DealInput, 'id'>;
export type Problems = Partial<Record<FieldName, string>>;

/** Enough to start with; everything else makes the review faster but may follow later. */
export const REQUIRED: readonly FieldName[] = ['company', 'country', 'product', 'amount', 'closeDate'];

const DOMAIN = /^(?!-)(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}]{2,63}$/u;
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/;
const PHONE = /^[+\d][\d\s().\-/]{3,}$/;

/**
 * What stands in the way of submitting (or, for a draft, of saving). The same limits hold again in Apex: this is here to
 * tell the person while they type, not to protect the org.
 */
export function findProblems(deal: DealInput, options: FormOptions, draft: boolean): Problems {
  const problems: Problems = {};
  const required = draft ? (['company'] as const) : REQUIRED;
  for (const field of required) if (isBlank(deal[field])) problems[field] = coreLabels.fieldRequired;

  for (const [field, limit] of Object.entries(options.maxLengths)) {
    const value = deal[field as FieldName];
    if (typeof value === 'string' && value.length > limit)
      problems[field as FieldName] = format(coreLabels.fieldTooLong, limit, value.length);
  }
  if (deal.domain && !DOMAIN.test(deal.domain)) problems.domain = labels.formBadDomain;
  if (deal.contactEmail && !EMAIL.test(deal.contactEmail)) problems.contactEmail = labels.formBadEmail;
  if (deal.phone && !PHONE.test(deal.phone)) problems.phone = labels.formBadPhone;
  if (!isBlank(deal.amount) && !(Number(deal.amount) >= 0)) problems.amount = labels.formBadAmount;
  if (deal.closeDate && (deal.closeDate < options.minCloseDate || deal.closeDate > options.maxCloseDate)) {
    problems.closeDate = format(labels.formBadDate, formatDay(options.minCloseDate), formatDay(options.maxCloseDate));
  }
  return problems;
}

/** `https://www.Example.com/contact` and `jane@example.com` both mean example.com. */
export function cleanDomain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '');
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '') || Number.isNaN(value);
}
