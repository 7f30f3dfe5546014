// Labelled sentences made of hand-written templates and invented or common names, for bench/fit-privacy.ts. Nothing in them is real.
import { COMMON_WORDS } from '../src/guardrails/privacy/words/common.ts';
import { ENGLISH_WORDS } from '../src/guardrails/privacy/words/dictionary.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from '../src/guardrails/privacy/words/names.ts';
import { CITIES, countryNames, NATIONALITIES } from '../src/guardrails/privacy/words/places.ts';
import {
  ENGLISH,
  ENGLISH_HARD,
  ENGLISH_NONE,
  ENGLISH_PLAIN,
  ENGLISH_PROSE,
  FRENCH,
  FRENCH_NONE,
  GERMAN,
  GERMAN_NONE,
  NOUNS,
  NOUNS_DE,
  NOUNS_EN,
  NOUNS_ES,
  NOUNS_FR,
  SPANISH,
  SPANISH_NONE
} from './synthetic-templates.ts';

export type Labelled = { text: string; spans: { type: string; start: number; end: number }[] };
type Random = () => number;

/** mulberry32: small, seeded, good enough to shuffle words. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const COMMON = [...COMMON_WORDS];
/** The list starts with the English words. */
const COMMON_EN = COMMON.slice(0, COMMON.indexOf('zip')).filter((word) => word.length > 3);
/** Words of everyday length; the long ones are rare in what people write. */
const ENGLISH_SHORT = [...ENGLISH_WORDS].filter((word) => word.length >= 3 && word.length <= 8);
const ONSETS = 'b br c ch d dr f fr g gr h j k kl kr l m n p pr r s sch sh sk st sz t th tr v w y z č š ž ł đ'.split(' ');
const NUCLEI = 'a e i o u a e i o u á é í ó ö ü å ä æ ø ei ia ie au ou y'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 'l', 's', 'm', 'k', 't', 'nd', 'rt', 'lk', 'ss', 'ns'];
const GIVEN_ENDINGS = 'a e i o us ina ika ela ine in ette ana ita ko mir slav bert fred rik ina is as os ley ton an en on iah el'.split(
  ' '
);
const FAMILY_ENDINGS =
  'son sson sen sdóttir ov ova ová ský ska enko uk ic ić ez es ini etti elli ano berg mann stein er ner bach feld heim ström gren lund quist dahl poulos idis akis escu yan ian dze shvili zadeh oğlu moto mura yama shita ton ley ford worth field wood burn ot eau aux ard ier ak ek ik szky fi vy'.split(
    ' '
  );
const PLACE_ENDINGS =
  'ville ton ford bury ham field burg heim dorf stadt hausen ingen au bach furt by borg sund vik stad holm mouth pool ac ay y illac court es os ana ia eira ejo ina osa ice ov ín grad sk vce ná ház falva vár köping lahti järvi koski aki tsu'.split(
    ' '
  );
const WORDS =
  'Alpha Apex Arc Aqua Blue Bright Bridge Bold Clear Cloud Core Crown Data Delta Digital Eagle Echo Edge Ever First Flow Forge Fresh Fusion Global Golden Grand Green Grid Harbor Hawk Health Hyper Iron Key Light Link Logic Lumen Maple Metro Micro Mind Net Next North Nova Ocean Omni Open Orbit Peak Pixel Pioneer Prime Pulse Quantum Rapid Red River Rock Silver Sky Smart Solar Spark Star Stone Summit Sun Swift Terra Tide True United Urban Vector Vertex Vision Wave West White Wind Wise Work World Zen Zero Compass Credit Capital Farm Motor Food Energy Water Film Travel Power'.split(
    ' '
  );
const TAILS =
  'ly ify io ix era ora ium ware soft tech lab works base hub desk pay loop point scale sense shift stack sync wise zone health bank press'.split(
    ' '
  );
const FORMS = {
  en: [
    'Inc',
    'Inc.',
    'LLC',
    'Ltd',
    'Ltd.',
    'PLC',
    'Corp',
    'Corp.',
    'Co',
    'Group',
    'Holdings',
    'Partners',
    'Technologies',
    'Solutions',
    'Systems',
    'Services',
    'and Sons',
    '& Co'
  ],
  de: ['GmbH', 'AG', 'GmbH & Co. KG', 'KG', 'SE', 'e.V.', 'OHG', 'UG', 'Gruppe'],
  fr: ['SA', 'SAS', 'SARL', 'S.A.', 'SNC', 'Groupe', '& Fils', 'et Associés'],
  es: ['S.A.', 'S.L.', 'SL', 'SLU', 'e Hijos', 'Grupo', 'y Asociados']
};
const SECTORS = {
  en: [
    'Logistics',
    'Bank',
    'Insurance',
    'Software',
    'Foods',
    'Steel',
    'Motors',
    'Pharma',
    'Consulting',
    'University',
    'Hospital',
    'Energy',
    'Airlines',
    'Records',
    'Magazine',
    'Orchestra',
    'Club',
    'Institute',
    'Museum',
    'Council'
  ],
  de: ['Logistik', 'Bank', 'Versicherung', 'Maschinenbau', 'Werke', 'Stahl', 'Klinik', 'Stadtwerke', 'Anlagenbau', 'Spedition'],
  fr: ['Logistique', 'Banque', 'Assurances', 'Industrie', 'Conseil', 'Transports', 'Énergie'],
  es: ['Logística', 'Banco', 'Seguros', 'Industrias', 'Consultores', 'Transportes', 'Energía']
};
const JOBS =
  'Account Executive|Sales Manager|Software Engineer|Solutions Architect|Chief Financial Officer|Marketing Director|Nurse|Accountant|Partner Manager|Teacher, primary school|Engineer, civil|Head of Procurement|Site supervisor|Film editor|Health and safety inspector|IT consultant|CEO|Geschäftsführer|Directeur commercial|Jefa de compras|Ship captain|Dairy farmer|Welder|Midwife|Crane driver|Roof tiler|Baker|Web designer|Tax adviser|Bus driver|Forest ranger|Store cashier|Wine merchant|Lift mechanic|Call centre agent|Payroll clerk|Ski instructor|Dental hygienist|Railway signaller|Carpenter|Museum guide|Vertriebsleiterin|Leiter Einkauf|Responsable des achats|Chef de projet|Director de ventas|Ingeniera de software'.split(
    '|'
  );
const MONTHS = {
  en: ['January', 'March', 'May', 'June', 'October'],
  de: ['Januar', 'März', 'Mai', 'Oktober'],
  fr: ['janvier', 'mars', 'juin', 'octobre'],
  es: ['enero', 'marzo', 'junio', 'octubre']
};
const WEEKDAYS = { en: ['Monday', 'Friday', 'Sunday'], de: ['Montag', 'Freitag'], fr: ['lundi', 'vendredi'], es: ['lunes', 'viernes'] };
const HONORIFICS = {
  en: ['Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Mr', 'Ms', 'Prof.'],
  de: ['Herr', 'Frau', 'Dr.'],
  fr: ['M.', 'Mme', 'Monsieur', 'Madame'],
  es: ['Sr.', 'Sra.', 'Don', 'Doña']
};
const STREETS = {
  en: [
    'Street',
    'St',
    'St.',
    'Road',
    'Rd',
    'Avenue',
    'Ave',
    'Lane',
    'Drive',
    'Dr',
    'Court',
    'Square',
    'Boulevard',
    'Blvd',
    'Place',
    'Way',
    'Close',
    'Terrace',
    'Crescent',
    'Hill',
    'Parkway',
    'Turnpike',
    'Bypass',
    'Loop',
    'Pass',
    'Route',
    'Gateway',
    'Point',
    'Ridge',
    'Bend',
    'Crossing',
    'Junction',
    'Track',
    'Courts',
    'Streets',
    'Squares',
    'Heights',
    'Isle',
    'Trail',
    'Walk',
    'Path',
    'Park',
    'Str.'
  ],
  de: ['straße', 'strasse', 'str.', 'weg', 'gasse', 'platz', 'allee', 'ring', 'damm'],
  fr: ['rue', 'avenue', 'boulevard', 'place', 'chemin', 'quai', 'allée', 'impasse', 'Rue', 'Avenue', 'Place'],
  es: ['Calle', 'Avenida', 'Plaza', 'Paseo', 'Carrera', 'C/', 'Av.', 'Avda.', 'Ronda', 'Camino']
};
const OTHER_STREET_ENDINGS = [
  'gatan',
  'vägen',
  'gade',
  'vej',
  'katu',
  'tie',
  'straat',
  'laan',
  'plein',
  'weg',
  'ova',
  'veien',
  'stien',
  'vegen',
  'brücke',
  'gata',
  'gränd',
  'kuja',
  'rinne',
  'bakken',
  'hof',
  'dijk',
  'strasse',
  ''
];
const OTHER_STREET_WORDS = ['utca', 'u.', 'út', 'tér', 'ulica', 'ul.', 'Via', 'Viale', 'Corso', 'Piazza', 'Rua', 'Praça', 'Largo'];

export type Language = keyof typeof FORMS;
const LANGUAGES: Language[] = ['en', 'de', 'fr', 'es'];

export function syntheticSentences(count: number, seed: number): Labelled[] {
  const random = seeded(seed);
  const maker = createMaker(random);
  const pools: [Language, string[], number][] = [
    ['en', ENGLISH, 0.22],
    ['en', ENGLISH_HARD, 0.11],
    ['en', ENGLISH_PROSE, 0.14],
    ['en', ENGLISH_PLAIN, 0.06],
    ['en', ENGLISH_NONE, 0.07],
    ['en', NOUNS_EN, 0.06],
    ['de', GERMAN, 0.07],
    ['de', GERMAN_NONE, 0.02],
    ['de', NOUNS_DE, 0.06],
    ['fr', FRENCH, 0.05],
    ['fr', FRENCH_NONE, 0.02],
    ['fr', NOUNS_FR, 0.03],
    ['es', SPANISH, 0.05],
    ['es', SPANISH_NONE, 0.02],
    ['es', NOUNS_ES, 0.02]
  ];
  return Array.from({ length: count }, () => {
    let at = random();
    const [language, templates] = pools.find(([, , share]) => (at -= share) < 0) ?? (pools[0] as [Language, string[], number]);
    const sentences = Array.from({ length: random() < 0.3 ? 2 : 1 }, () => maker.fill(pick(templates, random), language));
    return vary(join(sentences), random);
  });
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function join(parts: Labelled[]): Labelled {
  const whole: Labelled = { text: '', spans: [] };
  for (const part of parts) {
    const offset = whole.text === '' ? 0 : whole.text.length + 1;
    whole.text += `${whole.text === '' ? '' : ' '}${part.text}`;
    whole.spans.push(...part.spans.map((span) => ({ ...span, start: span.start + offset, end: span.end + offset })));
  }
  return whole;
}

/** Some people write everything small, some leave out the final stop. */
function vary(sentence: Labelled, random: Random): Labelled {
  const chance = random();
  const lower = sentence.text.toLowerCase();
  if (chance < 0.06 && lower.length === sentence.text.length) return { ...sentence, text: lower };
  if (chance < 0.2 && /[.!?]$/.test(sentence.text) && (sentence.spans.at(-1)?.end ?? 0) < sentence.text.length)
    return { ...sentence, text: sentence.text.slice(0, -1) };
  return sentence;
}

function createMaker(random: Random) {
  const chance = (share: number) => random() < share;
  const any = <Item>(items: readonly Item[]) => pick(items, random);
  const number = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const digits = (length: number) => Array.from({ length }, () => number(0, 9)).join('');
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const countries = countryNames();

  const syllables = (count: number) => Array.from({ length: count }, () => any(ONSETS) + any(NUCLEI) + any(CODAS)).join('');
  const invented = (endings: string[]) => capital(syllables(number(1, 2)) + (chance(0.7) ? any(endings) : ''));
  const given = () => {
    const name = chance(0.6) ? any(GIVEN_NAMES) : invented(GIVEN_ENDINGS);
    return chance(0.03) ? `${name}-${any(GIVEN_NAMES)}` : name;
  };
  const family = () => {
    const name = chance(0.5) ? any(FAMILY_NAMES) : invented(FAMILY_ENDINGS);
    if (chance(0.03)) return `${any(['van', 'von', 'de', 'da', 'van der', 'del', 'di', 'De', 'Mc', 'al'])} ${name}`;
    if (chance(0.02)) return any(["O'", "D'", 'Mc', 'Mac', 'Al-', 'El-']) + name;
    return chance(0.04) ? `${name}${any(['-', ' '])}${any(FAMILY_NAMES)}` : name;
  };
  const person = () => {
    const form = random();
    if (form < 0.6) return `${given()} ${family()}`;
    if (form < 0.7) return `${given()} ${String.fromCharCode(number(65, 90))}${any(['.', '', '.'])} ${family()}`;
    if (form < 0.74) return `${given()} ${given()} ${family()}`;
    if (form < 0.76) return `${given()} ${family()} ${any(['II', 'III', 'Jr.', 'Jr'])}`;
    if (form < 0.77) return `${given().charAt(0)}. ${family()}`;
    return form < 0.9 ? given() : family();
  };
  const town = () => {
    const name = chance(0.45) ? any(CITIES) : capital(syllables(number(1, 2)) + any(PLACE_ENDINGS));
    if (chance(0.04)) return `${any(['Saint', 'St.', 'San', 'Bad', 'New', 'Upper', 'Le', 'La', 'El', 'Los', 'Nová', 'Stary'])} ${name}`;
    if (chance(0.04))
      return `${name}${any([' am ', ' an der ', '-sur-', ' upon ', ' de ', ' '])}${capital(syllables(1) + any(PLACE_ENDINGS))}`;
    return chance(0.15) ? name.toUpperCase() : name;
  };
  const place = () => (chance(0.4) ? any(countries) : town());
  const word = () => any(WORDS);
  const organisation = (language: Language) => {
    const form = random();
    const name = () => (chance(0.5) ? any(FAMILY_NAMES) : invented(FAMILY_ENDINGS));
    if (form < 0.12) return `${name()}, ${name()} ${any(['and', '&', 'and'])} ${name()}`;
    if (chance(0.12))
      return capital(
        `${any(['x', 'i', 'm', 'e', 'my', 'app', 'law', 'plot', 'open', 'num', 'med', 'bio', 'fin', 'geo', 'info', 'trans', 'cred', 'fact', 'peer', 'lex', 'sim', 'vis', 'edu', 'agri', 'auto', 'web', 'net', 'pro'])}${any([syllables(1), any(WORDS).toLowerCase(), any(NOUNS.en)])}${chance(0.4) ? any(TAILS) : ''}`
      );
    if (chance(0.12))
      return Array.from({ length: number(2, 3) }, () => capital(any(chance(0.5) ? NOUNS.en : COMMON_EN))).join(chance(0.1) ? ' And ' : ' ');
    if (chance(0.1)) return capital(any(ENGLISH_SHORT) + any(ENGLISH_SHORT)) + (chance(0.25) ? ` ${any(FORMS[language])}` : '');
    if (form < 0.2) return `${name()}-${name()}`;
    if (form < 0.3) return `${name()} ${any(FORMS[language])}`;
    if (form < 0.36) return `${name()} ${any(['&', 'and'])} ${name()}`;
    if (form < 0.44) return `${name()} ${any(SECTORS[language])}${chance(0.5) ? ` ${any(FORMS[language])}` : ''}`;
    if (form < 0.52) return `${word()} ${any(SECTORS[language])}`;
    if (form < 0.62) return `${word()} ${word()}`;
    if (form < 0.7) return `${word()} ${word()} ${any(FORMS[language])}`;
    if (form < 0.78) return word() + any(TAILS);
    if (form < 0.84) return capital(syllables(number(1, 2)) + any(TAILS));
    if (form < 0.88) return word() + word();
    if (form < 0.9) return Array.from({ length: number(3, 4) }, () => String.fromCharCode(number(65, 90))).join('');
    if (form < 0.93) return `${any(['University', 'Bank', 'Institute', 'Museum', 'City'])} of ${any(CITIES)}`;
    if (form < 0.95) return `${word().toLowerCase()}${any(['.com', '.io', '.ai', ''])}`.replace(/^./, (letter) => letter.toUpperCase());
    return `The ${word()} ${any(['Company', 'Group', 'Agency', 'Times', 'Foundation'])}`;
  };
  const houseNumber = () =>
    `${chance(0.05) ? `0${digits(3)}` : number(1, chance(0.3) ? 99999 : 250)}${chance(0.06) ? any(['a', 'b', 'A', 'B']) : ''}`;
  const streetName = () => {
    const form = random();
    if (form < 0.35) return any(FAMILY_NAMES);
    if (form < 0.5) return any(GIVEN_NAMES);
    if (form < 0.7)
      return any([
        'Church',
        'Station',
        'Mill',
        'Park',
        'High',
        'Main',
        'Oak',
        'Elm',
        'King',
        'Queen',
        'Bridge',
        'Market',
        'School',
        'Victoria',
        'Garden',
        'Lake',
        'Hill'
      ]);
    return capital(syllables(number(1, 2)) + (chance(0.4) ? any(PLACE_ENDINGS) : ''));
  };
  const street = (language: Language, withNumber = chance(0.75)): string => {
    const form = random();
    const end = withNumber ? ` ${houseNumber()}` : '';
    const start = withNumber ? `${houseNumber()} ` : '';
    if (form < 0.12) return `${capital(syllables(number(1, 2)))}${any(OTHER_STREET_ENDINGS)}${end}`;
    if (form < 0.2) return `${streetName()} ${any(['utca', 'u.', 'út', 'ulica', 'tér'])}${end}${end && chance(0.4) ? '.' : ''}`;
    if (form < 0.27) return `${any(OTHER_STREET_WORDS)} ${streetName()}${withNumber ? `${any([' ', ', '])}${houseNumber()}` : ''}`;
    if (form < 0.32) return `${capital(syllables(2))}${end || ` ${houseNumber()}`}`;
    if (form < 0.36) return `${start || `${houseNumber()} `}${capital(syllables(2))} ${houseNumber()}`;
    if (form < 0.42)
      return `${houseNumber()} ${chance(0.5) ? houseNumber() : any(OTHER_STREET_WORDS)} ${streetName()} ${chance(0.5) ? any(STREETS.en) : houseNumber()}`;
    if (form < 0.46)
      return `${chance(0.6) ? any(['the corner of ', 'the corner of ', 'the junction of ']) : ''}${chance(0.3) ? streetName() : `${chance(0.3) ? `${any(OTHER_STREET_WORDS)} ` : ''}${streetName()}${chance(0.3) ? any(OTHER_STREET_ENDINGS) : ''} ${chance(0.5) ? any(STREETS.en) : number(1, 190)}`} and ${streetName()} ${chance(0.7) ? any(STREETS.en) : number(1, 190)}`;
    if (language === 'de')
      return chance(0.7)
        ? `${streetName()}${any(STREETS.de)}${end}`
        : `${streetName()}-${streetName()}-${any(['Straße', 'Platz', 'Allee', 'Weg'])}${end}`;
    if (language === 'fr')
      return `${start}${chance(0.2) ? `${any(['bis', 'ter'])} ` : ''}${any(STREETS.fr)} ${any(['', 'de ', 'du ', 'de la ', 'des '])}${streetName()}`;
    if (language === 'es')
      return `${any(STREETS.es)} ${any(['', 'de ', 'del ', 'de la '])}${streetName()}${withNumber ? `${any([', ', ' ', ' nº '])}${houseNumber()}` : ''}`;
    return `${start}${streetName()} ${chance(0.25) ? `${streetName()} ` : ''}${any(STREETS.en)}`;
  };
  const postcode = (language: Language) => {
    if (language === 'de') return chance(0.15) ? `${any(['D', 'A', 'CH'])}-${digits(4)}` : digits(5);
    if (language !== 'en') return digits(5);
    return any([
      digits(5),
      digits(5),
      `${digits(5)}-${digits(4)}`,
      `${any(['SW', 'EC', 'M', 'LS', 'B', 'CF'])}${number(1, 20)} ${number(1, 9)}${any(['AB', 'QT', 'DE', 'HX'])}`,
      digits(4),
      `${digits(3)} ${digits(2)}`
    ]);
  };
  const state = () =>
    any('CA TX NY FL IL OH PA GA MI NC NJ VA WA AZ MA TN IN MO MD WI CO MN SC AL LA KY OR ON QC BC AB NSW VIC nan'.split(' '));
  const unit = () =>
    any(['Apt.', 'Apt', 'Suite', 'Unit', 'Ste', 'Flat', 'Floor', '#', 'Room', 'Box']) + (chance(0.95) ? ' ' : '') + number(1, 999);
  const address = (source: Language): string => {
    const language = chance(0.2) ? any(LANGUAGES) : source;
    const gap = any([', ', ', ', '\n', '\n', '\n ', ' ']);
    const form = random();
    if (form < 0.04)
      return `${any(['PSC', 'Unit', 'USNV', 'CMR'])} ${digits(4)}, Box ${digits(4)}${gap}${any(['APO', 'FPO', 'DPO'])} ${any(['AA', 'AE', 'AP'])} ${digits(5)}`;
    if (form < 0.06)
      return `${chance(0.3) ? `${houseNumber()} ` : ''}${any(['P.O. Box', 'PO Box', 'Postfach', 'BP', 'Apartado'])} ${number(1, 9999)}${gap}${postcode(language)} ${town()}`;
    const first = street(language, chance(0.95)) + (chance(0.35) ? any([' ', ', ', '\n', '\n ']) + unit() : '');
    if (form < 0.09) return `${unit()} ${first}${gap}${town()} ${state()} ${postcode('en')}`;
    if (form < 0.3) return first;
    if (form < 0.42) return `${first}${gap}${town()}`;
    if (language !== 'en' && form < 0.85) return `${first}${gap}${postcode(language)} ${town()}${chance(0.3) ? gap + any(countries) : ''}`;
    if (form < 0.6) return `${first}${gap}${town()}, ${state()} ${postcode('en')}${chance(0.2) ? gap + any(countries) : ''}`;
    if (form < 0.68) return `${first}${gap}${town()}${any([', ', '\n', '\n '])}${postcode('en')}`;
    if (form < 0.76)
      return `${first}${gap}${town()}${any([' ', '\n', '\n, ', ' , '])}${state()}${any([' ', '\n', '\n '])}${postcode('en')}`;
    if (form < 0.88) return `${first}${gap}${town()}${any(['\n', '\n ', ', '])}${any(countries)} ${postcode('en')}`;
    return `${first}${gap}${town()}${any(['\n, ', ', ', '\n'])}${state()}${any(['\n', '\n ', ' '])}${any(countries)} ${postcode('en')}`;
  };

  const slots: Record<string, (language: Language) => [type: string, value: string]> = {
    P: () => ['PERSON', person()],
    F: () => ['PERSON', given()],
    L: () => ['PERSON', family()],
    O: (language) => ['ORGANISATION', organisation(language)],
    C: () => ['LOCATION', place()],
    A: (language) => ['ADDRESS', address(language)],
    S: (language) => ['ADDRESS', street(language)],
    N: (language) => ['', language === 'en' && chance(0.4) ? any(ENGLISH_SHORT) : any(NOUNS[language])],
    W: (language) => ['', capital(language === 'en' && chance(0.5) ? any(ENGLISH_SHORT) : any(chance(0.5) ? NOUNS[language] : COMMON))],
    H: (language) => ['', any(HONORIFICS[language])],
    phone: () => [
      '',
      any([
        `+${number(1, 99)} ${number(20, 999)} ${digits(7)}`,
        `0${digits(3)} ${digits(3)} ${digits(3)}`,
        `${number(200, 999)}-${number(200, 999)}-${digits(4)}`
      ])
    ],
    email: () => [
      '',
      `${syllables(2)
        .normalize('NFD')
        .replaceAll(/[^a-z]/g, 'x')}@${word().toLowerCase()}.example`
    ],
    card: () => ['', '4111 1111 1111 1111'],
    iban: () => ['', 'DE89 3704 0044 0532 0130 00'],
    url: () => ['', `https://www.${word().toLowerCase()}.example/`],
    date: (language) => [
      '',
      any([
        `${number(1, 28)}/${number(1, 12)}/${number(1940, 2026)}`,
        `${number(1, 28)}.${number(1, 12)}.${number(1940, 2026)}`,
        `${number(1950, 2026)}-0${number(1, 9)}-${number(10, 28)}`,
        `${number(1, 28)} ${any(MONTHS[language])} ${number(1950, 2026)}`
      ])
    ],
    year: () => ['', String(number(1900, 2026))],
    time: () => ['', `${number(7, 22)}:${number(10, 59)}`],
    age: () => ['', String(number(18, 90))],
    num: () => ['', String(number(3, 5000))],
    amount: () => ['', `${any(['€', '$', 'EUR ', 'USD '])}${number(2, 900)},000`],
    code: () => ['', `${any(['C', 'X', 'L'])}${digits(8)}`],
    job: () => ['', any(JOBS)],
    nat: () => ['', any(NATIONALITIES)],
    month: (language) => ['', any(MONTHS[language])],
    weekday: (language) => ['', any(WEEKDAYS[language])]
  };

  return {
    fill(template: string, language: Language): Labelled {
      const filled: Labelled = { text: '', spans: [] };
      for (const part of template.split(/(\{\w+\})/)) {
        const slot = /^\{(\w+)\}$/.exec(part)?.[1];
        if (slot === undefined) {
          filled.text += part;
          continue;
        }
        const make = slots[slot];
        if (!make) throw new Error(`no slot ${slot}`);
        const [type, value] = make(language);
        if (type !== '') filled.spans.push({ type, start: filled.text.length, end: filled.text.length + value.length });
        filled.text += value;
      }
      return filled;
    }
  };
}
