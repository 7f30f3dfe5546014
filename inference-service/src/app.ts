import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Capability, RunningCapability } from './capabilities/capability.ts';
import type { ErrorBody } from './contract/errors.ts';
import { ServiceError } from './errors.ts';
import { authenticate } from './http/authentication.ts';
import { documentationRoutes } from './http/documentation.ts';
import type { AppEnvironment } from './http/environment.ts';
import { healthRoutes } from './http/health.ts';
import { limitRate } from './http/limits.ts';
import { mountOperations, type OperationOptions } from './http/operations.ts';
import { requestId, requestLog } from './http/request-log.ts';
import type { Tokens } from './http/tokens.ts';
import type { Database } from './storage/database.ts';
import { isDatabaseOutage } from './storage/errors.ts';
import { describeError } from './telemetry/log.ts';
import type { Metrics } from './telemetry/metrics.ts';

export type AppDependencies = OperationOptions & {
  version: string;
  log: Logger;
  metrics: Metrics;
  database: Database;
  capabilities: { definition: Capability; running: RunningCapability }[];
  tokens: Tokens;
  requestsPerMinute: number;
  /** True once no new work should come here. */
  draining: () => boolean;
};

/** Request id → log → authentication → rate → the operations' scopes, times and handlers. */
export function createApp(dependencies: AppDependencies): Hono<AppEnvironment> {
  const { capabilities, log, metrics } = dependencies;
  const app = new Hono<AppEnvironment>();

  app.use(requestId(log));
  app.use(requestLog(log, metrics));
  app.use(async (c, next) => {
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'no-store');
    // The caller's next request should go to a replica that stays.
    if (dependencies.draining()) c.header('Connection', 'close');
    await next();
  });

  app.route('/', healthRoutes(dependencies));
  app.route(
    '/',
    documentationRoutes(
      capabilities.map(({ definition }) => definition),
      dependencies.version
    )
  );

  app.use('/v1/*', authenticate(dependencies.tokens));
  app.use('/v1/*', limitRate(dependencies.requestsPerMinute));
  mountOperations(app, capabilities, dependencies);

  app.notFound((c) => {
    const allowed = allowedMethods(app, c.req.path);
    if (allowed.length === 0) throw new ServiceError('not_found', 'No such path');
    throw new ServiceError('method_not_allowed', `Allowed: ${allowed.join(', ')}`, { headers: { Allow: allowed.join(', ') } });
  });

  app.onError((error, c) => {
    const known = error instanceof ServiceError ? error : toServiceError(error);
    const logFields = c.get('logFields');
    if (known.status >= 500 && !logFields['gone'])
      c.get('log')().error({ error: describeError(known.cause ?? known), code: known.code }, 'request failed');
    logFields['code'] = known.code;
    for (const [name, value] of Object.entries(known.headers)) c.header(name, value);
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
