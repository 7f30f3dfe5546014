import { LightningElement, api } from 'lwc';
import type { Evidence } from 'c/coreTypes';
import { labels } from 'c/coreLabels';
import { format } from 'c/coreFormat';

interface Row {
  readonly key: string;
  readonly text: string;
  readonly icon: string;
  readonly meaning: string;
  readonly sourceId: string | null;
  readonly sourceLabel: string;
  readonly openLabel: string;
}

const ICONS: Readonly<Record<Evidence['strength'], string>> = {
  strong: 'utility:check',
  weak: 'utility:question_mark',
  against: 'utility:close'
};

/**
 * What speaks for a finding and what against it, each in a sentence, with the place it was found where there is one.
 * Fires `open` with `{ id }` of that place.
 */
export default class CoreEvidence extends LightningElement {
  @api evidence: readonly Evidence[] = [];
  /** The domain's words for the three strengths, read out with each sentence. */
  @api strongLabel: string = labels.evidenceStrong;
  @api weakLabel: string = labels.evidenceWeak;
  @api againstLabel: string = labels.evidenceAgainst;

  get rows(): Row[] {
    const meanings = { strong: this.strongLabel, weak: this.weakLabel, against: this.againstLabel };
    return this.evidence.map(({ strength, text, source }, index) => ({
      key: String(index),
      text,
      icon: ICONS[strength],
      meaning: meanings[strength],
      sourceId: source?.id ?? null,
      sourceLabel: source?.label ?? '',
      openLabel: source ? format(labels.evidenceOpen, source.label) : ''
    }));
  }

  handleOpen(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: { id } }));
  }
}
