// Fits when an answer may be given: node bench/fit-answers.ts --data FOLDER; prints the weights for src/retrieval/answer/answer.ts
import { confidenceOf } from '../src/retrieval/answer/answer.ts';
import { evidenceOf, sentencesOf, type Evidence } from '../src/retrieval/answer/evidence.ts';
import { analyse } from '../src/retrieval/index/analysed.ts';
import { ContentIndex } from '../src/retrieval/index/content-index.ts';
import { rank } from '../src/retrieval/search/search.ts';
import { idOf } from '../src/retrieval/search/score.ts';
import { NO_SYNONYMS } from '../src/retrieval/search/synonyms.ts';
import { dataFolder } from './arguments.ts';
import { readCollection, type Collection } from './retrieval/collections.ts';

const NAMES = ['sentence', 'item', 'title', 'saturation'] as const;
export type Example = { evidence: Evidence; right: boolean };

/** Questions about threads that are in the index and about threads that are not; right is a best hit of the question's own thread. */
export function examplesOf({ documents, queries }: Collection, keeps: (thread: string) => boolean): Example[] {
  const threadOf = (id: string): string => id.split('-')[0]!;
  const index = new ContentIndex();
  for (const { id, title, text } of documents)
    if (keeps(threadOf(id))) index.put(analyse({ id, title, passages: [{ text }], language: 'en' }));
  const segments = index.open({ internal: true });
  return queries.map(({ id, text }) => {
    const { question, best } = rank(segments, { text }, NO_SYNONYMS);
    const evidence = evidenceOf(best, question, sentencesOf(best, question));
    return { evidence, right: best.length > 0 && threadOf(idOf(best[0]!)) === threadOf(id) };
  });
}

/** Logistic regression by gradient descent, lightly tied to zero. */
function fit(examples: readonly Example[]): number[] {
  const weights = Array<number>(NAMES.length + 1).fill(0);
  const rows = examples.map(({ evidence, right }) => ({ x: [1, ...NAMES.map((name) => evidence[name])], y: right ? 1 : 0 }));
  for (let step = 0; step < 20_000; step++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : 0.006 * weight));
    for (const { x, y } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i]!, 0)));
      x.forEach((value, i) => (gradient[i]! += ((p - y) * value) / rows.length));
    }
    gradient.forEach((slope, i) => (weights[i]! -= 2 * slope));
  }
  return weights;
}

if (import.meta.filename === process.argv[1]) {
  const collection = readCollection(dataFolder(), 'stackfaq');
  // Every thread is in the index in one half of the examples and missing in the other.
  const number = (thread: string): number => Number(thread.slice(1));
  const examples = [0, 1].flatMap((half) => examplesOf(collection, (thread) => number(thread) % 2 === half));
  const weights = fit(examples);
  console.log({ intercept: weights[0], ...Object.fromEntries(NAMES.map((name, i) => [name, Number(weights[i + 1]!.toFixed(2))])) });
  console.log('with the weights in use:', judge(examples));
}

export function judge(examples: readonly Example[], from = 0.6): Record<string, number> {
  const judged = examples.map(({ evidence, right }) => ({ p: confidenceOf(evidence), right }));
  const given = judged.filter(({ p }) => p >= from);
  const bins = Array.from({ length: 10 }, (_, bin) => judged.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === bin)).filter(
    ({ length }) => length > 0
  );
  const error = bins.reduce((sum, bin) => {
    const stated = bin.reduce((total, { p }) => total + p, 0);
    return sum + Math.abs(stated - bin.filter(({ right }) => right).length);
  }, 0);
  return {
    right: given.filter(({ right }) => right).length / Math.max(1, given.length),
    found: given.filter(({ right }) => right).length / Math.max(1, judged.filter(({ right }) => right).length),
    abstained: judged.filter(({ p, right }) => !right && p < from).length / Math.max(1, judged.filter(({ right }) => !right).length),
    calibration: error / judged.length
  };
}
