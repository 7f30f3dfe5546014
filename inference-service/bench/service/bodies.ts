import type { Deal } from '../../src/capabilities/deal-scoring/contract.ts';
import { syntheticPairs } from '../synthetic-companies.ts';

/** Digits that stand for a number of its own in every request; as wide as the number that is written over them. */
export const KEY_MARK = '000000000000';

const CANDIDATES = 20;
const KINDS = ['registration', 'opportunity', 'account', 'lead'] as const;
const REGIONS = ['EMEA', 'APAC', 'AMER'];
const FAMILIES = ['Data Platform', 'Analytics', 'Security', 'Integration'];

/**
 * `count` different requests of one deal with 20 candidates, drawn from `4 × count` invented companies: some deals
 * meet another spelling of their own prospect, as they do in an org. Every key holds KEY_MARK.
 */
export function scoreBodies(count: number): string[] {
  const pairs = syntheticPairs(count * 2, 7);
  return Array.from({ length: count }, (_, i) => JSON.stringify({ deals: [deal(i, pairs)] }));
}

function deal(i: number, pairs: ReturnType<typeof syntheticPairs>): Deal {
  const at = (offset: number) => pairs[(i * 31 + offset * 97) % pairs.length]!;
  return {
    key: `bench-${KEY_MARK}`,
    features: {
      amount: 5_000 + ((i * 7_919) % 200) * 1_000,
      closeDate: '2027-03-31',
      daysToClose: 20 + (i % 120),
      region: REGIONS[i % 3]!,
      productFamily: FAMILIES[i % 4]!,
      industry: 'Logistics',
      existingCustomer: i % 2 === 0,
      budgetConfirmed: i % 5 === 0,
      competitor: null
    },
    prospect: at(0).a,
    candidates: Array.from({ length: CANDIDATES }, (__, position) => ({
      ...(position % 2 === 0 ? at(position).b : at(position).a),
      ref: `c${position}`,
      kind: KINDS[position % 4]!,
      samePartner: position % 7 === 0,
      status: 'Approved',
      registeredOn: '2026-08-01'
    })),
    partner: { type: 'Reseller', tier: 'Gold', certifications: 3, territoryMatch: true, history: { won: 9, lost: 6, open: 2 } },
    description: 'They want to replace their warehouse reporting before summer; budget is confirmed and a pilot runs in two depots.'
  };
}
