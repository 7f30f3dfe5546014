/** Shapes that the MDF controllers exchange with components. Dates are YYYY-MM-DD, times ISO 8601 in UTC, texts are plain text. */

import type { ConfidenceLevel, Option } from 'c/coreTypes';

export type MdfStatus =
  'Draft' | 'Submitted' | 'In Review' | 'Info Requested' | 'Approved' | 'Rejected' | 'Withdrawn' | 'Paid' | 'Expired' | 'Closed';

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly pageSize: number;
  readonly pageNumber: number;
}

export interface ActivityRule {
  readonly activityType: string;
  readonly requiredDocuments: readonly string[] | null;
  readonly maxAmount: number | null;
  /** Per cent. */
  readonly sharePercent: number | null;
}

export interface ProgramView {
  readonly id: string;
  readonly name: string;
  readonly currencyCode: string;
  readonly decimals: number;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly activityTypes: readonly Option[];
  readonly sharePercent: number | null;
  readonly maxPerClaim: number | null;
  readonly claimDeadlineDays: number | null;
  readonly requiredDocuments: readonly string[] | null;
  /** What this partner can still be promised; null where the program keeps no allocation. */
  readonly available: number | null;
  readonly expiresOn: string | null;
  readonly activityRules: readonly ActivityRule[] | null;
}

export interface RequestInput {
  id?: string | null;
  programId?: string;
  title?: string;
  activityType?: string;
  activityStart?: string | null;
  activityEnd?: string | null;
  place?: string;
  purpose?: string;
  expectedLeads?: number | null;
  expectedCost?: number | null;
  requestedAmount?: number | null;
  partnerReply?: string;
}

export interface RequestView {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly programId: string;
  readonly programName: string;
  readonly currencyCode: string;
  readonly activityType: string;
  readonly activityStart: string | null;
  readonly activityEnd: string | null;
  readonly place: string | null;
  readonly purpose: string | null;
  readonly expectedLeads: number | null;
  readonly expectedCost: number | null;
  readonly requestedAmount: number | null;
  readonly approvedAmount: number | null;
  readonly balance: number | null;
  readonly status: MdfStatus;
  readonly statusLabel: string;
  readonly claimBy: string | null;
  readonly question: string | null;
  readonly partnerReply: string | null;
}

/** Where something stands: per cent of the upright page; all null when it stands nowhere. */
export interface PageBox {
  readonly page: number | null;
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number | null;
  readonly height: number | null;
}

export interface ReadValue extends PageBox {
  readonly name: string;
  readonly value: string | null;
  /** From 0 to 1. */
  readonly confidence: number | null;
}

export interface ReadLine extends PageBox {
  readonly lineNumber: number;
  readonly description: string | null;
  readonly amount: string | null;
  readonly confidence: number | null;
}

export interface DocumentPage {
  readonly pageNumber: number;
  readonly width: number;
  readonly height: number;
  /** Degrees the picture was turned clockwise to stand upright. */
  readonly turned: number | null;
}

export interface DocumentInput {
  id: string;
  kind?: string | null;
  vendor?: string | null;
  vendorTaxId?: string | null;
  invoiceNumber?: string | null;
  issueDate?: string | null;
  serviceFrom?: string | null;
  serviceTo?: string | null;
  currencyCode?: string | null;
  net?: number | null;
  tax?: number | null;
  total?: number | null;
}

export interface DocumentView extends Readonly<DocumentInput> {
  readonly fileName: string;
  readonly size: number | null;
  readonly versionId: string;
  readonly kindLabel: string | null;
  readonly readStatus: 'Waiting' | 'Read' | 'Not readable' | 'Too large' | 'Not read';
  readonly readStatusLabel: string;
  readonly readReason: string | null;
  readonly source: string | null;
  readonly values: readonly ReadValue[] | null;
  readonly lines: readonly ReadLine[] | null;
  readonly pages: readonly DocumentPage[] | null;
  /** Names of fields that a person changed. */
  readonly corrected: readonly string[] | null;
}

export interface ClaimInput {
  id?: string | null;
  requestId?: string;
  activitySummary?: string;
  activityStart?: string | null;
  activityEnd?: string | null;
  amountClaimed?: number | null;
  currencyCode?: string;
  exchangeRate?: number | null;
  rateDate?: string | null;
  rateSource?: string;
  partnerReply?: string;
}

export interface ClaimView extends Readonly<ClaimInput> {
  readonly id: string;
  readonly name: string;
  readonly requestId: string;
  readonly requestName: string;
  readonly requestTitle: string;
  readonly programName: string;
  readonly programCurrencyCode: string;
  readonly requestBalance: number | null;
  readonly approvedAmount: number | null;
  readonly status: MdfStatus;
  readonly statusLabel: string;
  readonly submittedAt: string | null;
  readonly answerDue: string | null;
  readonly decidedAt: string | null;
  readonly paidOn: string | null;
  readonly paymentReference: string | null;
  readonly question: string | null;
  readonly message: string | null;
  /** Null in lists, as `missing` and `blocking`. */
  readonly documents: readonly DocumentView[] | null;
  readonly missing: readonly string[] | null;
  readonly blocking: readonly string[] | null;
  /** Files are being read: ask again shortly. */
  readonly isReading: boolean;
  readonly canEdit: boolean;
  readonly canWithdraw: boolean;
}

export interface ClaimForm {
  readonly requests: readonly RequestView[];
  readonly documentKinds: readonly Option[];
  /** Larger files go through the platform's uploader. */
  readonly maxInlineBytes: number;
  readonly maxReadableBytes: number;
  readonly maxDocuments: number;
}

export interface ReviewRow {
  readonly id: string;
  readonly name: string;
  readonly partnerName: string | null;
  readonly requestTitle: string | null;
  readonly status: MdfStatus;
  readonly statusLabel: string;
  readonly amountClaimed: number | null;
  readonly currencyCode: string | null;
  readonly eligibleAmount: number | null;
  readonly programCurrencyCode: string | null;
  readonly submittedAt: string | null;
  readonly answerDue: string | null;
  readonly score: number | null;
  readonly recommendedAction: string | null;
}

export interface Discrepancy {
  readonly rule: string;
  readonly severity: 'high' | 'medium' | 'low';
  readonly amount: string | null;
  readonly documentId: string | null;
  /** Only where the manager may see that claim. */
  readonly otherClaimId: string | null;
  readonly otherClaimName: string | null;
  readonly lineNumber: number | null;
  readonly text: string;
}

export interface EligibleLine {
  readonly documentId: string;
  /** 0 is the document as a whole. */
  readonly lineNumber: number;
  readonly description: string | null;
  readonly amount: string | null;
  readonly currencyCode: string | null;
  /** What counts, in the program's currency. */
  readonly cost: number | null;
  readonly rule: string | null;
  readonly adjustedCost: number | null;
  readonly reason: string | null;
}

export interface AmountStep {
  readonly rule: string;
  readonly label: string;
  readonly amount: number;
}

export interface Adjustment {
  readonly documentId: string;
  readonly lineNumber: number;
  readonly cost: number;
  readonly reason: string;
}

export interface ReviewCard {
  readonly claim: ClaimView;
  readonly program: ProgramView | null;
  readonly request: RequestView | null;
  readonly partnerName: string | null;
  readonly aiStatus: 'Queued' | 'Scored' | 'Not scored' | null;
  /** False while the use case runs in shadow. */
  readonly isSuggestion: boolean;
  readonly score: number | null;
  readonly confidence: ConfidenceLevel | null;
  readonly sampleSize: number | null;
  readonly recommendedAction: string | null;
  readonly explanation: string | null;
  readonly replyDraft: string | null;
  readonly factors: readonly { readonly name: string; readonly label: string; readonly points: number; readonly text: string }[] | null;
  readonly baselinePoints: number | null;
  readonly eligibleAmount: number | null;
  readonly discrepancies: readonly Discrepancy[] | null;
  readonly lines: readonly EligibleLine[] | null;
  readonly steps: readonly AmountStep[] | null;
  readonly canDecide: boolean;
  readonly canRetry: boolean;
  readonly modelNote: string | null;
  readonly scoredAt: string | null;
}

export interface DecisionOutcome {
  readonly recordId: string;
  readonly name: string;
  readonly success: boolean;
  readonly message: string | null;
}

export interface PaymentRow {
  readonly claimId: string;
  readonly claimName: string;
  readonly partnerName: string | null;
  readonly programName: string | null;
  readonly amount: number | null;
  readonly currencyCode: string;
  readonly costCentre: string | null;
  readonly ledgerAccount: string | null;
  readonly decidedAt: string | null;
  readonly paymentReference: string | null;
  readonly paidOn: string | null;
}

export interface PaymentInput {
  readonly claimId: string;
  readonly reference: string;
  readonly paidOn: string;
}

export interface PaymentOutcome {
  readonly claimId: string;
  readonly claimName: string;
  readonly success: boolean;
  readonly message: string | null;
}

export interface FundTotal {
  readonly currencyCode: string;
  readonly allocated: number | null;
  readonly approved: number | null;
  readonly claimed: number | null;
  readonly paid: number | null;
  readonly balance: number | null;
  /** Within 60 days. */
  readonly expiring: number | null;
  readonly expiresOn: string | null;
}

export interface FundQuarter {
  readonly label: string;
  readonly currencyCode: string;
  readonly allocated: number | null;
  readonly approved: number | null;
  readonly claimed: number | null;
  readonly paid: number | null;
  readonly expiring: number | null;
}

export interface FundOverview {
  readonly totals: readonly FundTotal[];
  /** Oldest first. */
  readonly quarters: readonly FundQuarter[];
}

/** A request as it stands in the queue of those who decide. */
export interface RequestRow {
  readonly request: RequestView;
  readonly partnerName: string | null;
}

/** Everything a channel manager needs to decide on one request. */
export interface RequestCard extends RequestRow {
  readonly program: ProgramView;
  readonly programAvailable: number | null;
  /** Null where the partner has no allocation of its own. */
  readonly partnerAvailable: number | null;
  readonly canDecide: boolean;
}
