import { z } from 'zod';
import { acceptAtOnce, acceptFieldsAtOnce, orNothing } from './accept-at-once.ts';

/** Longest text accepted in a short field; Salesforce text fields hold 255 characters. */
export const SHORT_TEXT = 255;

/** Optional text as Apex sends it: absent, null or a string. */
export const shortText = acceptAtOnce(
  z.string().max(SHORT_TEXT).nullish(),
  orNothing((value) => typeof value === 'string' && value.length <= SHORT_TEXT)
);

const name = acceptAtOnce(
  z.string().trim().min(1).max(SHORT_TEXT),
  (value) => typeof value === 'string' && value !== '' && value.length <= SHORT_TEXT && value.trim() === value
);

/** How much of the text identifies a company. Every field but the name may be missing. */
const companyShape = {
  name,
  domain: shortText,
  country: shortText,
  state: shortText,
  city: shortText,
  street: shortText,
  postalCode: shortText,
  phone: shortText
};

export const companySchema = acceptFieldsAtOnce(
  z.object(companyShape).meta({ id: 'Company', description: 'A company as one system knows it' })
);

const LONGEST_REF = 40;
const ref = acceptAtOnce(
  z.string().min(1).max(LONGEST_REF).meta({ description: 'Opaque reference chosen by the caller; returned unchanged' }),
  (value) => typeof value === 'string' && value !== '' && value.length <= LONGEST_REF
);

export const companyCandidateSchema = acceptFieldsAtOnce(
  z.object({ ref, ...companyShape }).meta({ id: 'CompanyCandidate', description: 'A company to compare with' })
);

const KINDS = ['registration', 'opportunity', 'account', 'lead'] as const;

export const conflictCandidateSchema = acceptFieldsAtOnce(
  z
    .object({
      ref,
      kind: acceptAtOnce(z.enum(KINDS), (value) => KINDS.some((kind) => kind === value)),
      samePartner: acceptAtOnce(
        z.boolean().nullish().meta({ description: 'True when the record belongs to the partner that registers the deal' }),
        orNothing((value) => typeof value === 'boolean')
      ),
      status: shortText,
      registeredOn: acceptAtOnce(
        z.iso.date().nullish(),
        orNothing((value) => typeof value === 'string' && z.regexes.date.test(value))
      ),
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

export const matchCompaniesRequestSchema = z
  .object({ company: companySchema, candidates: z.array(companyCandidateSchema).max(MAX_CANDIDATES) })
  .meta({ id: 'MatchCompaniesRequest' });

export const matchCompaniesResponseSchema = z
  .object({ requestId: z.string(), matches: z.array(companyMatchSchema) })
  .meta({ id: 'MatchCompaniesResponse', description: 'Matches, most probable first' });

export type Company = z.infer<typeof companySchema>;
export type CompanyCandidate = z.infer<typeof companyCandidateSchema>;
export type ConflictCandidate = z.infer<typeof conflictCandidateSchema>;
export type MatchEvidence = z.infer<typeof matchEvidenceSchema>;
export type CompanyMatch = z.infer<typeof companyMatchSchema>;
export type MatchCompaniesResponse = z.infer<typeof matchCompaniesResponseSchema>;
