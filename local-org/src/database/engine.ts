import type { DatabaseSync } from 'node:sqlite';
import type { ObjectModel, OrgModel } from '../metadata/model.ts';
import { consume } from '../platform/limits.ts';
import { current } from '../runtime/execution.ts';
import { sobjectType } from '../runtime/types.ts';
import { throwApex } from '../runtime/values/exception.ts';
import { ApexId } from '../runtime/values/id.ts';
import { ApexList } from '../runtime/values/list.ts';
import type { ApexMap } from '../runtime/values/map.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { Access } from './access.ts';
import type { Contention } from './contention.ts';
import type { AccessMode, Database, DmlOptions, DmlResult } from './database.ts';
import { deleteChunk, purge, undeleteChunk } from './dml/delete.ts';
import { noteDml } from './dml/mixed.ts';
import { runBatches } from './dml/batches.ts';
import { saveChunk } from './dml/save.ts';
import type { DmlOperation } from './dml/statement.ts';
import { splitUpsert } from './dml/upsert.ts';
import type { Engine, Work } from './dml/work.ts';
import { Formulas } from './formula/formulas.ts';
import { QueryRunner } from './query-runner.ts';
import { loadRecords } from './records.ts';
import type { RecordValues } from './records.ts';
import { quote } from './schema.ts';
import { Sharing } from './sharing.ts';
import type { SoqlQuery, SoslSearch } from './soql/ast.ts';
import { SoqlSyntaxError } from './soql/build.ts';
import { inNamespace } from './soql/namespace.ts';
import { parseQueryText, parseSearchText, QueryTextError } from './soql/parse.ts';
import { distanceBetween } from './soql/compound.ts';
import { datePart } from './soql/dates.ts';
import type { Store } from './store.ts';

/** The org's rows: SOQL, DML with the order of execution, access and transactions on one SQLite database. */
export class LocalDatabase implements Database, Engine {
  readonly model: OrgModel;
  readonly store: Store;
  readonly formulas: Formulas;
  readonly access: Access;
  readonly sharing: Sharing;
  contention: Contention | null = null;
  private readonly queries: QueryRunner;
  private readonly byPrefix: ReadonlyMap<string, ObjectModel>;
  private savepoints = 0;

  constructor(model: OrgModel, store: Store) {
    this.model = model;
    this.store = store;
    this.byPrefix = new Map([...model.objects.values()].map((object) => [object.keyPrefix, object]));
    this.formulas = new Formulas(this);
    this.access = new Access(model, store);
    this.sharing = new Sharing(this);
    this.queries = new QueryRunner(this);
    this.defineFunctions();
  }

  get connection(): DatabaseSync {
    // Whoever asks for it may write.
    this.store.begin();
    return this.store.db;
  }

  query(query: SoqlQuery, binds: readonly unknown[], access: AccessMode): ApexList {
    const rows = this.queries.rows(query, binds, access);
    const type = rows[0]?.objectName ?? this.queries.resultType(query);
    return new ApexList(sobjectType(type), rows);
  }

  count(query: SoqlQuery, binds: readonly unknown[], access: AccessMode): number {
    return this.queries.count(query, binds, access);
  }

  queryText(text: string, binds: ReadonlyMap<string, unknown> | ApexMap, access: AccessMode): ApexList {
    const parsed = parsedText('System.QueryException', () => parseQueryText(text));
    return this.query(inNamespace(parsed.query, this.model.namespace), boundValues(parsed.bindNames, binds), access);
  }

  searchText(text: string, binds: ReadonlyMap<string, unknown> | ApexMap, access: AccessMode): ApexList {
    const parsed = parsedText('System.SearchException', () => parseSearchText(text));
    return this.search(inNamespace(parsed.query, this.model.namespace), boundValues(parsed.bindNames, binds), access);
  }

  /** One list of rows per object that the search returns. */
  search(search: SoslSearch, binds: readonly unknown[], access: AccessMode = 'system'): ApexList {
    return this.queries.search(search, binds, access);
  }

  insert(rows: readonly SObject[], options: DmlOptions): DmlResult[] {
    return this.save('insert', rows, options);
  }

  update(rows: readonly SObject[], options: DmlOptions): DmlResult[] {
    return this.save('update', rows, options);
  }

  upsert(rows: readonly SObject[], options: DmlOptions): DmlResult[] {
    this.begin('upsert', rows, options);
    return this.written(
      'upsert',
      rows,
      options,
      runBatches(rows, options, this, (object, works) => {
        const { inserts, updates } = splitUpsert(object, works, options.externalIdField, this);
        if (inserts.length > 0) saveChunk(object, inserts, { operation: 'insert', options, internal: options.internal }, this);
        if (updates.length > 0) saveChunk(object, updates, { operation: 'update', options, internal: options.internal }, this);
        return new Set(inserts);
      })
    );
  }

  delete(rows: readonly SObject[], options: DmlOptions): DmlResult[] {
    this.begin('delete', rows, options);
    return this.written(
      'delete',
      rows,
      options,
      runBatches(rows, options, this, (object, works) => {
        deleteChunk(object, works, options, this);
        return new Set();
      })
    );
  }

  undelete(rows: readonly SObject[], options: DmlOptions): DmlResult[] {
    this.begin('undelete', rows, options);
    return this.written(
      'undelete',
      rows,
      options,
      runBatches(rows, options, this, (object, works) => {
        undeleteChunk(object, works, this);
        return new Set();
      })
    );
  }

  /** Database.emptyRecycleBin */
  emptyRecycleBin(ids: readonly string[]): ReadonlySet<string> {
    const binned = new Set<string>();
    for (const id of ids) if (purge(id, this)) binned.add(id);
    return binned;
  }

  /** Test.setCreatedDate: the one audit field a test may choose. */
  setCreatedDate(id: string, milliseconds: number): void {
    const object = this.objectOf(id);
    if (!object) throwApex('System.IllegalArgumentException', `Invalid id: ${id}`);
    this.store.run(`UPDATE ${quote(object.name)} SET "CreatedDate" = ? WHERE "Id" = ?`, [Math.floor(milliseconds / 1000) * 1000, id]);
  }

  private save(operation: 'insert' | 'update', rows: readonly SObject[], options: DmlOptions): DmlResult[] {
    const events = rows.filter((row) => this.model.objects.get(row.objectName.toLowerCase())?.kind === 'platformEvent');
    if (events.length > 0 && operation === 'insert') {
      current().org.platform.publishEvents(events);
      return rows.map(() => ({ id: null, success: true, created: true, errors: [] }));
    }
    this.begin(operation, rows, options);
    return this.written(
      operation,
      rows,
      options,
      runBatches(rows, options, this, (object, works) => {
        saveChunk(object, works, { operation, options, internal: options.internal }, this);
        return new Set<Work>(operation === 'insert' ? works : []);
      })
    );
  }

  private written(operation: DmlOperation, rows: readonly SObject[], { internal }: DmlOptions, results: DmlResult[]): DmlResult[] {
    if (this.contention && !internal && rows[0]) this.contention.reached({ kind: 'dml', operation, object: rows[0].objectName });
    return results;
  }

  private begin(operation: DmlOperation, rows: readonly SObject[], options: DmlOptions): void {
    if (options.internal || rows.length === 0) return;
    rejectDuplicates(operation, rows);
    consume('dmlStatements');
    consume('dmlRows', rows.length);
    for (const name of new Set(rows.map((row) => row.objectName))) noteDml(operation, name, rows);
  }

  savepoint(): string {
    const name = `apex_${++this.savepoints}`;
    this.store.begin();
    this.store.db.exec(`SAVEPOINT ${name}`);
    return name;
  }

  rollbackTo(savepoint: string): void {
    if (!/^apex_\d+$/.test(savepoint)) throw new Error(`Not a savepoint: ${savepoint}`);
    try {
      this.store.db.exec(`ROLLBACK TO ${savepoint}`);
    } catch (error) {
      // A rollback past it ended it.
      if (error instanceof Error && /no such savepoint/.test(error.message))
        throwApex('System.TypeException', 'Savepoint does not exist in the current transaction');
      throw error;
    }
    this.access.forget();
    this.sharing.forget();
  }

  transaction<T>(body: () => T): T {
    if (this.store.changedElsewhere()) {
      this.access.forget();
      this.sharing.forget();
    }
    try {
      return this.store.atomically(body);
    } catch (error) {
      this.access.forget();
      this.sharing.forget();
      throw error;
    }
  }

  yield(): void {
    this.contention?.release();
    this.store.yield();
  }

  load(object: ObjectModel, ids: readonly string[]): Map<string, RecordValues> {
    return loadRecords(this.store, object, ids);
  }

  /** The object an id belongs to, by its key prefix. */
  objectOf(id: string): ObjectModel | null {
    return this.byPrefix.get(id.slice(0, 3)) ?? null;
  }

  /** A private copy of the whole database, to open others from. */
  serialize(): Uint8Array {
    return this.store.serialize();
  }

  close(): void {
    this.store.close();
  }

  private defineFunctions(): void {
    const { db } = this.store;
    db.function('name_of', (id) => this.nameOf(id as string | null));
    db.function('type_of', (id) => (typeof id === 'string' ? (this.objectOf(id)?.name ?? null) : null));
    db.function('date_part', { useBigIntArguments: true }, (name, value, zone) =>
      datePart(name as string, value as string | bigint | null, zone as string)
    );
    db.function('distance', { useBigIntArguments: false, varargs: true }, distanceBetween as never);
    db.function('formula', (path, id) => this.formulas.stored(path as string, id as string | null));
  }

  private nameOf(id: string | null): string | null {
    const object = typeof id === 'string' ? this.objectOf(id) : null;
    const field = object ? [...object.fields.values()].find((candidate) => candidate.nameField) : undefined;
    if (!object || !field || id === null) return null;
    const row = this.store.get(`SELECT ${quote(field.name)} FROM ${quote(object.name)} WHERE "Id" = ?`, [id]);
    return (row?.[0] as string | null | undefined) ?? null;
  }
}

function parsedText<T>(exception: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof QueryTextError || error instanceof SoqlSyntaxError) return throwApex(exception, error.message);
    throw error;
  }
}

function boundValues(names: readonly string[], binds: ReadonlyMap<string, unknown> | ApexMap): unknown[] {
  const named = lowerKeys(binds);
  return names.map((name) => {
    const key = name.trim().toLowerCase();
    if (!named.has(key)) throwApex('System.QueryException', `Variable does not exist: ${name}`);
    return named.get(key);
  });
}

function lowerKeys(binds: ReadonlyMap<string, unknown> | ApexMap): Map<string, unknown> {
  const result = new Map<string, unknown>();
  const twice: string[] = [];
  const seen = new Map<string, string>();
  for (const [key, value] of binds as Iterable<readonly [unknown, unknown]>) {
    const name = String(key);
    const other = seen.get(name.toLowerCase());
    if (other !== undefined) twice.push(other, name);
    seen.set(name.toLowerCase(), name);
    result.set(name.toLowerCase(), value);
  }
  if (twice.length > 0)
    throwApex('System.QueryException', `The bindMap consists of duplicate case-insensitive keys: [${twice.join(', ')}]`);
  return result;
}

/** No record may be written twice in one statement, and no row may be inserted twice. */
function rejectDuplicates(operation: DmlOperation, rows: readonly SObject[]): void {
  const seen = new Set<string>();
  const inserted = new Set<SObject>();
  for (const [index, row] of rows.entries()) {
    const id = row.get('Id');
    if (!(id instanceof ApexId)) {
      if (inserted.has(row) && (operation === 'insert' || operation === 'upsert'))
        throwApex('System.ListException', `Before Insert or Upsert list must not have two identically equal elements at index ${index}`);
      inserted.add(row);
      continue;
    }
    if (operation === 'insert') continue;
    if (seen.has(id.value)) throwApex('System.ListException', `Duplicate id in list: ${id.value}`);
    seen.add(id.value);
  }
}
