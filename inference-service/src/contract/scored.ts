import { z } from 'zod';

/** What every scored record is answered with, whatever was scored. */
export const confidenceSchema = z
  .object({ level: z.enum(['High', 'Medium', 'Low']), sampleSize: z.int().min(0), reason: z.string() })
  .meta({ id: 'Confidence', description: 'How far to trust the score; sampleSize = past deals behind it' });

export const baselineSchema = z.object({ points: z.number(), label: z.string() }).meta({ id: 'Baseline' });

export const factorSchema = z
  .object({
    name: z.string(),
    label: z.string(),
    area: z.string().meta({ description: 'Which part of the score it belongs to; each capability names its own' }),
    value: z.string(),
    points: z.number().meta({ description: 'Signed, in tenths; baseline.points + all factors = score, exactly' }),
    text: z.string()
  })
  .meta({ id: 'Factor' });

export const explanationSchema = z
  .object({
    text: z.string().meta({ description: 'For the channel manager' }),
    partnerText: z.string().meta({ description: 'For the partner; names no other company or partner' }),
    replyDraft: z.string().meta({ description: 'Reply to the partner for the channel manager to edit' }),
    source: z.enum(['template', 'model'])
  })
  .meta({ id: 'Explanation' });

export const modelReferenceSchema = z
  .object({ id: z.string().nullable(), version: z.int().nullable(), kind: z.enum(['learned', 'baseline']), note: z.string().nullable() })
  .meta({ id: 'ModelReference', description: 'What computed the number' });

export const languageUsageSchema = z
  .object({
    provider: z.enum(['template', 'openai']),
    model: z.string().nullable(),
    promptVersion: z.string(),
    tokensIn: z.int().min(0),
    tokensOut: z.int().min(0),
    costUsd: z.number().min(0),
    maskedInput: z.string().nullable().meta({ description: 'The free text that left for a model, after masking; null when none did' })
  })
  .meta({ id: 'LanguageUsage', description: 'What wrote the prose, and what it cost' });

export type Confidence = z.infer<typeof confidenceSchema>;
export type Baseline = z.infer<typeof baselineSchema>;
export type Factor = z.infer<typeof factorSchema>;
export type Explanation = z.infer<typeof explanationSchema>;
export type ModelReference = z.infer<typeof modelReferenceSchema>;
export type LanguageUsage = z.infer<typeof languageUsageSchema>;
