import { describe, expect, it } from 'vitest';
import { call, callStatic, inOrg, thrown } from '../test-support.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { enumConstant } from '../values/enum.ts';

const d = (text: string): Decimal => Decimal.fromString(text);
const shown = (value: unknown): string => String(value);

describe('numbers from text', () => {
  it.each([
    ['System.Integer', '42', '42'],
    ['System.Integer', '-2147483648', '-2147483648'],
    ['System.Long', '9223372036854775807', '9223372036854775807'],
    ['System.Double', '1.5', '1.5'],
    ['System.Double', '1e3', '1000.0'],
    ['System.Decimal', '12.50', '12.50']
  ])('%s.valueOf(%j) is %s', (type, text, expected) => {
    expect(shown(callStatic(type, 'valueOf', text))).toBe(expected);
  });

  it.each([
    ['System.Integer', '2147483648', 'Invalid integer: 2147483648'],
    ['System.Integer', '1.5', 'Invalid integer: 1.5'],
    ['System.Integer', '', 'Invalid integer: '],
    ['System.Long', 'x', 'Invalid long: x'],
    ['System.Double', 'x', 'Invalid double: x'],
    ['System.Decimal', 'x', 'Invalid decimal: x']
  ])('%s refuses %j', (type, text, message) => {
    expect(thrown(() => callStatic(type, 'valueOf', text))).toBe(`System.TypeException: ${message}`);
  });

  it('refuses null', () => {
    expect(thrown(() => callStatic('System.Integer', 'valueOf', null))).toBe('System.NullPointerException: Argument cannot be null.');
  });

  it('takes only "true" in any case for true', () => {
    expect(callStatic('System.Boolean', 'valueOf', 'TRUE')).toBe(true);
    expect(callStatic('System.Boolean', 'valueOf', 'yes')).toBe(false);
  });
});

describe('number methods', () => {
  it('round half to even by default', () => {
    expect(call('System.Decimal', 'round', d('2.5'))).toBe(2n);
    expect(call('System.Decimal', 'round', d('3.5'))).toBe(4n);
    expect(call('System.Decimal', 'round', d('2.5'), enumConstant('System.RoundingMode', 'HALF_UP'))).toBe(3n);
  });

  it('narrow by truncating, wrapping or saturating as Java does', () => {
    expect(call('System.Decimal', 'intValue', d('-1.9'))).toBe(-1);
    expect(call('System.Long', 'intValue', 4294967297n)).toBe(1);
    expect(call('System.Double', 'intValue', new ApexDouble(1e20))).toBe(2147483647);
  });

  it('format with the grouping of the user', () => {
    expect(inOrg({}, () => call('System.Decimal', 'format', d('1234567.8955')))).toBe('1,234,567.896');
    expect(inOrg({ user: { locale: 'de_DE' } }, () => call('System.Integer', 'format', 1234567))).toBe('1.234.567');
  });

  it('refuse a scale that is out of range', () => {
    expect(thrown(() => call('System.Decimal', 'setScale', d('1'), 34))).toContain('System.MathException');
  });
});

describe('Math', () => {
  const math = (name: string, ...args: unknown[]): string => shown(callStatic('System.Math', name, ...args));

  it.each([
    ['mod', [7, 3], '1'],
    ['mod', [-7, 3], '-1'],
    ['mod', [7n, 4n], '3'],
    ['abs', [-5], '5'],
    ['abs', [d('-1.50')], '1.50'],
    ['max', [1, 2], '2'],
    ['min', [d('1.0'), d('2')], '1.0'],
    ['floor', [d('-1.5')], '-2'],
    ['ceil', [new ApexDouble(1.2)], '2.0'],
    ['round', [d('1.5')], '2'],
    ['round', [new ApexDouble(-1.5)], '-1'],
    ['sqrt', [new ApexDouble(9)], '3.0'],
    ['pow', [new ApexDouble(2), new ApexDouble(10)], '1024.0'],
    ['rint', [new ApexDouble(2.5)], '2.0'],
    ['signum', [d('-3.2')], '-1']
  ])('%s(%s) is %s', (name, args, expected) => {
    expect(math(name, ...args)).toBe(expected);
  });

  it('mod by zero throws', () => {
    expect(thrown(() => math('mod', 1, 0))).toBe('System.MathException: Divide by 0');
  });
});
