/**
 * Log-odds of the company comparator: logistic regression with a ridge of 3 on 80,000 synthetic company pairs (seed 1), written by
 * bench/fit-matching.ts. The pairs are made of invented syllables; no real record is in them.
 */
export const COEFFICIENTS: { intercept: number; weights: Record<string, number> } = {
  intercept: -1.3,
  weights: {
    nameEqual: 1.12,
    nameOverlap: 0.6,
    nameMostlyShared: 0.41,
    nameContained: 0.87,
    nameAcronym: 5.07,
    nameNothingShared: 0,
    nameCommonWordsOnly: 0,
    nameDifferentPlaces: -1.7,
    nameOnePlace: 0,
    nameDifferentNumbers: -5.19,
    nameOneNumber: -2.39,
    nameDifferentWords: -2.18,
    nameDifferentTrade: -0.52,
    domainSame: 1.73,
    domainSameLabel: 0.97,
    domainInName: 0.26,
    domainDifferent: -2.13,
    phoneSame: 1.96,
    phoneNear: 1.66,
    phoneDifferent: -1.34,
    addressSame: 0.47,
    addressSameStreet: 0,
    addressDifferent: -1.33,
    addressAndPhone: 1.92,
    addressAndRareWord: 5.01,
    elsewhere: 0,
    postalCodeSame: 2.18,
    postalCodeDifferent: -0.71,
    cityDifferent: -0.96,
    stateDifferent: -0.58,
    countryDifferent: -3.5
  }
};
