import { z } from 'zod';
import { leftOutOfApex } from '../../contract/apex.ts';
import { featureNameSchema, featuresSchema } from '../../contract/features.ts';

export const MIN_ROWS = 20;
export const MAX_ROWS = 200_000;
/** Fewer swing the measure of drift by chance alone. */
export const MIN_RECENT_DEALS = 50;
export const MAX_RECENT_DEALS = 10_000;

export const trainingRowSchema = z.object({ features: featuresSchema, won: z.boolean() }).meta({ id: 'TrainingRow' });

export const trainDealModelRequestSchema = z
  .object({
    rows: z.array(trainingRowSchema).min(MIN_ROWS).max(MAX_ROWS),
    seed: z.int().min(0).max(2_147_483_647).nullish().meta({ description: 'Same rows and seed give the same model (default 1)' }),
    constraints: z.record(featureNameSchema, z.enum(['increasing', 'decreasing'])).nullish(),
    ignore: z
      .array(z.string().max(100))
      .max(1000)
      .nullish()
      .meta({ description: 'Features to leave out, such as those known only after the outcome' }),
    groupBy: featureNameSchema.nullish().meta({
      description:
        'Feature whose equal values belong together, such as the deal behind several lines: never split between learning and judging, and not learned from'
    }),
    allowLeakage: z
      .boolean()
      .nullish()
      .meta({ description: 'Keep features that look as if they know the outcome (default false: they are named and left out)' }),
    activate: z
      .boolean()
      .nullish()
      .meta({ description: 'Use the model for scoring from now on (default true; a model without signal is never activated)' })
      .register(leftOutOfApex, { reason: 'reserved in Apex; the package always uses what it trains' })
  })
  .meta({ id: 'TrainDealModelRequest' });

export const modelMetricsSchema = z
  .object({
    auc: z.number().meta({ description: '0.5 = no better than chance' }),
    aucLow: z.number().meta({ description: 'Lower end of the 95 % interval of auc' }),
    brier: z.number(),
    calibrationError: z.number(),
    folds: z.int()
  })
  .meta({ id: 'ModelMetrics', description: 'Measured on held-out rows by cross-validation' });

export const reliabilityBinSchema = z
  .object({ lower: z.number(), upper: z.number(), predicted: z.number(), observed: z.number(), count: z.int() })
  .meta({ id: 'ReliabilityBin', description: 'Predicted against observed share of won deals' });

export const featureShapeSchema = z
  .object({
    name: z.string(),
    kind: z.string(),
    importance: z.number(),
    constraint: z.enum(['increasing', 'decreasing']).nullish().meta({ description: 'The direction it was held to' }),
    shape: z.array(z.object({ label: z.string(), points: z.number(), count: z.int() }).meta({ id: 'ShapePoint' }))
  })
  .meta({ id: 'FeatureShape', description: 'What the model learned about one feature; points on the log-odds scale' });

export const leakageWarningSchema = z
  .object({ feature: z.string(), reason: z.string(), refused: z.boolean().meta({ description: 'Left out of the model' }) })
  .meta({ id: 'LeakageWarning' });

export const droppedFeatureSchema = z.object({ feature: z.string(), reason: z.string() }).meta({ id: 'DroppedFeature' });

export const featurePairSchema = z
  .object({ names: z.array(z.string()), importance: z.number() })
  .meta({ id: 'FeaturePair', description: 'Two features that matter together beyond what each says alone' });

export const dealModelSummarySchema = z
  .object({
    id: z.string(),
    version: z.int(),
    active: z.boolean(),
    createdAt: z.iso.datetime(),
    rowCount: z.int(),
    wonRate: z.number(),
    signal: z.enum(['signal', 'no signal']),
    metrics: modelMetricsSchema
  })
  .meta({ id: 'DealModelSummary' });

export const dealModelSchema = z
  .object({
    ...dealModelSummarySchema.shape,
    reliability: z.array(reliabilityBinSchema),
    features: z.array(featureShapeSchema),
    pairs: z.array(featurePairSchema),
    leakage: z.array(leakageWarningSchema),
    dropped: z.array(droppedFeatureSchema)
  })
  .meta({ id: 'DealModel' });

export const dealModelResponseSchema = z.object({ requestId: z.string(), model: dealModelSchema }).meta({ id: 'DealModelResponse' });

export const dealModelListResponseSchema = z
  .object({ requestId: z.string(), models: z.array(dealModelSummarySchema) })
  .meta({ id: 'DealModelListResponse', description: 'Newest first' });

export const dealModelDriftRequestSchema = z
  .object({
    deals: z
      .array(z.object({ features: featuresSchema }).meta({ id: 'RecentDeal' }))
      .min(MIN_RECENT_DEALS)
      .max(MAX_RECENT_DEALS)
  })
  .meta({ id: 'DealModelDriftRequest', description: 'Recent deals, whatever became of them' });

export const featureDriftSchema = z
  .object({
    feature: z.string(),
    index: z.number().meta({ description: 'Population stability index: 0 = as in training; from 0.1 shifting, from 0.25 drifted' }),
    verdict: z.enum(['steady', 'shifting', 'drifted'])
  })
  .meta({ id: 'FeatureDrift' });

export const dealModelDriftResponseSchema = z
  .object({ requestId: z.string(), id: z.string(), version: z.int(), deals: z.int(), features: z.array(featureDriftSchema) })
  .meta({ id: 'DealModelDriftResponse', description: 'Most drifted first' });

export type TrainDealModelRequest = z.infer<typeof trainDealModelRequestSchema>;
export type DealModelSummary = z.infer<typeof dealModelSummarySchema>;
export type DealModel = z.infer<typeof dealModelSchema>;
export type DealModelDriftResponse = z.infer<typeof dealModelDriftResponseSchema>;
export type DealModelResponse = z.infer<typeof dealModelResponseSchema>;
