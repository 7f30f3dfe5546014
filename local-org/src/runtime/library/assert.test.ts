import { describe, expect, it } from 'vitest';
import { callStatic, thrown } from '../test-support.ts';
import { INTEGER, platformType, STRING } from '../types.ts';
import { ApexDate } from '../values/date.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexException } from '../values/exception.ts';
import { ApexId } from '../values/id.ts';
import { TypeToken } from '../values/type-token.ts';

const failure = (name: string, ...args: unknown[]): string => thrown(() => callStatic('System.Assert', name, ...args));

describe('Assert', () => {
  it.each([
    ['areEqual', [1, 2], 'Assertion Failed: Expected: 1, Actual: 2'],
    ['areEqual', [1, 2, 'Sum'], 'Assertion Failed: Sum: Expected: 1, Actual: 2'],
    ['areEqual', ['a', 'A'], 'Assertion Failed: Expected: a, Actual: A'],
    ['areEqual', [null, 'x'], 'Assertion Failed: Expected: null, Actual: x'],
    ['areEqual', [new ApexDate(2024, 1, 2), null], 'Assertion Failed: Expected: 2024-01-02 00:00:00, Actual: null'],
    ['areNotEqual', [1, 1], 'Assertion Failed: Same value: 1'],
    ['areNotEqual', [1, 1, 'No'], 'Assertion Failed: No: Same value: 1'],
    ['isTrue', [false], 'Assertion Failed: Expected: true, Actual: false'],
    ['isTrue', [false, 'Must'], 'Assertion Failed: Must'],
    ['isFalse', [true], 'Assertion Failed: Expected: false, Actual: true'],
    ['isNull', [1, 'Empty'], 'Assertion Failed: Empty: Expected: null, Actual: 1'],
    ['isNotNull', [null], 'Assertion Failed: Same value: null'],
    ['fail', [], 'Assertion Failed'],
    ['fail', ['Reached'], 'Assertion Failed: Reached'],
    ['isInstanceOfType', ['x', TypeToken.of(INTEGER)], 'Assertion Failed: Expected type: Integer, Actual type: String']
  ])('%s%j fails with %s', (name, args, message) => {
    expect(failure(name, ...args)).toBe(`System.AssertException: ${message}`);
  });

  it('passes for equal values of different representation', () => {
    callStatic('System.Assert', 'areEqual', 1, Decimal.fromString('1.00'));
    callStatic('System.Assert', 'areEqual', '001000000000001', ApexId.of('001000000000001AAA'));
    callStatic('System.System', 'assertEquals', 5n, 5);
    callStatic('System.Assert', 'isInstanceOfType', 'x', TypeToken.of(STRING));
    callStatic(
      'System.Assert',
      'isInstanceOfType',
      new ApexException(platformType('System.DmlException'), 'x'),
      TypeToken.of(platformType('System.Exception'))
    );
  });
});
