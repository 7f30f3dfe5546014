import { Pool } from 'pg';
import type { Database } from './database.ts';

/** PostgreSQL, for production and for more than one replica. Connects when it is first asked something. */
export function openPostgres(url: string, max: number): Database {
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
    exclusive: false,
    query: async <Row>(text: string, parameters: unknown[] = []) => (await pool.query(text, parameters)).rows as Row[],
    script: async (text) => void (await pool.query(text)),
    async transaction(lock, work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('BEGIN');
        await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [lock]);
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
