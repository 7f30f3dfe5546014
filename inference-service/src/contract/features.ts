import { z } from 'zod';

export const MAX_FEATURES = 60;

/** Names that would reach an object's prototype when used as a key. */
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** Larger magnitudes lose their digits in a double and say nothing about a deal. */
const MAX_NUMBER = 1e15;

export const featureValueSchema = z.union([z.number().min(-MAX_NUMBER).max(MAX_NUMBER), z.string().max(1000), z.boolean(), z.null()]);

export const featureNameSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\u0000-\u001f\u007f]+$/, 'has control characters')
  .refine((name) => !UNSAFE_NAMES.has(name), { error: 'is a reserved name' });

export const featuresSchema = z
  .record(featureNameSchema, featureValueSchema)
  .refine((features) => Object.keys(features).length <= MAX_FEATURES, { error: `at most ${MAX_FEATURES} features` })
  .meta({ description: `Named facts about one deal: number, text, true/false or null; at most ${MAX_FEATURES}` });

/** Looks at the number alone, of anything: half a million names must cost no more than counting them. */
export function hasTooManyFeatures(value: unknown): boolean {
  const features = typeof value === 'object' && value !== null ? (value as { features?: unknown }).features : undefined;
  return typeof features === 'object' && features !== null && Object.keys(features).length > MAX_FEATURES;
}

export type FeatureValue = z.infer<typeof featureValueSchema>;
export type Features = z.infer<typeof featuresSchema>;
