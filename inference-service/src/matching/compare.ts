import { compareNames, type NameComparison } from './compare-name.ts';
import type { NormalAddress, NormalCompany } from './normalise.ts';
import { isAlike, withinOneEdit } from './similarity.ts';
import type { Rarity } from './word-traits.ts';

export type DomainComparison = 'same' | 'sameLabel' | 'inName' | 'different' | 'unknown';
export type PhoneComparison = 'same' | 'near' | 'different' | 'unknown';
export type AddressComparison = 'same' | 'sameStreet' | 'different' | 'unknown';
export type PlainComparison = 'same' | 'different' | 'unknown';

/** What speaks for and against two records being one organisation, field by field. */
export interface Comparison {
  name: NameComparison;
  domain: DomainComparison;
  phone: PhoneComparison;
  address: AddressComparison;
  postalCode: PlainComparison;
  city: PlainComparison;
  state: PlainComparison;
  country: PlainComparison;
}

export function compare(a: NormalCompany, b: NormalCompany, rarity?: Rarity): Comparison {
  return {
    name: compareNames(a.name, b.name, rarity),
    domain: compareDomains(a, b),
    phone: comparePhones(a.phone, b.phone),
    address: compareAddresses(a.address, b.address),
    postalCode: comparePostalCodes(a.postalCode, b.postalCode),
    city: compareText(a.city, b.city),
    state: compareText(a.state, b.state),
    country: a.country === null || b.country === null ? 'unknown' : a.country === b.country ? 'same' : 'different'
  };
}

function compareDomains(a: NormalCompany, b: NormalCompany): DomainComparison {
  if (a.domain && b.domain) {
    if (a.domain.registrable === b.domain.registrable) return 'same';
    return a.domain.label === b.domain.label ? 'sameLabel' : 'different';
  }
  const label = (a.domain ?? b.domain)?.label;
  if (label === undefined || label.length < 4) return 'unknown';
  const other = a.domain ? b.name : a.name;
  return label === other.joined || label === other.tokens.join('') ? 'inName' : 'unknown';
}

/** Country and area codes may be left out on one side, so the shorter number decides, from its end. */
function comparePhones(a: string | null, b: string | null): PhoneComparison {
  if (a === null || b === null) return 'unknown';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 7 ? long.endsWith(short) : long === short) return 'same';
  if (short.length >= 9 && long.endsWith(short.slice(-8)) && long.length > short.length) return 'same';
  const end = long.slice(-short.length);
  // One company's numbers mostly differ in the extension.
  if (end.slice(0, -2) === short.slice(0, -2) || withinOneEdit(end, short)) return 'near';
  return 'different';
}

function compareAddresses(a: NormalAddress | null, b: NormalAddress | null): AddressComparison {
  if (a === null || b === null || a.street.length === 0 || b.street.length === 0) return 'unknown';
  const opposed = a.direction !== null && b.direction !== null && a.direction !== b.direction;
  if (opposed || !isSameStreet(a, b)) return 'different';
  if (a.number === null || b.number === null) return 'sameStreet';
  return a.number === b.number && !otherUnit(a.unit, b.unit) ? 'same' : 'sameStreet';
}

/** Floor 12 and floor 30 of one tower; a floor and a suite may be the same door. */
function otherUnit(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b && a.split(' ')[0] === b.split(' ')[0];
}

/** Every word of the shorter is in the longer under some spelling, and one of them says something. */
function isSameStreet(a: NormalAddress, b: NormalAddress): boolean {
  if (a.joined === b.joined) return true;
  const [short, long] = a.street.length <= b.street.length ? [a.street, b.street] : [b.street, a.street];
  return short.every((word) => long.some((other) => isSameWord(word, other))) && short.some((word) => word.length >= 3 || /\d/.test(word));
}

function isSameWord(a: string, b: string): boolean {
  return a === b || (a.length >= 4 && b.length >= 4 && (withinOneEdit(a, b) || isAlike(a, b, 0.94)));
}

/** The shorter code decides: ZIP+4 against ZIP, a full British code against its district. */
function comparePostalCodes(a: string | null, b: string | null): PlainComparison {
  if (a === null || b === null) return 'unknown';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.startsWith(short) && short.length >= 3 ? 'same' : 'different';
}

function compareText(a: string | null, b: string | null): PlainComparison {
  if (a === null || b === null) return 'unknown';
  return a === b || a.startsWith(b) || b.startsWith(a) || isAlike(a, b, 0.92) ? 'same' : 'different';
}
