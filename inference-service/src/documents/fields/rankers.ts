import { readFileSync } from 'node:fs';
import type { Ranker } from './forest.ts';

export const RANKED_FIELDS = [
  'vendor',
  'buyer',
  'vendorAddress',
  'issueDate',
  'dueDate',
  'serviceFrom',
  'invoiceNumber',
  'total',
  'net',
  'tax'
] as const;
export type RankedField = (typeof RANKED_FIELDS)[number];
export type Rankers = Readonly<Record<RankedField, Ranker>>;

let loaded: Rankers | undefined;

/** Fitted by bench/documents/fit.ts; README.md of the folder says what from. */
export function rankers(): Rankers {
  loaded ??= readRankers(new URL('./rankers.json', import.meta.url));
  return loaded;
}

/** Others for this process: a bench judges ones that have not seen what it measures on. */
export function useRankers(file: string | URL): void {
  loaded = readRankers(file);
}

const readRankers = (file: string | URL): Rankers => JSON.parse(readFileSync(file, 'utf8')) as Rankers;
