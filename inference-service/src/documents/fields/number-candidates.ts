import { labelBits, type Cell, type View } from './view.ts';
import { fold, has, meaningBits, type Meaning } from './vocabulary.ts';
import { ibansIn } from './iban.ts';

export type NumberCandidate = { value: string; places: { cell: Cell; from: number; to: number }[] };

const LABELS: readonly Meaning[] = [
  'invoice',
  'receipt',
  'credit',
  'quote',
  'order',
  'delivery',
  'number',
  'customer',
  'seller',
  'phone',
  'taxId',
  'bank',
  'date',
  'dueDate',
  'total',
  'quantity',
  'price',
  'page',
  'staff',
  'street',
  'web',
  'points',
  'tax',
  'place'
];
const SOURCES = ['own', 'left', 'above', 'before', 'near'] as const;
const OTHERS = [
  'places',
  'length',
  'digits',
  'letters',
  'separators',
  'depth',
  'left',
  'right',
  'height',
  'isDate',
  'isAmount',
  'isIban',
  'taxIdShape',
  'alone',
  'onlyDigits',
  'hash',
  'both',
  'titleLike',
  'hasYear',
  'row',
  'tokens',
  'inTable',
  'phoneShape',
  'postcode',
  'confidence',
  'lower'
] as const;
export const NUMBER_FEATURES: readonly string[] = [...SOURCES.flatMap((source) => LABELS.map((label) => `${source}:${label}`)), ...OTHERS];
const OFFSET = SOURCES.length * LABELS.length;
const MOST_CANDIDATES = 300;
const CODE = /(?<![\p{L}\p{N}])[\p{L}]{0,6}[-/.:#]{0,2}[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*(?:[-/._\\][\p{L}\p{N}]+)*(?![\p{L}\p{N}])/gu;

/** Words with digits that could be the number of the document; also two in a row where a number is written with a blank. */
export function numberCandidates(view: View): NumberCandidate[] {
  const byValue = new Map<string, NumberCandidate>();
  const add = (value: string, cell: Cell, from: number, to: number): void => {
    const clean = value.replace(/^[#:.\s]+|[.:,;\s]+$/g, '');
    if (clean.length < 1 || clean.length > 40 || !/\d/.test(clean)) return;
    const key = clean.toUpperCase();
    const found = byValue.get(key);
    if (found) found.places.push({ cell, from, to });
    else if (byValue.size < MOST_CANDIDATES) byValue.set(key, { value: clean, places: [{ cell, from, to }] });
  };
  for (const cell of view.cells) {
    const text = cell.line.text.slice(0, 300);
    for (const match of text.matchAll(CODE)) add(match[0], cell, match.index, match.index + match[0].length);
    // `INV 2024 0017`: a number in groups, right behind its label or alone in its cell.
    const grouped = /(?:^|[:#°º]\s?|(?:no|nr|num|number|nummer)\.?\s)([A-Z]{0,5}\s?\d{2,6}(?:\s\d{2,6}){1,3})\s*$/iu.exec(text);
    if (grouped) {
      const from = grouped.index + grouped[0].lastIndexOf(grouped[1]!);
      add(grouped[1]!, cell, from, from + grouped[1]!.length);
    }
  }
  return [...byValue.values()];
}

export function numberFeatures(view: View, candidates: readonly NumberCandidate[]): Float64Array[] {
  return candidates.map((candidate) => {
    const out = new Float64Array(NUMBER_FEATURES.length);
    const set = (name: (typeof OTHERS)[number], value: number): void => {
      const at = OFFSET + OTHERS.indexOf(name);
      out[at] = Math.max(out[at]!, value);
    };
    for (const { cell, from, to } of candidate.places) {
      const labels = labelBits(view, cell, from);
      // The words right before it, up to a dozen characters: of several labels in a line the nearest counts.
      const near = nearBits(cell, from);
      SOURCES.forEach((source, s) =>
        LABELS.forEach((label, l) => {
          if (has(source === 'near' ? near : labels[source], label)) out[s * LABELS.length + l] = 1;
        })
      );
      const own = source(labels);
      if ((has(own, 'invoice') || has(own, 'receipt') || has(own, 'credit')) && has(own, 'number')) set('both', 1);
      set('left', cell.left);
      set('right', cell.right);
      set('height', cell.height);
      set('confidence', cell.line.confidence);
      if (cell.dates.some((date) => from < date.to && to > date.from)) set('isDate', 1);
      if (cell.amounts.some((amount) => amount.hasDecimals && from < amount.to && to > amount.from)) set('isAmount', 1);
      if (ibansIn(cell.line.text).length > 0) set('isIban', 1);
      if (to - from >= cell.line.text.length - 2) set('alone', 1);
      if (/#\s?$/.test(cell.line.text.slice(0, from))) set('hash', 1);
      if (cell.row < 12 && cell.height > 1.15) set('titleLike', 1);
      if (view.rows[cell.row]!.reduce((total, each) => total + each.amounts.filter(({ hasDecimals }) => hasDecimals).length, 0) > 1)
        set('inTable', 1);
      if (/^(\+|00?)?[\d\s()/-]{8,}$/.test(cell.line.text.slice(Math.max(0, from - 6), to + 8).trim()) && /[-/\s]/.test(candidate.value))
        set('phoneShape', 1);
    }
    const { value } = candidate;
    const first = candidate.places[0]!.cell;
    out[OFFSET + OTHERS.indexOf('depth')] = first.depth;
    out[OFFSET + OTHERS.indexOf('row')] = Math.min(60, first.row);
    set('places', candidate.places.length);
    set('length', value.length);
    set('digits', value.replace(/\D/g, '').length);
    set('letters', value.replace(/[^\p{L}]/gu, '').length);
    set('separators', value.replace(/[^-/._\\]/g, '').length);
    set('onlyDigits', /^\d+$/.test(value) ? 1 : 0);
    set('hasYear', /(19|20)\d{2}/.test(value) ? 1 : 0);
    set('tokens', value.split(/\s/).length);
    set('taxIdShape', /^[A-Z]{2}\s?\d{8,12}$/i.test(value) || /^\d{12}$/.test(value) ? 1 : 0);
    set(
      'postcode',
      /^\d{5}$/.test(value) && candidate.places.some(({ cell, to }) => /^\s+\p{Lu}\p{L}{2}/u.test(cell.line.text.slice(to))) ? 1 : 0
    );
    set('lower', /\p{Ll}/u.test(value) ? 1 : 0);
    return out;
  });
}

const source = (labels: { own: number; left: number; above: number }): number => labels.own || labels.left || labels.above;

const nearBits = (cell: Cell, from: number): number => meaningOf(cell.line.text.slice(Math.max(0, from - NEAR), from));
const NEAR = 22;
const meaningOf = (text: string): number => meaningBits(fold(text));
