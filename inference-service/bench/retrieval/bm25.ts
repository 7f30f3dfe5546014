import { isStopword, stem } from '../../src/retrieval/analysis/language.ts';
import { tokens } from '../../src/retrieval/analysis/tokens.ts';

/** BM25 as textbooks have it (k1 1.2, b 0.75) over title and text in one field, with stems and without function words: the yardstick. */
export function plainBm25(
  documents: readonly { id: string; title: string; text: string }[],
  { k1 = 1.2, b = 0.75 } = {}
): (query: string) => string[] {
  const terms = (text: string): string[] => tokens(text).flatMap(({ word }) => (isStopword(word, 'en') ? [] : [stem(word, 'en')]));
  const postings = new Map<string, [number, number][]>();
  const lengths: number[] = [];
  documents.forEach(({ title, text }, number) => {
    const counts = new Map<string, number>();
    const all = terms(`${title} ${text}`);
    for (const term of all) counts.set(term, (counts.get(term) ?? 0) + 1);
    lengths.push(all.length);
    for (const [term, count] of counts) {
      const list = postings.get(term);
      if (list) list.push([number, count]);
      else postings.set(term, [[number, count]]);
    }
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (query) => {
    const scores = new Map<number, number>();
    for (const term of terms(query)) {
      const list = postings.get(term) ?? [];
      const idf = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
      for (const [number, count] of list) {
        const points = (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * lengths[number]!) / average));
        scores.set(number, (scores.get(number) ?? 0) + points);
      }
    }
    return [...scores]
      .sort((x, y) => y[1] - x[1])
      .slice(0, 10)
      .map(([number]) => documents[number]!.id);
  };
}
