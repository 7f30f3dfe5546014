import { WEIGHTS } from './classifier-weights.ts';
import { signalsOf } from './signals.ts';

/** Logistic regression over the signals: a probability, and the signals that raised it most. */
export function classify(text: string): { probability: number; strongest: string[] } {
  const contributions = [...signalsOf(text)].map(([name, value]) => ({ name, points: value * (WEIGHTS.signals[name] ?? 0) }));
  const logit = contributions.reduce((sum, { points }) => sum + points, WEIGHTS.intercept);
  const strongest = contributions.filter(({ points }) => points > 0.3).sort((a, b) => b.points - a.points);
  return { probability: 1 / (1 + Math.exp(-logit)), strongest: strongest.slice(0, 3).map(({ name }) => name) };
}
