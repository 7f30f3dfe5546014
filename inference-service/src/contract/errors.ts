import { z } from 'zod';

/** Every code a caller can receive. Adding one is a contract change; removing one is a breaking change. */
export const ERROR_CODES = [
  'invalid_json',
  'invalid_request',
  'invalid_item',
  'unauthorized',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'conflict',
  'idempotency_conflict',
  'payload_too_large',
  'unsupported_media_type',
  'rate_limited',
  'not_trainable',
  'busy',
  'unavailable',
  'internal'
] as const;

export const errorCodeSchema = z.enum(ERROR_CODES);

export const errorBodySchema = z
  .object({ code: errorCodeSchema, message: z.string(), requestId: z.string() })
  .meta({ id: 'ErrorBody', description: 'The one error body; never repeats input' });

export const itemErrorSchema = z.object({ code: errorCodeSchema, message: z.string() }).meta({ id: 'ItemError' });

export type ErrorCode = z.infer<typeof errorCodeSchema>;
export type ErrorBody = z.infer<typeof errorBodySchema>;
export type ItemError = z.infer<typeof itemErrorSchema>;
