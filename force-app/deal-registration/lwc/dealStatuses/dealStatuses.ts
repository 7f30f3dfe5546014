import type { DealStatusValue, Option } from 'c/dealTypes';
import { labels } from 'c/dealLabels';

const LABELS: Readonly<Record<DealStatusValue, string>> = {
  Draft: labels.valueDraft,
  Submitted: labels.valueSubmitted,
  'In Review': labels.valueInReview,
  'Info Requested': labels.valueInfoRequested,
  Approved: labels.valueApproved,
  Rejected: labels.valueRejected,
  Withdrawn: labels.valueWithdrawn,
  Expired: labels.valueExpired
};

const THEMES: Partial<Record<DealStatusValue, string>> = {
  Approved: 'slds-theme_success',
  Rejected: 'slds-theme_error',
  'Info Requested': 'slds-theme_warning'
};

export function statusOptions(): Option[] {
  return Object.entries(LABELS).map(([value, label]) => ({ value, label }));
}

/** Classes of the badge that shows a status; its text says the same, so colour is never the only sign. */
export function statusBadge(status: DealStatusValue): string {
  return `slds-badge ${THEMES[status] ?? ''}`.trim();
}
