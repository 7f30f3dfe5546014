import type { Logger } from 'pino';
import type { Trace } from '../telemetry/trace.ts';
import type { TokenGrant } from './tokens.ts';

/** What the middlewares leave for the routes on the request context. */
export type AppEnvironment = {
  Variables: {
    requestId: string;
    arrivedAt: number;
    orgId: string;
    scopes: TokenGrant['scopes'];
    /** The caller's trace, when it has one. */
    trace: Trace | undefined;
    /** Made when there is something to say beside the request's one line. */
    log: () => Logger;
    /** Ends the work when the time is up, the caller is gone or the service gives up draining. */
    signal: AbortSignal;
    /** What the one log line of this request says beside the usual: counts and codes, never content. */
    logFields: Record<string, string | number | boolean>;
  };
};
