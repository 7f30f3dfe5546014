import { toDisplayString } from '../convert.ts';
import { apexEquals } from '../equality.ts';
import { defineType } from '../library.ts';
import { isInstance, displayTypeName, typeOf } from '../types.ts';
import { throwApex } from '../values/exception.ts';
import { ApexId } from '../values/id.ts';
import type { TypeToken } from '../values/type-token.ts';

/** `Assertion Failed`, with the caller's message and what was found. AssertException cannot be caught by Apex code. */
function fail(message: unknown, found = ''): never {
  const parts = [
    'Assertion Failed',
    ...(message === null || message === undefined ? [] : [toDisplayString(message)]),
    ...(found ? [found] : [])
  ];
  return throwApex('System.AssertException', parts.join(': '));
}

/** Assertions compare text with regard to case, unlike `==`. */
function same(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'string' && typeof actual === 'string') return expected === actual;
  if (expected instanceof ApexId || actual instanceof ApexId) return expected !== null && actual !== null && sameId(expected, actual);
  return apexEquals(expected, actual);
}

function sameId(left: unknown, right: unknown): boolean {
  return left instanceof ApexId ? left.equals(right) : (right as ApexId).equals(left);
}

function areEqual(expected: unknown, actual: unknown, message: unknown = null): void {
  if (!same(expected, actual)) fail(message, `Expected: ${toDisplayString(expected)}, Actual: ${toDisplayString(actual)}`);
}

function areNotEqual(notExpected: unknown, actual: unknown, message: unknown = null): void {
  if (same(notExpected, actual)) fail(message, `Same value: ${toDisplayString(notExpected)}`);
}

function isTrue(condition: boolean | null, message: unknown = null): void {
  if (condition !== true)
    fail(message, condition === null || message === null ? 'Expected: true, Actual: ' + toDisplayString(condition) : '');
}

function isInstanceOfType(instance: unknown, token: TypeToken, message: unknown = null): void {
  if (token === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const actual = instance === null ? 'null' : displayTypeName(typeOf(instance));
  if (!isInstance(instance, token.type)) fail(message, `Expected type: ${displayTypeName(token.type)}, Actual type: ${actual}`);
}

function isNotInstanceOfType(instance: unknown, token: TypeToken, message: unknown = null): void {
  if (token === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  if (isInstance(instance, token.type)) fail(message, `Not expected type: ${displayTypeName(token.type)}`);
}

defineType({
  name: 'System.Assert',
  statics: {
    areEqual,
    areNotEqual,
    fail: (message: unknown = null) => fail(message),
    isTrue: (condition: boolean | null, message: unknown = null) => isTrue(condition, message),
    isFalse: (condition: boolean | null, message: unknown = null) => {
      if (condition !== false)
        fail(message, message === null || condition === null ? `Expected: false, Actual: ${toDisplayString(condition)}` : '');
    },
    isNull: (value: unknown, message: unknown = null) => {
      if (value !== null) fail(message, `Expected: null, Actual: ${toDisplayString(value)}`);
    },
    isNotNull: (value: unknown, message: unknown = null) => {
      if (value === null) fail(message, 'Same value: null');
    },
    isInstanceOfType,
    isNotInstanceOfType
  }
});

export const systemAsserts = {
  assert: (condition: boolean | null, message: unknown = null) => {
    if (condition !== true) fail(message);
  },
  assertEquals: areEqual,
  assertNotEquals: areNotEqual
};
