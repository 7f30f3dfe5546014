// Fits the injection classifier and writes src/guardrails/injection/classifier-weights.bin. Deterministic.
// `node bench/fit-injection.ts --data FOLDER [--leave-out NAME,NAME] [--check]`: FOLDER holds NAME.jsonl files, one { text, attack } a line; which
// ones, from where and under which licence is in src/guardrails/injection/README.md. `--check` leaves each out in turn and writes nothing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { logitOf, WEIGHT_UNIT, type Weights } from '../src/guardrails/injection/classifier.ts';
import { inputsOf, INPUTS, type Inputs } from '../src/guardrails/injection/inputs.ts';
import { normalise } from '../src/guardrails/injection/normalise.ts';
import { auc } from './injection-figures.ts';
import { seeded } from './synthetic-people.ts';
import { syntheticPrompts } from './synthetic-prompts.ts';

type Row = { inputs: Inputs; attack: boolean; source: string; weight: number };

const SEED = 11;
const SYNTHETIC = 16_000;
const PASSES = 12;
const RIDGE = 1e-4;
const STEP = 0.1;
/** Orders of the texts whose weights are averaged: one order alone moves F1 by half a point. */
const ORDERS = 4;
/** A source with more rows of one kind than this counts as if it had this many. */
const MOST_OF_ONE = 1200;
/**
 * Harmless prompts that look like attacks teach most; business texts of our own keep the classifier quiet where it works. Bare requests for
 * something harmful teach which words matter, and are not what is sought.
 */
const EMPHASIS: Record<string, { attack?: number; harmless?: number }> = {
  'wildguard-train': { attack: 4, harmless: 8 },
  'wildguard-eval': { attack: 4, harmless: 12 },
  'wildjailbreak-eval': { attack: 2, harmless: 8 },
  'wildjailbreak-train': { attack: 2 },
  't0-prompts': { harmless: 0.3 },
  requests: { attack: 0.3, harmless: 0.3 },
  own: { harmless: 40 }
};
/** A bare request for something harmful is not an attempt to take over a model. */
const SHORTEST_WILD_ATTACK = 25;

const { values } = parseArgs({ options: { data: { type: 'string' }, 'leave-out': { type: 'string' }, check: { type: 'boolean' } } });
if (!values.data) {
  console.error('Usage: node bench/fit-injection.ts --data FOLDER [--leave-out NAME,NAME] [--check]');
  process.exit(2);
}
const left = new Set(values['leave-out']?.split(','));
const rows = [...fromFolder(values.data), ...own()].filter(({ source }) => !left.has(source));
if (values.check) crossCheck();
else {
  const weights = fit(rows);
  const bytes = Buffer.alloc(INPUTS + 1);
  let beyond = 0;
  for (let i = 0; i <= INPUTS; i += 1) {
    const units = Math.round((weights.values[i] ?? weights.intercept) / WEIGHT_UNIT);
    if (Math.abs(units) > 127) beyond += 1;
    bytes.writeInt8(Math.max(-127, Math.min(127, units)), i);
  }
  writeFileSync(new URL('../src/guardrails/injection/classifier-weights.bin', import.meta.url), bytes);
  console.log(`${rows.length} texts of ${new Set(rows.map(({ source }) => source)).size} sources, ${beyond} weights cut to fit`);
}

function fromFolder(folder: string): Row[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { text: string; attack: boolean })
        .filter(({ text, attack }) => !(attack && name.startsWith('wild') && text.split(/\s+/).length < SHORTEST_WILD_ATTACK))
        .map(({ text, attack }) => row(text, attack, sourceOf(name)))
    );
}

/** Lists of bare requests (`requests-NAME.jsonl`) count as one source: together they have the weight of one. */
function sourceOf(file: string): string {
  return file.startsWith('requests-') ? 'requests' : file.replace('.jsonl', '');
}

function own(): Row[] {
  return syntheticPrompts(SYNTHETIC, SEED).map(({ text, attack }) => row(text, attack, 'own'));
}

function row(text: string, attack: boolean, source: string): Row {
  return { inputs: inputsOf(normalise(text).text), attack, source, weight: 1 };
}

function fit(all: readonly Row[]): Weights {
  weigh(all);
  const mean = { values: new Float64Array(INPUTS), intercept: 0 };
  for (let order = 0; order < ORDERS; order += 1) {
    const { values: found, intercept } = descend(all, seeded(SEED + order));
    for (let i = 0; i < INPUTS; i += 1) mean.values[i]! += found[i]! / ORDERS;
    mean.intercept += intercept / ORDERS;
  }
  return mean;
}

/** Stochastic gradient descent through the texts in one random order after the other. */
function descend(all: readonly Row[], random: () => number): Weights {
  const weights = new Float64Array(INPUTS);
  // AdaGrad: rare inputs take larger steps than frequent ones.
  const squares = new Float64Array(INPUTS).fill(1e-4);
  let intercept = 0;
  let interceptSquares = 1;
  const order = all.map((_, i) => i);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) {
      const { inputs, attack, weight } = all[index]!;
      const error = (1 / (1 + Math.exp(-logitOf(inputs, { values: weights, intercept }))) - (attack ? 1 : 0)) * weight;
      for (let i = 0; i < inputs.at.length; i += 1) {
        const at = inputs.at[i]!;
        const slope = error * inputs.value[i]! + RIDGE * weights[at]!;
        squares[at]! += slope * slope;
        weights[at]! -= (STEP * slope) / Math.sqrt(squares[at]!);
      }
      interceptSquares += error * error;
      intercept -= (STEP * error) / Math.sqrt(interceptSquares);
    }
  }
  return { values: weights, intercept };
}

/** Attacks and harmless texts weigh the same in total, before the emphasis. */
function weigh(all: readonly Row[]): void {
  const counts = new Map<string, number>();
  const kind = ({ source, attack }: Row) => `${source} ${attack}`;
  for (const each of all) counts.set(kind(each), (counts.get(kind(each)) ?? 0) + 1);
  const totals = [0, 0];
  for (const each of all) {
    each.weight = Math.min(1, MOST_OF_ONE / counts.get(kind(each))!);
    totals[each.attack ? 1 : 0]! += each.weight;
  }
  for (const each of all) {
    each.weight *= (totals[0]! + totals[1]!) / 2 / totals[each.attack ? 1 : 0]!;
    each.weight *= EMPHASIS[each.source]?.[each.attack ? 'attack' : 'harmless'] ?? 1;
  }
}

/** How well a source is judged when neither it nor another from the same hands was learned from: whether the classifier generalises. */
function crossCheck(): void {
  const table: Record<string, object> = {};
  const hands = (source: string) => source.split('-')[0]!;
  for (const source of [...new Set(rows.map((each) => each.source))].filter((name) => name !== 'own')) {
    const weights = fit(rows.filter((each) => hands(each.source) !== hands(source)));
    const judged = rows
      .filter((each) => each.source === source)
      .map((each) => ({ bad: each.attack, score: logitOf(each.inputs, weights) }));
    const bad = judged.filter((each) => each.bad);
    const good = judged.filter((each) => !each.bad);
    const share = (some: typeof judged) =>
      some.length === 0 ? null : Math.round((1000 * some.filter(({ score }) => score > 0).length) / some.length) / 1000;
    table[source] = {
      attacks: bad.length,
      found: share(bad),
      harmless: good.length,
      flagged: share(good),
      auc: bad.length * good.length > 0 ? auc(judged) : null
    };
  }
  console.table(table);
}
