import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { Metrics } from '../telemetry/metrics.ts';
import { readTrace } from '../telemetry/trace.ts';
import type { AppEnvironment } from './environment.ts';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** Takes the caller's request id when it is harmless, else makes one; answers with it either way. */
export function requestId(log: Logger): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const given = c.req.header('X-Request-Id');
    const id = given && REQUEST_ID.test(given) ? given : randomUUID();
    c.set('requestId', id);
    c.set('arrivedAt', performance.now());
    c.set('log', () => log.child({ requestId: id }));
    const trace = readTrace(c.req.header('traceparent'));
    c.set('trace', trace);
    c.set('logFields', trace ? { trace: trace.id } : {});
    c.header('X-Request-Id', id);
    await next();
  };
}

/** One line per request, wide enough to answer most questions; bodies and headers never. */
export function requestLog(log: Logger, metrics: Metrics): MiddlewareHandler<AppEnvironment> {
  // What it may hold is named here, and none of it can be a secret; looking for one costs more than the line itself.
  const lines = log.child({}, { redact: [] });
  return async (c, next) => {
    await next();
    const seconds = (performance.now() - c.get('arrivedAt')) / 1000;
    // The pattern, not the path: a path can hold ids and would make endless metric labels.
    const matched = routePath(c, -1);
    const route = matched.endsWith('*') ? 'unmatched' : matched;
    // 499, as proxies write it: the caller left, and there is nobody to answer.
    const status = c.get('logFields')['gone'] ? 499 : c.res.status;
    metrics.requestSeconds.observe({ method: c.req.method, route, status }, seconds);
    const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : route.startsWith('/v1') ? 'info' : 'debug';
    const line = {
      requestId: c.get('requestId'),
      method: c.req.method,
      route,
      status,
      ms: Math.round(seconds * 1000),
      org: c.get('orgId')
    };
    lines[level]({ ...line, ...c.get('logFields') }, 'request');
  };
}
