import { deserialize, serialize } from 'node:v8';
import { DatabaseSync } from 'node:sqlite';
import type { Program } from '../compiler/program.ts';
import { decode, encode } from '../threads/graph.ts';
import type { Graph } from '../threads/graph.ts';

/** Platform Cache: values that outlive a transaction, forgotten with the process. Sessions are kept per user. */
export interface PlatformCache {
  get(key: string): unknown;
  put(key: string, value: unknown, ttlSeconds: number): void;
  remove(key: string): boolean;
  /** Keys that begin with `prefix`, without it. */
  keys(prefix: string): string[];
  clear(): void;
  /** Runs `body`; when it throws, what it changed here is taken back if `undo` says so of the error. */
  guarded<T>(body: () => T, undo: (error: unknown) => boolean): T;
}

interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly expires: number;
}

/** The cache of an org that one thread works on. Keys are found in any case and listed as they were written. */
export class LocalCache implements PlatformCache {
  private entries = new Map<string, Entry>();

  get(key: string): unknown {
    const entry = this.entries.get(key.toLowerCase());
    if (!entry) return null;
    if (entry.expires > Date.now()) return entry.value;
    this.entries.delete(key.toLowerCase());
    return null;
  }

  put(key: string, value: unknown, ttlSeconds: number): void {
    this.entries.set(key.toLowerCase(), { key, value, expires: Date.now() + ttlSeconds * 1000 });
  }

  remove(key: string): boolean {
    return this.entries.delete(key.toLowerCase());
  }

  keys(prefix: string): string[] {
    return [...this.entries.values()]
      .map(({ key }) => key)
      .filter((key) => key.toLowerCase().startsWith(prefix.toLowerCase()) && this.get(key) !== null)
      .map((key) => key.slice(prefix.length));
  }

  clear(): void {
    this.entries.clear();
  }

  guarded<T>(body: () => T, undo: (error: unknown) => boolean): T {
    const before = new Map(this.entries);
    try {
      return body();
    } catch (error) {
      if (undo(error)) this.entries = before;
      throw error;
    }
  }
}

/** The cache of an org that several threads work on: one database in the memory of the process, opened by name. */
export class SharedCache implements PlatformCache {
  private readonly db: DatabaseSync;
  private readonly program: Program;

  constructor(name: string, program: Program) {
    this.program = program;
    this.db = new DatabaseSync(`file:/${name}?vfs=memdb`);
    this.db.exec(
      'PRAGMA busy_timeout = 10000; CREATE TABLE IF NOT EXISTS entry (id TEXT PRIMARY KEY, key TEXT NOT NULL, value BLOB NOT NULL, expires INTEGER NOT NULL) STRICT'
    );
  }

  get(key: string): unknown {
    const row = this.db.prepare('SELECT value FROM entry WHERE id = ? AND expires > ?').get(key.toLowerCase(), Date.now());
    return row ? decode(deserialize(row['value'] as Uint8Array) as Graph, this.program) : null;
  }

  put(key: string, value: unknown, ttlSeconds: number): void {
    this.db
      .prepare('INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)')
      .run(key.toLowerCase(), key, serialize(encode(value)), Date.now() + ttlSeconds * 1000);
  }

  remove(key: string): boolean {
    return this.db.prepare('DELETE FROM entry WHERE id = ?').run(key.toLowerCase()).changes > 0;
  }

  keys(prefix: string): string[] {
    return this.db
      .prepare('SELECT key FROM entry WHERE expires > ? ORDER BY rowid')
      .all(Date.now())
      .map(({ key }) => String(key))
      .filter((key) => key.toLowerCase().startsWith(prefix.toLowerCase()))
      .map((key) => key.slice(prefix.length));
  }

  clear(): void {
    this.db.exec('DELETE FROM entry');
  }

  guarded<T>(body: () => T, undo: (error: unknown) => boolean): T {
    this.db.exec('BEGIN');
    try {
      return body();
    } catch (error) {
      if (undo(error)) this.db.exec('ROLLBACK');
      throw error;
    } finally {
      if (this.db.isTransaction) this.db.exec('COMMIT');
    }
  }

  close(): void {
    this.db.close();
  }
}
