/**
 * Asynchronous work of a running org: one piece at a time on the event loop, never inside the transaction that asked for
 * it. Delayed work does not keep the process alive.
 */
export class WorkLoop {
  private readonly due: (() => void)[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly waiting: (() => void)[] = [];
  private readonly onError: (error: unknown) => void;
  private scheduled = false;
  private closed = false;

  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  post(work: () => void, delayMs = 0): void {
    if (this.closed) return;
    if (delayMs <= 0) {
      this.due.push(work);
      this.wake();
      return;
    }
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        this.post(work);
      },
      Math.min(delayMs, 2 ** 31 - 1)
    );
    timer.unref();
    this.timers.add(timer);
  }

  /** Settles once nothing is due; work that waits for its time does not count. */
  idle(): Promise<void> {
    if (!this.scheduled) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Drops what has not begun: the jobs' rows stay Queued and are marked Aborted at the next start. */
  close(): void {
    this.closed = true;
    this.due.length = 0;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private wake(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.turn());
  }

  private turn(): void {
    const work = this.due.shift();
    try {
      work?.();
    } catch (error) {
      this.onError(error);
    }
    if (this.due.length > 0) {
      // A turn each, so that requests are served between jobs.
      setImmediate(() => this.turn());
      return;
    }
    this.scheduled = false;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
