/** CSV rows → records of one object, by what the org itself says of its fields. Pure: nothing here talks to an org. */

/** The part of a describe result that reading a CSV needs. */
export interface DescribedField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly length: number;
  readonly createable: boolean;
  readonly nillable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly restrictedPicklist?: boolean;
  readonly picklistValues?: readonly { readonly value: string; readonly label: string; readonly active: boolean }[] | null;
  readonly relationshipName?: string | null;
}

export interface ColumnMapping {
  readonly column: string;
  readonly field: DescribedField;
  /** A lookup column holds the parent's name, to be resolved by the caller. */
  readonly byName: boolean;
}

export interface RowProblem {
  readonly column: string;
  readonly message: string;
}

export interface ImportRow {
  /** Line in the file, the heading being line 1. */
  readonly line: number;
  readonly source: Readonly<Record<string, string>>;
  readonly record: Record<string, string | number | boolean | null>;
  readonly problems: RowProblem[];
}

const EARLIEST_DATE = '1900-01-01';

/** Matches headings to fields by API name, label, or (lookups) relationship name or label; case and spaces are ignored. */
export function mapColumns(headings: readonly string[], fields: readonly DescribedField[]): { mapped: ColumnMapping[]; unknown: string[] } {
  const mapped: ColumnMapping[] = [];
  const unknown: string[] = [];
  for (const column of headings) {
    const wanted = normalise(column);
    const field = fields.find((candidate) =>
      [candidate.name, candidate.label, candidate.relationshipName ?? ''].some((name) => name !== '' && normalise(name) === wanted)
    );
    if (!field || !field.createable) unknown.push(column);
    else mapped.push({ column, field, byName: field.type === 'reference' });
  }
  return { mapped, unknown };
}

/** Fields the org insists on and the file does not have. */
export function missingFields(mapped: readonly ColumnMapping[], fields: readonly DescribedField[]): string[] {
  const present = new Set(mapped.map((mapping) => mapping.field.name));
  return fields
    .filter(
      (field) => field.createable && !field.nillable && !field.defaultedOnCreate && field.type !== 'boolean' && !present.has(field.name)
    )
    .map((field) => field.label);
}

export function readRow(line: number, source: Readonly<Record<string, string>>, mapped: readonly ColumnMapping[]): ImportRow {
  const row: ImportRow = { line, source, record: {}, problems: [] };
  for (const { column, field } of mapped) {
    const text = (source[column] ?? '').trim();
    if (text === '') {
      if (!field.nillable && !field.defaultedOnCreate) row.problems.push({ column, message: 'is required' });
      continue;
    }
    const value = readValue(text, field);
    if ('problem' in value) row.problems.push({ column, message: value.problem });
    else row.record[field.name] = value.value;
  }
  return row;
}

type Read = { value: string | number | boolean } | { problem: string };

function readValue(text: string, field: DescribedField): Read {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) return { problem: 'contains control characters' };
  if (text.includes('\ufffd')) return { problem: 'contains characters that are not UTF-8' };
  switch (field.type) {
    case 'double':
    case 'currency':
    case 'percent':
    case 'int':
      return readNumber(text, field.type === 'int');
    case 'boolean':
      if (/^(true|yes|1)$/i.test(text)) return { value: true };
      if (/^(false|no|0)$/i.test(text)) return { value: false };
      return { problem: `is not true or false: ${shorten(text)}` };
    case 'date':
      return readDate(text);
    case 'picklist':
      return readPicklist(text, field);
    default:
      if (field.length > 0 && text.length > field.length)
        return { problem: `is ${text.length} characters long; at most ${field.length} are kept` };
      return { value: text };
  }
}

/** Plain numbers only: a thousands separator or a currency sign is ambiguous across countries, so it is refused, not guessed. */
function readNumber(text: string, whole: boolean): Read {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return { problem: `is not a plain number (digits and a decimal point): ${shorten(text)}` };
  if (whole && text.includes('.')) return { problem: `is not a whole number: ${shorten(text)}` };
  return { value: Number(text) };
}

function readDate(text: string): Read {
  const valid =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
  if (!valid) return { problem: `is not a date written as YYYY-MM-DD: ${shorten(text)}` };
  if (text <= EARLIEST_DATE) return { problem: `is too far in the past: ${text}` };
  return { value: text };
}

function readPicklist(text: string, field: DescribedField): Read {
  const active = (field.picklistValues ?? []).filter((entry) => entry.active);
  const found = active.find(
    (entry) => entry.value.toLowerCase() === text.toLowerCase() || entry.label.toLowerCase() === text.toLowerCase()
  );
  if (found) return { value: found.value };
  if (field.restrictedPicklist === false) return { value: text };
  return { problem: `is not one of ${active.map((entry) => entry.value).join(', ')}: ${shorten(text)}` };
}

function normalise(name: string): string {
  return name
    .toLowerCase()
    .replace(/__[cr]$/, '')
    .replace(/[\s_]+/g, '')
    .replace(/(id)$/, '');
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
