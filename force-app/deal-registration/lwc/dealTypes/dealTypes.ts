/** Shapes that the deal controllers exchange with components. Dates are YYYY-MM-DD, times ISO 8601 in UTC, texts are plain text. */

import type { DecisionTaken, Evidence, Option, Recommendation } from 'c/coreTypes';

export interface FormOptions {
  readonly industries: readonly Option[];
  readonly products: readonly Option[];
  readonly currencyCode: string;
  readonly partnerName: string | null;
  readonly maxLengths: Readonly<Record<string, number>>;
  readonly minCloseDate: string;
  readonly maxCloseDate: string;
}

export interface DealInput {
  id?: string | null;
  company?: string;
  domain?: string;
  contactName?: string;
  contactEmail?: string;
  phone?: string;
  street?: string;
  city?: string;
  state?: string;
  postalCode?: string;
  country?: string;
  industry?: string;
  employees?: number | null;
  product?: string;
  amount?: number | null;
  closeDate?: string | null;
  competitor?: string;
  description?: string;
  reply?: string;
}

export type DealStatusValue = 'Draft' | 'Submitted' | 'In Review' | 'Info Requested' | 'Approved' | 'Rejected' | 'Withdrawn' | 'Expired';

export interface DealView extends Readonly<DealInput> {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly currencyCode: string;
  readonly partnerName: string | null;
  readonly status: DealStatusValue;
  readonly statusLabel: string;
  readonly message: string | null;
  readonly nextStep: string;
  readonly submittedAt: string | null;
  readonly decidedAt: string | null;
  readonly protectedUntil: string | null;
  readonly createdAt: string;
  readonly managerName: string | null;
  readonly canEdit: boolean;
  readonly canSubmit: boolean;
  readonly canWithdraw: boolean;
  /** The check is still running: ask again shortly. */
  readonly isWorking: boolean;
}

export interface DealPage {
  readonly deals: readonly DealView[];
  readonly total: number;
  readonly pageSize: number;
  readonly pageNumber: number;
}

export interface DuplicateHint {
  readonly level: 'none' | 'own' | 'possible';
  readonly message: string | null;
}

export interface Conflict {
  /** Null when this user may not open the record. */
  readonly recordId: string | null;
  readonly name: string | null;
  readonly kind: 'registration' | 'opportunity' | 'account' | 'lead';
  readonly probability: number;
  readonly samePartner: boolean;
  readonly partnerName: string | null;
  readonly status: string | null;
  readonly registeredOn: string | null;
  /** Of conflicts: without a source of their own, for the conflict is the record. */
  readonly evidence: readonly Omit<Evidence, 'source'>[];
}

/** A registration as the person who decides it sees it. */
export interface ScoreCard extends Recommendation, DecisionTaken {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly status: DealStatusValue;
  readonly statusLabel: string;
  readonly reply: string | null;
  readonly informationRequest: string | null;
  readonly partnerFit: number | null;
  readonly dealQuality: number | null;
  readonly conflictRisk: number | null;
  readonly conflicts: readonly Conflict[];
  readonly recommendationStatus: string | null;
  readonly canDecide: boolean;
  readonly canAskForInformation: boolean;
  /** Decisions that go against the recommendation and therefore need a reason. */
  readonly overrideNeededFor: readonly ('approve' | 'reject')[];
  readonly opportunityId: string | null;
  readonly conversionError: string | null;
}

export interface ReviewRow {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly partnerName: string | null;
  readonly status: DealStatusValue;
  readonly statusLabel: string;
  readonly amount: number | null;
  readonly currencyCode: string;
  readonly closeDate: string | null;
  readonly submittedAt: string | null;
  readonly aiStatus: string | null;
  readonly score: number | null;
  readonly confidence: string | null;
  readonly recommendedAction: string | null;
  readonly conflictRisk: number | null;
}

export interface ReviewPage {
  readonly rows: readonly ReviewRow[];
  readonly total: number;
  readonly pageSize: number;
  readonly pageNumber: number;
}

export interface BulkOutcome {
  readonly dealId: string;
  readonly name: string;
  readonly success: boolean;
  readonly message: string | null;
}
