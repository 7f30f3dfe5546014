/** Decimal number as text, exact, with a dot and no grouping: `"1234.50"`, `"-3"`. */
export type DecimalText = string;
/** `YYYY-MM-DD` */
export type IsoDate = string;

/** In the page's unit, origin at the top left of the upright page. */
export type Box = { x: number; y: number; width: number; height: number };
/** Pages count from 1. */
export type Place = { page: number; box: Box };

/**
 * A value with what was written, where, and how sure the reader is: of 100 fields with confidence 0.8, about 80 are right. Values of a
 * structured invoice have confidence 1; `place` then says where the same value stands on the visible page, when it does.
 */
export type Field<T> = { value: T; text: string; place: Place | null; confidence: number };

export type DocumentKind =
  'invoice' | 'receipt' | 'credit_note' | 'quote' | 'order' | 'proof_of_attendance' | 'advertisement' | 'screenshot' | 'other';

export type DocumentFormat =
  'pdf' | 'jpeg' | 'png' | 'webp' | 'tiff' | 'bmp' | 'gif' | 'heic' | 'xml' | 'docx' | 'xlsx' | 'csv' | 'eml' | 'text' | 'unknown';

/** Where the values come from: structured XML, text of the file, or characters recognised in a picture. */
export type DocumentSource = 'xml' | 'text' | 'ocr';

/** Why a document could not be read, or not all of it. A closed list: callers choose words by it. */
export type ReasonCode =
  | 'empty'
  | 'too_large'
  | 'unsupported_format'
  | 'wrong_extension'
  | 'polyglot'
  | 'malformed'
  | 'encrypted'
  | 'too_many_pages'
  | 'too_many_pixels'
  | 'expands_too_much'
  | 'nested_too_deep'
  | 'external_entities'
  | 'timed_out'
  | 'out_of_memory'
  | 'reader_failed'
  | 'no_text_found'
  | 'poorly_readable'
  | 'script_ignored'
  | 'attachment_ignored'
  | 'pages_left_out'
  | 'unknown_xml';

/** `fatal`: nothing was read. `warning`: something was left out or looks odd. `detail` never repeats the document's content. */
export type Reason = { code: ReasonCode; severity: 'fatal' | 'warning'; detail: string };

/** A violation of the e-invoice's own standard, named as its rule is (EN 16931 business rule or term) where it has a name. */
export type ConformanceFinding = { rule: string; severity: 'error' | 'warning'; detail: string };

export type TextToken = { text: string; box: Box; confidence: number };
/** A run of words on one baseline without a wide gap: a cell of a table is a line of its own. */
export type TextLine = { text: string; box: Box; confidence: number; tokens: TextToken[] };
export type Page = {
  number: number;
  width: number;
  height: number;
  /** Points (1/72 inch) for PDF pages with text, pixels of the upright picture otherwise. */
  unit: 'pt' | 'px';
  /** Degrees the page was turned clockwise to stand upright. */
  turned: 0 | 90 | 180 | 270;
  source: 'text' | 'ocr';
  lines: TextLine[];
};

export type LineItem = {
  description: Field<string> | null;
  quantity: Field<DecimalText> | null;
  unitPrice: Field<DecimalText> | null;
  /** Of the line, without tax on an invoice, with it on a receipt. */
  amount: Field<DecimalText> | null;
};
export type TaxLine = {
  /** Per cent */
  rate: Field<DecimalText> | null;
  base: Field<DecimalText> | null;
  amount: Field<DecimalText> | null;
};

export type DocumentFields = {
  vendor: Field<string> | null;
  vendorTaxId: Field<string> | null;
  vendorAddress: Field<string> | null;
  buyer: Field<string> | null;
  invoiceNumber: Field<string> | null;
  issueDate: Field<IsoDate> | null;
  /** First day of the service, or its only day. */
  serviceFrom: Field<IsoDate> | null;
  serviceTo: Field<IsoDate> | null;
  dueDate: Field<IsoDate> | null;
  /** ISO 4217 */
  currency: Field<string> | null;
  net: Field<DecimalText> | null;
  tax: Field<DecimalText> | null;
  total: Field<DecimalText> | null;
  /** What is left to pay; differs from the total by prepayments. */
  due: Field<DecimalText> | null;
  /** Country, check digits and the last four characters: `DE89 **** 3000`. */
  iban: Field<string> | null;
};
export type FieldName = keyof DocumentFields;

/** `holds: null` where a part of the sum was not found. */
export type ArithmeticCheck = {
  rule: 'lines_sum_to_net' | 'lines_sum_to_total' | 'net_and_tax_are_total' | 'taxes_sum' | 'line_multiplies' | 'tax_rate';
  holds: boolean | null;
  expected: DecimalText | null;
  found: DecimalText | null;
  /** Index of the line item or tax line the rule speaks of. */
  line: number | null;
};

/** A value that the embedded XML and the visible page give differently: one of the two was altered or is wrong. */
export type VisibleDifference = { field: FieldName; structured: string; visible: string; place: Place | null };

/**
 * What recognises the same content again without telling anything of it. `content` is equal only for equal bytes; `text`, `facts` and `pictures`
 * are compared with `compareFingerprints`.
 */
export type Fingerprints = {
  /** SHA-256 of the bytes, hex. */
  content: string;
  /** Minimum hashes of the text's words and figures, base64; null when there is too little text. */
  text: string | null;
  /** Keyed hashes of date, total, number and time, base64; null when none was read. */
  facts: string | null;
  /** Per page with a picture, what stays the same when it is photographed again; base64. */
  pictures: string[];
};

export type DocumentReading = {
  /** `unreadable` has at least one fatal reason; `partly` has warnings that concern content. */
  outcome: 'read' | 'partly' | 'unreadable';
  format: DocumentFormat;
  source: DocumentSource | null;
  kind: { value: DocumentKind; confidence: number };
  /** ISO 639-1 of the text, when it says enough. */
  language: string | null;
  fields: DocumentFields;
  lines: LineItem[];
  taxes: TaxLine[];
  pages: Page[];
  /** The document's text in reading order, at most `limits.textCharacters`. */
  text: string;
  checks: ArithmeticCheck[];
  /** Only for structured invoices. */
  structured: { syntax: 'CII' | 'UBL' | 'FatturaPA'; profile: string | null; findings: ConformanceFinding[] } | null;
  differences: VisibleDifference[];
  fingerprints: Fingerprints;
  reasons: Reason[];
  /** Processor time the reading took, in the worker. */
  milliseconds: number;
};

export type ReadingLimits = {
  bytes: number;
  pages: number;
  /** Pages recognised by OCR; later ones are left out and named. */
  ocrPages: number;
  /** Of one picture. */
  pixels: number;
  /** Of an office file or XML once unpacked. */
  unpackedBytes: number;
  textCharacters: number;
  milliseconds: number;
};

export const DEFAULT_LIMITS: ReadingLimits = {
  bytes: 12 * 2 ** 20,
  pages: 200,
  ocrPages: 10,
  pixels: 40_000_000,
  unpackedBytes: 64 * 2 ** 20,
  textCharacters: 200_000,
  milliseconds: 60_000
};

export type DocumentInput = {
  bytes: Uint8Array;
  /** Only to say that its ending is wrong; what a file is, its content decides. */
  fileName?: string | undefined;
  limits?: Partial<ReadingLimits> | undefined;
  /** Secret of the org: fingerprints made with different keys cannot be compared, and words not tried against them. */
  fingerprintKey?: string | undefined;
  /** For measuring: read the visible page as if nothing were embedded. */
  ignoreStructured?: boolean | undefined;
};

export const NO_FIELDS: Readonly<DocumentFields> = Object.freeze({
  vendor: null,
  vendorTaxId: null,
  vendorAddress: null,
  buyer: null,
  invoiceNumber: null,
  issueDate: null,
  serviceFrom: null,
  serviceTo: null,
  dueDate: null,
  currency: null,
  net: null,
  tax: null,
  total: null,
  due: null,
  iban: null
});
