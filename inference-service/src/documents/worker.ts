import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { heldByPdfium } from './pdf/pdfium.ts';
import { readDocument } from './read.ts';
import type { DocumentInput, DocumentReading } from './types.ts';

export type ReadJob = { id: number; input: DocumentInput };
export type ReadAnswer =
  | { id: number; reading: DocumentReading; /** Holds more memory than the next document should find. */ spent: boolean }
  | { id: number; failure: string };

/** Memory of WebAssembly only grows: a document that needed more than this costs the thread. */
const MOST_HELD = 256 * 2 ** 20;
const LOWER_PRIORITY = 10;
try {
  // On Linux this concerns the calling thread alone: reading must not slow the answers of the main thread.
  if (process.platform === 'linux') setPriority(0, LOWER_PRIORITY);
} catch {
  // Some containers forbid it; then reading competes with the rest.
}

parentPort!.on('message', ({ id, input }: ReadJob) => {
  void readDocument(input).then(
    (reading) => parentPort!.postMessage({ id, reading, spent: heldByPdfium() > MOST_HELD } satisfies ReadAnswer),
    (error: unknown) => parentPort!.postMessage({ id, failure: error instanceof Error ? error.name : 'unknown' } satisfies ReadAnswer)
  );
});
