import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { WireOutcome, WireRequest, WireResponse } from './wire.ts';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

class CalloutFailure extends Error {}

/** What a failed connection is called in a CalloutException. */
const FAILURES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset',
  EPIPE: 'Broken pipe',
  ETIMEDOUT: 'Read timed out',
  EHOSTUNREACH: 'No route to host',
  ENETUNREACH: 'Network is unreachable',
  EAI_AGAIN: 'Unknown host',
  ENOTFOUND: 'Unknown host'
};

function failureOf(error: unknown, url: string): string {
  if (error instanceof CalloutFailure) return error.message;
  // A host with several addresses fails with one error for each: the first tells enough.
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const code = String((cause as { code?: unknown }).code ?? '');
  const known = FAILURES[code];
  if (known === 'Unknown host') return `${new URL(url).hostname}`;
  return known ?? (cause instanceof Error ? cause.message : String(cause));
}

function exchange(request: WireRequest, deadline: number): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    const url = new URL(request.url);
    const secure = url.protocol === 'https:';
    const outgoing = (secure ? httpsRequest : httpRequest)(url, { method: request.method, agent: secure ? agents.https : agents.http });
    for (const [name, value] of request.headers) outgoing.setHeader(name, value);
    if (request.body) outgoing.setHeader('Content-Length', request.body.byteLength);
    const timer = setTimeout(() => outgoing.destroy(new CalloutFailure('Read timed out')), Math.max(deadline - Date.now(), 1));
    const finish = (): void => clearTimeout(timer);
    outgoing.once('error', (error) => {
      finish();
      reject(error);
    });
    outgoing.once('response', (incoming) => {
      collect(incoming, request.maxResponseBytes).then(resolve, reject).finally(finish);
    });
    outgoing.end(request.body ?? undefined);
  });
}

async function collect(incoming: IncomingMessage, limit: number): Promise<WireResponse> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > limit) {
      incoming.destroy();
      throw new CalloutFailure(`Exceeded max size limit of ${limit} with response size ${size}`);
    }
    parts.push(part);
  }
  const headers = new Map<string, [string, string]>();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index]!;
    const value = incoming.rawHeaders[index + 1]!;
    const known = headers.get(name.toLowerCase());
    headers.set(name.toLowerCase(), known ? [known[0], `${known[1]},${value}`] : [name, value]);
  }
  return {
    status: incoming.statusCode ?? 0,
    statusText: incoming.statusMessage ?? '',
    headers: [...headers.values()],
    body: Buffer.concat(parts)
  };
}

const CREDENTIAL_HEADERS = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** GET and HEAD follow redirects; any other method hands the redirect to Apex. Credentials never cross to another origin. */
async function perform(request: WireRequest): Promise<WireOutcome> {
  const deadline = Date.now() + request.timeoutMs;
  let next = request;
  try {
    for (let hop = 0; ; hop += 1) {
      const response = await exchange(next, deadline);
      const location = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
      const follow = REDIRECTS.has(response.status) && location !== undefined && (request.method === 'GET' || request.method === 'HEAD');
      if (!follow) return { ok: true, response };
      if (hop === MAX_REDIRECTS) throw new CalloutFailure('Exceeded max redirects');
      const target = new URL(location, next.url);
      if (target.protocol !== 'http:' && target.protocol !== 'https:')
        throw new CalloutFailure(`Unsupported redirect to ${target.protocol}`);
      const sameOrigin = target.origin === new URL(next.url).origin;
      const headers = sameOrigin ? next.headers : next.headers.filter(([name]) => !CREDENTIAL_HEADERS.has(name.toLowerCase()));
      next = { ...next, url: target.href, headers };
    }
  } catch (error) {
    return { ok: false, failure: failureOf(error, next.url) };
  }
}

const { signal, port } = workerData as { signal: Int32Array; port: MessagePort };

parentPort!.on('message', (request: WireRequest) => {
  void perform(request).then((outcome) => {
    port.postMessage(outcome);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});
