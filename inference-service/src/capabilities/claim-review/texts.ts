import type { Locale } from '../../contract/locale.ts';
import { fill, oneLine } from '../../language/text.ts';
import type { Finding, Rule } from './findings.ts';
import { textOf } from './money.ts';
import { de } from './wording/de.ts';
import { en } from './wording/en.ts';
import { es } from './wording/es.ts';
import { fr } from './wording/fr.ts';
import type { Wording } from './wording/wording.ts';

/** What is said about a claim, in one language: fixed sentences with slots, never a model's own words. */
export type Texts = {
  rule(rule: Rule): { label: string; text: string };
  finding(finding: Finding, currency: string): { text: string; partnerText: string };
  step(rule: string): string;
  kind(kind: string): string;
  confidence(readability: number, sampleSize: number): string;
  money(amount: bigint, currency: string): string;
  baseline: string;
  floor: string;
  wording: Wording;
};

const WORDINGS: Record<Locale, Wording> = { en, de, fr, es };
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function textsFor(locale: Locale): Texts {
  const wording = WORDINGS[locale];
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const kind = (name: string) => (Object.hasOwn(wording.kinds, name) ? wording.kinds[name]! : oneLine(name).replaceAll('_', ' '));
  const money = (amount: bigint, currency: string) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(
      textOf(amount, currency) as Intl.StringNumericLiteral
    );
  const readable = (values: Record<string, string>, currency: string) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (DATE.test(value)) return [name, dates.format(new Date(`${value}T00:00:00Z`))];
        if (name === 'kind') return [name, kind(value)];
        if (name === 'same') return [name, wording.same[value as keyof Wording['same']]];
        if (name === 'fields')
          return [
            name,
            value
              .split(', ')
              .map((field) => wording.fields[field] ?? field)
              .join(', ')
          ];
        if (MONEY_SLOTS.has(name)) return [name, `${value} ${currency}`];
        return [name, oneLine(value)];
      })
    );
  return {
    wording,
    rule: (rule) => ({ label: wording.rules[rule].label, text: wording.rules[rule].why }),
    finding({ rule, values = {}, amount }, currency) {
      const slots = readable(values, currency);
      if (amount !== undefined) slots['amount'] = money(amount, currency);
      return { text: fill(wording.rules[rule].text, slots), partnerText: fill(wording.rules[rule].partner, slots) };
    },
    step: (rule) => wording.steps[rule] ?? wording.rules[rule as Rule]?.label ?? rule,
    kind,
    confidence: (readability, sampleSize) =>
      fill(wording.confidence, { percent: String(Math.round(readability * 100)), count: String(sampleSize) }),
    money,
    baseline: wording.baseline,
    floor: wording.floor
  };
}

const MONEY_SLOTS = new Set(['maximum', 'balance', 'claimed', 'eligible']);
