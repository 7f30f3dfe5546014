import { Hono } from 'hono';
import { dealModelDriftRequestSchema, type DealModelDriftResponse, type DealModelResponse } from '../contract/deal-models.ts';
import { PATHS } from '../contract/paths.ts';
import { ServiceError } from '../errors.ts';
import { readBody } from '../http/body.ts';
import type { AppEnvironment } from '../http/environment.ts';
import { readJson, requireJsonContentType } from '../http/json.ts';
import { drift } from '../learning/index.ts';
import type { DealModels } from '../storage/deal-models.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { TrainingPool } from '../training/pool.ts';

export type DealModelDependencies = { dealModels: DealModels; trainingPool: TrainingPool; metrics: Metrics };

/** What cannot be an id is not looked for: the database refuses some characters. */
function modelId(given: string): string {
  if (!/^[\x20-\x7e]{1,80}$/.test(given)) throw new ServiceError('not_found', 'This org has no such model');
  return given;
}

export function dealModelRoutes({ dealModels, trainingPool, metrics }: DealModelDependencies): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>();

  app.post(PATHS.trainDealModel, async (c) => {
    requireJsonContentType(c);
    // Copied: it moves to another thread, and a received buffer may be part of a shared one.
    const { buffer } = new Uint8Array(await readBody(c));
    metrics.trainingsRunning.inc();
    try {
      const { model, activate } = await trainingPool.train(buffer, c.get('signal'));
      const stored = await dealModels.save(c.get('orgId'), model, activate && model.signal === 'signal');
      metrics.trainings.inc({ outcome: model.signal });
      Object.assign(c.get('facts'), { rows: stored.rowCount, signal: stored.signal, version: stored.version, active: stored.active });
      return c.json({ requestId: c.get('requestId'), model: stored } satisfies DealModelResponse, 201);
    } catch (error) {
      metrics.trainings.inc({ outcome: error instanceof ServiceError ? error.code : 'internal' });
      throw error;
    } finally {
      metrics.trainingsRunning.dec();
    }
  });

  app.get(PATHS.dealModels, async (c) => c.json({ requestId: c.get('requestId'), models: await dealModels.list(c.get('orgId')) }));

  app.get(`${PATHS.dealModels}/:id`, async (c) => {
    const model = await dealModels.find(c.get('orgId'), modelId(c.req.param('id')));
    if (!model) throw new ServiceError('not_found', 'This org has no such model');
    return c.json({ requestId: c.get('requestId'), model } satisfies DealModelResponse);
  });

  app.post(`${PATHS.dealModels}/:id/activate`, async (c) => {
    const found = await dealModels.find(c.get('orgId'), modelId(c.req.param('id')));
    if (found?.signal === 'no signal') throw new ServiceError('conflict', 'A model without signal cannot be activated');
    const model = found && (await dealModels.activate(c.get('orgId'), found.id));
    if (!model) throw new ServiceError('not_found', 'This org has no such model');
    return c.json({ requestId: c.get('requestId'), model } satisfies DealModelResponse);
  });

  app.post(`${PATHS.dealModels}/:id/drift`, async (c) => {
    const { deals } = await readJson(c, dealModelDriftRequestSchema);
    const stored = await dealModels.load(c.get('orgId'), modelId(c.req.param('id')));
    if (!stored) throw new ServiceError('not_found', 'This org has no such model');
    const features = drift(
      stored.model,
      deals.map((deal) => deal.features)
    );
    const drifted = features.filter(({ verdict }) => verdict === 'drifted').length;
    Object.assign(c.get('facts'), { deals: deals.length, drifted });
    const { id, version } = stored;
    return c.json({ requestId: c.get('requestId'), id, version, deals: deals.length, features } satisfies DealModelDriftResponse);
  });

  return app;
}
