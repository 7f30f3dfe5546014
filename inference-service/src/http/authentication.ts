import { hash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Scope } from '../contract/scopes.ts';
import { ServiceError } from '../errors.ts';
import type { AppEnvironment } from './environment.ts';
import type { TokenGrant, Tokens } from './tokens.ts';

/** Salesforce writes the same org id with 15 or 18 characters; the last three are a checksum. */
export function canonicalOrgId(orgId: string): string {
  return /^00D[0-9A-Za-z]{15}$/.test(orgId) ? orgId.slice(0, 15) : orgId;
}

/** Bearer token → org. The org header must say the same org, so that a token pasted into the wrong org is noticed. */
export function authenticate(tokens: Tokens): MiddlewareHandler<AppEnvironment> {
  const known = [...tokens].flatMap(([orgId, grants]) =>
    grants.map(({ hash: digest, scopes }) => ({ orgId: canonicalOrgId(orgId), scopes, digest: Buffer.from(digest, 'hex') }))
  );
  return async (c, next) => {
    const token = /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    const digest = hash('sha256', token ?? '', 'buffer');
    let owner: { orgId: string; scopes: TokenGrant['scopes'] } | undefined;
    // Every entry is compared, matched or not: how long it takes says nothing about the tokens.
    for (const entry of known) if (timingSafeEqual(entry.digest, digest) && token !== undefined) owner = entry;
    if (owner === undefined) {
      throw new ServiceError('unauthorized', 'A valid bearer token is needed', { headers: { 'WWW-Authenticate': 'Bearer' } });
    }
    const claimed = c.req.header('X-Org-Id');
    if (claimed === undefined || canonicalOrgId(claimed.trim()) !== owner.orgId) {
      throw new ServiceError('forbidden', 'The X-Org-Id header is missing or is not the org of this token');
    }
    c.set('orgId', owner.orgId);
    c.set('scopes', owner.scopes);
    await next();
  };
}

export function requireScope(scope: Scope): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    if (!c.get('scopes').includes(scope)) throw new ServiceError('forbidden', `This token does not have the scope ${scope}`);
    await next();
  };
}
