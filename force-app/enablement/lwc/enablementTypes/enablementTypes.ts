/** Shapes that the enablement controllers exchange with components. Dates are YYYY-MM-DD, texts are plain text. */

export interface ContentCard {
  readonly id: string;
  readonly title: string;
  readonly summary?: string | null;
  readonly kind: string;
  readonly kindLabel: string;
  readonly language?: string | null;
  readonly minutes?: number | null;
  readonly url?: string | null;
  readonly hasFile: boolean;
  readonly publishedOn: string;
  /** Why it is recommended; missing in a search. */
  readonly reason?: string | null;
  /** What answers; missing in a feed. */
  readonly passage?: string | null;
  readonly saved: boolean;
  readonly rating?: number | null;
}

export interface RecommendationFeed {
  readonly cards: readonly ContentCard[];
  readonly isPersonal: boolean;
  readonly note?: string | null;
}

export interface ContentFacet {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly total: number;
}

export interface ContentSentence {
  readonly text: string;
  readonly contentId: string;
  readonly title: string;
}

export interface ContentSearchResult {
  readonly cards: readonly ContentCard[];
  readonly total: number;
  readonly nearest: readonly ContentCard[];
  readonly facets: readonly ContentFacet[];
  readonly didYouMean?: string | null;
  readonly answer: readonly ContentSentence[];
  readonly isPlain: boolean;
  readonly note?: string | null;
}

export interface ContentDetail {
  readonly card: ContentCard;
  readonly body?: string | null;
}

export type InteractionKind = 'Opened' | 'Finished' | 'Saved' | 'Unsaved' | 'Dismissed' | 'Restored' | 'Rated';
export type Surface = 'Home' | 'Deal' | 'Search' | 'Library' | 'Learning';
