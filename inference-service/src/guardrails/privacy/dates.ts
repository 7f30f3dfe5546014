import type { Rule } from './rules.ts';

const MONTHS =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|dez|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';
const DAY = '(?:[0-3]?\\d)(?:st|nd|rd|th|er|\\.|º)?';
const YEAR = '(?:(?:1[6-9]|20)\\d{2})';
const EDGE_BEFORE = '(?<![\\p{L}\\p{N}./-])';
const EDGE_AFTER = '(?![\\p{L}\\p{N}]|[./-]\\d)';
const TIME = '(?:[ T,]{1,2}(?:at )?[0-2]?\\d:[0-5]\\d(?::[0-5]\\d)?(?: ?[ap]\\.?m\\.?)?)?';

const BIRTH =
  /(?<!\p{L})(?:born|birth|birthday|birthdate|dob|d\.o\.b\.?|geboren|geb\.?|geburtsdatum|geburtstag|née?|naissance|anniversaire|nacid[oa]|nacimiento|nació|cumpleaños)(?!\p{L})[^\n\p{N}]{0,30}$/u;

const shapes: [pattern: string, flags: string][] = [
  [`${EDGE_BEFORE}\\d{4}-[01]\\d-[0-3]\\d${TIME}${EDGE_AFTER}`, 'giu'],
  [`${EDGE_BEFORE}[0-3]?\\d([./-])[0-3]?\\d\\1(?:\\d{4}|\\d{2})${TIME}${EDGE_AFTER}`, 'giu'],
  [`${EDGE_BEFORE}${MONTHS}\\.? ${DAY}(?:,? ${YEAR})?${TIME}(?![\\p{L}\\p{N}])`, 'giu'],
  [`${EDGE_BEFORE}${DAY} (?:of |de )?${MONTHS}\\.?(?:,? (?:de )?${YEAR})?${TIME}(?![\\p{L}\\p{N}])`, 'giu']
];
const WHEN =
  /(?:in|since|of|by|until|from|during|year|early|late|mid|back|im jahr|jahr|seit|bis|en|depuis|année|desde|hasta|año|between|around|circa|founded)[ \n(]{1,2}$/u;

export const dateRules: Rule[] = [
  ...shapes.map(([pattern, flags]): Rule => ({
    type: 'DATE_OF_BIRTH',
    pattern: new RegExp(pattern, flags),
    score: (_, before) => (BIRTH.test(before) ? 0.95 : undefined)
  })),
  {
    type: 'DATE_OF_BIRTH',
    pattern: new RegExp(`${EDGE_BEFORE}(?:19|20)\\d{2}${EDGE_AFTER}`, 'gu'),
    score: (_, before) => (/(?:born|geboren|née?|nacid[oa]|nació) (?:in|im jahr|en)? ?$/u.test(before) ? 0.8 : undefined)
  },
  ...shapes.map(([pattern, flags]): Rule => ({ type: 'DATE', pattern: new RegExp(pattern, flags), score: () => 0.9 })),
  { type: 'DATE', pattern: new RegExp(`${EDGE_BEFORE}${MONTHS}\\.?,? (?:de )?${YEAR}${EDGE_AFTER}`, 'giu'), score: () => 0.9 },
  {
    type: 'DATE',
    pattern: new RegExp(`${EDGE_BEFORE}${YEAR}(?![\\p{L}\\p{N}]|[.,/:-]\\d| ?(?:€|\\$|%|eur|usd|units|seats|users))`, 'giu'),
    score: (_, before) => (WHEN.test(before) || /^\s*$/.test(before) ? 0.7 : undefined)
  },
  {
    type: 'DATE',
    pattern:
      /(?<!\p{L})(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?!\p{L})/giu,
    score: () => 0.8
  },
  {
    type: 'DATE',
    pattern: /(?<![\p{L}\p{N}:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\.?)?(?![\p{L}\p{N}:])/giu,
    score: (_, before) => (/(?:at|from|until|by|um|ab|à|a las|time)[: ]{1,2}$/u.test(before) ? 0.7 : undefined)
  },
  {
    type: 'AGE',
    pattern: /(?<![\p{L}\p{N}.,$€£/-])(?:1[01]\d|[1-9]?\d)(?![\p{L}\p{N}%]|[.,]\d)/gu,
    score: (_, before, after) => {
      if (/^[ -](?:years?[ -]olds?|year[ -]old|yrs?[ -]old|yo\b|jahre alt|jährig|ans?(?:[ .,!?]|$)|años(?: de edad)?)/u.test(after))
        return 0.9;
      if (/\p{Lu}?\p{L}+, $/u.test(before) && /^, (?:a|an|of|from|the|who|was|is|has|had|and|aus|wohnt|de|qui|que|habite)/u.test(after))
        return 0.6;
      if (
        /(?:at the age of|over the age of|under the age of|over|under|almost|nearly|years|im alter von|à l['’]âge de|a la edad de)\s$/u.test(
          before
        ) &&
        /^\s*(?:[.!?,;]|$|years?|and )/u.test(after)
      )
        return 0.6;
      if (
        /(?:turn|turns|turned|turning|aged|age|age is|age:|alter:?|je suis âgée? de|âgée? de|edad:?|edad de|cumplo|cumplió|cumple|tiene|wird|wurde)\s{1,2}$/u.test(
          before
        )
      )
        return 0.85;
      if (
        /(?:i am|i'm|i’m|he is|she is|he's|she's|is now|is already|who is|am already|was|ich bin|er ist|sie ist)\s$/u.test(before) &&
        /^\s*(?:[.!?,;]|$|and |but |now|today|und |et |y )/u.test(after)
      )
        return 0.75;
      return undefined;
    }
  }
];
