/**
 * Log-odds of the company comparator: logistic regression with a ridge of 3 on 80,000 synthetic company pairs (seed 1), written by
 * bench/fit-matching.ts. The pairs are made of invented syllables; no real record is in them.
 */
export const COEFFICIENTS: { intercept: number; weights: Record<string, number> } = {
  intercept: -0.26,
  weights: {
    nameEqual: 1.83,
    nameRespelled: 2.14,
    nameOverlap: 0,
    nameMostlyShared: 0.03,
    nameContained: 0,
    nameAcronym: 4.03,
    nameNothingShared: 0,
    nameCommonWordsOnly: -0.76,
    nameDifferentPlaces: -1.76,
    nameOnePlace: 0,
    nameDifferentNumbers: -5.33,
    nameOneNumber: -1.97,
    nameDifferentWords: -1.91,
    nameDifferentTrade: -1.08,
    nameOneTrade: 0,
    namePlain: -4.05,
    namePlainElsewhere: -0.43,
    nameEqualElsewhere: -1.56,
    domainSame: 1.1,
    domainAndOtherScript: 3.8,
    domainSameLabel: 0.94,
    domainInName: 0.25,
    domainDifferent: -1.97,
    phoneSame: 1.82,
    phoneNear: 1.41,
    phoneDifferent: -1.33,
    addressSame: 0.8,
    addressSameStreet: 0,
    addressDifferent: -1.35,
    addressAndPhone: 1.81,
    addressAndRareWord: 4.09,
    elsewhere: 0,
    phoneSharedElsewhere: 0,
    postalCodeSame: 1.23,
    postalCodeDifferent: -0.73,
    cityDifferent: -0.53,
    stateDifferent: -0.42,
    countryDifferent: -2.87
  }
};
