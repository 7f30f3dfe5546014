import { defineType } from '../library.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { throwApex } from '../values/exception.ts';
import { toInteger, toLong } from '../convert.ts';
import { compare } from '../equality.ts';
import { strict } from './arguments.ts';

type Real = Decimal | ApexDouble;
type Numeric = number | bigint | Real;

/** A function of real numbers for both Double and Decimal; the result has the argument's type. */
const real =
  (body: (value: number, other: number) => number) =>
  (value: Real, other?: Real): Real => {
    const result = body(asNumber(value), other === undefined ? 0 : asNumber(other));
    if (value instanceof ApexDouble) return new ApexDouble(result);
    if (!Number.isFinite(result)) return throwApex('System.MathException', 'Infinite or NaN');
    return Decimal.fromDouble(result);
  };

const asNumber = (value: Real): number => (value instanceof ApexDouble ? value.value : value.toNumber());

function abs(value: Numeric): Numeric {
  if (typeof value === 'number') return Math.abs(value) | 0;
  if (typeof value === 'bigint') return BigInt.asIntN(64, value < 0n ? -value : value);
  return value instanceof Decimal ? value.abs() : new ApexDouble(Math.abs(value.value));
}

const pick =
  (wanted: 1 | -1) =>
  (left: Numeric, right: Numeric): Numeric => {
    if (left instanceof ApexDouble && right instanceof ApexDouble) {
      return new ApexDouble(wanted === 1 ? Math.max(left.value, right.value) : Math.min(left.value, right.value));
    }
    const chosen = compare(left, right) * wanted >= 0 ? left : right;
    return left instanceof Decimal && chosen instanceof ApexDouble ? Decimal.fromDouble(chosen.value) : chosen;
  };

function mod(value: number | bigint, divisor: number | bigint): number | bigint {
  if (typeof value === 'bigint' && typeof divisor === 'bigint') return divisor === 0n ? divideByZero() : value % divisor;
  return Number(divisor) === 0 ? divideByZero() : (Number(value) % Number(divisor)) | 0;
}

function divideByZero(): never {
  return throwApex('System.MathException', 'Divide by 0');
}

/** Half to even, as a Double or at scale 0. */
function rint(value: Real): Real {
  if (value instanceof Decimal) return value.setScale(0, 'HALF_EVEN');
  const floor = Math.floor(value.value);
  const rest = value.value - floor;
  return new ApexDouble(rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : Math.ceil(value.value));
}

/** Half away from zero for Decimal; a Double rounds towards positive infinity as Java's Math.round. */
function rounded(value: Real): bigint {
  if (value instanceof Decimal) return BigInt.asIntN(64, value.round('HALF_UP'));
  return toLong(new ApexDouble(Math.floor(value.value + 0.5)));
}

function integral(value: Real, mode: 'CEILING' | 'FLOOR'): Real {
  if (value instanceof Decimal) return value.setScale(0, mode);
  return new ApexDouble(mode === 'CEILING' ? Math.ceil(value.value) : Math.floor(value.value));
}

function sqrt(value: Real): Real {
  if (value instanceof ApexDouble) return new ApexDouble(Math.sqrt(value.value));
  if (value.signum() < 0) return throwApex('System.MathException', 'Square root of negative number');
  return real(Math.sqrt)(value);
}

function roundedInteger(value: Real): number {
  if (value instanceof ApexDouble && Math.abs(value.value) > 2147483647) return toInteger(value);
  return Number(BigInt.asIntN(32, rounded(value)));
}

defineType({
  name: 'System.Math',
  statics: strict({
    abs,
    acos: real(Math.acos),
    asin: real(Math.asin),
    atan: real(Math.atan),
    atan2: real(Math.atan2),
    cbrt: real(Math.cbrt),
    ceil: (value: Real) => integral(value, 'CEILING'),
    floor: (value: Real) => integral(value, 'FLOOR'),
    cos: real(Math.cos),
    cosh: real(Math.cosh),
    exp: real(Math.exp),
    log: real(Math.log),
    log10: real(Math.log10),
    max: pick(1),
    min: pick(-1),
    mod,
    pow: real((value, exponent) => value ** exponent),
    random: () => new ApexDouble(Math.random()),
    rint,
    round: roundedInteger,
    roundToLong: rounded,
    signum: (value: Real) => (value instanceof Decimal ? new Decimal(BigInt(value.signum())) : new ApexDouble(Math.sign(value.value))),
    sin: real(Math.sin),
    sinh: real(Math.sinh),
    sqrt,
    tan: real(Math.tan),
    tanh: real(Math.tanh)
  }),
  staticProperties: {
    PI: { get: () => new ApexDouble(Math.PI) },
    E: { get: () => new ApexDouble(Math.E) }
  }
});
