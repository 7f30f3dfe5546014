import type { LightningElement } from 'lwc';
import Toast from 'lightning/toast';

export interface ToastMessage {
  readonly title: string;
  readonly message?: string;
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
}

/**
 * Tells the person that something is done, wherever the component stands: an LWR site does not know the event that Lightning
 * Experience listens to, `lightning/toast` brings its own container. Everything but an error goes away by itself; what must
 * not be missed belongs on the page instead.
 */
export function showToast(source: LightningElement, { title, message = '', variant = 'success' }: ToastMessage): void {
  Toast.show({ label: title, message, variant, mode: variant === 'error' ? 'sticky' : 'dismissible' }, source);
}
