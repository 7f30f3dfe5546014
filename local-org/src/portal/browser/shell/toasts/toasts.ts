import { LightningElement } from 'lwc';
import type { ToastDetail } from 'lightning/platformShowToastEvent';

interface Toast {
  readonly key: number;
  readonly title: string;
  readonly message: string;
  readonly className: string;
  readonly icon: string;
}

const DURATION_MS = 5000;
const ICONS = { info: 'utility:info', success: 'utility:success', warning: 'utility:warning', error: 'utility:error' };

/** Shows the toasts that components dispatch. Errors and sticky ones stay until closed. */
export default class Toasts extends LightningElement {
  toasts: readonly Toast[] = [];
  private last = 0;
  private listener = (event: Event) => this.show((event as CustomEvent<ToastDetail>).detail);

  connectedCallback(): void {
    document.addEventListener('lightning__showtoast', this.listener);
  }

  disconnectedCallback(): void {
    document.removeEventListener('lightning__showtoast', this.listener);
  }

  close(event: Event): void {
    this.remove(Number((event.currentTarget as HTMLElement).dataset.key));
  }

  private show(detail: ToastDetail): void {
    const variant = detail.variant ?? 'info';
    const key = ++this.last;
    this.toasts = [
      ...this.toasts,
      {
        key,
        title: detail.title ?? '',
        message: filled(detail),
        className: `slds-notify slds-notify_toast slds-theme_${variant}`,
        icon: ICONS[variant]
      }
    ];
    if (variant !== 'error' && detail.mode !== 'sticky') setTimeout(() => this.remove(key), DURATION_MS);
  }

  private remove(key: number): void {
    this.toasts = this.toasts.filter((toast) => toast.key !== key);
  }
}

/** `Saved {0}` with its message data in place. */
function filled({ message = '', messageData = [] }: ToastDetail): string {
  return message.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
    const part = messageData[Number(index)];
    return part === undefined ? placeholder : typeof part === 'string' ? part : part.label;
  });
}
