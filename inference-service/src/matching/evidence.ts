import type { Comparison } from './compare.ts';
import type { Evidence } from './types.ts';

/** The comparison in plain words, strongest first. Quotes no value, so it can be shown wherever the verdict can. */
export function evidenceOf(comparison: Comparison): Evidence[] {
  const evidence: Evidence[] = [];
  const say = (field: Evidence['field'], strength: Evidence['strength'], text: string): void => {
    evidence.push({ field, strength, text });
  };
  sayName(comparison, say);
  const { domain, phone, address, postalCode, city, country } = comparison;
  if (domain === 'same') say('domain', 'strong', 'Same web domain');
  if (domain === 'sameLabel') say('domain', 'weak', 'Same web name under another ending, often a regional office');
  if (domain === 'inName') say('domain', 'weak', 'The web domain of one is the name of the other');
  if (domain === 'different') say('domain', 'against', 'Different web domains');
  if (phone === 'same') say('phone', 'strong', 'Same phone number');
  if (phone === 'near') say('phone', 'weak', 'Phone numbers differ in the last digits only');
  if (phone === 'different') say('phone', 'against', 'Different phone numbers');
  if (address === 'same') say('address', 'strong', 'Same street address');
  if (address === 'sameStreet') say('address', 'weak', 'Same street, other or unknown house number');
  if (address === 'different') say('address', 'against', 'Different street addresses');
  if (postalCode === 'same') say('postalCode', 'weak', 'Same postal code');
  if (postalCode === 'different' && address !== 'different') say('postalCode', 'against', 'Different postal codes');
  if (city === 'same' && address !== 'same') say('city', 'weak', 'Same city');
  if (city === 'different') say('city', 'against', 'Different cities');
  if (country === 'different') say('country', 'against', 'Different countries');
  const order = { strong: 0, weak: 1, against: 2 };
  return evidence.sort((a, b) => order[a.strength] - order[b.strength]);
}

function sayName({ name }: Comparison, say: (field: Evidence['field'], strength: Evidence['strength'], text: string) => void): void {
  if (name.equal) say('name', 'strong', name.legalForms === 'different' ? 'Same name apart from the legal form' : 'Same name');
  else if (name.acronym) say('name', 'weak', 'One name is the initials of the other');
  else if (name.otherScript) say('name', 'weak', 'The names are written in different scripts');
  else if (name.overlap >= 0.85) say('name', 'strong', 'Almost the same name');
  else if (name.containment >= 0.85 && name.rarest >= 0.5) say('name', 'weak', 'One name contains the other');
  else if (name.rarest >= 0.5) say('name', 'weak', 'The names share a distinctive word');
  else if (name.rarest > 0) say('name', 'against', 'The names share common words only');
  else say('name', 'against', 'Different names');
  if (name.differentPlaces) say('name', 'against', 'Each name is of a different place: likely different offices or subsidiaries');
  else if (name.onePlace) say('name', 'against', 'Only one name says a place: may be a regional office or subsidiary');
  if (name.oneTrade && name.rarest >= 0.5) say('name', 'against', 'Only one name says a trade: may be a parent and its subsidiary');
  if (name.differentNumbers) say('name', 'against', 'The names carry different numbers');
}
