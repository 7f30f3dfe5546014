import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** The data file belongs to another server. */
export class LockedError extends Error {
  readonly owner: number;

  constructor(path: string, owner: number) {
    super(`${path} is in use by process ${owner}`);
    this.owner = owner;
  }
}

/**
 * Takes the lock beside a data file and gives the function that releases it. The lock is the operating system's, held by
 * SQLite's write transaction on a file of its own: it ends with the process however that ends. A process number alone
 * would not do, since in a container every server has the same.
 */
export function lockDataFile(path: string): () => void {
  const lockPath = `${path}.lock`;
  const lock = open(lockPath);
  try {
    lock.prepare('INSERT INTO "owner" VALUES (1, ?) ON CONFLICT DO UPDATE SET "pid" = excluded."pid"').run(process.pid);
    lock.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const owner = isBusy(error) ? ownerOf(lock) : null;
    lock.close();
    throw owner === null ? error : new LockedError(path, owner);
  }
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
    rmSync(lockPath, { force: true });
  };
}

/** Does something to a data file that no server works with, and keeps servers away meanwhile. */
export function whileUnused(path: string, work: () => void): void {
  const unlock = lockDataFile(path);
  try {
    work();
  } finally {
    unlock();
  }
}

function open(lockPath: string): DatabaseSync {
  const create = 'PRAGMA busy_timeout = 0; CREATE TABLE IF NOT EXISTS "owner" ("key" INTEGER PRIMARY KEY, "pid" INTEGER)';
  const lock = new DatabaseSync(lockPath);
  try {
    lock.exec(create);
    return lock;
  } catch (error) {
    if (isBusy(error)) return lock;
    lock.close();
    // Not a lock of this kind: nobody can hold it.
    rmSync(lockPath);
    const fresh = new DatabaseSync(lockPath);
    fresh.exec(create);
    return fresh;
  }
}

const SQLITE_BUSY = 5;

export function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;
}

function ownerOf(lock: DatabaseSync): number {
  const row = lock.prepare('SELECT "pid" FROM "owner"').get() as { pid: number } | undefined;
  return row?.pid ?? 0;
}
