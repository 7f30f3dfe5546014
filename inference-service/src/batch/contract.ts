import { z } from 'zod';
import { itemErrorSchema } from '../contract/errors.ts';

/** Names one piece of work for good: a job that is sent again gets the answer it got. */
export const itemKeySchema = z
  .string()
  .regex(/^[\x20-\x7e]{1,80}$/, 'must be 1 to 80 printable ASCII characters')
  .meta({ description: 'Idempotency key of the job: the same key with the same content is answered once' });

export const failedItemSchema = z
  .object({
    key: z.string().nullable().meta({ description: 'Null when the item had no usable key' }),
    outcome: z.literal('failed'),
    error: itemErrorSchema
  })
  .meta({ id: 'FailedItem' });

export type FailedItem = z.infer<typeof failedItemSchema>;

/**
 * The two faces of a batch request: what the contract shows, and what must hold before single items are looked at, so
 * that one bad item does not fail the others.
 */
export function batchRequest<Field extends string, Item extends z.ZodType, Options extends z.ZodRawShape>(
  id: string,
  batch: { field: Field; item: Item; max: number },
  options: Options
) {
  const list = <Element extends z.ZodType>(element: Element) =>
    ({ [batch.field]: z.array(element).min(1).max(batch.max) }) as Record<Field, z.ZodArray<Element>>;
  return {
    schema: z.object({ ...list(batch.item), ...options }).meta({ id }),
    envelope: z.object({ ...list(z.unknown()), ...options })
  };
}
