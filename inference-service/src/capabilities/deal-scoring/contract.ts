import { z } from 'zod';
import { batchRequest, failedItemSchema, itemKeySchema } from '../../batch/contract.ts';
import {
  companySchema,
  companyShape,
  MAX_CANDIDATES,
  matchEvidenceSchema,
  referenceSchema,
  SHORT_TEXT,
  shortText
} from '../../contract/company.ts';
import { featuresSchema } from '../../contract/features.ts';
import { LOCALES } from '../../contract/locale.ts';
import {
  baselineSchema,
  confidenceSchema,
  explanationSchema,
  factorSchema,
  languageUsageSchema,
  modelReferenceSchema
} from '../../contract/scored.ts';

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

export const conflictCandidateSchema = z
  .object({
    ref: referenceSchema,
    kind: z.enum(['registration', 'opportunity', 'account', 'lead']),
    samePartner: z.boolean().nullish().meta({ description: 'True when the record belongs to the partner that registers the deal' }),
    status: shortText,
    registeredOn: z.iso.date().nullish(),
    ...companyShape
  })
  .meta({ id: 'ConflictCandidate', description: 'A record the deal may collide with' });

export const dealSchema = z
  .object({
    key: itemKeySchema,
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
  .meta({ id: 'Deal' });

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

const optionsShape = {
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

export const { schema: scoreDealsRequestSchema, envelope: scoreDealsEnvelopeSchema } = batchRequest(
  'ScoreDealsRequest',
  { field: 'deals', item: dealSchema, max: MAX_DEALS },
  optionsShape
);

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

export const dealResultSchema = z.discriminatedUnion('outcome', [scoredDealSchema, failedItemSchema]).meta({ id: 'DealResult' });

export const scoreDealsResponseSchema = z
  .object({ requestId: z.string(), results: z.array(dealResultSchema).meta({ description: 'In the order of the request' }) })
  .meta({ id: 'ScoreDealsResponse' });

export type Deal = z.infer<typeof dealSchema>;
export type ConflictCandidate = z.infer<typeof conflictCandidateSchema>;
export type Partner = z.infer<typeof partnerSchema>;
export type Thresholds = z.infer<typeof thresholdsSchema>;
export type SubScores = z.infer<typeof subScoresSchema>;
export type Conflict = z.infer<typeof conflictSchema>;
export type RecommendedAction = (typeof RECOMMENDED_ACTIONS)[number];
export type ScoredDeal = z.infer<typeof scoredDealSchema>;
export type DealResult = z.infer<typeof dealResultSchema>;
export type ScoreDealsResponse = z.infer<typeof scoreDealsResponseSchema>;
export type ScoreDealsEnvelope = z.infer<typeof scoreDealsEnvelopeSchema>;
