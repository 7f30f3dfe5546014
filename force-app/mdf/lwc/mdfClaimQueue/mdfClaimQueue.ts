import { LightningElement, wire } from 'lwc';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import CLAIM from '@salesforce/schema/MDF_Claim__c';
import listQueue from '@salesforce/apex/MdfReviewController.listQueue';
import approveMany from '@salesforce/apex/MdfReviewController.approveMany';
import exportCsv from '@salesforce/apex/MdfReviewController.exportCsv';
import type { BulkAction, BulkRequest, BulkResult, Option, QueueColumn, QueuePlace, QueueRow } from 'c/coreTypes';
import type { PageOf, ReviewRow } from 'c/mdfTypes';
import { labels } from 'c/mdfLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format } from 'c/coreFormat';
import { downloadCsv } from 'c/coreDownload';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';
import { statusBadge } from 'c/mdfBadges';

const PAGE_SIZE = 20;
const COLUMNS: readonly QueueColumn[] = [
  { name: 'name', label: labels.queueName, kind: 'link' },
  { name: 'partnerName', label: labels.queuePartner, kind: 'text', decides: true },
  { name: 'requestTitle', label: labels.queueRequest, kind: 'text' },
  { name: 'amountClaimed', label: labels.queueClaimed, kind: 'currency', currencyField: 'currencyCode', decides: true },
  { name: 'eligibleAmount', label: labels.queueEligible, kind: 'currency', currencyField: 'programCurrencyCode', decides: true },
  { name: 'score', label: labels.queueScore, kind: 'number' },
  { name: 'recommendedAction', label: labels.queueRecommended, kind: 'text', decides: true }
];
const DUE: QueueColumn = { name: 'answerDue', label: labels.queueDue, kind: 'date' };
const STATUS: QueueColumn = { name: 'statusLabel', label: labels.queueStatus, kind: 'badge', toneField: 'tone', iconField: 'icon' };
const APPROVE: BulkAction = {
  name: 'approve',
  label: labels.queueApproveSelected,
  confirmLabel: labels.queueConfirmApprove,
  consequence: labels.queueApproveConsequence,
  asksFor: labels.queueComment
};

/** The claims that wait for a channel manager. Clean small ones can be approved together, after one look at what decides. */
export default class MdfClaimQueue extends LightningElement {
  readonly labels = labels;
  readonly objectApiName = CLAIM.objectApiName;
  readonly pageSize = PAGE_SIZE;
  readonly filters: readonly Option[] = [
    { label: labels.queueWaiting, value: 'waiting' },
    { label: labels.queueClean, value: 'clean' },
    { label: labels.queueNotScored, value: 'notScored' },
    { label: labels.queueWaitingForPartner, value: 'waitingForPartner' },
    { label: labels.queueDecided, value: 'decided' }
  ];
  filter = 'waiting';
  pageNumber = 1;
  page?: PageOf<ReviewRow>;
  rows: readonly QueueRow[] = [];
  outcome: BulkResult | null = null;
  busy = false;
  actionError = '';
  private error: unknown;
  private wired?: WiredApex<PageOf<ReviewRow>>;

  @wire(listQueue, { filter: '$filter', pageSize: '$pageSize', pageNumber: '$pageNumber' })
  wiredQueue(result: WiredApex<PageOf<ReviewRow>>): void {
    this.wired = result;
    this.error = result.error;
    this.page = result.data;
    this.rows = (result.data?.rows ?? []).map((row) => ({
      ...row,
      ...statusBadge(row.status),
      score: typeof row.score === 'number' ? Math.round(row.score) : null
    }));
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
    return [...COLUMNS, this.filter === 'decided' ? STATUS : DUE];
  }

  /** Only clean claims are decided together: the others each need a look at their documents. */
  get bulkActions(): BulkAction[] {
    return this.filter === 'clean' ? [APPROVE] : [];
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
      const outcomes = await approveMany({ claimIds: [...detail.ids], comment: detail.text });
      const problems = outcomes
        .filter(({ success }) => !success)
        .map(({ recordId, name, message }) => ({ id: recordId, name, message: message ?? '' }));
      this.outcome = { title: format(labels.queueDone, outcomes.length - problems.length, outcomes.length), problems };
      await refreshApex(this.wired);
    });
  }

  async handleExport(): Promise<void> {
    await this.act(async () => downloadCsv(`mdf-claims-${this.filter}.csv`, await exportCsv({ filter: this.filter })));
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
