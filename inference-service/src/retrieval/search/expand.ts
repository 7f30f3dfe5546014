import type { Segment } from '../index/segment.ts';
import { BREAK, HEADINGS, JOINED, TITLE, ABSTRACT, KEYWORDS, BODY } from '../index/analysed.ts';
import { idfOf, type Concept, type Seen } from './concepts.ts';
import type { Candidate, Weighted } from './score.ts';

/**
 * Pseudo-relevance feedback (RM3; Lavrenko, Croft 2001): words that the best candidates have in common are asked for
 * too. It helps where these are about one thing and harms where they are not, so it is done only when they agree.
 */
export type Expansion = { candidates: number; terms: number; share: number; agreement: number; titleWorth: number };

export const EXPANSION: Expansion = { candidates: 8, terms: 20, share: 0.6, agreement: 0.36, titleWorth: 3 };

/** Additional concepts, or none when the best candidates are about different things. */
export function expand(best: readonly Candidate[], concepts: readonly Concept[], seen: Seen, tuning: Expansion = EXPANSION): Weighted[] {
  const chosen = best.slice(0, tuning.candidates);
  if (chosen.length < 2) return [];
  const models = chosen.map((candidate) => modelOf(candidate, tuning.titleWorth));
  if (agreement(chosen, seen) < tuning.agreement) return [];
  const lowest = chosen.at(-1)!.score;
  const weights = chosen.map(({ score }) => Math.exp((4 * (score - lowest)) / Math.max(1e-9, chosen[0]!.score)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const asked = new Set(
    concepts.flatMap(({ alternatives }) => [...alternatives].flatMap(([language, list]) => list.map(({ term }) => `${language} ${term}`)))
  );
  const shares = new Map<string, number>();
  models.forEach((model, i) => {
    const { language } = chosen[i]!.segment;
    for (const [term, share] of model) {
      const key = `${language} ${term}`;
      if (!asked.has(key)) shares.set(key, (shares.get(key) ?? 0) + (share * weights[i]!) / all);
    }
  });
  const ranked = [...shares]
    .map(([key, share]) => {
      const [language, term] = key.split(' ') as [Segment['language'], string];
      const idf = idfOf(seen.items, Math.min(seen.items, seen.frequency(term, language)));
      return { language, term, idf, share: share * idf };
    })
    .sort((a, b) => b.share - a.share || (a.term < b.term ? -1 : 1))
    .slice(0, tuning.terms);
  const mass = ranked.reduce((sum, { share }) => sum + share, 0);
  const questionMass = concepts.reduce((sum, { weight, idf }) => sum + weight * idf, 0);
  if (mass === 0) return [];
  return ranked.map(({ language, term, share }) => ({
    weight: (tuning.share * questionMass * share) / mass,
    idf: 1,
    alternatives: new Map([[language, [{ term, weight: 1 }]]])
  }));
}

/**
 * How much of each other's titles two of the best have, on average, weighed by how rare the words are: 0 to 1. Several
 * answers to one question, or versions of one playbook, agree; papers that share a field do not.
 */
function agreement(chosen: readonly Candidate[], seen: Seen): number {
  const vectors = chosen.slice(0, 5).map((candidate) => {
    const vector = new Map<string, number>();
    let norm = 0;
    for (const [term, share] of modelOf(candidate, 1, true)) {
      const value = share * idfOf(seen.items, Math.min(seen.items, seen.frequency(term, candidate.segment.language)));
      vector.set(term, value);
      norm += value * value;
    }
    return { vector, norm: Math.sqrt(norm) };
  });
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < vectors.length; i++) {
    for (let j = i + 1; j < vectors.length; j++) {
      let dot = 0;
      for (const [term, value] of vectors[i]!.vector) dot += value * (vectors[j]!.vector.get(term) ?? 0);
      sum += dot / Math.max(1e-9, vectors[i]!.norm * vectors[j]!.norm);
      pairs++;
    }
  }
  return sum / Math.max(1, pairs);
}

/** The share of each term in an item's head and best passage, words that only hold sentences together left out. */
function modelOf({ segment, item, unit }: Candidate, titleWorth: number, titleOnly = false): Map<string, number> {
  const counts = new Map<string, number>();
  let all = 0;
  const read = (stream: Int32Array, firstField: number): void => {
    let field = firstField;
    for (const word of stream) {
      if (word === JOINED) break;
      if (word === BREAK) {
        field++;
        continue;
      }
      if (segment.wordStop[word]) continue;
      const text = segment.termTexts[segment.wordTerm[word]!]!;
      if (text.length < 2) continue;
      const worth =
        titleOnly && field !== TITLE
          ? 0
          : field === TITLE || field === KEYWORDS
            ? titleWorth
            : field === ABSTRACT || field === HEADINGS || field === BODY
              ? 1
              : 0;
      if (worth === 0) continue;
      counts.set(text, (counts.get(text) ?? 0) + worth);
      all += worth;
    }
  };
  const first = segment.firstUnit[item]!;
  read(segment.streams[first]!, TITLE);
  const passage = unit >= 0 ? unit : first + 1;
  if (!titleOnly && segment.unitItem[passage] === item && passage !== first) read(segment.streams[passage]!, HEADINGS);
  for (const [term, count] of counts) counts.set(term, count / all);
  return counts;
}
