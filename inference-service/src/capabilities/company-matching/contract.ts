import { z } from 'zod';
import { companySchema, companyShape, MAX_CANDIDATES, matchEvidenceSchema, referenceSchema } from '../../contract/company.ts';

export const companyCandidateSchema = z
  .object({ ref: referenceSchema, ...companyShape })
  .meta({ id: 'CompanyCandidate', description: 'A company to compare with' });

export const companyMatchSchema = z
  .object({
    ref: z.string(),
    probability: z.number().min(0).max(1),
    verdict: z.enum(['same', 'possible', 'different']),
    evidence: z.array(matchEvidenceSchema)
  })
  .meta({ id: 'CompanyMatch' });

export const matchCompaniesRequestSchema = z
  .object({ company: companySchema, candidates: z.array(companyCandidateSchema).max(MAX_CANDIDATES) })
  .meta({ id: 'MatchCompaniesRequest' });

export const matchCompaniesResponseSchema = z
  .object({ requestId: z.string(), matches: z.array(companyMatchSchema) })
  .meta({ id: 'MatchCompaniesResponse', description: 'Matches, most probable first' });
