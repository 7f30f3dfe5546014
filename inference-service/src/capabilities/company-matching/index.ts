import { hasRepeatedReference } from '../../contract/company.ts';
import { ServiceError } from '../../errors.ts';
import { matchCompany } from '../../matching/index.ts';
import { defineCapability, json } from '../capability.ts';
import { matchCompaniesRequestSchema, matchCompaniesResponseSchema } from './contract.ts';

export const companyMatching = defineCapability({
  name: 'company-matching',
  title: 'Companies',
  subject: 'matching companies',
  operations: {
    matchCompanies: {
      method: 'POST',
      path: '/v1/companies/match',
      summary: 'Match a company',
      description: 'Compares a company with up to 200 candidates by name, domain, address and phone.',
      scope: 'company:read',
      event: 'company.compared',
      body: json(matchCompaniesRequestSchema),
      answer: { description: 'Matches, most probable first', schema: matchCompaniesResponseSchema }
    }
  },
  create: () => ({
    handlers: {
      async matchCompanies({ body: { company, candidates }, note }) {
        if (hasRepeatedReference(candidates)) throw new ServiceError('invalid_request', 'candidates: every ref must be different');
        note({ candidates: candidates.length });
        return { matches: matchCompany(company, candidates) };
      }
    }
  })
});
