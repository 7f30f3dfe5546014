import type { CompanyMatch, ConflictCandidate } from '../contract/company.ts';
import { LOCALES, type Locale } from '../contract/deal-scoring.ts';
import type { ScoreResult } from '../learning/index.ts';
import { de } from './wording/de.ts';
import { en } from './wording/en.ts';
import { es } from './wording/es.ts';
import { fr } from './wording/fr.ts';
import type { Wording } from './wording/wording.ts';

/** Labels and short texts around the numbers, in one language. */
export type TextCatalogue = {
  wording: Wording;
  fieldLabel(name: string): string;
  /** A field value as one short line. */
  value(value: string): string;
  number(value: number): string;
  baselineLabel(kind: ScoreResult['kind']): string;
  /** `range`: the group of values the model put this one in, where that is not the value itself. */
  dealFactor(logit: number, kind: ScoreResult['kind'], range: string | undefined): string;
  partnerFactor(logit: number): string;
  conflictFactor(risk: number): string;
  conflictValue(kind: ConflictCandidate['kind'], match: CompanyMatch): string;
  confidenceReason(kind: 'learned' | 'baseline' | 'no signal', sampleSize: number): string;
};

/** Who reads what is written about a deal, each in their own language. */
export type Readers = { readonly manager: TextCatalogue; readonly partner: TextCatalogue };

const WORDINGS: Record<Locale, Wording> = { en, de, fr, es };
const LONGEST_VALUE = 80;
const MOST_FORMATTED = 5_000;

/** `de`, `de_AT` and `de-CH` are German; what is not there is English. */
export function resolveLocale(locale: string | null | undefined): Locale {
  const language = locale?.split(/[-_]/)[0]?.toLowerCase();
  return LOCALES.find((known) => known === language) ?? 'en';
}

const catalogues = new Map<Locale, TextCatalogue>();

export function textsFor(locale: Locale): TextCatalogue {
  const known = catalogues.get(locale) ?? createCatalogue(locale);
  catalogues.set(locale, known);
  return known;
}

function createCatalogue(locale: Locale): TextCatalogue {
  const wording = WORDINGS[locale];
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  // Scores and counts repeat, and formatting one costs more than the rest of its sentence.
  const formatted = new Map<number, string>();
  const number = (value: number) => {
    const known = formatted.get(value);
    if (known !== undefined) return known;
    if (formatted.size >= MOST_FORMATTED) formatted.clear();
    const text = format.format(value);
    formatted.set(value, text);
    return text;
  };
  const percent = (share: number) => number(Math.round(share * 100));
  return {
    wording,
    number,
    fieldLabel: (name) => (Object.hasOwn(wording.fields, name) ? (wording.fields[name] as string) : words(name)),
    value: (value) => (Object.hasOwn(wording.values, value) ? (wording.values[value] as string) : oneLine(value)),
    baselineLabel: (kind) => (kind === 'learned' ? wording.baseline.learned : wording.baseline.prior),
    dealFactor: (logit, kind, range) => {
      const { learnedUp, learnedDown, priorUp, priorDown } = wording.factor;
      if (kind === 'learned') return fill(logit >= 0 ? learnedUp : learnedDown, { range: range ? ` (${oneLine(range)})` : '' });
      return logit >= 0 ? priorUp : priorDown;
    },
    partnerFactor: (logit) => (logit >= 0 ? wording.factor.partnerUp : wording.factor.partnerDown),
    conflictFactor: (risk) => fill(wording.factor.conflict, { percent: percent(risk) }),
    conflictValue: (kind, match) =>
      fill(wording.conflictValue, { kind: wording.kind[kind], percent: percent(Math.min(0.99, match.probability)) }),
    confidenceReason: (kind, sampleSize) => {
      if (kind === 'no signal') return wording.confidence.noSignal;
      return fill(kind === 'learned' ? wording.confidence.learned : wording.confidence.prior, { count: number(sampleSize) });
    }
  };
}

/** By template, of which there are as many as wordings: text, name, text, name … text. */
const split = new Map<string, string[]>();

/** Of templates of the wordings only: each is remembered. */
export function fill(template: string, values: Record<string, string>): string {
  let parts = split.get(template);
  if (!parts) split.set(template, (parts = template.split(/\{(\w+)\}/)));
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i]!;
    text += `${Object.hasOwn(values, name) ? values[name] : `{${name}}`}${parts[i + 1]}`;
  }
  return text;
}

/** "clientSize", "client_size" and "Client Size__c" read "Client size". */
function words(name: string): string {
  const spaced = oneLine(name)
    .replace(/__c$/i, '')
    .replaceAll(/[_.]+/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1).toWellFormed()}…` : line;
}
