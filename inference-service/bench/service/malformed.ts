import { connect } from 'node:net';
import { CREDENTIALS, ORG } from './processes.ts';
import { KEY_MARK, scoreBodies } from './bodies.ts';

type Request = { head: Record<string, string>; body: Buffer; method?: string; path?: string; announced?: number };

const [GOOD = ''] = scoreBodies(1);
const json = (body: string, head: Record<string, string> = {}): Request => ({ head, body: Buffer.from(body) });
const deals = (deal: string) => json(`{"deals":[${deal}]}`);
const fieldAs = (value: string) => deals(`{"key":"k","features":{"amount":${value}},"prospect":{"name":"A"}}`);

/** One of each way to be wrong; `n` varies where it is cut, flipped or repeated. */
const KINDS: Record<string, (n: number) => Request> = {
  'cut JSON': (n) => json(GOOD.slice(0, 1 + (n % (GOOD.length - 1)))),
  'flipped byte': (n) => {
    const body = Buffer.from(GOOD);
    body[n % body.length] = (body[n % body.length]! ^ (1 << (n % 8))) & 0xff;
    return { head: {}, body };
  },
  'random bytes': (n) => ({ head: {}, body: Buffer.from(Array.from({ length: n % 200 }, (_, i) => (i * 7919 + n * 31) & 0xff)) }),
  'invalid UTF-8': (n) => ({
    head: {},
    body: Buffer.concat([Buffer.from('{"deals":["'), Buffer.from([0xc3, 0x28, 0xed, 0xa0, n & 0xff])])
  }),
  'deep nesting': (n) => deals('['.repeat(n % 5_000) + ']'.repeat(n % 5_000)),
  'deep features': (n) => fieldAs('{"a":'.repeat(n % 100) + '1' + '}'.repeat(n % 100)),
  'wrong types': (n) => json(['null', '[]', '7', '"text"', '{"deals":{}}', '{"deals":"x"}', '{"deals":[1,null,"x",[]]}'][n % 7]!),
  'wrong field types': (n) => fieldAs(['[]', '{}', '"x"', 'null', '[[1]]', 'true'][n % 6]!),
  'huge numbers': (n) => fieldAs(['1e999', '-1e999', '1e308', '9'.repeat(400), '-0', '5e-324'][n % 6]!),
  'not a number': (n) => fieldAs(['NaN', 'Infinity', '01', '+1', '.5', '1.'][n % 6]!),
  NUL: (n) => deals(`{"key":"\\u0000${n}","features":{"\\u0000":"\\u0000"},"prospect":{"name":"\\u0000"}}`),
  'half characters': () => deals('{"key":"k","features":{"a":"\\ud800"},"prospect":{"name":"\\udfff"}}'),
  'prototype keys': (n) =>
    fieldAs(`1,"${['__proto__', 'constructor', 'prototype', '\\u005f_proto__'][n % 4]}":{"polluted":true},"toString":1`),
  'prototype in envelope': () => json('{"__proto__":{"deals":[]},"constructor":{"prototype":{}},"deals":[{"__proto__":{"key":"k"}}]}'),
  'duplicated keys': () => deals('{"key":"a","key":"b","features":{},"features":7,"prospect":{"name":"A"},"prospect":null}'),
  'bad dates': () => deals('{"key":"k","features":{"closeDate":"1900-13-45"},"prospect":{"name":"A"},"candidates":[{"registeredOn":"x"}]}'),
  'too many deals': () => json(`{"deals":[${'{},'.repeat(100)}{}]}`),
  'empty body': () => json(''),
  'wrong content type': (n) =>
    json(GOOD, { 'Content-Type': ['text/plain', 'application/xml', ';', 'application/json-patch+json'][n % 4]! }),
  'wrong encoding': (n) => json(GOOD, { 'Content-Encoding': ['gzip', 'br', 'x'][n % 3]! }),
  'wrong token': (n) => json(GOOD, { Authorization: ['', 'Bearer', 'Bearer x', 'Basic eDp4', `Bearer ${'x'.repeat(5_000)}`][n % 5]! }),
  'wrong org': (n) => json(GOOD, { 'X-Org-Id': ['', '00D000000000002', `${ORG}XXXX`, '../..', '__proto__'][n % 5]! }),
  'odd request id': (n) => json('{', { 'X-Request-Id': ['{}', 'x'.repeat(300), '%00', '${jndi:ldap://x}'][n % 4]! }),
  'wrong method': (n) => ({ ...json(''), method: ['GET', 'PUT', 'DELETE', 'PATCH', 'TRACE'][n % 5]! }),
  'odd path': (n) => ({
    ...json('{}'),
    path: ['/v1/deals/score/', '/v1/../v1/deals/score', '/v1/%2e%2e/x', '//', '/v1/deal-models/%00/activate', '/%ff'][n % 6]!
  }),
  'body longer than announced': (n) => ({ ...json(`{"deals":[]}${'x'.repeat(n % 50)}`), announced: 12 }),
  'body shorter than announced': () => ({ ...json('{"deals":'), announced: 500 }),
  'odd announced length': (n) => ({ ...json('{}'), announced: [-1, 1.5, Number.NaN, 1e15][n % 4]! }),
  'other bad models': (n) => json(`{"deals":[{}],"modelId":${['"x"', '1', '"\\u0000"', `"${'9'.repeat(90)}"`][n % 4]}}`)
};

export type MalformedReport = {
  sent: number;
  kinds: number;
  statuses: Record<string, number>;
  unanswered: number;
  slowestMs: number;
  faults: string[];
};

/** Sends `count` requests that are wrong in some way, each on a connection of its own where its framing is wrong. */
export async function sendMalformed(port: number, count: number, lanes = 24): Promise<MalformedReport> {
  const kinds = Object.values(KINDS);
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  let slowestMs = 0;
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const n = next++;
      const from = performance.now();
      const { status, body } = await send(port, kinds[n % kinds.length]!(Math.floor(n / kinds.length)));
      slowestMs = Math.max(slowestMs, performance.now() - from);
      statuses[status] = (statuses[status] ?? 0) + 1;
      // The error body is ours and holds no input: enough to find the cause in the log.
      if (status.startsWith('5') && faults.length < 3) faults.push(body);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const { none = 0, ...answered } = statuses;
  return { sent: next, kinds: kinds.length, statuses: answered, unanswered: none, slowestMs: Math.round(slowestMs), faults };
}

/** Status of the first answer; "none" when the connection ended without one, as it may for a broken frame. */
function send(
  port: number,
  { head, body, method = 'POST', path = '/v1/deals/score', announced }: Request
): Promise<{ status: string; body: string }> {
  const headers = {
    Host: 'x',
    'Content-Type': 'application/json',
    ...CREDENTIALS,
    ...head,
    'Content-Length': announced ?? body.length,
    Connection: 'close'
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answer = '';
    socket.on('connect', () => {
      socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
      socket.write(Buffer.from(body.toString('latin1').replaceAll(KEY_MARK, String(process.hrtime.bigint() % 10n ** 12n)), 'latin1'));
      // A body that is shorter than it says would be waited for.
      if (announced !== undefined && announced > body.length) socket.end();
    });
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () =>
      resolve({ status: /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'none', body: answer.slice(answer.indexOf('\r\n\r\n') + 4) })
    );
  });
}
