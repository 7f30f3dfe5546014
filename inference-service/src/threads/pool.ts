import { Worker, type Transferable } from 'node:worker_threads';
import { createGate } from '../http/limits.ts';
import { ServiceError } from '../errors.ts';

/** Work that would hold up other requests, each piece in a thread of its own that ends with it. */
export type ThreadPool<Job, Answer> = {
  /** Throws `busy` when all threads are taken and `unavailable` when the signal ends it. What is transferred is gone here. */
  run(job: Job, signal: AbortSignal, transfer?: Transferable[]): Promise<Answer>;
  readonly running: number;
};

export type ThreadPoolOptions = {
  /** A module that reads `workerData` and posts one message: the answer. */
  module: URL;
  concurrency: number;
  heapMegabytes: number;
  /** What a caller should wait who found no thread free. */
  retryAfterSeconds: number;
};

export function createThreadPool<Job, Answer>(options: ThreadPoolOptions): ThreadPool<Job, Answer> {
  const gate = createGate(options.concurrency, options.retryAfterSeconds);
  return {
    get running() {
      return gate.running;
    },
    run: (job, signal, transfer = []) => gate.run(() => runThread<Job, Answer>(options, job, signal, transfer))
  };
}

function runThread<Job, Answer>(options: ThreadPoolOptions, job: Job, signal: AbortSignal, transfer: Transferable[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(options.module, {
      workerData: job,
      transferList: transfer,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMegabytes }
    });
    const stop = () => {
      void worker.terminate();
      reject(new ServiceError('unavailable', 'The work took too long or was cancelled', { retryAfter: options.retryAfterSeconds }));
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', (answer: Answer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      // After an answer or an error this changes nothing: a promise settles once.
      reject(new Error(`the thread ended with code ${code} and no answer`));
    });
  });
}
