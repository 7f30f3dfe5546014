import type { ContentIndex } from '../index/content-index.ts';
import type { Segment } from '../index/segment.ts';
import type { Hit, Reason, Search, SearchResult } from '../types.ts';
import { readQuestion, Seen, type Question } from './concepts.ts';
import { expand } from './expand.ts';
import { countFacets, favouredFacets, passes } from './filter.ts';
import { createMarker, rangesOf, snippet, type Mark } from './highlight.ts';
import { nearness, phraseUnit, termsOf } from './proximity.ts';
import { compare, idOf, score, statisticsOf, top, type Candidate } from './score.ts';
import { NO_SYNONYMS, type Synonyms } from './synonyms.ts';

/** What each facet in which an item has a favoured value adds, as a share of the score. */
const FAVOURED = 0.2;
/** So many of the best are looked at word by word. */
const JUDGED = 100;
/**
 * A hit covers at least this share of the question; what covers less is shown as nearest when there is no hit. Kept low: at 0.2 it cost
 * 0.016 of nDCG@10 on questions that are put in other words than their answers. Whether something answers is for `answer` to say.
 */
export const COVERAGE_FLOOR = 0.08;
const MOST_NEAREST = 3;
/** What being in the caller's first language adds, as a share of the score; half of it for the second, and so on. */
const PREFERRED = 0.1;

export type Ranked = { question: Question; candidates: Candidate[]; best: Candidate[] };

/**
 * Answers from the segments the caller may open, with statistics of these alone: the answer is, to the last digit, that
 * of an index in which nothing else was ever put. Nothing else is touched, so how long it takes says nothing either.
 */
export function search(index: ContentIndex, asked: Search, synonyms: Synonyms = NO_SYNONYMS): SearchResult {
  const { claims, filters = {}, limit = 10, offset = 0 } = asked;
  index.advance(asked.now ?? new Date());
  const segments = index.open(claims);
  const { question, candidates, best } = rank(segments, asked, synonyms);
  const passing = candidates.filter(({ segment, item }) => passes(segment.items[item]!, filters));
  const floor = COVERAGE_FLOOR * question.mass;
  const good = best.filter(({ covered }) => covered >= floor);
  const total = passing.filter(({ covered }) => covered >= floor).length;
  const toHit = (candidate: Candidate): Hit => hitOf(candidate, question);
  const counted = asked.facets ? candidates.filter(({ covered }) => covered >= floor) : [];
  return {
    hits: good.slice(offset, offset + limit).map(toHit),
    total,
    nearest: total === 0 ? best.slice(0, MOST_NEAREST).map(toHit) : [],
    facets: countFacets(counted, filters, asked.facets ?? []),
    ...(question.corrections.length > 0 && { didYouMean: corrected(asked.text, question.corrections) })
  };
}

/** All that have anything of the question, and the best of those the filters let through, in order. */
export function rank(
  segments: readonly Segment[],
  asked: Pick<Search, 'text' | 'filters' | 'preferred' | 'favoured' | 'limit' | 'offset'>,
  synonyms: Synonyms
): Ranked {
  const question = readQuestion(asked.text, segments, synonyms);
  const { concepts, phrases } = question;
  const filters = asked.filters ?? {};
  const statistics = statisticsOf(segments);
  const kept = Math.max(JUDGED, (asked.offset ?? 0) + (asked.limit ?? 10));
  if (concepts.length === 0) {
    const candidates = everything(segments);
    return {
      question,
      candidates,
      best: newestFirst(candidates.filter(({ segment, item }) => passes(segment.items[item]!, filters))).slice(0, kept)
    };
  }
  const termsBySegment = new Map(segments.map((segment) => [segment, termsOf(segment, concepts)]));
  const choose = (candidates: readonly Candidate[]): Candidate[] => {
    const passing = candidates.filter(({ segment, item }) => passes(segment.items[item]!, filters) && hasPhrases(segment, item, phrases));
    const chosen = top(passing, kept);
    for (const candidate of chosen) {
      candidate.score += nearness(candidate, concepts, termsBySegment.get(candidate.segment)!);
      candidate.score *= 1 + FAVOURED * favouredFacets(candidate.segment.items[candidate.item]!, asked.favoured);
      const preference = asked.preferred?.indexOf(candidate.segment.language) ?? -1;
      if (preference >= 0) candidate.score *= 1 + PREFERRED / (preference + 1);
    }
    return chosen.sort(compare);
  };
  const candidates = score(segments, concepts, statistics).filter(({ segment, item }) => hasPhrases(segment, item, phrases));
  const best = choose(candidates);
  const additional = expand(best, concepts, new Seen(segments));
  if (additional.length === 0) return { question, candidates, best };
  // Expansion reorders what the question found; it never brings in what has none of its words.
  const covered = new Map(candidates.map((candidate) => [candidate.segment.items[candidate.item]!, candidate]));
  const widened = score(segments, [...concepts, ...additional], statistics).filter(({ segment, item }) =>
    covered.has(segment.items[item]!)
  );
  for (const candidate of widened) {
    const own = covered.get(candidate.segment.items[candidate.item]!)!;
    candidate.covered = own.covered;
    candidate.unit = own.unit;
  }
  return { question, candidates, best: choose(widened) };
}

function hasPhrases(segment: Segment, item: number, phrases: readonly (readonly string[])[]): boolean {
  return phrases.every((phrase) => phraseUnit(segment, item, phrase) !== undefined);
}

/** A question without words asks for everything. */
function everything(segments: readonly Segment[]): Candidate[] {
  return segments.flatMap((segment) =>
    segment.items.flatMap((analysed, item) => (analysed ? [{ segment, item, score: 0, covered: 0, unit: -1 }] : []))
  );
}

function newestFirst(candidates: Candidate[]): Candidate[] {
  const time = ({ segment, item }: Candidate): number => Date.parse(segment.items[item]!.item.date ?? '') || 0;
  return candidates.sort((a, b) => time(b) - time(a) || (idOf(a) < idOf(b) ? -1 : 1));
}

function hitOf({ segment, item, score: points, covered, unit }: Candidate, question: Question): Hit {
  const { item: content, language } = segment.items[item]!;
  const number = unit >= 0 ? unit - segment.firstUnit[item]! - 1 : 0;
  const passage = content.passages[number];
  const mark = createMarker(segment, question.concepts);
  const title = mark(content.title);
  const body = mark(passage?.text ?? '');
  const fields: [Reason['code'], Mark[]][] = [
    ['title', title],
    ['abstract', mark(content.abstract ?? '')],
    ['keywords', mark((content.keywords ?? []).join(' ; '))],
    ['heading', mark((passage?.headings ?? []).join(' ; '))],
    ['body', body]
  ];
  return {
    id: content.id,
    title: content.title,
    language,
    facets: content.facets ?? {},
    ...(content.date !== undefined && { date: content.date }),
    score: points,
    coverage: question.mass === 0 ? 0 : Math.min(1, covered / question.mass),
    ...(passage && {
      passage: { number, ...snippet(passage.text, rangesOf(body)), headings: passage.headings ?? [], place: passage.place ?? {} }
    }),
    titleHighlights: rangesOf(title),
    why: reasons(fields, question)
  };
}

/** By which words, where, and by what way when it was not by the word itself. */
function reasons(fields: readonly [Reason['code'], Mark[]][], { concepts, phrases }: Question): Reason[] {
  if (concepts.length === 0) return [{ code: 'browse', words: [] }];
  const found: Reason[] = phrases.map((words) => ({ code: 'phrase', words: [words.join(' ')] }));
  const add = (code: Reason['code'], marks: readonly Mark[]): void => {
    const words = [...new Set(marks.flatMap(({ concepts: meant }) => meant.map(({ word }) => word)))];
    if (words.length > 0) found.push({ code, words });
  };
  for (const [code, marks] of fields) add(code, marks);
  const all = fields.flatMap(([, marks]) => marks);
  for (const code of ['synonym', 'spelling', 'compound'] as const)
    add(
      code,
      all.filter(({ way }) => way === code)
    );
  return found;
}

function corrected(text: string, corrections: Question['corrections']): { text: string; corrections: Question['corrections'] } {
  const sorted = [...corrections].sort((a, b) => a.start - b.start);
  let written = '';
  let from = 0;
  for (const { start, end, to } of sorted) {
    written += text.slice(from, start) + to;
    from = end;
  }
  return { text: written + text.slice(from), corrections: sorted };
}
