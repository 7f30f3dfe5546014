import { normalise, type NormalCompany } from './normalise.ts';
import type { Company } from './types.ts';

/**
 * An org's accounts come back as candidates of one deal after another, and normalising costs more than comparing. A
 * company takes about a kilobyte.
 */
const GENERATION = 10_000;
/** More of one name take turns: a thousand branches of one bank must not be searched one by one. */
const MAX_NAMESAKES = 16;

type CachedCompany = { company: Company; normal: NormalCompany };
/** By name: hashing one field costs less than hashing all, and few companies share one. */
type Generation = Map<string, CachedCompany[]>;

let young: Generation = new Map();
let old: Generation = new Map();
let youngSize = 0;

/** `normalise`, remembering the last few thousand companies in memory (two generations, so that eviction costs nothing). */
export function normaliseCached(company: Company): NormalCompany {
  const recent = find(young, company);
  if (recent) return recent.normal;
  const cached = find(old, company) ?? { company, normal: normalise(company) };
  if (youngSize >= GENERATION) {
    old = young;
    young = new Map();
    youngSize = 0;
  }
  const namesakes = young.get(company.name);
  if (namesakes) namesakes[namesakes.length < MAX_NAMESAKES ? namesakes.length : youngSize % MAX_NAMESAKES] = cached;
  else young.set(company.name, [cached]);
  youngSize += 1;
  return cached.normal;
}

function find(generation: Generation, company: Company): CachedCompany | undefined {
  const namesakes = generation.get(company.name);
  // No closure: this is asked for every candidate of every deal.
  for (let i = 0; namesakes && i < namesakes.length; i++) if (isSame(namesakes[i]!.company, company)) return namesakes[i];
  return undefined;
}

function isSame(a: Company, b: Company): boolean {
  return (
    a.domain === b.domain &&
    a.country === b.country &&
    a.state === b.state &&
    a.city === b.city &&
    a.street === b.street &&
    a.postalCode === b.postalCode &&
    a.phone === b.phone
  );
}
