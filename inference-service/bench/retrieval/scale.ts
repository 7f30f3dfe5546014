import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { openDatabase } from '../../src/storage/database.ts';
import { randomFrom } from '../../src/retrieval/fixtures.ts';
import { openContentStore } from '../../src/retrieval/store/content-store.ts';
import { analyse, ContentIndex, search } from '../../src/retrieval/index.ts';
import { processorSeconds, since } from '../arguments.ts';
import type { Figure } from '../report.ts';
import type { Collection } from './collections.ts';
import { library } from './library.ts';

const QUERIES = 300;
const ARRIVALS_PER_SECOND = 50;
const OPEN_SECONDS = 20;
const SATURATED_FROM = 5;

/** As many passages as a large library has, made of sentences of real texts in an order of their own, beside MiniSearch in the same process. */
export async function scale(folder: string, { documents, queries }: Collection): Promise<Figure[]> {
  const items = [...library(documents)];
  const claims = { internal: true };

  const startMini = processorSeconds();
  const mini = new MiniSearch({ fields: ['title', 'text'], idField: 'id' });
  items.forEach(({ id, title, passages }) => passages.forEach(({ text }, i) => mini.add({ id: `${id}-${i}`, title, text })));
  const miniSeconds = since(startMini);

  const start = processorSeconds();
  const index = new ContentIndex();
  for (const item of items) index.put(analyse(item));
  const seconds = since(start);

  const texts = Array.from({ length: QUERIES }, (_, i) => queries[i % queries.length]!.text);
  const processor = (work: (text: string) => unknown): number => {
    for (const text of texts.slice(0, 30)) work(text);
    const from = processorSeconds();
    for (const text of texts) work(text);
    return (since(from) / texts.length) * 1000;
  };
  const ours = processor((text) => search(index, { text, claims }));
  const miniQuery = processor((text) => mini.search(text).slice(0, 10));
  const { median, p99 } = await openArrivals((text) => search(index, { text, claims }), texts);

  const database = await openDatabase({});
  const store = openContentStore(database);
  for (let from = 0; from < items.length; from += 500) await store.put('org', items.slice(from, from + 500));
  const startRestore = performance.now();
  await openContentStore(database).open('org');
  const restore = (performance.now() - startRestore) / 1000;
  await database.close();

  return [
    {
      figure: '50,000 passages: indexing, processor s',
      ours: seconds,
      digits: 1,
      target: `<= ${2 * miniSeconds}`,
      references: { MiniSearch: miniSeconds }
    },
    {
      figure: '50,000 passages: a query, processor ms',
      ours,
      digits: 2,
      target: `<= ${2 * miniQuery}`,
      references: { MiniSearch: miniQuery }
    },
    {
      figure: `p99 at ${ARRIVALS_PER_SECOND} arrivals a second against the median (${median.toFixed(1)} ms)`,
      // Where questions come faster than they are answered, all of them wait alike and the ratio looks good.
      ours: median > SATURATED_FROM * ours ? 'saturated' : p99 / median,
      digits: 2,
      target: '<= 5'
    },
    { figure: 'memory of a process that holds this index, GiB', ours: memory(folder), digits: 2, target: '<= 1.5' },
    { figure: 'restoring it from the database after a restart, s', ours: restore, digits: 1 }
  ];
}

/** In a process of its own: here MiniSearch's index stands beside ours. */
function memory(folder: string): number {
  const program = fileURLToPath(new URL('memory.ts', import.meta.url));
  return Number(execFileSync(process.execPath, ['--expose-gc', program, folder], { encoding: 'utf8' }).split(' ')[0]);
}

/** Questions arrive at random moments whether or not the ones before are answered; waiting counts. */
async function openArrivals(work: (text: string) => unknown, texts: readonly string[]): Promise<{ median: number; p99: number }> {
  const random = randomFrom(9);
  const times: number[] = [];
  const began = performance.now();
  let due = 0;
  for (let i = 0; due < OPEN_SECONDS * 1000; i++) {
    due += (-Math.log(1 - random.next()) * 1000) / ARRIVALS_PER_SECOND;
    const wait = due - (performance.now() - began);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    work(texts[i % texts.length]!);
    times.push(performance.now() - began - due);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1]!, p99: times[Math.floor(times.length * 0.99)]! };
}
