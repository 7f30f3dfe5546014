import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { showToast } from 'c/coreToast';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import listQueue from '@salesforce/apex/DealReviewController.listQueue';
import decideMany from '@salesforce/apex/DealReviewController.decideMany';
import exportCsv from '@salesforce/apex/DealReviewController.exportCsv';
import type { Option, ReviewPage, ReviewRow } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format, isDenied } from 'c/coreFormat';
import { statusBadge } from 'c/dealStatuses';

interface Row extends ReviewRow {
  readonly selected: boolean;
  readonly selectLabel: string;
  readonly scoreText: string;
  readonly badge: string;
}

const PAGE_SIZE = 20;

/** What waits for the channel manager, with score and recommendation beside each; clear cases can be approved together. */
export default class DealQueue extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly filters: readonly Option[] = [
    { label: labels.queueWaiting, value: 'waiting' },
    { label: labels.queueNotScored, value: 'notScored' },
    { label: labels.queueWaitingForPartner, value: 'waitingForPartner' },
    { label: labels.queueDecided, value: 'decided' }
  ];
  readonly pageSize = PAGE_SIZE;
  filter = 'waiting';
  pageNumber = 1;
  page?: ReviewPage;
  selected: ReadonlySet<string> = new Set();
  busy = false;
  actionError = '';
  private error: unknown;
  private wired?: WiredApex<ReviewPage>;

  @wire(listQueue, { filter: '$filter', pageSize: '$pageSize', pageNumber: '$pageNumber' })
  wiredQueue(result: WiredApex<ReviewPage>): void {
    this.wired = result;
    this.error = result.error;
    if (!result.data) return;
    this.page = result.data;
    this.selected = new Set();
  }

  connectedCallback(): void {
    if (this.wired) void refreshApex(this.wired);
  }

  get state(): string {
    if (this.error) return isDenied(this.error, coreLabels.errorNoPermission) ? 'denied' : 'error';
    if (!this.page) return 'loading';
    return this.page.total === 0 ? 'empty' : 'ready';
  }

  get message(): string {
    return this.error ? errorMessage(this.error, coreLabels.stateUnknownError) : labels.queueEmpty;
  }

  get rows(): Row[] {
    return (this.page?.rows ?? []).map((row) => ({
      ...row,
      selected: this.selected.has(row.id),
      selectLabel: format(labels.queueSelect, row.name),
      scoreText: row.score === null || row.score === undefined ? '–' : row.score.toFixed(0),
      badge: statusBadge(row.status)
    }));
  }

  get countText(): string {
    return format(labels.queueCount, this.page?.total ?? 0);
  }

  get selectedText(): string {
    return format(labels.queueSelected, this.selected.size);
  }

  get canSelect(): boolean {
    return this.filter === 'waiting' || this.filter === 'notScored';
  }

  get isDecided(): boolean {
    return this.filter === 'decided';
  }

  get allSelected(): boolean {
    return this.selected.size > 0 && this.selected.size === this.page?.rows.length;
  }

  get nothingSelected(): boolean {
    return this.busy || this.selected.size === 0;
  }

  get pageCount(): number {
    return Math.max(1, Math.ceil((this.page?.total ?? 0) / PAGE_SIZE));
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.filter = event.detail.value;
    this.pageNumber = 1;
    this.actionError = '';
  }

  handleTurn(event: CustomEvent<number>): void {
    this.pageNumber = event.detail;
  }

  handleRetry(): void {
    this.error = undefined;
    void refreshApex(this.wired);
  }

  handleSelect(event: Event): void {
    const { checked, dataset } = event.target as HTMLInputElement;
    const selected = new Set(this.selected);
    if (checked) selected.add(dataset.id ?? '');
    else selected.delete(dataset.id ?? '');
    this.selected = selected;
  }

  handleSelectAll(event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.selected = new Set(checked ? this.page?.rows.map((row) => row.id) : []);
  }

  handleOpen(event: Event): void {
    event.preventDefault();
    const recordId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    void this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'Deal_Registration__c', actionName: 'view' }
    });
  }

  async handleApproveSelected(): Promise<void> {
    await this.act(async () => {
      const outcomes = await decideMany({
        dealIds: [...this.selected],
        decision: 'approve',
        messageToPartner: null,
        comment: null,
        overrideReason: null
      });
      const refused = outcomes.filter((outcome) => !outcome.success);
      const title = format(labels.queueBulkDone, outcomes.length - refused.length, outcomes.length);
      showToast(this, { title, variant: refused.length === 0 ? 'success' : 'warning' });
      if (refused.length > 0) {
        this.actionError = format(
          labels.queueBulkProblems,
          refused.map((outcome) => `${outcome.name} (${outcome.message ?? ''})`).join('; ')
        );
      }
      await refreshApex(this.wired);
    });
  }

  async handleExport(): Promise<void> {
    await this.act(async () => {
      const text = await exportCsv({ filter: this.filter });
      const link = document.createElement('a');
      // The byte order mark makes spreadsheets read the file as UTF-8.
      link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
      link.download = `deal-registrations-${this.filter}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  private async act(action: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.actionError = '';
    try {
      await action();
    } catch (error) {
      this.actionError = errorMessage(error, coreLabels.stateUnknownError);
    } finally {
      this.busy = false;
    }
  }
}
