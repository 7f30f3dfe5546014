import type { Bag } from './boost.ts';
import { binLabels } from './bins.ts';
import { comparableTable } from './comparable.ts';
import { areaUnderCurve, aucStandardError, brierScore, calibrationError, logLoss, reliabilityBins } from './metrics.ts';
import { purify } from './pairs.ts';
import type { PreparedFeature, PreparedPair } from './train.ts';
import type { LeakageFinding, Metrics, ModelFeature, ModelPair, ReliabilityBin, TrainedModel } from './types.ts';

/** Contributions are kept in whole steps of this size, so that their sum is exact. */
export const LOGIT_STEPS = 10_000;
/** One-sided, about 1 in 100: how far above chance the AUC must be before we speak of a signal. */
const SIGNAL_Z = 2.33;

export interface Assembly {
  seed: number;
  folds: number;
  won: Uint8Array;
  features: PreparedFeature[];
  pairs: PreparedPair[];
  bags: Bag[];
  leakage: LeakageFinding[];
  dropped: { feature: string; reason: string }[];
}

export const roundLogit = (value: number): number => Math.round(value * LOGIT_STEPS) / LOGIT_STEPS;
export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

export function assembleModel(assembly: Assembly): TrainedModel {
  const { won, bags, features, folds } = assembly;
  const rows = won.length;
  const wins = won.reduce((sum, value) => sum + value, 0);
  const wonRate = wins / rows;
  const margins = heldOutMargins(bags, rows);
  const calibration = fitCalibration(margins, won);
  const probabilities = margins.map((margin) => sigmoid(calibration.intercept + calibration.slope * margin));
  const { metrics, reliability } = judge(probabilities, won, wins, folds);
  const spread = aucStandardError(0.5, wins, rows - wins);
  const signal =
    metrics.auc - SIGNAL_Z * spread > 0.5 && bags.some((bag) => bag.parts.some((part) => part.table.some((value) => value !== 0)));
  const base = { logit: roundLogit(Math.log(wonRate / (1 - wonRate))), probability: wonRate };
  base.probability = sigmoid(base.logit);
  const averaged = signal ? averageBags(assembly, calibration.slope, base.logit) : { features: [], pairs: [] };
  return {
    format: 1,
    kind: 'learned',
    seed: assembly.seed,
    rows,
    wonRate,
    signal: signal ? 'signal' : 'no signal',
    base,
    metrics,
    reliability,
    features: averaged.features,
    pairs: averaged.pairs,
    leakage: assembly.leakage,
    dropped: assembly.dropped,
    comparable: comparableTable(features, averaged.features, averaged.pairs)
  };
}

function heldOutMargins(bags: readonly Bag[], rows: number): Float64Array {
  const sums = new Float64Array(rows);
  const times = new Uint16Array(rows);
  for (const bag of bags) {
    bag.split.held.forEach((row, i) => {
      sums[row]! += bag.heldMargin[i]!;
      times[row]!++;
    });
  }
  return sums.map((sum, row) => sum / times[row]!);
}

function judge(
  probabilities: Float64Array,
  won: Uint8Array,
  wins: number,
  folds: number
): { metrics: Metrics; reliability: ReliabilityBin[] } {
  const auc = areaUnderCurve(probabilities, won);
  const reliability = reliabilityBins(probabilities, won);
  return {
    reliability,
    metrics: {
      auc,
      aucLow: Math.max(0, auc - 1.96 * aucStandardError(auc, wins, won.length - wins)),
      brier: brierScore(probabilities, won),
      logLoss: logLoss(probabilities, won),
      calibrationError: calibrationError(reliability),
      folds
    }
  };
}

/** Logistic regression of the outcome on the held-out log-odds: corrects models that are too sure or too timid. */
export function fitCalibration(margins: Float64Array, won: Uint8Array): { slope: number; intercept: number } {
  let slope = 1;
  let intercept = 0;
  // A weak pull towards "no correction" keeps the slope sane when there is little to learn it from.
  const pull = 4;
  for (let pass = 0; pass < 25; pass++) {
    let g0 = 0;
    let g1 = pull * (1 - slope);
    let h00 = 1e-9;
    let h01 = 0;
    let h11 = pull;
    for (let i = 0; i < margins.length; i++) {
      const x = margins[i]!;
      const p = sigmoid(intercept + slope * x);
      const residual = won[i]! - p;
      const weight = p * (1 - p);
      g0 += residual;
      g1 += residual * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (determinant <= 0) break;
    const step0 = (h11 * g0 - h01 * g1) / determinant;
    const step1 = (h00 * g1 - h01 * g0) / determinant;
    intercept += step0;
    slope += step1;
    if (Math.abs(step0) + Math.abs(step1) < 1e-9) break;
  }
  // A negative slope would turn every shape, and every admin constraint, upside down.
  return slope > 0.05 && Number.isFinite(slope) && Number.isFinite(intercept) ? { slope, intercept } : { slope: 1, intercept: 0 };
}

/** Tables of all bags for one feature or pair, after purification and calibration. */
type BagTables = Float64Array[];

function averageBags(assembly: Assembly, slope: number, baseLogit: number): { features: ModelFeature[]; pairs: ModelPair[] } {
  const { bags, features, pairs, won } = assembly;
  const rows = won.length;
  const featureCounts = features.map((feature) => countBins(feature.encoded, feature.size));
  const pairCounts = pairs.map((pair) => countBins(pair.term.bins, pair.term.size));
  const mains: BagTables[] = features.map(() => []);
  const cells: BagTables[] = pairs.map(() => []);
  for (const bag of bags) {
    const scaled = features.map((_, f) => bag.parts[f]!.table.map((value) => value * slope));
    pairs.forEach((pair, p) => {
      const part = bag.parts.find((candidate) => candidate.term === pair.term);
      const table = part ? part.table.map((value) => value * slope) : new Float64Array(pair.term.size);
      if (part) {
        purify(
          table,
          pairCounts[p]!,
          features[pair.first]!.coarse,
          features[pair.second]!.coarse,
          scaled[pair.first]!,
          scaled[pair.second]!
        );
      }
      cells[p]!.push(table);
    });
    scaled.forEach((table, f) => {
      centre(table, featureCounts[f]!, rows);
      mains[f]!.push(table);
    });
  }
  const shapes = mains.map((tables) => average(tables, assembly.folds));
  const grids = cells.map((tables) => average(tables, assembly.folds));
  const shift = shiftToAverage(assembly, shapes, grids, baseLogit);
  spreadShift(shapes, grids, featureCounts, pairCounts, shift, rows);
  const modelFeatures = features.map((feature, f) => describeFeature(feature, shapes[f]!, featureCounts[f]!, rows));
  const modelPairs = pairs
    .map((pair, p) => describePair(assembly, pair, grids[p]!, pairCounts[p]!, rows))
    .filter((pair) => pair.importance > 0);
  modelPairs.sort((a, b) => b.importance - a.importance);
  return { features: modelFeatures, pairs: modelPairs };
}

interface Averaged {
  mean: Float64Array;
  spread: Float64Array;
}

/**
 * Mean over the bags, and its delete-a-fold jackknife standard error: bags share most of their rows, so the plain standard deviation
 * over them is too small by sqrt(folds - 1).
 */
function average(tables: BagTables, folds: number): Averaged {
  const size = tables[0]!.length;
  const count = tables.length;
  const mean = new Float64Array(size);
  const spread = new Float64Array(size);
  for (let bin = 0; bin < size; bin++) {
    let sum = 0;
    for (const table of tables) sum += table[bin]!;
    mean[bin] = sum / count;
    let squares = 0;
    for (const table of tables) squares += (table[bin]! - mean[bin]!) ** 2;
    spread[bin] = Math.sqrt((squares / count) * (folds - 1));
  }
  return { mean, spread };
}

/**
 * What must be added to every score so that the past deals get, on average, the win rate they had. The average log-odds is not the
 * log-odds of the average (the logistic curve bends), and an average of bags is less extreme than each of them.
 */
function shiftToAverage({ won, features, pairs }: Assembly, shapes: Averaged[], grids: Averaged[], baseLogit: number): number {
  const margins = new Float64Array(won.length).fill(baseLogit);
  const add = ({ mean }: Averaged, bins: Uint16Array): void => {
    for (let row = 0; row < margins.length; row++) margins[row]! += mean[bins[row]!]!;
  };
  shapes.forEach((shape, f) => add(shape, features[f]!.encoded));
  grids.forEach((grid, p) => add(grid, pairs[p]!.term.bins));
  const wins = won.reduce((sum, value) => sum + value, 0);
  let shift = 0;
  for (let pass = 0; pass < 25; pass++) {
    let expected = 0;
    let slope = 1e-9;
    for (const margin of margins) {
      const p = sigmoid(margin + shift);
      expected += p;
      slope += p * (1 - p);
    }
    const step = Math.max(-1, Math.min(1, (wins - expected) / slope));
    shift += step;
    if (Math.abs(step) < 1e-9) break;
  }
  return shift;
}

/** The base is the win rate people know, so the shift is handed to the terms, in proportion to the variance that causes it. */
function spreadShift(
  shapes: Averaged[],
  grids: Averaged[],
  featureCounts: Float64Array[],
  pairCounts: Float64Array[],
  shift: number,
  rows: number
): void {
  const all = [
    ...shapes.map((shape, f) => ({ mean: shape.mean, counts: featureCounts[f]! })),
    ...grids.map((grid, p) => ({ mean: grid.mean, counts: pairCounts[p]! }))
  ];
  const variances = all.map(({ mean, counts }) => {
    let sum = 0;
    for (let bin = 0; bin < mean.length; bin++) sum += counts[bin]! * mean[bin]! ** 2;
    return sum / rows;
  });
  const total = variances.reduce((sum, value) => sum + value, 0);
  if (total === 0) return;
  all.forEach(({ mean, counts }, k) => {
    const part = (shift * variances[k]!) / total;
    // What was never seen stays neutral.
    for (let bin = 0; bin < mean.length; bin++) if (counts[bin]! > 0) mean[bin]! += part;
  });
}

function centre(table: Float64Array, counts: Float64Array, rows: number): void {
  let sum = 0;
  for (let bin = 0; bin < table.length; bin++) sum += table[bin]! * counts[bin]!;
  const mean = sum / rows;
  // A bin no deal fell into has learned nothing and says nothing.
  for (let bin = 0; bin < table.length; bin++) table[bin] = counts[bin]! > 0 ? table[bin]! - mean : 0;
}

function countBins(encoded: Uint16Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (let i = 0; i < encoded.length; i++) counts[encoded[i]!]!++;
  return counts;
}

function describeFeature(feature: PreparedFeature, averaged: Averaged, counts: Float64Array, rows: number): ModelFeature {
  const labels = binLabels(feature.bins);
  let importance = 0;
  const shape = labels.map((label, bin) => {
    const points = roundLogit(averaged.mean[bin]!);
    importance += (Math.abs(points) * counts[bin]!) / rows;
    return { label, points, count: counts[bin]!, spread: roundLogit(averaged.spread[bin]!) };
  });
  return {
    name: feature.name,
    kind: feature.bins.kind,
    importance: roundLogit(importance),
    bins: feature.bins,
    shape,
    ...(feature.direction ? { constraint: feature.direction } : {})
  };
}

function describePair(assembly: Assembly, pair: PreparedPair, averaged: Averaged, counts: Float64Array, rows: number): ModelPair {
  const first = assembly.features[pair.first]!;
  const second = assembly.features[pair.second]!;
  const columns = second.coarse.size;
  silenceUnseen(averaged, counts, first.coarse.size, columns);
  const grid = (values: Float64Array): number[][] =>
    Array.from({ length: first.coarse.size }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns), roundLogit));
  let importance = 0;
  for (let cell = 0; cell < counts.length; cell++) importance += (Math.abs(averaged.mean[cell]!) * counts[cell]!) / rows;
  return {
    features: [first.name, second.name],
    importance: roundLogit(importance),
    bins: [first.coarse.bins, second.coarse.bins],
    labels: [binLabels(first.coarse.bins), binLabels(second.coarse.bins)],
    points: grid(averaged.mean),
    spread: grid(averaged.spread)
  };
}

/** Rows and columns of a pair no deal fell into hold only what purification left there: they say nothing. */
function silenceUnseen({ mean, spread }: Averaged, counts: Float64Array, rows: number, columns: number): void {
  const rowCounts = new Float64Array(rows);
  const columnCounts = new Float64Array(columns);
  counts.forEach((count, cell) => {
    rowCounts[Math.floor(cell / columns)]! += count;
    columnCounts[cell % columns]! += count;
  });
  for (let cell = 0; cell < counts.length; cell++) {
    if (rowCounts[Math.floor(cell / columns)]! > 0 && columnCounts[cell % columns]! > 0) continue;
    mean[cell] = 0;
    spread[cell] = 0;
  }
}
