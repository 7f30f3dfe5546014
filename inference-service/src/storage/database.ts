import { migrate } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/**
 * What the repositories need of a database. They write what SQLite and PostgreSQL both understand, so there is one
 * dialect and no query builder. Placeholders are `$1`; times are passed as text in ISO 8601, UTC, and may come back as
 * that or as a `Date`; true and false are written into the statement, and SQLite gives them back as 1 and 0.
 */
export type Sql = {
  query<Row>(text: string, parameters?: unknown[]): Promise<Row[]>;
  /** Several statements without parameters: migrations only. */
  script(text: string): Promise<void>;
};

export type Database = Sql & {
  readonly engine: 'sqlite' | 'postgresql';
  /** No other process can write to it, so what this process remembers of it is true. */
  readonly exclusive: boolean;
  /** All of the work or nothing, and one at a time of those that name the same lock, across replicas. */
  transaction<Result>(lock: string, work: (sql: Sql) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};

export type DatabaseOptions = { url?: string | undefined; pool?: number; folder?: string | undefined };

/** PostgreSQL when there is a URL, else SQLite in a folder, else SQLite in memory. Migrated when it returns. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const database = options.url ? openPostgres(options.url, options.pool ?? 10) : await openSqlite(options.folder);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
