export { admits, canonical, DIMENSIONS, type Claims, type Dimension, type Entitlement } from './entitlement.ts';
export { detectLanguage, LANGUAGES, type Language } from './analysis/language.ts';
export { analyse, type AnalysedItem } from './index/analysed.ts';
export { ContentIndex } from './index/content-index.ts';
export { createSynonyms, NO_SYNONYMS, type Synonyms } from './search/synonyms.ts';
export { search, COVERAGE_FLOOR, MOST_HITS } from './search/search.ts';
export type * from './types.ts';
