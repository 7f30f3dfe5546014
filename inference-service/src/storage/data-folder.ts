import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseError } from './errors.ts';

const SQLITE_BUSY = 5;

/**
 * What a process remembers of its embedded database is true only while no other writes to it. The lock is the operating
 * system's, held on an open file: it ends with its process however that ends, and needs no process id, which containers
 * that share a folder give twice. A file of its own, so that the database can be read and copied meanwhile.
 */
export function lockFolder(folder: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const { code, errcode } = error as NodeJS.ErrnoException & { errcode?: number };
    if (errcode === SQLITE_BUSY) {
      throw new DatabaseError('DATA_FOLDER: in use by another process; give this one its own folder, or both a DATABASE_URL', error);
    }
    throw new DatabaseError(`DATA_FOLDER: cannot be written (${errcode === undefined ? code : (error as Error).message})`, error);
  }
  const held = lock;
  return () => held.close();
}
