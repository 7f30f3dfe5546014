import { compare } from './compare.ts';
import { probabilityOf } from './comparator.ts';
import type { Rarity } from './compare-name.ts';
import { evidenceOf } from './evidence.ts';
import type { NormalCompany } from './normalise.ts';
import { normaliseRemembered } from './remembered.ts';
import type { Candidate, Company, Match, Verdict } from './types.ts';

/** From here up two records are taken for the same organisation. */
export const SAME_FROM = 0.8;
/** Below this they are taken for different ones; between lies the grey band, for a person to look at. */
export const DIFFERENT_BELOW = 0.3;

/** Compares a company with each candidate; most probable first, ties in the order given. */
export function matchCompany(company: Company, candidates: readonly Candidate[]): Match[] {
  const normal = normaliseRemembered(company);
  return candidates
    .map((candidate) => matchPair(normal, normaliseRemembered(candidate), candidate.ref))
    .sort((a, b) => b.probability - a.probability);
}

export function matchPair(a: NormalCompany, b: NormalCompany, ref: string, rarity?: Rarity): Match {
  const comparison = compare(a, b, rarity);
  const probability = Math.round(probabilityOf(comparison) * 10_000) / 10_000;
  return { ref, probability, verdict: verdictOf(probability), evidence: evidenceOf(comparison) };
}

export function verdictOf(probability: number): Verdict {
  if (probability >= SAME_FROM) return 'same';
  return probability < DIFFERENT_BELOW ? 'different' : 'possible';
}
