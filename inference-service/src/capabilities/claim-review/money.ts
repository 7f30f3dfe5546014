/**
 * Money as whole numbers of the smallest unit of its currency, so that sums are exact. How many decimals a currency has
 * comes from the ISO 4217 table that every JavaScript engine carries.
 */
export type Money = bigint;

const decimals = new Map<string, number>();

export function decimalsOf(currency: string): number {
  let known = decimals.get(currency);
  if (known === undefined) {
    known = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    decimals.set(currency, known);
  }
  return known;
}

/** `"12.345"` in EUR gives 1235: halves go away from zero, as invoices round. */
export function moneyOf(decimal: string, currency: string): Money {
  const { digits, scale } = parse(decimal);
  return rescale(digits, scale, decimalsOf(currency));
}

export function textOf(money: Money, currency: string): string {
  const places = decimalsOf(currency);
  const sign = money < 0n ? '-' : '';
  const digits = (money < 0n ? -money : money).toString().padStart(places + 1, '0');
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** An amount of another currency at a rate: units of `to` for one unit of `from`. Rounded once, at the end. */
export function convert(decimal: string, rate: string, to: string): Money {
  const amount = parse(decimal);
  const factor = parse(rate);
  return rescale(amount.digits * factor.digits, amount.scale + factor.scale, decimalsOf(to));
}

/** `percent` with up to four decimals. */
export function shareOf(money: Money, percent: number): Money {
  return rescale(money * BigInt(Math.round(percent * 10_000)), 6, 0);
}

export const least = (...amounts: Money[]): Money => amounts.reduce((a, b) => (b < a ? b : a));

function parse(decimal: string): { digits: bigint; scale: number } {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function rescale(digits: bigint, from: number, to: number): bigint {
  if (from <= to) return digits * 10n ** BigInt(to - from);
  const divisor = 10n ** BigInt(from - to);
  const half = divisor / 2n;
  return digits < 0n ? -((-digits + half) / divisor) : (digits + half) / divisor;
}
