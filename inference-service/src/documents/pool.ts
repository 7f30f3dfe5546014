import { Worker } from 'node:worker_threads';
import { emptyReading } from './read.ts';
import { sniff } from './sniff.ts';
import { DEFAULT_LIMITS, type DocumentInput, type DocumentReading, type ReasonCode, type ReadingLimits } from './types.ts';
import type { ReadAnswer, ReadJob } from './worker.ts';

export type DocumentReader = {
  /**
   * Never rejects for anything a document is or does: a reader that hangs, runs out of memory or dies is replaced and the reading says
   * so. Rejects with `ReaderBusy` when the queue is full and with the signal's reason when it is aborted.
   */
  read(input: DocumentInput, signal?: AbortSignal): Promise<DocumentReading>;
  readonly running: number;
  readonly waiting: number;
  close(): Promise<void>;
};

export class ReaderBusy extends Error {
  constructor() {
    super('All document readers are busy');
    this.name = 'ReaderBusy';
  }
}

export type ReaderOptions = {
  /** Threads, each with up to about 700 MB once it has recognised a picture. */
  threads?: number;
  queue?: number;
  heapMegabytes?: number;
  limits?: Partial<ReadingLimits>;
  /** A thread is replaced after so many documents: memory of native parts is given back. */
  documentsPerThread?: number;
};

type Job = {
  input: DocumentInput;
  milliseconds: number;
  resolve: (reading: DocumentReading) => void;
  reject: (reason: unknown) => void;
  signal?: AbortSignal;
};
type Thread = { worker: Worker; job: Job | null; timer: NodeJS.Timeout | null; done: number; lastFailure: ReasonCode | null };

/** On top of the limit inside the thread, which ends in order; this one ends the thread. */
const GRACE_MS = 2_000;

export function createDocumentReader(options: ReaderOptions = {}): DocumentReader {
  const { threads: most = 1, queue: longest = 100, heapMegabytes = 400, documentsPerThread = 200 } = options;
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let closed = false;

  const start = (): Thread => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
    const thread: Thread = { worker, job: null, timer: null, done: 0, lastFailure: null };
    threads.add(thread);
    worker.on('message', (answer: ReadAnswer) => finish(thread, answer));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      thread.lastFailure = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out_of_memory' : 'reader_failed';
    });
    worker.on('exit', () => {
      threads.delete(thread);
      if (thread.job) settle(thread, failed(thread.job.input, thread.lastFailure ?? 'reader_failed'));
      next();
    });
    // A reader that idles must not keep the process alive.
    worker.unref();
    return thread;
  };

  const finish = (thread: Thread, answer: ReadAnswer): void => {
    if (!thread.job) return;
    const broken = 'failure' in answer;
    settle(thread, broken ? failed(thread.job.input, 'reader_failed') : answer.reading);
    thread.done += 1;
    if (broken || answer.spent || thread.done >= documentsPerThread) {
      threads.delete(thread);
      void thread.worker.terminate();
    } else thread.worker.unref();
    next();
  };

  const settle = (thread: Thread, reading: DocumentReading): void => {
    if (thread.timer) clearTimeout(thread.timer);
    const job = thread.job;
    thread.job = null;
    job?.resolve(reading);
  };

  const next = (): void => {
    if (closed) return;
    while (waiting.length > 0) {
      const idle = [...threads].find(({ job }) => job === null) ?? (threads.size < most ? start() : undefined);
      if (!idle) return;
      run(idle, waiting.shift()!);
    }
  };

  const run = (thread: Thread, job: Job): void => {
    if (job.signal?.aborted) {
      job.reject(job.signal.reason);
      return;
    }
    thread.job = job;
    thread.worker.ref();
    thread.timer = setTimeout(() => {
      thread.lastFailure = 'timed_out';
      void thread.worker.terminate();
    }, job.milliseconds + GRACE_MS);
    job.signal?.addEventListener(
      'abort',
      () => {
        if (thread.job !== job) return;
        thread.job = null;
        if (thread.timer) clearTimeout(thread.timer);
        void thread.worker.terminate();
        job.reject(job.signal!.reason);
      },
      { once: true }
    );
    thread.worker.postMessage({ id: thread.done, input: job.input } satisfies ReadJob);
  };

  return {
    get running() {
      return [...threads].filter(({ job }) => job !== null).length;
    },
    get waiting() {
      return waiting.length;
    },
    read(input, signal) {
      const limits = { ...DEFAULT_LIMITS, ...options.limits, ...input.limits };
      if (input.bytes.length > limits.bytes) return Promise.resolve(failed(input, 'too_large'));
      if (closed || waiting.length >= longest) return Promise.reject(new ReaderBusy());
      return new Promise((resolve, reject) => {
        waiting.push({ input: { ...input, limits }, milliseconds: limits.milliseconds, resolve, reject, signal });
        next();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new ReaderBusy());
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    }
  };
}

const DETAILS: Partial<Record<ReasonCode, string>> = {
  timed_out: 'Reading took longer than allowed and was stopped',
  out_of_memory: 'Reading needed more memory than allowed and was stopped',
  too_large: 'The file is larger than what is read'
};

function failed(input: DocumentInput, code: ReasonCode): DocumentReading {
  const detail = DETAILS[code] ?? 'The reader failed on this file and was replaced';
  return { ...emptyReading(input.bytes, sniff(input.bytes)), reasons: [{ code, severity: 'fatal', detail }] };
}
