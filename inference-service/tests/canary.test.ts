import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../src/storage/database.ts';
import { answer, HONEST, startFakeLanguageServer, status, type Behaviour, type FakeLanguageServer } from './fake-language-server.ts';
import { deal, scored } from './fixtures.ts';
import { startTestService, type TestService } from './service.ts';

const CANARY = 'Zebulon Quackenbush zq.canary@example.org DE89 3704 0044 0532 0130 00';
const PARTS = ['Zebulon', 'Quackenbush', 'zq.canary', '0532 0130'];

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

const PATHS = ['/v1/guardrails/inspect', '/v1/deals/score', '/v1/companies/match', '/v1/deal-models/train'];

it.each(
  PATHS.flatMap((path): [string, string, unknown][] => [
    [path, 'JSON that breaks off', `{"text": "${CANARY}", `],
    [path, 'JSON that is only the text', CANARY],
    [path, 'an unknown field', { [CANARY]: 1 }],
    [
      path,
      'the wrong kind of value',
      { text: [CANARY], types: [CANARY], language: CANARY, deals: CANARY, company: CANARY, rows: [CANARY] }
    ],
    [path, 'a list', [CANARY]]
  ])
)('%s tells neither the log nor the caller what it could not read: %s', async (path, _, given) => {
  const before = service.logged.length;
  const { status, body } = await service.request('POST', path, given);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(service.logged.length).toBeGreaterThan(before);
  const told = JSON.stringify([body, service.logged.slice(before)]);
  expect(PARTS.filter((part) => told.includes(part))).toEqual([]);
});

describe('what was masked before it went to a language model', () => {
  /** Of every kind that is masked, and names of companies beside them. */
  const HIDDEN = [
    'Zebulon Quackenbush',
    'zq.canary@example.org',
    '+49 171 5550199',
    'DE89 3704 0044 0532 0130 00',
    '4111 1111 1111 1111',
    '219-09-9999',
    '203.0.113.77',
    'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    '17 Marigold Lane, Bristol BS1 4QT',
    'Nordwind Canary Logistics',
    'Rival Canary Industries'
  ];
  const [PERSON, EMAIL, PHONE, IBAN, CARD, SSN, IP, SECRET, ADDRESS, PROSPECT, RIVAL] = HIDDEN;
  const subject = () =>
    deal({
      prospect: { name: `${PROSPECT} GmbH`, domain: 'canary-logistics.example', country: 'DE' },
      candidates: [{ ref: 'c', kind: 'account', name: RIVAL! }],
      description:
        `${PROSPECT} GmbH renews 40 seats. My name is ${PERSON}, ${EMAIL}, call ${PHONE}. IBAN ${IBAN}, card ${CARD}, SSN ${SSN}. ` +
        `Login from ${IP} with token ${SECRET}. Ship it to ${ADDRESS}.`
    });
  const hidden = (told: unknown) => HIDDEN.filter((value) => JSON.stringify(told).includes(value));

  /** What it was asked, given back where an error or an answer would be. */
  const echo =
    (code: number): Behaviour =>
    (request, response) => {
      response.writeHead(code, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ error: { message: JSON.stringify(request.messages), type: 'invalid_request_error' } }));
    };
  const FAILURES: [string, Behaviour][] = [
    ['answers honestly', answer(HONEST)],
    ['answers 500', status(500)],
    ['answers 401', status(401)],
    ['limits the rate', status(429, { 'Retry-After': '3600' })],
    ['repeats what it was asked in a 400', echo(400)],
    ['repeats what it was asked in a 500', echo(500)],
    ['repeats what it was asked as its answer', (request, response) => answer(JSON.stringify(request.messages))(request, response)],
    [
      'repeats what it was asked as its explanation',
      (request, response) => answer({ ...HONEST, managerText: JSON.stringify(request.messages) })(request, response)
    ],
    ['answers with a page', (_, response) => void response.end('<html>not what you expect</html>')],
    ['never answers', () => undefined],
    ['closes the connection', (_, response) => void response.destroy()],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '5000' });
        response.write('{"choices":[{"mess');
        response.destroy();
      }
    ],
    ['is cut off by its length', answer(JSON.stringify(HONEST).slice(0, 40), 'length')]
  ];

  let model: FakeLanguageServer;
  beforeAll(async () => {
    model = await startFakeLanguageServer();
  });
  afterAll(async () => {
    await model.stop();
  });

  /** A service of its own: one that has seen a model fail often stops asking it. */
  const speaking = (own?: Database) =>
    startTestService(
      {
        LANGUAGE_BASE_URL: model.baseUrl,
        LANGUAGE_API_KEY: 'language-key',
        LANGUAGE_MODEL: 'some-model',
        LANGUAGE_RETRIES: '0',
        LANGUAGE_TIMEOUT_MS: '1000'
      },
      own
    );

  it.each(FAILURES)('is in no prompt, log line, metric or audit text when the model %s', async (_, behaviour) => {
    model.behave(behaviour);
    const asking = await speaking();
    try {
      const [result] = await asking.score([subject()]);
      const { language } = scored(result);
      const { body: metrics } = await asking.request('GET', '/metrics');
      expect(model.asked).toHaveLength(1);
      expect(asking.logged.length).toBeGreaterThan(0);
      expect(language.maskedInput).toMatch(/\[PERSON_1\].*\[EMAIL_1\].*\[SECRET_1\]/);
      expect(hidden([model.asked, asking.logged, metrics, language])).toEqual([]);
    } finally {
      await asking.stop();
    }
  });

  it('is in neither the log nor the answer when the service itself breaks', async () => {
    const lost = await openDatabase({});
    const broken = await speaking(lost);
    try {
      await lost.close();
      const { status: code, body } = await broken.request('POST', '/v1/deals/score', { deals: [subject()] });
      expect(code).toBeGreaterThanOrEqual(500);
      expect(broken.logged.length).toBeGreaterThan(0);
      expect(hidden([body, broken.logged])).toEqual([]);
    } finally {
      await broken.stop();
    }
  });
});
