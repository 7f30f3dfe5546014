import { readFileSync } from 'node:fs';
import { dataFile } from '../arguments.ts';

export type Collection = {
  name: string;
  documents: { id: string; title: string; text: string }[];
  queries: { id: string; text: string }[];
  relevant: Map<string, Set<string>>;
};

/** A collection in the layout of the data folder: corpus.jsonl, queries.jsonl, qrels.tsv. */
export function readCollection(folder: string, name: string): Collection {
  const read = (file: string): string[] =>
    readFileSync(dataFile(folder, `retrieval/${name}/${file}`), 'utf8')
      .trim()
      .split('\n');
  const records = (file: string): Record<string, string>[] => read(file).map((line) => JSON.parse(line) as Record<string, string>);
  const relevant = new Map<string, Set<string>>();
  for (const line of read('qrels.tsv').slice(1)) {
    const [query, document, score] = line.split('\t') as [string, string, string];
    if (Number(score) <= 0) continue;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  }
  return {
    name,
    documents: records('corpus.jsonl').map(({ _id, title, text }) => ({ id: _id!, title: title!, text: text! })),
    queries: records('queries.jsonl').flatMap(({ _id, text }) => (relevant.has(_id!) ? [{ id: _id!, text: text! }] : [])),
    relevant
  };
}

/** Discounted gain of the first ten, against the best possible; every relevant document is worth the same. */
export function ndcg(ranked: readonly string[], relevant: ReadonlySet<string>, depth = 10): number {
  const gain = (hits: number[]): number => hits.reduce((sum, position) => sum + 1 / Math.log2(position + 2), 0);
  const found = ranked.slice(0, depth).flatMap((id, position) => (relevant.has(id) ? [position] : []));
  return gain(found) / gain(Array.from({ length: Math.min(depth, relevant.size) }, (_, i) => i));
}
