import { orderedStep, ridgeStep, type StepLimits, type Sums } from './steps.ts';
import type { Direction } from './types.ts';

/** Curvature changes slowly: its sums are taken anew every so many rounds. */
const CURVATURE_EVERY = 4;

/** One part of the additive model: a feature, or the cells of a pair of features. */
export interface Term {
  /** Bin (or cell) of every row. */
  bins: Uint16Array;
  size: number;
  ordered: boolean;
  direction?: Direction;
  limits: StepLimits;
}

export interface Split {
  train: Int32Array;
  held: Int32Array;
}

/** A term as the rows of one split see it, with its table of contributions. */
interface Part {
  term: Term;
  train: Uint16Array;
  held: Uint16Array;
  sums: Sums;
  delta: Float64Array;
  table: Float64Array;
  best: Float64Array;
}

/** Deals that no term can tell apart, as one: a row that stands for all of them, how many they are, and how many were won. */
export interface Alike {
  rows: Int32Array;
  deals: Float64Array;
  wins: Float64Array;
}

/** One model of the bag: it learns from its training rows and is judged on the rows held out from it. */
export interface Bag {
  split: Split;
  /** The training rows; everything that is by training row below is by these. */
  alike: Alike;
  intercept: number;
  parts: Part[];
  margin: Float64Array;
  heldMargin: Float64Array;
  gradient: Float64Array;
  curvature: Float64Array;
}

/** `kinds`: the same number for rows that are alike in every feature. */
export function startBag(won: Uint8Array, split: Split, kinds: Int32Array): Bag {
  const alike = gatherAlike(won, split.train, kinds);
  const size = alike.rows.length;
  let wins = 0;
  for (const row of split.train) wins += won[row]!;
  // Half a win and half a loss more: finite when a fold has only one outcome.
  const intercept = Math.log((wins + 0.5) / (split.train.length - wins + 0.5));
  const bag: Bag = {
    split,
    alike,
    intercept,
    parts: [],
    margin: new Float64Array(size).fill(intercept),
    heldMargin: new Float64Array(split.held.length).fill(intercept),
    gradient: new Float64Array(size),
    curvature: new Float64Array(size)
  };
  refresh(bag);
  return bag;
}

function gatherAlike(won: Uint8Array, train: Int32Array, kinds: Int32Array): Alike {
  const positions = new Int32Array(kinds.length).fill(-1);
  const rows = new Int32Array(train.length);
  const deals = new Float64Array(train.length);
  const wins = new Float64Array(train.length);
  let size = 0;
  for (const row of train) {
    let position = positions[kinds[row]!]!;
    if (position < 0) {
      position = positions[kinds[row]!] = size;
      rows[size++] = row;
    }
    deals[position]!++;
    wins[position]! += won[row]!;
  }
  return { rows: rows.slice(0, size), deals: deals.slice(0, size), wins: wins.slice(0, size) };
}

export function addTerms(bag: Bag, terms: readonly Term[]): void {
  for (const term of terms) {
    const train = gather(term.bins, bag.alike.rows);
    const counts = new Float64Array(term.size);
    for (let i = 0; i < train.length; i++) counts[train[i]!]! += bag.alike.deals[i]!;
    bag.parts.push({
      term,
      train,
      held: gather(term.bins, bag.split.held),
      sums: { gradient: new Float64Array(term.size), curvature: new Float64Array(term.size), counts },
      delta: new Float64Array(term.size),
      table: new Float64Array(term.size),
      best: new Float64Array(term.size)
    });
  }
}

/**
 * Cyclic gradient boosting of all bags in step: in every round each term in turn takes one small Newton step on what the others have
 * left over, so correlated features share credit and none runs ahead. Stops when the held-out loss over all bags has not improved for
 * `patience` rounds, and returns every bag to the best round, which is the same one for all of them. Returns that round's number (0 =
 * no round helped).
 */
export function boostTogether(
  bags: readonly Bag[],
  won: Uint8Array,
  limits: { rounds: number; patience: number; tolerance: number },
  onRound: (round: number) => void
): number {
  for (const bag of bags) keepBest(bag);
  let bestLoss = totalLoss(bags, won);
  let bestRound = 0;
  for (let round = 1; round <= limits.rounds && round - bestRound <= limits.patience; round++) {
    for (const bag of bags) boostRound(bag, round % CURVATURE_EVERY === 1);
    const loss = totalLoss(bags, won);
    if (loss < bestLoss - limits.tolerance) {
      bestLoss = loss;
      bestRound = round;
      for (const bag of bags) keepBest(bag);
    }
    onRound(round);
  }
  for (const bag of bags) returnToBest(bag);
  return bestRound;
}

/**
 * Within a round gradients follow to first order, which keeps exponentials out of the inner loop; they are recomputed exactly between
 * rounds. Each pass over the rows takes the last term's step and sums the gradient for the next term in one go.
 */
function boostRound(bag: Bag, freshCurvature: boolean): void {
  const { gradient, curvature, margin, heldMargin } = bag;
  let last: Part | undefined;
  for (const part of bag.parts) {
    const { term, held, sums, delta, table } = part;
    sums.gradient.fill(0);
    if (last) advanceAndSum(last.train, last.delta, part.train, gradient, curvature, margin, sums.gradient);
    else sum(part.train, gradient, sums.gradient);
    if (freshCurvature) {
      sums.curvature.fill(0);
      sum(part.train, curvature, sums.curvature);
    }
    if (term.ordered) orderedStep(sums, term.size, term.limits, term.direction, delta);
    else ridgeStep(sums, term.size, term.limits, delta);
    for (let bin = 0; bin < term.size; bin++) table[bin]! += delta[bin]!;
    for (let i = 0; i < held.length; i++) heldMargin[i]! += delta[held[i]!]!;
    last = part;
  }
  if (last) for (let i = 0; i < last.train.length; i++) margin[i]! += last.delta[last.train[i]!]!;
  refresh(bag);
}

function keepBest(bag: Bag): void {
  for (const part of bag.parts) part.best.set(part.table);
}

function returnToBest(bag: Bag): void {
  bag.margin.fill(bag.intercept);
  bag.heldMargin.fill(bag.intercept);
  for (const { table, best, train, held } of bag.parts) {
    table.set(best);
    for (let i = 0; i < train.length; i++) bag.margin[i]! += table[train[i]!]!;
    for (let i = 0; i < held.length; i++) bag.heldMargin[i]! += table[held[i]!]!;
  }
  refresh(bag);
}

function gather(bins: Uint16Array, rows: Int32Array): Uint16Array {
  const out = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = bins[rows[i]!]!;
  return out;
}

function sum(bins: Uint16Array, values: Float64Array, sums: Float64Array): void {
  for (let i = 0; i < bins.length; i++) sums[bins[i]!]! += values[i]!;
}

function advanceAndSum(
  lastBins: Uint16Array,
  delta: Float64Array,
  bins: Uint16Array,
  gradient: Float64Array,
  curvature: Float64Array,
  margin: Float64Array,
  sums: Float64Array
): void {
  for (let i = 0; i < bins.length; i++) {
    const step = delta[lastBins[i]!]!;
    const left = gradient[i]! - curvature[i]! * step;
    margin[i]! += step;
    gradient[i] = left;
    sums[bins[i]!]! += left;
  }
}

function refresh({ alike, margin, gradient, curvature }: Bag): void {
  const { deals, wins } = alike;
  for (let i = 0; i < deals.length; i++) {
    const p = 1 / (1 + Math.exp(-margin[i]!));
    gradient[i] = wins[i]! - deals[i]! * p;
    curvature[i] = deals[i]! * Math.max(p * (1 - p), 1e-6);
  }
}

function totalLoss(bags: readonly Bag[], won: Uint8Array): number {
  let loss = 0;
  let count = 0;
  for (const { heldMargin, split } of bags) {
    for (let i = 0; i < heldMargin.length; i++) {
      const signed = won[split.held[i]!] === 1 ? -heldMargin[i]! : heldMargin[i]!;
      loss += signed > 30 ? signed : Math.log1p(Math.exp(signed));
    }
    count += heldMargin.length;
  }
  return loss / count;
}
