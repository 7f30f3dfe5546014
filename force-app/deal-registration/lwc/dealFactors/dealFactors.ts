import { LightningElement, api } from 'lwc';
import type { Factor } from 'c/dealTypes';
import { labels } from 'c/dealLabels';
import { format } from 'c/coreFormat';

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: string | null;
  readonly text: string;
  readonly area: string;
  readonly points: string;
  readonly barClass: string;
  readonly style: string;
  readonly description: string;
}

const STRONGEST = 5;
const AREAS: Readonly<Record<Factor['area'], string>> = {
  deal: labels.cardGroupDeal,
  partner: labels.cardGroupPartner,
  conflict: labels.cardGroupConflict
};

/**
 * The factors of a score as a signed bar chart: to the right what raises it, to the left what lowers it, on one scale.
 * Starting point and bars add up to the score; what is not shown is summed in one row, so that the sum stays visible.
 */
export default class DealFactors extends LightningElement {
  @api factors: readonly Factor[] = [];
  @api baseline: { readonly label: string; readonly points: number } | null = null;
  @api score: number | null = null;

  readonly labels = labels;
  showAll = false;
  showTable = false;

  get bars(): Bar[] {
    const sorted = this.sorted;
    const shown = this.showAll ? sorted : sorted.slice(0, STRONGEST);
    const hidden = sorted.slice(shown.length);
    const bars = shown.map((factor) => this.toBar(factor));
    if (hidden.length === 0) return bars;
    const rest = hidden.reduce((sum, factor) => sum + factor.points, 0);
    return [
      ...bars,
      this.toBar({ name: 'others', label: format(labels.cardOthers, hidden.length), area: 'deal', value: null, points: rest, text: '' })
    ];
  }

  get tableRows(): Bar[] {
    return this.sorted.map((factor) => this.toBar(factor));
  }

  get startText(): string {
    return points(this.baseline?.points ?? 0);
  }

  get startLabel(): string {
    return this.baseline?.label ?? labels.cardStart;
  }

  get sumText(): string {
    return points(this.score ?? 0);
  }

  get hasMore(): boolean {
    return this.factors.length > STRONGEST;
  }

  get moreLabel(): string {
    return this.showAll ? labels.cardShowTop : format(labels.cardShowAll, this.factors.length);
  }

  handleMore(): void {
    this.showAll = !this.showAll;
  }

  handleTable(): void {
    this.showTable = !this.showTable;
  }

  private get sorted(): Factor[] {
    return [...this.factors].sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
  }

  private get scale(): number {
    return Math.max(1, ...this.factors.map((factor) => Math.abs(factor.points)));
  }

  private toBar(factor: Factor): Bar {
    const share = Math.min(50, (Math.abs(factor.points) / this.scale) * 50);
    const raises = factor.points >= 0;
    return {
      key: factor.name,
      label: factor.label,
      value: factor.value,
      text: factor.text,
      area: AREAS[factor.area],
      points: signed(factor.points),
      barClass: raises ? 'bar bar_raises' : 'bar bar_lowers',
      style: raises ? `left: 50%; width: ${share.toFixed(2)}%` : `left: ${(50 - share).toFixed(2)}%; width: ${share.toFixed(2)}%`,
      description: `${factor.label}${factor.value ? ` (${factor.value})` : ''}: ${format(labels.cardPoints, signed(factor.points))}`
    };
  }
}

function points(value: number): string {
  return value.toFixed(1);
}

/** A true minus sign, so that screen readers say it and columns line up. */
function signed(value: number): string {
  const rounded = Math.abs(value).toFixed(1);
  if (rounded === '0.0') return '0.0';
  return value > 0 ? `+${rounded}` : `−${rounded}`;
}
