import type { LocalPlatform } from '../local-platform.ts';

/** Rounds after which work that keeps making work is taken for endless. */
const MAX_ROUNDS = 1000;

/**
 * What stopTest does: jobs in the order they were enqueued and events in the order they were published, until nothing is
 * left. A job's exception ends it, as it ends the test.
 */
export function runQueuedWork(platform: LocalPlatform): void {
  const { test, events } = platform;
  if (!test) return;
  for (let round = 0; test.queue.length > 0 || events.hasWork(); round += 1) {
    if (round === MAX_ROUNDS) throw new Error(`Asynchronous work did not end after ${MAX_ROUNDS} rounds`);
    if (events.hasWork()) events.deliverInTest();
    else test.queue.shift()!();
  }
}

/** Jobs that a test left when its method ended. Events are handed out by deliver and stopTest only. */
export function runLeftoverJobs({ test }: LocalPlatform): void {
  for (let round = 0; test && test.queue.length > 0; round += 1) {
    if (round === MAX_ROUNDS) throw new Error(`Asynchronous work did not end after ${MAX_ROUNDS} rounds`);
    test.queue.shift()!();
  }
}
