import type { Facets } from '../types.ts';

/** That somebody did something with an item; what it is worth is up to the caller, negative for a dismissal. */
export type Interaction = { who: string; item: string; at: string; strength: number };

/** What is known of people besides what they did: tier, type, country; by name, one value each. */
export type Profile = Record<string, string>;

/** Why an item may be wanted now: it has a value of a facet, or it is one of these items, each to a degree between 0 and 1. */
export type Need = {
  code: string;
  /** What the reader is told of it, such as the name of the deal; comes back unchanged. */
  fact?: string;
  /** 0 to 1. */
  weight: number;
} & ({ facet: string; values: string[] } | { items: Record<string, number> });

export type RecommendableItem = { id: string; facets?: Facets; date?: string };

/** What one person did with one item, summed up by the caller. */
export type Past = { shown?: number; opened?: boolean; finished?: boolean; dismissed?: boolean };

export type Viewer = {
  profile?: Profile;
  /** Items used with effect, latest first. */
  history?: readonly string[];
  needs?: readonly Need[];
  past?: Readonly<Record<string, Past>>;
};

/** What an admin decided. */
export type Curation = {
  pinned?: readonly string[];
  buried?: readonly string[];
  /** At most so many cards with the same value of the facet. */
  caps?: readonly { facet: string; most: number }[];
};

export type ContributionCode =
  'need' | 'collaborative' | 'peers' | 'popularity' | 'freshness' | 'pinned' | 'seen' | 'dismissed-alike' | 'diversity';

export type Contribution = {
  code: ContributionCode;
  points: number;
  /** For a need its own code; for what others used, the item of the viewer's history that speaks most for it. */
  because?: string;
  fact?: string;
};

export type Recommendation = {
  id: string;
  /** The sum of the contributions, to the last digit. */
  score: number;
  contributions: Contribution[];
  /** The contribution that says why in one line: the largest that speaks for it. */
  reason: Contribution;
};
