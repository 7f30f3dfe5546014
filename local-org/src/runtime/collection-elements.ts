/** Elements entering a collection keep its element type's representation, whatever generic code passed them in. */
import type { ApexType } from './type.ts';
import { convert } from './convert.ts';

/** Static typing has settled what may go in; only representations still differ (Integer into List<Decimal>, String into Set<Id>). */
export function cast(value: unknown, type: ApexType): unknown {
  if (type.kind !== 'primitive' || value === null || value === undefined) return value ?? null;
  if (typeof value === 'string' && type.name === 'String') return value;
  if (typeof value === 'number' && type.name === 'Integer') return value;
  return convert(value, type);
}

export function convertAll(values: Iterable<unknown>, type: ApexType): unknown[] {
  const result: unknown[] = [];
  for (const value of values) result.push(cast(value, type));
  return result;
}
