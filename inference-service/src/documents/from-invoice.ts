import { textOf, type Decimal } from './decimal.ts';
import { findPlace } from './layout/find.ts';
import { maskIban } from './fields/iban.ts';
import type { DocumentFields, DocumentKind, DocumentReading, Field, LineItem, Page, TaxLine } from './types.ts';
import { checksOf } from './checks.ts';
import { findingsOf, isCreditNote } from './xml/conformance.ts';
import type { StructuredInvoice } from './xml/structured-invoice.ts';

/** What a structured invoice states, with the places where the same values stand on the visible pages, if there are any. */
export function fromInvoice(invoice: StructuredInvoice, pages: readonly Page[]): Partial<DocumentReading> {
  const stated = <T extends string>(value: T | null, kind: 'words' | 'amount' | 'date' = 'words'): Field<T> | null =>
    value === null ? null : { value, text: value, place: findPlace(pages, value, kind), confidence: 1 };
  const amount = (value: Decimal | null): Field<string> | null => stated(value && textOf(value), 'amount');
  const fields: DocumentFields = {
    vendor: stated(invoice.vendor.name),
    vendorTaxId: stated(invoice.vendor.taxId),
    vendorAddress: stated(invoice.vendor.address),
    buyer: stated(invoice.buyer.name),
    invoiceNumber: stated(invoice.number),
    issueDate: stated(invoice.issueDate, 'date'),
    serviceFrom: stated(invoice.serviceFrom, 'date'),
    serviceTo: stated(invoice.serviceTo, 'date'),
    dueDate: stated(invoice.dueDate, 'date'),
    currency: stated(invoice.currency),
    net: amount(invoice.net),
    tax: amount(invoice.tax),
    total: amount(invoice.gross),
    due: amount(invoice.due),
    iban: masked(invoice.iban, pages)
  };
  const lines = invoice.lines.map((line): LineItem => ({
    description: stated(line.description),
    quantity: amount(line.quantity),
    unitPrice: amount(line.unitPrice),
    amount: amount(line.amount)
  }));
  const taxes = invoice.taxes.map((tax): TaxLine => ({ rate: amount(tax.rate), base: amount(tax.base), amount: amount(tax.amount) }));
  return {
    kind: { value: kindOf(invoice), confidence: 1 },
    fields,
    lines,
    taxes,
    structured: { syntax: invoice.syntax, profile: invoice.guideline, findings: findingsOf(invoice) },
    checks: checksOf(fields, lines, taxes)
  };
}

/** UNTDID 1001: 310 is an offer, 220 and 231 are orders. */
function kindOf({ typeCode }: StructuredInvoice): DocumentKind {
  if (isCreditNote(typeCode)) return 'credit_note';
  if (typeCode === '310') return 'quote';
  return typeCode === '220' || typeCode === '231' ? 'order' : 'invoice';
}

function masked(iban: string | null, pages: readonly Page[]): Field<string> | null {
  if (iban === null) return null;
  const hidden = maskIban(iban);
  return hidden === null ? null : { value: hidden, text: hidden, place: findPlace(pages, iban, 'words'), confidence: 1 };
}
