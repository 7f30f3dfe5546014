import { LightningElement, api, wire } from 'lwc';
import { refreshApex, type WiredApex } from '@salesforce/apex';
import getReview from '@salesforce/apex/MdfReviewController.getReview';
import approve from '@salesforce/apex/MdfReviewController.approve';
import approveInPart from '@salesforce/apex/MdfReviewController.approveInPart';
import reject from '@salesforce/apex/MdfReviewController.reject';
import askForInformation from '@salesforce/apex/MdfReviewController.askForInformation';
import retryReview from '@salesforce/apex/MdfReviewController.retryReview';
import type { Decision, DecisionOption, FieldChange } from 'c/coreTypes';
import type { Adjustment, Discrepancy, DocumentView, EligibleLine, ReviewCard } from 'c/mdfTypes';
import { labels } from 'c/mdfLabels';
import { labels as coreLabels } from 'c/coreLabels';
import { errorMessage, format } from 'c/coreFormat';
import { showToast } from 'c/coreToast';
import { type ViewState, viewMessage, viewState } from 'c/coreViewState';
import { type StatusBadge, money, statusBadge } from 'c/mdfBadges';

interface LineRow extends EligibleLine {
  readonly key: string;
  readonly label: string;
  readonly costText: string;
  readonly newCost: number | null;
  readonly newReason: string | null;
}

interface CardElement extends HTMLElement {
  closeDecision(): void;
}

const SEVERITY: Readonly<Record<Discrepancy['severity'], string>> = {
  high: labels.reviewHigh,
  medium: labels.reviewMedium,
  low: labels.reviewLow
};

/** A channel manager decides on a claim: discrepancies, the amount line by line, what was read, and the decision. */
export default class MdfClaimReview extends LightningElement {
  @api recordId?: string;

  readonly labels = labels;
  card?: ReviewCard;
  busy = false;
  actionError = '';
  private changes: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
  private error: unknown;
  private wired?: WiredApex<ReviewCard>;

  @wire(getReview, { claimId: '$recordId' })
  wiredReview(result: WiredApex<ReviewCard>): void {
    this.wired = result;
    this.error = result.error;
    if (result.data) this.card = result.data;
  }

  get state(): ViewState {
    return viewState(this.view);
  }

  get message(): string {
    return viewMessage(this.view);
  }

  get statusLabel(): string | undefined {
    return this.card?.claim.statusLabel;
  }

  get hasNone(): boolean {
    return this.discrepancies.length === 0;
  }

  get badge(): StatusBadge {
    return statusBadge(this.card?.claim.status);
  }

  get recommendation(): Record<string, unknown> | undefined {
    const { card } = this;
    if (!card) return undefined;
    const baseline = { label: labels.reviewBaseline, points: card.baselinePoints ?? 0 };
    return { ...card, baseline, factors: card.factors ?? [], missing: [], canRetryScoring: card.canRetry };
  }

  get eligibleText(): string {
    return money(this.card?.eligibleAmount, this.card?.claim.programCurrencyCode);
  }

  get discrepancies(): (Discrepancy & { readonly key: string; readonly severityLabel: string })[] {
    return (this.card?.discrepancies ?? []).map((found, index) => ({
      ...found,
      key: `${found.rule}.${index}`,
      severityLabel: SEVERITY[found.severity]
    }));
  }

  get lines(): LineRow[] {
    return (this.card?.lines ?? []).map((line) => {
      const key = `${line.documentId}.${line.lineNumber}`;
      const { cost, reason } = this.changes[key] ?? {};
      return {
        ...line,
        key,
        label: line.description || (line.lineNumber === 0 ? labels.reviewWhole : format(labels.documentLine, line.lineNumber)),
        costText: money(line.cost, this.card?.claim.programCurrencyCode),
        newCost: cost === undefined ? line.adjustedCost : cost.trim() === '' ? null : Number(cost),
        newReason: reason ?? line.reason
      };
    });
  }

  get documents(): readonly DocumentView[] {
    return this.card?.claim.documents ?? [];
  }

  get decisions(): DecisionOption[] {
    if (!this.card?.canDecide) return [];
    const letter = { asksFor: labels.reviewMessage, asksForHelp: labels.reviewMessageHelp, offersDraft: true, takesComment: true };
    const full = format(labels.reviewConfirmApprove, this.eligibleText);
    return [
      { name: 'approve', label: labels.reviewApprove, confirmLabel: full, kind: 'approve', ...letter },
      { name: 'part', label: labels.reviewPart, confirmLabel: labels.reviewConfirmPart, kind: 'other', ...letter },
      { name: 'ask', label: labels.reviewAsk, confirmLabel: labels.reviewConfirmAsk, kind: 'other', asksFor: labels.reviewQuestion },
      { name: 'reject', label: labels.reviewReject, confirmLabel: labels.reviewConfirmReject, kind: 'reject', ...letter }
    ];
  }

  handleAdjust(event: CustomEvent<FieldChange>): void {
    const { key = '' } = (event.currentTarget as HTMLElement).dataset;
    this.changes = { ...this.changes, [key]: { ...this.changes[key], [event.detail.name]: String(event.detail.value) } };
  }

  handleRetry(): void {
    this.error = undefined;
    void refreshApex(this.wired);
  }

  async handleScoreAgain(): Promise<void> {
    await this.act(labels.reviewRetried, () => retryReview({ claimId: this.recordId ?? '' }));
  }

  async handleDecide({ detail }: CustomEvent<Decision>): Promise<void> {
    const claimId = this.recordId ?? '';
    const { name, text, comment, overrideReason } = detail;
    const words = { claimId, messageToPartner: text, comment, overrideReason };
    await this.act(labels.reviewDone, () => {
      if (name === 'approve') return approve(words);
      if (name === 'part') return approveInPart({ ...words, adjustments: this.adjustments() });
      if (name === 'reject') return reject(words);
      return askForInformation({ claimId, question: text ?? '', overrideReason });
    });
  }

  /** What was typed on the lines; an amount without its reason is refused before anything is decided. */
  private adjustments(): Adjustment[] {
    const adjusted = this.lines.filter(({ newCost }) => newCost !== null && newCost !== undefined);
    if (adjusted.length === 0) throw new Error(labels.reviewNoAdjustment);
    return adjusted.map(({ documentId, lineNumber, newCost, newReason }) => {
      const cost = newCost ?? 0;
      if (!Number.isFinite(cost) || cost < 0) throw new Error(labels.reviewBadAmount);
      if (!newReason?.trim()) throw new Error(labels.reviewReasonRequired);
      return { documentId, lineNumber, cost, reason: newReason.trim() };
    });
  }

  private get view(): { error: unknown; loaded: boolean } {
    return { error: this.error, loaded: this.card !== undefined };
  }

  private async act(done: string, action: () => Promise<ReviewCard>): Promise<void> {
    this.busy = true;
    this.actionError = '';
    try {
      this.card = await action();
      this.changes = {};
      this.template?.querySelector<CardElement>('c-core-recommendation-card')?.closeDecision();
      showToast(this, { title: done });
      await refreshApex(this.wired);
    } catch (error) {
      this.actionError = errorMessage(error, coreLabels.stateUnknownError);
    } finally {
      this.busy = false;
    }
  }
}
