import { Hono } from 'hono';
import { scoreDealsEnvelopeSchema, type ScoreDealsResponse } from '../contract/deal-scoring.ts';
import { PATHS } from '../contract/paths.ts';
import type { AppEnvironment } from '../http/environment.ts';
import { readJson } from '../http/json.ts';
import type { Orchestrator } from '../orchestrator.ts';

export function dealRoutes(orchestrator: Orchestrator): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>();
  app.post(PATHS.scoreDeals, async (c) => {
    const request = await readJson(c, scoreDealsEnvelopeSchema);
    const { orgId, requestId, signal, log } = c.var;
    const results = await orchestrator.run('deals.registered', request, { orgId, requestId, signal, log });
    Object.assign(c.var.facts, {
      deals: results.length,
      failed: results.filter((result) => result.outcome === 'failed').length,
      prose: results.filter((result) => result.outcome === 'scored' && result.explanation.source === 'model').length
    });
    return c.json({ requestId, results } satisfies ScoreDealsResponse);
  });
  return app;
}
