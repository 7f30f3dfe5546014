import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { migrate } from './migrations.ts';

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

/** Refused, cut, not answered in time, or shutting down: the query was right and may be tried again. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String((error as { code?: unknown }).code ?? '');
  // Class 08: connection; 57P: the server is starting or stopping; 53300: no connection left.
  if (/^(?:08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE)$/.test(code)) return true;
  return /^(?:Connection terminated|timeout expired|timeout exceeded when trying to connect)/.test(error.message);
}

function openPostgres(url: string, max: number): Database {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000
  });
  // Without a listener an idle connection lost to a database restart would end the process; the next query reconnects.
  pool.on('error', () => undefined);
  return {
    engine: 'postgresql',
    query: async <Row>(text: string, parameters: unknown[] = []) => (await pool.query(text, parameters)).rows as Row[],
    script: async (text) => void (await pool.query(text)),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('BEGIN');
        const result = await work({
          query: async <Row>(text: string, parameters: unknown[] = []) => (await client.query(text, parameters)).rows as Row[],
          script: async (text) => void (await client.query(text))
        });
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end()
  };
}

async function openPglite(folder: string | undefined): Promise<Database> {
  const unlock = folder ? lockFolder(folder) : () => undefined;
  let client: PGlite;
  try {
    client = await PGlite.create(folder ? join(folder, 'database') : 'memory://');
  } catch (error) {
    unlock();
    throw error;
  }
  return {
    engine: 'pglite',
    query: async <Row>(text: string, parameters: unknown[] = []) => (await client.query<Row>(text, parameters)).rows,
    script: async (text) => void (await client.exec(text)),
    transaction: (work) =>
      client.transaction((transaction) =>
        work({
          query: async <Row>(text: string, parameters: unknown[] = []) => (await transaction.query<Row>(text, parameters)).rows,
          script: async (text) => void (await transaction.exec(text))
        })
      ) as Promise<never>,
    async close() {
      await client.close();
      unlock();
    }
  };
}

/** PGlite does not notice a second process on its folder and would damage the files, so the first one leaves its process id. */
function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'process-id');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && isRunning(owner)) {
      throw new Error(`DATA_FOLDER is in use by process ${owner}; give this one its own folder, or both a DATABASE_URL`, { cause: error });
    }
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
