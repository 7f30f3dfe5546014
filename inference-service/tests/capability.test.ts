import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bytes, defineCapability, json, type Closable } from '../src/capabilities/capability.ts';
import { readConfig } from '../src/config.ts';
import { ServiceError } from '../src/errors.ts';
import { createService, type Service } from '../src/service.ts';
import { createLog } from '../src/telemetry/log.ts';
import { ORG, sha256, TOKEN } from './service.ts';

const READER = 'token-that-may-only-read';
const closed: string[] = [];
const createShelf = (): Closable & { items: Map<string, string> } => ({
  items: new Map(),
  close: async () => void closed.push('shelf')
});

const shelf = defineCapability({
  name: 'shelf',
  title: 'Shelf',
  subject: 'keeping things',
  operations: {
    putThing: {
      method: 'PUT',
      path: '/v1/things/{id}',
      summary: 'Keep a thing',
      scope: 'content:write',
      event: 'thing.kept',
      body: json(z.object({ label: z.string().max(5) }).meta({ id: 'Thing' })),
      answer: { status: 201, description: 'Kept', schema: z.object({ requestId: z.string(), id: z.string() }).meta({ id: 'Kept' }) }
    },
    deleteThing: {
      method: 'DELETE',
      path: '/v1/things/{id}',
      summary: 'Throw a thing away',
      scope: 'content:write',
      event: 'thing.dropped',
      answer: { description: 'It is gone' },
      refusals: { not_found: 'There is no such thing' }
    },
    weighPicture: {
      method: 'POST',
      path: '/v1/pictures/weigh',
      summary: 'Weigh a picture',
      scope: 'documents',
      event: 'picture.weighed',
      query: z.object({ unit: z.enum(['byte', 'bit']).optional() }),
      body: bytes(['image/png', 'application/pdf']),
      answer: {
        description: 'Its weight',
        schema: z.object({ requestId: z.string(), weight: z.int(), type: z.string(), sum: z.int() }).meta({ id: 'Weight' })
      }
    }
  },
  create({ shared }) {
    const { items } = shared(createShelf);
    return {
      handlers: {
        async putThing({ orgId, params, body }) {
          items.set(`${orgId} ${params.id}`, body.label);
          return { id: params.id };
        },
        async deleteThing({ orgId, params }) {
          if (!items.delete(`${orgId} ${params.id}`)) throw new ServiceError('not_found', 'There is no such thing');
        },
        weighPicture: async ({ body, query, contentType }) => ({
          weight: body.byteLength * (query.unit === 'bit' ? 8 : 1),
          type: contentType,
          sum: body.reduce((sum, byte) => sum + byte, 0)
        })
      },
      close: async () => void closed.push('capability')
    };
  }
});

let service: Service;
beforeAll(async () => {
  const config = readConfig({
    DATA_FOLDER: 'memory',
    BODY_LIMIT_MB: '0.01',
    TOKENS: `${ORG}:${sha256(TOKEN)},${ORG}:${sha256(READER)}:content:read`
  });
  service = await createService(config, { log: createLog('silent'), capabilities: [shelf] });
});
afterAll(async () => {
  await service.close();
  // Who uses an engine ends before it.
  expect(closed).toEqual(['capability', 'shelf']);
});

async function request(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}) {
  const response = await service.app.request(path, {
    method,
    headers: { Authorization: `Bearer ${TOKEN}`, 'X-Org-Id': ORG, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body })
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>) };
}

describe('a capability, without a socket', () => {
  it('gets parameters and a checked body, and its answer gets the request id', async () => {
    const { status, body } = await request('PUT', '/v1/things/a%20b', '{"label":"one"}', { 'X-Request-Id': 'r-1' });
    expect([status, body]).toEqual([201, { requestId: 'r-1', id: 'a b' }]);
  });

  it('answers nothing with 204, and its own refusal in the one error body', async () => {
    await request('PUT', '/v1/things/x', '{"label":"one"}');
    expect(await request('DELETE', '/v1/things/x')).toEqual({ status: 204, body: undefined });
    expect(await request('DELETE', '/v1/things/x')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it.each([
    ['a body that does not fit', 'PUT', '/v1/things/x', '{"label":"too long"}', {}, 422],
    ['a parameter that cannot be an id', 'DELETE', '/v1/things/%00', undefined, {}, 404],
    ['a parameter that is too long', 'DELETE', `/v1/things/${'x'.repeat(81)}`, undefined, {}, 404],
    ['another method', 'GET', '/v1/things/x', undefined, {}, 405],
    ['a query that does not fit', 'POST', '/v1/pictures/weigh?unit=ton', 'x', { 'Content-Type': 'image/png' }, 422],
    ['another media type', 'POST', '/v1/pictures/weigh', 'x', { 'Content-Type': 'image/gif' }, 415],
    ['a body over the limit', 'POST', '/v1/pictures/weigh', 'x'.repeat(20_000), { 'Content-Type': 'image/png' }, 413]
  ] as const)('refuses %s', async (_, method, path, body, headers, status) => {
    expect((await request(method, path, body, headers)).status).toBe(status);
  });

  it('gets a document byte by byte as it was sent', async () => {
    const picture = Uint8Array.from({ length: 256 }, (_, i) => i);
    const { body } = await request('POST', '/v1/pictures/weigh?unit=bit', picture, { 'Content-Type': 'Image/PNG; x=y' });
    expect(body).toMatchObject({ weight: 2048, type: 'image/png', sum: 32_640 });
  });

  it('is closed to a token without its scope, whatever is sent', async () => {
    const reader = { Authorization: `Bearer ${READER}` };
    const { status, body } = await request('PUT', '/v1/things/x', 'not JSON', reader);
    expect([status, body]).toEqual([
      403,
      expect.objectContaining({ code: 'forbidden', message: expect.stringContaining('content:write') })
    ]);
  });

  it('is described with its body, parameters, answer and refusals', async () => {
    const document = (await (await service.app.request('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { requestBody: { content: object }; responses: object; parameters: { name: string }[] }>>;
    };
    const { put, delete: drop } = document.paths['/v1/things/{id}']!;
    expect(Object.keys(put!.responses)).toEqual(expect.arrayContaining(['201', '403', '413', '415', '422']));
    expect(Object.keys(drop!.responses)).toEqual(expect.arrayContaining(['204', '404']));
    expect(put!.parameters.map(({ name }) => name)).toEqual(['id']);
    const weigh = document.paths['/v1/pictures/weigh']!['post']!;
    expect(Object.keys(weigh.requestBody.content)).toEqual(['image/png', 'application/pdf']);
    expect(weigh.parameters.map(({ name }) => name)).toEqual(['unit']);
  });
});
