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
  readonly autoThreshold: number | null;
  readonly reviewThreshold: number | null;
  readonly humanReviewUntil: string | null;
}
