import { plainRarity, type Rarity } from './word-traits.ts';
import { matchPair } from './match.ts';
import { normalise, type NormalCompany } from './normalise.ts';
import type { Candidate, Company, Match } from './types.ts';

/** Most records compared in full per query. */
const MAX_COMPARED = 400;
/** A key shared by more records than this tells too little to be followed alone. */
const MAX_POSTINGS = 2000;

export interface CompanyIndex {
  size: number;
  /** Records that may be the company, most probable first, those below `atLeast` left out. */
  match(company: Company, options?: { atLeast?: number; limit?: number }): Match[];
  /** Positions of the records that share enough with the company to be compared in full, most promising first. */
  candidates(company: Company): number[];
}

/**
 * Index over many companies: each record is filed under its words (with their rarity among these very records), its domain, phone,
 * address and spelling. A query is compared in full only with records that share telling keys.
 */
export function createIndex(companies: readonly Candidate[]): CompanyIndex {
  const normals = companies.map(normalise);
  const postings = new Map<string, number[]>();
  normals.forEach((normal, position) => {
    for (const key of keysOf(normal)) {
      const list = postings.get(key);
      if (list) list.push(position);
      else postings.set(key, [position]);
    }
  });
  const rarity = rarityAmong(postings, companies.length);
  const scores = new Float64Array(companies.length);
  const gather = (normal: NormalCompany): number[] => {
    const lists = [...keysOf(normal)].flatMap((key) => {
      const list = postings.get(key);
      return list ? [list] : [];
    });
    lists.sort((a, b) => a.length - b.length);
    const touched: number[] = [];
    for (const list of lists) {
      // Rare keys come first; once they have led somewhere, the common ones add only work.
      if (list.length > MAX_POSTINGS && touched.length > 0) break;
      const weight = Math.log(1 + companies.length / list.length);
      for (let i = 0; i < Math.min(list.length, MAX_POSTINGS); i++) {
        const position = list[i]!;
        if (scores[position] === 0) touched.push(position);
        scores[position]! += weight;
      }
    }
    touched.sort((a, b) => scores[b]! - scores[a]! || a - b);
    for (const position of touched) scores[position] = 0;
    return touched.slice(0, MAX_COMPARED);
  };
  return {
    size: companies.length,
    candidates: (company) => gather(normalise(company)),
    match(company, { atLeast = 0.3, limit = 50 } = {}) {
      const normal = normalise(company);
      return gather(normal)
        .map((position) => matchPair(normal, normals[position]!, companies[position]!.ref, rarity))
        .filter((match) => match.probability >= atLeast)
        .sort((a, b) => b.probability - a.probability)
        .slice(0, limit);
    }
  };
}

/** Keys a record is filed under. Prefix and consonant keys let typos meet. */
function keysOf(normal: NormalCompany): Set<string> {
  const keys = new Set<string>();
  const { name, domain, phone, address } = normal;
  for (const token of name.tokens) {
    keys.add(`w:${token}`);
    if (token.length >= 5) {
      keys.add(`p:${token.slice(0, 4)}`);
      keys.add(
        `c:${token[0]}${token
          .slice(1)
          .replace(/[aeiouy]/g, '')
          .replace(/(.)\1+/g, '$1')}`
      );
    }
  }
  if (name.joined !== '') keys.add(`j:${name.joined}`);
  if (name.initials.length >= 3) keys.add(`j:${name.initials}`);
  if (domain) keys.add(`d:${domain.label}`);
  if (phone) keys.add(`t:${phone.slice(-7)}`);
  if (address && address.number !== null) for (const word of address.street) keys.add(`a:${address.number} ${word}`);
  return keys;
}

/** Rarity from the records themselves: a word in one name of a thousand says more than one in every third. */
function rarityAmong(postings: ReadonlyMap<string, number[]>, size: number): Rarity {
  if (size < 1000) return plainRarity;
  const rarest = Math.log(size);
  return (word) => {
    const count = postings.get(`w:${word}`)?.length ?? 1;
    const measured = Math.min(1, Math.log(size / count) / (0.6 * rarest));
    return Math.max(0.05, Math.min(plainRarity(word), measured));
  };
}
