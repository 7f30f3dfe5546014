import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { setTimeout as delay } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { createApi } from './api/app.ts';
import { requestPath } from './api/path.ts';
import { Sessions } from './api/sessions.ts';
import type { Tickets } from './api/tickets.ts';
import type { OpenedOrg } from './open-org.ts';

export interface ServerOptions {
  readonly org: OpenedOrg;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Password of every persona for API logins. */
  readonly password?: string;
  /** The browser side, mounted after the API. Receives the sessions that API logins share. */
  readonly portal?: (org: OpenedOrg, sessions: Sessions) => Hono | Promise<Hono>;
  /** Turns API sessions into browser sessions; the portal must be given the same. */
  readonly tickets?: Tickets;
  readonly log?: (line: string) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly sessions: Sessions;
  /** Finishes requests and due jobs, then closes the org. */
  close(): Promise<void>;
}

export const DEFAULT_PASSWORD = 'local-org';
const DRAIN_MS = 5_000;

/** Serves an org on one port: REST API and portal. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { org, host = '127.0.0.1', port = 0, password = DEFAULT_PASSWORD, log = console.error } = options;
  org.useThreads();
  const sessions = new Sessions(org.platform, password);
  const app = new Hono({ getPath: requestPath });
  const api = createApi({ platform: org.platform, password, sessions, tickets: options.tickets, log });
  app.all('/services/*', (context) => api.fetch(context.req.raw));
  app.all('/id/*', (context) => api.fetch(context.req.raw));
  if (options.portal) app.route('/', await options.portal(org, sessions));
  const server = serve({ fetch: app.fetch, port, hostname: host });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  org.platform.begin();
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    sessions,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const over = new AbortController();
      const late = delay(DRAIN_MS, undefined, { signal: over.signal }).then(
        () => {
          if ('closeAllConnections' in server) server.closeAllConnections();
          org.platform.loop.close();
        },
        () => {}
      );
      // What hangs on a thread is not waited for longer than that.
      await Promise.all([closed, Promise.race([org.platform.idle(), late])]);
      over.abort();
      await org.platform.threads?.close();
      org.close();
    }
  };
}
