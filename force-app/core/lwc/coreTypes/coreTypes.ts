/** Shapes that core's controllers exchange with components. */

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
