import { compared, decimalOf, divided, isZero, near, plus, rounded, sum, textOf, times, type Decimal } from './decimal.ts';
import type { ArithmeticCheck, DocumentFields, Field, LineItem, TaxLine } from './types.ts';

const HUNDRED = decimalOf('100')!;
const CENT: Decimal = { units: 1n, scale: 2 };

const read = (field: Field<string> | null): Decimal | null => decimalOf(field?.value);

/** Whether what was read adds up. Rounding may move every part of a sum by half a unit of its last place. */
export function checksOf(fields: DocumentFields, lines: readonly LineItem[], taxes: readonly TaxLine[]): ArithmeticCheck[] {
  const [net, tax, total] = [read(fields.net), read(fields.tax), read(fields.total)];
  const checks: ArithmeticCheck[] = [];
  const check = (
    rule: ArithmeticCheck['rule'],
    expected: Decimal | null,
    found: Decimal | null,
    slack: Decimal,
    line: number | null = null
  ): void => {
    const holds = expected && found ? near(expected, found, slack) : null;
    checks.push({ rule, holds, expected: expected && textOf(expected), found: found && textOf(found), line });
  };
  const amounts = lines.map(({ amount }) => read(amount)).filter((amount) => amount !== null);
  const slack = (parts: number): Decimal => ({ units: BigInt(Math.max(1, Math.ceil(parts / 2))), scale: 2 });
  if (amounts.length > 0 && amounts.length === lines.filter(({ amount, quantity }) => amount || quantity).length) {
    const linesSum = sum(amounts);
    // A receipt's lines include the tax, an invoice's do not.
    const isGross = total !== null && (net === null || compared(net, total) === 0 || !near(linesSum, net, slack(amounts.length)));
    if (isGross && (net === null || near(linesSum, total, slack(amounts.length))))
      check('lines_sum_to_total', linesSum, total, slack(amounts.length));
    else check('lines_sum_to_net', linesSum, net, slack(amounts.length));
  }
  if (net || tax) check('net_and_tax_are_total', net && tax ? plus(net, tax) : null, total, CENT);
  const taxAmounts = taxes.map(({ amount }) => read(amount));
  if (taxAmounts.length > 0 && taxAmounts.every((amount) => amount !== null))
    check('taxes_sum', sum(taxAmounts), tax, slack(taxAmounts.length));
  taxes.forEach((each, index) => {
    const [rate, base, amount] = [read(each.rate), read(each.base), read(each.amount)];
    if (rate && base && amount)
      check('tax_rate', rounded(divided(times(base, rate), HUNDRED, 6)!, 2), amount, { units: 2n, scale: 2 }, index);
  });
  lines.forEach((line, index) => {
    const [quantity, price, amount] = [read(line.quantity), read(line.unitPrice), read(line.amount)];
    if (quantity && price && amount && !isZero(quantity)) check('line_multiplies', rounded(times(quantity, price), 2), amount, CENT, index);
  });
  return checks;
}
