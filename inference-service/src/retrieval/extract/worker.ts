import { parentPort } from 'node:worker_threads';
import { extractPassages, type Extraction, type FileHint } from './extract.ts';

export type Task = { id: number; bytes: Uint8Array; hint: FileHint };
export type Done = { id: number; extraction?: Extraction; error?: string };

parentPort?.on('message', ({ id, bytes, hint }: Task) => {
  extractPassages(bytes, hint).then(
    (extraction) => parentPort?.postMessage({ id, extraction } satisfies Done),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) } satisfies Done)
  );
});
