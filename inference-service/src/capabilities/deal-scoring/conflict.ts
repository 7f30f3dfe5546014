import type { Match } from '../../matching/index.ts';
import type { Conflict, ConflictCandidate } from './contract.ts';

export type ConflictAssessment = {
  /** 0 to 1: probability that it is the same company, weighed by how much the other record still claims it. */
  risk: number;
  /** Strongest first; only those that are worth a look. */
  conflicts: Conflict[];
  /** The record behind `risk`. */
  strongest: { candidate: ConflictCandidate; match: Match } | undefined;
  /** A live registration or opportunity of someone else for what is, by two independent facts, the same company. */
  duplicate: boolean;
  /** The partner itself already has a live registration for this company. */
  ownDuplicate: boolean;
  /** How many records were compared. */
  compared: number;
};

/** Less likely than this, a match is noise to whoever reviews it. */
export const WORTH_SHOWING = 0.3;
const MAX_SHOWN = 10;
/** Two records can agree in everything and still be two companies. */
export const MAX_CERTAINTY = 0.99;
const DAY = 86_400_000;
/** Registrations protect a deal for a limited time; a year is longer than any common protection window. */
const STALE_DAYS = 365;
const STALE_WEIGHT = 0.5;

/** How much a record of this kind claims the company while it is live. An account or lead is known to us but claimed by nobody. */
const KIND_WEIGHT = { registration: 1, opportunity: 1, lead: 0.5, account: 0.25 } as const;
const ENDED_WEIGHT = 0.15;
const ENDED = /\b(rejected|declined|expired|withdrawn|cancell?ed|closed|lost|recalled|converted|draft)\b/i;

export function assessConflicts(candidates: ConflictCandidate[], matches: Match[], duplicateRisk: number, today: Date): ConflictAssessment {
  const pairs = matches
    .filter((match) => match.verdict !== 'different' && match.probability >= WORTH_SHOWING)
    .flatMap((match) => {
      const candidate = candidates.find(({ ref }) => ref === match.ref);
      return candidate ? [{ candidate, match, weight: claim(candidate, today) }] : [];
    })
    .sort((a, b) => b.match.probability * b.weight - a.match.probability * a.weight || b.match.probability - a.match.probability);
  const others = pairs.filter(({ candidate }) => !candidate.samePartner);
  const strongest = others[0];
  const isDuplicate = ({ match, weight }: (typeof pairs)[number]) =>
    weight === 1 && match.probability >= duplicateRisk && hasStrongEvidence(match);
  return {
    risk: strongest ? Math.min(MAX_CERTAINTY, strongest.match.probability * strongest.weight) : 0,
    conflicts: pairs.slice(0, MAX_SHOWN).map(({ candidate, match }) => ({
      ref: match.ref,
      probability: match.probability,
      samePartner: candidate.samePartner ?? false,
      evidence: match.evidence
    })),
    strongest: strongest && { candidate: strongest.candidate, match: strongest.match },
    duplicate: others.some(isDuplicate),
    ownDuplicate: pairs.some((pair) => pair.candidate.samePartner && pair.candidate.kind === 'registration' && isDuplicate(pair)),
    compared: candidates.length
  };
}

function claim(candidate: ConflictCandidate, today: Date): number {
  if (candidate.status && ENDED.test(candidate.status)) return ENDED_WEIGHT;
  const age = candidate.registeredOn ? (today.getTime() - Date.parse(candidate.registeredOn)) / DAY : 0;
  return KIND_WEIGHT[candidate.kind] * (age > STALE_DAYS ? STALE_WEIGHT : 1);
}

/** Telling a partner "someone was first" takes two facts that agree and none that speaks against it. */
function hasStrongEvidence(match: Match): boolean {
  const strong = match.evidence.filter(({ strength }) => strength === 'strong').length;
  return strong >= 2 && match.evidence.every(({ strength }) => strength !== 'against');
}
