import { readFileSync } from 'node:fs';
import { LABELS, type TaggerModel } from './tagger.ts';

/** The file: hundredths of a point, only the labels a feature speaks for, as `label:points` separated by spaces. */
type StoredModel = { note: string; weights: Record<string, string>; transitions: number[][] };

let model: TaggerModel | undefined;

export function loadTagger(): TaggerModel {
  model ??= readTagger(JSON.parse(readFileSync(new URL('./tagger-weights.json', import.meta.url), 'utf8')) as StoredModel);
  return model;
}

function readTagger(stored: StoredModel): TaggerModel {
  const weights = new Map<string, number[]>();
  for (const [feature, text] of Object.entries(stored.weights)) {
    const row = new Array<number>(LABELS.length).fill(0);
    for (const part of text.split(' ')) {
      const [label, points] = part.split(':');
      row[Number(label)] = Number(points);
    }
    weights.set(feature, row);
  }
  return { weights, transitions: stored.transitions };
}
