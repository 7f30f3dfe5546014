import { compare, type Comparison } from './compare.ts';
import { probabilityOf } from './comparator.ts';
import type { Rarity } from './word-traits.ts';
import { evidenceOf } from './evidence.ts';
import type { NormalCompany } from './normalise.ts';
import { normaliseCached } from './normal-cache.ts';
import type { Candidate, Company, Match, Verdict } from './types.ts';

/** From here up two records are taken for the same organisation. */
export const SAME_FROM = 0.8;
/** Below this they are taken for different ones; between lies the grey band, for a person to look at. */
export const DIFFERENT_BELOW = 0.3;

/**
 * Compares a company with each candidate; most probable first, ties in the order given. Less likely ones than `atLeast`
 * are left out, without the cost of putting into words what speaks against them.
 */
export function matchCompany(company: Company, candidates: readonly Candidate[], atLeast = 0): Match[] {
  const normal = normaliseCached(company);
  const matches: Match[] = [];
  for (const candidate of candidates) {
    const comparison = compare(normal, normaliseCached(candidate));
    const probability = roundedProbability(comparison);
    if (probability >= atLeast) matches.push(describeMatch(candidate.ref, probability, comparison));
  }
  return matches.sort((a, b) => b.probability - a.probability);
}

export function matchPair(a: NormalCompany, b: NormalCompany, ref: string, rarity?: Rarity): Match {
  const comparison = compare(a, b, rarity);
  return describeMatch(ref, roundedProbability(comparison), comparison);
}

function roundedProbability(comparison: Comparison): number {
  return Math.round(probabilityOf(comparison) * 10_000) / 10_000;
}

function describeMatch(ref: string, probability: number, comparison: Comparison): Match {
  return { ref, probability, verdict: verdictOf(probability), evidence: evidenceOf(comparison) };
}

export function verdictOf(probability: number): Verdict {
  if (probability >= SAME_FROM) return 'same';
  return probability < DIFFERENT_BELOW ? 'different' : 'possible';
}
