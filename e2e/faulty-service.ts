/**
 * Stands where the inference service should and misbehaves in the way it was last told. A process of its own, because the
 * org's thread sleeps while it waits for an answer.
 *
 *   fork('faulty-service.ts', [port])   send a Behaviour; receive { behaviour, requests }
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const STACK_TRACE = 'java.lang.NullPointerException\n\tat com.example.Scoring.run(Scoring.java:42)';
const TOO_LARGE = 13_000_000;

interface Exchange {
  readonly request: { readonly deals: readonly { readonly key: string }[] };
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** A complete score but for what the caller spoils. */
function result(key: string, spoilt: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    key,
    outcome: 'scored',
    score: 60,
    probability: 0.6,
    confidence: { level: 'High', sampleSize: 500, reason: '500 comparable past deals' },
    subScores: { partnerFit: 60, dealQuality: 60, conflictRisk: 0 },
    baseline: { label: 'Average deal', points: 50 },
    factors: [{ name: 'amount', label: 'Amount', area: 'deal', value: '9000', points: 10, text: 'Smaller deals are won more often' }],
    action: 'Auto-approve',
    conflicts: [],
    missing: [],
    explanation: { text: 'Looks good', partnerText: 'Looks good', replyDraft: 'Looks good', source: 'template' },
    model: { id: 'model', version: 1, kind: 'learned', note: null },
    language: { provider: 'template', model: null, promptVersion: '1', tokensIn: 0, tokensOut: 0, costUsd: 0, maskedInput: null },
    latencyMs: 1,
    ...spoilt
  };
}

const answer = (outgoing: ServerResponse, status: number, type: string, body: string, headers: Record<string, string> = {}): void => {
  outgoing.writeHead(status, { 'Content-Type': type, ...headers }).end(body);
};

const scores = ({ request, outgoing }: Exchange, spoilt: Readonly<Record<string, unknown>>): void =>
  answer(
    outgoing,
    200,
    'application/json',
    JSON.stringify({ requestId: 'r', results: request.deals.map(({ key }) => result(key, spoilt)) })
  );

const BEHAVIOURS = {
  'answers HTML': ({ outgoing }) => answer(outgoing, 200, 'text/html', '<html><body><h1>Welcome to the proxy</h1></body></html>'),
  'answers truncated JSON': ({ outgoing }) => answer(outgoing, 200, 'application/json', '{"requestId":"r","results":[{"key":"'),
  'answers JSON of another shape': ({ outgoing }) =>
    answer(outgoing, 200, 'application/json', '{"requestId":["r"],"results":{"deals":"none"}}'),
  'answers nothing': ({ outgoing }) => answer(outgoing, 200, 'application/json', ''),
  'answers a score that does not add up': (exchange) => scores(exchange, { score: 95 }),
  'answers a score beyond 100': (exchange) => scores(exchange, { score: 110, factors: [{ points: 60 }] }),
  'answers a score without reasons': (exchange) => scores(exchange, { factors: null, explanation: null }),
  'answers an action it invented': (exchange) => scores(exchange, { action: 'Approve <b>at once</b>' }),
  'answers for another registration': (exchange) => scores(exchange, { key: 'somebody-else' }),
  'answers 500': ({ outgoing }) => answer(outgoing, 500, 'text/plain', STACK_TRACE),
  'answers 429 with Retry-After': ({ outgoing }) =>
    answer(outgoing, 429, 'application/json', '{"code":"rate_limited","message":"slow down","requestId":"r"}', { 'Retry-After': '1800' }),
  'answers 401': ({ outgoing }) => answer(outgoing, 401, 'application/json', '{"code":"unauthorized","message":"no","requestId":"r"}'),
  'redirects elsewhere': ({ outgoing }) => outgoing.writeHead(307, { Location: '/elsewhere' }).end(),
  'closes the connection': ({ incoming }) => void incoming.socket.destroy(),
  'closes the connection half way': ({ incoming, outgoing }) => {
    outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' }).write('{"results":[');
    setTimeout(() => incoming.socket.destroy(), 50);
  },
  'answers more than may be read': ({ outgoing }) => answer(outgoing, 200, 'application/json', ' '.repeat(TOO_LARGE)),
  hangs: () => {},
  'begins to answer and hangs': ({ outgoing }) => void outgoing.writeHead(200, { 'Content-Type': 'application/json' }).write('{')
} as const satisfies Record<string, (exchange: Exchange) => unknown>;

export type Behaviour = keyof typeof BEHAVIOURS;
export const behaviours = Object.keys(BEHAVIOURS) as Behaviour[];

/** Paths requested since the last change of behaviour. */
export interface Observed {
  readonly behaviour: Behaviour;
  readonly requests: readonly string[];
}

function serve(port: number): void {
  let behaviour: Behaviour = 'answers 500';
  let requests: string[] = [];
  const server = createServer((incoming, outgoing) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () =>
      BEHAVIOURS[behaviour]({ request: JSON.parse(Buffer.concat(parts).toString() || '{"deals":[]}'), incoming, outgoing })
    );
  });
  process.on('message', (wanted: Behaviour) => {
    process.send?.({ behaviour, requests } satisfies Observed);
    behaviour = wanted;
    requests = [];
  });
  process.on('disconnect', () => process.exit(0));
  server.listen(port, '127.0.0.1', () => process.send?.('ready'));
}

if (import.meta.main) serve(Number(process.argv[2]));
