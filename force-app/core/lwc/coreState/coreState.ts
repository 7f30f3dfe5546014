import { LightningElement, api } from 'lwc';
import { labels } from 'c/coreLabels';

export type ViewState = 'loading' | 'ready' | 'empty' | 'error' | 'denied';

/**
 * What a component shows around its content: while loading, when there is nothing, when a request failed, when access is
 * missing. The content itself goes in the default slot and shows in state `ready`.
 *
 * Fires `retry` when the person asks to try again after an error.
 */
export default class CoreState extends LightningElement {
  @api state: ViewState = 'loading';
  @api message = '';
  @api emptyTitle = '';

  readonly labels = labels;

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

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
