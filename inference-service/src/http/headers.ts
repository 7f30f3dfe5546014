import type { Context } from 'hono';
import type { AppEnvironment } from './environment.ts';

/*
 * Headers where Node keeps them. Around them the framework would build the Fetch standard's own objects, twice for
 * every request.
 */

/** A header of the request; its name in lower case. */
export function requestHeader(c: Context<AppEnvironment>, name: string): string | undefined {
  const value = c.env.incoming.headers[name];
  return typeof value === 'object' ? value[0] : value;
}

/** Sets a header of whatever will be answered. */
export function setHeader(c: Context<AppEnvironment>, name: string, value: string): void {
  c.env.outgoing.setHeader(name, value);
}
