import { LightningElement, api } from 'lwc';
import type { ChartPoint } from 'c/coreTypes';
import { labels } from 'c/coreLabels';
import { formatNumber } from 'c/coreFormat';

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly isGap: boolean;
}

interface Mark {
  readonly key: string;
  readonly style: string;
  readonly name: string;
  readonly tabIndex: string;
}

/** Of the drawing; the page stretches it to its width. */
const WIDTH = 100;
const HEIGHT = 40;
const GAP = '–';

/**
 * Figures as bars (a few things side by side) or as a trend (one thing over time), drawn as inline SVG on a scale that begins at
 * zero. The values stand beside the bars; in a trend they show on focus, with the arrow keys from point to point. The same data is a table one
 * click away.
 */
export default class CoreChart extends LightningElement {
  @api heading = '';
  @api kind: 'bars' | 'trend' = 'bars';
  @api points: readonly ChartPoint[] = [];
  /** What the figures are, such as `Registrations`; also the heading of the table's column. */
  @api unit = '';
  /** What the labels are, for the table. */
  @api labelHeading: string = labels.chartName;
  @api format: 'number' | 'percent' | 'currency' = 'number';
  @api currencyCode = 'USD';
  @api emptyText: string = labels.chartEmpty;

  readonly labels = labels;
  readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
  showTable = false;
  private current = 0;
  private focusCurrent = false;

  renderedCallback(): void {
    if (!this.focusCurrent) return;
    this.focusCurrent = false;
    this.template?.querySelector<HTMLElement>('[data-mark][tabindex="0"]')?.focus();
  }

  get isEmpty(): boolean {
    return this.points.every(({ value }) => value === null);
  }

  get isBars(): boolean {
    return this.kind === 'bars';
  }

  get bars(): Bar[] {
    const zero = this.across(0);
    return this.points.map(({ label, value }, index) => {
      const end = this.across(value ?? 0);
      return {
        key: String(index),
        label,
        text: this.text(value),
        x: Math.min(zero, end),
        width: Math.abs(end - zero),
        isGap: value === null
      };
    });
  }

  get zeroAcross(): number {
    return this.across(0);
  }

  get zeroUp(): number {
    return HEIGHT - this.share(0) * HEIGHT;
  }

  /** One line for each run of points without a gap. */
  get lines(): { key: string; path: string }[] {
    const runs: string[][] = [];
    let run: string[] = [];
    this.points.forEach(({ value }, index) => {
      if (value === null) run = [];
      else {
        if (run.length === 0) runs.push(run);
        run.push(`${this.along(index).toFixed(2)},${(HEIGHT - this.share(value) * HEIGHT).toFixed(2)}`);
      }
    });
    return runs.map((each, index) => ({ key: String(index), path: each.join(' ') }));
  }

  get marks(): Mark[] {
    const filled = this.filled;
    const current = filled.includes(this.current) ? this.current : filled[0];
    return filled.map((index) => {
      const { label, value } = this.points[index]!;
      return {
        key: String(index),
        style: `left: ${this.along(index).toFixed(2)}%; bottom: ${(this.share(value ?? 0) * 100).toFixed(2)}%`,
        name: `${label}: ${this.text(value)}`,
        tabIndex: index === current ? '0' : '-1'
      };
    });
  }

  get highText(): string {
    return this.text(this.range.high);
  }

  get lowText(): string {
    return this.text(this.range.low);
  }

  get firstLabel(): string {
    return this.points[0]?.label ?? '';
  }

  get lastLabel(): string {
    return this.points.length > 1 ? (this.points[this.points.length - 1]?.label ?? '') : '';
  }

  get rows(): { key: string; label: string; text: string }[] {
    return this.points.map(({ label, value }, index) => ({ key: String(index), label, text: this.text(value) }));
  }

  get tableLabel(): string {
    return this.showTable ? labels.chartChart : labels.chartTable;
  }

  handleTable(): void {
    this.showTable = !this.showTable;
  }

  handleFocus(event: Event): void {
    this.current = Number((event.currentTarget as HTMLElement).dataset.mark);
  }

  handleKey(event: KeyboardEvent): void {
    const filled = this.filled;
    const at = filled.indexOf(Number((event.currentTarget as HTMLElement).dataset.mark));
    const targets: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: filled.length - 1 };
    const target = filled[targets[event.key] ?? -1];
    if (target === undefined) return;
    event.preventDefault();
    this.current = target;
    this.focusCurrent = true;
  }

  private get filled(): number[] {
    return this.points.flatMap(({ value }, index) => (value === null ? [] : [index]));
  }

  private get range(): { low: number; high: number } {
    const values = this.points.flatMap(({ value }) => (value === null ? [] : [value]));
    const low = Math.min(0, ...values);
    const high = Math.max(0, ...values);
    return { low, high: high === low ? low + 1 : high };
  }

  /** Where a value stands between the lowest and the highest, from 0 to 1. */
  private share(value: number): number {
    const { low, high } = this.range;
    return (value - low) / (high - low);
  }

  private across(value: number): number {
    return Number((this.share(value) * WIDTH).toFixed(2));
  }

  private along(index: number): number {
    return this.points.length < 2 ? WIDTH / 2 : (index / (this.points.length - 1)) * WIDTH;
  }

  private text(value: number | null): string {
    if (value === null) return GAP;
    if (this.format === 'percent') return formatNumber(value, { style: 'percent', maximumFractionDigits: 1 });
    if (this.format === 'currency')
      return formatNumber(value, { style: 'currency', currency: this.currencyCode, maximumFractionDigits: 0 });
    return formatNumber(value, { maximumFractionDigits: 1 });
  }
}
