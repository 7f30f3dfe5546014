import { isNumber, toDisplayString, toDouble, toInteger, toLong } from '../convert.ts';
import { defineType } from '../library.ts';
import { formatNumber } from '../locale-format.ts';
import { displayTypeName, typeOf } from '../types.ts';
import { Decimal } from '../values/decimal.ts';
import type { Rounding } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import type { ApexEnum } from '../values/enum.ts';
import { definePlatformEnum } from '../values/enum.ts';
import { requireArgument, throwApex } from '../values/exception.ts';
import { addErrorMethods } from './add-error.ts';
import { strict } from './arguments.ts';

definePlatformEnum('System.RoundingMode', ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UNNECESSARY', 'UP']);

const INT_MAX = 2147483647n;
const LONG_MAX = 2n ** 63n - 1n;

/** Digits with an optional sign, inside a range; anything else is a TypeException. */
function parseWhole(text: string, name: string, max: bigint): bigint {
  const invalid = (): never => throwApex('System.TypeException', `Invalid ${name}: ${text}`);
  if (!/^[+-]?\d{1,25}$/.test(text)) invalid();
  const value = BigInt(text.replace('+', ''));
  return value > max || value < -max - 1n ? invalid() : value;
}

function unconvertible(value: unknown, to: string): never {
  return throwApex('System.TypeException', `Invalid conversion from runtime type ${displayTypeName(typeOf(value))} to ${to}`);
}

const parseInteger = (text: string): number => Number(parseWhole(text, 'integer', INT_MAX));

function parseDouble(text: string): ApexDouble {
  const trimmed = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?$/.test(trimmed)) throwApex('System.TypeException', `Invalid double: ${text}`);
  return new ApexDouble(Number.parseFloat(trimmed));
}

const format = (value: number | bigint | Decimal | ApexDouble): string =>
  formatNumber(
    value instanceof Decimal ? value : value instanceof ApexDouble ? Decimal.fromNumber(value.value) : Decimal.fromInteger(value)
  );

const text = { toString: (value: unknown) => toDisplayString(value) };

defineType({
  name: 'System.Integer',
  statics: {
    'valueOf(String)': (value: string | null) => parseInteger(requireArgument(value)),
    valueOf: (value: unknown) => {
      requireArgument(value);
      if (typeof value === 'string') return parseInteger(value);
      return isNumber(value) ? toInteger(value) : unconvertible(value, 'Integer');
    }
  },
  methods: { format, intValue: (value: number) => value, ...text, ...addErrorMethods }
});

defineType({
  name: 'System.Long',
  statics: strict({ valueOf: (value: string) => parseWhole(value, 'long', LONG_MAX) }),
  methods: { format, intValue: toInteger, ...text, ...addErrorMethods }
});

defineType({
  name: 'System.Double',
  statics: {
    valueOf: (value: unknown) => {
      requireArgument(value);
      if (typeof value === 'string') return parseDouble(value);
      return isNumber(value) ? toDouble(value) : unconvertible(value, 'Double');
    }
  },
  methods: {
    format,
    intValue: toInteger,
    longValue: toLong,
    round: (value: ApexDouble) => Decimal.fromDouble(value.value).round('HALF_EVEN'),
    ...text,
    ...addErrorMethods
  }
});

const rounding = (mode: ApexEnum): Rounding => mode.name as Rounding;

/** A scale the platform takes: -33 to 33. */
function scaleOf(scale: number): number {
  if (scale < -33 || scale > 33) throwApex('System.MathException', 'Scale is out of range: must be between -33 and 33');
  return scale;
}

defineType({
  name: 'System.Decimal',
  statics: {
    valueOf: (value: unknown) => {
      requireArgument(value);
      if (typeof value === 'string') return Decimal.fromString(value);
      return value instanceof ApexDouble
        ? Decimal.fromDouble(value.value)
        : value instanceof Decimal
          ? value
          : Decimal.fromInteger(value as number | bigint);
    }
  },
  methods: {
    ...strict({
      abs: (value: Decimal) => value.abs(),
      divide: (value: Decimal, divisor: Decimal, scale: number, mode?: ApexEnum) =>
        value.divideTo(divisor, scaleOf(scale), mode ? rounding(mode) : 'HALF_EVEN'),
      doubleValue: (value: Decimal) => new ApexDouble(value.toNumber()),
      format,
      intValue: toInteger,
      longValue: toLong,
      pow: (value: Decimal, exponent: number) => {
        if (exponent < 0 || exponent > 32767) throwApex('System.MathException', 'Exponent must be between 0 and 32767');
        return value.pow(exponent);
      },
      precision: (value: Decimal) => Math.max(value.precision(), value.scale),
      round: (value: Decimal, mode?: ApexEnum) => BigInt.asIntN(64, value.round(mode ? rounding(mode) : 'HALF_EVEN')),
      scale: (value: Decimal) => value.scale,
      setScale: (value: Decimal, scale: number, mode?: ApexEnum) => value.setScale(scaleOf(scale), mode ? rounding(mode) : 'HALF_EVEN'),
      stripTrailingZeros: (value: Decimal) => value.stripTrailingZeros(),
      toPlainString: (value: Decimal) => value.toPlainString()
    }),
    ...text,
    ...addErrorMethods
  }
});

defineType({
  name: 'System.Boolean',
  statics: {
    valueOf: (value: unknown) => {
      requireArgument(value);
      if (typeof value === 'boolean') return value;
      return typeof value === 'string' ? value.toLowerCase() === 'true' : unconvertible(value, 'Boolean');
    }
  },
  methods: { ...text, ...addErrorMethods }
});
