import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lockFolder } from './data-folder.ts';
import type { Database, Sql } from './database.ts';
import { DatabaseError } from './errors.ts';
import type { Answer, Question, Work } from './sqlite-worker.ts';

/** SQLite in a thread of its own: it works synchronously, and requests must not wait for its disk. */
export async function openSqlite(folder: string | undefined): Promise<Database> {
  const unlock = folder ? lockFolder(folder) : () => undefined;
  const thread = startThread(folder ? join(folder, 'inference.sqlite') : ':memory:');
  try {
    await thread.ask({ kind: 'open' });
  } catch (error) {
    await thread.end();
    unlock();
    throw new DatabaseError(
      folder
        ? 'DATA_FOLDER: the embedded database cannot be opened; is the disk full, the folder writable, and its content from this service?'
        : 'The embedded database cannot be opened',
      error
    );
  }
  const sql: Sql = {
    query: <Row>(text: string, parameters: unknown[] = []) => thread.ask({ kind: 'query', text, parameters }) as Promise<Row[]>,
    script: async (text) => void (await thread.ask({ kind: 'script', text }))
  };
  // One session, and the thread answers in order. A transaction has it alone: everything else waits until it has ended.
  let transaction: Promise<unknown> | undefined;
  const outside = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    while (transaction) await transaction;
    return work();
  };
  return {
    engine: 'sqlite',
    exclusive: true,
    query: <Row>(text: string, parameters?: unknown[]) => outside(() => sql.query<Row>(text, parameters)),
    script: (text) => outside(() => sql.script(text)),
    // Nobody else could hold the lock.
    transaction: (_lock, work) =>
      outside(() => {
        const running = inTransaction(sql, work);
        transaction = running.then(ignore, ignore).then(() => (transaction = undefined));
        return running;
      }),
    close: () =>
      outside(async () => {
        await thread.ask({ kind: 'close' });
        await thread.end();
        unlock();
      })
  };
}

const ignore = () => undefined;

async function inTransaction<Result>(sql: Sql, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  await sql.script('BEGIN');
  try {
    const result = await work(sql);
    await sql.script('COMMIT');
    return result;
  } catch (error) {
    await sql.script('ROLLBACK');
    throw error;
  }
}

type Thread = { ask(work: Work): Promise<unknown>; end(): Promise<unknown> };

function startThread(location: string): Thread {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: location });
  // The service ends when its server does, not when its database does.
  worker.unref();
  const asked = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let dead: Error | undefined;
  const fail = (error: Error) => {
    dead ??= error;
    for (const { reject } of asked.values()) reject(dead);
    asked.clear();
  };
  worker.on('message', ({ id, rows, error }: Answer) => {
    if (error) asked.get(id)?.reject(Object.assign(new Error(error.message), { code: error.code }));
    else asked.get(id)?.resolve(rows);
    asked.delete(id);
    if (asked.size === 0) worker.unref();
  });
  worker.on('error', (error) => fail(error as Error));
  worker.on('exit', () => fail(new Error('the thread of the embedded database has ended')));
  return {
    ask(work) {
      if (dead) return Promise.reject(dead);
      const answer = Promise.withResolvers<unknown>();
      lastId += 1;
      asked.set(lastId, answer);
      worker.ref();
      worker.postMessage({ ...work, id: lastId } satisfies Question);
      return answer.promise;
    },
    end: () => worker.terminate()
  };
}
