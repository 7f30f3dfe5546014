import type { SObject } from './values/sobject.ts';

/** What `setOptions` gave single rows: a Database.DMLOptions each. They hold for the row's own DML beside the statement's. */
export interface RowOptions {
  readonly allowFieldTruncation: boolean | null;
}

const options = new WeakMap<SObject, RowOptions>();

export function rowOptions(row: SObject): RowOptions | null {
  return options.get(row) ?? null;
}

export function setRowOptions(row: SObject, given: RowOptions | null): void {
  if (given === null) options.delete(row);
  else options.set(row, given);
}
