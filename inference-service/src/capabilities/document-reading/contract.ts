import { z } from 'zod';

export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;

const boxSchema = z.object({ pageNumber: z.int().min(1), x: z.number(), y: z.number(), width: z.number(), height: z.number() }).meta({
  id: 'ReadPlace',
  description: 'Where a value stands: page from 1, box in the unit of the page, from the top left of the upright page'
});

const fieldSchema = z
  .object({
    name: z.string(),
    value: z
      .string()
      .meta({ description: 'Amounts as exact decimals (1234.50), dates as YYYY-MM-DD, currencies as ISO 4217, IBAN masked' }),
    written: z.string().meta({ description: 'As it stands in the document' }),
    place: boxSchema.nullable(),
    confidence: z.number().min(0).max(1).meta({ description: 'Of 100 values with 0.8, about 80 are right' })
  })
  .meta({ id: 'ReadField' });

const lineSchema = z
  .object({
    description: fieldSchema.nullable(),
    quantity: fieldSchema.nullable(),
    unitPrice: fieldSchema.nullable(),
    amount: fieldSchema.nullable()
  })
  .meta({ id: 'ReadLine', description: 'A line of an invoice (without tax) or of a receipt (with tax)' });

const taxSchema = z
  .object({ rate: fieldSchema.nullable(), base: fieldSchema.nullable(), amount: fieldSchema.nullable() })
  .meta({ id: 'ReadTax', description: 'Tax of one rate; the rate in per cent' });

const pageSchema = z
  .object({
    pageNumber: z.int().min(1),
    width: z.number(),
    height: z.number(),
    unit: z.enum(['pt', 'px']),
    turned: z.int().meta({ description: 'Degrees the stored page is to be turned clockwise to stand upright: 0, 90, 180 or 270' }),
    source: z.enum(['text', 'ocr'])
  })
  .meta({ id: 'ReadPage' });

const checkSchema = z
  .object({
    rule: z.string(),
    holds: z.boolean().nullable().meta({ description: 'null where a part of the sum was not found' }),
    expected: z.string().nullable(),
    found: z.string().nullable(),
    line: z.int().nullable()
  })
  .meta({ id: 'ReadCheck', description: 'Arithmetic within the document' });

const findingSchema = z
  .object({ rule: z.string(), severity: z.enum(['error', 'warning']), detail: z.string() })
  .meta({ id: 'ReadFinding', description: 'What an e-invoice does against its own standard' });

const differenceSchema = z
  .object({ field: z.string(), structured: z.string(), visible: z.string(), place: boxSchema.nullable() })
  .meta({ id: 'ReadDifference', description: 'What the embedded XML and the visible page say differently' });

const reasonSchema = z
  .object({ code: z.string(), severity: z.enum(['fatal', 'warning']), detail: z.string() })
  .meta({ id: 'ReadReason', description: 'Why a document, or a part of it, could not be read; the detail never repeats its content' });

export const fingerprintsSchema = z
  .object({
    content: z.string().meta({ description: 'SHA-256 of the bytes, hex' }),
    words: z.string().nullable().meta({ description: 'Of the text; null when there is too little' }),
    facts: z.string().nullable().meta({ description: 'Of date, total, number and time; null when none was read' }),
    pictures: z.array(z.string()).meta({ description: 'Of each page that is a picture' })
  })
  .meta({ id: 'Fingerprints', description: 'Find the same document again and tell nothing of it; compared by /v1/mdf-claims/review' });

export const readQuerySchema = z.object({
  fileName: z.string().max(255).optional().meta({ description: 'Only to say that its ending is wrong' }),
  text: z.enum(['true', 'false']).optional().meta({ description: 'With the text in reading order' })
});

export const readDocumentResponseSchema = z
  .object({
    requestId: z.string(),
    outcome: z.enum(['read', 'partly', 'unreadable']),
    format: z.string(),
    source: z.enum(['xml', 'text', 'ocr']).nullable(),
    kind: z
      .string()
      .meta({ description: 'invoice, receipt, credit_note, quote, order, proof_of_attendance, advertisement, screenshot or other' }),
    kindConfidence: z.number().min(0).max(1),
    language: z.string().nullable(),
    readability: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Lowest confidence among vendor, date, currency and total; one that was not found counts 0' }),
    fields: z.array(fieldSchema),
    lines: z.array(lineSchema),
    taxes: z.array(taxSchema),
    pages: z.array(pageSchema),
    checks: z.array(checkSchema),
    syntax: z.string().nullable().meta({ description: 'CII, UBL or FatturaPA, for e-invoices' }),
    findings: z.array(findingSchema),
    differences: z.array(differenceSchema),
    fingerprints: fingerprintsSchema,
    reasons: z.array(reasonSchema),
    text: z.string().nullable()
  })
  .meta({ id: 'ReadDocumentResponse' });

export type ReadDocumentResponse = z.infer<typeof readDocumentResponseSchema>;
