import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendBlocking } from './blocking-http.ts';
import type { WireRequest } from './wire.ts';

/** The server lives in a thread of its own: this one sleeps while a callout is under way. */
const SERVER = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      if (request.url === '/slow') return;
      if (request.url === '/large') return response.end(Buffer.alloc(4096));
      if (request.url === '/moved') return response.writeHead(302, { location: '/echo' }).end();
      if (request.url === '/loop') return response.writeHead(302, { location: '/loop' }).end();
      response.writeHead(201, 'Made', { 'X-Method': request.method, 'X-Seen': request.headers['x-sent'] ?? '' });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

describe('a blocking callout', () => {
  let server: Worker;
  let base = '';

  beforeAll(async () => {
    server = new Worker(SERVER, { eval: true });
    base = `http://127.0.0.1:${await new Promise<number>((resolve) => server.once('message', resolve))}`;
  });
  afterAll(() => server.terminate());

  const request = (path: string, more: Partial<WireRequest> = {}): WireRequest => ({
    method: 'POST',
    url: base + path,
    headers: [['X-Sent', 'yes']],
    body: Buffer.from('héllo\0'),
    timeoutMs: 5_000,
    maxResponseBytes: 1_000,
    ...more
  });

  it('carries method, headers and bytes both ways', () => {
    const outcome = sendBlocking(request('/echo'));
    if (!outcome.ok) throw new Error(outcome.failure);
    expect(outcome.response.status).toBe(201);
    expect(outcome.response.statusText).toBe('Made');
    expect(Buffer.from(outcome.response.body).toString()).toBe('héllo\0');
    expect(outcome.response.headers).toEqual(
      expect.arrayContaining([
        ['X-Method', 'POST'],
        ['X-Seen', 'yes']
      ])
    );
  });

  it('serves several requests one after another', () => {
    const bodies = ['a', 'b', 'c'].map((text) => {
      const outcome = sendBlocking(request('/echo', { body: Buffer.from(text) }));
      return outcome.ok ? Buffer.from(outcome.response.body).toString() : outcome.failure;
    });
    expect(bodies).toEqual(['a', 'b', 'c']);
  });

  it('says Read timed out when the service does not answer', () => {
    expect(sendBlocking(request('/slow', { timeoutMs: 100 }))).toEqual({ ok: false, failure: 'Read timed out' });
  });

  it('says Connection refused when nobody listens', () => {
    expect(sendBlocking(request('', { url: 'http://127.0.0.1:1/' }))).toEqual({ ok: false, failure: 'Connection refused' });
  });

  it('refuses a response past the size limit', () => {
    const outcome = sendBlocking(request('/large'));
    expect(outcome).toMatchObject({ ok: false, failure: expect.stringContaining('Exceeded max size limit of 1000') });
  });

  it('follows a redirect of a GET, hands a POST its redirect, and gives up on a loop', () => {
    const get = sendBlocking(request('/moved', { method: 'GET', body: null }));
    expect(get.ok && get.response.status).toBe(201);
    const post = sendBlocking(request('/moved'));
    expect(post.ok && post.response.status).toBe(302);
    expect(sendBlocking(request('/loop', { method: 'GET', body: null }))).toEqual({ ok: false, failure: 'Exceeded max redirects' });
  });
});
