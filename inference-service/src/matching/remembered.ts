import { normalise, type NormalCompany } from './normalise.ts';
import type { Company } from './types.ts';

/** An org's accounts come back as candidates of one deal after another, and normalising costs more than comparing. */
const GENERATION = 5_000;

type Remembered = { company: Company; normal: NormalCompany };

/** By name: of several companies with one name the last is remembered. */
let young = new Map<string, Remembered>();
let old = new Map<string, Remembered>();

/** `normalise`, remembering the last few thousand companies in memory (two generations, so that eviction costs nothing). */
export function normaliseRemembered(company: Company): NormalCompany {
  const recent = young.get(company.name);
  if (recent && isSame(recent.company, company)) return recent.normal;
  const older = old.get(company.name);
  const normal = older && isSame(older.company, company) ? older.normal : normalise(company);
  if (young.size >= GENERATION) {
    old = young;
    young = new Map();
  }
  young.set(company.name, { company, normal });
  return normal;
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
