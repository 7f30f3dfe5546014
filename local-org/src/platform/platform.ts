import type { UserContext } from '../org.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { Execution } from '../runtime/execution.ts';

export interface TransactionOptions {
  /** User the code runs as. */
  readonly userId: string;
  /** Entry point, as System.Quiddity names it: decides the governor limits. */
  readonly quiddity: string;
  readonly isTest?: boolean;
}

/** Services around the database: asynchronous work, events, callouts, messages, and who is who. */
export interface Platform {
  /**
   * Opens a new transaction as the given user and runs `body` in it; commits, then performs afterCommit work. Inside
   * another transaction (asynchronous work that a test runs) it is a savepoint of the outer one.
   */
  transaction<T>(options: TransactionOptions, body: (execution: Execution) => T): T;
  /** The user as Apex sees it; throws when there is none. */
  user(userId: string): UserContext;
  /** A record in an approval, or locked by Approval.lock, that the running user may not edit: DML on it fails with ENTITY_IS_LOCKED. */
  isLocked(recordId: string): boolean;
  /** Takes an insert of platform-event rows: the event bus instead of a table. */
  publishEvents(events: readonly SObject[]): void;
}
