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
    nameContained: name.containment * name.rarest,
    nameRarest: name.rarest,
    nameAcronym: is(name.acronym),
    nameSpelling: Math.max(0, name.spelling - 0.7) / 0.3,
    nameDifferentPlaces: is(name.differentPlaces),
    nameOnePlace: is(name.onePlace),
    nameDifferentNumbers: is(name.differentNumbers),
    nameDifferentWords: is(name.differentWords),
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
    postalCodeSame: is(postalCode === 'same'),
    postalCodeDifferent: is(postalCode === 'different'),
    cityDifferent: is(city === 'different'),
    stateDifferent: is(state === 'different'),
    countryDifferent: is(country === 'different')
  };
}

/** Probability that both records are the same organisation. */
export function probabilityOf(comparison: Comparison): number {
  let logit = COEFFICIENTS.intercept;
  for (const [name, value] of Object.entries(signals(comparison))) logit += value * (COEFFICIENTS.weights[name] ?? 0);
  return 1 / (1 + Math.exp(-logit));
}
