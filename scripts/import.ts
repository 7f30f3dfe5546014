/**
 * Registers deals from a CSV file through the org's API, local or real.
 *
 *   npm run import -- deals FILE.csv [--dry-run] [--errors FILE]
 *
 * The org is the local one unless SF_INSTANCE_URL and SF_ACCESS_TOKEN (or SF_USERNAME and SF_PASSWORD) say otherwise.
 * Columns are matched to fields by label or API name; a Partner column holds the partner's name. Rows that cannot be
 * read or that the org refuses are written to the error file with the reason, ready to be corrected and imported again;
 * all other rows are registered: submitted for review and scored, unless a Status column says otherwise.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Connection } from '@jsforce/jsforce-node';
import { connect, targetFromEnvironment } from './import/connect.ts';
import { type ColumnMapping, type DescribedField, type ImportRow, mapColumns, missingFields, readRow } from './import/rows.ts';

/** What one call of the collections API takes. */
const BATCH = 200;

interface Importable {
  readonly object: string;
  /** For fields the file has no column for. */
  readonly defaults: Readonly<Record<string, string>>;
}

const IMPORTABLE: Readonly<Record<string, Importable>> = {
  deals: { object: 'Deal_Registration__c', defaults: { Status__c: 'Submitted' } }
};

class UsageError extends Error {}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, errors: { type: 'string' } }
  });
  const [what, file] = positionals;
  const importable = IMPORTABLE[what ?? ''];
  if (!importable || !file) throw new UsageError('Usage: npm run import -- deals FILE.csv [--dry-run] [--errors FILE]');

  const { object, defaults } = importable;
  const { headings, records } = readCsv(file);
  const connection = await connect(targetFromEnvironment(process.env));
  const fields = (await connection.describe(object)).fields as readonly DescribedField[];
  const { mapped, unknown } = mapColumns(headings, fields);
  if (unknown.length > 0) console.log(`Columns that match no writable field are left out: ${unknown.join(', ')}`);
  const missing = missingFields(mapped, fields);
  if (missing.length > 0) throw new UsageError(`The file has no column for: ${missing.join(', ')}`);

  const rows = records.map(({ line, cells, problem }) => {
    const row = readRow(line, cells, mapped);
    if (problem) row.problems.unshift({ column: '', message: problem });
    for (const [name, value] of Object.entries(defaults)) if (!mapped.some(({ field }) => field.name === name)) row.record[name] = value;
    return row;
  });
  for (const mapping of mapped.filter((candidate) => candidate.byName)) await resolveParents(connection, mapping, rows);

  const good = rows.filter((row) => row.problems.length === 0);
  let written = 0;
  if (!values['dry-run']) written = await insertAll(connection, object, good);

  const refused = rows.filter((row) => row.problems.length > 0);
  const errorFile = values.errors ?? file.replace(/\.csv$/i, '') + '.errors.csv';
  if (refused.length > 0) writeErrors(errorFile, headings, refused);
  console.log(
    values['dry-run']
      ? `Dry run: ${good.length} of ${rows.length} rows would be registered.`
      : `${written} of ${rows.length} rows registered.`
  );
  if (refused.length > 0) console.log(`${refused.length} rows were refused; each with its reason in ${errorFile}`);
  return refused.length === 0 ? 0 : 1;
}

interface CsvRecord {
  readonly line: number;
  readonly cells: Record<string, string>;
  readonly problem?: string;
}

function readCsv(file: string): { headings: string[]; records: CsvRecord[] } {
  let table: { record: string[]; info: { lines: number } }[];
  try {
    // The library's types do not say what `info` adds to a row.
    table = parse(readFileSync(file), {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
      max_record_size: 1_000_000
    }) as unknown as typeof table;
  } catch (error) {
    throw new UsageError(`${file} could not be read: ${(error as Error).message}`);
  }
  const [first, ...body] = table;
  const headings = first?.record ?? [];
  if (headings.length === 1 && /[;\t]/.test(headings[0] as string)) {
    throw new UsageError(
      `${file} is not separated by commas but by ${headings[0]?.includes(';') ? 'semicolons' : 'tabs'}: save it as "CSV (comma delimited)", with a point in decimal numbers`
    );
  }
  if (body.length === 0) throw new UsageError(`${file} has no rows`);
  const repeated = headings.find((heading, index) => headings.indexOf(heading) !== index);
  if (repeated !== undefined) throw new UsageError(`${file} has two columns named ${repeated}`);
  return {
    headings,
    records: body.map(({ record, info }) => ({
      // The parser says where a row ends; cells may hold lines of their own.
      line: info.lines - record.join('').split('\n').length + 1,
      cells: Object.fromEntries(headings.map((heading, index) => [heading, record[index] ?? ''])),
      ...(record.length === headings.length ? {} : { problem: `the row has ${record.length} cells, the heading ${headings.length}` })
    }))
  };
}

/** Replaces parents' names by their Ids; a name that nobody or several bear is the row's problem. */
async function resolveParents(connection: Connection, { column, field }: ColumnMapping, rows: readonly ImportRow[]): Promise<void> {
  const parent = (field as DescribedField & { referenceTo: string[] }).referenceTo[0];
  if (!parent) return;
  const names = [...new Set(rows.map((row) => row.record[field.name]).filter((name): name is string => typeof name === 'string'))];
  const idsByName = new Map<string, string[]>();
  for (let start = 0; start < names.length; start += BATCH) {
    const found = await connection
      .sobject(parent)
      .find<{ Id: string; Name: string }>({ Name: { $in: names.slice(start, start + BATCH) } }, ['Id', 'Name'])
      .execute({ autoFetch: true, maxFetch: 100_000 });
    for (const row of found) idsByName.set(row.Name.toLowerCase(), [...(idsByName.get(row.Name.toLowerCase()) ?? []), row.Id]);
  }
  for (const row of rows) {
    const name = row.record[field.name];
    if (typeof name !== 'string') continue;
    const ids = idsByName.get(name.toLowerCase()) ?? [];
    // Only after no name matched: some company names have the shape of an Id.
    if (ids.length === 0 && isId(name)) continue;
    if (ids.length === 1) row.record[field.name] = ids[0] as string;
    else
      row.problems.push({
        column,
        message: ids.length === 0 ? `no such ${field.label}: ${name}` : `${ids.length} records are named ${name}`
      });
  }
}

async function insertAll(connection: Connection, object: string, rows: readonly ImportRow[]): Promise<number> {
  let written = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const results = await connection.sobject(object).create(
      batch.map((row) => row.record),
      { allOrNone: false }
    );
    results.forEach((result, index) => {
      if (result.success) written++;
      else
        for (const error of result.errors)
          batch[index]?.problems.push({ column: 'fields' in error ? String(error.fields) : '', message: error.message });
    });
    console.error(`${Math.min(start + BATCH, rows.length)} of ${rows.length} sent`);
  }
  return written;
}

function writeErrors(file: string, headings: readonly string[], rows: readonly ImportRow[]): void {
  const lines = rows.map((row) => [
    ...headings.map((heading) => row.source[heading] ?? ''),
    `line ${row.line}: ${row.problems.map((problem) => `${problem.column} ${problem.message}`.trim()).join('; ')}`
  ]);
  // A spreadsheet must not run what a row holds: cells that begin like a formula are escaped.
  writeFileSync(file, stringify([[...headings, 'Import error'], ...lines], { escape_formulas: true }));
}

function isId(text: string): boolean {
  return /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(text);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
