import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import OPPORTUNITY from '@salesforce/schema/Opportunity';
import getScoreCard from '@salesforce/apex/DealReviewController.getScoreCard';
import approve from '@salesforce/apex/DealReviewController.approve';
import reject from '@salesforce/apex/DealReviewController.reject';
import askForInformation from '@salesforce/apex/DealReviewController.askForInformation';
import retryScoring from '@salesforce/apex/DealReviewController.retryScoring';
import retryConversion from '@salesforce/apex/DealReviewController.retryConversion';
import type { Decision, DecisionOption, DecisionTaken, SubScore } from 'c/coreTypes';
import type { ScoreCard } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage } from 'c/coreFormat';
import { Poller } from 'c/corePoll';
import { showToast } from 'c/coreToast';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';
import { type StatusBadge, statusBadge } from 'c/dealBadges';

type DecisionName = 'approve' | 'reject' | 'ask';

const DONE: Readonly<Record<DecisionName, string>> = { approve: labels.cardApproved, reject: labels.cardRejected, ask: labels.cardAsked };
const ASK: DecisionOption = {
  name: 'ask',
  label: labels.cardAsk,
  confirmLabel: labels.cardConfirmAsk,
  kind: 'other',
  asksFor: labels.cardQuestion,
  asksForHelp: labels.cardMessageHelp,
  offersDraft: true
};

interface CardElement extends HTMLElement {
  closeDecision(): void;
}

/** One registration for the channel manager who decides it: the recommendation, the conflicts, and what was asked and answered. */
export default class DealScoreCard extends NavigationMixin(LightningElement) {
  @api recordId?: string;

  readonly labels = labels;
  card?: ScoreCard;
  busy = false;
  actionError = '';
  private error: unknown;
  private wired?: WiredApex<ScoreCard>;
  private readonly poller = new Poller(
    () => refreshApex(this.wired),
    () => undefined
  );

  @wire(getScoreCard, { dealId: '$recordId' })
  wiredCard(result: WiredApex<ScoreCard>): void {
    this.wired = result;
    this.error = result.error;
    if (result.data) this.show(result.data);
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

  get statusLabel(): string | undefined {
    return this.card?.statusLabel;
  }

  get badge(): StatusBadge {
    return statusBadge(this.card?.status);
  }

  get subScores(): SubScore[] {
    const { card } = this;
    if (!card) return [];
    return [
      { name: 'quality', label: labels.cardDealQuality, value: card.dealQuality },
      { name: 'fit', label: labels.cardPartnerFit, value: card.partnerFit },
      { name: 'risk', label: labels.cardConflictRisk, value: card.conflictRisk, higherIsWorse: true }
    ];
  }

  get decisions(): DecisionOption[] {
    const { card } = this;
    if (!card) return [];
    const deciding: DecisionOption[] = [
      {
        name: 'approve',
        label: labels.cardApprove,
        confirmLabel: labels.cardConfirmApprove,
        kind: 'approve',
        needsReason: card.overrideNeededFor.includes('approve'),
        takesComment: true
      },
      {
        name: 'reject',
        label: labels.cardReject,
        confirmLabel: labels.cardConfirmReject,
        kind: 'reject',
        asksFor: labels.cardMessage,
        asksForHelp: labels.cardMessageHelp,
        offersDraft: true,
        needsReason: card.overrideNeededFor.includes('reject'),
        takesComment: true
      }
    ];
    return [...(card.canDecide ? deciding : []), ...(card.canAskForInformation ? [ASK] : [])];
  }

  get decided(): DecisionTaken | null {
    const { card } = this;
    return card ? { ...card, overrideReason: card.recommendationStatus === 'Overridden' ? card.overrideReason : null } : null;
  }

  handleRetry(): void {
    this.error = undefined;
    void refreshApex(this.wired);
  }

  async handleDecide({ detail }: CustomEvent<Decision>): Promise<void> {
    const dealId = this.recordId ?? '';
    const { text, comment, overrideReason } = detail;
    const name = detail.name as DecisionName;
    await this.act(DONE[name], () => {
      if (name === 'approve') return approve({ dealId, comment, overrideReason });
      if (name === 'reject') return reject({ dealId, messageToPartner: text ?? '', comment, overrideReason });
      return askForInformation({ dealId, question: text ?? '', overrideReason });
    });
  }

  async handleScoreAgain(): Promise<void> {
    await this.act(labels.cardRetried, () => retryScoring({ dealId: this.recordId ?? '' }));
  }

  async handleRetryConversion(): Promise<void> {
    await this.act(labels.cardApproved, () => retryConversion({ dealId: this.recordId ?? '' }));
  }

  handleOpenOpportunity(event: Event): void {
    event.preventDefault();
    void this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: this.card?.opportunityId ?? '', objectApiName: OPPORTUNITY.objectApiName, actionName: 'view' }
    });
  }

  private get view(): { error: unknown; loaded: boolean } {
    return { error: this.error, loaded: this.card !== undefined };
  }

  private async act(done: string, action: () => Promise<ScoreCard>): Promise<void> {
    this.busy = true;
    this.actionError = '';
    try {
      this.show(await action());
      this.template?.querySelector<CardElement>('c-core-recommendation-card')?.closeDecision();
      showToast(this, { title: done });
      await Promise.all([refreshApex(this.wired), notifyRecordUpdateAvailable([{ recordId: this.recordId ?? '' }])]);
    } catch (error) {
      this.actionError = errorMessage(error, coreLabels.stateUnknownError);
    } finally {
      this.busy = false;
    }
  }

  private show(card: ScoreCard): void {
    this.card = card;
    if (card.aiStatus === 'Queued') this.poller.start();
    else this.poller.stop();
  }
}
