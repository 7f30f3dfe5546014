import { current } from '../../runtime/execution.ts';
import { platformType } from '../../runtime/types.ts';
import { ApexException, throwApex } from '../../runtime/values/exception.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { AccessMode, DmlOptions, DmlResult } from '../database.ts';

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** A DML statement: `insert rows;`, `update as user row;`. Throws DmlException when a row fails, and then nothing is written. */
export function dml(operation: DmlOperation, value: unknown, access: AccessMode = 'system', externalIdField?: string): void {
  if (value === null || value === undefined) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
  const rows = rowsOf(value);
  const results = runDml(operation, rows, { access, allOrNone: true, externalIdField });
  const exception = dmlException(operation, results, rows);
  if (exception) throw exception;
}

export function runDml(operation: DmlOperation, rows: readonly SObject[], options: DmlOptions): DmlResult[] {
  return current().org.database[operation](rows, options);
}

/** The rows of a DML argument: one row or a list of rows. */
export function rowsOf(value: unknown): SObject[] {
  if (value instanceof SObject) return [value];
  if (value instanceof ApexList) {
    return value.items.map((row) =>
      row instanceof SObject ? row : throwApex('System.NullPointerException', 'Attempt to de-reference a null object')
    );
  }
  return throwApex('System.TypeException', 'DML requires SObject or SObject list type');
}

/** The DmlException of failed results; null when every row succeeded. */
export function dmlException(operation: DmlOperation, results: readonly DmlResult[], rows: readonly SObject[]): ApexException | null {
  const failed = results.map((result, index) => ({ result, index })).filter(({ result }) => !result.success);
  const first = failed[0];
  if (!first) return null;
  const error = first.result.errors[0]!;
  const id = rows[first.index]?.get('Id') ?? null;
  const verb = operation[0]!.toUpperCase() + operation.slice(1);
  const message = `${verb} failed. First exception on row ${first.index}${id === null ? '' : ` with id ${String(id)}`}; first error: ${error.statusCode}, ${error.message}: [${error.fields.join(', ')}]`;
  const exception = new ApexException(platformType('System.DmlException'), message);
  exception.dml = failed.flatMap(({ result, index }) =>
    result.errors.map((item) => ({
      index,
      id: rows[index]?.get('Id') ? String(rows[index]!.get('Id')) : null,
      statusCode: item.statusCode,
      message: item.message,
      fields: item.fields,
      ...(rows[index] ? { object: rows[index].objectName } : {})
    }))
  );
  return exception;
}
