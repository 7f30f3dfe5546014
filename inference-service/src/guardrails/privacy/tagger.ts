import type { EntityType, Finding } from './entities.ts';
import { createGazetteer, describeTokens, type Gazetteer } from './features.ts';
import type { Token } from './tokens.ts';

/** B begins an entity, I continues it, O is none. */
export const LABELS = [
  'O',
  'B-PERSON',
  'I-PERSON',
  'B-ORGANISATION',
  'I-ORGANISATION',
  'B-LOCATION',
  'I-LOCATION',
  'B-ADDRESS',
  'I-ADDRESS'
] as const;
export type Label = (typeof LABELS)[number];

/** Weights by feature, one number for each label; `transitions[a][b]`: label b after label a, the last row before the first token. */
export type TaggerModel = { weights: Map<string, readonly number[]>; transitions: readonly (readonly number[])[] };

export const START = LABELS.length;
const FORBIDDEN = -1e9;

/** An I only follows its own B or I. */
export function mayFollow(before: number, label: number): boolean {
  const name = LABELS[label] as Label;
  if (!name.startsWith('I-')) return true;
  return before < START && (LABELS[before] as Label).slice(1) === name.slice(1) && LABELS[before] !== 'O';
}

/** The best sequence of labels (Viterbi), in time linear in the number of tokens. */
export function decode(model: TaggerModel, features: readonly string[][]): number[] {
  const size = LABELS.length;
  let scores = new Float64Array(size);
  const backs: Uint8Array[] = [];
  features.forEach((names, i) => {
    const own = new Float64Array(size);
    for (const name of names) {
      const weights = model.weights.get(name);
      if (weights) for (let label = 0; label < size; label += 1) own[label] = (own[label] as number) + (weights[label] as number);
    }
    const next = new Float64Array(size).fill(FORBIDDEN);
    const back = new Uint8Array(size);
    for (let label = 0; label < size; label += 1) {
      for (let before = i === 0 ? START : 0; before < (i === 0 ? START + 1 : size); before += 1) {
        if (!mayFollow(before, label)) continue;
        const total = (i === 0 ? 0 : (scores[before] as number)) + (model.transitions[before]?.[label] ?? 0) + (own[label] as number);
        if (total > (next[label] as number)) {
          next[label] = total;
          back[label] = before;
        }
      }
    }
    scores = next;
    backs.push(back);
  });
  const labels = new Array<number>(features.length);
  let label = scores.indexOf(Math.max(...scores));
  for (let i = features.length - 1; i >= 0; i -= 1) {
    labels[i] = label;
    label = (backs[i] as Uint8Array)[label] as number;
  }
  return labels;
}

let gazetteer: Gazetteer | undefined;

/** People, organisations, places and addresses, as the learned weights see them. */
export function tag(tokens: readonly Token[], model: TaggerModel): Finding[] {
  gazetteer ??= createGazetteer();
  const labels = decode(model, describeTokens(tokens, gazetteer));
  const found: Finding[] = [];
  labels.forEach((label, i) => {
    const token = tokens[i] as Token;
    const name = LABELS[label] as Label;
    const open = found.at(-1);
    if (name.startsWith('B-')) found.push({ type: name.slice(2) as EntityType, start: token.start, end: token.end, score: 0.8 });
    else if (name.startsWith('I-') && open) open.end = token.end;
  });
  return found;
}
