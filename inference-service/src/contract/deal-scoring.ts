import { z } from 'zod';
import { acceptAtOnce } from './accept-at-once.ts';
import { companySchema, conflictCandidateSchema, MAX_CANDIDATES, matchEvidenceSchema, SHORT_TEXT, shortText } from './company.ts';
import { itemErrorSchema } from './errors.ts';
import { featuresSchema } from './features.ts';
import { baselineSchema, confidenceSchema, explanationSchema, factorSchema, languageUsageSchema, modelReferenceSchema } from './scored.ts';

export const MAX_DEALS = 100;
/** Salesforce long text areas end here. */
export const MAX_DESCRIPTION = 131_072;

const count = z.int().min(0).max(1_000_000).nullish();
const percent = z.number().min(0).max(100);

export const partnerHistorySchema = z
  .object({ won: count, lost: count, open: count, wonSimilar: count, lostSimilar: count })
  .meta({ id: 'PartnerHistory', description: 'Closed and open deals of this partner; "similar" = same product family or industry' });

export const partnerSchema = z
  .object({
    type: shortText,
    tier: shortText,
    verticals: z.array(z.string().max(SHORT_TEXT)).max(100).nullish(),
    certifications: count,
    territoryMatch: z.boolean().nullish(),
    verticalMatch: z.boolean().nullish(),
    history: partnerHistorySchema.nullish()
  })
  .meta({ id: 'PartnerProfile' });

export const dealSchema = acceptAtOnce(
  z
    .object({
      key: z
        .string()
        .regex(/^[\x20-\x7e]{1,80}$/, 'must be 1 to 80 printable ASCII characters')
        .meta({ description: 'Idempotency key of the job: the same key with the same content is answered once' }),
      features: featuresSchema,
      prospect: companySchema,
      candidates: z.array(conflictCandidateSchema).max(MAX_CANDIDATES).nullish(),
      partner: partnerSchema.nullish(),
      description: z.string().max(MAX_DESCRIPTION).nullish().meta({ description: 'Free text by the partner; untrusted' }),
      competitor: shortText,
      locale: z
        .string()
        .max(20)
        .nullish()
        .meta({ description: "The partner's language, for what the partner reads; else that of the request" })
    })
    .meta({ id: 'Deal' })
);

export const thresholdsSchema = z
  .object({
    autoApprove: percent.nullish().meta({ description: 'Score from which approval is recommended (default 75)' }),
    review: percent.nullish().meta({ description: 'Score below which the reviewer is warned (default 40)' }),
    duplicateRisk: z
      .number()
      .min(0.5)
      .max(1)
      .nullish()
      .meta({ description: 'Conflict probability that counts as a duplicate (default 0.85)' })
  })
  .meta({ id: 'Thresholds' });

export const LOCALES = ['en', 'de', 'fr', 'es'] as const;

export const scoreDealsOptionsShape = {
  modelId: z
    .string()
    .max(80)
    .nullish()
    .meta({ description: "A trained model; null = the org's active model, else the cold-start baseline" }),
  locale: z
    .string()
    .max(20)
    .nullish()
    .meta({ description: `Language of the texts; ${LOCALES.join(', ')}; anything else is answered in English` }),
  thresholds: thresholdsSchema.nullish()
};

export const scoreDealsRequestSchema = z
  .object({ deals: z.array(dealSchema).min(1).max(MAX_DEALS), ...scoreDealsOptionsShape })
  .meta({ id: 'ScoreDealsRequest' });

/** What must hold before single deals are looked at: one bad deal does not fail the others. */
export const scoreDealsEnvelopeSchema = z.object({ deals: z.array(z.unknown()).min(1).max(MAX_DEALS), ...scoreDealsOptionsShape });

export const subScoresSchema = z
  .object({
    partnerFit: percent,
    dealQuality: percent,
    conflictRisk: percent.meta({ description: '0 = no conflict found, 100 = certain' })
  })
  .meta({ id: 'SubScores' });

export const conflictSchema = z
  .object({
    ref: z.string(),
    probability: z.number().min(0).max(1),
    samePartner: z.boolean(),
    evidence: z.array(matchEvidenceSchema)
  })
  .meta({ id: 'Conflict' });

export const RECOMMENDED_ACTIONS = ['Auto-approve', 'Route for review', 'Request more info', 'Reject as duplicate'] as const;

export const scoredDealSchema = z
  .object({
    key: z.string(),
    outcome: z.literal('scored'),
    score: percent.meta({ description: 'One decimal' }),
    probability: z.number().min(0).max(1).meta({ description: 'Calibrated probability of winning, before conflict risk and partner fit' }),
    confidence: confidenceSchema,
    subScores: subScoresSchema,
    baseline: baselineSchema,
    factors: z.array(factorSchema),
    action: z.enum(RECOMMENDED_ACTIONS),
    conflicts: z.array(conflictSchema),
    missing: z.array(z.string()),
    explanation: explanationSchema,
    model: modelReferenceSchema,
    language: languageUsageSchema,
    latencyMs: z.int().min(0)
  })
  .meta({ id: 'ScoredDeal' });

export const failedDealSchema = z
  .object({
    key: z.string().nullable().meta({ description: 'Null when the item had no usable key' }),
    outcome: z.literal('failed'),
    error: itemErrorSchema
  })
  .meta({ id: 'FailedDeal' });

export const dealResultSchema = z.discriminatedUnion('outcome', [scoredDealSchema, failedDealSchema]).meta({ id: 'DealResult' });

export const scoreDealsResponseSchema = z
  .object({ requestId: z.string(), results: z.array(dealResultSchema).meta({ description: 'In the order of the request' }) })
  .meta({ id: 'ScoreDealsResponse' });

export type Deal = z.infer<typeof dealSchema>;
export type Partner = z.infer<typeof partnerSchema>;
export type Thresholds = z.infer<typeof thresholdsSchema>;
export type SubScores = z.infer<typeof subScoresSchema>;
export type Conflict = z.infer<typeof conflictSchema>;
export type RecommendedAction = (typeof RECOMMENDED_ACTIONS)[number];
export type ScoredDeal = z.infer<typeof scoredDealSchema>;
export type FailedDeal = z.infer<typeof failedDealSchema>;
export type DealResult = z.infer<typeof dealResultSchema>;
export type ScoreDealsRequest = z.infer<typeof scoreDealsRequestSchema>;
export type ScoreDealsEnvelope = z.infer<typeof scoreDealsEnvelopeSchema>;
export type ScoreDealsResponse = z.infer<typeof scoreDealsResponseSchema>;
export type Locale = (typeof LOCALES)[number];
