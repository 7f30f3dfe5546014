/**
 * `addError` on a field: `account.Name.addError('…')`. The receiver is a value, so the compiler must say which row and
 * field it came from; it does by calling `addFieldError`. Reached in any other way the platform refuses too.
 */
import { current } from '../execution.ts';
import type { Implementation } from '../library.ts';
import { ApexException, throwApex } from '../values/exception.ts';
import type { SObject } from '../values/sobject.ts';

function detached(): never {
  return throwApex('System.FinalException', 'SObject row does not allow errors');
}

export const addErrorMethods: Readonly<Record<string, Implementation>> = { addError: detached };

/** Text of an error given as a String or an Exception. */
export function errorText(error: unknown): string {
  if (error === null || error === undefined) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return error instanceof ApexException ? error.getMessage() : String(error);
}

/** `row.addError(message)`. */
export function addRowError(row: SObject, error: unknown, escape = true): null {
  row.errors.push({ message: errorText(error), field: null, escape });
  return null;
}

/** `row.Field.addError(message)` and `row.addError('Field', message)`; the field by canonical name. */
export function addFieldError(row: SObject, field: string, error: unknown, escape = true): null {
  if (!current().org.model.objects.has(row.objectName.toLowerCase())) detached();
  row.errors.push({ message: errorText(error), field, escape });
  return null;
}
