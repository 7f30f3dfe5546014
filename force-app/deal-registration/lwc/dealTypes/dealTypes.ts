/** Shapes that the deal controllers exchange with components. Dates are YYYY-MM-DD, times ISO 8601 in UTC, texts are plain text. */

export interface Option {
  readonly label: string;
  readonly value: string;
}

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

export interface Factor {
  readonly name: string;
  readonly label: string;
  readonly area: 'deal' | 'partner' | 'conflict';
  readonly value: string | null;
  readonly points: number;
  readonly text: string;
}

export interface Evidence {
  readonly field: string;
  readonly strength: 'strong' | 'weak' | 'against';
  readonly text: string;
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
  readonly evidence: readonly Evidence[];
}

export interface ScoreCard {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly status: DealStatusValue;
  readonly statusLabel: string;
  readonly reply: string | null;
  readonly informationRequest: string | null;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
  readonly decisionComment: string | null;
  readonly aiStatus: 'Queued' | 'Scored' | 'Not scored' | null;
  readonly score: number | null;
  readonly confidence: 'High' | 'Medium' | 'Low' | null;
  readonly sampleSize: number | null;
  readonly confidenceReason: string | null;
  readonly recommendedAction: string | null;
  readonly explanation: string | null;
  readonly replyDraft: string | null;
  readonly scoredAt: string | null;
  readonly partnerFit: number | null;
  readonly dealQuality: number | null;
  readonly conflictRisk: number | null;
  readonly baseline: { readonly label: string; readonly points: number } | null;
  readonly factors: readonly Factor[];
  readonly conflicts: readonly Conflict[];
  readonly missing: readonly string[];
  readonly modelNote: string | null;
  readonly model: string | null;
  readonly modelVersion: string | null;
  readonly mode: string | null;
  readonly recommendationStatus: string | null;
  readonly overrideReason: string | null;
  readonly lastError: string | null;
  readonly nextAttemptAt: string | null;
  readonly canDecide: boolean;
  readonly canAskForInformation: boolean;
  readonly canRetryScoring: boolean;
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
