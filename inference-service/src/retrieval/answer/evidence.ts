import { sentences } from '../extract/blocks.ts';
import type { Segment } from '../index/segment.ts';
import type { Question } from '../search/concepts.ts';
import { createMarker, type Marker } from '../search/highlight.ts';
import type { Candidate } from '../search/score.ts';

/** A sentence that may answer, where it stands, and how much of the question it covers by itself and with the heads above it. */
export type Sentence = {
  segment: Segment;
  item: number;
  passage: number;
  text: string;
  start: number;
  end: number;
  own: number;
  covered: number;
  rank: number;
};

/** So many of the best items are read for sentences. */
const READ = 8;

/** What speaks for there being an answer at all; each between 0 and 1. */
export type Evidence = { sentence: number; item: number; title: number; saturation: number };

export function sentencesOf(best: readonly Candidate[], question: Question): Sentence[] {
  const markers = new Map<Segment, Marker>();
  const found: Sentence[] = [];
  best.slice(0, READ).forEach(({ segment, item, unit }, rank) => {
    const { item: content, language } = segment.items[item]!;
    const mark = markers.get(segment) ?? createMarker(segment, question.concepts);
    markers.set(segment, mark);
    const first = Math.max(0, unit - segment.firstUnit[item]! - 1);
    const passage = content.passages[first];
    if (!passage) return;
    const above = worthOf(mark([content.title, ...(passage.headings ?? [])].join(' ; ')), question);
    for (const { text, start, end } of sentences(passage.text, language)) {
      const inside = worthOf(mark(text), question);
      const together = new Map([...above, ...inside]);
      found.push({
        segment,
        item,
        passage: first,
        text,
        start,
        end,
        own: share(inside, question),
        covered: share(together, question),
        rank
      });
    }
  });
  return found;
}

export function evidenceOf(best: readonly Candidate[], question: Question, found: readonly Sentence[]): Evidence {
  const [first] = best;
  if (!first || question.mass === 0) return { sentence: 0, item: 0, title: 0, saturation: 0 };
  const mark = createMarker(first.segment, question.concepts);
  return {
    sentence: Math.max(0, ...found.map(({ covered }) => covered)),
    item: Math.min(1, first.covered / question.mass),
    title: share(worthOf(mark(first.segment.items[first.item]!.item.title), question), question),
    saturation: Math.min(1, first.score / question.mass)
  };
}

type Worths = Map<number, number>;

function worthOf(marks: ReturnType<Marker>, { concepts }: Question): Worths {
  const worths: Worths = new Map();
  for (const { concepts: meant } of marks) for (const concept of meant) worths.set(concepts.indexOf(concept), concept.weight * concept.idf);
  return worths;
}

function share(worths: Worths, { mass }: Question): number {
  return mass === 0 ? 0 : Math.min(1, [...worths.values()].reduce((sum, worth) => sum + worth, 0) / mass);
}
