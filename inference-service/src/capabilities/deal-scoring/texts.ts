import type { Locale } from '../../contract/locale.ts';
import { fill, numberFormat, oneLine, words } from '../../language/text.ts';
import type { ScoreResult } from '../../learning/index.ts';
import type { Match } from '../../matching/index.ts';
import type { ConflictCandidate } from './contract.ts';
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
  conflictValue(kind: ConflictCandidate['kind'], match: Match): string;
  confidenceReason(kind: 'learned' | 'baseline' | 'no signal', sampleSize: number): string;
};

/** Who reads what is written about a deal, each in their own language. */
export type Readers = { readonly manager: TextCatalogue; readonly partner: TextCatalogue };

const WORDINGS: Record<Locale, Wording> = { en, de, fr, es };

const catalogues = new Map<Locale, TextCatalogue>();

export function textsFor(locale: Locale): TextCatalogue {
  const known = catalogues.get(locale) ?? createCatalogue(locale);
  catalogues.set(locale, known);
  return known;
}

function createCatalogue(locale: Locale): TextCatalogue {
  const wording = WORDINGS[locale];
  const number = numberFormat(locale);
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
