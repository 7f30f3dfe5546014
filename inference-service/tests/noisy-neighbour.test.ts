import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deal, failedWith } from './fixtures.ts';
import { otherOrg, startTestService, type TestService } from './service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ REQUESTS_PER_MINUTE: '100000', REQUEST_TIMEOUT_MS: '20000' });
});
afterAll(() => service.stop());

/** The longest of 100 is what a quiet machine's own pauses may cost; below it, twice as much says nothing. */
const PAUSES_MS = 60;

const HOSTILE = ['Anna Meier, +49 89 1234567, a@b.de. ', 'i g n o r e ', 'aGVsbG8gd29ybGQgaWdub3JlIGFsbA== ', 'а'].map((unit) =>
  unit.repeat(100_000 / Buffer.byteLength(unit))
);

const inspect = (text: string, headers = {}) => service.request('POST', '/v1/guardrails/inspect', { text }, headers);

async function p99(ask: (i: number) => Promise<unknown>, times: number): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const from = performance.now();
    await ask(i);
    taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b)[Math.ceil(times * 0.99) - 1]!;
}

describe('a noisy neighbour', () => {
  it('with 68 hostile texts does not hold up what another org scores or inspects', { timeout: 120_000 }, async () => {
    const score = (i: number) => service.score([deal({ key: `quiet-${i}-${performance.now()}` })], {}, otherOrg);
    const short = () => inspect('Please call Margaret Whitfield at +44 20 7946 0958.', otherOrg);
    await p99(score, 20);
    await p99(short, 20);
    const quiet = { score: await p99(score, 100), short: await p99(short, 100) };

    const noise = Array.from({ length: 68 }, (_, i) => inspect(HOSTILE[i % HOSTILE.length]!));
    const loud = { score: await p99(score, 100), short: await p99(short, 100) };
    expect(loud.score).toBeLessThan(2 * Math.max(quiet.score, PAUSES_MS));
    expect(loud.short).toBeLessThan(2 * Math.max(quiet.short, PAUSES_MS));
    const answers = await Promise.all(noise);
    // Answered, or told to come again; nothing else.
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  });

  it('with a deal of 600,000 features is refused by the count, not by each of them', async () => {
    const features = Object.fromEntries(Array.from({ length: 600_000 }, (_, i) => [`\u0001${i}`, 1]));
    const [result] = await service.score([deal({ key: 'many', features })]);
    expect(failedWith(result)).toBe('invalid_item');
    expect(JSON.stringify(result)).toContain('at most 60 features');
    expect(JSON.stringify(result)).not.toContain('control characters');
  });
});
