import type { FeatureKind, Features, FeatureValue } from './types.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const NUMERIC = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** "1,234,567.50": whole groups of three only, so that a decimal comma is not taken for one. */
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** "1.234.567", "1.234,50" and "12,5", where no point or comma can be read the other way ("1.234" is a little over one). */
const CONTINENTAL = /^[+-]?(?:\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+|\d+,(?:\d{1,2}|\d{4,}))$/;
/** What may stand before or after an amount: a sign, a code of three letters, or a percent sign. */
const CURRENCY = /^([+-]?)\s*(?:\p{Sc}|[A-Z]{3}(?=[\s\d]))\s*(?=[\d.+-])|\s*(?:\p{Sc}|%|(?<=\d)\s*[A-Z]{3})$/gu;
/** Day and month in an order that only the writer knows. */
const LOCAL_DATE = /^\d{1,2}([./-])\d{1,2}\1\d{2,4}\b/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Share of a column's known values that must read as a number (or date) for the column to be one. */
const KIND_SHARE = 0.98;
/** Names of columns that number or name deals … */
const IDENTIFYING_NAME = /(?:^|[\s_-])(?:id|ids|no|nr|num|number|key|guid|uuid)$|(?:Id|ID|Number|Key)$/;
/** … and do so when at least this share of their values is distinct: what returns is the same deal again, line by line. */
const IDENTIFYING_SHARE = 0.5;
const MAX_NUMBER_LENGTH = 40;
/** Longer texts are told apart by their beginning only. */
const MAX_CATEGORY_LENGTH = 200;

/** A column by its distinct values, so that each is read and compared once, however many deals have it. */
export type Column = {
  name: string;
  /** By row: position of its value among the labels, -1 where it is not known. */
  codes: Int32Array;
} & ({ kind: 'category'; labels: string[] } | { kind: 'number' | 'date'; labels: number[] });
export type DroppedColumn = { feature: string; reason: string };

/** A number as the model reads it, or NaN when the value is not one. */
export function asNumber(value: FeatureValue): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
  if (typeof value === 'string') {
    const text = value.trim();
    if (NUMERIC.test(text)) return Number(text);
    // Most other texts are seen not to be numbers by having no digit near their beginning.
    if (!/^.{0,5}\d/s.test(text) || text.length > MAX_NUMBER_LENGTH) return NaN;
    const plain = text.replaceAll(CURRENCY, '$1').replaceAll(/(?<=\d)['\u2019\u00a0\u202f ](?=\d{3})/g, '');
    if (NUMERIC.test(plain)) return Number(plain);
    if (GROUPED.test(plain)) return Number(plain.replaceAll(',', ''));
    return CONTINENTAL.test(plain) ? Number(plain.replaceAll('.', '').replace(',', '.')) : NaN;
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
    const raw = distinct(rows.map((row) => (Object.hasOwn(row.features, name) ? row.features[name] : null)));
    const identifier = name === groupBy ? asColumn(name, 'category', raw, asCategory) : identifierColumn(name, raw);
    if (identifier) identifiers.push(identifier);
    if (ignored) continue;
    const read = identifier ? { feature: name, reason: IDENTIFIER_REASON } : readColumn(name, raw);
    if ('reason' in read) {
      dropped.push(read);
      continue;
    }
    columns.push(read);
    if (read.kind === 'date' && !names.has(monthOf(name))) {
      const month = asColumn(monthOf(name), 'category', { values: read.labels, codes: read.codes }, (day) =>
        dayToIso(Number(day)).slice(5, 7)
      );
      if (month.labels.length + (isComplete(month) ? 0 : 1) > 2) columns.push(month);
    }
  }
  return { columns, dropped, identifiers };
}

const IDENTIFIER_REASON = 'an identifier: it tells which deal a row is, and another value stands in most rows';

/** Distinct values in the order they first stand there; -1 stays what is not known. */
interface Distinct<Value> {
  values: Value[];
  codes: Int32Array;
}

function distinct<Value>(values: readonly Value[]): Distinct<Value> {
  const known = new Map<Value, number>();
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = known.size));
    codes[row] = code;
  }
  return { values: [...known.keys()], codes };
}

/** Reads each distinct value; those that are read alike become one. */
function asColumn(
  name: string,
  kind: 'category',
  raw: Distinct<FeatureValue>,
  read: (value: FeatureValue) => string | null
): Column & { kind: 'category' };
function asColumn(
  name: string,
  kind: 'number' | 'date',
  raw: Distinct<FeatureValue>,
  read: (value: FeatureValue) => number
): Column & { kind: 'number' | 'date' };
function asColumn(
  name: string,
  kind: FeatureKind,
  raw: Distinct<FeatureValue>,
  read: (value: FeatureValue) => string | number | null
): Column {
  const known = new Map<string | number, number>();
  const codeOf = Int32Array.from(raw.values, (value) => {
    const label = read(value);
    if (label === null || Number.isNaN(label)) return -1;
    let code = known.get(label);
    if (code === undefined) known.set(label, (code = known.size));
    return code;
  });
  return { name, kind, labels: [...known.keys()], codes: raw.codes.map((code) => (code < 0 ? -1 : codeOf[code]!)) } as Column;
}

/** A column of categories whatever its values look like. */
export function categoriesOf(name: string, values: readonly FeatureValue[]): Column {
  return asColumn(name, 'category', distinct(values), asCategory);
}

/** How many deals have each label. */
export function countLabels({ labels, codes }: Column): Float64Array {
  return countCodes(codes, labels.length);
}

function countCodes(codes: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (const code of codes) if (code >= 0) counts[code]!++;
  return counts;
}

function isComplete({ codes }: Column): boolean {
  return !codes.includes(-1);
}

/** The column as labels when it numbers deals: fractions and dates are measurements whatever the name. */
function identifierColumn(name: string, raw: Distinct<FeatureValue>): Column | null {
  if (!IDENTIFYING_NAME.test(name.trim())) return null;
  const column = asColumn(name, 'category', raw, asCategory);
  const counts = countLabels(column);
  const known = total(counts);
  if (known < 20 || column.labels.length <= known * IDENTIFYING_SHARE) return null;
  const measured = total(
    counts.filter((_, code) => /^[+-]?\d*[.,]\d+$/.test(column.labels[code]!) || !Number.isNaN(asDay(column.labels[code]!)))
  );
  return measured > known * (1 - KIND_SHARE) ? null : column;
}

function readColumn(name: string, raw: Distinct<FeatureValue>): Column | DroppedColumn {
  const counts = countCodes(raw.codes, raw.values.length);
  let known = 0;
  let numbers = 0;
  let days = 0;
  raw.values.forEach((value, code) => {
    if (asCategory(value) === null) return;
    known += counts[code]!;
    if (!Number.isNaN(asNumber(value))) numbers += counts[code]!;
    else if (!Number.isNaN(asDay(value))) days += counts[code]!;
  });
  if (known === 0) return { feature: name, reason: 'no deal has a value' };
  if (numbers >= known * KIND_SHARE) return unlessConstant(asColumn(name, 'number', raw, asNumber));
  if (days >= known * KIND_SHARE) return asColumn(name, 'date', raw, asDay);
  const category = asColumn(name, 'category', raw, asCategory);
  return tooVaried(category, known) ?? unlessConstant(category);
}

function unlessConstant(column: Column): Column | DroppedColumn {
  return column.labels.length === 1 && isComplete(column) ? { feature: column.name, reason: 'every deal has the same value' } : column;
}

function tooVaried(column: Column & { kind: 'category' }, known: number): DroppedColumn | undefined {
  const { name, labels } = column;
  if (labels.length <= 20) return undefined;
  const counts = countLabels(column);
  if (total(counts.filter((_, code) => LOCAL_DATE.test(labels[code]!))) >= known * KIND_SHARE)
    return { feature: name, reason: 'dates in which day and month cannot be told apart: write them as 2026-03-14' };
  if (total(counts.filter((count) => count >= 5)) >= known * 0.2) return undefined;
  const characters = labels.reduce((sum, label, code) => sum + label.length * counts[code]!, 0);
  const reason =
    characters / known > 40 ? 'free text: hardly any value occurs twice' : 'hardly any value occurs often enough to learn from';
  return { feature: name, reason };
}

const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);
