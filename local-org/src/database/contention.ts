/**
 * Rows that a transaction wants and another holds. Alone on its thread a transaction meets no other: what makes two of
 * them meet is `interleave` (one thread, one connection) or Apex threads (the database's write lock).
 */

/** Where a transaction stands when something can happen beside it. */
export type Point =
  | { readonly kind: 'callout'; readonly endpoint: string }
  | { readonly kind: 'query'; readonly text: string; readonly locks: boolean }
  | { readonly kind: 'dml'; readonly operation: string; readonly object: string };

export interface Contention {
  /** Takes rows for the running transaction until it ends. Throws RowsLocked when it has waited long enough. */
  lock(ids: readonly string[]): void;
  /** A callout gives up the locks of queries. */
  release(): void;
  /** Said by the running transaction at every point. */
  reached(point: Point): void;
}

/** Nobody made way within the ten seconds that the platform waits. Each statement turns it into its own exception. */
export class RowsLocked extends Error {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super(RECORD_UNAVAILABLE);
    this.ids = ids;
  }
}

/** The QueryException of a query that waited in vain. */
export const RECORD_UNAVAILABLE =
  'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.';

/** The words of UNABLE_TO_LOCK_ROW. */
export function unableToLock(ids: readonly string[]): string {
  return `unable to obtain exclusive access to this record or ${Math.max(ids.length, 1)} records: ${ids.join(',')}`;
}
