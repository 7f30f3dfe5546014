const FIRST_WAIT = 1000;
const LONGEST_WAIT = 5000;
const GIVE_UP_AFTER = 180_000;

/**
 * Repeats a request while work is under way elsewhere: quickly at first, then more slowly, not at all in a hidden tab, and
 * not for ever. One poller serves one component; stop it when the component leaves the page.
 */
export class Poller {
  private timer?: ReturnType<typeof setTimeout>;
  private startedAt = 0;
  private wait = FIRST_WAIT;
  private readonly ask: () => Promise<void>;
  private readonly giveUp: () => void;

  constructor(ask: () => Promise<void>, giveUp: () => void) {
    this.ask = ask;
    this.giveUp = giveUp;
  }

  get isRunning(): boolean {
    return this.timer !== undefined;
  }

  start(): void {
    if (this.isRunning) return;
    this.startedAt = Date.now();
    this.wait = FIRST_WAIT;
    this.schedule();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private schedule(): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- waiting is what this class is for
    this.timer = setTimeout(() => void this.tick(), this.wait);
  }

  private async tick(): Promise<void> {
    if (Date.now() - this.startedAt > GIVE_UP_AFTER) {
      this.stop();
      this.giveUp();
      return;
    }
    if (!document.hidden) await this.ask();
    // Whoever asked may have stopped us because of what came back.
    if (!this.isRunning) return;
    this.wait = Math.min(LONGEST_WAIT, this.wait * 1.5);
    this.schedule();
  }
}
