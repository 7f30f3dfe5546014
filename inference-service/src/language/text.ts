import { LOCALES, type Locale } from '../contract/locale.ts';

/** What texts of any capability are put together with. */

const MAX_VALUE = 80;
const MAX_FORMATTED = 5_000;
const NAMES: Readonly<Record<Locale, string>> = { en: 'English', de: 'German', fr: 'French', es: 'Spanish' };

/** `de`, `de_AT` and `de-CH` are German; what is not there is English. */
export function resolveLocale(locale: string | null | undefined): Locale {
  const language = locale?.split(/[-_]/)[0]?.toLowerCase();
  return LOCALES.find((known) => known === language) ?? 'en';
}

/** As a prompt calls it. */
export function nameOfLocale(locale: Locale): string {
  return NAMES[locale];
}

/** At most one digit after the point. Scores and counts repeat, and formatting one costs more than the rest of its sentence. */
export function numberFormat(locale: Locale): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const formatted = new Map<number, string>();
  return (value) => {
    const known = formatted.get(value);
    if (known !== undefined) return known;
    if (formatted.size >= MAX_FORMATTED) formatted.clear();
    const text = format.format(value);
    formatted.set(value, text);
    return text;
  };
}

/** By template, of which there are as many as wordings: text, name, text, name … text. */
const split = new Map<string, string[]>();

/** Puts values into `{name}`s. Of templates of the wordings only: each is kept. */
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
export function words(name: string): string {
  const spaced = oneLine(name)
    .replace(/__c$/i, '')
    .replaceAll(/[_.]+/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > MAX_VALUE ? `${line.slice(0, MAX_VALUE - 1).toWellFormed()}…` : line;
}

export function looksLikeAddress(text: string): boolean {
  return /:\/\/|www\.|@|\b[\w-]+\.(?:com|net|org|io|co|biz|info|app|dev|ly|me|ru|cn|xyz|top|link)\b/i.test(text);
}
