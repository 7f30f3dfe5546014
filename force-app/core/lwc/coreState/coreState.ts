import { LightningElement, api } from 'lwc';
import { labels } from 'c/coreLabels';
import type { ViewState } from 'c/coreViewState';

export type Skeleton = 'lines' | 'table' | 'form' | 'card' | 'tiles';

interface Block {
  readonly key: string;
  readonly class: string;
}

/** Blocks of a row of each outline, by their class. */
const OUTLINES: Readonly<Record<Skeleton, readonly string[]>> = {
  lines: ['block block_line'],
  table: ['block block_short', 'block', 'block', 'block block_short'],
  form: ['block block_field', 'block block_field'],
  card: ['block block_score', 'block block_text', 'block block_action'],
  tiles: ['block block_tile', 'block block_tile', 'block block_tile']
};

/**
 * What a component shows around its content: while loading, when there is nothing, when a request failed, when access or the
 * connection is missing. The content itself goes in the default slot and shows in state `ready`.
 *
 * Loading shows an outline of what will come (`skeleton`, `skeletonRows`), or the slot `skeleton` where a layout needs its own.
 * Fires `retry` when the person asks to try again after an error, and by itself when a lost connection is back.
 */
export default class CoreState extends LightningElement {
  @api state: ViewState = 'loading';
  @api message = '';
  @api emptyTitle = '';
  @api skeleton: Skeleton = 'lines';
  @api skeletonRows = 3;

  readonly labels = labels;
  private readonly whenOnline = (): void => {
    if (this.isOffline) this.handleRetry();
  };

  connectedCallback(): void {
    window.addEventListener('online', this.whenOnline);
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.whenOnline);
  }

  get isLoading(): boolean {
    return this.state === 'loading';
  }

  get isReady(): boolean {
    return this.state === 'ready';
  }

  get isEmpty(): boolean {
    return this.state === 'empty';
  }

  get isError(): boolean {
    return this.state === 'error';
  }

  get isDenied(): boolean {
    return this.state === 'denied';
  }

  get isOffline(): boolean {
    return this.state === 'offline';
  }

  get rows(): { key: string; class: string; blocks: Block[] }[] {
    return Array.from({ length: Number(this.skeletonRows) }, (_, row) => ({
      key: String(row),
      class: `row row_${this.skeleton}`,
      blocks: OUTLINES[this.skeleton].map((name, block) => ({ key: `${row}-${block}`, class: name }))
    }));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
