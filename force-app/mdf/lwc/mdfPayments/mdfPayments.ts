import { LightningElement, wire } from 'lwc';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import timeZone from '@salesforce/i18n/timeZone';
import CLAIM from '@salesforce/schema/MDF_Claim__c';
import listPayments from '@salesforce/apex/MdfPaymentController.listPayments';
import exportLedger from '@salesforce/apex/MdfPaymentController.exportLedger';
import markPaid from '@salesforce/apex/MdfPaymentController.markPaid';
import type { BulkAction, BulkRequest, BulkResult, Option, QueueColumn, QueuePlace, QueueRow } from 'c/coreTypes';
import type { PageOf, PaymentRow } from 'c/mdfTypes';
import { labels } from 'c/mdfLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format } from 'c/coreFormat';
import { downloadCsv } from 'c/coreDownload';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';

const PAGE_SIZE = 50;
const COLUMNS: readonly QueueColumn[] = [
  { name: 'claimName', label: labels.queueName, kind: 'link' },
  { name: 'partnerName', label: labels.queuePartner, kind: 'text', decides: true },
  { name: 'programName', label: labels.paymentsProgram, kind: 'text' },
  { name: 'amount', label: labels.paymentsAmount, kind: 'currency', currencyField: 'currencyCode', decides: true },
  { name: 'costCentre', label: labels.paymentsCostCentre, kind: 'text' },
  { name: 'ledgerAccount', label: labels.paymentsAccount, kind: 'text' }
];
const APPROVED: QueueColumn = { name: 'decidedAt', label: labels.paymentsApproved, kind: 'date' };
const PAID: readonly QueueColumn[] = [
  { name: 'paymentReference', label: labels.paymentsReference, kind: 'text', decides: true },
  { name: 'paidOn', label: labels.paymentsPaidOn, kind: 'exactDate' }
];
const MARK: BulkAction = {
  name: 'markPaid',
  label: labels.paymentsMark,
  confirmLabel: labels.paymentsConfirm,
  consequence: labels.paymentsConsequence,
  asksFor: labels.paymentsReference,
  textRequired: true
};

/** What finance has to pay, as a list and as a file for the ledger; what was paid is marked with its reference. */
export default class MdfPayments extends LightningElement {
  readonly labels = labels;
  readonly objectApiName = CLAIM.objectApiName;
  readonly pageSize = PAGE_SIZE;
  readonly filters: readonly Option[] = [
    { label: labels.paymentsDue, value: 'due' },
    { label: labels.paymentsPaid, value: 'paid' }
  ];
  filter = 'due';
  pageNumber = 1;
  page?: PageOf<PaymentRow>;
  rows: readonly QueueRow[] = [];
  outcome: BulkResult | null = null;
  busy = false;
  actionError = '';
  private error: unknown;
  private wired?: WiredApex<PageOf<PaymentRow>>;

  @wire(listPayments, { filter: '$filter', pageSize: '$pageSize', pageNumber: '$pageNumber' })
  wiredPayments(result: WiredApex<PageOf<PaymentRow>>): void {
    this.wired = result;
    this.error = result.error;
    this.page = result.data;
    this.rows = (result.data?.rows ?? []).map((row) => ({ ...row, id: row.claimId }));
  }

  connectedCallback(): void {
    if (this.wired) void refreshApex(this.wired);
  }

  get state(): ViewState {
    return viewState(this.view);
  }

  get message(): string {
    return viewMessage(this.view, labels.paymentsEmpty);
  }

  get total(): number {
    return this.page?.total ?? 0;
  }

  get columns(): QueueColumn[] {
    return this.filter === 'paid' ? [...COLUMNS, ...PAID] : [...COLUMNS, APPROVED];
  }

  get bulkActions(): BulkAction[] {
    return this.filter === 'due' ? [MARK] : [];
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
      const reference = detail.text ?? '';
      const outcomes = await markPaid({ payments: detail.ids.map((claimId) => ({ claimId, reference, paidOn: today() })) });
      const problems = outcomes
        .filter(({ success }) => !success)
        .map(({ claimId, claimName, message }) => ({ id: claimId, name: claimName, message: message ?? '' }));
      this.outcome = { title: format(labels.paymentsDone, outcomes.length - problems.length, outcomes.length), problems };
      await refreshApex(this.wired);
    });
  }

  async handleExport(): Promise<void> {
    await this.act(async () => downloadCsv(`mdf-payments-${this.filter}.csv`, await exportLedger({ filter: this.filter })));
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

/** The day it is where the person works: UTC would be yesterday or tomorrow for some. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());
}
