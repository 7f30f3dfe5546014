import type { FeatureKind, Features, FeatureValue } from './types.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const NUMERIC = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** "1,234,567.50": whole groups of three only, so that a decimal comma is not taken for one. */
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Share of a column's known values that must read as a number (or date) for the column to be one. */
const KIND_SHARE = 0.98;
/** Names of columns that number or name deals … */
const IDENTIFYING_NAME = /(?:^|[\s_-])(?:id|ids|no|nr|num|number|key|guid|uuid)$|(?:Id|ID|Number|Key)$/;
/** … and do so when at least this share of their values is distinct: what returns is the same deal again, line by line. */
const IDENTIFYING_SHARE = 0.5;
/** Longer texts are told apart by their beginning only. */
const MAX_CATEGORY_LENGTH = 200;

export type Column = { name: string; kind: FeatureKind; values: Float64Array | (string | null)[] };
export type DroppedColumn = { feature: string; reason: string };

/** A number as the model reads it, or NaN when the value is not one. */
export function asNumber(value: FeatureValue): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
  if (typeof value === 'string') {
    const first = value.charCodeAt(0);
    // Most texts are seen not to be numbers by their first letter.
    if (first > 57 && first < 128) return NaN;
    const text = value.trim();
    if (NUMERIC.test(text)) return Number(text);
    return GROUPED.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  }
  return NaN;
}

/** Days since 1970-01-01, or NaN when the value is not an ISO date. */
export function asDay(value: FeatureValue): number {
  if (typeof value !== 'string') return NaN;
  const text = value.trim();
  if (!ISO_DATE.test(text)) return NaN;
  return Math.floor(Date.parse(text.slice(0, 10)) / MILLISECONDS_PER_DAY);
}

/** A category as the model reads it, or null when not known. */
export function asCategory(value: FeatureValue): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = value.normalize('NFC').trim().slice(0, MAX_CATEGORY_LENGTH);
  return text === '' ? null : text;
}

export function dayToIso(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Name of the month-of-year feature that a date feature brings along. */
export const monthOf = (name: string): string => `${name} (month)`;

/** Value of a feature, derived ones included. */
export function readFeature(features: Features, name: string): FeatureValue {
  if (Object.hasOwn(features, name)) return features[name];
  const base = /^(.*) \(month\)$/s.exec(name)?.[1];
  if (base === undefined || !Object.hasOwn(features, base)) return null;
  const day = asDay(features[base]);
  return Number.isNaN(day) ? null : dayToIso(day).slice(5, 7);
}

export interface ReadColumns {
  columns: Column[];
  dropped: DroppedColumn[];
  /** Columns that tell which deal a row belongs to, ignored ones included: not learned from. */
  identifiers: Column[];
}

/** Reads the rows column by column and decides what each is, or why it cannot be learned from. `groupBy` is taken for an identifier. */
export function readColumns(rows: readonly { features: Features }[], ignore: ReadonlySet<string>, groupBy?: string): ReadColumns {
  const names = new Set<string>();
  for (const row of rows) for (const name in row.features) if (Object.hasOwn(row.features, name)) names.add(name);
  const columns: Column[] = [];
  const dropped: DroppedColumn[] = [];
  const identifiers: Column[] = [];
  for (const name of names) {
    const ignored = ignore.has(name) || name === groupBy;
    if (ignored && name !== groupBy && !IDENTIFYING_NAME.test(name.trim())) continue;
    const raw = rows.map((row) => (Object.hasOwn(row.features, name) ? row.features[name] : null));
    const identifier: Column | null =
      name === groupBy ? { name, kind: 'category', values: raw.map(asCategory) } : identifierColumn(name, raw);
    if (identifier) identifiers.push(identifier);
    if (ignored) continue;
    const read = identifier ? { feature: name, reason: IDENTIFIER_REASON } : readColumn(name, raw);
    if ('reason' in read) {
      dropped.push(read);
      continue;
    }
    columns.push(read);
    if (read.kind === 'date') {
      const months = Array.from(read.values as Float64Array, (day) => (Number.isNaN(day) ? null : dayToIso(day).slice(5, 7)));
      if (new Set(months).size > 2 && !names.has(monthOf(name))) columns.push({ name: monthOf(name), kind: 'category', values: months });
    }
  }
  return { columns, dropped, identifiers };
}

const IDENTIFIER_REASON = 'an identifier: it tells which deal a row is, and another value stands in most rows';

/** The column as labels when it numbers deals: fractions and dates are measurements whatever the name. */
function identifierColumn(name: string, raw: FeatureValue[]): Column | null {
  if (!IDENTIFYING_NAME.test(name.trim())) return null;
  const values = raw.map(asCategory);
  const known = values.filter((value) => value !== null);
  if (known.length < 20 || new Set(known).size <= known.length * IDENTIFYING_SHARE) return null;
  const measured = known.filter((value) => /^[+-]?\d*[.,]\d+$/.test(value) || !Number.isNaN(asDay(value))).length;
  return measured > known.length * (1 - KIND_SHARE) ? null : { name, kind: 'category', values };
}

function readColumn(name: string, raw: FeatureValue[]): Column | DroppedColumn {
  let known = 0;
  let numbers = 0;
  let days = 0;
  for (const value of raw) {
    if (asCategory(value) === null) continue;
    known++;
    if (!Number.isNaN(asNumber(value))) numbers++;
    else if (!Number.isNaN(asDay(value))) days++;
  }
  if (known === 0) return { feature: name, reason: 'no deal has a value' };
  if (numbers >= known * KIND_SHARE) return numberColumn(name, raw.map(asNumber));
  if (days >= known * KIND_SHARE) return { name, kind: 'date', values: Float64Array.from(raw, asDay) };
  return categoryColumn(name, raw.map(asCategory), known);
}

function numberColumn(name: string, values: number[]): Column | DroppedColumn {
  const distinct = new Set<number>();
  let known = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    known++;
    distinct.add(value);
  }
  if (distinct.size === 1 && known === values.length) return { feature: name, reason: 'every deal has the same value' };
  return { name, kind: 'number', values: Float64Array.from(values) };
}

function categoryColumn(name: string, values: (string | null)[], known: number): Column | DroppedColumn {
  const counts = new Map<string, number>();
  let characters = 0;
  for (const value of values) {
    if (value === null) continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    characters += value.length;
  }
  if (counts.size === 1 && known === values.length) return { feature: name, reason: 'every deal has the same value' };
  let repeated = 0;
  for (const count of counts.values()) if (count >= 5) repeated += count;
  if (counts.size > 20 && repeated < known * 0.2) {
    const text = characters / known > 40;
    return {
      feature: name,
      reason: text ? 'free text: hardly any value occurs twice' : 'hardly any value occurs often enough to learn from'
    };
  }
  return { name, kind: 'category', values };
}
