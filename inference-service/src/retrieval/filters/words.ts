import type { Language } from '../analysis/language.ts';

/** Names of the languages in each of the languages, by their beginning: endings follow case and gender. */
export const LANGUAGE_NAMES: Record<Language, RegExp> = {
  en: /^(?:english|englisch(?:e[nrsm]?)?|anglais(?:es?)?|ingl[eé]s(?:a|as|es)?)$/,
  de: /^(?:german|deutsch(?:e[nrsm]?)?|allemand(?:e|es|s)?|alem[aá]n(?:a|as|es)?)$/,
  fr: /^(?:french|franz[oö]e?sisch(?:e[nrsm]?)?|fran[cç]ais(?:es?)?|franc[eé]s(?:a|as|es)?)$/,
  es: /^(?:spanish|spanisch(?:e[nrsm]?)?|espagnol(?:e|es|s)?|espa[nñ]ol(?:a|as|es)?)$/
};

/** "in German", "auf Deutsch", "en allemand": what makes the name of a language one. */
export const IN = /^(?:in|auf|en)$/;

/** Something written: an adjective of language before it is about its language. */
export const WRITING =
  /^(?:version|versions|document|documents|content|material|materials|file|files|unterlage|unterlagen|fassung|dokument|dokumente|inhalte|fichier|fichiers|documento|documentos|contenido|contenidos|versi[oó]n)$/;

const MONTH_NAMES = [
  'january|januar|janvier|enero|jan',
  'february|februar|f[eé]vrier|febrero|feb',
  'march|m[aä]rz|maerz|mars|marzo|mar',
  'april|avril|abril|apr',
  'may|mai|mayo',
  'june|juni|juin|junio|jun',
  'july|juli|juillet|julio|jul',
  'august|ao[uû]t|agosto|aug',
  'september|septembre|septiembre|sept|sep',
  'october|oktober|octobre|octubre|oct|okt',
  'november|novembre|noviembre|nov',
  'december|dezember|d[eé]cembre|diciembre|dec|dez'
];
export const MONTHS = MONTH_NAMES.map((names) => new RegExp(`^(?:${names})$`));
const MONTH = `(?:${MONTH_NAMES.join('|')})`;

const THIS = '(?:this|diese[mnrs]?|cette|ce|este|esta|current|aktuelle[mnrs]?|laufende[mnrs]?)';
const LAST_BEFORE = '(?:last|previous|letzte[mnrs]?|vergangene[mnrs]?|vorige[mnrs]?|(?:el |la )?[uú]ltim[oa])';
const LAST_AFTER = '(?:derni[eè]re?|pass[eé]e?|pasad[oa])';
const YEAR = "(?:year|jahr(?:es)?|ann[eé]e|l'an|an|a[nñ]o)";
const QUARTER = '(?:quarter|quartals?|trimestre)';
const MONTH_WORD = '(?:month|monats?|mois|mes)';
const WEEK = '(?:week|woche|semaine|semana)';
/** Words that lead to a time and go with it. */
const LEAD = "(?:(?:from|of|in|during|aus|von|vom|im|des|de|du|del|dans|en) )?(?:(?:the|dem|der|den|les|la|le|l'|los|las|el) ?)?";

export type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day';

/** A time phrase and how it is read; groups named `count`, `month` and `year` carry its numbers. */
export type TimePhrase = {
  pattern: RegExp;
  reading: { kind: 'this' | 'last'; unit: Unit } | { kind: 'past'; unit: Unit } | { kind: 'since' | 'before' | 'in' };
};

const phrase = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');
const units: [Unit, string, string][] = [
  ['year', YEAR, '(?:years|jahren?|ans|ann[eé]es|a[nñ]os|year|jahr|an|a[nñ]o)'],
  ['quarter', QUARTER, '(?:quarters|quartalen?|trimestres|quarter|quartal|trimestre)'],
  ['month', MONTH_WORD, '(?:months|monaten?|mois|meses|month|monat|mes)'],
  ['week', WEEK, '(?:weeks|wochen|semaines|semanas|week|woche|semaine|semana)'],
  ['day', '(?:day|tag|jour|d[ií]a)', '(?:days|tagen?|jours|d[ií]as)']
];

export const TIME_PHRASES: TimePhrase[] = [
  ...units.flatMap(([unit, one, many]): TimePhrase[] => [
    {
      pattern: phrase(`${LEAD}(?:last|past|letzten|vergangenen|derniers|derni[eè]res|[uú]ltim[oa]s) (?<count>\\d{1,3}) ${many}`),
      reading: { kind: 'past', unit }
    },
    { pattern: phrase(`${LEAD}(?<count>\\d{1,3}) (?:derniers|derni[eè]res|[uú]ltim[oa]s) ${many}`), reading: { kind: 'past', unit } },
    {
      pattern: phrase(
        `(?:newer than|not older than|younger than|neuer als|nicht [aä]lter als|j[uü]nger als|de moins de|m[aá]s recientes? que|de menos de) (?<count>\\d{1,3}) ${many}`
      ),
      reading: { kind: 'past', unit }
    },
    { pattern: phrase(`${LEAD}${THIS} ${one}`), reading: { kind: 'this', unit } },
    { pattern: phrase(`${LEAD}${LAST_BEFORE} ${one}`), reading: { kind: 'last', unit } },
    { pattern: phrase(`${LEAD}${one} ${LAST_AFTER}`), reading: { kind: 'last', unit } }
  ]),
  {
    pattern: phrase(`(?:since|seit|depuis|desde|ab) (?:(?<month>${MONTH})(?: de)? )?(?<year>(?:19|20)\\d\\d)`),
    reading: { kind: 'since' }
  },
  {
    pattern: phrase(`(?:before|older than|vor|[aä]lter als|avant|antes de) (?:(?<month>${MONTH})(?: de)? )?(?<year>(?:19|20)\\d\\d)`),
    reading: { kind: 'before' }
  },
  {
    pattern: phrase(
      `(?:from|in|of|aus|von|vom|im|en|de|del|du) (?:jahr |the year |l'ann[eé]e )?(?:(?<month>${MONTH})(?: de)? )?(?<year>(?:19|20)\\d\\d)`
    ),
    reading: { kind: 'in' }
  }
];

/** A question is about something; a heap of nouns names it. In a question, the name of a kind may be what it is about. */
export const ASKING =
  /[?¿]|^\s*(?:how|what|why|when|where|which|who|can|could|do|does|is|are|should|may|wie|was|warum|wieso|wann|wo|welche[rsnm]?|wer|kann|können|darf|ist|sind|gibt|comment|pourquoi|quand|où|quel(?:le)?s?|qui|puis|peut|est|sont|cómo|qué|por qué|cuándo|dónde|cuál(?:es)?|quién|puedo|puede|es|hay)\s/i;
