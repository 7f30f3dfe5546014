import type { z } from 'zod';

/**
 * A deal with its candidates has hundreds of small fields, and running the nested schemas of each costs more than all
 * the comparing that follows. What the test accepts is valid as it is; all else goes the schema's own way, for its
 * message. The test must accept nothing that the schema would refuse or change.
 */
export function acceptAtOnce<Schema extends z.ZodType>(schema: Schema, accepts: (value: unknown) => boolean): Schema {
  const { run } = schema._zod;
  schema._zod.run = (payload, context) => (accepts(payload.value) ? payload : run(payload, context));
  return schema;
}
