import { decimalOf, type Decimal } from '../decimal.ts';
import type { IsoDate } from '../types.ts';

/** An invoice as its XML states it, whatever the syntax. Absent elements are null; nothing is computed here. */
export type StructuredInvoice = {
  syntax: 'CII' | 'UBL' | 'FatturaPA';
  /** BT-24: which rules the file says it follows. */
  guideline: string | null;
  /** UNTDID 1001; of a FatturaPA its own (`TD01`, ...). */
  typeCode: string | null;
  number: string | null;
  issueDate: IsoDate | null;
  dueDate: IsoDate | null;
  serviceFrom: IsoDate | null;
  serviceTo: IsoDate | null;
  currency: string | null;
  vendor: Party;
  buyer: Party;
  iban: string | null;
  lineTotal: Decimal | null;
  allowanceTotal: Decimal | null;
  chargeTotal: Decimal | null;
  net: Decimal | null;
  tax: Decimal | null;
  gross: Decimal | null;
  prepaid: Decimal | null;
  rounding: Decimal | null;
  due: Decimal | null;
  lines: StructuredLine[];
  taxes: StructuredTax[];
  allowances: AllowanceCharge[];
  /** Elements that the invoice's profile does not have. */
  beyondProfile: string[];
  /** The currency stands on amounts that must not carry one (CII-DT-031). */
  repeatedCurrency: boolean;
  /** Places where the XML departs from the form its syntax prescribes, each named. */
  malformed: string[];
};

export type Party = { name: string | null; taxId: string | null; address: string | null };
export type StructuredLine = {
  description: string | null;
  quantity: Decimal | null;
  unitPrice: Decimal | null;
  /** What the price is for: 1 unless stated. */
  priceQuantity: Decimal | null;
  amount: Decimal | null;
  taxRate: Decimal | null;
  allowances: AllowanceCharge[];
};
export type StructuredTax = { rate: Decimal | null; base: Decimal | null; amount: Decimal | null; category: string | null };
export type AllowanceCharge = { charge: boolean; percent: Decimal | null; base: Decimal | null; amount: Decimal | null };

/** `20180305` (UNTDID 2379 format 102) or `2018-03-05`, with or without a time behind it; null when it is no day of the calendar. */
export function isoDate(text: string | null): IsoDate | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[T+Z-])/.exec(text?.trim() ?? '');
  if (!found) return null;
  const [, year, month, day] = found;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? `${year}-${month}-${day}` : null;
}

export const amountOf = (text: string | null): Decimal | null => decimalOf(text);

export const joined = (...parts: (string | null)[]): string | null => {
  const present = parts.filter((part): part is string => part !== null && part.trim() !== '');
  return present.length > 0 ? present.join(', ') : null;
};
