import { LightningElement, api } from 'lwc';
import search from '@salesforce/apex/ContentController.search';
import recordInteraction from '@salesforce/apex/RecommendationFeedController.recordInteraction';
import type { CardAction } from 'c/contentCards';
import type { ContentCard, ContentSearchResult, ContentSentence, InteractionKind } from 'c/enablementTypes';
import { labels } from 'c/enablementLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format, formatCount } from 'c/coreFormat';
import { showToast } from 'c/coreToast';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';

const ALL = '';

/** The library behind one box: what answers, what was found with its passage, and what comes nearest when nothing was. */
export default class ContentSearch extends LightningElement {
  @api searchOnOpen = false;

  readonly labels = labels;
  text = '';
  kind = ALL;
  openId: string | null = null;
  private asked = '';
  private result?: ContentSearchResult;
  private error: unknown;
  private searching = false;
  /** Only the answer to the last question counts. */
  private turn = 0;

  connectedCallback(): void {
    if (this.searchOnOpen) void this.search();
  }

  get cards(): readonly ContentCard[] {
    return this.result?.cards ?? [];
  }

  get nearest(): readonly ContentCard[] {
    return this.result?.nearest ?? [];
  }

  get answer(): readonly (ContentSentence & { key: string })[] {
    return (this.result?.answer ?? []).map((sentence, number) => ({ ...sentence, key: String(number) }));
  }

  get note(): string | null {
    return this.result?.note ?? null;
  }

  get didYouMean(): string | null {
    return this.result?.didYouMean ? format(labels.didYouMean, this.result.didYouMean) : null;
  }

  get kindOptions(): { label: string; value: string }[] {
    const kinds = (this.result?.facets ?? []).filter(({ name }) => name === 'kind');
    return [{ label: labels.allKinds, value: ALL }, ...kinds.map(({ value, label, total }) => ({ value, label: `${label} (${total})` }))];
  }

  get hasKinds(): boolean {
    return this.kindOptions.length > 1;
  }

  get countText(): string {
    return this.result && !this.searching && this.result.total > 0
      ? formatCount(this.result.total, labels.searchOne, labels.searchCount)
      : '';
  }

  get state(): ViewState {
    return viewState(this.view);
  }

  get message(): string {
    return viewMessage(this.view, labels.searchEmpty);
  }

  handleType({ detail }: CustomEvent<{ value: string }>): void {
    this.text = detail.value;
    if (detail.value === '' && this.asked !== '') this.handleSearch();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.handleSearch();
  }

  handleKind({ detail }: CustomEvent<{ value: string }>): void {
    this.kind = detail.value;
    void this.search();
  }

  handleSearch(): void {
    this.kind = this.text === this.asked ? this.kind : ALL;
    void this.search();
  }

  handleSource(event: Event): void {
    this.open((event.currentTarget as HTMLElement).dataset.id!);
  }

  handleCardAction({ detail }: CustomEvent<CardAction>): void {
    if (detail.action === 'open') this.open(detail.id);
    else void this.save(detail.id, detail.action);
  }

  handleClose(): void {
    this.openId = null;
  }

  handleFinished({ detail }: CustomEvent<string>): void {
    void this.record(detail, 'Finished');
  }

  private open(id: string): void {
    this.openId = id;
    void this.record(id, 'Opened');
  }

  private async save(id: string, action: InteractionKind): Promise<void> {
    if ((await this.record(id, action)) && this.result) {
      const marked = (cards: readonly ContentCard[]): ContentCard[] =>
        cards.map((one) => (one.id === id ? { ...one, saved: action === 'Saved' } : one));
      this.result = { ...this.result, cards: marked(this.result.cards), nearest: marked(this.result.nearest) };
    }
  }

  private async search(): Promise<void> {
    const turn = ++this.turn;
    this.asked = this.text;
    this.searching = true;
    this.error = undefined;
    try {
      const result = await search({ text: this.text, kinds: this.kind === ALL ? null : [this.kind], languages: null, offset: 0 });
      if (turn === this.turn) this.result = result;
    } catch (error) {
      if (turn === this.turn) {
        this.error = error;
        this.result = undefined;
      }
    } finally {
      if (turn === this.turn) this.searching = false;
    }
  }

  private async record(contentId: string, kind: InteractionKind): Promise<boolean> {
    try {
      await recordInteraction({ contentId, kind, surface: 'Search', reason: null, rating: null });
      return true;
    } catch (error) {
      showToast(this, { title: labels.actionFailed, message: errorMessage(error, coreLabels.stateUnknownError), variant: 'error' });
      return false;
    }
  }

  /** Before anything was asked there is nothing to wait for. */
  private get view(): { error: unknown; loaded: boolean; count?: number } {
    if (!this.searching && !this.result && !this.error) return { error: undefined, loaded: true };
    const nothing = this.cards.length === 0 && this.nearest.length === 0;
    return { error: this.error, loaded: !this.searching && this.result !== undefined, count: nothing ? 0 : 1 };
  }
}
