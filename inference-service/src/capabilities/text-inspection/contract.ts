import { z } from 'zod';
import { LOCALES } from '../../contract/locale.ts';
import { DEFAULT_TYPES, ENTITY_TYPES } from '../../guardrails/privacy/entities.ts';

/** Longest text inspected, in bytes of UTF-8. */
export const MAX_INSPECTED_BYTES = 100_000;

export const entityTypeSchema = z.enum(ENTITY_TYPES);

export const inspectRequestSchema = z
  .object({
    text: z
      .string()
      .refine((text) => Buffer.byteLength(text) <= MAX_INSPECTED_BYTES, `Too long: at most ${MAX_INSPECTED_BYTES} bytes`)
      .meta({ description: `At most ${MAX_INSPECTED_BYTES} bytes of UTF-8` }),
    types: z
      .array(entityTypeSchema)
      .max(ENTITY_TYPES.length)
      .nullish()
      .meta({ description: `What to mask. Without it: ${DEFAULT_TYPES.join(', ')}` }),
    language: z.enum(LOCALES).nullish().meta({
      description:
        'What the text is mostly written in (default English). Names and numbers are found in all four; nationalities in English and this one'
    })
  })
  .meta({ id: 'InspectRequest' });

export const inspectedEntitySchema = z
  .object({
    type: entityTypeSchema,
    // `end` is reserved in Apex, hence both are named as what they are.
    startOffset: z.int().meta({ description: 'First UTF-16 code unit in the original text' }),
    endOffset: z.int().meta({ description: 'UTF-16 code unit after the last' }),
    placeholder: z.string().meta({ description: 'What stands for it in the masked text; the same value has the same placeholder' }),
    confidence: z.number().min(0).max(1)
  })
  .meta({ id: 'InspectedEntity', description: 'Personal data found in the text' });

export const injectionReasonSchema = z
  .object({ layer: z.enum(['characters', 'encoding', 'structure', 'pattern', 'classifier']), name: z.string(), text: z.string() })
  .meta({ id: 'InjectionReason', description: 'One thing that speaks for an attempt to instruct the model; never repeats the text' });

export const injectionVerdictSchema = z
  .object({
    verdict: z.enum(['clean', 'suspicious', 'injection']),
    score: z.number().min(0).max(1).meta({ description: 'Probability-like: 0.5 and above is injection' }),
    reasons: z.array(injectionReasonSchema)
  })
  .meta({ id: 'InjectionVerdict' });

export const inspectResponseSchema = z
  .object({
    requestId: z.string(),
    maskedText: z.string(),
    entities: z.array(inspectedEntitySchema).meta({ description: 'In order of position, without overlap' }),
    injection: injectionVerdictSchema
  })
  .meta({ id: 'InspectResponse', description: 'The text without personal data, and whether it tries to instruct a model' });
