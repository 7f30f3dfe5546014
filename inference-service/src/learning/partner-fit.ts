import { roundLogit, sigmoid } from './assemble.ts';

export interface PartnerHistory {
  won: number;
  lost: number;
  open?: number;
  /** Deals like the one being scored (same product and region, as the caller defines it); included in won and lost. */
  wonSimilar?: number;
  lostSimilar?: number;
}

export interface PartnerProfile {
  type?: string | null;
  tier?: string | null;
  verticals?: readonly string[];
  certifications?: number | null;
  /** null = not known. */
  territoryMatch?: boolean | null;
  verticalMatch?: boolean | null;
  history?: PartnerHistory | null;
}

/** Beta prior over a partner's win rate: its mean, and the number of deals it is worth. */
export interface WinRatePrior {
  mean: number;
  strength: number;
}

export interface PartnerContribution {
  name: string;
  logit: number;
  text: string;
}

export interface PartnerFit {
  /** 0-100; 50 is the average partner. */
  score: number;
  contributions: PartnerContribution[];
  /** Closed deals behind it. */
  sampleSize: number;
}

/** Used until the programme's own partners say otherwise: 3 in 10 registered deals are won, and it takes 10 deals to outweigh that. */
export const DEFAULT_PRIOR: WinRatePrior = { mean: 0.3, strength: 10 };
/** A partner's record in similar deals is trusted against its own overall record after about this many. */
const SIMILAR_STRENGTH = 8;

/** Programme rules as log-odds, small beside a real record: judgement calls, used as stated, learned from nothing. */
export const PROGRAMME_PRIORS = {
  tier: { platinum: 0.3, gold: 0.2, silver: 0.1, bronze: 0, registered: -0.05 } as Record<string, number>,
  perCertification: 0.05,
  mostFromCertifications: 0.3,
  territory: { match: 0.2, mismatch: -0.3 },
  vertical: { match: 0.2, mismatch: -0.1 }
} as const;

const logitOf = (p: number): number => Math.log(p / (1 - p));

/**
 * How well a partner fits a deal. Win rates are shrunk by empirical Bayes: (won + mean × strength) / (closed + strength), so a partner
 * with 3 deals stays near the average and one with 300 is judged by its own record.
 */
export function partnerFit(partner: PartnerProfile, prior: WinRatePrior = DEFAULT_PRIOR): PartnerFit {
  const won = count(partner.history?.won);
  const lost = count(partner.history?.lost);
  const closed = won + lost;
  const contributions: PartnerContribution[] = [];
  const add = (name: string, logit: number, text: string): void => {
    if (roundLogit(logit) !== 0) contributions.push({ name, logit: roundLogit(logit), text });
  };
  const rate = shrunkRate(won, lost, prior);
  if (closed > 0) {
    const direction = rate > prior.mean ? 'above' : 'below';
    add(
      'record',
      logitOf(rate) - logitOf(prior.mean),
      `Won ${won} of ${closed} closed deals, ${direction} the average of ${percent(prior.mean)}`
    );
  }
  const wonSimilar = Math.min(count(partner.history?.wonSimilar), won);
  const lostSimilar = Math.min(count(partner.history?.lostSimilar), lost);
  const similar = wonSimilar + lostSimilar;
  if (similar > 0) {
    const similarRate = shrunkRate(wonSimilar, lostSimilar, { mean: rate, strength: SIMILAR_STRENGTH });
    add('similarDeals', logitOf(similarRate) - logitOf(rate), `Won ${wonSimilar} of ${similar} similar deals`);
  }
  const tier = partner.tier?.trim().toLowerCase() ?? '';
  add('tier', Object.hasOwn(PROGRAMME_PRIORS.tier, tier) ? PROGRAMME_PRIORS.tier[tier]! : 0, `${partner.tier} tier`);
  const certifications = count(partner.certifications ?? undefined);
  add(
    'certifications',
    Math.min(certifications * PROGRAMME_PRIORS.perCertification, PROGRAMME_PRIORS.mostFromCertifications),
    `${certifications} ${certifications === 1 ? 'certification' : 'certifications'}`
  );
  addMatch('territory', partner.territoryMatch, PROGRAMME_PRIORS.territory, 'the territory', add);
  addMatch('vertical', partner.verticalMatch, PROGRAMME_PRIORS.vertical, 'the industry', add);
  const total = contributions.reduce((sum, contribution) => sum + contribution.logit, 0);
  return { score: Math.round(sigmoid(total) * 1000) / 10, contributions, sampleSize: closed };
}

export function shrunkRate(won: number, lost: number, prior: WinRatePrior): number {
  return (won + prior.mean * prior.strength) / (won + lost + prior.strength);
}

function addMatch(
  name: string,
  match: boolean | null | undefined,
  priors: { match: number; mismatch: number },
  what: string,
  add: (name: string, logit: number, text: string) => void
): void {
  if (match === true) add(name, priors.match, `The deal is in ${what} the partner covers`);
  if (match === false) add(name, priors.mismatch, `The deal is outside ${what} the partner covers`);
}

function count(value: number | null | undefined): number {
  return value !== undefined && value !== null && Number.isFinite(value) && value > 0 ? Math.floor(value) : 0;
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;
