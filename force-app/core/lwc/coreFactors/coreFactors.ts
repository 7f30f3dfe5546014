import { LightningElement, api } from 'lwc';
import type { Baseline, Factor } from 'c/coreTypes';
import { labels } from 'c/coreLabels';
import { format, formatNumber, formatSigned } from 'c/coreFormat';

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: string | null;
  readonly text: string;
  readonly points: string;
  readonly barClass: string;
  readonly style: string;
  readonly description: string;
}

interface Scale {
  readonly low: number;
  readonly high: number;
}

/**
 * A score as a waterfall: it begins at zero, each factor starts where the one before it ended, and the last bar is the score.
 * All bars share one scale with its zero marked; what is folded away is one bar of the sum it makes, drawn to the same scale.
 * The same figures stand in a table one click away.
 */
export default class CoreFactors extends LightningElement {
  @api factors: readonly Factor[] = [];
  @api baseline: Baseline | null = null;
  @api score: number | null = null;
  /** How many factors to show before the person asks for all. */
  @api top = 3;

  readonly labels = labels;
  showAll = false;
  showTable = false;

  get bars(): Bar[] {
    const { sorted, scale } = this;
    const shown = this.showAll ? sorted : sorted.slice(0, this.shownCount);
    const hidden = sorted.slice(shown.length);
    const rest = hidden.reduce((sum, factor) => sum + factor.points, 0);
    const rows = hidden.length === 0 ? shown : [...shown, others(hidden.length, rest)];
    let level = this.start;
    return rows.map((factor) => {
      const from = level;
      level += factor.points;
      return toBar(factor, from, level, scale);
    });
  }

  get tableRows(): { key: string; label: string; value: string | null; text: string; points: string }[] {
    return this.sorted.map(({ name, label, value, text, points }) => ({ key: name, label, value, text, points: formatSigned(points) }));
  }

  get startText(): string {
    return tenths(this.start);
  }

  get startLabel(): string {
    return this.baseline?.label ?? labels.factorsStart;
  }

  get startStyle(): string {
    return span(0, this.start, this.scale);
  }

  get sumText(): string {
    return tenths(this.score ?? 0);
  }

  get sumStyle(): string {
    return span(0, this.score ?? 0, this.scale);
  }

  get zeroStyle(): string {
    return `left: ${percent(0, this.scale).toFixed(2)}%`;
  }

  get hasMore(): boolean {
    return this.factors.length > Number(this.top) + 1;
  }

  get moreLabel(): string {
    return this.showAll ? labels.factorsShowTop : format(labels.factorsShowAll, this.factors.length);
  }

  get tableLabel(): string {
    return this.showTable ? labels.factorsChart : labels.factorsTable;
  }

  handleMore(): void {
    this.showAll = !this.showAll;
  }

  handleTable(): void {
    this.showTable = !this.showTable;
  }

  private get start(): number {
    return this.baseline?.points ?? 0;
  }

  /** A fold for a single factor would cost the row that it saves. */
  private get shownCount(): number {
    return this.hasMore ? Number(this.top) : this.factors.length;
  }

  private get sorted(): Factor[] {
    return [...this.factors].sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
  }

  /** Holds zero, the score and every level between, folded or not: unfolding must not change the scale. */
  private get scale(): Scale {
    let level = this.start;
    const levels = [0, this.start, this.score ?? 0, ...this.sorted.map((factor) => (level += factor.points))];
    const low = Math.min(...levels);
    return { low, high: Math.max(low + 1, ...levels) };
  }
}

function others(count: number, points: number): Factor {
  return { name: 'others', label: format(labels.factorsOthers, count), value: null, points, text: '' };
}

function toBar(factor: Factor, from: number, to: number, scale: Scale): Bar {
  const { name, label, value, text } = factor;
  const points = formatSigned(factor.points);
  return {
    key: name,
    label,
    value,
    text,
    points,
    barClass: factor.points >= 0 ? 'bar bar_raises' : 'bar bar_lowers',
    style: span(from, to, scale),
    description: `${label}${value ? ` (${value})` : ''}: ${format(labels.factorsPoints, points, tenths(from), tenths(to))}`
  };
}

/** Position and width of a bar between two levels, in percent of the track. */
function span(from: number, to: number, scale: Scale): string {
  const left = percent(Math.min(from, to), scale);
  return `left: ${left.toFixed(2)}%; width: ${(percent(Math.max(from, to), scale) - left).toFixed(2)}%`;
}

function percent(level: number, { low, high }: Scale): number {
  return ((level - low) / (high - low)) * 100;
}

function tenths(value: number): string {
  return formatNumber(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
