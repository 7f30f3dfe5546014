import { LightningElement, api } from 'lwc';
import { labels } from 'c/coreLabels';

/**
 * A dialog above the page, made of the browser's own: it keeps the focus inside, closes on Escape and gives the focus back to
 * where it was. Sites on LWR have no modals of the platform's. Buttons go in the slot `footer`.
 *
 * Fires `close` when the person wants to leave it; the owner then sets `open` to false. While `busy` it cannot be left.
 */
export default class CoreDialog extends LightningElement {
  @api heading = '';
  @api open = false;
  @api busy = false;
  /** For tables and pictures. */
  @api wide = false;

  readonly labels = labels;
  private returnTo: HTMLElement | null = null;

  renderedCallback(): void {
    const dialog = this.dialog;
    if (!dialog || this.open === dialog.open) return;
    if (this.open) {
      this.returnTo = focusedElement();
      dialog.showModal();
    } else {
      dialog.close();
    }
  }

  disconnectedCallback(): void {
    this.giveFocusBack();
  }

  get dialogClass(): string {
    return this.wide ? 'dialog dialog_wide' : 'dialog';
  }

  handleCancel(event: Event): void {
    // Closing is the owner's: it may have something to finish first.
    event.preventDefault();
    if (!this.busy) this.dispatchEvent(new CustomEvent('close'));
  }

  /** Chromium closes on a second Escape whatever the first was answered with. */
  handleClosed(event: Event): void {
    event.stopPropagation();
    this.giveFocusBack();
    if (this.open) this.dispatchEvent(new CustomEvent('close'));
  }

  /** The dialog's own box is filled by its panel: a click on the element itself is one beside it. */
  handleBackdrop(event: MouseEvent): void {
    if (event.target === event.currentTarget) this.handleCancel(event);
  }

  private get dialog(): HTMLDialogElement | null {
    return this.template?.querySelector('dialog') ?? null;
  }

  private giveFocusBack(): void {
    this.returnTo?.focus();
    this.returnTo = null;
  }
}

function focusedElement(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}
