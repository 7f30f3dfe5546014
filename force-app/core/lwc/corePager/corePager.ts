import { LightningElement, api } from 'lwc';
import { format } from 'c/coreFormat';
import { labels } from 'c/coreLabels';

/** Turns the pages of a list; shows nothing while there is only one. Fires `turn` with the number of the wanted page. */
export default class CorePager extends LightningElement {
  /** What is turned over, for those who do not see it. */
  @api label = '';
  /** From 1. */
  @api pageNumber = 1;
  @api pageCount = 1;

  readonly labels = labels;

  get hasPages(): boolean {
    return this.pageCount > 1;
  }

  get isFirst(): boolean {
    return this.pageNumber <= 1;
  }

  get isLast(): boolean {
    return this.pageNumber >= this.pageCount;
  }

  get text(): string {
    return format(labels.pagerPage, this.pageNumber, this.pageCount);
  }

  handlePrevious(): void {
    this.turnTo(this.pageNumber - 1);
  }

  handleNext(): void {
    this.turnTo(this.pageNumber + 1);
  }

  private turnTo(page: number): void {
    this.dispatchEvent(new CustomEvent('turn', { detail: page }));
  }
}
