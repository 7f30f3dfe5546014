export { matchCompany, SAME_FROM, DIFFERENT_BELOW } from './match.ts';
export { createIndex, type CompanyIndex } from './block.ts';
export type * from './types.ts';
