import { readFileSync } from 'node:fs';
import { inputsOf, INPUTS, LONGEST, SIGNAL_WEIGHT, signalPlace, type Inputs } from './inputs.ts';
import { signalsOf } from './signals.ts';

/** Log-odds of an attack: one number for each input, and the intercept. */
export type Weights = { values: ArrayLike<number>; intercept: number };

/** Weights are kept as one byte each, in steps of this many log-odds; the intercept is the last. Written by bench/fit-injection.ts. */
export const WEIGHT_UNIT = 1 / 24;
/**
 * A few words are little to go by, and a deal or a case is often one sentence: below this many words the classifier needs more certainty.
 * Short attacks have the shapes of patterns.ts.
 */
const FEW_WORDS = 30;
const FEW_WORDS_LESS = 1.2;
const MAX_WINDOWS = 20;
const OVERLAP = 500;

let weights: Weights | undefined;

function shipped(): Weights {
  if (!weights) {
    const bytes = readFileSync(new URL('./classifier-weights.bin', import.meta.url));
    if (bytes.length !== INPUTS + 1) throw new Error('classifier-weights.bin does not fit inputs.ts: run bench/fit-injection.ts');
    const values = Float32Array.from({ length: INPUTS + 1 }, (_, i) => bytes.readInt8(i) * WEIGHT_UNIT);
    weights = { values, intercept: values[INPUTS] as number };
  }
  return weights;
}

export function logitOf({ at, value }: Inputs, { values, intercept }: Weights): number {
  let logit = intercept;
  for (let i = 0; i < at.length; i += 1) logit += (values[at[i] as number] as number) * (value[i] as number);
  return logit;
}

/** Logistic regression: a probability, and the registers that raised it most. A long text is judged by its worst part. */
export function classify(text: string): { probability: number; strongest: string[] } {
  const model = shipped();
  let logit = -Infinity;
  let worst = '';
  for (let from = 0, windows = 0; windows < MAX_WINDOWS && (from < text.length || from === 0); windows += 1) {
    const part = text.slice(from, from + LONGEST);
    const words = part.match(/\p{L}+/gu)?.length ?? 0;
    const own = logitOf(inputsOf(part), model) - FEW_WORDS_LESS * Math.max(0, 1 - words / FEW_WORDS);
    if (own > logit) [logit, worst] = [own, part];
    from += LONGEST - OVERLAP;
  }
  const raised = [...signalsOf(worst.toLowerCase())]
    .map(([name, value], i) => ({ name, points: value * SIGNAL_WEIGHT * (model.values[signalPlace(i)] as number) }))
    .filter(({ points }) => points > 0.1)
    .sort((a, b) => b.points - a.points);
  return { probability: 1 / (1 + Math.exp(-logit)), strongest: raised.slice(0, 3).map(({ name }) => name) };
}
