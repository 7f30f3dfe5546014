import { LightningElement, api } from 'lwc';
import type { Decision, DecisionOption, DecisionTaken, Recommendation, SubScore, Tone } from 'c/coreTypes';
import type { ViewState } from 'c/coreViewState';
import { labels } from 'c/coreLabels';
import { format, formatNumber } from 'c/coreFormat';

interface Gauge {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly style: string;
  readonly barClass: string;
}

interface Choice extends DecisionOption {
  readonly variant: string;
}

/** Length of the score ring's circle, 2πr with the radius 52 that the template draws. */
const RING = 2 * Math.PI * 52;
const VARIANTS: Readonly<Record<DecisionOption['kind'], string>> = { approve: 'brand', reject: 'destructive-text', other: 'neutral' };

/**
 * What a person needs to decide one record: score, confidence with its sample, recommended action and the decision at the top,
 * under it the reasons, what is missing and the evidence. Knows no record: a domain passes data and slots, and acts on `decide`.
 *
 * Slots: `evidence` (under the factors), `decided` (what came of the decision), `record` (what was said between the parties).
 * Fires `decide` with a `Decision`, `scoreagain`, and `retry` from the error state. The panel stays open with what was typed
 * until the owner calls `closeDecision`.
 */
export default class CoreRecommendationCard extends LightningElement {
  @api heading: string = labels.cardTitle;
  @api state: ViewState = 'loading';
  /** Sentence for the error state. */
  @api message = '';
  @api recommendation: Recommendation | null = null;
  @api subScores: readonly SubScore[] = [];
  @api statusLabel?: string;
  @api statusTone: Tone = 'neutral';
  @api statusIcon?: string;
  /** The domain's words for the sample of the confidence, with a place for the number. */
  @api sampleLabel?: string;
  /** Why there is no score when scoring is off, in the domain's words. */
  @api offLabel: string = labels.cardOff;
  @api notScoredLabel: string = labels.cardNotScoredText;
  /** What this person may decide now, in the order of the buttons. */
  @api decisions: readonly DecisionOption[] = [];
  @api decided: DecisionTaken | null = null;
  /** Until when a decision is promised, ISO 8601. */
  @api dueAt?: string | null;
  /** A decision is on its way. */
  @api busy = false;
  /** Why the last decision failed; the panel stays as it was. */
  @api actionError = '';

  readonly labels = labels;
  chosen: DecisionOption | null = null;
  text = '';
  comment = '';
  overrideReason = '';
  /** Where the focus goes once it is there. */
  private focusOn: string | null = null;

  renderedCallback(): void {
    const target = this.focusOn ? this.template?.querySelector<HTMLElement>(this.focusOn) : null;
    if (!target) return;
    this.focusOn = null;
    target.focus();
  }

  /** Call when the decision is taken: closes the panel and moves on to what became of it. */
  @api
  closeDecision(): void {
    this.leaveDecision('[data-id="decided"]');
  }

  get isScored(): boolean {
    return this.recommendation?.score !== null && this.recommendation?.score !== undefined;
  }

  get isQueued(): boolean {
    return this.recommendation?.aiStatus === 'Queued';
  }

  get isNotScored(): boolean {
    return this.recommendation?.aiStatus === 'Not scored';
  }

  get isOff(): boolean {
    return !this.isScored && !this.isQueued && !this.isNotScored;
  }

  get isShadow(): boolean {
    return this.recommendation?.mode === 'Shadow';
  }

  get scoreText(): string {
    return formatNumber(this.recommendation?.score ?? 0, { maximumFractionDigits: 0 });
  }

  get scoreDescription(): string {
    return format(labels.cardScoreOf, formatNumber(this.recommendation?.score ?? 0, { maximumFractionDigits: 1 }));
  }

  get ringLength(): string {
    return `${(((this.recommendation?.score ?? 0) / 100) * RING).toFixed(1)} ${RING.toFixed(1)}`;
  }

  get gauges(): Gauge[] {
    return this.subScores
      .filter(({ value }) => value !== null)
      .map(({ name, label, value, higherIsWorse }) => ({
        key: name,
        label,
        value: formatNumber(value ?? 0, { maximumFractionDigits: 0 }),
        style: `width: ${Math.min(100, Math.max(0, value ?? 0)).toFixed(0)}%`,
        barClass: higherIsWorse ? 'gauge__bar gauge__bar_risk' : 'gauge__bar'
      }));
  }

  get missingText(): string {
    return this.recommendation?.missing.join(', ') ?? '';
  }

  get modelText(): string {
    if (!this.recommendation) return '';
    const { modelNote, model, modelVersion } = this.recommendation;
    const kind = modelNote ?? (model ? labels.cardModelLearned : labels.cardModelBaseline);
    return modelVersion ? format(labels.cardModel, kind, modelVersion) : kind;
  }

  get decidedText(): string {
    return this.decided?.decidedByName ? format(labels.cardDecided, this.decided.decidedByName) : '';
  }

  get choices(): Choice[] {
    return this.decisions.map((option) => ({ ...option, variant: VARIANTS[option.kind] }));
  }

  get canScoreAgain(): boolean {
    return Boolean(this.recommendation?.canRetryScoring);
  }

  get hasActions(): boolean {
    return this.chosen === null && (this.decisions.length > 0 || this.canScoreAgain);
  }

  get showsBar(): boolean {
    return this.isScored || this.hasActions || this.showsDue;
  }

  get showsDue(): boolean {
    return Boolean(this.dueAt) && this.decisions.length > 0;
  }

  get dueLabel(): string {
    return Date.parse(this.dueAt ?? '') < Date.now() ? labels.cardOverdue : labels.cardDue;
  }

  get confirmVariant(): string {
    return this.chosen?.kind === 'reject' ? 'destructive' : 'brand';
  }

  get reasonHelp(): string {
    return format(labels.cardReasonHelp, this.recommendation?.recommendedAction ?? '');
  }

  get canUseDraft(): boolean {
    return Boolean(this.chosen?.offersDraft && this.recommendation?.replyDraft) && this.text === '';
  }

  get cannotConfirm(): boolean {
    if (!this.chosen || this.busy) return true;
    const textMissing = Boolean(this.chosen.asksFor) && this.text.trim() === '';
    return textMissing || (Boolean(this.chosen.needsReason) && this.overrideReason.trim() === '');
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  handleScoreAgain(): void {
    this.dispatchEvent(new CustomEvent('scoreagain'));
  }

  handleChoose(event: Event): void {
    const { decision } = (event.currentTarget as HTMLElement).dataset;
    this.chosen = this.decisions.find(({ name }) => name === decision) ?? null;
    this.text = '';
    this.comment = '';
    this.overrideReason = '';
    this.focusOn = '[data-id="decision-panel"] c-core-form-field';
  }

  handleCancel(): void {
    this.leaveDecision(`[data-decision="${this.chosen?.name}"]`);
  }

  handleUseDraft(): void {
    this.text = this.recommendation?.replyDraft ?? '';
    this.focusOn = '[data-id="text"]';
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
  }

  handleComment(event: CustomEvent<{ value: string }>): void {
    this.comment = event.detail.value;
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.overrideReason = event.detail.value;
  }

  handleConfirm(): void {
    if (!this.chosen || this.cannotConfirm) return;
    const detail: Decision = {
      name: this.chosen.name,
      text: given(this.text),
      comment: given(this.comment),
      overrideReason: given(this.overrideReason)
    };
    this.dispatchEvent(new CustomEvent('decide', { detail }));
  }

  private leaveDecision(focusOn: string): void {
    this.chosen = null;
    this.focusOn = focusOn;
  }
}

function given(text: string): string | null {
  return text.trim() || null;
}
