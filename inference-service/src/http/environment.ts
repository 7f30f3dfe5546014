import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Trace } from '../telemetry/trace.ts';

/** What the middlewares leave for the routes on the request context. */
export type AppEnvironment = {
  /** Node's own request and response. */
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    orgId: string;
    /** The caller's trace, when it has one. */
    trace: Trace | undefined;
    /** Made when there is something to say beside the request's one line. */
    log: () => Logger;
    /** Largest body this route takes, in bytes. */
    bodyLimit: number;
    /** Ends the work when the time is up, the caller is gone or the service gives up draining. */
    signal: AbortSignal;
    /** Facts for the one log line of this request: counts and codes, never content. */
    facts: Record<string, string | number | boolean>;
  };
};
