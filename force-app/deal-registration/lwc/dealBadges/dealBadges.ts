import type { Option, Tone } from 'c/coreTypes';
import type { DealStatusValue } from 'c/dealTypes';
import { labels } from 'c/dealLabels';

export interface StatusBadge {
  readonly tone: Tone;
  readonly icon: string;
}

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

const BADGES: Readonly<Record<DealStatusValue, StatusBadge>> = {
  Draft: { tone: 'neutral', icon: 'utility:edit' },
  Submitted: { tone: 'neutral', icon: 'utility:send' },
  'In Review': { tone: 'neutral', icon: 'utility:clock' },
  'Info Requested': { tone: 'warning', icon: 'utility:question' },
  Approved: { tone: 'success', icon: 'utility:success' },
  Rejected: { tone: 'error', icon: 'utility:error' },
  Withdrawn: { tone: 'neutral', icon: 'utility:undo' },
  Expired: { tone: 'neutral', icon: 'utility:date_time' }
};

export function statusOptions(): Option[] {
  return Object.entries(LABELS).map(([value, label]) => ({ value, label }));
}

/** Colour and icon of the badge that shows a status. */
export function statusBadge(status: DealStatusValue | undefined): StatusBadge {
  return BADGES[status ?? 'Draft'];
}
