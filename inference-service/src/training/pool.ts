import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '../contract/errors.ts';
import { ServiceError } from '../errors.ts';
import { createGate } from '../http/limits.ts';
import type { TrainedModel } from '../learning/types.ts';

/** The request body as received; it is parsed by the worker. */
export type TrainingJob = { body: ArrayBuffer };

export type TrainingAnswer =
  { outcome: 'trained'; model: TrainedModel; activate: boolean } | { outcome: 'refused'; code: ErrorCode; message: string };

export type TrainingPool = {
  /** Trains in a thread of its own. Throws `busy` when all threads are taken, `not_trainable` when the rows do not allow it. */
  train(body: ArrayBuffer, signal: AbortSignal): Promise<{ model: TrainedModel; activate: boolean }>;
  readonly running: number;
};

const RETRY_AFTER_SECONDS = 30;
const HEAP_MEGABYTES = 2048;

export function createTrainingPool(limit: number): TrainingPool {
  const gate = createGate(limit, RETRY_AFTER_SECONDS);
  return {
    get running() {
      return gate.running;
    },
    train: (body, signal) =>
      gate.run(async () => {
        const answer = await runWorker({ body }, signal);
        if (answer.outcome === 'refused') throw new ServiceError(answer.code, answer.message);
        return answer;
      })
  };
}

function runWorker(job: TrainingJob, signal: AbortSignal): Promise<TrainingAnswer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: job,
      transferList: [job.body],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES }
    });
    const stop = () => {
      void worker.terminate();
      reject(new ServiceError('unavailable', 'The training took too long or was cancelled', { retryAfter: RETRY_AFTER_SECONDS }));
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', (answer: TrainingAnswer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      // After an answer or an error this changes nothing: a promise settles once.
      reject(new Error(`the training thread ended with code ${code} and no answer`));
    });
  });
}
