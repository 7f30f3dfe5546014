import { decimalOf, type Decimal } from '../decimal.ts';

export type Amount = {
  value: Decimal;
  text: string;
  from: number;
  to: number;
  /** Written with exactly two or three places after a mark. */
  hasDecimals: boolean;
  currency: string | null;
  percent: boolean;
};

const SYMBOLS: Record<string, string> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₫': 'VND',
  '₱': 'PHP',
  '฿': 'THB',
  '₪': 'ILS',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  lei: 'RON',
  RM: 'MYR',
  Rp: 'IDR',
  R$: 'BRL',
  kr: 'SEK',
  'Fr.': 'CHF',
  'SFr.': 'CHF',
  S$: 'SGD',
  A$: 'AUD',
  C$: 'CAD',
  HK$: 'HKD',
  US$: 'USD',
  NT$: 'TWD'
};
export const CURRENCY_CODES = new Set(
  'EUR USD GBP JPY CHF SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RSD TRY RUB UAH ILS AED SAR QAR KWD BHD OMR JOD EGP MAD TND ZAR NGN KES INR PKR BDT LKR CNY HKD TWD KRW SGD MYR IDR THB PHP VND AUD NZD CAD MXN BRL ARS CLP COP PEN UYU'.split(
    ' '
  )
);
const SYMBOL = Object.keys(SYMBOLS)
  .sort((a, b) => b.length - a.length)
  .map((each) => each.replace(/[$.*]/g, '\\$&'))
  .join('|');
const CODE = [...CURRENCY_CODES].join('|');
/** Groups of three behind a mark that stays the same, then at most one other mark with its places; or digits with one mark at most. */
const NUMBER = String.raw`\d{1,3}(?:(?<group>[.,'’ \u00a0\u202f])\d{3}(?:\k<group>\d{3})*)(?:(?!\k<group>)[.,]\d{1,4})?(?!\d)|\d+(?:[.,]\d{1,4})?(?!\d)|[.,]\d{2}(?!\d)`;
const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\d.,/:-])(?<sign>[-–−+(]\s?)?(?:(?<before>${SYMBOL}|${CODE})\s?\.?\s?)?(?<sign2>[-–−+]\s?)?(?<number>${NUMBER})(?<tail>\s?[-–−](?![\p{L}\d])|,-{1,2}|\))?(?:\s?(?<after>${SYMBOL}|${CODE})(?![\p{L}]))?(?<percent>\s?%)?(?![\p{L}\d])(?![.,/:-]\d)`,
  'gu'
);

/** Currencies of a thousandth (ISO 4217). */
const THREE_PLACES = new Set(['KWD', 'BHD', 'OMR', 'JOD', 'TND', 'IQD', 'LYD']);
export const hasThreePlaces = (currency: string | null | undefined): boolean => currency != null && THREE_PLACES.has(currency);

/** Amounts and other numbers of a line (`threePlaces`: the document's currency has thousandths), in the forms of English, German, French, Spanish, Swiss and Indian writing. */
export function amountsIn(text: string, threePlaces = false): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const { sign, before, sign2, number, tail, after, percent } = match.groups as Record<string, string | undefined>;
    const symbol = (before ?? after)?.trim();
    const currency = symbol === undefined ? null : (SYMBOLS[symbol] ?? symbol);
    const parsed = parseNumber(number!, threePlaces || hasThreePlaces(currency));
    if (!parsed) continue;
    const negative =
      /[-–−]/.test(`${sign ?? ''}${sign2 ?? ''}`) ||
      (/[-–−]$/.test(tail ?? '') && !tail!.startsWith(',')) ||
      ((sign ?? '').startsWith('(') && tail === ')');
    const from = match.index + (/^[(]/.test(match[0]) && tail !== ')' ? 1 : 0);
    found.push({
      value: negative ? { units: -parsed.value.units, scale: parsed.value.scale } : parsed.value,
      text: match[0].trim(),
      from,
      to: match.index + match[0].length,
      hasDecimals: parsed.places === 2 || parsed.places === 3,
      currency,
      percent: percent !== undefined
    });
  }
  return found;
}

/**
 * Which mark is the decimal one: the last of two kinds; a single one when it is followed by other than three digits. `1.234` is a
 * thousand unless it begins with a zero, as a price of 0.125 does, or the currency has thousandths.
 */
export function parseNumber(text: string, threePlaces = false): { value: Decimal; places: number } | null {
  const clean = text.replace(/[\s\u00a0\u202f'’]/g, '');
  const marks = [...clean.matchAll(/[.,]/g)].map((match) => match.index);
  let whole = clean;
  let fraction = '';
  const last = marks.at(-1);
  if (last !== undefined) {
    const kinds = new Set(marks.map((at) => clean[at]));
    const behind = clean.length - last - 1;
    const decimal = kinds.size === 2 || (marks.length === 1 && (behind !== 3 || threePlaces || /^0?[.,]/.test(clean) || last > 3));
    if (decimal) {
      whole = clean.slice(0, last);
      fraction = clean.slice(last + 1);
    }
  }
  const value = decimalOf(`${whole.replace(/[.,]/g, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`);
  return value ? { value, places: fraction.length } : null;
}

/** Currencies named in a text, most frequent first. */
export function currenciesIn(text: string): string[] {
  const counts = new Map<string, number>();
  const count = (code: string): void => void counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const [, code] of text.matchAll(new RegExp(String.raw`(?<![\p{L}])(${CODE})(?![\p{L}])`, 'gu'))) count(code!);
  for (const [, symbol] of text.matchAll(/(€|R\$|US\$|HK\$|NT\$|S\$|A\$|C\$|\$|£|¥|₹|₩|₽|₺|₫|₱|฿|₪)|(?<![\p{L}])(?:zł|Kč|RM)(?![\p{L}])/gu))
    if (symbol) count(SYMBOLS[symbol]!);
  for (const [symbol] of text.matchAll(/(?<![\p{L}])(?:zł|Kč|RM|SFr\.|Fr\.)(?=\s?\d|\)|\s*$)/gmu)) count(SYMBOLS[symbol]!);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}
