import { absolute, compared, decimalOf, divided, isZero, near, numberOf, rounded, same, textOf, times, type Decimal } from '../decimal.ts';
import type { Field, TaxLine } from '../types.ts';
import type { Amount } from './amounts.ts';
import type { Money } from './extract.ts';
import { placeOf, type Cell, type View } from './view.ts';
import { has } from './vocabulary.ts';

const HUNDRED = decimalOf('100')!;
const TWO_CENTS = decimalOf('0.02')!;
const HIGHEST_RATE = 30;

type Placed = { cell: Cell; amount: Amount };

/** Rows that state a rate, what it applies to and what it makes: taken only where the three agree, or the row says the known tax. */
export function taxLines(view: View, money: Money): TaxLine[] {
  const found: (TaxLine & { key: string })[] = [];
  for (const row of view.rows) {
    const placed: Placed[] = row.flatMap((cell) => cell.amounts.map((amount) => ({ cell, amount })));
    const rates = placed.filter(
      ({ amount }) =>
        numberOf(amount.value) >= 0 &&
        numberOf(amount.value) <= HIGHEST_RATE &&
        (amount.percent || row.some(({ bits }) => has(bits, 'tax')))
    );
    for (const rate of rates) {
      const others = placed.filter((each) => each !== rate && !each.amount.percent && !isZero(each.amount.value));
      const pair = pairOf(rate.amount.value, others);
      if (pair) {
        add(found, rate, pair[0], pair[1]);
        break;
      }
      const known =
        money.tax &&
        money.net &&
        rate.amount.percent &&
        row.some(({ bits }) => has(bits, 'tax')) &&
        others.find(({ amount }) => same(amount.value, money.tax!.candidate.value));
      if (known && fits(rate.amount.value, money.net!.candidate.value, known.amount.value)) {
        add(found, rate, null, known);
        break;
      }
    }
  }
  return found.map(({ rate, base, amount }) => ({ rate, base, amount }));
}

function pairOf(rate: Decimal, others: readonly Placed[]): [Placed, Placed] | null {
  if (isZero(rate)) return null;
  for (const base of others) {
    for (const tax of others) {
      if (
        tax !== base &&
        compared(absolute(tax.amount.value), absolute(base.amount.value)) < 0 &&
        fits(rate, base.amount.value, tax.amount.value)
      )
        return [base, tax];
    }
  }
  return null;
}

const fits = (rate: Decimal, base: Decimal, tax: Decimal): boolean =>
  near(rounded(divided(times(base, rate), HUNDRED, 6)!, 2), tax, TWO_CENTS);

function add(found: (TaxLine & { key: string })[], rate: Placed, base: Placed | null, tax: Placed): void {
  const key = `${numberOf(rate.amount.value)}:${textOf(tax.amount.value)}`;
  if (!found.some((each) => each.key === key)) found.push({ key, rate: field(rate), base: base && field(base), amount: field(tax) });
}

const field = ({ cell, amount }: Placed): Field<string> => ({
  value: textOf(amount.value),
  text: amount.text,
  place: placeOf(cell, amount.from, amount.to),
  confidence: Math.round(0.95 * cell.line.confidence * 1000) / 1000
});
