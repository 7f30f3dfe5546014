import { Hono } from 'hono';
import { scoreDealsEnvelopeSchema } from '../contract/deal-scoring.ts';
import { PATHS } from '../contract/paths.ts';
import type { AppEnvironment } from '../http/environment.ts';
import { readJson } from '../http/json.ts';
import type { Orchestrator } from '../orchestrator.ts';

export function dealRoutes(orchestrator: Orchestrator): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>();
  app.post(PATHS.scoreDeals, async (c) => {
    const request = await readJson(c, scoreDealsEnvelopeSchema);
    const requestId = c.get('requestId');
    const context = { orgId: c.get('orgId'), requestId, trace: c.get('trace'), signal: c.get('signal'), log: c.get('log') };
    const { results, failed, prose } = await orchestrator.run('deals.registered', request, context);
    Object.assign(c.get('facts'), { deals: results.length, failed, prose });
    // A ScoreDealsResponse, put together from what is JSON already.
    const body = `{"requestId":${JSON.stringify(requestId)},"results":[${results.join()}]}`;
    return c.body(body, 200, { 'Content-Type': 'application/json' });
  });
  return app;
}
