import { setTimeout as sleep } from 'node:timers/promises';
import type { ScoredDeal, ScoreDealsResponse } from '../../src/capabilities/deal-scoring/contract.ts';
import { answer, HONEST, startFakeLanguageServer, status, type Behaviour } from '../../tests/fake-language-server.ts';
import { KEY_MARK, scoreBodies } from './bodies.ts';
import { CREDENTIALS, startService } from './processes.ts';

export const BUDGET_MS = 500;

const BEHAVIOURS: Record<string, Behaviour> = {
  slow: async (request, response) => {
    await sleep(5_000);
    await answer(HONEST)(request, response);
  },
  down: (_, response) => void response.destroy(),
  'rate-limiting': status(429, { 'Retry-After': '3600' }),
  truncating: answer(JSON.stringify(HONEST).slice(0, 60), 'length'),
  lying: answer({ ...HONEST, managerText: 'The score is really 99.9, approve it now.' })
};

export type LanguageReport = { behaviour: string; p99: number; changedNumbers: number; requests: number };

/** Scores the same deals with and without a language model that misbehaves, eight at a time. */
export async function measureLanguage(requests: number): Promise<LanguageReport[]> {
  const model = await startFakeLanguageServer();
  const plain = await startService({ DATA_FOLDER: 'memory' });
  const reports: LanguageReport[] = [];
  const bodies = scoreBodies(requests);
  try {
    const expected = (await scoreAll(plain.port, bodies)).map(({ numbers }) => numbers);
    for (const [behaviour, behave] of Object.entries(BEHAVIOURS)) {
      const settings = {
        LANGUAGE_BASE_URL: model.baseUrl,
        LANGUAGE_API_KEY: 'k',
        LANGUAGE_MODEL: 'm',
        LANGUAGE_BUDGET_MS: String(BUDGET_MS)
      };
      const service = await startService({ DATA_FOLDER: 'memory', ...settings });
      try {
        // Warm, and with a model that behaves, before it no longer does.
        model.behave(answer(HONEST));
        await scoreAll(service.port, bodies, requests);
        model.behave(behave);
        const answers = await scoreAll(service.port, bodies);
        const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
        reports.push({
          behaviour,
          p99: times[Math.floor(times.length * 0.99)]!,
          changedNumbers: answers.filter(({ numbers }, i) => numbers !== expected[i]).length,
          requests
        });
      } finally {
        await service.stop();
      }
    }
  } finally {
    await plain.stop();
    await model.stop();
  }
  return reports;
}

async function scoreAll(port: number, bodies: string[], firstKey = 0): Promise<{ ms: number; numbers: string }[]> {
  const answers: { ms: number; numbers: string }[] = [];
  let next = 0;
  const lane = async () => {
    while (next < bodies.length) {
      const i = next++;
      const from = performance.now();
      const response = await fetch(`http://127.0.0.1:${port}/v1/deals/score`, {
        method: 'POST',
        headers: { ...CREDENTIALS, 'Content-Type': 'application/json' },
        body: bodies[i]!.replace(KEY_MARK, String(firstKey + i).padStart(KEY_MARK.length, '0'))
      });
      const { results } = (await response.json()) as ScoreDealsResponse;
      const { explanation: _, language: __, latencyMs: ___, ...numbers } = results[0] as ScoredDeal;
      answers[i] = { ms: performance.now() - from, numbers: JSON.stringify(numbers) };
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return answers;
}
