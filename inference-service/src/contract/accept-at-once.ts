import type { z } from 'zod';

type Accepts = (value: unknown) => boolean;

const known = new WeakMap<z.ZodType, Accepts>();

/**
 * A deal with its candidates has hundreds of small fields, and running the nested schemas of each costs more than all
 * the comparing that follows. What the test accepts is valid as it is; all else goes the schema's own way, for its
 * message. The test must accept nothing that the schema would refuse or change.
 */
export function acceptAtOnce<Schema extends z.ZodType>(schema: Schema, accepts: Accepts): Schema {
  const { run } = schema._zod;
  schema._zod.run = (payload, context) => (accepts(payload.value) ? payload : run(payload, context));
  known.set(schema, accepts);
  return schema;
}

/** The same for an object, when it has no properties beside its fields and each field can be accepted at once. */
export function acceptFieldsAtOnce<Schema extends z.ZodObject>(schema: Schema): Schema {
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const accepts = known.get(field as z.ZodType);
    if (!accepts) throw new Error(`${name} has no test of its own`);
    return { name, accepts };
  });
  return acceptAtOnce(schema, (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let others = 0;
    for (const _ in value) others += 1;
    for (const { name, accepts } of fields) {
      const field = (value as Record<string, unknown>)[name];
      if (!accepts(field)) return false;
      if (field !== undefined) others -= 1;
    }
    return others === 0;
  });
}

/** For fields that may be left out or null. */
export const orNothing =
  (accepts: Accepts): Accepts =>
  (value) =>
    value === undefined || value === null || accepts(value);
