import { asRead, joinSpelled, withoutAccents } from './as-read.ts';

export type OutputRules = {
  /** Everything the writer was given to say; numbers found here may be repeated. */
  facts: string;
  /** Lower-case words of companies the text must not name. */
  forbiddenNames: string[];
  /** Text for a partner: no decision may be announced and no score given. */
  forPartner: boolean;
  /** Actions that were not recommended: naming one would contradict the result. */
  otherActions: readonly string[];
  /** In UTF-16 code units. */
  maxLength: number;
};

/** Why a text may not be shown; the word is a metric label, never text of the model. */
export type OutputProblem =
  | 'empty'
  | 'too long'
  | 'markup'
  | 'link'
  | 'unknown number'
  | 'number in words'
  | 'names a company'
  | 'announces a decision'
  | 'other action'
  | 'placeholder';

const MARKUP = /[<>]|\]\(|```|\bjavascript:/i;
/** Any word, dot, word without a blank behind the dot, and the ways to write dots and signs out: no prose needs them. */
const LINK =
  /https?:|\/\/|www\.|@|[\p{L}\p{N}-]{2,}[.。．｡․‧·](?:\p{L}{2,}|xn--[\p{L}\p{N}-]+)(?!\p{L})|\p{L}\s?[[({]\s?(?:dot|punkt|point|punto|at|arobase|arroba|\.)\s?[\])}]\s?\p{L}|\p{L}\sdot\s\p{L}{2,}|\p{L}\s?\.\s(?:com|net|org|io|biz|info|app|dev|xyz|top|link)(?!\p{L})/iu;
/** Short forms with a dot inside, which are no addresses. */
const SHORT_FORMS = /(?<![\p{L}.])(?:z\.b|d\.h|u\.a|i\.e|e\.g|o\.ä|p\.ej|a\.m|p\.m|n\.v|s\.a|b\.v|s\.l|s\.r\.l|e\.v)\.?(?![\p{L}.])/giu;
const NUMBER = /[+\-−]?\d+(?:[.,'’\u00a0\u202f]\d+)*/g;
/** Without accents. Small ones are ordinary words ("one of your deals"); of ten and more nobody needs any in a four-sentence note. */
const NUMBER_STEMS =
  'ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|percent|' +
  'zehn|elf|zwolf|\\p{L}*zehn|\\p{L}*(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)|\\p{L}*hundert\\p{L}*|\\p{L}*tausend\\p{L}*|millionen|milliarden?|dutzend|prozent|' +
  'dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante|cents?|centaines?|mille|milliers?|milliards?|douzaines?|' +
  'diez|once|doce|trece|catorce|quince|dieci\\p{L}+|veint\\p{L}+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|cientos?|\\p{L}+cient[oa]s|quinient[oa]s|mil|miles|millon|millones|docenas?';
const NUMBER_WORDS = new RegExp(`(?<!\\p{L})(?:${NUMBER_STEMS})(?!\\p{L})`, 'u');
const NUMBER_WORDS_ALL = new RegExp(NUMBER_WORDS.source, 'gu');
/** In capitals, of two and more: "IV", "XCV"; one letter alone is a letter. */
const ROMAN = /(?<![\p{L}\p{N}])(?=[MDCLXVI]{2,})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}\p{N}])/u;
/** Words that tell a partner the outcome, or promise one; without accents, in any inflection. */
const DECISION =
  /(?<!\p{L})(?:un|dis|pre|non-?)?(?:approv\p{L}*|accept(?:ed|ance|s|ing)?|reject\p{L}*|declin(?:ed|es|ing|e)|den(?:y|ied|ies|ial)|grant(?:ed|s|ing)?|guarant\p{L}*|confirmed|promis(?:e|ed|es)|green ?light\p{L}*|turned down|signed off|passed review|(?:genehmig|freigegeb|freigab|bewillig|garant|zugesagt|zusag|abgelehn|ablehn|abgewies|zugestimm|zustimm|angenomm|versproch|versprech)\p{L}*|(?:approuv|accept|refus|rejet|garanti|accord|valid|promett|promis)(?:e|ee|es|ees|ons|er|ation|ie|ies|i|is|us)?|(?:aprob|acept|rechaz|deneg|garantiz|conced|autoriz|desestim|promet)(?:ad[oa]s?|id[oa]s?|amos|emos|imos|ar|er|acion|e|a|o)?|(?:won|lost|gewonnen|verloren|gagnee?|perdue?|ganad[oa]|perdid[oa]) (?:your|ihr|votre|su) )(?!\p{L})/u;
/** Words every company may have in its name; the others tell which one it is. */
const COMMON_IN_NAMES = new Set(
  'group gruppe groupe grupo holding company corp corporation limited gmbh inc international global services service solutions systems systeme technology technologies software data digital consulting partners partner trading industries logistics logistik energy bank media health deutschland germany france espana europe north south east west first best next smart green blue team city center account contact email phone'.split(
    ' '
  )
);

/** A model's prose is shown only when nothing in it goes beyond the facts. Undefined = it may be shown. */
export function findProblem(text: string, rules: OutputRules): OutputProblem | undefined {
  if (text.trim() === '') return 'empty';
  if (text.length > rules.maxLength) return 'too long';
  const read = asRead(text);
  if (MARKUP.test(text) || MARKUP.test(read)) return 'markup';
  if (LINK.test(read.replaceAll(SHORT_FORMS, ' '))) return 'link';
  if (/\[[A-Z]+(?:_[A-Z]+)*(?:_\d+)?\]/.test(text)) return 'placeholder';
  if (hasUnknownNumber(text, rules.facts) || hasUnknownNumber(read, rules.facts)) return 'unknown number';
  const plain = joinSpelled(withoutAccents(text));
  const facts = withoutAccents(rules.facts);
  if (saysUnknownNumber(plain, facts) || (ROMAN.test(text.normalize('NFKC')) && !ROMAN.test(rules.facts))) return 'number in words';
  if (rules.forbiddenNames.some((name) => namesCompany(plain, facts, withoutAccents(name)))) return 'names a company';
  if (rules.forPartner && DECISION.test(plain)) return 'announces a decision';
  if (rules.otherActions.some((action) => squeezed(plain).includes(squeezed(withoutAccents(action))))) return 'other action';
  return undefined;
}

/** Number words that the facts do not have; they may be repeated as they stand there. */
function saysUnknownNumber(plain: string, facts: string): boolean {
  const known = new Set(facts.match(NUMBER_WORDS_ALL));
  return (plain.match(NUMBER_WORDS_ALL) ?? []).some((word) => !known.has(word));
}

/** The name however it is put together, or one word of it that no other company need have. */
function namesCompany(plain: string, facts: string, name: string): boolean {
  if (plain.includes(name) || (squeezed(name).length >= 5 && squeezed(plain).includes(squeezed(name)))) return true;
  const said = new Set(plain.match(/[\p{L}\p{N}]+/gu));
  const given = new Set(facts.match(/[\p{L}\p{N}]+/gu));
  return (name.match(/[\p{L}\p{N}]{4,}/gu) ?? []).some((word) => !COMMON_IN_NAMES.has(word) && !given.has(word) && said.has(word));
}

function squeezed(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function hasUnknownNumber(text: string, facts: string): boolean {
  // Digits of other scripts would be read as numbers and compared as none.
  if (/[^\p{ASCII}]/u.test(text) && /(?![0-9])\p{N}/u.test(text)) return true;
  const known = (facts.match(NUMBER) ?? []).flatMap((token) => readings(token).map((value) => ({ value, sign: signOf(token) })));
  return (text.match(NUMBER) ?? []).some((token) => {
    const sign = signOf(token);
    return !readings(token).some((value) =>
      known.some(
        (fact) => (fact.value === value || Math.round(fact.value) === value) && (sign === '' || fact.sign === '' || sign === fact.sign)
      )
    );
  });
}

/** "1,234" can be one thousand or one and a bit, depending on where it was written. */
function readings(token: string): number[] {
  const digits = token.replace(/^[+\-−]/, '');
  const grouped = Number(digits.replaceAll(/[.,'’\u00a0\u202f]/g, ''));
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return [grouped];
  const decimal = Number(`${digits.slice(0, last).replaceAll(/[.,'’\u00a0\u202f]/g, '')}.${digits.slice(last + 1)}`);
  return digits.length - last - 1 === 3 ? [grouped, decimal] : [decimal];
}

function signOf(token: string): '' | '+' | '-' {
  if (token.startsWith('+')) return '+';
  return /^[-−]/.test(token) ? '-' : '';
}
