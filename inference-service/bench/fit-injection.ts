// Fits the injection classifier on synthetic prompts and writes src/guardrails/injection/classifier-weights.ts. Deterministic: `node bench/fit-injection.ts`.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { signalsOf } from '../src/guardrails/injection/signals.ts';
import { syntheticPrompts } from './synthetic-prompts.ts';

const SEED = 11;
const PROMPTS = 12_000;
/** Pull towards zero: what the synthetic prompts exaggerate counts less. */
const RIDGE = 20;
const STEPS = 1500;

const rows = syntheticPrompts(PROMPTS, SEED).map(({ text, attack }) => ({ inputs: signalsOf(text), attack: attack ? 1 : 0 }));
const names = [...rows[0]!.inputs.keys()];
const table = rows.map(({ inputs }) => Float64Array.from(names, (name) => inputs.get(name)!));
const weights = new Float64Array(names.length);
let intercept = 0;
// Plain gradient descent with momentum: the problem is small and convex.
const speed = new Float64Array(names.length + 1);
for (let step = 0; step < STEPS; step += 1) {
  const slope = new Float64Array(names.length + 1);
  table.forEach((values, row) => {
    let logit = intercept;
    for (let i = 0; i < values.length; i += 1) logit += weights[i]! * values[i]!;
    const error = 1 / (1 + Math.exp(-logit)) - rows[row]!.attack;
    for (let i = 0; i < values.length; i += 1) slope[i]! += error * values[i]!;
    slope[names.length]! += error;
  });
  for (let i = 0; i <= names.length; i += 1) {
    const pull = i < names.length ? RIDGE * weights[i]! : 0;
    speed[i] = 0.9 * speed[i]! - (0.05 / rows.length) * (slope[i]! + pull);
    if (i < names.length) weights[i]! += speed[i]!;
    else intercept += speed[i]!;
  }
}
const rounded = (value: number) => Math.round(value * 100) / 100;
const text = `/**
 * Log-odds of the injection classifier: logistic regression with a ridge of ${RIDGE} on ${PROMPTS.toLocaleString('en-US')} synthetic prompts (seed ${SEED}),
 * written by bench/fit-injection.ts. The prompts are made of hand-written parts; no published prompt is in them.
 */
export const WEIGHTS: { intercept: number; signals: Record<string, number> } = {
  intercept: ${rounded(intercept)},
  signals: {
${names.map((name, i) => `    ${/^\w+$/.test(name) ? name : `'${name}'`}: ${rounded(weights[i]!)}`).join(',\n')}
  }
};
`;
const file = fileURLToPath(new URL('../src/guardrails/injection/classifier-weights.ts', import.meta.url));
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
const right = rows.filter(
  ({ attack }, row) => intercept + table[row]!.reduce((sum, value, i) => sum + value * weights[i]!, 0) > 0 === (attack === 1)
).length;
console.log(text, `${((100 * right) / rows.length).toFixed(1)} % of the synthetic prompts judged right`);
