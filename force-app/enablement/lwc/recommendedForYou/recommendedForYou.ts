import { LightningElement, api } from 'lwc';
import getFeed from '@salesforce/apex/RecommendationFeedController.getFeed';
import recordInteraction from '@salesforce/apex/RecommendationFeedController.recordInteraction';
import recordShown from '@salesforce/apex/RecommendationFeedController.recordShown';
import type { CardAction } from 'c/contentCards';
import type { ContentCard, InteractionKind, RecommendationFeed, Surface } from 'c/enablementTypes';
import { labels } from 'c/enablementLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format } from 'c/coreFormat';
import { showToast } from 'c/coreToast';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';

/** What the signed-in partner can use now, each item with the reason it is there; on the page of a record, for that record. */
export default class RecommendedForYou extends LightningElement {
  @api size = 6;
  @api recordId?: string;

  readonly labels = labels;
  openId: string | null = null;
  dismissed: ContentCard | null = null;
  private feed?: RecommendationFeed;
  private error: unknown;

  connectedCallback(): void {
    void this.load();
  }

  get cards(): readonly ContentCard[] {
    return this.feed?.cards ?? [];
  }

  get note(): string | null {
    return this.feed?.note ?? null;
  }

  get dismissedText(): string {
    return format(labels.dismissed, this.dismissed?.title ?? '');
  }

  get state(): ViewState {
    return viewState(this.view);
  }

  get message(): string {
    return viewMessage(this.view, labels.feedEmpty);
  }

  handleRetry(): void {
    this.error = undefined;
    void this.load();
  }

  handleCardAction({ detail }: CustomEvent<CardAction>): void {
    if (detail.action === 'open') this.open(detail.id);
    else if (detail.action === 'Dismissed') void this.dismiss(detail.id);
    else void this.save(detail.id, detail.action);
  }

  handleClose(): void {
    this.openId = null;
    // What was read changes what comes next.
    void this.load();
  }

  handleFinished({ detail }: CustomEvent<string>): void {
    void this.record(detail, 'Finished');
  }

  async handleUndo(): Promise<void> {
    const card = this.dismissed;
    this.dismissed = null;
    if (card && (await this.record(card.id, 'Restored'))) await this.load();
  }

  private open(id: string): void {
    this.openId = id;
    void this.record(id, 'Opened');
  }

  /** Gone at once; what follows comes up when the feed is there again. */
  private async dismiss(id: string): Promise<void> {
    const card = this.cards.find((one) => one.id === id) ?? null;
    const before = this.feed;
    this.keep(this.cards.filter((one) => one.id !== id));
    if (!(await this.record(id, 'Dismissed'))) {
      this.feed = before;
      return;
    }
    this.dismissed = card;
    await this.load();
  }

  private async save(id: string, action: InteractionKind): Promise<void> {
    const before = this.feed;
    this.keep(this.cards.map((one) => (one.id === id ? { ...one, saved: action === 'Saved' } : one)));
    if (!(await this.record(id, action))) this.feed = before;
  }

  private keep(cards: readonly ContentCard[]): void {
    if (this.feed) this.feed = { ...this.feed, cards };
  }

  private async load(): Promise<void> {
    try {
      this.feed = await getFeed({ recordId: this.recordId ?? null, size: this.size });
      this.error = undefined;
    } catch (error) {
      this.error = error;
      return;
    }
    if (this.cards.length === 0) return;
    // That it was shown matters to the feed alone: a failure of it is nothing a person could do something about.
    await recordShown({ contentIds: this.cards.map(({ id }) => id), surface: this.surface }).catch(() => undefined);
  }

  private async record(contentId: string, kind: InteractionKind): Promise<boolean> {
    try {
      await recordInteraction({ contentId, kind, surface: this.surface, reason: null, rating: null });
      return true;
    } catch (error) {
      showToast(this, { title: labels.actionFailed, message: errorMessage(error, coreLabels.stateUnknownError), variant: 'error' });
      return false;
    }
  }

  private get surface(): Surface {
    return this.recordId ? 'Deal' : 'Home';
  }

  private get view(): { error: unknown; loaded: boolean; count: number } {
    return { error: this.error, loaded: this.feed !== undefined, count: this.cards.length };
  }
}
