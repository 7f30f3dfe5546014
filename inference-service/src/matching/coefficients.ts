/**
 * Log-odds of the company comparator: logistic regression with a ridge of 3 on 80,000 synthetic company pairs (seed 1), written by
 * bench/fit-matching.ts. The pairs are made of invented syllables; no real record is in them.
 */
export const COEFFICIENTS: { intercept: number; weights: Record<string, number> } = {
  intercept: -1.38,
  weights: {
    nameEqual: 1.32,
    nameOverlap: 0.23,
    nameMostlyShared: 0.43,
    nameNothingShared: 0,
    nameCommonWordsOnly: 0,
    nameContained: 1.14,
    nameAcronym: 4.98,
    nameDifferentPlaces: -2.09,
    nameOnePlace: -2.48,
    nameDifferentNumbers: -5.38,
    nameOneNumber: -2.14,
    nameDifferentWords: -2.04,
    nameDifferentTrade: -0.51,
    domainSame: 1.72,
    domainSameLabel: 1.04,
    domainInName: 0.26,
    domainDifferent: -2.07,
    phoneSame: 2.06,
    phoneNear: 1.43,
    phoneDifferent: -1.26,
    addressSame: 0.5,
    addressSameStreet: 0,
    addressDifferent: -1.21,
    addressAndPhone: 1.62,
    addressAndRareWord: 4.88,
    elsewhere: -0.08,
    postalCodeSame: 1.97,
    postalCodeDifferent: -0.74,
    cityDifferent: -0.9,
    stateDifferent: -0.9,
    countryDifferent: -2.87
  }
};
