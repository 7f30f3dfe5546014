import { z } from 'zod';

/** Longest text accepted in a short field; Salesforce text fields hold 255 characters. */
export const SHORT_TEXT = 255;

/** Optional text as Apex sends it: absent, null or a string. */
export const shortText = z.string().max(SHORT_TEXT).nullish();

/** How much of the text identifies a company. Every field but the name may be missing. */
export const companyShape = {
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

export const referenceSchema = z.string().min(1).max(40).meta({ description: 'Opaque reference chosen by the caller; returned unchanged' });

/** Companies that one is compared with, in one request or for one record. */
export const MAX_CANDIDATES = 200;

export const matchEvidenceSchema = z
  .object({
    field: z.string(),
    strength: z.enum(['strong', 'weak', 'against']),
    text: z.string()
  })
  .meta({ id: 'MatchEvidence', description: 'One comparison that speaks for or against the two being the same company' });

/** Two candidates with one reference could not be told apart in the answer. */
export function hasRepeatedReference(candidates: { ref: string }[]): boolean {
  return new Set(candidates.map(({ ref }) => ref)).size < candidates.length;
}
