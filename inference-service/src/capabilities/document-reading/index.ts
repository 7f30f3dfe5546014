import { createDocumentReader, ReaderBusy, type DocumentReader } from '../../documents/index.ts';
import { ServiceError } from '../../errors.ts';
import { megabytes, whole } from '../../settings.ts';
import { bytes, defineCapability, type CapabilityContext } from '../capability.ts';
import { answerFrom } from './answer.ts';
import { MAX_DOCUMENT_BYTES, readDocumentResponseSchema, readQuerySchema } from './contract.ts';

const bodyBytes = megabytes('DOCUMENT_BODY_LIMIT_MB', MAX_DOCUMENT_BYTES / 2 ** 20, 64, 'largest document');
const timeoutMs = whole('DOCUMENT_TIMEOUT_MS', 90_000, [1_000, 115_000], 'time to read one document');
const threads = whole('DOCUMENT_THREADS', 1, [1, 64], 'documents read at once, each in a thread with up to 700 MB');
const concurrency = whole('DOCUMENT_CONCURRENCY', 50, [1, 1_000], 'documents waiting or being read; more are answered 503 `busy`');

/** One pool of threads, whoever reads documents. */
const createReader = (context: CapabilityContext): DocumentReader =>
  createDocumentReader({
    threads: context.setting(threads),
    queue: context.setting(concurrency),
    limits: { bytes: context.setting(bodyBytes) }
  });

export const documentReading = defineCapability({
  name: 'document-reading',
  title: 'Documents',
  subject: 'reading documents',
  apex: {
    className: 'MdfContract',
    domain: 'mdf',
    operations: ['readDocument'],
    constants: { MAX_DOCUMENT_BYTES: { value: MAX_DOCUMENT_BYTES, comment: 'Largest document the service reads' } }
  },
  settings: [bodyBytes, timeoutMs, threads, concurrency],
  operations: {
    readDocument: {
      method: 'POST',
      path: '/v1/documents/read',
      summary: 'Read a document',
      description:
        'Takes the bytes of a PDF, picture, e-invoice, office file, table or mail and gives its kind, fields with their places and confidence, lines, arithmetic and fingerprints. A document that cannot be read is answered 200 with the reasons.',
      scope: 'documents',
      event: 'document.received',
      query: readQuerySchema,
      body: bytes(['application/octet-stream']),
      answer: { description: 'What the document says, and how sure that is', schema: readDocumentResponseSchema },
      limits: { bodyBytes, timeoutMs, concurrency }
    }
  },
  create(context) {
    const reader = context.shared(createReader);
    const outcomes = context.metrics.counter('documents_read_total', 'Documents read', ['outcome', 'source']);
    return {
      handlers: {
        async readDocument({ body, query, signal, note }) {
          const reading = await reader.read({ bytes: body, fileName: query.fileName }, signal).catch((error: unknown) => {
            if (error instanceof ReaderBusy) throw new ServiceError('busy', 'All document readers are busy', { retryAfter: 10 });
            throw error;
          });
          outcomes.inc({ outcome: reading.outcome, source: reading.source ?? 'none' });
          note({ outcome: reading.outcome, format: reading.format, pages: reading.pages.length, readMs: Math.round(reading.milliseconds) });
          return answerFrom(reading, query.text === 'true');
        }
      }
    };
  }
});
