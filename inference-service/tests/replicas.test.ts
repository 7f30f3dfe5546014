import { afterAll, describe, expect, it } from 'vitest';
import { deal, scored, trainingRows } from './fixtures.ts';
import { startPostgres } from './postgres.ts';
import { startTestService } from './service.ts';

const postgres = await startPostgres();

describe('two replicas on one PostgreSQL', () => {
  if ('skipped' in postgres) {
    it.skip(postgres.skipped, () => undefined);
    return;
  }
  afterAll(() => postgres.stop());
  const start = () => Promise.all([1, 2].map(() => startTestService({ DATABASE_URL: postgres.url, REQUEST_TIMEOUT_MS: '10000' })));

  it('start together, score a deal once, and share models', async () => {
    const [one, two] = (await start()) as [Awaited<ReturnType<typeof startTestService>>, Awaited<ReturnType<typeof startTestService>>];
    try {
      const deals = Array.from({ length: 100 }, () => deal());
      const [first, second] = await Promise.all([one.score(deals), two.score([...deals].reverse())]);
      expect(second.reverse()).toEqual(first);
      const { body } = await one.request('POST', '/v1/deal-models/train', { rows: trainingRows() });
      expect(scored((await two.score([deal()]))[0]).model.id).toBe(body.model.id);
    } finally {
      await Promise.all([one.stop(), two.stop()]);
    }
  });

  it.runIf(postgres.own)('answer 503 while the database is gone, and score by themselves once it is back', async () => {
    const [one, two] = (await start()) as [Awaited<ReturnType<typeof startTestService>>, Awaited<ReturnType<typeof startTestService>>];
    const before = deal();
    const during = deal();
    try {
      const [first] = await one.score([before]);
      await postgres.kill();
      expect((await one.request('GET', '/healthz')).status).toBe(200);
      expect((await one.request('GET', '/readyz')).status).toBe(503);
      const response = await two.request('POST', '/v1/deals/score', { deals: [during] });
      expect([response.status, response.body.code]).toEqual([503, 'unavailable']);
      expect(response.headers.get('Retry-After')).toBe('5');

      await postgres.revive();
      expect((await one.request('GET', '/readyz')).status).toBe(200);
      expect(await two.score([before])).toEqual([first]);
      expect(scored((await two.score([during]))[0]).key).toBe(during.key);
    } finally {
      await Promise.all([one.stop(), two.stop()]);
    }
  });
});
