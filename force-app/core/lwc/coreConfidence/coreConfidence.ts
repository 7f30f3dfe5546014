import { LightningElement, api } from 'lwc';
import type { ConfidenceLevel } from 'c/coreTypes';
import { labels } from 'c/coreLabels';
import { format, formatNumber } from 'c/coreFormat';

const LEVELS: Readonly<Record<ConfidenceLevel, string>> = {
  High: labels.confidenceHigh,
  Medium: labels.confidenceMedium,
  Low: labels.confidenceLow
};

/** How sure the AI is, in words, with the number of past records behind it. Never shown without that number. */
export default class CoreConfidence extends LightningElement {
  @api level: ConfidenceLevel | null = null;
  /** Null when there is no history. */
  @api sampleSize: number | null = null;
  /** The domain's words for its records, with a place for the number: `from {0} comparable past deals`. */
  @api sampleLabel?: string;
  @api reason?: string | null;

  get text(): string {
    return this.level ? format(labels.confidence, LEVELS[this.level]) : '';
  }

  get sampleText(): string {
    if (this.sampleSize === null || this.sampleSize === undefined) return labels.confidenceNoSample;
    return format(this.sampleLabel ?? labels.confidenceSample, formatNumber(this.sampleSize));
  }
}
