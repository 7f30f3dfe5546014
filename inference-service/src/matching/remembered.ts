import { normalise, type NormalCompany } from './normalise.ts';
import type { Company } from './types.ts';

/** An org's accounts come back as candidates of one deal after another, and normalising costs more than comparing. */
const GENERATION = 5_000;

let young = new Map<string, NormalCompany>();
let old = new Map<string, NormalCompany>();

/** `normalise`, remembering the last few thousand companies in memory (two generations, so that eviction costs nothing). */
export function normaliseRemembered(company: Company): NormalCompany {
  const { name, domain, country, state, city, street, postalCode, phone } = company;
  const key = [name, domain, country, state, city, street, postalCode, phone].join('\u0000');
  let normal = young.get(key) ?? old.get(key);
  if (normal === undefined) normal = normalise(company);
  else if (young.has(key)) return normal;
  if (young.size >= GENERATION) {
    old = young;
    young = new Map();
  }
  young.set(key, normal);
  return normal;
}
