import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

/** A folder for each engine: they differ in types and in what can be tuned. */
const FOLDERS = new URL('./migrations/', import.meta.url);

type Migration = { name: string; text: string; checksum: string };

/**
 * Applies what is new, in one transaction under a lock, so that replicas can start together. Forward only: an applied
 * file must never change, and a database that is ahead of the code (rolled-back deployment) is left as it is.
 */
export async function migrate(database: Database): Promise<void> {
  const migrations = await readMigrations(new URL(`${database.engine}/`, FOLDERS));
  await database.transaction('migrations', async (sql) => {
    await sql.script(
      'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP)'
    );
    const rows = await sql.query<{ name: string; checksum: string }>('SELECT name, checksum FROM schema_migrations');
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));
    for (const migration of migrations) {
      const checksum = applied.get(migration.name);
      if (checksum === migration.checksum) continue;
      if (checksum) throw new Error(`migration ${migration.name} was changed after it had been applied; add a new file instead`);
      await sql.script(migration.text);
      await sql.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [migration.name, migration.checksum]);
    }
  });
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    })
  );
}
