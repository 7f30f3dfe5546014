import type { Org, UserContext } from '../org.ts';
import type { ClassInfo } from './type.ts';

export type Sharing = 'with' | 'without';

/**
 * One Apex transaction: who runs, in which sharing and access mode, what it has used so far, and its static variables.
 * Everything is synchronous, so exactly one execution is current at a time on a thread; nested ones (a trigger's queueable run by
 * Test.stopTest, a runAs) push and pop.
 */
export interface Execution {
  readonly org: Org;
  user: UserContext;
  /** Sharing in force at this point of the call stack. Anonymous entry points and triggers start `without`. */
  sharing: Sharing;
  readonly isTest: boolean;
  /** Static members by class, created on first use: a new transaction starts with fresh statics. */
  readonly statics: Map<ClassInfo, Record<string, unknown>>;
  readonly limits: Limits;
  /** Quiddity of the entry point. */
  readonly quiddity: string;
  /** Work to do once the outermost transaction has committed (publish-after-commit events, enqueued jobs). */
  readonly afterCommit: (() => void)[];
  /** Free slots for platform features that live as long as the transaction (trigger context, test state, uncommitted-work flag). */
  readonly slots: Map<symbol, unknown>;
}

/** What the governor counts. Each value is what has been used; the caps are in platform/limits.ts. */
export interface Limits {
  queries: number;
  queryRows: number;
  aggregateQueries: number;
  soslQueries: number;
  dmlStatements: number;
  dmlRows: number;
  callouts: number;
  futureCalls: number;
  queueableJobs: number;
  emailInvocations: number;
  publishImmediateDml: number;
  mobilePushApexCalls: number;
  apexCursorRows: number;
  fetchCallsOnApexCursor: number;
}

let running: Execution | null = null;

/** The running transaction. Apex never runs outside one, so its absence is a programming error here. */
export function current(): Execution {
  if (!running) throw new Error('No Apex transaction is running');
  return running;
}

export function isRunning(): boolean {
  return running !== null;
}

/** Runs `body` with `execution` current and restores the previous one whatever happens. */
export function within<T>(execution: Execution, body: () => T): T {
  const previous = running;
  running = execution;
  try {
    return body();
  } finally {
    running = previous;
  }
}
