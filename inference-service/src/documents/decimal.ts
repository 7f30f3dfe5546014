import type { DecimalText } from './types.ts';

/** Exact decimal: `units / 10^scale`. */
export type Decimal = { readonly units: bigint; readonly scale: number };

export const ZERO: Decimal = { units: 0n, scale: 0 };
const LONGEST = 40;

/** Reads a number in the notation of XML and of this engine: sign, digits, dot. Null when it is anything else. */
export function decimalOf(text: string | null | undefined): Decimal | null {
  if (text === null || text === undefined || text.length > LONGEST) return null;
  const found = /^\s*([+-]?)(\d*)(?:\.(\d*))?\s*$/.exec(text);
  if (!found) return null;
  const digits = (found[2] ?? '') + (found[3] ?? '');
  if (digits === '') return null;
  const units = BigInt(digits);
  return { units: found[1] === '-' ? -units : units, scale: found[3]?.length ?? 0 };
}

export function textOf({ units, scale }: Decimal): DecimalText {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${negative ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

const at = ({ units, scale }: Decimal, wanted: number): bigint => units * 10n ** BigInt(wanted - scale);

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: at(a, scale) + at(b, scale), scale };
}
export const negated = ({ units, scale }: Decimal): Decimal => ({ units: -units, scale });
export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, negated(b));
export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });
export const sum = (all: readonly Decimal[]): Decimal => all.reduce(plus, ZERO);

/** Half away from zero, as invoices are. */
export function rounded(a: Decimal, scale: number): Decimal {
  if (a.scale <= scale) return { units: at(a, scale), scale };
  const step = 10n ** BigInt(a.scale - scale);
  const negative = a.units < 0n;
  const magnitude = negative ? -a.units : a.units;
  const units = (magnitude * 2n + step) / (step * 2n);
  return { units: negative ? -units : units, scale };
}

/** To `scale` places. Null when the divisor is zero. */
export function divided(a: Decimal, b: Decimal, scale: number): Decimal | null {
  if (b.units === 0n) return null;
  const negative = a.units < 0n !== b.units < 0n;
  const top = (a.units < 0n ? -a.units : a.units) * 10n ** BigInt(scale + 1 + b.scale);
  const bottom = (b.units < 0n ? -b.units : b.units) * 10n ** BigInt(a.scale);
  const units = top / bottom;
  return rounded({ units: negative ? -units : units, scale: scale + 1 }, scale);
}

export function compared(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [at(a, scale), at(b, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}
export const same = (a: Decimal, b: Decimal): boolean => compared(a, b) === 0;
export const absolute = (a: Decimal): Decimal => (a.units < 0n ? negated(a) : a);
/** Whether the two differ by at most `slack`. */
export const near = (a: Decimal, b: Decimal, slack: Decimal): boolean => compared(absolute(minus(a, b)), slack) <= 0;
export const isZero = (a: Decimal): boolean => a.units === 0n;
/** For features of models, where exactness does not matter. */
export const numberOf = ({ units, scale }: Decimal): number => Number(units) / 10 ** scale;
