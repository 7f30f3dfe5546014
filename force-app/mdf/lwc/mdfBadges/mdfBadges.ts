import type { Option, Tone } from 'c/coreTypes';
import type { MdfStatus } from 'c/mdfTypes';
import { labels } from 'c/mdfLabels';
import { formatNumber } from 'c/coreFormat';

export interface StatusBadge {
  readonly tone: Tone;
  readonly icon: string;
}

const BADGES: Readonly<Record<MdfStatus, StatusBadge>> = {
  Draft: { tone: 'neutral', icon: 'utility:edit' },
  Submitted: { tone: 'neutral', icon: 'utility:send' },
  'In Review': { tone: 'neutral', icon: 'utility:clock' },
  'Info Requested': { tone: 'warning', icon: 'utility:question' },
  Approved: { tone: 'success', icon: 'utility:success' },
  Rejected: { tone: 'error', icon: 'utility:error' },
  Withdrawn: { tone: 'neutral', icon: 'utility:undo' },
  Paid: { tone: 'success', icon: 'utility:money' },
  Expired: { tone: 'neutral', icon: 'utility:date_time' },
  Closed: { tone: 'neutral', icon: 'utility:lock' }
};

/** Colour and icon of the badge that shows a status. */
export function statusBadge(status: MdfStatus | undefined): StatusBadge {
  return BADGES[status ?? 'Draft'];
}

/** The statuses a claim can have, to filter by. */
export function claimStatusOptions(): Option[] {
  return [
    { value: 'Draft', label: labels.valueDraft },
    { value: 'Submitted', label: labels.valueSubmitted },
    { value: 'In Review', label: labels.valueInReview },
    { value: 'Info Requested', label: labels.valueInfoRequested },
    { value: 'Approved', label: labels.valueApproved },
    { value: 'Rejected', label: labels.valueRejected },
    { value: 'Withdrawn', label: labels.valueWithdrawn },
    { value: 'Paid', label: labels.valuePaid }
  ];
}

/** An amount as its currency is written; empty when there is none. */
export function money(amount: number | null | undefined, currency: string | null | undefined): string {
  if (amount === null || amount === undefined) return '';
  return currency ? formatNumber(amount, { style: 'currency', currency }) : formatNumber(amount);
}

/** How sure a reading is, as words; from 0 to 1. The limits are those at which a person should look. */
export function confidenceWords(confidence: number | null | undefined): string {
  if (typeof confidence !== 'number' || confidence < 0.7) return labels.documentUnsure;
  return confidence < 0.9 ? labels.documentLikely : labels.documentSure;
}
