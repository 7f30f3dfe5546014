import { z } from 'zod';
import { acceptAtOnce } from './accept-at-once.ts';

/** Longest text accepted in a short field; Salesforce text fields hold 255 characters. */
export const SHORT_TEXT = 255;

/** Optional text as Apex sends it: absent, null or a string. */
export const shortText = z.string().max(SHORT_TEXT).nullish();

/** How much of the text identifies a company. Every field but the name may be missing. */
const companyShape = {
  name: z.string().trim().min(1).max(SHORT_TEXT),
  domain: shortText,
  country: shortText,
  state: shortText,
  city: shortText,
  street: shortText,
  postalCode: shortText,
  phone: shortText
};

export const companySchema = z.object(companyShape).meta({ id: 'Company', description: 'A company as one system knows it' });

const ref = z.string().min(1).max(40).meta({ description: 'Opaque reference chosen by the caller; returned unchanged' });

export const companyCandidateSchema = z
  .object({ ref, ...companyShape })
  .meta({ id: 'CompanyCandidate', description: 'A company to compare with' });

/** Each at once, so that one name to be trimmed does not send two hundred others the long way. */
export const conflictCandidateSchema = acceptAtOnce(
  z
    .object({
      ref,
      kind: z.enum(['registration', 'opportunity', 'account', 'lead']),
      samePartner: z.boolean().nullish().meta({ description: 'True when the record belongs to the partner that registers the deal' }),
      status: shortText,
      registeredOn: z.iso.date().nullish(),
      ...companyShape
    })
    .meta({ id: 'ConflictCandidate', description: 'A record the deal may collide with' })
);

export const matchEvidenceSchema = z
  .object({
    field: z.string(),
    strength: z.enum(['strong', 'weak', 'against']),
    text: z.string()
  })
  .meta({ id: 'MatchEvidence', description: 'One comparison that speaks for or against the two being the same company' });

export const companyMatchSchema = z
  .object({
    ref: z.string(),
    probability: z.number().min(0).max(1),
    verdict: z.enum(['same', 'possible', 'different']),
    evidence: z.array(matchEvidenceSchema)
  })
  .meta({ id: 'CompanyMatch' });

export const MAX_CANDIDATES = 200;

export const matchCompaniesRequestSchema = acceptAtOnce(
  z
    .object({ company: companySchema, candidates: z.array(companyCandidateSchema).max(MAX_CANDIDATES) })
    .meta({ id: 'MatchCompaniesRequest' })
);

export const matchCompaniesResponseSchema = z
  .object({ requestId: z.string(), matches: z.array(companyMatchSchema) })
  .meta({ id: 'MatchCompaniesResponse', description: 'Matches, most probable first' });

export type Company = z.infer<typeof companySchema>;
export type CompanyCandidate = z.infer<typeof companyCandidateSchema>;
export type ConflictCandidate = z.infer<typeof conflictCandidateSchema>;
export type MatchEvidence = z.infer<typeof matchEvidenceSchema>;
export type CompanyMatch = z.infer<typeof companyMatchSchema>;
export type MatchCompaniesResponse = z.infer<typeof matchCompaniesResponseSchema>;
