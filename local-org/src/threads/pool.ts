import { Worker } from 'node:worker_threads';
import type { Graph } from './graph.ts';
import type { Call, FromThread, ThreadData, ToThread } from './messages.ts';

/** A call failed on its thread. */
export class ThreadFault extends Error {
  /** The exception of Apex that it failed with. */
  readonly exception: Graph | null;

  constructor({ reason, exception, stack }: Extract<FromThread, { kind: 'fault' }>) {
    super(reason);
    this.exception = exception;
    this.stack = stack;
  }
}

/** More hanging services than this at once, and the next caller waits for one of them; nobody else does. */
const MAX_THREADS = 8;

interface Waiting {
  readonly call: Call;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  task: Waiting | null;
}

export interface PoolOptions {
  readonly data: () => ThreadData;
  /** What a thread says by itself: orders, log lines, what a transaction used. */
  readonly onMessage: (message: FromThread) => void;
}

/**
 * Threads on which Apex may wait: each has the program and a connection of its own, and does one call at a time. The first
 * is started when it is needed, another whenever all are busy.
 */
export class ThreadPool {
  private readonly options: PoolOptions;
  private readonly threads = new Set<Thread>();
  private readonly queue: Waiting[] = [];
  private readonly idleListeners: (() => void)[] = [];
  private nextId = 0;
  private closed = false;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  /** Settles with what the call gave; rejects when its thread died or the pool was closed. */
  run(call: Call): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.closed) {
        reject(new Error('The org is closed'));
        return;
      }
      this.queue.push({ call, resolve, reject });
      this.next();
    });
  }

  get busy(): boolean {
    return this.queue.length > 0 || [...this.threads].some(({ task }) => task !== null);
  }

  /** Settles once no call is under way. */
  idle(): Promise<void> {
    return this.busy ? new Promise((resolve) => this.idleListeners.push(resolve)) : Promise.resolve();
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.queue.splice(0)) reject(new Error('The org was closed before the call began'));
    await Promise.all([...this.threads].map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    if (this.queue.length === 0) return;
    const free = [...this.threads].find(({ task }) => task === null) ?? (this.threads.size < MAX_THREADS ? this.start() : null);
    if (!free) return;
    const waiting = this.queue.shift()!;
    free.task = waiting;
    const message: ToThread = { id: (this.nextId += 1), call: waiting.call };
    free.worker.ref();
    free.worker.postMessage(message);
    this.next();
  }

  private start(): Thread {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: this.options.data() });
    const thread: Thread = { worker, task: null };
    this.threads.add(thread);
    worker.on('message', (message: FromThread) => this.hear(thread, message));
    worker.on('error', (error: unknown) => this.lose(thread, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.lose(thread, new Error('The Apex thread ended')));
    worker.unref();
    return thread;
  }

  private hear(thread: Thread, message: FromThread): void {
    const { task } = thread;
    if (message.kind === 'answer') task?.resolve(message.value);
    else if (message.kind === 'fault') task?.reject(new ThreadFault(message));
    else if (message.kind === 'failed') this.lose(thread, new Error(message.reason));
    else this.options.onMessage(message);
    if (message.kind === 'answer' || message.kind === 'fault') this.free(thread);
  }

  private free(thread: Thread): void {
    thread.task = null;
    thread.worker.unref();
    this.next();
    if (!this.busy) for (const listener of this.idleListeners.splice(0)) listener();
  }

  private lose(thread: Thread, error: Error): void {
    if (!this.threads.delete(thread)) return;
    thread.task?.reject(error);
    this.free(thread);
  }
}
