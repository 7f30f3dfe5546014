import type { MiddlewareHandler } from 'hono';
import { ServiceError } from '../errors.ts';
import type { AppEnvironment } from './environment.ts';

/**
 * Gives the work a signal and answers in time even when the work does not listen to it. The signal is given when the
 * time is over, the caller is gone, or `stopped` says that draining has taken too long.
 */
export function limitTime(milliseconds: number, stopped: AbortSignal): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const controller = new AbortController();
    c.set('signal', controller.signal);
    const { promise: ended, reject } = Promise.withResolvers<never>();
    const end = () => {
      controller.abort();
      reject(new ServiceError('unavailable', 'The request took too long or was cancelled', { retryAfter: 5 }));
    };
    const onGone = () => {
      c.get('logFields')['gone'] = true;
      end();
    };
    const timer = setTimeout(end, milliseconds);
    const gone = c.req.raw.signal;
    gone.addEventListener('abort', onGone);
    stopped.addEventListener('abort', end);
    try {
      await Promise.race([next(), ended]);
    } finally {
      clearTimeout(timer);
      gone.removeEventListener('abort', onGone);
      stopped.removeEventListener('abort', end);
    }
  };
}

/** Token bucket per org: `perMinute` in the long run, a burst of the same size at once. Counted per replica. */
export function limitRate(perMinute: number, now: () => number = () => performance.now()): MiddlewareHandler<AppEnvironment> {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return async (c, next) => {
    const at = now();
    const bucket = buckets.get(c.get('orgId')) ?? { tokens: perMinute, at };
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((at - bucket.at) / 60_000) * perMinute);
    bucket.at = at;
    buckets.set(c.get('orgId'), bucket);
    if (bucket.tokens < 1) {
      const retryAfter = Math.max(1, Math.ceil(((1 - bucket.tokens) / perMinute) * 60));
      throw new ServiceError('rate_limited', `More than ${perMinute} requests a minute`, { retryAfter });
    }
    bucket.tokens -= 1;
    await next();
  };
}

export type Gate = { run<Result>(work: () => Promise<Result>): Promise<Result>; readonly running: number };

/** At most `limit` at a time; more are turned away at once, so that a queue cannot grow until everything is late. */
export function createGate(limit: number, retryAfter: number): Gate {
  let running = 0;
  return {
    get running() {
      return running;
    },
    async run(work) {
      if (running >= limit) throw new ServiceError('busy', 'The service is at its limit, try again shortly', { retryAfter });
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
      }
    }
  };
}
