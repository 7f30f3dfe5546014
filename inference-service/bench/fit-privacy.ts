// Teaches the name tagger on synthetic sentences and writes src/guardrails/privacy/tagger-weights.json. Deterministic: `node bench/fit-privacy.ts`.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { createGazetteer, describeTokens } from '../src/guardrails/privacy/features.ts';
import { isWeak } from '../src/guardrails/privacy/detect.ts';
import { findByRules } from '../src/guardrails/privacy/rules.ts';
import { withoutOverlap } from '../src/guardrails/privacy/overlap.ts';
import { decode, LABELS, mayFollow, START } from '../src/guardrails/privacy/tagger.ts';
import { tokenize } from '../src/guardrails/privacy/tokens.ts';
import { seeded, syntheticSentences, type Labelled } from './synthetic-people.ts';

const SEED = 7;
const SENTENCES = 60_000;
const PASSES = 4;
/** Names left out of the word lists while learning, so that the words around a name count as much as the list. */
const UNKNOWN_SHARE = 0.45;
const STRANGE_SHARE = 0.2;
/** Features seen less often tell more about this sample than about language. */
const RARE = 15;
const SMALLEST = 1.6;

const random = seeded(SEED);
const gazetteers = Array.from({ length: 6 }, () => createGazetteer(() => random() > UNKNOWN_SHARE));
const examples = syntheticSentences(SENTENCES, SEED).map((sentence) =>
  prepare(sentence, gazetteers[Math.floor(random() * gazetteers.length)]!)
);

const counts = new Map<string, number>();
for (const { features } of examples) for (const names of features) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
for (const example of examples) example.features = example.features.map((names) => names.filter((name) => (counts.get(name) ?? 0) >= RARE));

const size = LABELS.length;
const weights = new Map<string, Float64Array>();
/** Sum of each weight over all steps, kept by adding `step × change` when it changes. */
const sums = new Map<string, Float64Array>();
const transitions = Array.from({ length: size + 1 }, () => new Float64Array(size));
const transitionSums = Array.from({ length: size + 1 }, () => new Float64Array(size));
let step = 1;

for (let pass = 0; pass < PASSES; pass += 1) {
  let wrong = 0;
  let total = 0;
  for (let i = examples.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [examples[i], examples[j]] = [examples[j]!, examples[i]!];
  }
  for (const { features, labels } of examples) {
    const guess = decode(
      { weights: weights as unknown as Map<string, number[]>, transitions: transitions.map((row) => [...row]) },
      features
    );
    labels.forEach((label, i) => {
      const guessed = guess[i]!;
      const before = i === 0 ? START : labels[i - 1]!;
      const guessedBefore = i === 0 ? START : guess[i - 1]!;
      total += 1;
      if (label !== guessed) {
        wrong += 1;
        for (const name of features[i]!) {
          adjust(row(weights, name), row(sums, name), label, 1);
          adjust(row(weights, name), row(sums, name), guessed, -1);
        }
      }
      if (label !== guessed || before !== guessedBefore) {
        adjust(transitions[before]!, transitionSums[before]!, label, 1);
        adjust(transitions[guessedBefore]!, transitionSums[guessedBefore]!, guessed, -1);
      }
    });
    step += 1;
  }
  console.log(`pass ${pass + 1}: ${((100 * wrong) / total).toFixed(2)} % of tokens wrong`);
}

const averaged = (now: number, sum: number) => Math.round((now - sum / step) * 10) / 10;
const stored: Record<string, string> = {};
for (const name of [...weights.keys()].sort()) {
  const parts = [...weights.get(name)!]
    .map((value, label) => [label, averaged(value, sums.get(name)![label]!)] as const)
    .filter(([, value]) => Math.abs(value) >= SMALLEST);
  if (parts.length > 0) stored[name] = parts.map(([label, value]) => `${label}:${value}`).join(' ');
}
const model = {
  note: `Averaged perceptron over ${SENTENCES} synthetic sentences, seed ${SEED}; written by bench/fit-privacy.ts. Labels: ${LABELS.join(', ')}.`,
  transitions: transitions.map((values, before) =>
    [...values].map((value, label) => (mayFollow(before, label) ? averaged(value, transitionSums[before]![label]!) : 0))
  ),
  weights: stored
};
const text = JSON.stringify(model);
const file = fileURLToPath(new URL('../src/guardrails/privacy/tagger-weights.json', import.meta.url));
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
console.log(`${Object.keys(stored).length} features, ${Math.round(text.length / 1024)} kB`);

function prepare(sentence: Labelled, gazetteer: ReturnType<typeof createGazetteer>): { features: string[][]; labels: number[] } {
  const known = withoutOverlap(findByRules(sentence.text)).filter(
    (finding) => !isWeak(sentence.text, finding) && !sentence.spans.some((span) => finding.start < span.end && span.start < finding.end)
  );
  const tokens = tokenize(sentence.text, known);
  let open: object | undefined;
  const labels = tokens.map((token) => {
    const span = sentence.spans.find(({ start, end }) => token.start < end && start < token.end);
    const begins = span !== open;
    open = span;
    return span ? LABELS.indexOf(`${begins ? 'B' : 'I'}-${span.type}` as (typeof LABELS)[number]) : 0;
  });
  // Words of our templates become words nobody has seen, so that the tagger does not learn the templates by heart.
  const strange = new Map<string, string>();
  tokens.forEach((token, i) => {
    if (labels[i] !== 0 || token.kind !== undefined || !/^\p{Ll}{3,}$/u.test(token.text)) return;
    if (!strange.has(token.lower))
      strange.set(
        token.lower,
        random() < STRANGE_SHARE
          ? `${token.lower.slice(0, 1)}${Math.floor(random() * 1e9)
              .toString(36)
              .replaceAll(/\d/g, 'q')}${token.lower.slice(-3)}`
          : token.lower
      );
    token.lower = strange.get(token.lower)!;
    token.text = token.lower;
  });
  return { features: describeTokens(tokens, gazetteer), labels };
}

function row(table: Map<string, Float64Array>, name: string): Float64Array {
  let found = table.get(name);
  if (!found) table.set(name, (found = new Float64Array(size)));
  return found;
}

function adjust(now: Float64Array, sum: Float64Array, label: number, by: number): void {
  now[label]! += by;
  sum[label]! += by * step;
}
