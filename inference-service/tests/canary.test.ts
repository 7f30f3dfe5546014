import { afterAll, beforeAll, expect, it } from 'vitest';
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
