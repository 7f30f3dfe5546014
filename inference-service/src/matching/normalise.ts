import { parse as parseDomain } from 'tldts';
import { NATIVE_FORMS, stripLegalForm } from './legal-forms.ts';
import { countryCode, PLACE_WORDS } from './places.ts';
import { fold, isAscii, words } from './text.ts';
import { COMMON_WORDS, SAME_WORD, STOP_WORDS } from './vocabulary.ts';
import { traitsOf, type WordTraits } from './word-traits.ts';
import type { Company } from './types.ts';

export interface NormalName {
  /** Words without the legal form, in one spelling each, stop words dropped. Never empty when the name has a letter or digit. */
  tokens: string[];
  traits: WordTraits;
  /** The words run together: "face book" and "facebook" agree. */
  joined: string;
  /** First letters of the words, stop words left out, legal form left out. */
  initials: string;
  legalForm: string | null;
  /** Written in signs that spell no sounds we could compare with Latin letters (Han, kana, Hangul, Thai, Arabic, Hebrew …). */
  foreign: boolean;
}

export interface NormalAddress {
  number: string | null;
  /** Street words without type, direction and unit. */
  street: string[];
  /** The street words run together. */
  joined: string;
  direction: string | null;
  /** Suite, floor and the like, with its number: "floor 12". */
  unit: string | null;
}

export interface NormalDomain {
  registrable: string;
  /** The part the company chose: "acme" of "acme.co.uk". */
  label: string;
}

/** A company ready to be compared. */
export interface NormalCompany {
  name: NormalName;
  domain: NormalDomain | null;
  phone: string | null;
  address: NormalAddress | null;
  postalCode: string | null;
  city: string | null;
  state: string | null;
  country: string | null;
}

/** Mail and hosting providers: sharing one is no evidence. */
const SHARED_DOMAINS = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com aol.com gmx.de gmx.net gmx.com web.de t-online.de freenet.de mail.com proton.me protonmail.com zoho.com yandex.ru mail.ru qq.com 163.com 126.com naver.com orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it terra.es comcast.net verizon.net att.net btinternet.com facebook.com linkedin.com instagram.com example.com wordpress.com wixsite.com blogspot.com github.io google.com business.site'.split(
    ' '
  )
);

export function normalise(company: Company): NormalCompany {
  return {
    name: normaliseName(company.name),
    domain: normaliseDomain(company.domain),
    phone: normalisePhone(company.phone),
    address: normaliseAddress(company.street),
    postalCode: fold(company.postalCode ?? '').replace(/ /g, '') || null,
    city: fold(company.city ?? '') || null,
    state: fold(company.state ?? '') || null,
    country: countryCode(fold(company.country ?? ''))
  };
}

/** Cyrillic and Greek are left out: letter by letter they become what their owners write in Latin. */
const FOREIGN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Tamil}]/u;

export function normaliseName(raw: string): NormalName {
  let text = raw.slice(0, 255);
  let native: string | null = null;
  // Legal forms in other scripts are taken off before transliteration would split or blur them.
  for (const form of isAscii(text) ? [] : NATIVE_FORMS) {
    const at = text.indexOf(form);
    // Letters-only forms must stand alone: "АО" is also the middle of words.
    if (at < 0 || (/^\p{L}+$/u.test(form) && !/[\u3000-\u9fff\uac00-\ud7af]/.test(form) && !standsAlone(text, at, form.length))) continue;
    const rest = `${text.slice(0, at)} ${text.slice(at + form.length)}`;
    if (!/[\p{L}\p{N}]/u.test(rest)) continue;
    text = rest;
    native = form;
  }
  const { tokens: kept, form } = stripLegalForm(words(fold(text)));
  // "Works I" beside "Works II": a number, not the Polish "and".
  if (kept.length > 1 && kept.at(-1) === 'i') kept[kept.length - 1] = '1';
  const plain = kept.flatMap((word) => (SAME_WORD.get(word) ?? word).split(' '));
  const meaningful = plain.filter((word) => !STOP_WORDS.has(word));
  const tokens = (meaningful.length > 0 ? meaningful : plain).map(plainVowels);
  return {
    tokens,
    traits: traitsOf(tokens),
    // The words' own vowels were made plain one by one, with exceptions: run together they must agree however they are cut.
    joined: tokens.join('').replace(DOUBLE_VOWEL, '$1'),
    initials: kept
      .filter((word) => !STOP_WORDS.has(word))
      .map((word) => word[0])
      .join(''),
    legalForm: form ?? native,
    foreign: !isAscii(raw) && FOREIGN.test(raw)
  };
}

const DOUBLE_VOWEL = /([aou])e(?=[a-z])/g;

/** "Mueller" and "Müller": both ways of writing an umlaut end as the bare vowel. Known words keep their spelling. */
function plainVowels(word: string): string {
  return COMMON_WORDS.has(word) || PLACE_WORDS.has(word) ? word : word.replace(DOUBLE_VOWEL, '$1');
}

function standsAlone(text: string, at: number, length: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return !letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + length] ?? ' ');
}

/** Accepts a host, a URL or an e-mail address. Shared providers and bare IP addresses count as no domain. */
export function normaliseDomain(raw: string | null | undefined): NormalDomain | null {
  const text = raw?.trim().toLowerCase() ?? '';
  if (text === '' || text.length > 255) return null;
  const parsed = parseDomain(text.includes('@') ? text.slice(text.lastIndexOf('@') + 1) : text);
  if (!parsed.domain || !parsed.domainWithoutSuffix || parsed.isIp || SHARED_DOMAINS.has(parsed.domain)) return null;
  return { registrable: parsed.domain, label: parsed.domainWithoutSuffix.replace(/[^a-z0-9]/g, '') };
}

/** Digits, without extension, trunk zero in brackets, and leading zeros; null when there are too few to mean anything. */
export function normalisePhone(raw: string | null | undefined): string | null {
  const number = (raw ?? '')
    .slice(0, 64)
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/(?:ext|x|#|durchwahl|poste)\.?\s*\d+\s*$/i, '');
  const digits = number.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 6 && !/^(\d)\1+$/.test(digits) ? digits : null;
}

const STREET_TYPES = new Set(
  'street st str avenue av ave road rd boulevard blvd bd drive dr lane ln court ct place pl square sq terrace ter parkway pkwy highway hwy way circle cir alley plaza trail trl close crescent row mews rue allee chemin impasse quai cours via viale piazza corso largo calle avenida avda plaza paseo carrera camino rua travessa strasse platz weg gasse ring damm ufer straat laan plein gade vej gata vagen katu tie ulica ul aleja al prospekt sokak sk caddesi cad bulvari'.split(
    ' '
  )
);
const DIRECTIONS = new Map(
  Object.entries({ n: 'n', north: 'n', s: 's', south: 's', e: 'e', east: 'e', w: 'w', west: 'w', ne: 'ne', nw: 'nw', se: 'se', sw: 'sw' })
);
const UNITS = new Set(
  'suite ste unit apt apartment room rm floor fl flr building bldg dept level lot box stock etage piso planta og eg'.split(' ')
);
const SPELLED_ORDINALS = new Map(
  Object.entries({
    first: '1',
    second: '2',
    third: '3',
    fourth: '4',
    fifth: '5',
    sixth: '6',
    seventh: '7',
    eighth: '8',
    ninth: '9',
    tenth: '10'
  })
);

export function normaliseAddress(raw: string | null | undefined): NormalAddress | null {
  // Endings like "straße" are part of the word in German: split off, so that "Hauptstr." and "Hauptstrasse" agree.
  const folded = fold(raw ?? '').replace(/([a-z]{3,})(?:strasse|str|gasse|platz|allee|straat|laan|gatan|vagen|gade|vej)\b/g, '$1');
  if (folded === '') return null;
  let number: string | null = null;
  let direction: string | null = null;
  let unit: string | null = null;
  const street: string[] = [];
  const all = folded.split(' ');
  for (let i = 0; i < all.length; i++) {
    const word = all[i]!;
    if (UNITS.has(word) && street.length > 0) {
      i++;
      if (all[i] !== undefined) unit ??= `${word} ${all[i]}`;
      continue;
    }
    if (number === null && /^\d+[a-z]?$/.test(word) && !/^\d+(?:st|nd|rd|th)$/.test(word)) {
      number = word.replace(/^0+(?=\d)/, '');
      continue;
    }
    const pointing = DIRECTIONS.get(word);
    if (pointing !== undefined && direction === null && street.length === 0) {
      direction = pointing;
      continue;
    }
    if (STREET_TYPES.has(word) && (street.length > 0 || i > 0)) continue;
    if (STREET_TYPES.has(word) || STOP_WORDS.has(word)) continue;
    street.push(SPELLED_ORDINALS.get(word) ?? word.replace(/^(\d+)(?:st|nd|rd|th)[a-z]?$/, '$1'));
  }
  return number === null && street.length === 0 ? null : { number, street, joined: street.join(''), direction, unit };
}
