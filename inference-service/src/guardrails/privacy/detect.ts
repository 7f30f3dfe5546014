import { ENTITY_TYPES, type EntityType, type Finding } from './entities.ts';
import { firstEndingAfter, withoutOverlap } from './overlap.ts';
import { findByRules } from './rules.ts';
import { tag } from './tagger.ts';
import { loadTagger } from './tagger-weights.ts';
import { LINE_MARK, tokenize, type Token } from './tokens.ts';
import { COMMON_WORDS } from './words/common.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './words/names.ts';
import { HONORIFICS, JOB_WORDS } from './words/organisations.ts';
import { NATIONALITIES, NATIONALITIES_ABROAD, STREET_ENDINGS, STREET_WORDS } from './words/places.ts';

const lower = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase()));
/** "Pole" is a German's word for a Pole and an English word for a post: other languages count only where the text is known to be theirs. */
const nationalities = {
  en: lower(NATIONALITIES),
  de: lower([...NATIONALITIES, ...NATIONALITIES_ABROAD.de]),
  fr: lower([...NATIONALITIES, ...NATIONALITIES_ABROAD.fr]),
  es: lower([...NATIONALITIES, ...NATIONALITIES_ABROAD.es])
};
export type TextLanguage = keyof typeof nationalities;

/** A placeholder from an earlier pass, or something that looks like one, holds nothing personal. */
const PLACEHOLDER = /\[[A-Z]{1,20}(?:_[A-Z0-9]{1,20}){0,4}\]/g;

/** Everything found, in order and without overlap. */
export function detect(text: string, types: readonly EntityType[] = ENTITY_TYPES, language: TextLanguage = 'en'): Finding[] {
  const asked = new Set(types);
  const byRules = withoutOverlap(findByRules(text));
  // A year or an age may as well be the number of a house: the tagger sees it as the number it is.
  const strong = byRules.filter((finding) => !isWeak(text, finding));
  const tokens = tokenize(text, strong);
  const tagged = tag(tokens, loadTagger())
    .flatMap((finding) => byLine(text, finding))
    .map((finding) => withHouseNumber(text, tidied(text, finding)))
    .filter((finding) => finding.end > finding.start && isPlausible(text, finding));
  const named = [...findTitles(tokens), ...findNationalities(tokens, nationalities[language])];
  const all = withoutOverlap([...strong, ...tagged, ...byRules, ...named]);
  const placeholders = [...text.matchAll(PLACEHOLDER)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  return all.filter(({ type, start, end }) => asked.has(type) && !overlapsAny(placeholders, start, end));
}

/** `sorted` in order of position, without overlap. */
function overlapsAny(sorted: readonly { start: number; end: number }[], start: number, end: number): boolean {
  const next = sorted[firstEndingAfter(sorted, start)];
  return next !== undefined && next.start < end;
}

export function isWeak(text: string, { type, start, end }: Finding): boolean {
  return type === 'ADDRESS' || type === 'AGE' || (type === 'DATE' && /^\d{4}$/.test(text.slice(start, end)));
}

/** No line ends, commas or quotes at the edges of a name or an address. */
function tidied(text: string, finding: Finding): Finding {
  let { start, end } = finding;
  while (end > start && /[\s,;:?!"“”„«»'’([{-]/u.test(text[end - 1] as string)) end -= 1;
  while (start < end && /[\s,;:?!"“”„«»'’)\]}.-]/u.test(text[start] as string)) start += 1;
  return { ...finding, start, end };
}

/** "17 rue …": a number right before a street belongs to it, though the tagger may have begun at the street. */
function withHouseNumber(text: string, finding: Finding): Finding {
  if (finding.type !== 'ADDRESS') return finding;
  const number = /(?<![\p{L}\p{N}.,/-])\d{1,5} (?:\p{Lu}\p{L}{1,20} )?$/u.exec(text.slice(Math.max(0, finding.start - 30), finding.start));
  return number && /^\p{L}/u.test(text.slice(finding.start)) ? { ...finding, start: finding.start - number[0].length } : finding;
}

/** In a quoted mail or a list, an address over several lines has a mark before each of them that is not part of it. */
function byLine(text: string, finding: Finding): Finding[] {
  const parts: Finding[] = [];
  let { start } = finding;
  for (const mark of text.slice(finding.start, finding.end).matchAll(LINE_MARK)) {
    if (mark.index === 0) continue;
    parts.push({ ...finding, start, end: finding.start + mark.index });
    start = finding.start + mark.index + mark[0].length;
  }
  return [...parts, { ...finding, start }];
}

const QUANTITY = /^#?[\d.,'\s]+(?:euros?|eur|usd|chf|gbp|dollars?|pesos|kg|km|mb|gb|tb|kb|prozent|percent|stück|units?|seats?|users?)?$/iu;
/** What numbers in business texts count, where no street, box or postcode stands beside them. */
const COUNTED =
  /(?<!\p{L})(?:uhr|heures?|horas?|eur|euros?|usd|chf|gbp|vat|mwst|tva|iva|each|seats?|rows?|pages?|seiten?|kapitel|chapter|chapitre|capítulo|section|version|versión|firmware|release|months?|monate?n?|mois|meses|years?|jahren?|jahre|weeks?|wochen?|days?|tagen?|laufzeit|exp|iso|din|en|iec|rfc|ean|sku|item|items|licen[cs]es?|lizenzen|users?|percent|prozent|montant|importe|betrag|amount|prix|precio|preis|price|quotes?|angebot|devis|oferta|orders?|auftrag|bestellung|commande|pedido|deals?)(?!\p{L})|[€$£]/iu;
/** The number of an order or a deal, right after the word for it, or a product with its model. */
const NUMBERED =
  /(?<!\p{L})(?:po|order|auftrag|bestellung|angebot|commande|devis|pedido|oferta|deal|quote|invoice|rechnung|facture|factura|case|ticket|contract|vertrag|contrat|contrato|opportunity|claim|part|model|modell|modèle|modelo|version)(?: ?(?:no|nr|n°|nº|id|number|nummer|numéro|número)\.?)?[ :#]{0,3}$/iu;
const MODEL = /(?<![\p{L}\p{N}])(?=[A-Z]{1,4}\d)(?!(?:[A-Z]{1,2}\d[A-Z\d]?) \d[A-Z]{2}(?!\p{L}))[A-Z]{1,4}\d{1,5}[A-Z]?(?![\p{L}\p{N}])/u;
const known = { common: COMMON_WORDS, names: lower([...GIVEN_NAMES, ...FAMILY_NAMES]) };

/** An address has a word in it, and counts and numbers nothing; a name has letters only, and not all of them words of every day. */
function isPlausible(text: string, { type, start, end }: Finding): boolean {
  const value = text.slice(start, end);
  if (type === 'ADDRESS') {
    if (!/\p{L}{3}|box|c\/|\p{L}+\s+\d{4}/iu.test(value) || QUANTITY.test(value) || /^\d+\([a-z]\)/i.test(value)) return false;
    // "DR-00123" is a registration, not a drive.
    const words = value.toLowerCase().match(/\p{L}+(?![\p{L}\d]|-\d)/gu) ?? [];
    if (words.some((word) => word.length > 1 && (STREET_WORDS.has(word) || STREET_ENDINGS.test(word)))) return true;
    return !COUNTED.test(value) && !MODEL.test(value) && !NUMBERED.test(text.slice(Math.max(0, start - 30), start));
  }
  if (!/\p{L}{2}|\p{Script=Han}/u.test(value)) return false;
  if (HONORIFICS.has(value.toLowerCase())) return false;
  if (type !== 'PERSON') return true;
  if (/\p{N}/u.test(text.slice(Math.max(0, start - 1), end + 1))) return false;
  const words = value.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return words.some((word) => !known.common.has(word) || known.names.has(word));
}

function findTitles(tokens: readonly Token[]): Finding[] {
  const found: Finding[] = [];
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (token.kind !== undefined || !HONORIFICS.has(token.lower) || token.text === token.lower || token.text.length < 2) return;
    const dotted = next?.text === '.' && !next.spaced;
    const follower = tokens[dotted ? i + 2 : i + 1];
    if (follower && /^\p{Lu}/u.test(follower.text))
      found.push({ type: 'TITLE', start: token.start, end: dotted ? next.end : token.end, score: 0.8 });
  });
  let line: Token[] = [];
  for (const token of [...tokens, undefined]) {
    if (token && token.text !== '\n') line.push(token);
    else {
      const [first, last] = [line[0], line.at(-1)];
      const isJob =
        line.length <= 7 &&
        line.some((word) => JOB_WORDS.has(word.lower)) &&
        line.every((word) => word.kind === undefined && /^[\p{L},/&()-]/u.test(word.text));
      if (first && last && isJob && tokens.length > line.length && /^\p{Lu}/u.test(first.text))
        found.push({ type: 'TITLE', start: first.start, end: last.end, score: 0.6 });
      line = [];
    }
  }
  return found;
}

function findNationalities(tokens: readonly Token[], known: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  tokens.forEach((token, i) => {
    if (token.kind !== undefined) return;
    const next = tokens[i + 1];
    const two = next && !next.kind && known.has(`${token.lower} ${next.lower}`) ? next : undefined;
    if (two) found.push({ type: 'NATIONALITY', start: token.start, end: two.end, score: 0.8 });
    else if (known.has(token.lower)) found.push({ type: 'NATIONALITY', start: token.start, end: token.end, score: 0.7 });
  });
  return found;
}
