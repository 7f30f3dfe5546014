/** What an item may ask of its reader. A closed list: what is not here is refused, never ignored. */
export const DIMENSIONS = ['tiers', 'partnerTypes', 'countries', 'certifications', 'partners'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * Who may find an item: people inside the company, and partners who have one of the values in every dimension that is
 * named. An empty list admits no partner, a missing one every partner: narrowing further can only take readers away.
 */
export type Entitlement = { internalOnly?: boolean } & { [name in Dimension]?: string[] };

/** Who asks. What a caller does not claim it does not have. */
export type Claims = { internal?: boolean } & { [name in Dimension]?: string[] };

export function admits(entitlement: Entitlement, claims: Claims): boolean {
  if (claims.internal === true) return true;
  if (entitlement.internalOnly === true) return false;
  for (const dimension of DIMENSIONS) {
    const asked = entitlement[dimension];
    if (asked === undefined) continue;
    const claimed = claims[dimension];
    if (claimed === undefined || !asked.some((value) => claimed.includes(value))) return false;
  }
  return true;
}

const KNOWN = new Set<string>(['internalOnly', ...DIMENSIONS]);

/** The same text for every way of writing the same entitlement. Throws on what it does not know: a guess would open a door. */
export function canonical(entitlement: Entitlement): string {
  for (const [name, value] of Object.entries(entitlement)) {
    if (value === undefined) continue;
    if (!KNOWN.has(name)) throw new Error(`entitlement: "${name}" is not one of ${[...KNOWN].join(', ')}`);
    const valid = name === 'internalOnly' ? typeof value === 'boolean' : isTexts(value);
    if (!valid) throw new Error(`entitlement: "${name}" must be ${name === 'internalOnly' ? 'true or false' : 'a list of texts'}`);
  }
  if (entitlement.internalOnly === true) return '{"internalOnly":true}';
  const parts = DIMENSIONS.flatMap((dimension) => {
    const values = entitlement[dimension];
    return values === undefined ? [] : [[dimension, [...new Set(values)].sort()] as const];
  });
  return JSON.stringify(Object.fromEntries(parts));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
