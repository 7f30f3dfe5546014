import { randomStream } from '../src/learning/random.ts';
import type { Company } from '../src/matching/index.ts';

export interface CompanyPair {
  a: Company;
  b: Company;
  same: boolean;
  /** How the pair was made, for reading the figures by kind. */
  made: string;
}

const ONSETS = 'b br c ch cl d dr f fl g gr h j k kl l m n p pl qu r s sk st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ea io ou'.split(' ');
const ENDINGS = 'n r x l s m nd rt ck th lin don ter vex rio sen tal mar'.split(' ');
const BUSINESS =
  'Software|Systems|Solutions|Technologies|Consulting|Logistics|Engineering|Manufacturing|Foods|Energy|Pharma|Health|Medical|Insurance|Capital|Media|Retail|Automotive|Construction|Services|School|Day Care Center|Child Development Center|Clinic|Community Center|Industries|Security|Analytics|Networks|Packaging|Chemicals|Travel|Hotels|Legal|Academy'.split(
    '|'
  );
const GROUPS = 'Group|Holding|Holdings|International|Global|Partners|Enterprises'.split('|');
const SHORT: Record<string, string> = {
  Systems: 'Sys',
  Technologies: 'Tech',
  Services: 'Svcs',
  Manufacturing: 'Mfg',
  Engineering: 'Eng',
  International: 'Intl',
  Center: 'Ctr',
  Industries: 'Ind',
  Holdings: 'Hldgs',
  Chemicals: 'Chem',
  Academy: 'Acad',
  Group: 'Grp'
};
const COUNTRIES = [
  { code: 'US', name: 'United States', forms: ['Inc', 'Inc.', 'LLC', 'Corp', 'Corporation', 'Co.'], tld: 'com', dial: '1', place: 'Texas' },
  { code: 'DE', name: 'Deutschland', forms: ['GmbH', 'AG', 'GmbH & Co. KG', 'SE'], tld: 'de', dial: '49', place: 'Germany' },
  { code: 'FR', name: 'France', forms: ['SA', 'SAS', 'SARL'], tld: 'fr', dial: '33', place: 'France' },
  { code: 'GB', name: 'United Kingdom', forms: ['Ltd', 'Limited', 'PLC'], tld: 'co.uk', dial: '44', place: 'London' },
  { code: 'ES', name: 'España', forms: ['S.L.', 'S.A.'], tld: 'es', dial: '34', place: 'Madrid' },
  { code: 'BR', name: 'Brasil', forms: ['Ltda', 'S.A.'], tld: 'com.br', dial: '55', place: 'Brazil' },
  { code: 'JP', name: 'Japan', forms: ['K.K.', 'Co., Ltd.'], tld: 'co.jp', dial: '81', place: 'Tokyo' }
] as const;
/** What larger organisations put before the name of a part. */
const PARENTS = ['Foundation', 'Association', 'House', 'Services', 'Group', 'Public Schools', 'Council', 'Society', 'Trust'];
/** Share of sites that have no name of their own. */
const SAME_NAME = 0.15;
/** Kinds of pairs whose two records are the same organisation. */
const POSITIVE = new Set(['respelled', 'moved', 'second address', 'trades as']);
const STREETS = 'Street|St.|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|'.split('|');
const DIRECTIONS = [
  ['N', 'North'],
  ['S', 'South'],
  ['E', 'East'],
  ['W', 'West']
] as const;

interface World {
  random: () => number;
  pick: <T>(from: readonly T[]) => T;
  chance: (share: number) => boolean;
  digits: (count: number) => string;
  word: () => string;
}

interface Parts {
  words: string[];
  business: string[];
  group: string | null;
  country: (typeof COUNTRIES)[number];
  domain: string;
  number: string;
  streetName: string;
  direction: (typeof DIRECTIONS)[number] | null;
  postalCode: string;
  city: string;
  state: string;
  phone: string;
}

/** Company pairs made from invented syllables by seed; nothing in them comes from a real list. */
export function syntheticPairs(count: number, seed: number): CompanyPair[] {
  const world = createWorld(seed);
  const makers: [number, string, () => CompanyPair][] = [
    [40, 'respelled', () => pairOf(world, 'respelled', true, (parts) => parts)],
    [3, 'trades as', () => pairOf(world, 'trades as', true, (parts) => parts)],
    [5, 'moved', () => pairOf(world, 'moved', true, (parts) => ({ ...parts, ...place(world), phone: parts.phone }))],
    [5, 'second address', () => pairOf(world, 'second address', true, (parts) => ({ ...parts, ...place(world) }))],
    [60, 'unrelated', () => pairOf(world, 'unrelated', false, () => invent(world))],
    [
      20,
      'same trade',
      () =>
        pairOf(world, 'same trade', false, (parts) => ({
          ...invent(world),
          business: parts.business,
          group: parts.group,
          country: parts.country,
          city: parts.city
        }))
    ],
    [
      28,
      'shared word',
      () => pairOf(world, 'shared word', false, (parts) => ({ ...invent(world), words: [parts.words[0]!], country: parts.country }))
    ],
    [
      6,
      'namesake',
      () => pairOf(world, 'namesake', false, (parts) => ({ ...invent(world), words: parts.words, business: parts.business }))
    ],
    [8, 'same building', () => pairOf(world, 'same building', false, (parts) => ({ ...invent(world), ...placeOf(parts) }))],
    [
      10,
      'neighbours',
      () =>
        pairOf(world, 'neighbours', false, (parts) => ({
          ...invent(world),
          ...placeOf(parts),
          number: world.digits(parts.number.length),
          phone: world.chance(0.3) ? nearPhone(world, parts.phone) : world.digits(9)
        }))
    ],
    [14, 'plain words', () => plainWords(world)],
    [50, 'other site', () => otherSite(world)],
    [20, 'other country', () => otherCountry(world)],
    [14, 'part of a group', () => partOfGroup(world)],
    [8, 'other script', () => otherScript(world)],
    [
      3,
      'other script, unrelated',
      () => ({ ...otherScript(world), b: write(world, invent(world), ''), same: false, made: 'other script, unrelated' })
    ]
  ];
  const total = makers.reduce((sum, [share]) => sum + share, 0);
  return Array.from({ length: count }, () => {
    let at = world.random() * total;
    const maker = makers.find(([share]) => (at -= share) < 0) ?? makers[0]!;
    return maker[2]();
  });
}

function createWorld(seed: number): World {
  const random = randomStream(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const chance = (share: number): boolean => random() < share;
  const digits = (count: number): string =>
    Array.from({ length: count }, (_, i) => String(Math.floor(random() * (i === 0 ? 9 : 10)) + (i === 0 ? 1 : 0))).join('');
  const word = (): string => {
    const text = Array.from({ length: chance(0.6) ? 2 : 1 }, () => pick(ONSETS) + pick(VOWELS)).join('') + pick(ENDINGS);
    return text[0]!.toUpperCase() + text.slice(1);
  };
  return { random, pick, chance, digits, word };
}

function place(world: World): Pick<Parts, 'number' | 'streetName' | 'direction' | 'postalCode' | 'city' | 'state'> {
  const { digits, word, chance, pick, random } = world;
  return {
    number: digits(1 + Math.floor(random() * 4)),
    streetName: chance(0.25) ? `${digits(2)}th` : word(),
    direction: chance(0.4) ? pick(DIRECTIONS) : null,
    postalCode: digits(5),
    city: word(),
    state: word()
  };
}

const placeOf = ({ number, streetName, direction, postalCode, city, state }: Parts): ReturnType<typeof place> => ({
  number,
  streetName,
  direction,
  postalCode,
  city,
  state
});

function invent(world: World): Parts {
  const { word, chance, pick, digits } = world;
  const country = pick(COUNTRIES);
  const words = Array.from({ length: chance(0.45) ? 2 : 1 }, word);
  return {
    words,
    business: chance(0.8) ? [pick(BUSINESS)] : [],
    group: chance(0.25) ? pick(GROUPS) : null,
    country,
    domain: `${words.join('').toLowerCase()}${chance(0.2) ? digits(1) : ''}.${country.tld}`,
    ...place(world),
    phone: digits(9)
  };
}

function pairOf(world: World, made: string, same: boolean, change: (parts: Parts) => Parts): CompanyPair {
  const parts = invent(world);
  const other = change(parts);
  const first = write(world, parts, made);
  const second = write(world, other, made);
  if (made === 'moved' && second.domain == null && first.domain != null) second.domain = first.domain;
  return { a: first, b: second, same, made };
}

const nearPhone = (world: World, phone: string): string => phone.slice(0, -2) + world.digits(2);

/** Names without a word of their own, which alone say little either way. */
function plainWords(world: World): CompanyPair {
  const named = (): Company => ({
    ...write(world, invent(world), 'plain words'),
    name: `${world.pick(BUSINESS)}${world.chance(0.5) ? ` ${world.pick(GROUPS)}` : ''}`
  });
  const [a, b] = [named(), named()];
  return { a, b: world.chance(0.5) ? { ...b, name: a.name } : b, same: false, made: 'plain words' };
}

/** Branches of one organisation at other addresses, each with a name of its own: separate records, not duplicates. */
function otherSite(world: World): CompanyPair {
  const parts = invent(world);
  const head = world.chance(0.5) ? `${parts.words.join(' ')} ${parts.business.join(' ')}` : parts.words.join(' ');
  const site = (extra: string, where: Parts): Company => ({
    ...write(world, where, 'other site'),
    // Where nothing else tells two sites apart, the address does: without one nobody would keep two records.
    ...(sameName ? { street: streetOf(world, where) } : {}),
    name: extra === '' ? head : `${head}${world.pick([' - ', ' ', ', '])}${extra}`
  });
  const [one, two] = world.chance(0.35)
    ? world.pick([
        ['I', 'II'],
        ['1', '2'],
        ['#12', '#14'],
        ['', 'II'],
        ['', '2']
      ] as const)
    : sitesOf(world);
  const sameName = one === two;
  const moved = place(world);
  // Sites of one organisation are often in one town, some in one street.
  const where =
    !sameName && world.chance(0.25)
      ? { ...placeOf(parts), number: moved.number }
      : { ...moved, ...(world.chance(0.4) ? { city: parts.city, state: parts.state } : {}) };
  const second = { ...parts, ...where, phone: world.chance(0.5) ? parts.phone : world.digits(9) };
  return { a: site(one, parts), b: site(two, second), same: false, made: 'other site' };
}

/** What the names of two sites add: a word or two each, one of them nothing, or both nothing, when only the address tells them apart. */
function sitesOf(world: World): [string, string] {
  if (world.chance(SAME_NAME)) return ['', ''];
  const extra = (): string => (world.chance(0.3) ? `${world.word()} ${world.word()}` : world.word());
  return [world.chance(0.15) ? '' : extra(), extra()];
}

/** A parent, and the part of it that names its trade. */
function partOfGroup(world: World): CompanyPair {
  const parts = invent(world);
  const part = { ...parts, ...place(world), phone: world.digits(9), business: [world.pick(BUSINESS)], group: null };
  if (world.chance(0.7))
    part.domain = `${parts.words.join('').toLowerCase()}${part.business[0]!.split(' ')[0]!.toLowerCase()}.${parts.country.tld}`;
  const parent = {
    ...parts,
    business: world.chance(0.3) ? [world.pick(BUSINESS)] : [],
    group: world.chance(0.4) ? world.pick(GROUPS) : null
  };
  const same = part.business[0] === parent.business[0];
  return same
    ? partOfGroup(world)
    : { a: write(world, parent, 'part of a group'), b: write(world, part, 'part of a group'), same: false, made: 'part of a group' };
}

/** The same company in its own script, which no letter of the Latin name survives. */
function otherScript(world: World): CompanyPair {
  const pair = pairOf(world, 'other script', true, (parts) => parts);
  const signs = Array.from({ length: 2 + Math.floor(world.random() * 4) }, () =>
    String.fromCodePoint(world.chance(0.7) ? 0x4e00 + Math.floor(world.random() * 0x4000) : 0xac00 + Math.floor(world.random() * 0x2000))
  );
  return { ...pair, a: { ...pair.a, name: signs.join('') } };
}

/** Companies of one group in two countries. */
function otherCountry(world: World): CompanyPair {
  const parts = invent(world);
  const country = world.pick(COUNTRIES.filter((candidate) => candidate !== parts.country));
  const second: Parts = {
    ...parts,
    country,
    ...place(world),
    phone: world.digits(9),
    domain: world.chance(0.5) ? parts.domain : `${parts.domain.split('.')[0]}.${country.tld}`
  };
  const named = (record: Company, where: string): Company =>
    world.chance(0.6) ? { ...record, name: record.name.replace(/^(\S+(?: \S+)?)/, `$1 ${where}`) } : record;
  const a = named(write(world, parts, 'other country'), parts.country.place);
  const b = named(write(world, second, 'other country'), country.place);
  return { a: { ...a, country: parts.country.name }, b: { ...b, country: country.code }, same: false, made: 'other country' };
}

/** One system's way of writing the company down: spelling, abbreviations, missing fields. */
function write(world: World, parts: Parts, made: string): Company {
  const { chance, pick, digits } = world;
  let words = [...parts.words];
  if (chance(0.12)) words = words.map((word, i) => (i === 0 ? typo(world, word) : word));
  const tail = [...parts.business, ...(parts.group !== null && !chance(0.25) ? [parts.group] : [])]
    .flatMap((word) => word.split(' '))
    .map((word) => (SHORT[word] && chance(0.3) ? SHORT[word] : word));
  const business = chance(0.1) ? [] : tail;
  const full = [...words, ...business];
  let name =
    full.length >= 3 && chance(0.06)
      ? full
          .map((word) => word[0])
          .join('')
          .toUpperCase()
      : full.join(' ');
  if (POSITIVE.has(made) && chance(0.15))
    name = `${chance(0.6) ? `${world.word()} ` : ''}${pick(PARENTS)}${pick([' - ', ' ', ', '])}${name}`;
  if (POSITIVE.has(made) && chance(0.08))
    name = `${name} ${pick([world.word(), `(${world.word()})`, pick(BUSINESS), digits(1 + Math.floor(world.random() * 3)), `at ${world.word()}`])}`;
  if (POSITIVE.has(made) && chance(0.05)) name = `${name} ${pick(['', '('])}${parts.country.place}`;
  if (made === 'trades as' && chance(0.5)) name = `${world.word()} ${pick(BUSINESS)}`;
  if (chance(0.65)) name = `${name}${pick([' ', ', '])}${pick(parts.country.forms)}`;
  if (chance(0.15)) name = name.toUpperCase();
  const street = streetOf(world, parts);
  const phone = chance(0.12) ? digits(9) : chance(0.08) ? nearPhone(world, parts.phone) : parts.phone;
  return {
    name,
    domain: chance(0.5) ? webDomain(world, parts) : null,
    phone: chance(0.65) ? pick([phone, `+${parts.country.dial} ${phone}`, `${phone.slice(0, 3)}-${phone.slice(3)}`]) : null,
    street: chance(0.75) ? (chance(0.05) ? typo(world, street) : street) : null,
    postalCode: chance(0.6) ? (chance(0.04) ? digits(5) : parts.postalCode) : null,
    city: chance(0.55) ? parts.city : null,
    country: chance(0.6) ? (chance(0.03) ? pick(COUNTRIES).code : pick([parts.country.code, parts.country.name])) : null,
    state: chance(0.1) ? parts.state : null
  };
}

function streetOf({ chance, pick }: World, { number, direction, streetName }: Parts): string {
  const way = direction === null ? '' : `${pick(direction)}${chance(0.3) ? '.' : ''} `;
  return `${number} ${way}${streetName} ${pick(STREETS)}`.trim();
}

function webDomain({ chance, pick }: World, parts: Parts): string {
  const label = parts.domain.split('.')[0]!;
  if (chance(0.06)) return `${label}.${pick(['com', 'net', 'io'])}`;
  if (chance(0.04)) return `${label}${pick(['group', 'online', '-corp', 'hq'])}.com`;
  return pick(['', 'www.', 'https://www.']) + parts.domain;
}

function typo(world: World, text: string): string {
  if (text.length < 4) return text;
  const at = 1 + Math.floor(world.random() * (text.length - 2));
  const kind = Math.floor(world.random() * 3);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  return text.slice(0, at) + world.pick('aeinorst'.split('')) + text.slice(at);
}
