import type { Org, UserContext } from '../org.ts';
import { current, isRunning, within } from '../runtime/execution.ts';
import type { Execution } from '../runtime/execution.ts';
import { MustMove } from './must-move.ts';
import { excludeCpuTime, freshLimits, startCpuTime } from './limits.ts';
import type { TransactionOptions } from './platform.ts';
import { SYSTEM_CONTEXT, userContext } from './users.ts';

/** Ends a sandbox: thrown to roll it back, never seen outside. */
class Discard extends Error {}

/** Opens transactions on one org. Apex is single-threaded here: in the database a transaction inside
 * another is a savepoint of it. */
export class Transactions {
  private readonly org: Org;

  constructor(org: Org) {
    this.org = org;
  }

  run<T>(options: TransactionOptions, body: (execution: Execution) => T, onEnd: ((execution: Execution) => void) | null = null): T {
    // What a test set in statics is seen by the asynchronous work that it waits for, as on the platform.
    const statics = options.isTest && isRunning() ? current().statics : new Map();
    const execution: Execution = { ...newExecution(this.org, SYSTEM_CONTEXT, options), statics };
    const outer = isRunning() ? current() : null;
    startCpuTime(execution);
    const guarded = (): T => {
      execution.user = userContext(options.userId);
      return body(execution);
    };
    const ended = (): void => {
      if (outer) excludeCpuTime(outer, execution);
    };
    let result: T;
    try {
      result = within(execution, () => this.org.database.transaction(guarded));
    } catch (error) {
      ended();
      // What is begun again elsewhere has not happened here.
      if (!(error instanceof MustMove)) {
        onEnd?.(execution);
        for (const work of endings(execution)) work();
      }
      throw error;
    }
    ended();
    onEnd?.(execution);
    for (const work of endings(execution)) work();
    // Work may be added while work is done (a subscriber of an event that publishes another).
    for (const work of execution.afterCommit) work();
    return result;
  }

  /** A transaction that leaves nothing behind: tests run inside one. */
  sandbox<T>(body: () => T): T {
    let result: { value: T } | null = null;
    try {
      this.org.database.transaction(() => {
        result = { value: body() };
        throw new Discard();
      });
    } catch (error) {
      if (!(error instanceof Discard)) throw error;
    }
    return (result as unknown as { value: T }).value;
  }
}

const ENDINGS = Symbol('work at the end of the transaction');

/** Work for the end of the transaction, whether it commits or not. */
export function endings({ slots }: Pick<Execution, 'slots'>): (() => void)[] {
  let list = slots.get(ENDINGS) as (() => void)[] | undefined;
  if (!list) slots.set(ENDINGS, (list = []));
  return list;
}

function newExecution(org: Org, user: UserContext, options: Pick<TransactionOptions, 'quiddity' | 'isTest'>): Execution {
  return {
    org,
    user,
    sharing: 'without',
    isTest: options.isTest ?? false,
    statics: new Map(),
    limits: freshLimits(),
    quiddity: options.quiddity,
    afterCommit: [],
    slots: new Map()
  };
}

/**
 * Runs platform work (reading users, writing job rows) inside the current transaction, as nobody's Apex: it is not counted
 * by the governor, sees every row, and leaves the transaction's statics and triggers alone.
 */
export function internally<T>(body: () => T): T {
  const outer = current();
  const execution: Execution = {
    ...newExecution(outer.org, outer.user, outer),
    statics: outer.statics,
    afterCommit: outer.afterCommit,
    slots: outer.slots
  };
  return within(execution, body);
}

/** As `internally`, opening a transaction of its own when none is running. */
export function withOrg<T>(org: Org, body: () => T): T {
  if (isRunning()) return internally(body);
  return within(newExecution(org, SYSTEM_CONTEXT, { quiddity: 'SYNCHRONOUS' }), () => org.database.transaction(body));
}
