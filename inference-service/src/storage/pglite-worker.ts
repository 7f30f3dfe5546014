import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

export type Work =
  { kind: 'open' } | { kind: 'close' } | { kind: 'script'; text: string } | { kind: 'query'; text: string; parameters: unknown[] };
export type Question = Work & { id: number };
export type Answer = { id: number; rows?: unknown[]; error?: { message: string; code: string | undefined } };

let database: PGlite | undefined;

async function answer(question: Question): Promise<unknown[]> {
  if (question.kind === 'open') database = await PGlite.create(workerData as string);
  if (!database) throw new Error('the embedded database is not open');
  if (question.kind === 'query') return (await database.query(question.text, question.parameters)).rows;
  if (question.kind === 'script') await database.exec(question.text);
  if (question.kind === 'close') await database.close();
  return [];
}

parentPort?.on('message', (question: Question) => {
  answer(question).then(
    (rows) => parentPort?.postMessage({ id: question.id, rows } satisfies Answer),
    (error: unknown) => {
      const { message, code } = error as { message?: string; code?: string };
      parentPort?.postMessage({ id: question.id, error: { message: message ?? String(error), code } } satisfies Answer);
    }
  );
});
