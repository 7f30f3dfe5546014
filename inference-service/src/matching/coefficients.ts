/**
 * Log-odds of the company comparator: logistic regression with a ridge of 3 on 80,000 synthetic company pairs (seed 1), written by
 * bench/fit-matching.ts. The pairs are made of invented syllables; no real record is in them.
 */
export const COEFFICIENTS: { intercept: number; weights: Record<string, number> } = {
  intercept: -0.16,
  weights: {
    nameEqual: 1.81,
    nameRespelled: 1.86,
    nameOverlap: 0,
    nameMostlyShared: 0,
    nameContained: 0,
    nameAcronym: 4.23,
    nameNothingShared: 0,
    nameCommonWordsOnly: -0.77,
    nameDifferentPlaces: -1.74,
    nameOnePlace: 0,
    nameDifferentNumbers: -5.08,
    nameOneNumber: -1.66,
    nameDifferentWords: -1.96,
    nameDifferentTrade: -1.14,
    nameOneTrade: 0,
    namePlain: -4.16,
    namePlainElsewhere: -0.77,
    domainSame: 1.52,
    domainAndOtherScript: 3.28,
    domainSameLabel: 1.11,
    domainInName: 0.34,
    domainDifferent: -2.14,
    phoneSame: 2.3,
    phoneNear: 1.68,
    phoneDifferent: -1.39,
    addressSame: 0.57,
    addressSameStreet: 0,
    addressDifferent: -1.37,
    addressAndPhone: 1.66,
    addressAndRareWord: 5.02,
    elsewhere: -0.02,
    phoneSharedElsewhere: -0.28,
    postalCodeSame: 1.81,
    postalCodeDifferent: -0.79,
    cityDifferent: -1.1,
    stateDifferent: -0.61,
    countryDifferent: -3.08
  }
};
