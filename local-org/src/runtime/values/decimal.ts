import { throwApex } from './exception.ts';

export type Rounding = 'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

/** Significant digits of a quotient that does not come out even. */
const DIVISION_DIGITS = 33;

/** Exponents beyond this would ask for more digits than memory has. */
const MAX_SCALE = 1_000_000;

const POWERS: bigint[] = [1n];

function pow10(exponent: number): bigint {
  if (exponent > MAX_SCALE) throwApex('System.MathException', 'Number is too large');
  while (exponent < 64 && POWERS.length <= exponent) POWERS.push(POWERS[POWERS.length - 1]! * 10n);
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/** An exact decimal number, `unscaled / 10^scale`. The scale is data: 84 and 84.00 are equal but print differently. */
export class Decimal {
  readonly unscaled: bigint;
  readonly scale: number;

  constructor(unscaled: bigint, scale = 0) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  static readonly ZERO = new Decimal(0n);
  static readonly ONE = new Decimal(1n);

  static fromInteger(value: number | bigint): Decimal {
    return new Decimal(BigInt(value));
  }

  /** A double as the shortest decimal that reads back as the same double; integral ones keep `.0` as Apex does. */
  static fromDouble(value: number): Decimal {
    if (!Number.isFinite(value)) return throwApex('System.MathException', 'Infinite or NaN');
    return Decimal.parse(Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value))!;
  }

  /** A JavaScript number without the `.0`: for values that come from JSON or SQL. */
  static fromNumber(value: number): Decimal {
    return Decimal.parse(String(value)) ?? throwApex('System.MathException', 'Infinite or NaN');
  }

  static fromString(text: string): Decimal {
    return Decimal.parse(text.trim()) ?? throwApex('System.TypeException', `Invalid decimal: ${text}`);
  }

  /** Null when the text is not a number. */
  static parse(text: string): Decimal | null {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text);
    if (!match || (!match[2] && !match[3])) return null;
    const fraction = match[3] ?? '';
    const digits = BigInt((match[2] ?? '') + fraction);
    const scale = fraction.length - Number(match[4] ?? 0);
    if (Math.abs(scale) > MAX_SCALE) return null;
    const unscaled = match[1] === '-' ? -digits : digits;
    return scale < 0 ? new Decimal(unscaled * pow10(-scale), 0) : new Decimal(unscaled, scale);
  }

  add(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) + other.at(scale), scale);
  }

  subtract(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) - other.at(scale), scale);
  }

  multiply(other: Decimal): Decimal {
    return new Decimal(this.unscaled * other.unscaled, this.scale + other.scale);
  }

  /** The `/` operator: at most 33 significant digits, half up; an even quotient keeps no more scale than the operands give it. */
  divide(other: Decimal): Decimal {
    if (other.unscaled === 0n) return throwApex('System.MathException', 'Divide by 0');
    const preferred = Math.max(this.scale - other.scale, 0);
    if (this.unscaled === 0n) return new Decimal(0n, preferred);
    const extra = DIVISION_DIGITS + 3 + Math.max(0, other.precision() - this.precision());
    const scale = this.scale - other.scale + extra;
    const numerator = this.unscaled * pow10(extra);
    const quotient = numerator / other.unscaled;
    // A non-zero remainder only matters for ties; a sticky digit keeps the rounding honest.
    const sticky = numerator % other.unscaled === 0n ? 0n : this.unscaled < 0n === other.unscaled < 0n ? 1n : -1n;
    const full = new Decimal(quotient * 10n + sticky, scale + 1);
    return full.roundToPrecision(DIVISION_DIGITS).stripTo(preferred);
  }

  /** `divide(divisor, scale)` and `divide(divisor, scale, roundingMode)`. */
  divideTo(other: Decimal, scale: number, rounding: Rounding = 'HALF_EVEN'): Decimal {
    if (other.unscaled === 0n) return throwApex('System.MathException', 'Divide by 0');
    const shift = scale - this.scale + other.scale;
    const numerator = shift >= 0 ? this.unscaled * pow10(shift) : this.unscaled;
    const denominator = shift >= 0 ? other.unscaled : other.unscaled * pow10(-shift);
    return new Decimal(divideRounded(numerator, denominator, rounding), scale);
  }

  remainder(other: Decimal): Decimal {
    if (other.unscaled === 0n) return throwApex('System.MathException', 'Divide by 0');
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) % other.at(scale), scale);
  }

  negate(): Decimal {
    return new Decimal(-this.unscaled, this.scale);
  }

  abs(): Decimal {
    return this.unscaled < 0n ? this.negate() : this;
  }

  pow(exponent: number): Decimal {
    if (exponent < 0) return throwApex('System.MathException', 'Invalid operation');
    if (exponent * this.precision() > MAX_SCALE) return throwApex('System.MathException', 'Number is too large');
    return new Decimal(this.unscaled ** BigInt(exponent), this.scale * exponent);
  }

  setScale(scale: number, rounding: Rounding = 'HALF_EVEN'): Decimal {
    if (scale === this.scale) return this;
    if (scale > this.scale) return new Decimal(this.unscaled * pow10(scale - this.scale), scale);
    const rounded = divideRounded(this.unscaled, pow10(this.scale - scale), rounding);
    return new Decimal(rounded, scale);
  }

  /** Rounded to an integer; as a bigint. */
  round(rounding: Rounding = 'HALF_EVEN'): bigint {
    return this.setScale(0, rounding).unscaled;
  }

  /** Truncated towards zero. */
  truncate(): bigint {
    return this.scale <= 0 ? this.unscaled * pow10(-this.scale) : this.unscaled / pow10(this.scale);
  }

  compareTo(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const left = this.at(scale);
    const right = other.at(scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Decimal): boolean {
    return this.compareTo(other) === 0;
  }

  signum(): number {
    return this.unscaled < 0n ? -1 : this.unscaled > 0n ? 1 : 0;
  }

  /** Number of significant digits; 0 has one. */
  precision(): number {
    const digits = this.unscaled < 0n ? -this.unscaled : this.unscaled;
    return digits.toString().length;
  }

  stripTrailingZeros(): Decimal {
    if (this.unscaled === 0n) return Decimal.ZERO;
    return this.stripTo(-MAX_SCALE);
  }

  toNumber(): number {
    return Number(this.toPlainString());
  }

  toPlainString(): string {
    if (this.scale <= 0) return (this.unscaled * pow10(-this.scale)).toString();
    const negative = this.unscaled < 0n;
    const digits = (negative ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, '0');
    const point = digits.length - this.scale;
    return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
  }

  /** Scientific notation only where the platform uses it: a negative scale, or an adjusted exponent below -6. */
  toString(): string {
    const digits = (this.unscaled < 0n ? -this.unscaled : this.unscaled).toString();
    const exponent = digits.length - 1 - this.scale;
    if (this.scale >= 0 && exponent >= -6) return this.toPlainString();
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    const sign = this.unscaled < 0n ? '-' : '';
    return exponent === 0 ? `${sign}${mantissa}` : `${sign}${mantissa}E${exponent > 0 ? '+' : ''}${exponent}`;
  }

  /** The unscaled value at a scale that is not smaller than this one's. */
  private at(scale: number): bigint {
    return scale === this.scale ? this.unscaled : this.unscaled * pow10(scale - this.scale);
  }

  private roundToPrecision(digits: number): Decimal {
    const excess = this.precision() - digits;
    if (excess <= 0) return this;
    const rounded = new Decimal(divideRounded(this.unscaled, pow10(excess), 'HALF_UP'), this.scale - excess);
    return rounded.precision() > digits ? rounded.roundToPrecision(digits) : rounded;
  }

  private stripTo(scale: number): Decimal {
    let { unscaled, scale: current } = this;
    while (current > scale && unscaled % 10n === 0n) {
      unscaled /= 10n;
      current -= 1;
    }
    return current < 0 && scale >= 0 ? new Decimal(unscaled * pow10(-current), 0) : new Decimal(unscaled, current);
  }
}

function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const negative = numerator < 0n !== denominator < 0n;
  const away = negative ? quotient - 1n : quotient + 1n;
  const doubled = 2n * (remainder < 0n ? -remainder : remainder);
  const size = denominator < 0n ? -denominator : denominator;
  switch (rounding) {
    case 'UP':
      return away;
    case 'DOWN':
      return quotient;
    case 'CEILING':
      return negative ? quotient : away;
    case 'FLOOR':
      return negative ? away : quotient;
    case 'UNNECESSARY':
      return throwApex('System.MathException', 'Rounding necessary');
    default: {
      if (doubled !== size) return doubled > size ? away : quotient;
      if (rounding === 'HALF_UP') return away;
      if (rounding === 'HALF_DOWN') return quotient;
      return quotient % 2n === 0n ? quotient : away;
    }
  }
}
