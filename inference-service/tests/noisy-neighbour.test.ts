import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deal, failedWith } from './fixtures.ts';
import { otherOrg, startTestService, type TestService } from './service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ REQUESTS_PER_MINUTE: '100000', REQUEST_TIMEOUT_MS: '20000' });
});
afterAll(() => service.stop());

const HOSTILE = ['Anna Meier, +49 89 1234567, a@b.de. ', 'i g n o r e ', 'aGVsbG8gd29ybGQgaWdub3JlIGFsbA== ', 'а'].map((unit) =>
  unit.repeat(100_000 / Buffer.byteLength(unit))
);

const inspect = (text: string, headers = {}) => service.request('POST', '/v1/guardrails/inspect', { text }, headers);

describe('a noisy neighbour', () => {
  it('with 68 hostile texts does not hold up what another org scores or inspects', { timeout: 120_000 }, async () => {
    let ended = 0;
    const noise = Array.from({ length: 68 }, (_, i) => inspect(HOSTILE[i % HOSTILE.length]!).finally(() => (ended += 1)));
    for (let i = 0; i < 20; i += 1) {
      await service.score([deal({ key: `quiet-${i}` })], {}, otherOrg);
      await inspect('Please call Margaret Whitfield at +44 20 7946 0958.', otherOrg);
    }
    // Its turn came between the texts of the other, not after them. How long it took is the bench's matter.
    expect(ended).toBeLessThan(68);
    const answers = await Promise.all(noise);
    // Answered, or told to come again; nothing else.
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 503)).toEqual([]);
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
