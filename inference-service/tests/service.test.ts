import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capabilities } from '../src/capabilities/index.ts';
import { deal } from './fixtures.ts';
import { NEXT_TOKEN, ORG, OTHER_ORG, OTHER_TOKEN, startTestService, TOKEN, type TestService } from './service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ BODY_LIMIT_MB: '1' });
});
afterAll(() => service.stop());

const body = () => ({ deals: [deal()] });

describe('authentication', () => {
  it.each([
    ['no token', { Authorization: '' }],
    ['another scheme', { Authorization: `Basic ${TOKEN}` }],
    ['an unknown token', { Authorization: 'Bearer wrong' }],
    ['a token with something added', { Authorization: `Bearer ${TOKEN} ${TOKEN}` }],
    ['the hash instead of the token', { Authorization: 'Bearer 3b9f' }]
  ])('refuses %s with 401', async (_, headers) => {
    const response = await service.request('POST', '/v1/deals/score', body(), headers);
    expect(response.status).toBe(401);
    expect(response.body.code).toBe('unauthorized');
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
  });

  it.each([
    ['another org', OTHER_ORG],
    ['no org', '']
  ])('refuses a good token with %s in the header', async (_, org) => {
    const response = await service.request('POST', '/v1/deals/score', body(), { 'X-Org-Id': org });
    expect([response.status, response.body.code]).toEqual([403, 'forbidden']);
  });

  it('accepts each of several tokens of an org, and the long form of its id', async () => {
    const headers = { Authorization: `Bearer ${NEXT_TOKEN}`, 'X-Org-Id': `${ORG}EAA` };
    expect((await service.request('GET', '/v1/deal-models', undefined, headers)).status).toBe(200);
  });

  it('asks before it reads: a huge body without a token is refused as unauthorized', async () => {
    const response = await service.request('POST', '/v1/deals/score', 'x'.repeat(100_000), { Authorization: '' });
    expect(response.status).toBe(401);
  });
});

describe('errors', () => {
  it.each([
    ['an unknown path', 'GET', '/v1/nothing', undefined, 404, 'not_found'],
    ['a wrong method', 'GET', '/v1/deals/score', undefined, 405, 'method_not_allowed'],
    ['a wrong method on a path with an id', 'DELETE', '/v1/deal-models/abc', undefined, 405, 'method_not_allowed'],
    ['an unknown model', 'GET', '/v1/deal-models/abc', undefined, 404, 'not_found'],
    ['an id with a NUL', 'GET', '/v1/deal-models/%00', undefined, 404, 'not_found'],
    ['broken JSON', 'POST', '/v1/deals/score', '{"deals": [', 400, 'invalid_json'],
    ['an empty body', 'POST', '/v1/deals/score', '', 400, 'invalid_json'],
    ['no deals', 'POST', '/v1/deals/score', { deals: [] }, 422, 'invalid_request'],
    ['101 deals', 'POST', '/v1/deals/score', { deals: Array.from({ length: 101 }, () => ({})) }, 422, 'invalid_request'],
    ['a list', 'POST', '/v1/deals/score', [], 422, 'invalid_request'],
    ['a model of nobody', 'POST', '/v1/deals/score', { deals: [{}], modelId: 'abc' }, 404, 'not_found'],
    ['a body over the limit', 'POST', '/v1/deals/score', ' '.repeat(1_100_000), 413, 'payload_too_large']
  ])('answers %s with its status and the one error body', async (_, method, path, given, status, code) => {
    const response = await service.request(method, path, given);
    expect([response.status, response.body.code]).toEqual([status, code]);
    expect(Object.keys(response.body).sort()).toEqual(['code', 'message', 'requestId']);
    expect(response.headers.get('X-Request-Id')).toBe(response.body.requestId);
  });

  it('says which methods a path has', async () => {
    expect((await service.request('PUT', '/v1/deal-models')).headers.get('Allow')).toBe('GET');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'answers content type "%s" with 415',
    async (type) => {
      const response = await service.request('POST', '/v1/deals/score', JSON.stringify(body()), { 'Content-Type': type });
      expect([response.status, response.body.code]).toEqual([415, 'unsupported_media_type']);
    }
  );

  it('answers a compressed body with 415 instead of guessing', async () => {
    const response = await service.request('POST', '/v1/deals/score', JSON.stringify(body()), { 'Content-Encoding': 'gzip' });
    expect(response.status).toBe(415);
  });

  it('does not take a caller who left in the middle of a body for a fault of its own', async () => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    const headers = `Authorization: Bearer ${TOKEN}\r\nX-Org-Id: ${ORG}\r\nContent-Type: application/json\r\nX-Request-Id: left`;
    socket.write(`POST /v1/deals/score HTTP/1.1\r\nHost: x\r\n${headers}\r\nContent-Length: 500\r\n\r\n{"deals":`);
    socket.end();
    const line = () => service.logged.find(({ requestId }) => requestId === 'left');
    while (!line()) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(line()).toMatchObject({ msg: 'request', level: 'warn', status: 499 });
  });

  it('stops a body that grows past the limit without announcing its length', async () => {
    const chunk = new TextEncoder().encode(' '.repeat(100_000));
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ < 15) controller.enqueue(chunk);
        else controller.close();
      }
    });
    const response = await fetch(`${service.url}/v1/deals/score`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${TOKEN}`, 'X-Org-Id': ORG, 'Content-Type': 'application/json' },
      body: stream,
      duplex: 'half'
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it('never repeats what was sent', async () => {
    const secret = 'secret-4711';
    const requests = [
      { deals: [deal()], modelId: secret },
      { deals: [deal()], thresholds: { autoApprove: secret } },
      { deals: [deal()], locale: [secret] }
    ];
    for (const request of requests) {
      const response = await service.request('POST', '/v1/deals/score', request);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(response.body)).not.toContain(secret);
    }
    const broken = await service.request('POST', '/v1/deals/score', `{"${secret}"`);
    expect(JSON.stringify(broken.body)).not.toContain(secret);
  });
});

describe('operation', () => {
  it('is alive and ready without a token', async () => {
    const noToken = { Authorization: '' };
    expect((await service.request('GET', '/healthz', undefined, noToken)).body).toEqual({ status: 'alive' });
    expect((await service.request('GET', '/readyz', undefined, noToken)).body).toEqual({ status: 'ready', database: 'sqlite' });
  });

  it('counts requests by route, never by path, org or id', async () => {
    await service.request('GET', '/v1/deal-models/some-id');
    const { body: text } = await service.request('GET', '/metrics');
    expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/v1/deal-models/:id",status="404"}');
    expect(text).not.toContain('some-id');
    expect(text).not.toContain(ORG);
  });

  it("logs one line per request with the caller's request id, and nothing of the body or the token", async () => {
    const subject = deal({ description: 'a very private description', prospect: { name: 'Secret Prospect Ltd' } });
    const response = await service.request('POST', '/v1/deals/score', { deals: [subject] }, { 'X-Request-Id': 'caller-1' });
    expect(response.body.requestId).toBe('caller-1');
    const lines = service.logged.filter((line) => line['requestId'] === 'caller-1');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      msg: 'request',
      route: '/v1/deals/score',
      status: 200,
      org: ORG,
      event: 'deals.registered',
      items: 1,
      failed: 0
    });
    const everything = JSON.stringify(service.logged);
    for (const text of ['private description', 'Secret Prospect', TOKEN, OTHER_TOKEN]) expect(everything).not.toContain(text);
  });

  it.each(['two words', 'a'.repeat(65), '{"a":1}'])('makes its own request id instead of "%s"', async (given) => {
    const { headers } = await service.request('GET', '/healthz', undefined, { 'X-Request-Id': given });
    expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('describes every operation in OpenAPI, from the contract', async () => {
    const { body: document } = await service.request('GET', '/openapi.json', undefined, { Authorization: '' });
    expect(document.openapi).toBe('3.1.0');
    const defined = capabilities.flatMap(({ operations }) => Object.values(operations).map(({ path, method }) => `${method} ${path}`));
    const shown = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`)
    );
    expect(shown.sort()).toEqual(defined.sort());
    expect(shown).toContain('POST /v1/deals/score');
    const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name as string);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name);
  });

  it('shows documentation that loads nothing from anywhere', async () => {
    const { body: page, headers } = await service.request('GET', '/docs', undefined, { Authorization: '' });
    expect(headers.get('Content-Type')).toContain('text/html');
    expect(page).toContain('POST /v1/deals/score');
    expect(page).toContain('<a href="#ScoreDealsRequest">');
    expect(page).not.toMatch(/<script|src=|https?:\/\//);
  });
});

describe('company matching', () => {
  it('finds the same company under another spelling, most probable first', async () => {
    const response = await service.request('POST', '/v1/companies/match', {
      company: { name: 'Müller & Söhne GmbH', domain: 'mueller-soehne.example', country: 'DE', city: null },
      candidates: [
        { ref: 'a', name: 'Bäckerei Schmidt', country: 'DE' },
        { ref: 'b', name: 'Mueller und Soehne', domain: 'www.mueller-soehne.example', country: 'DE' }
      ]
    });
    expect(response.status).toBe(200);
    expect(response.body.matches.map(({ ref }: { ref: string }) => ref)).toEqual(['b', 'a']);
    expect(response.body.matches[0]).toMatchObject({ verdict: 'same' });
    expect(response.body.matches[1]).toMatchObject({ verdict: 'different' });
  });

  it('refuses 201 candidates and two with the same reference', async () => {
    const company = { name: 'A' };
    const many = Array.from({ length: 201 }, (_, i) => ({ ref: `c${i}`, name: 'B' }));
    expect((await service.request('POST', '/v1/companies/match', { company, candidates: many })).body.code).toBe('invalid_request');
    expect((await service.request('POST', '/v1/companies/match', { company, candidates: [many[0], many[0]] })).body.message).toContain(
      'ref'
    );
  });
});

describe('limits', () => {
  it('turns away what exceeds the rate of one org and leaves the other org alone', async () => {
    const limited = await startTestService({ REQUESTS_PER_MINUTE: '3' });
    try {
      const statuses = [];
      for (let i = 0; i < 4; i += 1) statuses.push(await limited.request('GET', '/v1/deal-models'));
      expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
      expect(Number(statuses[3]?.headers.get('Retry-After'))).toBeGreaterThan(0);
      const other = { Authorization: `Bearer ${OTHER_TOKEN}`, 'X-Org-Id': OTHER_ORG };
      expect((await limited.request('GET', '/v1/deal-models', undefined, other)).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });
});
