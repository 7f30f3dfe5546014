import { readFileSync, statSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A problem with what the user gave us: the message is all they need to see. */
export class InputError extends Error {
  override name = 'InputError';
}

export interface Table {
  columns: string[];
  rows: Record<string, string>[];
}

const DELIMITERS = [',', ';', '\t', '|'];
const DELIMITER_NAMES: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
const MAX_BYTES = 512 * 1024 * 1024;

/** Reads a CSV with a header row. Understands a byte-order mark, UTF-16, and comma, semicolon, tab or bar between fields. */
export function readTable(path: string): Table {
  return parseTable(readText(path), path);
}

export function parseTable(text: string, path: string): Table {
  if (text.trim() === '') throw new InputError(`${path} is empty`);
  const delimiter = detectDelimiter(text);
  const records = parseRecords(text, delimiter, path);
  const header = records[0]!.record.map((name) => name.trim());
  if (header.length < 2) {
    throw new InputError(
      `${path} has one column only ("${header[0]!.slice(0, 60)}"): its fields must be separated by comma, semicolon, tab or bar`
    );
  }
  const seen = new Set<string>();
  for (const name of header) {
    if (name !== '' && seen.has(name)) throw new InputError(`${path} has two columns named "${name}"`);
    seen.add(name);
  }
  if (records.length === 1) throw new InputError(`${path} has a header row but no deals below it`);
  const rows = records.slice(1).map(({ record, line }) => {
    if (record.length !== header.length) {
      throw new InputError(
        `${path}, line ${line}: ${record.length} fields, but the header has ${header.length} (separated by ${DELIMITER_NAMES[delimiter]}); is a quote or a separator missing?`
      );
    }
    // No prototype: a column may be called "constructor" or "__proto__".
    const row = Object.create(null) as Record<string, string>;
    header.forEach((name, i) => {
      // Spreadsheets leave nameless columns behind.
      if (name !== '') row[name] = record[i]!;
    });
    return row;
  });
  return { columns: header.filter((name) => name !== ''), rows };
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) throw new InputError(`${path} is larger than ${MAX_BYTES / 1024 / 1024} MB`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputError(code === 'ENOENT' ? `${path} does not exist` : `${path} cannot be read (${code ?? 'unknown reason'})`);
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.includes('\0')) throw new InputError(`${path} is not a CSV text file`);
  return text;
}

/** The one that cuts the header line into most fields; quotes are respected. */
function detectDelimiter(text: string): string {
  const counts = DELIMITERS.map((delimiter) => {
    let quoted = false;
    let count = 0;
    for (const character of text) {
      if (character === '"') quoted = !quoted;
      else if (!quoted && (character === '\n' || character === '\r')) break;
      else if (!quoted && character === delimiter) count++;
    }
    return count;
  });
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

interface NumberedRecord {
  record: string[];
  line: number;
}

function parseRecords(text: string, delimiter: string, path: string): NumberedRecord[] {
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 16 * 1024 * 1024
    });
    return (parsed as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as CsvError & { lines?: number }).lines;
    throw new InputError(`${path}${line === undefined ? '' : `, line ${line}`}: ${explain(error.code)}`);
  }
}

function explain(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed';
  if (code === 'INVALID_OPENING_QUOTE') return 'a quote stands in the middle of a field that does not start with one';
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return 'text follows a closing quote; quotes inside a field are written twice';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'a row is larger than 16 MB; is a quote never closed?';
  return `not well-formed CSV (${code})`;
}

/** CSV in which no cell can be taken for a formula by a spreadsheet; plain numbers stay numbers. */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([columns, ...rows] as string[][], { cast: { string: withoutFormula } });
}

function withoutFormula(cell: string): string {
  const risky = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell);
  return risky ? `'${cell}` : cell;
}
