import { isCard, isEan, isFrenchNir, isGermanTaxId, isIban, isIpV4, isIpV6, isLuhn, isSpanishId, isUsSsn } from './checks.ts';
import { dateRules } from './dates.ts';
import type { EntityType, Finding } from './entities.ts';
import { isPhone, PHONE } from './phones.ts';

/** A shape, and what must hold besides. Repetitions are bounded: the text is the caller's and must not make a pattern run for minutes. */
export type Rule = {
  type: EntityType;
  pattern: RegExp;
  /** Undefined = not it. `before` and `after` are up to 60 characters around it, in lower case. */
  score: (found: string, before: string, after: string) => number | undefined;
};

const AROUND = 60;
const near = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])[^\\p{N}]{0,30}$`, 'u');

const CARD_WORDS = near(
  'card|cards|cc|credit|debit|visa|mastercard|amex|karte|kreditkarte|karten\\p{L}{0,8}|carte|cb|tarjeta|number|nummer|numéro|número'
);
const BANK_WORDS = near(
  'account (?:number|no|nr)\\.?|acct|bank account|a/c|sort code|routing(?: number)?|aba|kontonummer|konto(?:-?nr)?\\.?|blz|bankleitzahl|bic|swift|numéro de compte|n° de compte|compte bancaire|rib|cuenta(?: bancaria)?|número de cuenta|ccc|clabe'
);
const ID_WORDS = near(
  "ssn|social security(?: number)?(?: is)?|national insurance(?: number)?|nino|national id(?: number)?|identity card(?: number)?|id card|personalausweis\\p{L}{0,8}|ausweis\\p{L}{0,8}|sozialversicherungs\\p{L}{0,8}|sv-nummer|rentenversicherungs\\p{L}{0,8}|numéro de sécurité sociale|sécurité sociale|n° sécu|carte d['’]identité|cni|dni|nie|nif|documento(?: nacional)? de identidad|seguridad social|curp|cédula"
);
const TAX_WORDS = near(
  'tax (?:id|number|no|reference)(?: is)?|taxpayer\\p{L}{0,4}(?: id\\p{L}{0,14})?(?: number)?|tin|ein|itin|utr|vat(?: id| number| no| reg\\p{L}{0,9})?\\.?|steuer-?(?:id|nr|nummer|identifikationsnummer)\\.?|ust-?id(?:-?nr)?\\.?|numéro fiscal|n° fiscal|siren|siret|tva(?: intracommunautaire)?|nif|cif|identificación fiscal|rfc|cuit|codice fiscale'
);
const LICENCE_WORDS = near(
  "driv(?:er|ers|er['’]s|ing)[ -]?licen[cs]e(?: (?:number|no|nr|id))?\\.?(?: is)?|licen[cs]e (?:number|no)\\.?|dl|führerschein\\p{L}{0,8}|permis de conduire|permiso de conducir|carn[eé] de conducir|licencia de conducir"
);
const PASSPORT_WORDS = near('passport(?: (?:number|no|nr))?\\.?(?: is)?|reisepass\\p{L}{0,8}|passnummer|pass-?nr\\.?|passeport|pasaporte');
const VERSION_WORDS =
  /(?:version|release|v|build|section|firmware|chapter|clause|paragraph|rev|revision|patch|update|software|driver|abschnitt|kapitel|chapitre|versión)\.? ?$/u;

const always = (score: number) => () => score;
const holds = (check: (found: string) => boolean, score: number) => (found: string) => (check(found) ? score : undefined);
const after = (words: RegExp, score: number) => (_: string, before: string) => (words.test(before) ? score : undefined);
/** An identifier named by the words before it: must hold a digit, so that prose after the word is left alone. */
const named = (words: RegExp) => (found: string, before: string) =>
  (found.match(/\d/g)?.length ?? 0) >= 4 && words.test(before) ? 0.9 : undefined;

const CODE = /(?<![\p{L}\p{N}])[A-Z0-9](?:[ ./-]?[A-Z0-9]){4,19}(?![\p{L}\p{N}])/giu;
const CODE_WITHOUT_SPACES = /(?<![\p{L}\p{N}])[A-Z0-9](?:[./-]?[A-Z0-9]){4,19}(?![\p{L}\p{N}])/giu;
const SPACED_DIGITS = /(?<![\p{L}\p{N}])\d(?:[ ./-]?\d){4,23}(?![\p{L}\p{N}])/gu;

/** In order of authority: where two findings overlap, the earlier rule keeps its stretch. */
export const RULES: Rule[] = [
  {
    type: 'SECRET',
    pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s]{0,8000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
    score: always(0.99)
  },
  {
    type: 'SECRET',
    pattern:
      /(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{30,80}|github_pat_[A-Za-z0-9_]{30,100}|glpat-[A-Za-z0-9_-]{18,40}|xox[abprs]-[A-Za-z0-9-]{10,100}|sk-[A-Za-z0-9_-]{20,200}|[sprk]k_(?:live|test)_[A-Za-z0-9]{16,100}|AIza[A-Za-z0-9_-]{30,45}|npm_[A-Za-z0-9]{30,50}|SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{30,60}|eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,4000}(?:\.[A-Za-z0-9_-]{8,1000})?|00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{20,200})/g,
    score: always(0.99)
  },
  {
    type: 'SECRET',
    pattern:
      /(?<=(?<![\p{L}])(?:pass(?:word|wd|phrase|code)?|pwd|secret|(?:api|access|account|private|signing|encryption|license)[ _-]?key|client[ _-]?secret|(?:auth|access|refresh|id)[ _-]?token|token|session[ _-]?id|bearer|kennwort|passwort|zugangsdaten|schlüssel|mot de passe|mdp|clé(?: api)?|contraseña|clave(?: api)?|pin)(?: (?:is|ist|lautet|est|es))?["'»]?(?: ?[:=] ?| )["'«]?)[^\s"'«»,;]{4,200}/giu,
    score: (found, before) => (isSecretLike(found, before) ? 0.9 : undefined)
  },
  { type: 'URL', pattern: /(?<![\p{L}\p{N}])[a-z][a-z0-9+]{1,12}:\/\/[^\s<>"'“”«»()[\]{}]{2,2000}/giu, score: always(0.99) },
  {
    type: 'SECRET',
    pattern: /(?<![\w+/=-])[A-Za-z0-9+/_-]{32,512}={0,2}(?![\w+/=-])/g,
    score: (found) => (isRandom(found) ? 0.8 : undefined)
  },
  {
    type: 'EMAIL',
    pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+'-][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
    score: always(0.99)
  },
  {
    type: 'URL',
    pattern: /(?<![\p{L}\p{N}@.])www\.[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}(?:\/[^\s<>"'“”«»()[\]{}]{0,2000})?/giu,
    score: always(0.97)
  },
  {
    type: 'URL',
    pattern:
      /(?<![\p{L}\p{N}@.-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,3}\.(?:com|org|net|edu|gov|io|co|ai|app|dev|info|biz|cloud|de|at|ch|fr|es|it|eu|uk|nl|be|se|dk|no|fi|pl|pt|mx|us|ca)(?![\p{L}\p{N}@])(?:\/[^\s<>"'“”«»()[\]{}]{0,2000})?/gu,
    score: always(0.85)
  },
  { type: 'IBAN', pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/giu, score: holds(isIban, 0.99) },
  {
    type: 'IBAN',
    pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu,
    score: holds(isIban, 0.99)
  },
  { type: 'CARD', pattern: /(?<![\p{L}\p{N}])\d(?:[ -]?\d){11,18}(?![\p{L}\p{N}])/gu, score: (found, before) => cardScore(found, before) },
  { type: 'DRIVING_LICENCE', pattern: CODE_WITHOUT_SPACES, score: named(LICENCE_WORDS) },
  { type: 'PASSPORT', pattern: CODE_WITHOUT_SPACES, score: named(PASSPORT_WORDS) },
  {
    type: 'NATIONAL_ID',
    pattern: /(?<![\p{L}\p{N}])[1-478] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?![\p{L}\p{N}])/giu,
    score: holds(isFrenchNir, 0.99)
  },
  { type: 'NATIONAL_ID', pattern: /(?<![\p{L}\p{N}-])\d{3}([ -])\d{2}\1\d{4}(?![\p{L}\p{N}-])/gu, score: holds(isUsSsn, 0.9) },
  {
    type: 'NATIONAL_ID',
    pattern: /(?<![\p{L}\p{N}])(?:[XYZ][ .-]?\d{7}|\d{2}\.?\d{3}\.?\d{3})[ .-]?[A-Z](?![\p{L}\p{N}])/giu,
    score: holds(isSpanishId, 0.97)
  },
  {
    type: 'NATIONAL_ID',
    pattern: /(?<![\p{L}\p{N}])(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/gu,
    score: always(0.95)
  },
  { type: 'NATIONAL_ID', pattern: /(?<![\p{L}\p{N}.])756\.\d{4}\.\d{4}\.\d{2}(?![\p{L}\p{N}]|\.\d)/gu, score: holds(isEan, 0.97) },
  { type: 'NATIONAL_ID', pattern: /(?<![\p{L}\p{N}])\d{2} ?\d{6} ?[A-Z] ?\d{3}(?![\p{L}\p{N}])/gu, score: after(ID_WORDS, 0.95) },
  {
    type: 'TAX_ID',
    pattern: /(?<![\p{L}\p{N}])[1-9](?:[ /]?\d){10}(?![\p{L}\p{N}])/gu,
    score: (found, before) => (isGermanTaxId(found) && TAX_WORDS.test(before) ? 0.99 : undefined)
  },
  {
    type: 'TAX_ID',
    pattern:
      /(?<![\p{L}\p{N}])(?:ATU ?\d{8}|DE ?\d{3} ?\d{3} ?\d{3}|FR ?[A-Z0-9]{2} ?\d{3} ?\d{3} ?\d{3}|ES ?[A-Z0-9]\d{7}[A-Z0-9]|IT ?\d{11}|NL ?\d{9}B\d{2}|GB ?\d{3} ?\d{4} ?\d{2}|CHE-?\d{3}\.?\d{3}\.?\d{3})(?![\p{L}\p{N}])/gu,
    score: always(0.9)
  },
  { type: 'TAX_ID', pattern: /(?<![\p{L}\p{N}-])\d{2}-\d{7}(?![\p{L}\p{N}-])/gu, score: after(TAX_WORDS, 0.95) },
  { type: 'TAX_ID', pattern: CODE_WITHOUT_SPACES, score: named(TAX_WORDS) },
  { type: 'TAX_ID', pattern: SPACED_DIGITS, score: named(TAX_WORDS) },
  { type: 'NATIONAL_ID', pattern: CODE_WITHOUT_SPACES, score: named(ID_WORDS) },
  { type: 'NATIONAL_ID', pattern: SPACED_DIGITS, score: named(ID_WORDS) },
  { type: 'BANK_ACCOUNT', pattern: SPACED_DIGITS, score: named(BANK_WORDS) },
  {
    type: 'BANK_ACCOUNT',
    pattern: /(?<![\p{L}\p{N}])[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![\p{L}\p{N}])/gu,
    score: after(BANK_WORDS, 0.9)
  },
  {
    type: 'IP',
    pattern: /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)/gu,
    score: (found, before) => (isIpV4(found) && !VERSION_WORDS.test(before) ? 0.9 : undefined)
  },
  {
    type: 'IP',
    pattern: /(?<![\p{L}\p{N}:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\p{L}\p{N}:])/giu,
    score: (found) => ((/[0-9a-f]{2}/i.test(found) || /^::[1-9]$/.test(found)) && isIpV6(found) ? 0.9 : undefined)
  },
  ...dateRules,
  { type: 'PHONE', pattern: PHONE, score: isPhone },
  {
    type: 'ADDRESS',
    pattern: CODE,
    score: (found, before) => (/^[\p{N}A-Z -]{3,10}$/iu.test(found) && POSTCODE_WORDS.test(before) ? 0.85 : undefined)
  },
  {
    type: 'ADDRESS',
    pattern: /(?<![\p{L}\p{N}])\d{3,6}(?:[ -]\d{2,4})?(?![\p{L}\p{N}])/gu,
    score: after(near('zip(?: ?code)?(?: is)?|post ?(?:al )?code(?: is)?|plz|postleitzahl|code postal|código postal|c\\.?p\\.?'), 0.85)
  }
];

const POSTCODE_WORDS = near('zip(?: ?code)?(?: is)?|post ?(?:al )?code(?: is)?|plz|postleitzahl|code postal|código postal');

function cardScore(found: string, before: string): number | undefined {
  if (isCard(found)) return CARD_WORDS.test(before) ? 0.99 : 0.95;
  return isLuhn(found) && /(?:card|karte|carte|tarjeta)[^\p{N}]{0,12}$/u.test(before) ? 0.9 : undefined;
}

/** After "password:" almost anything is one; after "the token " only what no word looks like. */
function isSecretLike(found: string, before: string): boolean {
  const value = found.replace(/[.!?)]+$/, '');
  if (value.length < 4) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  if (/[:=] ?["'«]?$/.test(before))
    return kinds >= 2 || value.length >= 20 || /(?:pass|pwd|kennwort|mdp|contraseña|pin)/.test(before.slice(-24));
  return kinds >= 3 && /\d/.test(value) && value.length >= 6;
}

/**
 * Letters of both cases and digits, mixed as no identifier of a program or path is: at least a third of the neighbours are of another kind, and
 * nearly as many different characters as chance gives. Plain hexadecimal (commits, UUIDs) is left alone unless a word before it calls it secret.
 */
function isRandom(found: string): boolean {
  const kinds = [...found].map((character) => (/\d/.test(character) ? 0 : /[a-z]/.test(character) ? 1 : /[A-Z]/.test(character) ? 2 : 3));
  const changes = kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length;
  return (
    new Set(kinds.filter((kind) => kind < 3)).size === 3 &&
    changes >= found.length / 3 &&
    new Set(found).size >= Math.min(18, found.length / 2)
  );
}

export function findByRules(text: string): Finding[] {
  const found: Finding[] = [];
  for (const rule of RULES) {
    for (const match of text.matchAll(rule.pattern)) {
      const value = trimmed(match[0], rule.type);
      const start = match.index;
      const end = start + value.length;
      const before = text.slice(Math.max(0, start - AROUND), start).toLowerCase();
      const score = rule.score(value, before, text.slice(end, end + AROUND).toLowerCase());
      if (score !== undefined) found.push({ type: rule.type, start, end, score });
    }
  }
  return found;
}

/** The full stop or comma after an address in a sentence is the sentence's; an exclamation mark may well be the password's. */
function trimmed(found: string, type: EntityType): string {
  return found.replace(type === 'SECRET' ? /[\s.,;:]+$/u : /[\s.,;:!?'’-]+$/u, '');
}
