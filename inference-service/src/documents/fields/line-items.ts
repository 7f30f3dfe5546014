import { compared, decimalOf, isZero, near, rounded, same, sum, textOf, times, type Decimal } from '../decimal.ts';
import type { Field, LineItem } from '../types.ts';
import type { Amount } from './amounts.ts';
import type { Money } from './extract.ts';
import { placeOf, type Cell, type View } from './view.ts';
import { has, type Meaning } from './vocabulary.ts';

const CENT = decimalOf('0.01')!;
const ONE = decimalOf('1')!;
const MOST_ITEMS = 500;

type Placed = { cell: Cell; amount: Amount };
type Item = LineItem & { total: Decimal; row: number };

/** Words that end the list of items. */
const SUMS: readonly Meaning[] = ['total', 'sub', 'net', 'tax', 'due', 'paid', 'change', 'rounding'];

/**
 * Rows of the table of items: below a row of column titles, or on a receipt without titles above the first sum. Each ends in an amount;
 * quantity and price are the two other numbers of the row that make it, or what stands in the columns so titled.
 */
export function lineItems(view: View, money: Money): LineItem[] {
  const best = [...headersOf(view).map((header) => itemsFrom(view, header)), ...(money.total ? [itemsFrom(view, null)] : [])]
    .map((items) => ({ items, agrees: agreement(items, money) }))
    .sort((a, b) => b.agrees - a.agrees || b.items.length - a.items.length)[0];
  if (!best || best.items.length === 0) return [];
  const confidence = best.agrees === 2 ? 0.96 : best.agrees === 1 ? 0.8 : 0.55;
  return best.items.map(({ description, quantity, unitPrice, amount }) => ({
    description: weigh(description, confidence),
    quantity: weigh(quantity, confidence),
    unitPrice: weigh(unitPrice, confidence),
    amount: weigh(amount, confidence)
  }));
}

const weigh = (field: Field<string> | null, confidence: number): Field<string> | null =>
  field && { ...field, confidence: Math.round(field.confidence * confidence * 1000) / 1000 };

/** 2: the items make the net sum or the total; 1: most multiply. */
function agreement(items: readonly Item[], { net, total }: Money): number {
  if (items.length === 0) return -1;
  const made = sum(items.map((item) => item.total));
  const slack: Decimal = { units: BigInt(Math.max(1, Math.ceil(items.length / 2))), scale: 2 };
  if ((net && near(made, net.candidate.value, slack)) || (total && near(made, total.candidate.value, slack))) return 2;
  return items.filter(({ quantity, unitPrice }) => quantity && unitPrice).length > items.length / 2 ? 1 : 0;
}

function headersOf(view: View): Cell[][] {
  const titles: readonly Meaning[] = ['quantity', 'price', 'total', 'net', 'tax', 'number'];
  return view.rows.filter((row) => {
    if (row.length < 2 || row.some(({ amounts }) => amounts.some(({ hasDecimals }) => hasDecimals))) return false;
    const kinds = titles.filter((meaning) => row.some(({ bits }) => has(bits, meaning)));
    return kinds.includes('quantity') || kinds.includes('price') ? kinds.length >= 2 : false;
  });
}

function itemsFrom(view: View, header: readonly Cell[] | null): Item[] {
  const items: Item[] = [];
  const start = header ? header[0]!.row + 1 : 0;
  let pending: Cell[] = [];
  for (let r = start; r < view.rows.length && items.length < MOST_ITEMS; r += 1) {
    const row = view.rows[r]!;
    const placed: Placed[] = row.flatMap((cell) => cell.amounts.map((amount) => ({ cell, amount })));
    const money = placed.filter(({ amount }) => !amount.percent && (amount.hasDecimals || amount.currency !== null));
    const isSum =
      row.some(({ bits, folded }) => SUMS.some((meaning) => has(bits, meaning)) && folded.length < 60 && !/^\d/.test(folded)) &&
      (money.length > 0 || header === null);
    if (isSum && items.length > 0) break;
    if (isSum) {
      pending = [];
      continue;
    }
    const amount = money.at(-1);
    const words = row.filter(({ line }) => /\p{L}{2}/u.test(line.text));
    if (!amount || row.some(({ dates, bits }) => dates.length > 0 && !has(bits, 'delivery') && header === null)) {
      pending = amount ? [] : [...pending, ...words].slice(-2);
      continue;
    }
    const { quantity, price } = factors(amount, placed, header);
    const wordCell = words.sort((a, b) => b.line.text.length - a.line.text.length)[0] ?? pending.at(-1);
    // Without titles a lone number is an item only if words name it.
    if (header === null && !wordCell) continue;
    items.push({
      description: wordCell ? descriptionOf(wordCell, [amount, quantity, price]) : null,
      quantity: quantity && field(quantity),
      unitPrice: price && field(price),
      amount: field(amount),
      total: amount.amount.value,
      row: r
    });
    pending = [];
  }
  return items;
}

function factors(
  total: Placed,
  placed: readonly Placed[],
  header: readonly Cell[] | null
): { quantity: Placed | null; price: Placed | null } {
  const others = placed.filter((each) => each !== total && !each.amount.percent && !isZero(each.amount.value));
  for (const price of [...others].reverse()) {
    for (const quantity of others) {
      if (quantity === price || !near(rounded(times(quantity.amount.value, price.amount.value), 2), total.amount.value, CENT)) continue;
      // Of two that make the amount, the one with a price's places is the price.
      const swap = quantity.amount.hasDecimals && !price.amount.hasDecimals;
      return swap ? { quantity: price, price: quantity } : { quantity, price };
    }
  }
  const single = others.find(({ amount }) => same(amount.value, total.amount.value));
  const one = others.find((each) => each !== single && compared(each.amount.value, ONE) === 0);
  if (single && one) return { quantity: one, price: single };
  const under = (meaning: Meaning): Placed | null => {
    const title = header?.find(({ bits }) => has(bits, meaning));
    return title ? (others.find(({ cell }) => Math.min(cell.right, title.right) - Math.max(cell.left, title.left) > 0) ?? null) : null;
  };
  const quantity = under('quantity');
  const price = under('price');
  return { quantity, price: price === quantity ? null : price };
}

function descriptionOf(cell: Cell, numbers: readonly (Placed | null)[]): Field<string> | null {
  // Numbers of the same cell are cut off where they stand at its end.
  const from = Math.min(...numbers.filter((each) => each?.cell === cell).map((each) => each!.amount.from), cell.line.text.length);
  const text = (from > 3 ? cell.line.text.slice(0, from) : cell.line.text).trim();
  return text === '' ? null : { value: text, text, place: placeOf(cell), confidence: cell.line.confidence };
}

const field = ({ cell, amount }: Placed): Field<string> => ({
  value: textOf(amount.value),
  text: amount.text,
  place: placeOf(cell, amount.from, amount.to),
  confidence: cell.line.confidence
});
