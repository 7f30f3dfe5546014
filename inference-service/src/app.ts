import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { ErrorBody } from './contract/errors.ts';
import { PATHS } from './contract/paths.ts';
import { ServiceError } from './errors.ts';
import { authenticate } from './http/authentication.ts';
import { discardBody } from './http/body.ts';
import type { AppEnvironment } from './http/environment.ts';
import { setHeader } from './http/headers.ts';
import { limitRate, limitTime } from './http/limits.ts';
import { requestId, requestLog } from './http/request-log.ts';
import type { Orchestrator } from './orchestrator.ts';
import { companyRoutes } from './routes/companies.ts';
import { dealModelRoutes } from './routes/deal-models.ts';
import { dealRoutes } from './routes/deals.ts';
import { documentationRoutes } from './routes/documentation.ts';
import { guardrailRoutes } from './routes/guardrails.ts';
import { operationsRoutes } from './routes/operations.ts';
import type { Database } from './storage/database.ts';
import type { DealModels } from './storage/deal-models.ts';
import { isDatabaseOutage } from './storage/errors.ts';
import { describeError } from './telemetry/log.ts';
import type { Metrics } from './telemetry/metrics.ts';
import type { TrainingPool } from './training/pool.ts';

export type AppDependencies = {
  version: string;
  log: Logger;
  metrics: Metrics;
  database: Database;
  dealModels: DealModels;
  trainingPool: TrainingPool;
  orchestrator: Orchestrator;
  tokens: Map<string, string[]>;
  limits: {
    bodyLimitBytes: number;
    trainBodyLimitBytes: number;
    requestTimeoutMs: number;
    trainTimeoutMs: number;
    requestsPerMinute: number;
  };
  /** True once no new work should come here. */
  draining: () => boolean;
  /** Aborted when work under way must end now. */
  stopped: AbortSignal;
};

export function createApp(dependencies: AppDependencies): Hono<AppEnvironment> {
  const { limits, stopped } = dependencies;
  const app = new Hono<AppEnvironment>();

  app.use(requestId(dependencies.log));
  app.use(requestLog(dependencies.log, dependencies.metrics));
  app.use(async (c, next) => {
    setHeader(c, 'X-Content-Type-Options', 'nosniff');
    setHeader(c, 'Cache-Control', 'no-store');
    await next();
    // The caller's next request should go to a replica that stays.
    if (dependencies.draining()) setHeader(c, 'Connection', 'close');
  });

  app.route('/', operationsRoutes(dependencies));
  app.route('/', documentationRoutes(dependencies.version));

  app.use('/v1/*', authenticate(dependencies.tokens));
  app.use('/v1/*', limitRate(limits.requestsPerMinute));
  const shortTime = limitTime(limits.requestTimeoutMs, stopped);
  const trainTime = limitTime(limits.trainTimeoutMs, stopped);
  app.use('/v1/*', (c, next) => {
    const training = c.req.path === PATHS.trainDealModel;
    c.set('bodyLimit', training ? limits.trainBodyLimitBytes : limits.bodyLimitBytes);
    return (training ? trainTime : shortTime)(c, next);
  });

  app.route('/', dealRoutes(dependencies.orchestrator));
  app.route('/', companyRoutes());
  app.route('/', guardrailRoutes());
  app.route('/', dealModelRoutes(dependencies));

  app.notFound((c) => {
    const allowed = allowedMethods(app, c.req.path);
    if (allowed.length === 0) throw new ServiceError('not_found', 'No such path');
    throw new ServiceError('method_not_allowed', `Allowed: ${allowed.join(', ')}`, { headers: { Allow: allowed.join(', ') } });
  });

  app.onError(async (error, c) => {
    const known = error instanceof ServiceError ? error : toServiceError(error);
    if (known.status >= 500 && !c.get('facts')['gone'])
      c.get('log')().error({ error: describeError(known.cause ?? known), code: known.code }, 'request failed');
    if (c.get('facts')) c.get('facts')['code'] = known.code;
    for (const [name, value] of Object.entries(known.headers)) setHeader(c, name, value);
    if (!(await discardBody(c.env.incoming))) setHeader(c, 'Connection', 'close');
    const body: ErrorBody = { code: known.code, message: known.message, requestId: c.get('requestId') };
    return c.json(body, known.status);
  });

  return app;
}

function toServiceError(cause: Error): ServiceError {
  if (isDatabaseOutage(cause)) return new ServiceError('unavailable', 'The database does not answer', { retryAfter: 5, cause });
  return new ServiceError('internal', 'The service failed; its log has this request id', { cause });
}

/** Which methods this path has, for telling "no such path" from "not with this method". */
function allowedMethods(app: Hono<AppEnvironment>, path: string): string[] {
  const methods = app.routes
    .filter((route) => route.method !== 'ALL')
    .filter((route) => new RegExp(`^${route.path.replaceAll(/:[^/]+/g, '[^/]+')}$`).test(path))
    .map((route) => route.method);
  return [...new Set(methods)].sort();
}
