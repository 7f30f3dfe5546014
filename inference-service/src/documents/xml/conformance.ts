import {
  absolute,
  compared,
  decimalOf,
  divided,
  isZero,
  minus,
  near,
  plus,
  rounded,
  sum,
  textOf,
  times,
  ZERO,
  type Decimal
} from '../decimal.ts';
import type { ConformanceFinding } from '../types.ts';
import type { AllowanceCharge, StructuredInvoice } from './structured-invoice.ts';

const INVOICE_TYPES = new Set(
  '71 80 82 84 102 130 202 203 204 211 218 219 295 325 326 331 336 380 382 383 384 385 386 387 388 389 390 393 394 395 456 457 527 553 575 623 633 751 780 817 870 875 876 877 935'.split(
    ' '
  )
);
/** UNTDID 1001, and the credit notes of FatturaPA. */
const CREDIT_TYPES = new Set('TD04 TD08 81 83 261 262 296 308 381 396 420 458 502 503 532'.split(' '));
export const isCreditNote = (typeCode: string | null): boolean => typeCode !== null && CREDIT_TYPES.has(typeCode);

const ONE = decimalOf('1')!;
const HUNDRED = decimalOf('100')!;
const CENT = decimalOf('0.01')!;
/** Tax may be rounded per line or per rate: EN 16931 itself leaves one unit of the currency (BR-CO-17 of its test rules). */
const TAX_SLACK = ONE;

/**
 * What EN 16931 demands of an invoice and this one does not do, each by the name of its rule. Not a replacement for the official
 * Schematron, which is hundreds of rules: these are the ones that decide whether the figures can be trusted.
 */
export function findingsOf(invoice: StructuredInvoice): ConformanceFinding[] {
  const findings: ConformanceFinding[] = [];
  const error = (rule: string, detail: string): void => void findings.push({ rule, severity: 'error', detail });
  const warning = (rule: string, detail: string): void => void findings.push({ rule, severity: 'warning', detail });
  // ZUGFeRD 1 is older than EN 16931 and leaves more out.
  const first = /ferd:CrossIndustryDocument/i.test(invoice.guideline ?? '');
  const minimal = /minimum|basicwl/i.test(invoice.guideline ?? '');

  if (!invoice.guideline) error('BR-01', 'The specification identifier is missing');
  else if (
    invoice.syntax === 'CII' &&
    !/urn:(cen\.eu:en16931|factur-x\.eu|ferd:(CrossIndustryDocument:invoice|pdfa)|zugferd)/i.test(invoice.guideline)
  ) {
    error('BT-24', 'The specification identifier is not one of an invoice');
  }
  if (!invoice.number) error('BR-02', 'The invoice number is missing');
  if (!invoice.issueDate) error('BR-03', 'The issue date is missing or no date');
  if (!invoice.typeCode) error('BR-04', 'The type code is missing');
  else if (!/^TD\d\d$/.test(invoice.typeCode) && !INVOICE_TYPES.has(invoice.typeCode) && !CREDIT_TYPES.has(invoice.typeCode))
    error('BR-CL-01', 'The type code is not in the code list');
  if (!invoice.currency) error('BR-05', 'The currency is missing');
  else if (!/^[A-Z]{3}$/.test(invoice.currency)) error('BR-CL-04', 'The currency is no ISO 4217 code');
  if (!invoice.vendor.name) error('BR-06', "The seller's name is missing");
  if (!invoice.buyer.name) error('BR-07', "The buyer's name is missing");
  if (!invoice.net && !first) error('BR-13', 'The total without tax is missing');
  if (!invoice.gross) error('BR-14', 'The total with tax is missing');
  if (!invoice.due && !first && invoice.syntax !== 'FatturaPA') error('BR-15', 'The amount due is missing');
  if (invoice.lines.length === 0 && !minimal) error('BR-16', 'There is no line item');
  if (invoice.repeatedCurrency && !first) warning('CII-DT-031', 'The currency stands on amounts that must not carry it');
  for (const what of invoice.malformed) error('syntax', what);
  for (const name of invoice.beyondProfile) error('profile', `The stated profile does not have: ${name}`);

  sums(invoice, minimal, error);
  lines(invoice, error, warning);
  for (const [index, tax] of invoice.taxes.entries()) {
    if (!tax.base || !tax.amount || !tax.rate) continue;
    const expected = percentOf(tax.base, tax.rate);
    if (!near(expected, tax.amount, TAX_SLACK))
      error('BR-CO-17', `Tax ${index + 1} is ${textOf(tax.amount)}, ${textOf(rounded(expected, 2))} expected`);
  }
  if (invoice.gross && compared(invoice.gross, ZERO) < 0 && invoice.typeCode === '380' && invoice.syntax !== 'FatturaPA') {
    error('BT-3', 'A negative total stands under the type of an invoice');
  }
  return findings;
}

function sums(invoice: StructuredInvoice, minimal: boolean, error: (rule: string, detail: string) => void): void {
  const check = (rule: string, what: string, found: Decimal | null, expected: Decimal | null, slack = ZERO): void => {
    if (found && expected && !near(found, expected, slack)) error(rule, `${what} is ${textOf(found)}, ${textOf(expected)} expected`);
  };
  const amounts = invoice.lines.map(({ amount }) => amount);
  const first = /ferd:Cross/i.test(invoice.guideline ?? '');
  if (!minimal && amounts.length > 0 && (first || amounts.every((amount) => amount !== null))) {
    check('BR-CO-10', 'The sum of the lines', invoice.lineTotal, sum(amounts.filter((amount) => amount !== null)), first ? CENT : ZERO);
  }
  const allowanceSum = (charge: boolean): Decimal | null => total(invoice.allowances.filter((each) => each.charge === charge));
  if (invoice.allowances.some(({ charge }) => !charge))
    check('BR-CO-11', 'The sum of the allowances', invoice.allowanceTotal, allowanceSum(false));
  if (invoice.allowances.some(({ charge }) => charge)) check('BR-CO-12', 'The sum of the charges', invoice.chargeTotal, allowanceSum(true));
  if (invoice.lineTotal) {
    const expected = plus(minus(invoice.lineTotal, invoice.allowanceTotal ?? ZERO), invoice.chargeTotal ?? ZERO);
    check('BR-CO-13', 'The total without tax', invoice.net, expected);
  }
  if (invoice.taxes.length > 0 && invoice.taxes.every(({ amount }) => amount !== null)) {
    check('BR-CO-14', 'The tax', invoice.tax, sum(invoice.taxes.map(({ amount }) => amount!)));
  }
  if (invoice.net && invoice.syntax !== 'FatturaPA')
    check('BR-CO-15', 'The total with tax', invoice.gross, plus(invoice.net, invoice.tax ?? ZERO));
  if (invoice.gross && invoice.syntax !== 'FatturaPA' && !/minimum/i.test(invoice.guideline ?? '')) {
    check('BR-CO-16', 'The amount due', invoice.due, plus(minus(invoice.gross, invoice.prepaid ?? ZERO), invoice.rounding ?? ZERO));
  }
}

function lines(
  invoice: StructuredInvoice,
  error: (rule: string, detail: string) => void,
  warning: (rule: string, detail: string) => void
): void {
  for (const [index, line] of invoice.lines.entries()) {
    const name = `Line ${index + 1}`;
    // ZUGFeRD 1 has lines that are only a remark.
    if (line.amount === null && line.quantity === null && /ferd:Cross/i.test(invoice.guideline ?? '')) continue;
    if (line.amount === null) error('BR-24', `${name} has no amount`);
    if (line.quantity === null && invoice.syntax !== 'FatturaPA') error('BR-22', `${name} has no quantity`);
    if (line.unitPrice === null && !/basic/i.test(invoice.guideline ?? '')) error('BR-26', `${name} has no price`);
    if (line.unitPrice && compared(line.unitPrice, ZERO) < 0 && invoice.syntax !== 'FatturaPA')
      error('BR-27', `${name} has a negative price`);
    if (!line.amount || !line.quantity || !line.unitPrice) continue;
    const base = divided(
      times(line.quantity, line.unitPrice),
      line.priceQuantity && !isZero(line.priceQuantity) ? line.priceQuantity : ONE,
      6
    );
    const expected = rounded(
      plus(
        base!,
        total(
          line.allowances.map((each) => ({ ...each })),
          true
        ) ?? ZERO
      ),
      2
    );
    // Up to what rounding of the price to its written places can explain, it is imprecise; beyond, wrong.
    const explained = plus(times(absolute(line.quantity), half(line.unitPrice)), CENT);
    if (near(expected, line.amount, CENT)) continue;
    const detail = `${name} is ${textOf(line.amount)}, price and quantity make ${textOf(expected)}`;
    if (near(expected, line.amount, explained)) warning('PEPPOL-EN16931-R120', detail);
    else error('PEPPOL-EN16931-R120', detail);
  }
  for (const each of [...invoice.allowances, ...invoice.lines.flatMap((line) => line.allowances)]) {
    if (!each.percent || !each.base || !each.amount) continue;
    const expected = percentOf(each.base, each.percent);
    if (!near(expected, each.amount, CENT)) {
      error('PEPPOL-EN16931-R040', `An allowance or charge is ${textOf(each.amount)}, ${textOf(rounded(expected, 2))} expected`);
    }
  }
}

const percentOf = (base: Decimal, percent: Decimal): Decimal => divided(times(base, percent), HUNDRED, 6)!;
/** Half of the last written place. */
const half = (price: Decimal): Decimal => ({ units: 5n, scale: price.scale + 1 });

function total(allowances: readonly AllowanceCharge[], signed = false): Decimal | null {
  if (allowances.some(({ amount }) => amount === null)) return null;
  return sum(allowances.map(({ amount, charge }) => (signed && !charge ? minus(ZERO, amount!) : amount!)));
}
