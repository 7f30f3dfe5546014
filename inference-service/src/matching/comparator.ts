import { COEFFICIENTS } from './coefficients.ts';
import type { Comparison } from './compare.ts';

export interface Signal {
  name: string;
  /** Evidence may not count backwards: the sign its weight must have, held when the comparator is fitted. */
  speaks: 'for' | 'against';
  measure: (comparison: Comparison) => number;
}

const is = (condition: boolean): number => (condition ? 1 : 0);
/** One street address, and nothing in the postal code against it. */
const located = ({ address, postalCode }: Comparison): boolean => address === 'same' && postalCode !== 'different';

/** What the comparator, a logistic regression, looks at. */
export const SIGNALS: readonly Signal[] = [
  { name: 'nameEqual', speaks: 'for', measure: ({ name }) => is(name.equal) },
  { name: 'nameRespelled', speaks: 'for', measure: ({ name }) => is(name.respelled) * name.overlap },
  { name: 'nameOverlap', speaks: 'for', measure: ({ name }) => name.overlap },
  { name: 'nameMostlyShared', speaks: 'for', measure: ({ name }) => is(name.overlap >= 0.8) },
  { name: 'nameContained', speaks: 'for', measure: ({ name }) => name.containment * name.rarest },
  { name: 'nameAcronym', speaks: 'for', measure: ({ name }) => is(name.acronym) },
  { name: 'nameNothingShared', speaks: 'against', measure: ({ name }) => is(name.rarest === 0 && !name.acronym) },
  {
    name: 'nameCommonWordsOnly',
    speaks: 'against',
    measure: ({ name }) => is(name.rarest > 0 && name.rarest < 0.5 && !name.equal && !name.acronym)
  },
  { name: 'nameDifferentPlaces', speaks: 'against', measure: ({ name }) => is(name.differentPlaces) },
  { name: 'nameOnePlace', speaks: 'against', measure: ({ name }) => is(name.onePlace) },
  // At one address, words and numbers that only one record has are mostly ways of writing.
  {
    name: 'nameDifferentNumbers',
    speaks: 'against',
    measure: (comparison) => is(!located(comparison) && comparison.name.differentNumbers)
  },
  { name: 'nameOneNumber', speaks: 'against', measure: (comparison) => is(!located(comparison) && comparison.name.oneNumber) },
  { name: 'nameDifferentWords', speaks: 'against', measure: (comparison) => is(!located(comparison) && comparison.name.differentWords) },
  { name: 'nameDifferentTrade', speaks: 'against', measure: (comparison) => is(!located(comparison) && comparison.name.differentTrade) },
  { name: 'nameOneTrade', speaks: 'against', measure: (comparison) => is(!located(comparison) && comparison.name.oneTrade) },
  { name: 'namePlain', speaks: 'against', measure: ({ name }) => is(name.equal && name.rarest < 0.5) },
  {
    name: 'namePlainElsewhere',
    speaks: 'against',
    measure: ({ name, city, address }) => is(name.equal && name.rarest < 0.5 && (city === 'different' || address === 'different'))
  },
  // The sites of one organisation often have its name and nothing of their own but the address.
  {
    name: 'nameEqualElsewhere',
    speaks: 'against',
    measure: ({ name, city, address }) => is(name.equal && (city === 'different' || address === 'different'))
  },
  { name: 'domainSame', speaks: 'for', measure: ({ domain }) => is(domain === 'same') },
  { name: 'domainAndOtherScript', speaks: 'for', measure: ({ domain, name }) => is(domain === 'same' && name.otherScript) },
  { name: 'domainSameLabel', speaks: 'for', measure: ({ domain }) => is(domain === 'sameLabel') },
  { name: 'domainInName', speaks: 'for', measure: ({ domain }) => is(domain === 'inName') },
  { name: 'domainDifferent', speaks: 'against', measure: ({ domain }) => is(domain === 'different') },
  { name: 'phoneSame', speaks: 'for', measure: ({ phone }) => is(phone === 'same') },
  { name: 'phoneNear', speaks: 'for', measure: ({ phone }) => is(phone === 'near') },
  { name: 'phoneDifferent', speaks: 'against', measure: ({ phone }) => is(phone === 'different') },
  { name: 'addressSame', speaks: 'for', measure: ({ address }) => is(address === 'same') },
  { name: 'addressSameStreet', speaks: 'for', measure: ({ address }) => is(address === 'sameStreet') },
  { name: 'addressDifferent', speaks: 'against', measure: ({ address }) => is(address === 'different') },
  { name: 'addressAndPhone', speaks: 'for', measure: (comparison) => is(located(comparison) && comparison.phone === 'same') },
  { name: 'addressAndRareWord', speaks: 'for', measure: (comparison) => is(located(comparison)) * comparison.name.rarest },
  { name: 'elsewhere', speaks: 'against', measure: ({ address, phone }) => is(address === 'different' && phone === 'different') },
  // Branches of one organisation share a switchboard.
  {
    name: 'phoneSharedElsewhere',
    speaks: 'against',
    measure: ({ name, phone, address }) =>
      is((phone === 'same' || phone === 'near') && address === 'different' && !name.equal && !name.respelled)
  },
  { name: 'postalCodeSame', speaks: 'for', measure: ({ postalCode }) => is(postalCode === 'same') },
  { name: 'postalCodeDifferent', speaks: 'against', measure: ({ postalCode }) => is(postalCode === 'different') },
  { name: 'cityDifferent', speaks: 'against', measure: ({ city }) => is(city === 'different') },
  { name: 'stateDifferent', speaks: 'against', measure: ({ state }) => is(state === 'different') },
  { name: 'countryDifferent', speaks: 'against', measure: ({ country }) => is(country === 'different') }
];

const WEIGHED = SIGNALS.map(({ name, measure }) => ({ measure, weight: COEFFICIENTS.weights[name] ?? 0 })).filter(
  ({ weight }) => weight !== 0
);

/** Probability that both records are the same organisation. */
export function probabilityOf(comparison: Comparison): number {
  let logit = COEFFICIENTS.intercept;
  for (const { measure, weight } of WEIGHED) logit += weight * measure(comparison);
  return 1 / (1 + Math.exp(-logit));
}
