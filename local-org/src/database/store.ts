import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { OrgModel } from '../metadata/model.ts';
import type { Stored } from './codec.ts';
import { formatId } from './ids.ts';
import { isBusy, LockedError, lockDataFile } from './lock.ts';
import { RowsLocked } from './contention.ts';
import { BOOKKEEPING, createStatements, describeSchema, migrationStatements } from './schema.ts';
import { fold, likeMatches, sortKey } from './text.ts';

/** A data file that cannot be used: corrupt, in use by another server, or not ours. */
export class DataFileError extends Error {}

const MAX_STATEMENTS = 1000;
/** As long as the platform waits for a row. */
const LOCK_WAIT_MS = 10_000;
/** Between two looks at whether the transaction had better wait elsewhere. */
const PATIENCE_MS = 100;
/** SQLite may not write there, has no room, or cannot open it. */
const UNUSABLE: ReadonlySet<number> = new Set([8, 13, 14]);

/** The SQLite connection: prepared statements, the functions SQL needs from JavaScript, ids and savepoints. */
export class Store {
  readonly db: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private readonly unlock: (() => void) | null;
  private depth = 0;
  /** Other connections, in other threads, work on the same file. */
  private shared = false;
  private onWait: (() => void) | null = null;
  private version: bigint | null = null;
  private changesAtBegin = 0n;
  private readonly nextIds = new Map<string, bigint>();

  private constructor(db: DatabaseSync, unlock: (() => void) | null) {
    this.db = db;
    this.unlock = unlock;
    this.db.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : null));
    this.db.function('sort_key', { deterministic: true }, (text) => (typeof text === 'string' ? sortKey(text) : null));
    this.db.function('like_folded', { deterministic: true }, (text, pattern) =>
      typeof text === 'string' && likeMatches(fold(text), pattern as string) ? 1 : 0
    );
  }

  static memory(model: OrgModel): Store {
    const store = new Store(new DatabaseSync(':memory:'), null);
    store.create(model);
    return store;
  }

  /** A private copy of a serialized database. */
  static copy(template: Uint8Array): Store {
    const db = new DatabaseSync(':memory:');
    db.deserialize(template);
    return new Store(db, null);
  }

  /** Opens or creates a data file. `created` tells the caller to fill it. */
  static file(path: string, model: OrgModel): { store: Store; created: boolean } {
    let unlock = (): void => {};
    try {
      mkdirSync(dirname(path), { recursive: true });
      unlock = lock(path);
      const created = !existsSync(path);
      const store = new Store(new DatabaseSync(path), unlock);
      store.openFile(path, model, created);
      return { store, created };
    } catch (error) {
      unlock();
      throw inWords(path, error);
    }
  }

  /** A further connection to a file that another thread has opened. */
  static join(path: string): Store {
    const db = new DatabaseSync(path);
    db.exec('PRAGMA synchronous = NORMAL');
    const store = new Store(db, null);
    store.share(null);
    return store;
  }

  /** From now on other connections work on the file too. `onWait` is told while this one waits for them; it may throw. */
  share(onWait: (() => void) | null): void {
    this.db.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
    this.shared = true;
    this.onWait = onWait;
  }

  private openFile(path: string, model: OrgModel, created: boolean): void {
    this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000');
    if (created) return this.create(model);
    const check = this.db.prepare('PRAGMA quick_check(1)').get() as { quick_check?: string };
    if (check.quick_check !== 'ok')
      throw new DataFileError(`${path} is damaged (${check.quick_check}). Restore it from a copy or start with --reset.`);
    const tables = new Set(
      this.db
        .prepare('SELECT name FROM sqlite_master')
        .all()
        .map(({ name }) => name)
    );
    // A server that was killed while it made the file left it empty: its tables come in one transaction.
    if (tables.size === 0) return this.create(model);
    if (!tables.has('_org')) throw new DataFileError(`${path} is not a local org's data file`);
    for (const statement of BOOKKEEPING) this.db.exec(statement);
    this.migrate(model);
  }

  private create(model: OrgModel): void {
    this.db.exec('BEGIN');
    for (const statement of createStatements(model)) this.db.exec(statement);
    this.setMeta('schema', JSON.stringify(describeSchema(model)));
    this.setMeta('fingerprint', model.fingerprint);
    this.db.exec('COMMIT');
  }

  private migrate(model: OrgModel): void {
    const schema = JSON.stringify(describeSchema(model));
    if (this.meta('schema') === schema) return;
    const stored = JSON.parse(this.meta('schema') ?? '{}') as ReturnType<typeof describeSchema>;
    const statements = migrationStatements(stored, model);
    this.db.exec('BEGIN');
    for (const statement of statements) this.db.exec(statement);
    this.setMeta('schema', JSON.stringify({ ...stored, ...describeSchema(model) }));
    this.setMeta('fingerprint', model.fingerprint);
    this.db.exec('COMMIT');
  }

  meta(key: string): string | null {
    const row = this.prepare('SELECT "value" FROM "_org" WHERE "key" = ?').get(key) as [string] | undefined;
    return row ? row[0] : null;
  }

  setMeta(key: string, value: string): void {
    this.db.prepare('INSERT INTO "_org" VALUES (?, ?) ON CONFLICT DO UPDATE SET "value" = excluded."value"').run(key, value);
  }

  /** A prepared statement whose rows are arrays with integers as bigint. Kept for the next use of the same text. */
  prepare(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      statement.setReadBigInts(true);
      statement.setReturnArrays(true);
      if (this.statements.size >= MAX_STATEMENTS) this.statements.delete(this.statements.keys().next().value!);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  all(sql: string, parameters: readonly Stored[] = []): unknown[][] {
    return this.prepare(sql).all(...parameters) as unknown as unknown[][];
  }

  get(sql: string, parameters: readonly Stored[] = []): unknown[] | undefined {
    return this.prepare(sql).get(...parameters) as unknown as unknown[] | undefined;
  }

  run(sql: string, parameters: readonly Stored[] = []): void {
    this.begin();
    this.prepare(sql).run(...parameters);
  }

  /** The next number of a named sequence (ids by key prefix, auto-numbers by field), `atLeast` or above. */
  next(name: string, atLeast = 1n): bigint {
    this.begin();
    const row = this.prepare(
      'INSERT INTO "_sequence" VALUES (?1, ?2 + 1) ON CONFLICT DO UPDATE SET "next" = MAX("next", ?2) + 1 RETURNING "next" - 1'
    ).get(name, atLeast);
    return (row as unknown as [bigint])[0];
  }

  /** A rollback takes rows back, never their ids: nothing later in this process has the id of a row that is gone. */
  newId(prefix: string): string {
    const number = this.next(`id:${prefix}`, this.nextIds.get(prefix) ?? 1n);
    this.nextIds.set(prefix, number + 1n);
    return formatId(prefix, number);
  }

  /** Runs `body` in a transaction, or in a savepoint of the one that is open. */
  atomically<T>(body: () => T): T {
    if (this.depth === 0) return this.outermost(body);
    const name = `level_${this.depth}`;
    this.begin();
    this.db.exec(`SAVEPOINT ${name}`);
    this.depth++;
    try {
      const result = body();
      this.db.exec(`RELEASE ${name}`);
      return result;
    } catch (error) {
      this.db.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    } finally {
      this.depth--;
    }
  }

  private outermost<T>(body: () => T): T {
    if (!this.shared) {
      this.db.exec('BEGIN');
      this.changesAtBegin = this.totalChanges();
    }
    this.depth++;
    try {
      const result = body();
      if (this.db.isTransaction) this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    } finally {
      this.depth--;
    }
  }

  /**
   * Takes the database for writing, to the end of the transaction. Where other connections work on it too, reads before
   * that are each of what is committed, as on the platform; throws RowsLocked when the writer before us takes too long.
   */
  begin(): void {
    if (!this.shared || this.depth === 0 || this.db.isTransaction) return;
    const deadline = Date.now() + LOCK_WAIT_MS;
    for (;;) {
      try {
        this.db.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        this.onWait?.();
        if (Date.now() > deadline) throw new RowsLocked([]);
      }
    }
  }

  /** Ends what was begun without having written, so that nobody waits meanwhile; the next write begins anew. */
  yield(): void {
    if (this.shared && this.depth === 1 && this.db.isTransaction) this.db.exec('COMMIT');
  }

  /** Whether another connection has committed since this was last asked. */
  changedElsewhere(): boolean {
    if (!this.shared || this.depth > 0) return false;
    const [version] = this.get('PRAGMA data_version') as [bigint];
    const changed = version !== this.version;
    this.version = version;
    return changed;
  }

  /**
   * Runs `body` beside the transaction that is open, in transactions of its own: what it commits stays when that one is
   * rolled back. Only before the open one has written anything: one connection cannot hold two sets of changes.
   */
  aside<T>(body: () => T): T {
    if (this.depth > 1 || this.totalChanges() !== this.changesAtBegin)
      throw new Error('The transaction has begun to write: nothing can be committed beside it');
    const { depth } = this;
    this.db.exec('COMMIT');
    this.depth = 0;
    try {
      return body();
    } finally {
      this.depth = depth;
      this.db.exec('BEGIN');
      this.changesAtBegin = this.totalChanges();
    }
  }

  private totalChanges(): bigint {
    return (this.get('SELECT total_changes()') as [bigint])[0];
  }

  serialize(): Uint8Array {
    return this.db.serialize();
  }

  close(): void {
    this.statements.clear();
    this.db.close();
    this.unlock?.();
  }
}

/** One server per data file. */
/** What is wrong with the file or its folder rather than with this program. */
function inWords(path: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { errcode, syscall } = error as { errcode?: number; syscall?: string };
  if (errcode !== undefined && /not a database|malformed|corrupt/i.test(error.message))
    return new DataFileError(`${path} is damaged (${error.message}). Restore it from a copy or start with --reset.`);
  if (syscall !== undefined || (errcode !== undefined && UNUSABLE.has(errcode)))
    return new DataFileError(`${path} cannot be used (${error.message}). Choose another data folder.`);
  return error;
}

function lock(path: string): () => void {
  try {
    return lockDataFile(path);
  } catch (error) {
    if (error instanceof LockedError) throw new DataFileError(`${error.message}. Stop that server or choose another data folder.`);
    throw error;
  }
}
