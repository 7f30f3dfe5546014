import { LightningElement, api } from 'lwc';
import { formatDay, formatMoment, fromNow } from 'c/coreFormat';

const REFRESH_AFTER = 60_000;

/**
 * When something happened or will happen, the one way all pages write it: relative within a week, absolute beyond, and the
 * absolute form on hover. A moment is shown in the person's own zone; a plain day has none.
 */
export default class CoreDateTime extends LightningElement {
  /** A moment as ISO 8601 with a zone, or a day as YYYY-MM-DD. Nothing is shown for anything else. */
  @api value?: string | null;
  /** Set where the exact date is what matters, such as the end of a protection. */
  @api exact = false;

  private now = Date.now();
  private timer?: ReturnType<typeof setInterval>;

  connectedCallback(): void {
    this.now = Date.now();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- "2 minutes ago" becomes wrong while a page stands open
    this.timer = setInterval(() => {
      this.now = Date.now();
    }, REFRESH_AFTER);
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  get absolute(): string {
    const value = this.value ?? '';
    return isDay(value) ? formatDay(value) : formatMoment(value);
  }

  get shown(): string {
    const relative = this.exact ? null : fromNow(this.value ?? '', this.now);
    return relative ?? this.absolute;
  }
}

function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value);
}
