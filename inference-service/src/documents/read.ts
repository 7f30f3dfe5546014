import { contentHash } from './fingerprint/content.ts';
import { hiddenFormat, promisedFormat, sniff } from './sniff.ts';
import { fromInvoice } from './from-invoice.ts';
import { fromPictures } from './from-pages.ts';
import { factsFingerprint } from './fingerprint/facts.ts';
import { textFingerprint } from './fingerprint/text.ts';
import { kindOf, languageOf } from './fields/kind.ts';
import { viewOf } from './fields/view.ts';
import { decodePictures, PICTURES } from './image/decode.ts';
import { readPdf } from './pdf/read.ts';
import { readCsv, readDocx, readMail, readPlain, readXlsx, type PlainRows } from './office/text.ts';
import { lineOf } from './layout/lines.ts';
import {
  DEFAULT_LIMITS,
  NO_FIELDS,
  type DocumentFormat,
  type DocumentInput,
  type DocumentReading,
  type Page,
  type ReadingLimits,
  type Reason
} from './types.ts';
import { Unreadable } from './unreadable.ts';
import { readStructuredInvoice } from './xml/read.ts';

export type Context = {
  limits: ReadingLimits;
  reasons: Reason[];
  ignoreStructured: boolean;
  /** When no further page is begun, on the clock of `performance.now()`. */
  deadline: number;
  /** SHA-256 of the file. */
  content: string;
};

/**
 * Reads one document in this thread. Never throws for anything the document is: what cannot be read ends in a named reason. Callers use
 * the pool (`createDocumentReader`), which adds the limits of time and memory.
 */
export async function readDocument(input: DocumentInput): Promise<DocumentReading> {
  const started = performance.now();
  const limits = { ...DEFAULT_LIMITS, ...input.limits };
  const format = sniff(input.bytes);
  let reading = emptyReading(input.bytes, format);
  const context: Context = {
    limits,
    reasons: [],
    ignoreStructured: input.ignoreStructured ?? false,
    deadline: started + limits.milliseconds * OCR_SHARE,
    content: reading.fingerprints.content
  };
  try {
    checkContainer(input, format, context);
    reading = { ...reading, ...(await readFormat(input.bytes, format, context)) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    context.reasons.push({ code: error.code, severity: 'fatal', detail: error.message });
  }
  const key = input.fingerprintKey ?? '';
  const fingerprints = {
    ...reading.fingerprints,
    text: textFingerprint(reading.text, key),
    facts: factsFingerprint(reading.fields, reading.text, key)
  };
  const fatal = context.reasons.some(({ severity }) => severity === 'fatal');
  const lost = context.reasons.some(({ code }) => LOSES_CONTENT.has(code));
  return {
    ...reading,
    outcome: fatal ? 'unreadable' : lost ? 'partly' : 'read',
    fingerprints,
    text: reading.text.slice(0, limits.textCharacters),
    reasons: context.reasons,
    milliseconds: Math.round(performance.now() - started)
  };
}

/** No further page is begun after this share of the time. */
const OCR_SHARE = 0.7;

const LOSES_CONTENT = new Set<Reason['code']>(['pages_left_out', 'attachment_ignored', 'poorly_readable', 'no_text_found', 'unknown_xml']);

export function emptyReading(bytes: Uint8Array, format: DocumentFormat): DocumentReading {
  return {
    outcome: 'unreadable',
    format,
    source: null,
    kind: { value: 'other', confidence: 0 },
    language: null,
    fields: { ...NO_FIELDS },
    lines: [],
    taxes: [],
    pages: [],
    text: '',
    checks: [],
    structured: null,
    differences: [],
    fingerprints: { content: contentHash(bytes), text: null, facts: null, pictures: [] },
    reasons: [],
    milliseconds: 0
  };
}

function checkContainer({ bytes, fileName }: DocumentInput, format: DocumentFormat, { limits, reasons }: Context): void {
  if (bytes.length === 0) throw new Unreadable('empty', 'The file is empty');
  if (bytes.length > limits.bytes)
    throw new Unreadable('too_large', `The file has ${bytes.length} bytes; ${limits.bytes} are read at most`);
  const promised = fileName === undefined ? null : promisedFormat(fileName);
  const alike = promised === format || (promised === 'csv' && format === 'text') || promised === null;
  if (!alike && format !== 'unknown') {
    reasons.push({ code: 'wrong_extension', severity: 'warning', detail: `The name says ${promised}, the content is ${format}` });
  }
  const hidden = hiddenFormat(bytes, format);
  if (hidden !== null) throw new Unreadable('polyglot', `The file is two files at once: ${hidden}`);
}

type Part = Partial<DocumentReading>;

async function readFormat(bytes: Uint8Array, format: DocumentFormat, context: Context): Promise<Part> {
  switch (format) {
    case 'pdf':
      return readPdf(bytes, context);
    case 'xml':
      return readXml(bytes, context);
    case 'docx':
      return fromRows(readDocx(bytes, context.limits.unpackedBytes));
    case 'xlsx':
      return fromRows(readXlsx(bytes, context.limits.unpackedBytes));
    case 'csv':
      return fromRows(readCsv(bytes));
    case 'text':
      return fromRows(readPlain(bytes));
    case 'eml':
      return fromMail(bytes, context);
    default:
      if (PICTURES.has(format)) return readImage(bytes, format, context);
      if (isOldOffice(bytes)) throw new Unreadable('encrypted', 'An office file that is encrypted or older than 2007');
      throw new Unreadable('unsupported_format', `Files of this kind (${format}) are not read`);
  }
}

/** Compound files: Office before 2007, or a newer file under a password. */
const isOldOffice = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

function readXml(bytes: Uint8Array, context: Context): Part {
  if (bytes.length > context.limits.unpackedBytes) throw new Unreadable('too_large', 'The XML is too large');
  const invoice = readStructuredInvoice(bytes);
  if (invoice === null) throw new Unreadable('unknown_xml', 'The XML is no invoice of a syntax that is read');
  const part = fromInvoice(invoice, []);
  return { ...part, source: 'xml', text: factsText(part) };
}

const factsText = ({ fields, lines }: Part): string =>
  [...Object.values(fields ?? {}).map((field) => field?.text), ...(lines ?? []).map((line) => line.description?.text)]
    .filter(Boolean)
    .join('\n');

/** Words without a layout: they tell what kind of document it is and in which language, and are handed on as text. */
function fromRows(rows: PlainRows): Part {
  if (rows.length === 0) throw new Unreadable('no_text_found', 'The file holds no text');
  const text = rows.map((cells) => cells.filter(Boolean).join('\t')).join('\n');
  const view = viewOf([plainPage(rows)]);
  return { source: 'text', text, kind: kindOf(view), language: languageOf(view.folded) };
}

const SHOWN_ROWS = 400;
const plainPage = (rows: PlainRows): Page => ({
  number: 1,
  width: 600,
  height: 800,
  unit: 'pt',
  turned: 0,
  source: 'text',
  lines: rows
    .slice(0, SHOWN_ROWS)
    .flatMap((cells, row) =>
      cells
        .filter((text) => text.trim() !== '')
        .map((text, column) =>
          lineOf([
            { text, box: { x: 10 + column * 90, y: 10 + row * 14, width: Math.min(80, text.length * 6), height: 11 }, confidence: 1 }
          ])
        )
    )
});

async function readImage(bytes: Uint8Array, format: DocumentFormat, context: Context): Promise<Part> {
  const { pictures, leftOut } = await decodePictures(bytes, format, context.limits.pixels, context.limits.ocrPages);
  return fromPictures(
    pictures.map((raster, i) => ({ raster, number: i + 1 })),
    pictures.length + leftOut,
    context
  );
}

/** A mail counts for what it says, or, when an invoice hangs on it, for that invoice; its other files are named, not read. */
async function fromMail(bytes: Uint8Array, context: Context): Promise<Part> {
  const { rows, attachments } = await readMail(bytes);
  if (attachments.length > 0) {
    context.reasons.push({
      code: 'attachment_ignored',
      severity: 'warning',
      detail: `${attachments.length} files attached to the mail were not read`
    });
  }
  return fromRows(rows);
}
