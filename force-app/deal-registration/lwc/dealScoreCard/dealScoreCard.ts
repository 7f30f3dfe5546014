import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { showToast } from 'c/coreToast';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import getScoreCard from '@salesforce/apex/DealReviewController.getScoreCard';
import approve from '@salesforce/apex/DealReviewController.approve';
import reject from '@salesforce/apex/DealReviewController.reject';
import askForInformation from '@salesforce/apex/DealReviewController.askForInformation';
import retryScoring from '@salesforce/apex/DealReviewController.retryScoring';
import retryConversion from '@salesforce/apex/DealReviewController.retryConversion';
import type { ScoreCard } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format, isDenied } from 'c/coreFormat';
import { Poller } from 'c/corePoll';
import { statusBadge } from 'c/dealStatuses';

type Decision = 'approve' | 'reject' | 'ask';

interface Gauge {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly style: string;
  readonly barClass: string;
}

const DONE: Readonly<Record<Decision, string>> = { approve: labels.cardApproved, reject: labels.cardRejected, ask: labels.cardAsked };
const CONFIRM: Readonly<Record<Decision, string>> = {
  approve: labels.cardConfirmApprove,
  reject: labels.cardConfirmReject,
  ask: labels.cardConfirmAsk
};
const CONFIDENCE: Readonly<Record<string, string>> = {
  High: labels.cardConfidenceHigh,
  Medium: labels.cardConfidenceMedium,
  Low: labels.cardConfidenceLow
};
/** Length of the score ring's circle, 2πr with the radius 52 that the template draws. */
const RING = 2 * Math.PI * 52;

/**
 * What a channel manager needs to decide one registration: score, confidence with the number of past deals behind it,
 * sub-scores, factors, conflict evidence, the recommended action, and the decision itself.
 */
export default class DealScoreCard extends NavigationMixin(LightningElement) {
  @api recordId?: string;

  readonly labels = labels;
  card?: ScoreCard;
  decision: Decision | null = null;
  text = '';
  comment = '';
  overrideReason = '';
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

  get state(): string {
    if (this.error && !this.card) return isDenied(this.error, coreLabels.errorNoPermission) ? 'denied' : 'error';
    return this.card ? 'ready' : 'loading';
  }

  get message(): string {
    return errorMessage(this.error, coreLabels.stateUnknownError);
  }

  get isScored(): boolean {
    return this.card?.score !== null && this.card?.score !== undefined;
  }

  get isQueued(): boolean {
    return this.card?.aiStatus === 'Queued';
  }

  get isNotScored(): boolean {
    return this.card?.aiStatus === 'Not scored';
  }

  get isOff(): boolean {
    return !this.isScored && !this.isQueued && !this.isNotScored;
  }

  get isShadow(): boolean {
    return this.card?.mode === 'Shadow';
  }

  get scoreText(): string {
    return this.card?.score?.toFixed(0) ?? '';
  }

  get scoreDescription(): string {
    return format(labels.cardScoreOf, this.card?.score?.toFixed(1) ?? '');
  }

  get ringLength(): string {
    return `${(((this.card?.score ?? 0) / 100) * RING).toFixed(1)} ${RING.toFixed(1)}`;
  }

  get confidenceText(): string {
    const confidence = this.card?.confidence;
    return confidence ? format(labels.cardConfidence, CONFIDENCE[confidence] ?? confidence) : '';
  }

  get sampleText(): string {
    const size = this.card?.sampleSize ?? null;
    return size === null ? labels.cardSampleNone : format(labels.cardSample, size);
  }

  get modelText(): string {
    const card = this.card;
    if (!card) return '';
    const kind = card.modelNote ?? (card.model ? labels.cardModelLearned : labels.cardModelBaseline);
    return card.modelVersion ? format(labels.cardModel, kind, card.modelVersion) : kind;
  }

  get opportunityLabel(): string {
    return this.card?.company ?? '';
  }

  get gauges(): Gauge[] {
    const card = this.card;
    if (!card) return [];
    return [
      gauge('quality', labels.cardDealQuality, card.dealQuality, 'gauge__bar'),
      gauge('fit', labels.cardPartnerFit, card.partnerFit, 'gauge__bar'),
      gauge('risk', labels.cardConflictRisk, card.conflictRisk, 'gauge__bar gauge__bar_risk')
    ];
  }

  get hasMissing(): boolean {
    return Boolean(this.card && this.card.missing.length > 0);
  }

  get missingText(): string {
    return this.card?.missing.join(', ') ?? '';
  }

  get badge(): string {
    return statusBadge(this.card?.status ?? 'Draft');
  }

  get decidedText(): string {
    return this.card?.decidedByName ? format(labels.cardDecided, this.card.decidedByName) : '';
  }

  get isOverridden(): boolean {
    return this.card?.recommendationStatus === 'Overridden';
  }

  get showActions(): boolean {
    return Boolean(this.card && (this.card.canDecide || this.card.canAskForInformation)) && this.decision === null;
  }

  get asksForText(): boolean {
    return this.decision !== 'approve';
  }

  get textLabel(): string {
    return this.decision === 'ask' ? labels.cardQuestion : labels.cardMessage;
  }

  get confirmLabel(): string {
    return this.decision ? CONFIRM[this.decision] : '';
  }

  get confirmVariant(): string {
    return this.decision === 'reject' ? 'destructive' : 'brand';
  }

  get needsOverride(): boolean {
    return this.decision !== null && this.decision !== 'ask' && Boolean(this.card?.overrideNeededFor.includes(this.decision));
  }

  get overrideHelp(): string {
    return format(labels.cardOverrideHelp, this.card?.recommendedAction ?? '');
  }

  get canUseDraft(): boolean {
    return this.decision !== 'approve' && Boolean(this.card?.replyDraft) && this.text === '';
  }

  get cannotConfirm(): boolean {
    const textMissing = this.decision !== 'approve' && this.text.trim() === '';
    return this.busy || textMissing || (this.needsOverride && this.overrideReason.trim() === '');
  }

  handleRetry(): void {
    this.error = undefined;
    void refreshApex(this.wired);
  }

  handleChoose(event: Event): void {
    this.decision = (event.target as HTMLElement).dataset.decision as Decision;
    this.text = '';
    this.comment = '';
    this.overrideReason = '';
    this.actionError = '';
  }

  handleCancel(): void {
    this.decision = null;
  }

  handleUseDraft(): void {
    this.text = this.card?.replyDraft ?? '';
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
  }

  handleComment(event: CustomEvent<{ value: string }>): void {
    this.comment = event.detail.value;
  }

  handleOverride(event: CustomEvent<{ value: string }>): void {
    this.overrideReason = event.detail.value;
  }

  async handleConfirm(): Promise<void> {
    const decision = this.decision;
    const dealId = this.recordId ?? '';
    if (!decision || this.cannotConfirm) return;
    const comment = this.comment.trim() || null;
    const overrideReason = this.overrideReason.trim() || null;
    await this.act(DONE[decision], () => {
      if (decision === 'approve') return approve({ dealId, comment, overrideReason });
      if (decision === 'reject') return reject({ dealId, messageToPartner: this.text.trim(), comment, overrideReason });
      return askForInformation({ dealId, question: this.text.trim(), overrideReason });
    });
  }

  async handleRetryScoring(): Promise<void> {
    await this.act(labels.cardRetried, () => retryScoring({ dealId: this.recordId ?? '' }));
  }

  async handleRetryConversion(): Promise<void> {
    await this.act(labels.cardApproved, () => retryConversion({ dealId: this.recordId ?? '' }));
  }

  handleOpenOpportunity(event: Event): void {
    event.preventDefault();
    void this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: this.card?.opportunityId ?? '', objectApiName: 'Opportunity', actionName: 'view' }
    });
  }

  private async act(done: string, action: () => Promise<ScoreCard>): Promise<void> {
    this.busy = true;
    this.actionError = '';
    try {
      this.show(await action());
      this.decision = null;
      showToast(this, { title: done, variant: 'success' });
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

function gauge(key: string, label: string, value: number | null, barClass: string): Gauge {
  const shown = Math.round(value ?? 0);
  return { key, label, value: shown, style: `width: ${shown}%`, barClass };
}
