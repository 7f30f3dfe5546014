/** Log-odds of the company comparator. Written by bench/fit-matching.ts from synthetic company pairs (seed 1); no real record is in it. */
export const COEFFICIENTS: { intercept: number; weights: Record<string, number> } = {
  intercept: -7,
  weights: {
    nameEqual: 3,
    nameOverlap: 4,
    nameContained: 2,
    nameRarest: 1,
    nameAcronym: 4,
    nameSpelling: 1,
    nameDifferentPlaces: -3,
    nameOnePlace: -1,
    nameDifferentNumbers: -2,
    nameDifferentWords: -1.5,
    domainSame: 6,
    domainSameLabel: 2,
    domainInName: 2,
    domainDifferent: -1.5,
    phoneSame: 4,
    phoneNear: 1,
    phoneDifferent: -0.7,
    addressSame: 4,
    addressSameStreet: 0.5,
    addressDifferent: -1.2,
    addressAndPhone: 1,
    addressAndRareWord: 1,
    postalCodeSame: 0.7,
    postalCodeDifferent: -0.7,
    cityDifferent: -0.7,
    stateDifferent: -0.5,
    countryDifferent: -2
  }
};
