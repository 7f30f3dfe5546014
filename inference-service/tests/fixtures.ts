import type { Deal, DealResult, ScoredDeal } from '../src/capabilities/deal-scoring/contract.ts';

let keys = 0;

/** A complete, unremarkable deal. */
export function deal(changes: Partial<Deal> = {}): Deal {
  keys += 1;
  return {
    key: `job-${keys}`,
    features: { amount: 48_000, productFamily: 'Data Platform', region: 'EMEA', existingCustomer: true },
    prospect: { name: 'Nordwind Logistik GmbH', domain: 'nordwind-logistik.example', country: 'DE', city: 'Hamburg' },
    candidates: [],
    partner: { type: 'Reseller', tier: 'Gold', certifications: 3, territoryMatch: true, history: { won: 9, lost: 6, open: 2 } },
    description: 'They want to replace their warehouse reporting before summer.',
    ...changes
  };
}

export function scored(result: DealResult | undefined): ScoredDeal {
  if (result?.outcome !== 'scored') throw new Error(`not scored: ${JSON.stringify(result)}`);
  return result;
}

export function failedWith(result: DealResult | undefined): string {
  return result?.outcome === 'failed' ? result.error.code : `not failed: ${result?.outcome}`;
}

/** In tenths, as whole numbers: what a reader gets who adds up the factors. */
export function sumInTenths(result: ScoredDeal): number {
  return [result.baseline, ...result.factors].reduce((sum, { points }) => sum + Math.round(points * 10), 0);
}

/** Past deals in which big deals in one region win; the same every time. */
export function trainingRows(count = 300): { features: Record<string, unknown>; won: boolean }[] {
  return Array.from({ length: count }, (_, i) => {
    const amount = 1000 + ((i * 7919) % 100) * 1000;
    const region = ['EMEA', 'APAC', 'AMER'][i % 3] as string;
    const luck = ((i * 104_729) % 97) / 97;
    return { features: { amount, region }, won: amount / 100_000 + (region === 'EMEA' ? 0.3 : 0) > 0.2 + luck * 0.8 };
  });
}
