import { LightningElement, api, wire } from 'lwc';
import { showToast } from 'c/coreToast';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import getDeal from '@salesforce/apex/DealRegistrationController.getDeal';
import withdrawDeal from '@salesforce/apex/DealRegistrationController.withdrawDeal';
import type { DealStatusValue, DealView } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format } from 'c/coreFormat';
import { Poller } from 'c/corePoll';
import { type StatusBadge, statusBadge } from 'c/dealBadges';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';

interface Step {
  readonly key: string;
  readonly label: string;
  readonly class: string;
  readonly current: 'step' | null;
}

const REACHED: Readonly<Record<DealStatusValue, number>> = {
  Draft: 0,
  Submitted: 1,
  'In Review': 2,
  'Info Requested': 2,
  Approved: 3,
  Rejected: 3,
  Withdrawn: 3,
  Expired: 3
};

/** Where one registration stands, what happens next, and the reasons in plain words. Follows the work without a reload. */
export default class DealStatus extends LightningElement {
  @api recordId?: string;

  readonly labels = labels;
  deal?: DealView;
  editing = false;
  confirming = false;
  withdrawing = false;
  gaveUp = false;
  actionError = '';
  private error: unknown;
  private wired?: WiredApex<DealView>;
  private readonly poller = new Poller(
    () => refreshApex(this.wired),
    () => {
      this.gaveUp = true;
    }
  );

  @wire(getDeal, { dealId: '$recordId' })
  wiredDeal(result: WiredApex<DealView>): void {
    this.wired = result;
    this.error = result.error;
    if (!result.data) return;
    this.deal = result.data;
    if (result.data.isWorking && !this.gaveUp) this.poller.start();
    else this.poller.stop();
  }

  disconnectedCallback(): void {
    this.poller.stop();
  }

  get state(): ViewState {
    return viewState(this.view);
  }

  get message(): string {
    return viewMessage(this.view);
  }

  get heading(): string {
    return format(labels.statusTitle, this.deal?.name ?? '');
  }

  get badge(): StatusBadge {
    return statusBadge(this.deal?.status);
  }

  get steps(): Step[] {
    const reached = REACHED[this.deal?.status ?? 'Draft'];
    const decided = reached === 3 && this.deal ? this.deal.statusLabel : labels.statusStepDecided;
    return [labels.statusStepSaved, labels.statusStepSubmitted, labels.statusStepReview, decided].map((label, index) => ({
      key: String(index),
      label,
      class: `slds-path__item ${index < reached ? 'slds-is-complete' : index === reached ? 'slds-is-current slds-is-active' : 'slds-is-incomplete'}`,
      current: index === reached ? 'step' : null
    }));
  }

  get isWorking(): boolean {
    return Boolean(this.deal?.isWorking) && !this.gaveUp;
  }

  get canEdit(): boolean {
    return Boolean(this.deal?.canEdit && this.deal.canSubmit);
  }

  get editLabel(): string {
    return this.deal?.status === 'Info Requested' ? labels.statusReply : labels.statusEdit;
  }

  get hasActions(): boolean {
    return this.canEdit || Boolean(this.deal?.canWithdraw);
  }

  private get view(): { error: unknown; loaded: boolean } {
    return { error: this.error, loaded: this.deal !== undefined };
  }

  handleRetry(): void {
    this.error = undefined;
    void refreshApex(this.wired);
  }

  handleEdit(): void {
    this.editing = true;
  }

  /** The form is done, on this very page: back to where the registration stands. */
  handleFormDone(event: Event): void {
    event.preventDefault();
    this.editing = false;
    this.gaveUp = false;
    void refreshApex(this.wired);
  }

  handleAskWithdraw(): void {
    this.confirming = true;
  }

  handleKeep(): void {
    this.confirming = false;
  }

  async handleWithdraw(): Promise<void> {
    this.withdrawing = true;
    this.actionError = '';
    try {
      this.deal = await withdrawDeal({ dealId: this.recordId ?? '' });
      this.confirming = false;
      showToast(this, { title: labels.statusWithdrawn, variant: 'success' });
      await refreshApex(this.wired);
    } catch (error) {
      this.actionError = errorMessage(error, coreLabels.stateUnknownError);
    } finally {
      this.withdrawing = false;
    }
  }
}
