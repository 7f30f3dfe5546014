import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import listDeals from '@salesforce/apex/DealRegistrationController.listDeals';
import type { DealPage, DealView, Option } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format, isDenied } from 'c/coreFormat';
import { Poller } from 'c/corePoll';
import { statusBadge, statusOptions } from 'c/dealStatuses';

interface Row extends DealView {
  readonly url: string;
  readonly badge: string;
}

/** The registrations the signed-in partner may see, newest first, with where each stands and what happens next. */
export default class DealList extends NavigationMixin(LightningElement) {
  @api pageSize = 10;

  readonly labels = labels;
  readonly filters: readonly Option[] = [{ label: labels.listAll, value: '' }, ...statusOptions()];
  filter = '';
  pageNumber = 1;
  page?: DealPage;
  rows: readonly Row[] = [];
  private error: unknown;
  private wired?: WiredApex<DealPage>;
  private readonly poller = new Poller(
    () => refreshApex(this.wired),
    () => undefined
  );

  @wire(listDeals, { status: '$statusFilter', pageSize: '$pageSize', pageNumber: '$pageNumber' })
  wiredDeals(result: WiredApex<DealPage>): void {
    this.wired = result;
    this.error = result.error;
    if (!result.data) return;
    this.page = result.data;
    void this.show(result.data.deals);
    if (result.data.deals.some((deal) => deal.isWorking)) this.poller.start();
    else this.poller.stop();
  }

  connectedCallback(): void {
    // The list may come from the cache: a deal that was just registered must be in it.
    if (this.wired) void refreshApex(this.wired);
  }

  disconnectedCallback(): void {
    this.poller.stop();
  }

  get statusFilter(): string | null {
    return this.filter === '' ? null : this.filter;
  }

  get state(): string {
    if (this.error) return isDenied(this.error, coreLabels.errorNoPermission) ? 'denied' : 'error';
    if (!this.page) return 'loading';
    return this.page.total === 0 ? 'empty' : 'ready';
  }

  get message(): string {
    if (this.error) return errorMessage(this.error, coreLabels.stateUnknownError);
    return this.filter === '' ? labels.listEmptyText : labels.listEmptyFilter;
  }

  get emptyTitle(): string {
    return this.filter === '' ? labels.listEmptyTitle : '';
  }

  get countText(): string {
    const total = this.page?.total ?? 0;
    return total === 1 ? labels.listOne : format(labels.listCount, total);
  }

  get pageCount(): number {
    return this.page ? Math.max(1, Math.ceil(this.page.total / this.page.pageSize)) : 1;
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.filter = event.detail.value;
    this.pageNumber = 1;
  }

  handleTurn(event: CustomEvent<number>): void {
    this.pageNumber = event.detail;
  }

  handleRetry(): void {
    this.error = undefined;
    void refreshApex(this.wired);
  }

  handleNew(): void {
    void this[NavigationMixin.Navigate]({ type: 'comm__namedPage', attributes: { name: 'New_Deal__c' } });
  }

  handleOpen(event: Event): void {
    event.preventDefault();
    const recordId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    void this[NavigationMixin.Navigate](dealPage(recordId));
  }

  private async show(deals: readonly DealView[]): Promise<void> {
    const urls = await Promise.all(deals.map((deal) => this[NavigationMixin.GenerateUrl](dealPage(deal.id))));
    this.rows = deals.map((deal, index) => ({ ...deal, url: urls[index] || '#', badge: statusBadge(deal.status) }));
  }
}

function dealPage(recordId: string): { type: string; attributes: Record<string, string> } {
  return { type: 'standard__recordPage', attributes: { recordId, objectApiName: 'Deal_Registration__c', actionName: 'view' } };
}
