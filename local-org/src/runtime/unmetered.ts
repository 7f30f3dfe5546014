import { current } from './execution.ts';

/** Runs platform-internal queries without counting them against the transaction's limits, in system mode without sharing. */
export function unmetered<T>(body: () => T): T {
  const execution = current();
  const { queries, queryRows, aggregateQueries } = execution.limits;
  const { sharing } = execution;
  execution.sharing = 'without';
  // From zero, so that the limit is not hit inside either.
  Object.assign(execution.limits, { queries: 0, queryRows: 0, aggregateQueries: 0 });
  try {
    return body();
  } finally {
    execution.sharing = sharing;
    Object.assign(execution.limits, { queries, queryRows, aggregateQueries });
  }
}
