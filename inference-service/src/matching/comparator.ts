import type { Comparison } from './compare.ts';
import { COEFFICIENTS } from './coefficients.ts';

export type Signal = Record<string, number>;

const is = (condition: boolean): number => (condition ? 1 : 0);

/** The comparison as numbers; the comparator is a logistic regression over them. */
export function signals(comparison: Comparison): Signal {
  const { name, domain, phone, address, postalCode, city, state, country } = comparison;
  const located = address === 'same' && postalCode !== 'different';
  return {
    nameEqual: is(name.equal),
    nameOverlap: name.overlap,
    nameMostlyShared: is(name.overlap >= 0.8),
    nameNothingShared: is(name.rarest === 0 && !name.acronym),
    nameCommonWordsOnly: is(name.rarest > 0 && name.rarest < 0.5 && !name.equal && !name.acronym),
    nameContained: name.containment * name.rarest,
    nameAcronym: is(name.acronym),
    nameDifferentPlaces: is(name.differentPlaces),
    nameOnePlace: is(name.onePlace),
    // At one address, words and numbers that only one record has are mostly ways of writing.
    nameDifferentNumbers: is(!located && name.differentNumbers),
    nameOneNumber: is(!located && name.oneNumber),
    nameDifferentWords: is(!located && name.differentWords),
    nameDifferentTrade: is(!located && name.differentTrade),
    domainSame: is(domain === 'same'),
    domainSameLabel: is(domain === 'sameLabel'),
    domainInName: is(domain === 'inName'),
    domainDifferent: is(domain === 'different'),
    phoneSame: is(phone === 'same'),
    phoneNear: is(phone === 'near'),
    phoneDifferent: is(phone === 'different'),
    addressSame: is(address === 'same'),
    addressSameStreet: is(address === 'sameStreet'),
    addressDifferent: is(address === 'different'),
    addressAndPhone: is(located && phone === 'same'),
    addressAndRareWord: is(located) * name.rarest,
    elsewhere: is(address === 'different' && phone === 'different'),
    postalCodeSame: is(postalCode === 'same'),
    postalCodeDifferent: is(postalCode === 'different'),
    cityDifferent: is(city === 'different'),
    stateDifferent: is(state === 'different'),
    countryDifferent: is(country === 'different')
  };
}

/** Signals that may only speak against; all others may only speak for. Held when the comparator is fitted, so that no evidence counts backwards. */
export const AGAINST: ReadonlySet<string> = new Set([
  'nameNothingShared',
  'nameCommonWordsOnly',
  'nameDifferentPlaces',
  'nameOnePlace',
  'nameDifferentNumbers',
  'nameOneNumber',
  'nameDifferentWords',
  'nameDifferentTrade',
  'domainDifferent',
  'phoneDifferent',
  'addressDifferent',
  'elsewhere',
  'postalCodeDifferent',
  'cityDifferent',
  'stateDifferent',
  'countryDifferent'
]);

/** Probability that both records are the same organisation. */
export function probabilityOf(comparison: Comparison): number {
  let logit = COEFFICIENTS.intercept;
  for (const [name, value] of Object.entries(signals(comparison))) logit += value * (COEFFICIENTS.weights[name] ?? 0);
  return 1 / (1 + Math.exp(-logit));
}
