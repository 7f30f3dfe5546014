import { current } from '../runtime/execution.ts';

const SAVEPOINTS = Symbol('open savepoints');

/**
 * Whether the transaction has changed rows or holds a savepoint: then it may not call out, lest it holds locks while it
 * waits. Test.startTest begins a new count.
 */
export function hasUncommittedWork(): boolean {
  const { limits } = current();
  return limits.dmlRows > 0 || limits.queueableJobs > 0 || limits.futureCalls > 0 || openSavepoints() > 0;
}

export function openSavepoints(): number {
  return Number(current().slots.get(SAVEPOINTS) ?? 0);
}

export function setOpenSavepoints(count: number): void {
  current().slots.set(SAVEPOINTS, Math.max(count, 0));
}
