import { companySchema, matchEvidenceSchema } from './company.ts';
import { errorBodySchema, itemErrorSchema } from './errors.ts';
import { baselineSchema, confidenceSchema, explanationSchema, factorSchema, languageUsageSchema, modelReferenceSchema } from './scored.ts';

/** What more than one capability speaks of: generated into core, from where each domain may use it. */
export const commonSchemas = [
  errorBodySchema,
  itemErrorSchema,
  confidenceSchema,
  baselineSchema,
  factorSchema,
  explanationSchema,
  modelReferenceSchema,
  languageUsageSchema,
  companySchema,
  matchEvidenceSchema
];
