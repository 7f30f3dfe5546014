// Measures recommendations on MovieLens 100k, leave-one-out: node bench/recommend.ts --movielens FOLDER (with u.data and u.user; its
// terms forbid passing it on, so it is not part of the repository: it stands in public copies of ml-100k)
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { trainRecommender } from '../src/retrieval/recommend/model.ts';
import { recommend, WEIGHTS } from '../src/retrieval/recommend/recommend.ts';
import type { RecommendableItem, Interaction, Profile } from '../src/retrieval/recommend/types.ts';
import { processorSeconds, since } from './arguments.ts';
import { publish, type Figure } from './report.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, movielens: { type: 'string' }, out: { type: 'string' } } });
const folder = [values.movielens, values.data && join(values.data, 'movielens'), values.data && join(values.data, 'ml-100k')].find(
  (candidate) => candidate !== undefined && existsSync(join(candidate, 'u.data'))
);
if (!folder) {
  console.error('--movielens FOLDER is needed: a folder with u.data and u.user of MovieLens 100k');
  process.exit(2);
}

/** The rest of the feed is the product's business: here it is only the learned part that is measured. */
const LEARNED = { need: 0, freshness: 0, diversity: 0, seen: 0, dismissedAlike: 0 };
const DEPTH = 10;
const COLD_SHARE = 5;

type Use = { who: string; item: string; time: number };
const uses: Use[] = lines('u.data').map((line) => {
  const [who, item, , time] = line.split(/[|\t]/) as [string, string, string, string];
  return { who, item, time: Number(time) };
});
const profiles: Record<string, Profile> = Object.fromEntries(
  lines('u.user').map((line) => {
    const [who, age, gender, occupation] = line.split('|') as [string, string, string, string];
    return [who, { age: String(Math.floor(Number(age) / 10)), gender, occupation }];
  })
);
const byPerson = Map.groupBy(uses, ({ who }) => who);
// Of uses in the same second the order in the file counts for nothing; the item decides, so that every run holds out the same.
for (const own of byPerson.values()) own.sort((a, b) => a.time - b.time || (a.item < b.item ? -1 : 1));
const catalogue: RecommendableItem[] = [...new Set(uses.map(({ item }) => item))].sort().map((id) => ({ id }));

publish('recommend', [...leaveOneOut(), ...cold()]);

type Case = { who: string; history: string[]; wanted: string };
type Ranking = (test: Case) => string[];
type Judged = { hits: number; gain: number; coverage: number };

function leaveOneOut(): Figure[] {
  const cases: Case[] = [];
  const known: Use[] = [];
  for (const [who, own] of byPerson) {
    known.push(...own.slice(0, -1));
    cases.push({ who, history: own.slice(0, -1).map(({ item }) => item), wanted: own.at(-1)!.item });
  }
  const started = processorSeconds();
  const model = trainRecommender(known.map(toInteraction), { now: lastDay(known), profiles });
  const learning = since(started);
  const ours = judge(cases, ({ who, history }) => feed(model, { profile: profiles[who], history: [...history].reverse() }, history));
  const popular = judge(cases, popularity(known));
  const neighbours = judge(cases, itemNeighbours(known));
  const references = (name: 'hits' | 'gain' | 'coverage') => ({ popularity: popular[name], 'item-kNN': neighbours[name] });
  const target = (name: 'hits' | 'gain') => `> ${Math.max(popular[name], neighbours[name])}`;
  return [
    { figure: `leave-one-out, ${cases.length} people: HR@10`, ours: ours.hits, target: target('hits'), references: references('hits') },
    { figure: 'leave-one-out: NDCG@10', ours: ours.gain, target: target('gain'), references: references('gain') },
    { figure: 'leave-one-out: share of the catalogue shown to somebody', ours: ours.coverage, references: references('coverage') },
    {
      figure: `learning from ${known.length.toLocaleString('en-US')} uses of ${catalogue.length} items, processor s`,
      ours: learning,
      digits: 1
    }
  ];
}

/** A fifth of the people are unknown to the model: what they see first, and after one and three uses, against popularity. */
function cold(): Figure[] {
  const people = [...byPerson.keys()].sort((a, b) => Number(a) - Number(b));
  const totals = new Map<number, { ours: Judged; popular: Judged; cases: number }>();
  for (let fold = 0; fold < COLD_SHARE; fold++) {
    const strangers = new Set(people.filter((_, i) => i % COLD_SHARE === fold));
    const known = uses.filter(({ who }) => !strangers.has(who));
    const model = trainRecommender(known.map(toInteraction), { now: lastDay(known), profiles });
    for (const seen of [0, 1, 3]) {
      const cases = [...strangers].map((who): Case => {
        const items = byPerson.get(who)!.map(({ item }) => item);
        return { who, history: items.slice(0, seen), wanted: items[seen]! };
      });
      const ours = judge(cases, ({ who, history }) => feed(model, { profile: profiles[who], history: [...history].reverse() }, history));
      const popular = judge(cases, popularity(known));
      const total = totals.get(seen) ?? { ours: { hits: 0, gain: 0, coverage: 0 }, popular: { hits: 0, gain: 0, coverage: 0 }, cases: 0 };
      totals.set(seen, total);
      for (const name of ['hits', 'gain', 'coverage'] as const) {
        total.ours[name] += ours[name] / COLD_SHARE;
        total.popular[name] += popular[name] / COLD_SHARE;
      }
      total.cases += cases.length;
    }
  }
  return [...totals].flatMap(([seen, { ours, popular, cases }]): Figure[] => [
    {
      figure: `${cases} people new to the model, after ${seen} uses: HR@10 of the next`,
      ours: ours.hits,
      target: `> ${popular.hits}`,
      references: { popularity: popular.hits }
    },
    { figure: `… after ${seen} uses: NDCG@10`, ours: ours.gain, target: `> ${popular.gain}`, references: { popularity: popular.gain } }
  ]);
}

function feed(
  model: ReturnType<typeof trainRecommender>,
  viewer: { profile: Profile | undefined; history: string[] },
  seen: readonly string[]
): string[] {
  const had = new Set(seen);
  const open = catalogue.filter(({ id }) => !had.has(id));
  return recommend(model, open, viewer, { limit: DEPTH, weights: { ...WEIGHTS, ...LEARNED } }).map(({ id }) => id);
}

function judge(cases: readonly Case[], ranking: Ranking): Judged {
  let hits = 0;
  let gain = 0;
  const shown = new Set<string>();
  for (const test of cases) {
    const ranked = ranking(test);
    for (const id of ranked) shown.add(id);
    const at = ranked.indexOf(test.wanted);
    if (at < 0) continue;
    hits++;
    gain += 1 / Math.log2(at + 2);
  }
  return { hits: hits / cases.length, gain: gain / cases.length, coverage: shown.size / catalogue.length };
}

function popularity(known: readonly Use[]): Ranking {
  const counts = new Map<string, number>();
  for (const { item } of known) counts.set(item, (counts.get(item) ?? 0) + 1);
  const order = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([item]) => item);
  return ({ history }) => {
    const had = new Set(history);
    return order.filter((item) => !had.has(item)).slice(0, DEPTH);
  };
}

/** Cosine between items over the people who used them, shrunk, each item's fifty nearest: the usual neighbourhood model. */
function itemNeighbours(known: readonly Use[], { shrink = 10, nearest = 50 } = {}): Ranking {
  const people = Map.groupBy(known, ({ who }) => who);
  const counts = new Map<string, number>();
  const together = new Map<string, Map<string, number>>();
  for (const own of people.values()) {
    for (const { item } of own) {
      counts.set(item, (counts.get(item) ?? 0) + 1);
      const row = together.get(item) ?? new Map<string, number>();
      together.set(item, row);
      for (const other of own) if (other.item !== item) row.set(other.item, (row.get(other.item) ?? 0) + 1);
    }
  }
  const neighbours = new Map(
    [...together].map(([item, row]) => [
      item,
      [...row]
        .map(([other, both]) => [other, both / (Math.sqrt(counts.get(item)! * counts.get(other)!) + shrink)] as const)
        .sort((a, b) => b[1] - a[1])
        .slice(0, nearest)
    ])
  );
  return ({ history }) => {
    const had = new Set(history);
    const scores = new Map<string, number>();
    for (const item of history)
      for (const [other, likeness] of neighbours.get(item) ?? [])
        if (!had.has(other)) scores.set(other, (scores.get(other) ?? 0) + likeness);
    return [...scores]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, DEPTH)
      .map(([item]) => item);
  };
}

function toInteraction({ who, item, time }: Use): Interaction {
  return { who, item, at: new Date(time * 1000).toISOString(), strength: 1 };
}

function lastDay(known: readonly Use[]): Date {
  return new Date(known.reduce((last, { time }) => Math.max(last, time), 0) * 1000);
}

function lines(name: string): string[] {
  // Some copies have a line of names at the top.
  return readFileSync(join(folder!, name), 'latin1')
    .trim()
    .split('\n')
    .filter((line) => /^\d/.test(line));
}
