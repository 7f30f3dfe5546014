import { LightningElement, wire } from 'lwc';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import DEAL from '@salesforce/schema/Deal_Registration__c';
import listQueue from '@salesforce/apex/DealReviewController.listQueue';
import decideMany from '@salesforce/apex/DealReviewController.decideMany';
import exportCsv from '@salesforce/apex/DealReviewController.exportCsv';
import type { BulkAction, BulkRequest, BulkResult, Option, QueueColumn, QueuePlace, QueueRow } from 'c/coreTypes';
import type { ReviewPage } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format } from 'c/coreFormat';
import { downloadCsv } from 'c/coreDownload';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';
import { statusBadge } from 'c/dealBadges';

const PAGE_SIZE = 20;
const COLUMNS: readonly QueueColumn[] = [
  { name: 'name', label: labels.listNumber, kind: 'link' },
  { name: 'company', label: labels.listCompany, kind: 'text', decides: true },
  { name: 'partnerName', label: labels.queuePartner, kind: 'text' },
  { name: 'amount', label: labels.listAmount, kind: 'currency', currencyField: 'currencyCode', decides: true },
  { name: 'score', label: labels.queueScore, kind: 'number', decides: true },
  { name: 'recommendedAction', label: labels.queueRecommended, kind: 'text', decides: true },
  { name: 'conflictRisk', label: labels.queueConflict, kind: 'number' }
];
const STATUS: QueueColumn = {
  name: 'statusLabel',
  label: labels.listStatus,
  kind: 'badge',
  toneField: 'tone',
  iconField: 'icon',
  decides: true
};
const SUBMITTED: QueueColumn = { name: 'submittedAt', label: labels.listSubmitted, kind: 'date' };
const APPROVE: BulkAction = {
  name: 'approve',
  label: labels.queueApproveSelected,
  confirmLabel: labels.cardConfirmApprove,
  consequence: labels.queueApproveConsequence
};
/** What can still be decided. */
const OPEN_FILTERS: readonly string[] = ['waiting', 'notScored'];

/** What waits for the channel manager, with score and recommendation beside each; clear cases can be approved together. */
export default class DealQueue extends LightningElement {
  readonly labels = labels;
  readonly objectApiName = DEAL.objectApiName;
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
  rows: readonly QueueRow[] = [];
  outcome: BulkResult | null = null;
  busy = false;
  actionError = '';
  private error: unknown;
  private wired?: WiredApex<ReviewPage>;

  @wire(listQueue, { filter: '$filter', pageSize: '$pageSize', pageNumber: '$pageNumber' })
  wiredQueue(result: WiredApex<ReviewPage>): void {
    this.wired = result;
    this.error = result.error;
    this.page = result.data;
    this.rows = (result.data?.rows ?? []).map((row) => ({ ...row, ...statusBadge(row.status), score: rounded(row.score) }));
  }

  connectedCallback(): void {
    if (this.wired) void refreshApex(this.wired);
  }

  get state(): ViewState {
    return viewState(this.view);
  }

  get message(): string {
    return viewMessage(this.view, labels.queueEmpty);
  }

  get total(): number {
    return this.page?.total ?? 0;
  }

  get columns(): QueueColumn[] {
    return this.filter === 'decided' ? [...COLUMNS, STATUS, SUBMITTED] : [...COLUMNS, SUBMITTED];
  }

  get bulkActions(): BulkAction[] {
    return OPEN_FILTERS.includes(this.filter) ? [APPROVE] : [];
  }

  handleQuery({ detail }: CustomEvent<QueuePlace>): void {
    this.filter = detail.filter;
    this.pageNumber = detail.pageNumber;
    this.actionError = '';
    this.outcome = null;
  }

  handleRetry(): void {
    this.error = undefined;
    void refreshApex(this.wired);
  }

  async handleBulk({ detail }: CustomEvent<BulkRequest>): Promise<void> {
    await this.act(async () => {
      const outcomes = await decideMany({
        dealIds: [...detail.ids],
        decision: 'approve',
        messageToPartner: null,
        comment: null,
        overrideReason: null
      });
      const problems = outcomes
        .filter(({ success }) => !success)
        .map(({ dealId, name, message }) => ({ id: dealId, name, message: message ?? '' }));
      this.outcome = { title: format(labels.queueBulkDone, outcomes.length - problems.length, outcomes.length), problems };
      await refreshApex(this.wired);
    });
  }

  async handleExport(): Promise<void> {
    await this.act(async () => downloadCsv(`deal-registrations-${this.filter}.csv`, await exportCsv({ filter: this.filter })));
  }

  private get view(): { error: unknown; loaded: boolean; count: number } {
    return { error: this.error, loaded: this.page !== undefined, count: this.total };
  }

  private async act(action: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.actionError = '';
    this.outcome = null;
    try {
      await action();
    } catch (error) {
      this.actionError = errorMessage(error, coreLabels.stateUnknownError);
    } finally {
      this.busy = false;
    }
  }
}

function rounded(score: number | null): number | null {
  return score === null || score === undefined ? null : Math.round(score);
}
