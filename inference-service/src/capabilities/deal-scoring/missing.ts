import type { Deal } from './contract.ts';

/**
 * Facts without which nobody can judge a deal, by the names they may come under. Anything else that is empty is "not
 * known" to the model, as it was in past deals, and no reason to send the partner back to the form.
 */
const ESSENTIAL: Record<string, string[]> = {
  amount: ['amount'],
  closeDate: ['closeDate', 'daysToClose'],
  productFamily: ['productFamily']
};

/**
 * What to ask the partner for. Only what was sent empty is missing: a caller that does not know of a field is not asked
 * for it. An amount of nothing, or less, is as good as none.
 */
export function findMissing({ features, description }: Deal): string[] {
  const missing = Object.keys(ESSENTIAL).filter((fact) =>
    ESSENTIAL[fact]?.some((name) => Object.hasOwn(features, name) && isEmpty(features[name]))
  );
  const { amount } = features;
  if (typeof amount === 'number' && amount <= 0) missing.unshift('amount');
  if (description === null || description?.trim() === '') missing.push('description');
  return missing;
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}
