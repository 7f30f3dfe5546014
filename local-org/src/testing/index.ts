/** For tests that work on an org from outside Apex. */
export { interleave } from '../platform/interleave.ts';
export type { Actor, Ending, Interleaved, Interleaving } from '../platform/interleave.ts';
export type { Point } from '../database/contention.ts';
export { administratorId } from './execute.ts';
export { withOrg } from '../platform/transaction.ts';
export { selectRows } from '../platform/rows.ts';
