import { LightningElement } from 'lwc';
import { request } from 'portal/http';
import { go } from 'portal/router';
import { referenceUrl } from 'lightning/navigation';
import { shortDateTime } from '../format.ts';

interface Notification {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly at: number;
  readonly read: boolean;
  readonly recordId: string | null;
  readonly objectApiName: string | null;
}

const POLL_MS = 5000;

/** The bell: how many notifications are unread, and a list that opens the record each is about. */
export default class Notifications extends LightningElement {
  notifications: readonly Notification[] = [];
  open = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  get unread(): number {
    return this.notifications.filter((notification) => !notification.read).length;
  }
  get buttonLabel(): string {
    return this.unread === 0 ? 'Notifications' : `Notifications, ${this.unread} unread`;
  }
  get expanded(): string {
    return String(this.open);
  }
  get isEmpty(): boolean {
    return this.notifications.length === 0;
  }
  get items(): (Notification & { when: string; className: string })[] {
    return this.notifications.map((notification) => ({
      ...notification,
      when: shortDateTime(notification.at),
      className: `portal-notification${notification.read ? '' : ' portal-notification_unread'}`
    }));
  }

  connectedCallback(): void {
    void this.load();
    this.timer = setInterval(() => {
      if (!document.hidden) void this.load();
    }, POLL_MS);
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  toggle(): void {
    this.open = !this.open;
  }

  close(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    this.open = false;
    this.template!.querySelector<HTMLElement>('button')?.focus();
  }

  async choose(event: Event): Promise<void> {
    const id = (event.currentTarget as HTMLElement).dataset.id!;
    const chosen = this.notifications.find((notification) => notification.id === id);
    this.open = false;
    await request('POST', 'notifications/read', { ids: [id] });
    void this.load();
    if (chosen?.recordId) {
      go(
        referenceUrl({
          type: 'standard__recordPage',
          attributes: { recordId: chosen.recordId, objectApiName: chosen.objectApiName ?? undefined, actionName: 'view' }
        })
      );
    }
  }

  async readAll(): Promise<void> {
    await request('POST', 'notifications/read', {});
    await this.load();
  }

  private async load(): Promise<void> {
    try {
      this.notifications = await request<readonly Notification[]>('GET', 'notifications');
    } catch {
      // The bell keeps what it has while the server cannot be reached; the next poll tries again.
    }
  }
}
