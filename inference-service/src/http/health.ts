import { Hono } from 'hono';
import { ServiceError } from '../errors.ts';
import type { AppEnvironment } from '../http/environment.ts';
import type { Database } from '../storage/database.ts';
import type { Metrics } from '../telemetry/metrics.ts';

export const READY_PATH = '/readyz';

/** For load balancers and Prometheus: no token, and nothing here that would need one. */
export function healthRoutes(dependencies: { database: Database; metrics: Metrics; draining: () => boolean }): Hono<AppEnvironment> {
  const { database, metrics, draining } = dependencies;
  const app = new Hono<AppEnvironment>();

  // Alive means the process answers; a database outage must not make a scheduler restart every replica.
  app.get('/healthz', (c) => c.json({ status: 'alive' }));

  app.get(READY_PATH, async (c) => {
    if (draining()) throw new ServiceError('unavailable', 'Shutting down', { retryAfter: 5 });
    try {
      await database.query('SELECT 1');
    } catch (error) {
      throw new ServiceError('unavailable', 'The database does not answer', { retryAfter: 5, cause: error });
    }
    return c.json({ status: 'ready', database: database.engine });
  });

  app.get('/metrics', async (c) => c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }));

  return app;
}
