import { migrate } from './migrations.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/**
 * What the repositories need of a database. PGlite and PostgreSQL speak the same SQL, so there is one dialect and
 * no query builder. Placeholders are `$1`; arrays are passed as parameters with a cast such as `$1::text[]`.
 */
export type Sql = {
  query<Row>(text: string, parameters?: unknown[]): Promise<Row[]>;
  /** Several statements without parameters: migrations only. */
  script(text: string): Promise<void>;
};

export type Database = Sql & {
  readonly engine: 'pglite' | 'postgresql';
  /** No other process can write to it, so what this process remembers of it is true. */
  readonly exclusive: boolean;
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};

export type DatabaseOptions = { url?: string | undefined; pool?: number; folder?: string | undefined };

/** PostgreSQL when there is a URL, else PGlite in a folder, else PGlite in memory. Migrated when it returns. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const database = options.url ? openPostgres(options.url, options.pool ?? 10) : await openPglite(options.folder);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
