import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import DEAL from '@salesforce/schema/Deal_Registration__c';
import listDeals from '@salesforce/apex/DealRegistrationController.listDeals';
import type { Option, QueueColumn, QueuePlace, QueueRow } from 'c/coreTypes';
import type { DealPage } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { Poller } from 'c/corePoll';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';
import { statusBadge, statusOptions } from 'c/dealBadges';

const COLUMNS: readonly QueueColumn[] = [
  { name: 'name', label: labels.listNumber, kind: 'link' },
  { name: 'company', label: labels.listCompany, kind: 'text', decides: true },
  { name: 'amount', label: labels.listAmount, kind: 'currency', currencyField: 'currencyCode' },
  { name: 'closeDate', label: labels.listCloseDate, kind: 'exactDate' },
  { name: 'statusLabel', label: labels.listStatus, kind: 'badge', toneField: 'tone', iconField: 'icon', decides: true },
  { name: 'nextStep', label: labels.listNext, kind: 'text', decides: true }
];

/** The registrations the signed-in partner may see, newest first, with where each stands and what happens next. */
export default class DealList extends NavigationMixin(LightningElement) {
  @api pageSize = 10;

  readonly labels = labels;
  readonly columns = COLUMNS;
  readonly objectApiName = DEAL.objectApiName;
  readonly filters: readonly Option[] = [{ label: labels.listAll, value: '' }, ...statusOptions()];
  filter = '';
  pageNumber = 1;
  page?: DealPage;
  rows: readonly QueueRow[] = [];
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
    this.page = result.data;
    const deals = result.data?.deals ?? [];
    this.rows = deals.map((deal) => ({ ...deal, ...statusBadge(deal.status) }));
    if (deals.some((deal) => deal.isWorking)) this.poller.start();
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

  get state(): ViewState {
    return viewState(this.view);
  }

  get message(): string {
    return viewMessage(this.view, this.filter === '' ? labels.listEmptyText : labels.listEmptyFilter);
  }

  get emptyTitle(): string {
    return this.filter === '' ? labels.listEmptyTitle : '';
  }

  get total(): number {
    return this.page?.total ?? 0;
  }

  handleQuery({ detail }: CustomEvent<QueuePlace>): void {
    this.filter = detail.filter;
    this.pageNumber = detail.pageNumber;
  }

  handleRetry(): void {
    this.error = undefined;
    void refreshApex(this.wired);
  }

  handleNew(): void {
    void this[NavigationMixin.Navigate]({ type: 'comm__namedPage', attributes: { name: 'New_Deal__c' } });
  }

  private get view(): { error: unknown; loaded: boolean; count: number } {
    return { error: this.error, loaded: this.page !== undefined, count: this.total };
  }
}
