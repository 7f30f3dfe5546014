import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealModelDriftResponseSchema, dealModelResponseSchema } from '../src/capabilities/deal-models/contract.ts';
import { deal, scored, trainingRows } from './fixtures.ts';
import { otherOrg, startTestService, type TestService } from './service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

const train = (body: unknown, headers?: Record<string, string>) => service.request('POST', '/v1/deal-models/train', body, headers);

describe('training a deal model', () => {
  it('learns, measures, stores and activates', async () => {
    const response = await train({ rows: trainingRows() });
    expect(response.status).toBe(201);
    const { model } = dealModelResponseSchema.parse(response.body);
    expect(model).toMatchObject({ version: 1, active: true, rowCount: 300, signal: 'signal' });
    expect(model.metrics.auc).toBeGreaterThan(0.7);
    expect(model.features.map(({ name }) => name).sort()).toEqual(['amount', 'region']);
    expect((await service.request('GET', `/v1/deal-models/${model.id}`)).body.model).toEqual(model);
    expect((await service.request('GET', '/v1/deal-models')).body.models[0]).toMatchObject({ id: model.id, active: true });
  });

  it('gives the same model for the same rows and seed', async () => {
    const [first, second] = [await train({ rows: trainingRows(), seed: 7 }), await train({ rows: trainingRows(), seed: 7 })];
    const { id: _, version: __, createdAt: ___, active: ____, ...one } = first.body.model;
    expect(second.body.model).toMatchObject(one);
  });

  it('leaves the active model alone when asked to, and goes back to an earlier one', async () => {
    const first = (await train({ rows: trainingRows() })).body.model;
    const second = (await train({ rows: trainingRows(), activate: false })).body.model;
    expect(second.active).toBe(false);
    expect((await service.request('POST', `/v1/deal-models/${second.id}/activate`)).body.model.active).toBe(true);
    expect(scored((await service.score([deal()]))[0]).model.id).toBe(second.id);
    await service.request('POST', `/v1/deal-models/${first.id}/activate`);
    expect(scored((await service.score([deal()]))[0]).model.id).toBe(first.id);
  });

  it('says "no signal" for outcomes drawn by lot and refuses to use that', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => ({ features: { noise: (i * 7919) % 101 }, won: ((i * 104_729) % 211) % 2 === 0 }));
    const { model } = (await train({ rows })).body;
    expect(model).toMatchObject({ signal: 'no signal', active: false });
    const activation = await service.request('POST', `/v1/deal-models/${model.id}/activate`);
    expect([activation.status, activation.body.code]).toEqual([409, 'conflict']);
  });

  it('says which features of recent deals are no longer as they were', async () => {
    const { model } = (await train({ rows: trainingRows() })).body;
    const measure = (deals: unknown[], id = model.id) => service.request('POST', `/v1/deal-models/${id}/drift`, { deals });
    const recent = trainingRows(120).map(({ features }) => ({ features }));
    const same = await measure(recent);
    expect(dealModelDriftResponseSchema.parse(same.body)).toMatchObject({ id: model.id, version: model.version, deals: 120 });
    expect(same.body.features.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['steady', 'steady']);
    const moved = await measure(recent.map(({ features }) => ({ features: { ...features, region: 'LATAM' } })));
    expect(moved.body.features).toMatchObject([
      { feature: 'region', verdict: 'drifted' },
      { feature: 'amount', verdict: 'steady' }
    ]);
    expect((await measure(recent.slice(0, 49))).status).toBe(422);
    expect((await measure(recent, 'unknown')).status).toBe(404);
  });

  it('holds the direction an admin sets, and refuses one that cannot be held', async () => {
    const wavy = Array.from({ length: 600 }, (_, i) => ({
      features: { days: i % 60, amount: (i * 7919) % 1013 },
      won: (i % 60 < 20 || (i % 60 >= 40 && i % 60 < 45) ? 2 : 8) > (i * 31) % 10
    }));
    const { model } = (await train({ rows: wavy, constraints: { days: 'increasing' } })).body;
    const days = model.features.find(({ name }: { name: string }) => name === 'days');
    expect(days.constraint).toBe('increasing');
    const points = days.shape.slice(1);
    expect(points.at(-1).points).toBeGreaterThan(points[0].points);
    for (let i = 1; i < points.length; i++) expect(points[i].points).toBeGreaterThanOrEqual(points[i - 1].points);
    const refused = await train({ rows: trainingRows(), constraints: { region: 'increasing' } });
    expect([refused.status, refused.body.code, refused.body.message]).toEqual([422, 'not_trainable', expect.stringContaining('"region"')]);
  });

  it('never learns from some rows of a deal and is judged on the others', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => {
      const number = Math.floor(i / 4);
      return { features: { number, size: (number * 7919) % 100_003, line: i % 4 }, won: ((number * 104_729) % 211) % 2 === 0 };
    });
    expect((await train({ rows, ignore: ['number'] })).body.model.signal).toBe('signal');
    expect((await train({ rows, groupBy: 'number' })).body.model).toMatchObject({ signal: 'no signal', active: false });
  });

  it('shows another org nothing of it', async () => {
    const { id } = (await train({ rows: trainingRows() })).body.model;
    expect((await service.request('GET', `/v1/deal-models/${id}`, undefined, otherOrg)).status).toBe(404);
    expect((await service.request('POST', `/v1/deal-models/${id}/activate`, undefined, otherOrg)).status).toBe(404);
    expect((await service.request('GET', '/v1/deal-models', undefined, otherOrg)).body.models).toEqual([]);
  });

  it.each([
    ['rows that are all won', { rows: trainingRows().map((row) => ({ ...row, won: true })) }, 422, 'not_trainable'],
    ['too few rows', { rows: trainingRows(19) }, 422, 'invalid_request'],
    ['a row without outcome', { rows: [...trainingRows(), { features: {} }] }, 422, 'invalid_request'],
    ['broken JSON', '{"rows":', 400, 'invalid_json'],
    [
      '__proto__ as a feature',
      `{"rows":[${JSON.stringify({ features: { a: 1 }, won: true }).replace('"a"', '"__proto__"')}]}`,
      422,
      'invalid_request'
    ]
  ])('refuses %s', async (_, body, status, code) => {
    const response = await train(body);
    expect([response.status, response.body.code]).toEqual([status, code]);
  });

  it('has a larger body limit than the other routes, and keeps to it', async () => {
    const small = await startTestService({ BODY_LIMIT_MB: '0.01', TRAIN_BODY_LIMIT_MB: '0.1' });
    try {
      expect((await small.request('POST', '/v1/deal-models/train', { rows: trainingRows() })).status).toBe(201);
      expect((await small.request('POST', '/v1/deal-models/train', { rows: trainingRows(5000) })).status).toBe(413);
    } finally {
      await small.stop();
    }
  });

  it('scores deals while it trains, and turns a second training away', async () => {
    const rows = Array.from({ length: 10 }, () => trainingRows(4000)).flat();
    let trained = false;
    const training = train({ rows }).then((response) => {
      trained = true;
      return response;
    });
    while (!(await isTraining())) expect(trained).toBe(false);
    const second = await train({ rows: trainingRows() });
    const [result] = await service.score([deal()]);
    expect(trained).toBe(false);
    expect([second.status, second.body.code, second.headers.get('Retry-After')]).toEqual([503, 'busy', '30']);
    expect(result?.outcome).toBe('scored');
    expect((await training).status).toBe(201);
  }, 60_000);

  it('gives up when the time is over and frees its place', async () => {
    const hasty = await startTestService({ TRAIN_TIMEOUT_MS: '50' });
    try {
      const late = await hasty.request('POST', '/v1/deal-models/train', { rows: trainingRows(20_000) });
      expect([late.status, late.body.code]).toEqual([503, 'unavailable']);
      const next = await hasty.request('POST', '/v1/deal-models/train', { rows: trainingRows(20_000) });
      expect(next.body.code).toBe('unavailable');
    } finally {
      await hasty.stop();
    }
  });
});

async function isTraining(): Promise<boolean> {
  const { body } = await service.request('GET', '/metrics');
  return /deal_model_trainings_running 1/.test(body as string);
}
