import { z } from 'zod';
import { acceptAtOnce } from './accept-at-once.ts';

export const MAX_FEATURES = 60;

/** Names that would reach an object's prototype when used as a key. */
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** Larger magnitudes lose their digits in a double and say nothing about a deal. */
const LARGEST_NUMBER = 1e15;

const LONGEST_TEXT = 1000;

export const featureValueSchema = acceptAtOnce(
  z.union([z.number().min(-LARGEST_NUMBER).max(LARGEST_NUMBER), z.string().max(LONGEST_TEXT), z.boolean(), z.null()]),
  isFeatureValue
);

function isFeatureValue(value: unknown): boolean {
  if (typeof value === 'number') return value >= -LARGEST_NUMBER && value <= LARGEST_NUMBER;
  return typeof value === 'string' ? value.length <= LONGEST_TEXT : typeof value === 'boolean' || value === null;
}

const LONGEST_NAME = 100;
const WITHOUT_CONTROLS = /^[^\u0000-\u001f\u007f]+$/;

export const featureNameSchema = z
  .string()
  .min(1)
  .max(LONGEST_NAME)
  .regex(WITHOUT_CONTROLS, 'has control characters')
  .refine((name) => !UNSAFE_NAMES.has(name), { error: 'is a reserved name' });

export const featuresSchema = acceptAtOnce(
  z
    .record(featureNameSchema, featureValueSchema)
    .refine((features) => Object.keys(features).length <= MAX_FEATURES, { error: `at most ${MAX_FEATURES} features` })
    .meta({ description: `Named facts about one deal: number, text, true/false or null; at most ${MAX_FEATURES}` }),
  areFeatures
);

function areFeatures(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  let count = 0;
  for (const name in value) {
    if (++count > MAX_FEATURES || name.length > LONGEST_NAME || !WITHOUT_CONTROLS.test(name) || UNSAFE_NAMES.has(name)) return false;
    if (!isFeatureValue((value as Record<string, unknown>)[name])) return false;
  }
  return true;
}

export type FeatureValue = z.infer<typeof featureValueSchema>;
export type Features = z.infer<typeof featuresSchema>;
