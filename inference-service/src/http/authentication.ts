import { hash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { ServiceError } from '../errors.ts';
import type { AppEnvironment } from './environment.ts';
import { requestHeader } from './headers.ts';

/** Salesforce writes the same org id with 15 or 18 characters; the last three are a checksum. */
export function canonicalOrgId(orgId: string): string {
  return /^00D[0-9A-Za-z]{15}$/.test(orgId) ? orgId.slice(0, 15) : orgId;
}

/** Bearer token → org. The org header must say the same org, so that a token pasted into the wrong org is noticed. */
export function authenticate(tokens: Map<string, string[]>): MiddlewareHandler<AppEnvironment> {
  const known = [...tokens].flatMap(([orgId, hashes]) =>
    hashes.map((hash) => ({ orgId: canonicalOrgId(orgId), hash: Buffer.from(hash, 'hex') }))
  );
  return async (c, next) => {
    const token = /^Bearer +(\S+) *$/i.exec(requestHeader(c, 'authorization') ?? '')?.[1];
    const digest = hash('sha256', token ?? '', 'buffer');
    let owner: string | undefined;
    // Every entry is compared, matched or not: how long it takes says nothing about the tokens.
    for (const entry of known) if (timingSafeEqual(entry.hash, digest) && token !== undefined) owner = entry.orgId;
    if (owner === undefined) {
      throw new ServiceError('unauthorized', 'A valid bearer token is needed', { headers: { 'WWW-Authenticate': 'Bearer' } });
    }
    const claimed = requestHeader(c, 'x-org-id');
    if (claimed === undefined || canonicalOrgId(claimed.trim()) !== owner) {
      throw new ServiceError('forbidden', 'The X-Org-Id header is missing or is not the org of this token');
    }
    c.set('orgId', owner);
    await next();
  };
}
