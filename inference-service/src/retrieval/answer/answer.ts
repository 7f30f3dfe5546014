import type { ContentIndex } from '../index/content-index.ts';
import { rank } from '../search/search.ts';
import { NO_SYNONYMS, type Synonyms } from '../search/synonyms.ts';
import type { Place, Range, Search } from '../types.ts';
import { evidenceOf, sentencesOf, type Evidence, type Sentence } from './evidence.ts';

export type CitedSentence = {
  text: string;
  id: string;
  title: string;
  /** The passage, counting from 0, and where in it the sentence stands. */
  passage: number;
  range: Range;
  headings: string[];
  place: Place;
};

export type Answer = {
  /** False: nothing the caller may see answers; `sentences` is empty then. */
  answered: boolean;
  /** Probability that the best of it is about what was asked, as measured on questions and answers of others. */
  confidence: number;
  sentences: CitedSentence[];
};

/**
 * Fitted by `bench/fit-answers.ts` on public questions, half of whose answers were not in the index, threads held apart;
 * log-odds for each piece of evidence. What comes out is a probability on questions of that kind.
 */
export const ANSWER_WEIGHTS: Record<keyof Evidence | 'intercept', number> = {
  intercept: -2.69,
  sentence: 0.73,
  item: 0.73,
  title: 2.46,
  saturation: 2.46
};
/** Below this a wrong answer is likelier than the asker would forgive. */
export const ANSWER_FROM = 0.6;
const MOST_SENTENCES = 3;
/** A further sentence must be about as good as the best. */
const NEARLY = 0.7;

export function confidenceOf(evidence: Evidence): number {
  let sum = ANSWER_WEIGHTS.intercept;
  for (const name of ['sentence', 'item', 'title', 'saturation'] as const) sum += ANSWER_WEIGHTS[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}

/** The sentences that answer, each with its source, or none: all of it from what the caller may see, words unchanged. */
export function answer(index: ContentIndex, asked: Search, synonyms: Synonyms = NO_SYNONYMS): Answer {
  index.advance(asked.now ?? new Date());
  const { question, best } = rank(index.open(asked.claims), asked, synonyms);
  if (question.concepts.length === 0) return { answered: false, confidence: 0, sentences: [] };
  const found = sentencesOf(best, question);
  const confidence = confidenceOf(evidenceOf(best, question, found));
  if (confidence < ANSWER_FROM) return { answered: false, confidence, sentences: [] };
  const chosen = choose(found);
  return { answered: chosen.length > 0, confidence, sentences: chosen.map(cited) };
}

const worth = ({ own, covered, rank: position }: Sentence): number => (0.7 * covered + 0.3 * own) / (1 + 0.15 * position);

function choose(found: readonly Sentence[]): Sentence[] {
  const sorted = [...found].sort((a, b) => worth(b) - worth(a) || a.rank - b.rank || a.start - b.start);
  const chosen: Sentence[] = [];
  for (const sentence of sorted) {
    if (chosen.length === MOST_SENTENCES || worth(sentence) < NEARLY * worth(sorted[0]!)) break;
    const said = chosen.some(({ text }) => text.toLowerCase() === sentence.text.toLowerCase());
    if (!said) chosen.push(sentence);
  }
  return chosen;
}

function cited({ segment, item, passage, text, start, end }: Sentence): CitedSentence {
  const { item: content } = segment.items[item]!;
  const from = content.passages[passage]!;
  return {
    text,
    id: content.id,
    title: content.title,
    passage,
    range: { start, end },
    headings: from.headings ?? [],
    place: from.place ?? {}
  };
}
