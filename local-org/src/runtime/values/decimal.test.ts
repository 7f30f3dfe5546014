import { describe, expect, it } from 'vitest';
import { thrown } from '../test-support.ts';
import { Decimal } from './decimal.ts';

const d = (text: string): Decimal => Decimal.fromString(text);

describe('Decimal division', () => {
  it.each([
    ['1', '3', '0.333333333333333333333333333333333'],
    ['2', '3', '0.666666666666666666666666666666667'],
    ['-2', '3', '-0.666666666666666666666666666666667'],
    ['1', '7', '0.142857142857142857142857142857143'],
    ['10', '4', '2.5'],
    ['6.00', '2', '3.00'],
    ['6.00', '2.0', '3.0'],
    ['100', '0.5', '200'],
    ['1', '8', '0.125'],
    ['0.00', '3', '0.00'],
    ['1', '1000000', '0.000001']
  ])('%s / %s is %s', (left, right, expected) => {
    expect(d(left).divide(d(right)).toString()).toBe(expected);
  });

  it('by zero throws MathException', () => {
    expect(thrown(() => d('1').divide(d('0.00')))).toBe('System.MathException: Divide by 0');
  });

  it('to a scale rounds half to even unless told otherwise', () => {
    expect(d('1').divideTo(d('8'), 2).toString()).toBe('0.12');
    expect(d('1').divideTo(d('8'), 2, 'HALF_UP').toString()).toBe('0.13');
    expect(d('19').divideTo(d('100'), 3).toString()).toBe('0.190');
  });
});

describe('Decimal scale', () => {
  it('adds at the larger scale and multiplies to the sum of scales', () => {
    expect(d('1.10').add(d('2')).toString()).toBe('3.10');
    expect(d('1.10').multiply(d('2.5')).toString()).toBe('2.750');
    expect(d('1').subtract(d('1.000')).toString()).toBe('0.000');
  });

  it.each([
    ['5.245', 'HALF_EVEN', '5.24'],
    ['5.235', 'HALF_EVEN', '5.24'],
    ['5.245', 'HALF_UP', '5.25'],
    ['5.245', 'HALF_DOWN', '5.24'],
    ['5.241', 'UP', '5.25'],
    ['-5.241', 'CEILING', '-5.24'],
    ['-5.241', 'FLOOR', '-5.25'],
    ['-5.249', 'DOWN', '-5.24'],
    ['-5.245', 'HALF_UP', '-5.25']
  ] as const)('%s to two places %s is %s', (text, mode, expected) => {
    expect(d(text).setScale(2, mode).toString()).toBe(expected);
  });

  it('refuses to round when rounding is UNNECESSARY', () => {
    expect(thrown(() => d('1.25').setScale(1, 'UNNECESSARY'))).toBe('System.MathException: Rounding necessary');
    expect(d('1.20').setScale(1, 'UNNECESSARY').toString()).toBe('1.2');
  });

  it('compares by value, prints by scale', () => {
    expect(d('84').equals(d('84.00'))).toBe(true);
    expect(d('84.00').toString()).toBe('84.00');
    expect(d('84.00').stripTrailingZeros().toString()).toBe('84');
  });
});

describe('Decimal text', () => {
  it('goes scientific only for tiny values', () => {
    expect(d('0.000001').toString()).toBe('0.000001');
    expect(d('0.0000001').toString()).toBe('1E-7');
    expect(d('0.0000001').toPlainString()).toBe('0.0000001');
  });

  it('keeps the .0 of a double and drops nothing of a large one', () => {
    expect(Decimal.fromDouble(5).toString()).toBe('5.0');
    expect(Decimal.fromDouble(1e20).toString()).toBe('100000000000000000000.0');
    expect(Decimal.fromDouble(0.1).toString()).toBe('0.1');
    expect(Decimal.fromNumber(5).toString()).toBe('5');
  });

  it.each(['', 'abc', '1,000', '1.2.3', '--1', 'NaN'])('refuses %j', (text) => {
    expect(thrown(() => d(text))).toBe(`System.TypeException: Invalid decimal: ${text}`);
  });

  it('refuses exponents that would exhaust memory', () => {
    expect(Decimal.parse('1e999999999')).toBeNull();
  });
});
