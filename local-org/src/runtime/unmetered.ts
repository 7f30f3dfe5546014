import { current } from './execution.ts';

/** Runs platform-internal queries without counting them against the transaction's limits, in system mode without sharing. */
export function unmetered<T>(body: () => T): T {
  const execution = current();
  const { queries, queryRows, aggregateQueries } = execution.limits;
  const { sharing } = execution;
  execution.sharing = 'without';
  try {
    return body();
  } finally {
    execution.sharing = sharing;
    Object.assign(execution.limits, { queries, queryRows, aggregateQueries });
  }
}
