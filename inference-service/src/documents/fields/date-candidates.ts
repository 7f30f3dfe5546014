import type { IsoDate } from '../types.ts';
import { labelBits, type Cell, type View } from './view.ts';
import type { WrittenDate } from './dates.ts';
import { fold, has, meaningBits, type Meaning } from './vocabulary.ts';

export type DateCandidate = { value: IsoDate; places: { cell: Cell; date: WrittenDate }[] };

const LABELS: readonly Meaning[] = [
  'date',
  'dueDate',
  'otherDate',
  'delivery',
  'order',
  'invoice',
  'receipt',
  'time',
  'number',
  'customer',
  'staff',
  'total',
  'paid',
  'quote',
  'taxId',
  'due',
  'greeting',
  'bank',
  'street'
];
const SOURCES = ['own', 'left', 'above', 'before', 'after'] as const;
const OTHERS = [
  'places',
  'depthFirst',
  'depthLast',
  'isEarliest',
  'isLatest',
  'distinct',
  'tallest',
  'right',
  'hasYear4',
  'withTime',
  'alone',
  'barelyLabelled',
  'confidence',
  'isFirst',
  'daysFromFirst',
  'daysToLast',
  'topPage',
  'range'
] as const;
export const DATE_FEATURES: readonly string[] = [...SOURCES.flatMap((source) => LABELS.map((label) => `${source}:${label}`)), ...OTHERS];
const OFFSET = SOURCES.length * LABELS.length;

/**
 * Days the document names. Where day and month could be exchanged, the document's other dates decide (`13/04` settles it for all), then
 * its currency: dollars alone write the month first.
 */
export function dateCandidates(view: View): DateCandidate[] {
  const monthFirst = writesMonthFirst(view);
  const byValue = new Map<IsoDate, DateCandidate>();
  for (const cell of view.cells) {
    for (const date of cell.dates) {
      const value = date.readings[monthFirst && date.readings.length > 1 ? 1 : 0]!;
      const found = byValue.get(value);
      if (found) found.places.push({ cell, date });
      else byValue.set(value, { value, places: [{ cell, date }] });
    }
  }
  return [...byValue.values()];
}

function writesMonthFirst(view: View): boolean {
  let [months, days] = [0, 0];
  for (const { dates } of view.cells) {
    for (const { text, readings } of dates) {
      const parts = /^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]/.exec(text);
      if (!parts || readings.length > 1) continue;
      if (Number(parts[1]) > 12) days += 1;
      else if (Number(parts[2]) > 12) months += 1;
    }
  }
  if (months !== days) return months > days;
  return (
    months === 0 &&
    /(^|[\s(])\$\s?\d|\busd\b/.test(view.folded) &&
    !/[€£]|\beur\b|\bgst\b|\babn\b/.test(view.folded) &&
    /\b(sales tax|usa|united states|[a-z]{2} \d{5}(-\d{4})?)\b/.test(view.folded)
  );
}

export function dateFeatures(view: View, candidates: readonly DateCandidate[]): Float64Array[] {
  const sorted = candidates.map(({ value }) => value).sort();
  const order = [...candidates].sort((a, b) => a.places[0]!.cell.index - b.places[0]!.cell.index);
  return candidates.map((candidate) => {
    const out = new Float64Array(DATE_FEATURES.length);
    const set = (name: (typeof OTHERS)[number], value: number): void => void (out[OFFSET + OTHERS.indexOf(name)] = value);
    let [first, last] = [1, 0];
    for (const { cell, date } of candidate.places) {
      const labels = labelBits(view, cell, date.from);
      const after = meaningBits(fold(cell.line.text.slice(date.to)));
      SOURCES.forEach((source, s) =>
        LABELS.forEach((label, l) => {
          if (has(source === 'after' ? after : labels[source], label)) out[s * LABELS.length + l] = 1;
        })
      );
      first = Math.min(first, cell.depth);
      last = Math.max(last, cell.depth);
      if (/\d{4}/.test(date.text)) set('hasYear4', 1);
      if (/\d\s?:\s?\d{2}/.test(view.rows[cell.row]!.map(({ line }) => line.text).join(' '))) set('withTime', 1);
      if (date.text.length >= cell.line.text.length - 2) set('alone', 1);
      if (labels.own === 0 && labels.left === 0) set('barelyLabelled', 1);
      if (cell.dates.length > 1 || /[-–]|\bto\b|\bbis\b|\bau\b/.test(fold(cell.line.text.slice(date.to, date.to + 5)))) set('range', 1);
      set('tallest', Math.max(out[OFFSET + OTHERS.indexOf('tallest')]!, cell.height));
      set('right', Math.max(out[OFFSET + OTHERS.indexOf('right')]!, cell.right));
      set('confidence', Math.max(out[OFFSET + OTHERS.indexOf('confidence')]!, cell.line.confidence));
      if (cell.page === 1) set('topPage', 1);
    }
    set('places', candidate.places.length);
    set('depthFirst', first);
    set('depthLast', last);
    set('isEarliest', sorted[0] === candidate.value ? 1 : 0);
    set('isLatest', sorted.at(-1) === candidate.value ? 1 : 0);
    set('distinct', candidates.length);
    set('isFirst', order[0] === candidate ? 1 : 0);
    set('daysFromFirst', Math.min(400, daysBetween(sorted[0]!, candidate.value)));
    set('daysToLast', Math.min(400, daysBetween(candidate.value, sorted.at(-1)!)));
    return out;
  });
}

const daysBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
