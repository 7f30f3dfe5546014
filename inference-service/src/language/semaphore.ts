export type Semaphore = {
  /** Waits for a free slot; false when the signal ended the waiting. Whoever got true must give the slot back. */
  take(signal: AbortSignal): Promise<boolean>;
  give(): void;
};

/** At most `count` at a time, first come first served. */
export function createSemaphore(count: number): Semaphore {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    take(signal) {
      if (signal.aborted) return Promise.resolve(false);
      if (free > 0) {
        free -= 1;
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        const onAbort = () => {
          waiting.splice(waiting.indexOf(turn), 1);
          resolve(false);
        };
        const turn = () => {
          signal.removeEventListener('abort', onAbort);
          resolve(true);
        };
        waiting.push(turn);
        signal.addEventListener('abort', onAbort, { once: true });
      });
    },
    give() {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
