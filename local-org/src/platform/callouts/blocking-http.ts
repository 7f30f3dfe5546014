import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { WireOutcome, WireRequest } from './wire.ts';

/**
 * Apex is synchronous and so is Http.send: the request is made by a worker thread while this thread sleeps on an atomic.
 * One worker serves the process; it keeps connections alive and does not keep the process running.
 */
interface Line {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

let line: Line | null = null;

function open(): Line {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./http-worker.ts', import.meta.url), { workerData: { signal, port: port2 }, transferList: [port2] });
  worker.unref();
  port1.unref();
  worker.on('error', () => {
    line = null;
  });
  return { worker, port: port1, signal };
}

/** Seconds past the request's own timeout after which the worker itself is taken for dead. */
const GRACE_MS = 5_000;

export function sendBlocking(request: WireRequest): WireOutcome {
  line ??= open();
  const { port, signal, worker } = line;
  Atomics.store(signal, 0, 0);
  worker.postMessage(request);
  const woken = Atomics.wait(signal, 0, 0, request.timeoutMs + GRACE_MS);
  const answer = woken === 'timed-out' ? undefined : receiveMessageOnPort(port);
  if (!answer) {
    line = null;
    void worker.terminate();
    return { ok: false, failure: 'Read timed out' };
  }
  return answer.message as WireOutcome;
}
