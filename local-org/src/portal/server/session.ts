import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { HttpError } from './http-error.ts';

const COOKIE = 'portal_session';
const HEADER = 'X-Portal-Request';
const EVENTS_PATH = '/portal/api/events';

/** Who is signed in, by session. Sessions end with the process: signing in again is one click. */
export class Sessions {
  private readonly users = new Map<string, string>();

  start(c: Context, userId: string): void {
    const id = randomBytes(32).toString('base64url');
    this.forget(c);
    this.users.set(id, userId);
    setCookie(c, COOKIE, id, { httpOnly: true, sameSite: 'Strict', path: '/' });
  }

  end(c: Context): void {
    this.forget(c);
    deleteCookie(c, COOKIE, { path: '/' });
  }

  user(c: Context): string | null {
    return this.users.get(getCookie(c, COOKIE) ?? '') ?? null;
  }

  private forget(c: Context): void {
    const id = getCookie(c, COOKIE);
    if (id) this.users.delete(id);
  }

  /** The signed-in user of an API call; 401 without one. */
  required(c: Context): string {
    const user = this.user(c);
    if (!user) throw new HttpError(401, 'Your session has ended. Sign in again.', { errorCode: 'INVALID_SESSION_ID' });
    return user;
  }
}

/**
 * Refuses calls that another site made the browser send: a page elsewhere can neither set the custom header without a
 * preflight that is never granted, nor claim this origin.
 */
export function requireSameOrigin(c: Context): void {
  const site = c.req.header('Sec-Fetch-Site');
  const origin = c.req.header('Origin');
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && new URL(c.req.url).host !== hostOf(origin));
  if (foreign) throw new HttpError(403, 'This request did not come from a page of this server.');
}

export function requireApiHeader(c: Context): void {
  // An event stream cannot carry headers; it only reads, and its cookie is never sent cross-site.
  if (!c.req.header(HEADER) && c.req.path !== EVENTS_PATH) throw new HttpError(403, `The header ${HEADER} is missing.`);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
