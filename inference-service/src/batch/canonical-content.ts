import { z } from 'zod';

type Read = (value: unknown) => unknown;

/**
 * Makes a function that gives the content of a value as a list, read along its schema: the same for the same content,
 * whatever the order of properties, and whether what is missing was left out or sent as null. Lists of values without
 * their names are half as much to write and to hash as objects.
 */
export function canonicalContent(schema: z.ZodType): Read {
  return readerOf(schema) ?? ((value) => value);
}

/** Nothing for what is its own content. */
function readerOf(schema: z.ZodType): Read | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    const inner = readerOf(schema.unwrap() as z.ZodType);
    return inner && ((value) => (value === undefined || value === null ? null : inner(value)));
  }
  if (schema instanceof z.ZodArray) {
    const inner = readerOf(schema.element as z.ZodType);
    return inner && ((value) => (value as unknown[]).map(inner));
  }
  if (schema instanceof z.ZodRecord) return (value) => Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1));
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([name, field]) => ({ name, read: readerOf(field as z.ZodType) }));
    return (value) => fields.map(({ name, read }) => content((value as Record<string, unknown>)[name], read));
  }
  if (LEAVES.some((Leaf) => schema instanceof Leaf)) return undefined;
  throw new Error(`no content is known of ${schema.def.type}`);
}

const LEAVES = [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodISODate, z.ZodUnion];

function content(value: unknown, read: Read | undefined): unknown {
  return read ? read(value) : value;
}
