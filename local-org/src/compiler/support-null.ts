/** Null checks of emitted code. */
import { throwApex } from '../runtime/values/exception.ts';

const NULL_MESSAGE = 'Attempt to de-reference a null object';

export function nullReference(): never {
  return throwApex('System.NullPointerException', NULL_MESSAGE);
}

/** The value, which must not be null. */
export function nn<T>(value: T | null): T {
  return value === null || value === undefined ? nullReference() : value;
}

/** A condition: null is an error, not false. */
export function b(value: boolean | null): boolean {
  return value === null || value === undefined ? nullReference() : value;
}
