import { asCategory, asDay, asNumber, countLabels, dayToIso, type Column } from './columns.ts';
import type { Bins, FeatureValue } from './types.ts';

export interface BinLimits {
  /** Most bins a number or date may have, "not known" aside. */
  maxBins: number;
  /** Most categories kept by name. */
  maxCategories: number;
  /** Fewest deals in a bin of its own. */
  minCount: number;
}

/** Finds the bins of a column: quantiles for numbers (frequent values get a bin of their own), frequent categories by name. */
export function findBins(column: Column, limits: BinLimits): Bins {
  const counts = countLabels(column);
  if (column.kind === 'category') return { kind: 'category', categories: findCategories(column.labels, counts, limits) };
  const whole = column.kind === 'number' && column.labels.every((value) => Number.isSafeInteger(value));
  return { kind: column.kind, cuts: findCuts(column.labels, counts, limits), ...(whole ? { whole } : {}) };
}

export function binCount(bins: Bins): number {
  return bins.kind === 'category' ? bins.categories.length + 2 : bins.cuts.length + 2;
}

/** Bin of one raw value. */
export function binOf(bins: Bins, value: FeatureValue): number {
  if (bins.kind === 'category') {
    const category = asCategory(value);
    if (category === null) return 0;
    const index = bins.categories.indexOf(category);
    return index < 0 ? bins.categories.length + 1 : index + 1;
  }
  return binOfNumber(bins.cuts, bins.kind === 'date' ? asDay(value) : asNumber(value));
}

function binOfNumber(cuts: number[], value: number): number {
  if (Number.isNaN(value)) return 0;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** Bins of a whole column, in row order. */
export function encodeColumn(bins: Bins, column: Column): Uint16Array {
  const binOfLabel = Uint16Array.from(column.labels as readonly (string | number)[], lookUp(bins));
  const encoded = new Uint16Array(column.codes.length);
  for (let row = 0; row < encoded.length; row++) encoded[row] = column.codes[row]! < 0 ? 0 : binOfLabel[column.codes[row]!]!;
  return encoded;
}

function lookUp(bins: Bins): (label: string | number) => number {
  if (bins.kind !== 'category') return (label) => binOfNumber(bins.cuts, Number(label));
  const index = new Map<string | number, number>(bins.categories.map((category, i) => [category, i + 1]));
  return (label) => index.get(label) ?? bins.categories.length + 1;
}

export function binLabels(bins: Bins): string[] {
  if (bins.kind === 'category') return ['(not known)', ...bins.categories, '(other)'];
  const text = (value: number): string => (bins.kind === 'date' ? dayToIso(value) : formatNumber(value));
  const { cuts } = bins;
  if (cuts.length === 0) return ['(not known)', 'any value'];
  const labels = ['(not known)', `under ${text(cuts[0]!)}`];
  for (let i = 1; i < cuts.length; i++) {
    const from = cuts[i - 1]!;
    const to = bins.whole ? Math.ceil(cuts[i]!) - 1 : cuts[i]!;
    labels.push(bins.whole && to <= from ? text(Math.ceil(from)) : `${text(from)} to ${text(to)}`);
  }
  labels.push(`${text(cuts[cuts.length - 1]!)} or more`);
  return labels;
}

/** Up to 10 significant digits, thousands set apart. Written out because locale formatting costs more than scoring a deal. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  const text = String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(10)));
  const point = text.indexOf('.');
  const end = point < 0 ? text.length : point;
  const start = text.startsWith('-') ? 1 : 0;
  if (end - start <= 3 || text.includes('e')) return text;
  let whole = text.slice(start, end);
  let grouped = '';
  for (; whole.length > 3; whole = whole.slice(0, -3)) grouped = `,${whole.slice(-3)}${grouped}`;
  return `${text.slice(0, start)}${whole}${grouped}${text.slice(end)}`;
}

function findCategories(labels: readonly string[], counts: Float64Array, limits: BinLimits): string[] {
  return labels
    .map((category, code) => ({ category, count: counts[code]! }))
    .filter(({ count }) => count >= limits.minCount)
    .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1))
    .slice(0, limits.maxCategories)
    .map(({ category }) => category);
}

function findCuts(labels: readonly number[], countOf: Float64Array, limits: BinLimits): number[] {
  const ascending = Int32Array.from(labels.keys()).sort((a, b) => labels[a]! - labels[b]!);
  const distinct = Float64Array.from(ascending, (code) => labels[code]!);
  const counts = Float64Array.from(ascending, (code) => countOf[code]!);
  const known = counts.reduce((sum, count) => sum + count, 0);
  if (distinct.length <= 1) return [];
  const target = Math.max(limits.minCount, known / limits.maxBins);
  const cuts: number[] = [];
  let filled = 0;
  for (let i = 0; i < distinct.length; i++) {
    // A value frequent enough for a bin of its own starts one: round amounts behave unlike their neighbours.
    if (filled >= target || (filled >= limits.minCount && counts[i]! >= target)) {
      cuts.push(shortestBetween(distinct[i - 1]!, distinct[i]!));
      filled = 0;
    }
    filled += counts[i]!;
  }
  if (filled < limits.minCount) cuts.pop();
  return cuts;
}

/** The number with the fewest digits in (low, high]: cuts that people can read. */
export function shortestBetween(low: number, high: number): number {
  for (let digits = 1; digits <= 15; digits++) {
    const candidate = Number(high.toPrecision(digits));
    if (candidate > low && candidate <= high) return candidate;
    const power = 10 ** (Math.floor(Math.log10(Math.abs(high) || 1)) - digits + 1);
    const below = Math.floor(high / power) * power;
    const cleaned = Number(below.toPrecision(15));
    if (cleaned > low && cleaned <= high) return cleaned;
  }
  return high;
}

/** Bins merged to at most `max` (besides "not known"), with the coarse bin of each fine bin. Coarse cuts are a subset of the fine ones. */
export function coarsen(bins: Bins, counts: Float64Array, max: number): { bins: Bins; size: number; parents: Uint16Array } {
  const parents = new Uint16Array(counts.length);
  if (bins.kind === 'category') {
    const categories = bins.categories.slice(0, max);
    for (let bin = 0; bin < counts.length; bin++) parents[bin] = Math.min(bin, categories.length + 1);
    return { bins: { kind: 'category', categories }, size: categories.length + 2, parents };
  }
  let total = 0;
  for (let bin = 1; bin < counts.length; bin++) total += counts[bin]!;
  const cuts: number[] = [];
  let filled = 0;
  let left = total;
  let bin = 1;
  for (; bin < counts.length; bin++) {
    const target = left / (max - cuts.length);
    // Cut before this bin when the one so far is full, or when leaving it out comes closer to the target.
    if (bin > 1 && filled > 0 && cuts.length < max - 1 && (filled >= target || filled + counts[bin]! / 2 > target)) {
      cuts.push(bins.cuts[bin - 2]!);
      left -= filled;
      filled = 0;
    }
    filled += counts[bin]!;
    parents[bin] = cuts.length + 1;
  }
  return { bins: { ...bins, cuts }, size: cuts.length + 2, parents };
}
