import { addTerms, boostTogether, startBag, type Bag, type Split, type Term } from './boost.ts';
import { binCount, encodeColumn, findBins } from './bins.ts';
import { assembleModel } from './assemble.ts';
import { readColumns, type Column } from './columns.ts';
import { dealOut, groupRows, refine } from './groups.ts';
import { findLeakage } from './leakage.ts';
import { coarsenFeature, pairTerm, rankPairs, type CoarseFeature, type PairCandidate } from './pairs.ts';
import { randomStream, shuffle } from './random.ts';
import type { StepLimits } from './steps.ts';
import {
  TrainingError,
  type Bins,
  type Direction,
  type LeakageFinding,
  type TrainedModel,
  type TrainingRow,
  type TrainOptions
} from './types.ts';

export const MIN_ROWS = 20;
const MAX_BINS = 160;
const MAX_CATEGORIES = 100;
const PAIR_BINS = 32;
const MAX_ROUNDS = 400;
const PATIENCE = 10;
/** Pairs are looked for among this many features, the strongest: 60 features would be 1,770 pairs. */
const PAIR_FEATURES = 24;
/** Fewer deals than this cannot tell a pair from chance. */
const MIN_PAIR_ROWS = 200;

/** A feature ready for boosting. */
export interface PreparedFeature {
  name: string;
  bins: Bins;
  size: number;
  encoded: Uint16Array;
  direction?: Direction;
  coarse: CoarseFeature;
}

/** A pair that at least one bag uses, with its cells. */
export interface PreparedPair extends PairCandidate {
  term: Term;
}

/**
 * Learns an additive model of who wins: one shape per feature and a few pairs of features, whose contributions sum to the log-odds.
 * Every bag is trained without one fold and judged on it; the model is the average of the bags, its metrics are those held-out
 * predictions. Deterministic by seed. Throws TrainingError when the rows cannot be learned from.
 */
export function train(rows: readonly TrainingRow[], options: TrainOptions = {}): TrainedModel {
  const seed = options.seed ?? 1;
  const folds = options.folds ?? 5;
  const progress = options.onProgress ?? ((): void => {});
  const won = outcomes(rows, folds);
  progress('reading', 0);
  const { columns, dropped, identifiers } = readColumns(rows, new Set(options.ignore ?? []), options.groupBy);
  const leakage = findLeakage(columns, won, options.allowLeakage ?? false);
  const usable = withoutLeakage(columns, leakage);
  if (usable.length === 0) throw new TrainingError(nothingLeft(columns, leakage));
  checkConstraints(usable, options.constraints ?? {});
  progress('binning', 0.05);
  const features = usable.map((column) => prepareFeature(column, rows.length, options.constraints?.[column.name]));
  const groups = keptTogether(usable, identifiers, won, options.groupBy, folds);
  const kinds = kindsOf(features, rows.length);
  const bags = makeSplits(won, groups, folds, repeats(rows.length), seed).map((split) => startBag(won, split, kinds));
  const mains = features.map((feature) => mainTerm(feature, rows.length));
  for (const bag of bags) addTerms(bag, mains);
  const limits = { rounds: MAX_ROUNDS, patience: PATIENCE, tolerance: 1e-6 };
  const mainRounds = boostTogether(bags, won, limits, (round) => progress('main effects', 0.1 + (0.4 * round) / MAX_ROUNDS));
  const pairs = mainRounds === 0 ? [] : addPairs(bags, features, options.maxPairs ?? 12, rows.length);
  if (pairs.length > 0) boostTogether(bags, won, limits, (round) => progress('pairs', 0.5 + (0.4 * round) / MAX_ROUNDS));
  progress('calibrating', 0.9);
  const model = assembleModel({ seed, folds, won, features, pairs, bags, leakage, dropped });
  progress('done', 1);
  return model;
}

function outcomes(rows: readonly TrainingRow[], folds: number): Uint8Array {
  if (!Number.isInteger(folds) || folds < 2 || folds > 10) throw new TrainingError('folds must be a whole number from 2 to 10');
  if (rows.length < MIN_ROWS) throw new TrainingError(`at least ${MIN_ROWS} deals are needed to learn from; there are ${rows.length}`);
  const won = Uint8Array.from(rows, (row) => (row.won ? 1 : 0));
  const wins = won.reduce((sum, value) => sum + value, 0);
  if (wins === 0 || wins === rows.length) {
    throw new TrainingError(
      `every one of the ${rows.length} deals was ${wins === 0 ? 'lost' : 'won'}: both outcomes are needed to learn from`
    );
  }
  return won;
}

function withoutLeakage(columns: Column[], leakage: LeakageFinding[]): Column[] {
  const refused = new Set(leakage.filter((finding) => finding.refused).map((finding) => finding.feature));
  return columns.filter((column) => !refused.has(column.name));
}

function nothingLeft(columns: Column[], leakage: LeakageFinding[]): string {
  if (columns.length === 0) return 'no feature can be learned from: all are empty, constant, identifiers or free text';
  return `no feature is left: ${leakage.map((finding) => `"${finding.feature}" ${finding.reason}`).join('; ')}`;
}

/** What the caller names is kept together or refused; what we found ourselves gives way when it leaves too little to cut. */
function keptTogether(columns: Column[], identifiers: Column[], won: Uint8Array, groupBy: string | undefined, folds: number): Int32Array {
  if (groupBy !== undefined && !identifiers.some(({ name }) => name === groupBy))
    throw new TrainingError(`deals are to be kept together by "${groupBy}", which is not among their features`);
  const groups = groupRows(columns, identifiers, won);
  const count = new Set(groups).size;
  if (count >= 2 * folds) return groups;
  if (groupBy === undefined) return Int32Array.from(won.keys());
  throw new TrainingError(`kept together by "${groupBy}" the deals fall into ${count} groups; ${2 * folds} are needed for ${folds} folds`);
}

function checkConstraints(columns: Column[], constraints: Record<string, Direction>): void {
  for (const name of Object.keys(constraints)) {
    const column = columns.find((candidate) => candidate.name === name);
    if (!column) throw new TrainingError(`a direction is set for "${name}", which is not among the features learned from`);
    if (column.kind === 'category') throw new TrainingError(`"${name}" is a category: only numbers and dates can have a direction`);
  }
}

function prepareFeature(column: Column, rows: number, direction: Direction | undefined): PreparedFeature {
  const minCount = Math.min(20, Math.max(5, Math.round(rows / 1000)));
  const bins = findBins(column, { maxBins: MAX_BINS, maxCategories: MAX_CATEGORIES, minCount });
  const size = binCount(bins);
  const encoded = encodeColumn(bins, column);
  return { name: column.name, bins, size, encoded, direction, coarse: coarsenFeature(bins, encoded, size, PAIR_BINS) };
}

/** Numbers the rows by their bins: the same number for rows that are alike in every feature. */
function kindsOf(features: PreparedFeature[], rows: number): Int32Array {
  let kinds = new Int32Array(rows);
  for (const { encoded, size } of features) kinds = refine(kinds, encoded, size).groups;
  return kinds;
}

function mainTerm(feature: PreparedFeature, rows: number): Term {
  const ordered = feature.bins.kind !== 'category';
  const limits: StepLimits = {
    rate: rows < 10_000 ? 0.15 : 0.6,
    ridge: ordered ? 1 : 5,
    leaves: rows < 5000 ? 4 : 12,
    minCount: Math.min(20, Math.max(5, Math.round(rows / 200)))
  };
  return { bins: feature.encoded, size: feature.size, ordered, direction: feature.direction, limits };
}

/** Small sets are cut several times over: one cut of 200 deals says little. */
function repeats(rows: number): number {
  if (rows < 1000) return 4;
  return rows < 5000 ? 2 : 1;
}

/** Stratified folds: every row is held out once per repeat, and rows of one group together. */
function makeSplits(won: Uint8Array, groups: Int32Array, folds: number, times: number, seed: number): Split[] {
  const random = randomStream(seed);
  const splits: Split[] = [];
  for (let repeat = 0; repeat < times; repeat++) {
    const order = Int32Array.from(won.keys());
    shuffle(order, random);
    const fold = dealOut(groups, won, folds, order);
    for (let k = 0; k < folds; k++)
      splits.push({ train: order.filter((row) => fold[row] !== k), held: order.filter((row) => fold[row] === k) });
  }
  return splits;
}

/** Each bag ranks pairs on its own training rows, so that its held-out rows stay unseen; returns the pairs any bag uses. */
function addPairs(bags: Bag[], features: PreparedFeature[], maxPairs: number, rows: number): PreparedPair[] {
  const coarse = features.map((feature) => feature.coarse);
  const limits: StepLimits = { rate: rows < 10_000 ? 0.1 : 0.2, ridge: 10, leaves: 0, minCount: 0 };
  const terms = new Map<string, PreparedPair>();
  if (rows < MIN_PAIR_ROWS || maxPairs < 1) return [];
  for (const bag of bags) {
    const strongest = features
      .map((_, index) => ({ index, importance: tableSpread(bag, index) }))
      .filter(({ index }) => features[index]!.direction === undefined)
      .sort((a, b) => b.importance - a.importance || a.index - b.index)
      .slice(0, PAIR_FEATURES)
      .map(({ index }) => index)
      .sort((a, b) => a - b);
    const candidates = strongest.flatMap((first, i) => strongest.slice(i + 1).map((second) => ({ first, second })));
    const chosen = rankPairs(bag, coarse, candidates).slice(0, maxPairs);
    addTerms(
      bag,
      chosen.map(({ first, second }) => {
        const key = `${first}|${second}`;
        let pair = terms.get(key);
        if (!pair) {
          pair = { first, second, term: pairTerm(coarse[first]!, coarse[second]!, limits) };
          terms.set(key, pair);
        }
        return pair.term;
      })
    );
  }
  return [...terms.values()];
}

/** Average absolute contribution of a main effect in one bag. */
function tableSpread(bag: Bag, index: number): number {
  const part = bag.parts[index]!;
  let sum = 0;
  for (let bin = 0; bin < part.term.size; bin++) sum += Math.abs(part.table[bin]!) * part.sums.counts[bin]!;
  return sum / bag.split.train.length;
}
