import type { Deal } from '../../contract/deal-scoring.ts';

/** Facts without which nobody can judge a deal, whatever the model has learned. */
const ESSENTIAL = ['amount', 'closeDate', 'productFamily'];

/**
 * What to ask the partner for. Only what was sent empty is missing: a caller that does not know of a field is not asked
 * for it. An amount of nothing, or less, is as good as none.
 */
export function findMissing(deal: Deal, modelFeatures: string[]): string[] {
  const judged = [...new Set([...ESSENTIAL, ...modelFeatures])];
  const missing = judged.filter((name) => Object.hasOwn(deal.features, name) && isEmpty(deal.features[name]));
  const amount = deal.features['amount'];
  if (typeof amount === 'number' && amount <= 0) missing.push('amount');
  if (deal.description === null || deal.description?.trim() === '') missing.push('description');
  return missing;
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}
