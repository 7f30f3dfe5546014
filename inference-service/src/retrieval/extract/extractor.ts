import { Worker } from 'node:worker_threads';
import type { Extraction, FileHint } from './extract.ts';
import type { Done, Task } from './worker.ts';

export type Extractor = {
  extract(bytes: Uint8Array, hint?: FileHint): Promise<Extraction>;
  close(): Promise<void>;
};

/**
 * Reads files in a thread of its own, one after the other, so that a request never waits for somebody's deck. A file
 * that takes too long, or breaks the thread, costs the thread and gives a reason; the next one gets a new thread.
 */
export function createExtractor({ timeLimitMs = 30_000, memoryMiB = 512 } = {}): Extractor {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let id = 0;
  let closed = false;

  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memoryMiB } });
    started.unref();
    return started;
  };
  const discard = async (): Promise<void> => {
    const old = worker;
    worker = undefined;
    await old?.terminate();
  };
  const read = (bytes: Uint8Array, hint: FileHint): Promise<Extraction> => {
    if (closed) return Promise.reject(new Error('the extractor is closed'));
    const thread = (worker ??= start());
    const task: Task = { id: ++id, bytes, hint };
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void, alive: boolean): void => {
        clearTimeout(timer);
        thread.off('message', onMessage).off('error', onError).off('exit', onExit);
        thread.unref();
        if (alive) finish();
        else void discard().then(finish);
      };
      const onMessage = ({ id: done, extraction, error }: Done): void => {
        if (done === task.id) settle(() => (extraction ? resolve(extraction) : reject(new Error(error))), true);
      };
      const onError = (): void => settle(() => resolve({ passages: [], reason: 'malformed' }), false);
      const onExit = (): void =>
        settle(() => (closed ? reject(new Error('the extractor is closed')) : resolve({ passages: [], reason: 'malformed' })), false);
      const timer = setTimeout(() => settle(() => resolve({ passages: [], reason: 'too-slow' }), false), timeLimitMs);
      thread.ref();
      thread.on('message', onMessage).on('error', onError).on('exit', onExit);
      thread.postMessage(task);
    });
  };
  return {
    extract(bytes, hint = {}) {
      const result = last.then(() => read(bytes, hint));
      last = result.catch(() => undefined);
      return result;
    },
    async close() {
      closed = true;
      await discard();
    }
  };
}
