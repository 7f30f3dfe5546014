/** Shapes that core's controllers and components exchange. Dates are YYYY-MM-DD, times ISO 8601 in UTC, texts are plain text. */

export interface Option {
  readonly label: string;
  readonly value: string;
}

/** How a status is meant; its text says the same. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

/** What a field says when the person changes it. */
export interface FieldChange {
  readonly name: string;
  readonly value: string | boolean;
}

export interface Factor {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  /** What it adds to the score or takes from it. */
  readonly points: number;
  readonly text: string;
}

/** Where a score starts before any factor. */
export interface Baseline {
  readonly label: string;
  readonly points: number;
}

export interface Evidence {
  readonly strength: 'strong' | 'weak' | 'against';
  readonly text: string;
  /** Where it was found, to be opened; null when there is no such place. */
  readonly source?: EvidenceSource | null;
}

export interface EvidenceSource {
  readonly id: string;
  readonly label: string;
}

export interface SubScore {
  readonly name: string;
  readonly label: string;
  /** From 0 to 100. */
  readonly value: number | null;
  /** For risks: a high value is bad news. */
  readonly higherIsWorse?: boolean;
}

export type ConfidenceLevel = 'High' | 'Medium' | 'Low';

/** What the AI says about one record, as every domain's controller returns it. */
export interface Recommendation {
  readonly aiStatus: 'Queued' | 'Scored' | 'Not scored' | null;
  /** Mode of the use case when it was scored. */
  readonly mode: string | null;
  readonly score: number | null;
  readonly confidence: ConfidenceLevel | null;
  /** How many past records the confidence rests on; null when there is no history. */
  readonly sampleSize: number | null;
  readonly confidenceReason: string | null;
  readonly recommendedAction: string | null;
  readonly explanation: string | null;
  readonly replyDraft: string | null;
  readonly scoredAt: string | null;
  readonly baseline: Baseline | null;
  readonly factors: readonly Factor[];
  readonly missing: readonly string[];
  readonly modelNote: string | null;
  readonly model: string | null;
  readonly modelVersion: string | null;
  readonly lastError: string | null;
  readonly nextAttemptAt: string | null;
  readonly canRetryScoring: boolean;
}

/** What a person decided. */
export interface DecisionTaken {
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
  readonly decisionComment: string | null;
  /** Why the person went against the recommendation; null when they did not. */
  readonly overrideReason: string | null;
}

/** A decision that a person may take on a record. */
export interface DecisionOption {
  readonly name: string;
  readonly label: string;
  readonly confirmLabel: string;
  readonly kind: 'approve' | 'reject' | 'other';
  /** Label of the text without which it cannot be taken, such as the message to the partner. */
  readonly asksFor?: string;
  readonly asksForHelp?: string;
  /** Whether the drafted reply may become that text. */
  readonly offersDraft?: boolean;
  /** It goes against the recommendation and needs a reason. */
  readonly needsReason?: boolean;
  /** Whether an internal comment can be left with it. */
  readonly takesComment?: boolean;
  /** What it brings about, said before it is confirmed. */
  readonly consequence?: string;
}

export interface Decision {
  readonly name: string;
  readonly text: string | null;
  readonly comment: string | null;
  readonly overrideReason: string | null;
}

export interface QueueColumn {
  /** Field of the row. */
  readonly name: string;
  readonly label: string;
  /** `link` opens the row and names it; exactly one column has it. Numbers stand on the right. */
  readonly kind: 'link' | 'text' | 'number' | 'currency' | 'date' | 'exactDate' | 'badge';
  /** The server can order by it. */
  readonly sortable?: boolean;
  /** One of the facts that decide: they stand on the card of a phone and in the look before a bulk action. */
  readonly decides?: boolean;
  /** Field with the currency code of a `currency`. */
  readonly currencyField?: string;
  /** Fields with tone and icon of a `badge`. */
  readonly toneField?: string;
  readonly iconField?: string;
}

export type QueueRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Which part of a queue is wanted. */
export interface QueuePlace {
  readonly filter: string;
  readonly search: string;
  /** Name of the column; empty for the queue's own order. */
  readonly sort: string;
  readonly descending: boolean;
  /** From 1. */
  readonly pageNumber: number;
}

/** What can be done with several rows at once. */
export interface BulkAction {
  readonly name: string;
  readonly label: string;
  readonly confirmLabel: string;
  /** What it brings about, with a place for the number of rows. */
  readonly consequence: string;
  /** Label of a text that goes with it. */
  readonly asksFor?: string;
  readonly textRequired?: boolean;
}

export interface BulkRequest {
  readonly name: string;
  readonly ids: readonly string[];
  readonly text: string | null;
}

/** What came of it, in the domain's words. */
export interface BulkResult {
  readonly title: string;
  readonly problems: readonly { readonly id: string; readonly name: string; readonly message: string }[];
  readonly canUndo?: boolean;
}

/** A part of a file on its way to the org. */
export interface FileChunk {
  /** Of the file, unique on this page. */
  readonly key: string;
  readonly name: string;
  /** MIME type as the browser knows it; empty when it knows none. */
  readonly type: string;
  /** Of the whole file, in bytes. */
  readonly size: number;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** The texts of all chunks, joined, are the file in base64. */
  readonly base64: string;
}

/** Sends one chunk; the next one follows when it is done. What it rejects with is shown at the file. */
export type ChunkSender = (chunk: FileChunk) => Promise<unknown>;

/** A file that is ready, or on its way. */
export interface HeldFile {
  readonly key: string;
  readonly file: File;
  readonly isSent: boolean;
}

export interface ConversationFile {
  readonly id: string;
  readonly name: string;
  readonly size: number | null;
}

export interface ConversationMessage {
  readonly id: string;
  readonly kind: 'question' | 'answer' | 'note';
  readonly authorName: string;
  /** Written by the person who is looking. */
  readonly isOwn: boolean;
  readonly text: string;
  readonly sentAt: string;
  readonly files?: readonly ConversationFile[];
  /** A question that nobody has answered. */
  readonly isOpen?: boolean;
}

export interface MessageToSend {
  readonly text: string;
  /** Keys of the files that were sent with it. */
  readonly fileKeys: readonly string[];
  /** The open question it answers. */
  readonly answerTo: string | null;
}

export interface ChartPoint {
  readonly label: string;
  /** Null where there is no figure: a gap, not a zero. */
  readonly value: number | null;
}

export interface CheckRow {
  readonly name: string;
  readonly label: string;
  readonly status: 'ok' | 'warning' | 'error';
  readonly detail: string;
  /** What to do about it; null when there is nothing to do. */
  readonly fix: string | null;
}

export interface UseCaseRow {
  readonly name: string;
  readonly label: string;
  readonly mode: string;
  /** What is in force now: Auto behaves as Assist until the review period is over. */
  readonly effectiveMode: string;
  readonly thresholds: readonly ThresholdRow[];
  readonly autoAmountLimit: number | null;
  readonly alertThreshold: number | null;
  readonly humanReviewUntil: string | null;
  readonly phase: number;
  readonly pilotGroup: string | null;
  readonly tierGate: string | null;
  readonly permissionGate: string | null;
  readonly audience: string | null;
  readonly exitCriteria: string | null;
}

/** A number a use case decides by, and the range it must stay in. */
export interface ThresholdRow {
  readonly name: string;
  readonly label: string;
  readonly unit: string | null;
  readonly minimum: number;
  readonly maximum: number;
  readonly value: number;
}

/** Everything about a use case but its mode, as it shall be from now on. */
export interface UseCaseChange {
  readonly useCase: string;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly autoAmountLimit: number | null;
  readonly alertThreshold: number | null;
  readonly humanReviewUntil: string | null;
  readonly phase: number;
  readonly pilotGroup: string | null;
  readonly tierGate: string | null;
  readonly permissionGate: string | null;
  readonly audience: string | null;
  readonly exitCriteria: string | null;
}

/** Days; null keeps audit logs for ever. */
export interface RetentionDays {
  readonly auditDays: number | null;
  readonly jobDays: number | null;
  readonly minAuditDays: number;
  readonly minJobDays: number;
}
