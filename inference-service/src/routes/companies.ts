import { Hono } from 'hono';
import { matchCompaniesRequestSchema, type MatchCompaniesResponse } from '../contract/company.ts';
import { PATHS } from '../contract/paths.ts';
import { ServiceError } from '../errors.ts';
import type { AppEnvironment } from '../http/environment.ts';
import { hasRepeatedRef, readJson } from '../http/json.ts';
import { matchCompany } from '../matching/index.ts';

export function companyRoutes(): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>();
  app.post(PATHS.matchCompanies, async (c) => {
    const { company, candidates } = await readJson(c, matchCompaniesRequestSchema);
    if (hasRepeatedRef(candidates)) throw new ServiceError('invalid_request', 'candidates: every ref must be different');
    c.get('facts')['candidates'] = candidates.length;
    return c.json({ requestId: c.get('requestId'), matches: matchCompany(company, candidates) } satisfies MatchCompaniesResponse);
  });
  return app;
}
