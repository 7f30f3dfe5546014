import { type SampleCompany, inventCompany } from './companies.ts';
import { PARTNERS, type SamplePartner } from './people.ts';
import type { Random } from './random.ts';

export interface SampleDeal {
  readonly partner: string;
  readonly company: SampleCompany;
  readonly product: string;
  readonly amount: number;
  readonly competitor: string | null;
  readonly description: string;
  /** Days before today; negative is in the future. */
  readonly submittedDaysAgo: number;
  readonly closeDaysAgo: number;
  readonly won: boolean;
}

const PRODUCTS: readonly { readonly name: string; readonly median: number; readonly effect: number }[] = [
  { name: 'Core Platform', median: 60_000, effect: 0.2 },
  { name: 'Analytics', median: 25_000, effect: 0.5 },
  { name: 'Security', median: 38_000, effect: -0.2 },
  { name: 'Integration', median: 45_000, effect: -0.4 },
  { name: 'Services', median: 12_000, effect: 0.7 }
];
const COMPETITORS = [null, null, null, 'Vantora', 'Kestrel Cloud', 'Ombra Suite'] as const;
const COMPETITOR_EFFECT: Readonly<Record<string, number>> = { Vantora: -0.9, 'Kestrel Cloud': -0.4, 'Ombra Suite': -0.6 };
const NEEDS = [
  'They want one view of their orders before the next peak season and have budget for this quarter.',
  'Their current contract ends in spring; the operations lead is sponsoring a replacement.',
  'A security audit left them with findings they have to close within six months.',
  'Two systems from an acquisition need to talk to each other; the CIO asked for a proposal.',
  'They are looking around and have no date yet.',
  'They saw our workshop and asked for a pilot in one region.'
];
const NEED_EFFECT = [0.5, 0.3, 0.4, 0.1, -1.1, 0.2] as const;

/**
 * Past deals with outcomes drawn from a known rule: product, size against the usual, competitor, how clear the need is,
 * fit with the partner's verticals and the partner's own skill. What the model learns can so be compared with the truth.
 */
export function inventHistory(random: Random, taken: Set<string>): SampleDeal[] {
  return PARTNERS.flatMap((partner) => Array.from({ length: partner.deals }, () => inventDeal(random, taken, partner)));
}

function inventDeal(random: Random, taken: Set<string>, partner: SamplePartner): SampleDeal {
  const company = inventCompany(random, taken, random.next() < 0.7 ? partner.country : undefined);
  const product = random.pick(PRODUCTS);
  const amount = Math.round(random.skewed(product.median, 0.7) / 500) * 500 + 500;
  const competitor = random.pick(COMPETITORS);
  const need = random.between(0, NEEDS.length - 1);
  const submittedDaysAgo = random.between(60, 720);
  const logOdds =
    -0.8 +
    product.effect +
    partner.skill +
    (competitor ? (COMPETITOR_EFFECT[competitor] ?? 0) : 0.3) +
    (NEED_EFFECT[need] ?? 0) +
    (partner.verticals.includes(company.industry) ? 0.8 : 0) -
    0.55 * Math.log(amount / product.median) +
    (company.employees > 1000 ? -0.3 : 0.1);
  return {
    partner: partner.name,
    company,
    product: product.name,
    amount,
    competitor,
    description: NEEDS[need] ?? '',
    submittedDaysAgo,
    closeDaysAgo: Math.max(1, submittedDaysAgo - random.between(30, 200)),
    won: random.next() < 1 / (1 + Math.exp(-logOdds))
  };
}
