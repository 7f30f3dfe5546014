import { Worker } from 'node:worker_threads';
import { ServiceError } from '../errors.ts';
import type { InspectedText, Inspection, InspectionAnswer } from './inspector-thread.ts';

/** Masks and screens text outside the main thread: the worst 100 kB take seconds, and other requests must not wait for them. */
export type Inspector = {
  /** Throws `busy` when too much of the org waits already, and `unavailable` when the signal ends it. */
  inspect(text: InspectedText, caller: InspectionCaller): Promise<Inspection>;
  close(): Promise<void>;
};

export type InspectionCaller = { orgId: string; signal: AbortSignal };

/** Short texts have a thread of their own, so that none waits for a long one. In UTF-16 code units. */
const SHORT = 4_000;
const WAITING_PER_ORG = 100;
const RETRY_AFTER_SECONDS = 5;
const HEAP_MEGABYTES = 256;

export function createInspector(): Inspector {
  const short = createLane();
  const long = createLane();
  return {
    inspect: (text, caller) => (Math.max(text.text.length, text.toMask?.length ?? 0) > SHORT ? long : short).run(text, caller),
    close: async () => void (await Promise.all([short.close(), long.close()]))
  };
}

type Job = { text: InspectedText; resolve: (inspection: Inspection) => void; reject: (error: unknown) => void };

/** One thread, started when it is needed, whose turns go round the orgs that wait: many texts of one are one place in the queue. */
function createLane() {
  const waiting = new Map<string, Job[]>();
  let worker: Worker | undefined;
  let running: Job | undefined;
  let closed = false;

  const take = (): Job | undefined => {
    const [first] = waiting;
    if (!first) return undefined;
    const [orgId, jobs] = first;
    waiting.delete(orgId);
    const job = jobs.shift();
    // Behind everybody else who waits.
    if (jobs.length > 0) waiting.set(orgId, jobs);
    return job;
  };
  const next = (): void => {
    if (running || closed) return;
    running = take();
    if (!running) return worker?.unref();
    worker ??= start();
    worker.ref();
    worker.postMessage(running.text);
  };
  const settle = (how: (job: Job) => void): void => {
    const job = running;
    running = undefined;
    if (job) how(job);
    next();
  };
  const discard = async (): Promise<void> => {
    const old = worker;
    worker = undefined;
    old?.removeAllListeners();
    await old?.terminate();
  };
  const start = (): Worker => {
    const thread = new Worker(new URL('./inspector-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES }
    });
    thread.on('message', (answer: InspectionAnswer) =>
      settle((job) => ('inspection' in answer ? job.resolve(answer.inspection) : job.reject(answer.error)))
    );
    // Out of memory or ended: the text that did it fails, the next one gets a new thread.
    thread.on('error', (error) => void discard().then(() => settle((job) => job.reject(error))));
    return thread;
  };
  const enqueue = (orgId: string, job: Job): void => {
    const jobs = waiting.get(orgId) ?? [];
    if (jobs.length >= WAITING_PER_ORG) {
      throw new ServiceError('busy', 'Too many texts of this org wait to be inspected', { retryAfter: RETRY_AFTER_SECONDS });
    }
    jobs.push(job);
    waiting.set(orgId, jobs);
    next();
  };
  const leave = (orgId: string, job: Job): void => {
    if (running === job) return void discard().then(() => settle(() => undefined));
    const jobs = waiting.get(orgId)?.filter((other) => other !== job) ?? [];
    if (jobs.length > 0) waiting.set(orgId, jobs);
    else waiting.delete(orgId);
  };

  return {
    run(text: InspectedText, { orgId, signal }: InspectionCaller): Promise<Inspection> {
      if (signal.aborted || closed) return Promise.reject(cancelled());
      const { promise, resolve, reject } = Promise.withResolvers<Inspection>();
      const job: Job = { text, resolve, reject };
      const stop = () => {
        leave(orgId, job);
        reject(cancelled());
      };
      try {
        enqueue(orgId, job);
      } catch (error) {
        return Promise.reject(error);
      }
      signal.addEventListener('abort', stop, { once: true });
      return promise.finally(() => signal.removeEventListener('abort', stop));
    },
    async close(): Promise<void> {
      closed = true;
      for (const job of [...(running ? [running] : []), ...[...waiting.values()].flat()]) job.reject(cancelled());
      running = undefined;
      waiting.clear();
      await discard();
    }
  };
}

function cancelled(): ServiceError {
  return new ServiceError('unavailable', 'The inspection took too long or was cancelled', { retryAfter: RETRY_AFTER_SECONDS });
}
