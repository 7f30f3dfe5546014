import { absolute, compared, isZero, minus, numberOf, plus, same, textOf, type Decimal } from '../decimal.ts';
import type { Amount } from './amounts.ts';
import { headerAbove, labelBits, type Cell, type View } from './view.ts';
import { fold, has, meaningBits, type Meaning } from './vocabulary.ts';

export type AmountPlace = { cell: Cell; amount: Amount; bits: number };
/** One value of money with all the places where the document states it. */
export type AmountCandidate = { value: Decimal; places: AmountPlace[] };

const LABELS: readonly Meaning[] = [
  'total',
  'grand',
  'sub',
  'net',
  'gross',
  'tax',
  'due',
  'paid',
  'change',
  'rounding',
  'discount',
  'quantity',
  'price',
  'points',
  'date',
  'number',
  'phone',
  'taxId',
  'bank',
  'delivery',
  'order',
  'street',
  'staff'
];
const SOURCES = ['own', 'left', 'above', 'before'] as const;
const OTHERS = [
  'places',
  'logPlaces',
  'hasDecimals',
  'currency',
  'negative',
  'zero',
  'logValue',
  'rank',
  'isLargest',
  'isSecond',
  'depthFirst',
  'depthLast',
  'rightmost',
  'tallest',
  'alone',
  'labelled',
  'isSum',
  'isDifference',
  'plusTax',
  'cashMinusChange',
  'afterTotals',
  'totalsAfter',
  'lastTotal',
  'integer',
  'round',
  'perRow',
  'trueTotal',
  'onlyAmountRow',
  'confidence',
  'taxShare',
  'grossOfShare',
  'sumOfLines',
  'barBefore',
  'pageShare'
] as const;
export const AMOUNT_FEATURES: readonly string[] = [...SOURCES.flatMap((source) => LABELS.map((label) => `${source}:${label}`)), ...OTHERS];
const OFFSET = SOURCES.length * LABELS.length;
const at = (name: (typeof OTHERS)[number]): number => OFFSET + OTHERS.indexOf(name);

const MOST_CANDIDATES = 400;
const HIGHEST = 1e12;

/** Values that can be money: no rates, no codes with leading zeros, no digits of a telephone number. */
export function amountCandidates(view: View): AmountCandidate[] {
  const byValue = new Map<string, AmountCandidate>();
  for (const cell of view.cells) {
    for (const amount of cell.amounts) {
      if (amount.percent || /^0\d/.test(amount.text) || numberOf(absolute(amount.value)) > HIGHEST) continue;
      if (!amount.hasDecimals && amount.currency === null && amount.value.scale === 0 && amount.text.replace(/\D/g, '').length > 7)
        continue;
      const labels = labelBits(view, cell, amount.from);
      const key = textOf({ units: amount.value.units, scale: amount.value.scale })
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '');
      const found = byValue.get(key);
      const place = { cell, amount, bits: labels.own || labels.left };
      if (found) found.places.push(place);
      else if (byValue.size < MOST_CANDIDATES) byValue.set(key, { value: amount.value, places: [place] });
    }
  }
  return [...byValue.values()];
}

/** What the whole document says that every candidate is judged against. */
function frameOf(view: View, candidates: readonly AmountCandidate[]) {
  const money = candidates.filter(({ places }) => places.some(({ amount }) => amount.hasDecimals || amount.currency !== null));
  const sorted = [...(money.length > 0 ? money : candidates)].sort((a, b) => compared(b.value, a.value));
  const totalRows = view.rows
    .map((row, index) => ({
      index,
      is: row.some(({ bits, folded }) => has(bits, 'total') && !has(bits, 'quantity') && folded.length < 60)
    }))
    .filter(({ is }) => is);
  const labelled = (meaning: Meaning): AmountCandidate[] =>
    candidates.filter(({ places }) => places.some(({ cell }) => view.rows[cell.row]!.some(({ bits }) => has(bits, meaning))));
  return {
    money,
    sorted,
    totalRows: totalRows.map(({ index }) => index),
    paid: labelled('paid'),
    change: labelled('change'),
    taxed: labelled('tax')
  };
}

export function amountFeatures(view: View, candidates: readonly AmountCandidate[]): Float64Array[] {
  const frame = frameOf(view, candidates);
  const keys = new Set(candidates.map(({ value }) => numberOf(value).toFixed(2)));
  const values = frame.money.map(({ value }) => value).slice(0, 60);
  return candidates.map((candidate) => {
    const out = new Float64Array(AMOUNT_FEATURES.length);
    const set = (name: (typeof OTHERS)[number], value: number): void => void (out[at(name)] = value);
    let [first, last, rightmost, tallest, confidence] = [1, 0, 0, 0, 0];
    for (const { cell, amount } of candidate.places) {
      const labels = labelBits(view, cell, amount.from);
      SOURCES.forEach((source, s) =>
        LABELS.forEach((label, l) => {
          if (has(labels[source], label)) out[s * LABELS.length + l] = 1;
        })
      );
      first = Math.min(first, cell.depth);
      last = Math.max(last, cell.depth);
      rightmost = Math.max(rightmost, cell.right);
      tallest = Math.max(tallest, cell.height);
      confidence = Math.max(confidence, cell.line.confidence);
      if (amount.hasDecimals) set('hasDecimals', 1);
      if (amount.currency) set('currency', 1);
      const row = view.rows[cell.row]!;
      const words = row.map(({ folded }) => folded).join(' ');
      if (row.length === 1 && fold(amount.text).length >= cell.folded.length - 4) set('alone', 1);
      if (/\p{L}{2}/u.test(words)) set('labelled', 1);
      const inRow = row.reduce((total, each) => total + each.amounts.length, 0);
      set('perRow', Math.max(out[at('perRow')]!, inRow));
      if (inRow === 1) set('onlyAmountRow', 1);
      const bits = meaningBits(words);
      if (has(bits, 'total') && !has(bits, 'sub') && !has(bits, 'quantity') && !has(bits, 'discount') && !has(bits, 'points'))
        set('trueTotal', 1);
      if (has(bits, 'total') && frame.totalRows.at(-1) === cell.row) set('lastTotal', 1);
      set('afterTotals', Math.max(out[at('afterTotals')]!, frame.totalRows.filter((index) => index < cell.row).length));
      set('totalsAfter', Math.max(out[at('totalsAfter')]!, frame.totalRows.filter((index) => index > cell.row).length));
      set('pageShare', Math.max(out[at('pageShare')]!, cell.page / view.pages.length));
    }
    const value = candidate.value;
    const number = numberOf(value);
    set('places', candidate.places.length);
    set('logPlaces', Math.log1p(candidate.places.length));
    set('negative', number < 0 ? 1 : 0);
    set('zero', isZero(value) ? 1 : 0);
    set('logValue', Math.log1p(Math.abs(number)));
    const rank = frame.sorted.findIndex((other) => same(other.value, value));
    set('rank', rank < 0 ? 99 : rank);
    set('isLargest', rank === 0 ? 1 : 0);
    set('isSecond', rank === 1 ? 1 : 0);
    set('depthFirst', first);
    set('depthLast', last);
    set('rightmost', rightmost);
    set('tallest', tallest);
    set('confidence', confidence);
    set('integer', Number.isInteger(number) ? 1 : 0);
    set('round', number !== 0 && number % 5 === 0 ? 1 : 0);
    relations(candidate, frame, values, keys, set);
    set('barBefore', candidate.places.some(({ cell }) => headerAbove(view, cell) !== null) ? 1 : 0);
    return out;
  });
}

/** Sums the value takes part in: totals are made of other values, items are not. */
function relations(
  { value }: AmountCandidate,
  frame: ReturnType<typeof frameOf>,
  values: readonly Decimal[],
  keys: ReadonlySet<string>,
  set: (name: (typeof OTHERS)[number], value: number) => void
): void {
  const number = numberOf(value);
  if (number === 0) return;
  let sums = 0;
  let differences = 0;
  for (const other of values) {
    if (isZero(other) || same(other, value)) continue;
    const rest = minus(value, other);
    if (!isZero(rest) && compared(rest, other) <= 0 && keys.has(numberOf(rest).toFixed(2))) sums += 1;
    if (keys.has(numberOf(plus(value, other)).toFixed(2))) differences += 1;
  }
  set('isSum', Math.min(sums, 5));
  set('isDifference', Math.min(differences, 5));
  set(
    'plusTax',
    frame.taxed.some(
      (tax) =>
        !same(tax.value, value) &&
        numberOf(tax.value) > 0 &&
        keys.has((number - numberOf(tax.value)).toFixed(2)) &&
        number > numberOf(tax.value)
    )
      ? 1
      : 0
  );
  set(
    'cashMinusChange',
    frame.paid.some((paid) => frame.change.some((change) => !same(paid.value, value) && same(minus(paid.value, change.value), value)))
      ? 1
      : 0
  );
  // A tax of a usual rate on another value here, or such a value with its tax.
  const shares = values.map((base) => number / numberOf(base)).filter((share) => Number.isFinite(share));
  set('taxShare', shares.some((share) => share > 0.02 && share < 0.28 && usualRate(share)) ? 1 : 0);
  set('grossOfShare', shares.some((share) => share > 1.02 && share < 1.28 && usualRate(share - 1)) ? 1 : 0);
  const smaller = frame.money.filter(
    (other) => compared(other.value, value) < 0 && numberOf(other.value) > 0 && other.places.some(({ amount }) => amount.hasDecimals)
  );
  const total = smaller.reduce((rest, other) => rest + numberOf(other.value) * other.places.length, 0);
  set('sumOfLines', Math.abs(total - number) < 0.005 ? 1 : 0);
}

const RATES = [0.03, 0.04, 0.05, 0.055, 0.06, 0.07, 0.077, 0.08, 0.081, 0.1, 0.16, 0.19, 0.2, 0.21, 0.22, 0.25];
const usualRate = (share: number): boolean => RATES.some((rate) => Math.abs(share - rate) < 0.0006);
