// Measures search: node bench/retrieval.ts --data FOLDER [--leaks 1000000]
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { analyse, ContentIndex, search } from '../src/retrieval/index.ts';
import { stem } from '../src/retrieval/analysis/language.ts';
import { examplesOf, judge } from './fit-answers.ts';
import { publish, type Figure } from './report.ts';
import { plainBm25 } from './retrieval/bm25.ts';
import { ndcg, readCollection, type Collection } from './retrieval/collections.ts';
import { countLeaks } from './retrieval/leaks.ts';
import { scale } from './retrieval/scale.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' }, leaks: { type: 'string', default: '1000000' } }
});
if (values.data === undefined) {
  console.error('--data FOLDER is needed: the folder with the measuring data');
  process.exit(2);
}
const stackfaq = readCollection(values.data, 'stackfaq');
const scifact = readCollection(values.data, 'scifact');
const leaks = Number(values.leaks);

publish('retrieval', [
  ...quality(
    stackfaq,
    () => '>= 0.84',
    (id) => Number(id.slice(1, 4)) % 2 === 1
  ),
  ...quality(
    scifact,
    (bm25) => `>= ${bm25 + 0.015}`,
    (_, position) => position % 2 === 1
  ),
  ...abstention(),
  ...(await scale(values.data, scifact)),
  {
    figure: `${leaks.toLocaleString('en-US')} entitlements and questions: answers that tell of what is hidden`,
    ours: countLeaks(leaks),
    digits: 0,
    target: '<= 0'
  }
]);

/**
 * Through the same function as the service, with its defaults. These settings were chosen by looking at all of these queries, both halves:
 * nothing here is held out, and the halves only show how much a figure moves from one to the other.
 */
function quality(
  { name, documents, queries, relevant }: Collection,
  target: (bm25: number) => string,
  other: (id: string, position: number) => boolean
): Figure[] {
  const index = new ContentIndex();
  for (const { id, title, text } of documents) index.put(analyse({ id, title, passages: [{ text }] }));
  const mini = new MiniSearch({ fields: ['title', 'text'], processTerm: (term) => stem(term.toLowerCase(), 'en') });
  mini.addAll(documents);
  const claims = { internal: true };
  const ours = (text: string): string[] => search(index, { text, claims }).hits.map(({ id }) => id);
  const bm25 = plainBm25(documents);
  const peers: [string, (text: string) => string[]][] = [
    ['BM25', bm25],
    [
      'MiniSearch with stems',
      (text) =>
        mini
          .search(text)
          .slice(0, 10)
          .map(({ id }) => String(id))
    ]
  ];
  const mean = (find: (text: string) => string[], some: (id: string, position: number) => boolean): number => {
    const gains = queries.flatMap(({ id, text }, position) => (some(id, position) ? [ndcg(find(text), relevant.get(id)!)] : []));
    return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  };
  const rows = [
    { what: `${queries.length} queries`, some: () => true },
    { what: 'every other thread or query', some: other }
  ];
  return rows.map(({ what, some }) => {
    const references = Object.fromEntries(peers.map(([peer, find]) => [peer, mean(find, some)]));
    return { figure: `${name}: nDCG@10, ${what}`, ours: mean(ours, some), target: target(references['BM25']!), references };
  });
}

/** Every question once with its thread in the index and once without; weights were fitted on the same threads, so this is no held-out figure. */
function abstention(): Figure[] {
  const number = (thread: string): number => Number(thread.slice(1));
  const judged = judge([0, 1].flatMap((half) => examplesOf(stackfaq, (thread) => number(thread) % 2 === half)));
  return [
    { figure: 'answers: right among those given', ours: judged['right']! },
    { figure: 'answers: given among those there are', ours: judged['found']! },
    { figure: 'answers: refused where there is none', ours: judged['abstained']! },
    { figure: 'answers: calibration error of the confidence', ours: judged['calibration']! }
  ];
}
