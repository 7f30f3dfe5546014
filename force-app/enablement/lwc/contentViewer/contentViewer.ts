import { LightningElement, api, wire } from 'lwc';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import getContent from '@salesforce/apex/ContentController.getContent';
import type { ContentDetail } from 'c/enablementTypes';
import { labels } from 'c/enablementLabels';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';

interface Block {
  readonly key: string;
  readonly text: string;
  readonly isHeading: boolean;
}

const HEADING = /^#{1,6}\s+/;

/**
 * An item, read in place. Text comes as Markdown and is shown as headings and paragraphs of plain text: nothing in it becomes part
 * of the page. Fires `close`, and `finished` with the item's Id.
 */
export default class ContentViewer extends LightningElement {
  /** Null while nothing is open. */
  @api contentId: string | null = null;

  readonly labels = labels;
  finished = false;
  private detail?: ContentDetail;
  private error: unknown;
  private wired?: WiredApex<ContentDetail>;

  @wire(getContent, { contentId: '$wanted' })
  wiredContent(result: WiredApex<ContentDetail>): void {
    this.wired = result;
    this.detail = result.data;
    this.error = result.error;
    this.finished = false;
  }

  /** Undefined asks for nothing. */
  get wanted(): string | undefined {
    return this.contentId ?? undefined;
  }

  get isOpen(): boolean {
    return this.contentId !== null;
  }

  get heading(): string {
    return this.detail?.card.title ?? '';
  }

  get state(): ViewState {
    return viewState(this.view);
  }

  get message(): string {
    return viewMessage(this.view);
  }

  get blocks(): Block[] {
    return (this.detail?.body ?? this.detail?.card.summary ?? '')
      .split(/\r?\n\s*\r?\n|\r?\n(?=#)/)
      .filter((text) => text.trim() !== '')
      .map((text, number) => ({ key: String(number), text: text.trim().replace(HEADING, ''), isHeading: HEADING.test(text.trim()) }));
  }

  get isBare(): boolean {
    return this.blocks.length === 0;
  }

  /** A link is opened only when it is one of the web. */
  get url(): string | null {
    const url = this.detail?.card.url;
    return url && /^https?:\/\//i.test(url) ? url : null;
  }

  get finishLabel(): string {
    return this.finished ? labels.isFinished : labels.finished;
  }

  handleLink(): void {
    window.open(this.url ?? '', '_blank', 'noopener');
  }

  handleFinish(): void {
    this.finished = true;
    this.dispatchEvent(new CustomEvent('finished', { detail: this.contentId }));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleRetry(): void {
    this.error = undefined;
    void refreshApex(this.wired);
  }

  private get view(): { error: unknown; loaded: boolean } {
    return { error: this.error, loaded: this.detail !== undefined };
  }
}
