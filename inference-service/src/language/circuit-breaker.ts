export type CircuitBreaker = {
  /** True when a call may be made; after a pause exactly one is let through to find out. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
  /** A call that was let through ended without telling anything about the provider. */
  cancelled(): void;
};

/** After `failures` in a row nobody waits for a provider that is down; after `pauseMs` one call tries again. */
export function createCircuitBreaker(failures = 5, pauseMs = 30_000, now: () => number = Date.now): CircuitBreaker {
  let inARow = 0;
  let openUntil: number | undefined;
  let trying = false;
  return {
    allows() {
      if (openUntil === undefined) return true;
      if (trying || now() < openUntil) return false;
      trying = true;
      return true;
    },
    succeeded() {
      inARow = 0;
      openUntil = undefined;
      trying = false;
    },
    failed() {
      inARow += 1;
      trying = false;
      if (inARow >= failures) openUntil = now() + pauseMs;
    },
    cancelled() {
      trying = false;
    }
  };
}
