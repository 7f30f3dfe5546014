import type { ObjectModel, OrgModel } from '../../metadata/model.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import type { DmlResult } from '../database.ts';
import type { Formulas } from '../formula/formulas.ts';
import type { RecordValues } from '../records.ts';
import type { Store } from '../store.ts';
import type { Access } from '../access.ts';
import type { Contention } from '../contention.ts';
import type { Sharing } from '../sharing.ts';

/** What the steps of a save share. */
export interface Engine {
  readonly model: OrgModel;
  readonly store: Store;
  readonly formulas: Formulas;
  readonly access: Access;
  readonly sharing: Sharing;
  /** What rows another transaction may hold; null while no other can be under way on this connection. */
  readonly contention: Contention | null;
  /** Reads records by id through the caches of the running operation. */
  load(object: ObjectModel, ids: readonly string[]): Map<string, RecordValues>;
  objectOf(id: string): ObjectModel | null;
}

export interface SaveError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** One row on its way through a save. */
export interface Work {
  /** The caller's row, which receives the new id and nothing else. */
  readonly source: SObject;
  /** Position in the caller's list. */
  readonly index: number;
  /** The row triggers see as Trigger.new. */
  row: SObject;
  /** The record before the save; null on insert. */
  before: RecordValues | null;
  /** What Trigger.old shows instead: in a save that workflow causes, the record before the save that caused it. */
  shownBefore?: RecordValues | null;
  readonly errors: SaveError[];
}

export function newWork(source: SObject, index: number): Work {
  return { source, index, row: source, before: null, errors: [] };
}

export function fail(work: Work, statusCode: string, message: string, fields: readonly string[] = []): void {
  work.errors.push({ statusCode, message, fields });
}

export function resultOf(work: Work, id: string | null, created: boolean): DmlResult {
  return {
    id: work.errors.length === 0 ? id : null,
    success: work.errors.length === 0,
    created: created && work.errors.length === 0,
    errors: work.errors
  };
}

/** Moves what triggers put on rows with addError into the save's errors. */
export function collectRowErrors(work: Work, row: SObject): void {
  for (const error of row.errors) fail(work, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', error.message, error.field === null ? [] : [error.field]);
  row.errors = [];
}
