import type { ApexList } from '../runtime/values/list.ts';
import type { ApexMap } from '../runtime/values/map.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { Contention } from './contention.ts';
import type { SoqlQuery, SoslSearch } from './soql/ast.ts';
import type { DatabaseSync } from 'node:sqlite';

export type AccessMode = 'user' | 'system';

export interface DmlOptions {
  /** `user` enforces CRUD, FLS and sharing whatever the class says; `system` leaves only the class's sharing. */
  readonly access: AccessMode;
  readonly allOrNone: boolean;
  readonly externalIdField?: string;
  readonly duplicateRuleAllowSave?: boolean;
  /** Text that is too long is cut instead of refused. */
  readonly allowFieldTruncation?: boolean;
  /** Set by the approval engine: field updates run triggers but no validation rules. */
  readonly bypassValidation?: boolean;
  /** Set by lead conversion: fields that only the platform writes go through the whole save. */
  readonly systemFields?: boolean;
  /**
   * Written by the platform itself (AsyncApexJob, ProcessInstance, CronTrigger, notifications …): fields that Apex may not
   * write are allowed, and no triggers, validation rules, record locks or governor counts apply.
   */
  readonly internal?: boolean;
}

/** One row's outcome; errors use the platform's status codes. */
export interface DmlResult {
  readonly id: string | null;
  readonly success: boolean;
  readonly created: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string; readonly fields: readonly string[] }[];
}

/** Rows and the order of execution around them. Every method runs inside the current Execution (its user, its limits). */
export interface Database {
  /** Runs a parsed query. `binds` are Apex values in the order the parser numbered them. */
  query(query: SoqlQuery, binds: readonly unknown[], access: AccessMode): ApexList;
  /** `SELECT COUNT() …` */
  count(query: SoqlQuery, binds: readonly unknown[], access: AccessMode): number;
  /** Parses (cached by text), checks against the schema and runs; binds by lower-case name. Throws QueryException. */
  queryText(text: string, binds: ReadonlyMap<string, unknown> | ApexMap, access: AccessMode): ApexList;
  /** SOSL: one list of rows per returned object. */
  search(search: SoslSearch, binds: readonly unknown[], access?: AccessMode): ApexList;

  /** Dynamic SOSL; binds by lower-case name. */
  searchText(text: string, binds: ReadonlyMap<string, unknown> | ApexMap, access: AccessMode): ApexList;

  insert(rows: readonly SObject[], options: DmlOptions): DmlResult[];
  update(rows: readonly SObject[], options: DmlOptions): DmlResult[];
  upsert(rows: readonly SObject[], options: DmlOptions): DmlResult[];
  delete(rows: readonly SObject[], options: DmlOptions): DmlResult[];
  undelete(rows: readonly SObject[], options: DmlOptions): DmlResult[];
  /** Removes rows in the recycle bin for good; gives those that were in it. */
  emptyRecycleBin(ids: readonly string[]): ReadonlySet<string>;
  /** Test.setCreatedDate */
  setCreatedDate(id: string, milliseconds: number): void;

  /** Nested savepoints; the outermost transaction is opened by `transaction`. */
  savepoint(): string;
  rollbackTo(savepoint: string): void;
  /** BEGIN … COMMIT around an Apex transaction; rolls back and rethrows on an exception. */
  transaction<T>(body: () => T): T;
  /** Gives up the locks of a transaction that is about to wait for a callout and has written nothing. */
  yield(): void;
  /** Set while transactions are interleaved. */
  contention: Contention | null;
  /** The SQLite handle, for the platform's private tables (record locks, notifications): same file, same transactions. */
  readonly connection: DatabaseSync;
  close(): void;
}
