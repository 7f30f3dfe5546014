import { LightningElement } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import getBell from '@salesforce/apex/NotificationController.getBell';
import markRead from '@salesforce/apex/NotificationController.markRead';
import getPreferences from '@salesforce/apex/NotificationController.getPreferences';
import setPreference from '@salesforce/apex/NotificationController.setPreference';
import { labels } from 'c/coreSiteLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format, isDenied } from 'c/coreFormat';

export interface NotificationItem {
  readonly id: string;
  readonly title: string;
  readonly body: string | null;
  /** ISO 8601. */
  readonly at: string;
  readonly isRead: boolean;
  readonly targetId: string | null;
  readonly targetObject: string | null;
}

export interface BellView {
  readonly unread: number;
  readonly items: NotificationItem[];
}

export interface PreferenceRow {
  readonly kind: string;
  readonly label: string;
  readonly bell: boolean;
  readonly email: boolean;
  readonly hasMail: boolean;
}

interface Row extends NotificationItem {
  /** Null where the site has no page for the record: then there is nothing to open. */
  readonly url: string | null;
  readonly isNew: boolean;
  readonly className: string;
}

/** A page that waits for news asks twice a minute; a hidden one not at all. */
const POLL_MS = 30_000;
const MANY = 99;

/**
 * The bell of a site on Lightning Web Runtime, which has none of its own: how many notifications are new, the newest of them, each
 * leading to its record, and what the person wants to be told.
 */
export default class CoreNotificationBell extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  isOpen = false;
  isChoosing = false;
  unread = 0;
  rows: readonly Row[] = [];
  preferences: readonly PreferenceRow[] = [];
  saved = '';
  private loaded = false;
  private preferencesLoaded = false;
  private error: unknown;
  private toFocus: string | null = null;
  private timer?: ReturnType<typeof setInterval>;
  private readonly onVisible = (): void => {
    if (!document.hidden) void this.load();
  };

  connectedCallback(): void {
    void this.load();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- news come without being asked for, and a site has no push
    this.timer = setInterval(() => this.onVisible(), POLL_MS);
    document.addEventListener('visibilitychange', this.onVisible);
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.onVisible);
  }

  /** Focus goes to what was opened once it is there. */
  renderedCallback(): void {
    if (!this.toFocus) return;
    const target = this.template?.querySelector<HTMLElement>(`[data-id="${this.toFocus}"]`);
    if (!target) return;
    this.toFocus = null;
    target.focus();
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get buttonLabel(): string {
    return this.unread === 0 ? labels.bellTitle : format(labels.bellUnread, this.countText);
  }

  get countText(): string {
    return this.unread > MANY ? labels.bellMany : String(this.unread);
  }

  get title(): string {
    return this.isChoosing ? labels.bellSettings : labels.bellTitle;
  }

  get isListing(): boolean {
    return !this.isChoosing;
  }

  get canMarkAll(): boolean {
    return this.unread > 0 && !this.isChoosing;
  }

  get state(): string {
    if (this.error) return isDenied(this.error, coreLabels.errorNoPermission) ? 'denied' : 'error';
    if (this.isChoosing) {
      if (!this.preferencesLoaded) return 'loading';
      return this.preferences.length === 0 ? 'empty' : 'ready';
    }
    if (!this.loaded) return 'loading';
    return this.rows.length === 0 ? 'empty' : 'ready';
  }

  get message(): string {
    if (this.error) return errorMessage(this.error, coreLabels.stateUnknownError);
    return this.isChoosing ? labels.bellNoKinds : labels.bellEmpty;
  }

  handleToggle(): void {
    if (this.isOpen) {
      this.close();
      return;
    }
    this.isOpen = true;
    this.isChoosing = false;
    this.toFocus = 'panel';
    void this.load();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isOpen) return;
    event.stopPropagation();
    this.close();
  }

  handleClose(): void {
    this.close();
  }

  handleRetry(): void {
    void (this.isChoosing ? this.loadPreferences() : this.load());
  }

  async handleOpen(event: Event): Promise<void> {
    event.preventDefault();
    const row = this.rows.find(({ id }) => id === (event.currentTarget as HTMLElement).dataset.id);
    if (!row) return;
    this.isOpen = false;
    if (row.url) void this[NavigationMixin.Navigate](recordPage(row));
    await this.read([row.id]);
  }

  async handleMarkAll(): Promise<void> {
    this.toFocus = 'panel';
    await this.read(null);
  }

  handleSettings(): void {
    this.isChoosing = true;
    this.saved = '';
    this.toFocus = 'panel';
    void this.loadPreferences();
  }

  handleBack(): void {
    this.isChoosing = false;
    this.error = undefined;
    this.toFocus = 'panel';
  }

  async handlePreference(event: Event): Promise<void> {
    const { kind, channel } = (event.currentTarget as HTMLElement).dataset;
    const preference = this.preferences.find((each) => each.kind === kind);
    if (!preference) return;
    const { checked } = event.target as HTMLInputElement;
    const wanted = { kind: preference.kind, bell: preference.bell, email: preference.email, [channel ?? '']: checked };
    this.saved = '';
    try {
      this.preferences = await setPreference(wanted);
      this.saved = labels.bellSaved;
    } catch (error) {
      this.error = error;
    }
  }

  private close(): void {
    this.isOpen = false;
    this.template?.querySelector<HTMLElement>('[data-id="bell"]')?.focus();
  }

  private async read(notificationIds: string[] | null): Promise<void> {
    try {
      await this.show(await markRead({ notificationIds }));
    } catch (error) {
      this.error = error;
    }
  }

  private async load(): Promise<void> {
    try {
      await this.show(await getBell());
      if (!this.isChoosing) this.error = undefined;
    } catch (error) {
      // What was shown stays: a bell that loses its list for a moment without network says less than one that keeps it.
      if (!this.loaded) this.error = error;
    }
  }

  private async loadPreferences(): Promise<void> {
    this.error = undefined;
    try {
      this.preferences = await getPreferences();
      this.preferencesLoaded = true;
    } catch (error) {
      this.error = error;
    }
  }

  private async show(view: BellView): Promise<void> {
    const urls = await Promise.all(view.items.map((item) => this.urlOf(item)));
    this.unread = view.unread;
    this.rows = view.items.map((item, index) => ({
      ...item,
      url: urls[index] ?? null,
      isNew: !item.isRead,
      className: item.isRead ? 'item' : 'item item_new'
    }));
    this.loaded = true;
  }

  private async urlOf(item: NotificationItem): Promise<string | null> {
    if (!item.targetId || !item.targetObject) return null;
    try {
      return (await this[NavigationMixin.GenerateUrl](recordPage(item))) || null;
    } catch {
      return null;
    }
  }
}

function recordPage({ targetId, targetObject }: NotificationItem): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId: targetId, objectApiName: targetObject, actionName: 'view' } };
}
