import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

export type Work =
  { kind: 'open' } | { kind: 'close' } | { kind: 'script'; text: string } | { kind: 'query'; text: string; parameters: unknown[] };
export type Question = Work & { id: number };
export type Answer = { id: number; rows?: unknown[]; error?: { message: string; code: string | undefined } };

/**
 * What a process was told is stored survives its end however it ends; after a power cut the last answers may be gone,
 * the file is not damaged (https://www.sqlite.org/pragma.html#pragma_synchronous). Large pages: an answer has three
 * kilobytes, and of those a small page holds one.
 */
const SETTINGS = 'PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL';

/** A statement for many rows has a text for each number of rows. */
const STATEMENTS_KEPT = 50;

/** Primary result codes (https://www.sqlite.org/rescode.html) that say nothing against the statement. */
const OUTAGES = new Map([
  [5, 'SQLITE_BUSY'],
  [8, 'SQLITE_READONLY'],
  [10, 'SQLITE_IOERR'],
  [13, 'SQLITE_FULL'],
  [14, 'SQLITE_CANTOPEN']
]);

let database: DatabaseSync | undefined;
const statements = new Map<string, StatementSync>();

function answer(question: Question): unknown[] {
  if (question.kind === 'open') {
    database = new DatabaseSync(workerData as string);
    database.exec(SETTINGS);
    return [];
  }
  if (!database) throw new Error('the embedded database is not open');
  if (question.kind === 'query') return prepared(database, question.text).all(...(question.parameters as SQLInputValue[]));
  if (question.kind === 'script') database.exec(question.text);
  if (question.kind === 'close') database.close();
  return [];
}

function prepared(open: DatabaseSync, text: string): StatementSync {
  const known = statements.get(text);
  // Numbered parameters are written `$1` in PostgreSQL and `?1` here, where `$1` would be a name.
  const statement = known ?? open.prepare(text.replaceAll(/\$(\d+)/g, '?$1'));
  if (known) statements.delete(text);
  statements.set(text, statement);
  if (statements.size > STATEMENTS_KEPT) statements.delete(statements.keys().next().value!);
  return statement;
}

parentPort?.on('message', (question: Question) => {
  try {
    parentPort?.postMessage({ id: question.id, rows: answer(question) } satisfies Answer);
  } catch (error) {
    const { message, errcode } = error as { message?: string; errcode?: number };
    const code = errcode === undefined ? undefined : (OUTAGES.get(errcode & 0xff) ?? `SQLITE_${errcode}`);
    parentPort?.postMessage({ id: question.id, error: { message: message ?? String(error), code } } satisfies Answer);
  }
});
