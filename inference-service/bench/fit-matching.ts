// Fits the company comparator on synthetic pairs and writes src/matching/coefficients.ts. Deterministic: `node bench/fit-matching.ts`.
import { writeFileSync } from 'node:fs';
import { probabilityOf, SIGNALS } from '../src/matching/comparator.ts';
import { compare } from '../src/matching/compare.ts';
import { normalise } from '../src/matching/normalise.ts';
import { syntheticPairs } from './synthetic-companies.ts';

const SEED = 1;
const PAIRS = 80_000;
/** Pull towards zero, in pairs' worth of evidence: keeps rarely seen signals modest. */
const RIDGE = 3;

const rows = syntheticPairs(PAIRS, SEED).map(({ a, b, same, made }) => ({
  made,
  same: same ? 1 : 0,
  comparison: compare(normalise(a), normalise(b))
}));
const names = SIGNALS.map((signal) => signal.name);
const inputs = rows.map(({ comparison }) => Float64Array.from([1, ...SIGNALS.map(({ measure }) => measure(comparison))]));
const weights = fitSigned();
const fitted = Object.fromEntries(names.map((name, i) => [name, Math.round(weights[i + 1]! * 100) / 100]));
const text = `/**
 * Log-odds of the company comparator: logistic regression with a ridge of ${RIDGE} on ${PAIRS.toLocaleString('en-US')} synthetic company pairs (seed ${SEED}), written by
 * bench/fit-matching.ts. The pairs are made of invented syllables; no real record is in them.
 */
export const COEFFICIENTS: { intercept: number; weights: Record<string, number> } = {
  intercept: ${Math.round(weights[0]! * 100) / 100},
  weights: {
${names.map((name) => `    ${name}: ${fitted[name]}`).join(',\n')}
  }
};
`;
writeFileSync(new URL('../src/matching/coefficients.ts', import.meta.url), text);
console.log(text);
console.log('Before this run, share judged right by kind of pair:');
for (const made of new Set(rows.map((row) => row.made))) {
  const kind = rows.filter((row) => row.made === made);
  const right = kind.filter(({ comparison, same }) => probabilityOf(comparison) >= 0.5 === (same === 1)).length;
  console.log(`  ${made.padEnd(16)} ${(right / kind.length).toFixed(3)}`);
}

/**
 * The best weights with the signs they must have (active set): signals whose weight comes out on the wrong side are left out one by one,
 * the worst first; one that would speak the right way once others are out comes back.
 */
function fitSigned(): Float64Array {
  const outcomes = rows.map(({ same }) => same);
  const used = inputs.map((input) => input.slice());
  const out = new Set<number>();
  const leave = (at: number, left: boolean): void => {
    if (left) out.add(at);
    else out.delete(at);
    used.forEach((input, row) => (input[at] = left ? 0 : inputs[row]![at]!));
  };
  const signOf = (at: number): number => (SIGNALS[at - 1]!.speaks === 'for' ? 1 : -1);
  const returned = new Set<number>();
  for (;;) {
    const found = newton(used, outcomes, RIDGE);
    const wrong = SIGNALS.map((_, i) => ({ at: i + 1, by: -signOf(i + 1) * found[i + 1]! })).filter(
      ({ at, by }) => by > 1e-9 && !out.has(at)
    );
    const worst = wrong.sort((a, b) => b.by - a.by)[0];
    if (worst) {
      leave(worst.at, true);
      continue;
    }
    const pull = new Float64Array(found.length);
    inputs.forEach((input, row) => {
      const logit = used[row]!.reduce((sum, value, i) => sum + value * found[i]!, 0);
      const left = outcomes[row]! - 1 / (1 + Math.exp(-logit));
      for (const at of out) pull[at]! += left * input[at]!;
    });
    const missed = [...out]
      .filter((at) => !returned.has(at) && signOf(at) * pull[at]! > 1)
      .sort((a, b) => Math.abs(pull[b]!) - Math.abs(pull[a]!));
    if (missed.length === 0) return found;
    returned.add(missed[0]!);
    leave(missed[0]!, false);
  }
}

/** Newton's method for ridge-penalised logistic regression; the first input is the intercept, which is not penalised. */
function newton(inputs: readonly Float64Array[], outcomes: readonly number[], ridge: number): Float64Array {
  const size = inputs[0]!.length;
  const weights = new Float64Array(size);
  for (let pass = 0; pass < 30; pass++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (let row = 0; row < inputs.length; row++) {
      const x = inputs[row]!;
      let logit = 0;
      for (let i = 0; i < size; i++) logit += weights[i]! * x[i]!;
      const p = 1 / (1 + Math.exp(-logit));
      for (let i = 0; i < size; i++) {
        if (x[i] === 0) continue;
        gradient[i]! += (outcomes[row]! - p) * x[i]!;
        for (let j = 0; j <= i; j++) hessian[i]![j]! += p * (1 - p) * x[i]! * x[j]!;
      }
    }
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < i; j++) hessian[j]![i] = hessian[i]![j]!;
      if (i === 0) continue;
      gradient[i]! -= ridge * weights[i]!;
      hessian[i]![i]! += ridge;
    }
    const step = solve(hessian, gradient);
    let moved = 0;
    for (let i = 0; i < size; i++) {
      weights[i]! += step[i]!;
      moved = Math.max(moved, Math.abs(step[i]!));
    }
    if (moved < 1e-8) break;
  }
  return weights;
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = matrix.map((row, i) => Float64Array.from([...row, right[i]!]));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    if (Math.abs(rows[column]![column]!) < 1e-12) throw new Error(`signal ${column} never varies in the synthetic pairs`);
    for (let row = column + 1; row < size; row++) {
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let k = column; k <= size; k++) rows[row]![k]! -= factor * rows[column]![k]!;
    }
  }
  const answer = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let value = rows[row]![size]!;
    for (let k = row + 1; k < size; k++) value -= rows[row]![k]! * answer[k]!;
    answer[row] = value / rows[row]![row]!;
  }
  return answer;
}
