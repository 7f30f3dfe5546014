import { attribute, child, children, ownText, textAt, type XmlNode } from './tree.ts';
import {
  amountOf,
  isoDate,
  joined,
  type AllowanceCharge,
  type Party,
  type StructuredInvoice,
  type StructuredLine
} from './structured-invoice.ts';

/**
 * Cross Industry Invoice: ZUGFeRD 1 (`CrossIndustryDocument`), ZUGFeRD 2, Factur-X and XRechnung (`CrossIndustryInvoice`). The first names
 * its parts a little differently; both are read by the same paths.
 */
export function readCii(root: XmlNode): StructuredInvoice {
  const context = child(root, 'ExchangedDocumentContext') ?? child(root, 'SpecifiedExchangedDocumentContext');
  const header = child(root, 'ExchangedDocument') ?? child(root, 'HeaderExchangedDocument');
  const transaction = child(root, 'SupplyChainTradeTransaction') ?? child(root, 'SpecifiedSupplyChainTradeTransaction');
  const agreement = either(transaction, 'ApplicableHeaderTradeAgreement', 'ApplicableSupplyChainTradeAgreement');
  const delivery = either(transaction, 'ApplicableHeaderTradeDelivery', 'ApplicableSupplyChainTradeDelivery');
  const settlement = either(transaction, 'ApplicableHeaderTradeSettlement', 'ApplicableSupplyChainTradeSettlement');
  const sums = either(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation', 'SpecifiedTradeSettlementMonetarySummation');
  const currency = textAt(settlement, 'InvoiceCurrencyCode');
  const malformed: string[] = [];
  const guideline = textAt(context, 'GuidelineSpecifiedDocumentContextParameter', 'ID');
  return {
    syntax: 'CII',
    guideline,
    typeCode: textAt(header, 'TypeCode'),
    number: textAt(header, 'ID'),
    issueDate: dateIn(child(header, 'IssueDateTime'), 'issue date', malformed),
    dueDate: dateIn(child(settlement, 'SpecifiedTradePaymentTerms', 'DueDateDateTime'), 'due date', malformed),
    serviceFrom:
      dateIn(child(settlement, 'BillingSpecifiedPeriod', 'StartDateTime'), 'period start', malformed) ??
      dateIn(child(delivery, 'ActualDeliverySupplyChainEvent', 'OccurrenceDateTime'), 'delivery date', malformed),
    serviceTo:
      dateIn(child(settlement, 'BillingSpecifiedPeriod', 'EndDateTime'), 'period end', malformed) ??
      dateIn(child(delivery, 'ActualDeliverySupplyChainEvent', 'OccurrenceDateTime'), 'delivery date', []),
    currency,
    vendor: party(child(agreement, 'SellerTradeParty')),
    buyer: party(child(agreement, 'BuyerTradeParty')),
    iban: textAt(settlement, 'SpecifiedTradeSettlementPaymentMeans', 'PayeePartyCreditorFinancialAccount', 'IBANID'),
    lineTotal: amountOf(textAt(sums, 'LineTotalAmount')),
    allowanceTotal: amountOf(textAt(sums, 'AllowanceTotalAmount')),
    chargeTotal: amountOf(textAt(sums, 'ChargeTotalAmount')),
    net: amountOf(textAt(sums, 'TaxBasisTotalAmount')),
    tax: amountOf(taxTotal(sums, currency)),
    gross: amountOf(textAt(sums, 'GrandTotalAmount')),
    prepaid: amountOf(textAt(sums, 'TotalPrepaidAmount')),
    rounding: amountOf(textAt(sums, 'RoundingAmount')),
    due: amountOf(textAt(sums, 'DuePayableAmount')),
    lines: children(transaction, 'IncludedSupplyChainTradeLineItem').map(line),
    taxes: children(settlement, 'ApplicableTradeTax').map((tax) => ({
      rate: amountOf(textAt(tax, 'RateApplicablePercent') ?? textAt(tax, 'ApplicablePercent')),
      base: amountOf(textAt(tax, 'BasisAmount')),
      amount: amountOf(textAt(tax, 'CalculatedAmount')),
      category: textAt(tax, 'CategoryCode')
    })),
    allowances: [...children(settlement, 'SpecifiedTradeAllowanceCharge').map(allowance), ...logistics(settlement)],
    beyondProfile: beyondProfile(guideline, transaction, settlement),
    malformed,
    repeatedCurrency: children(sums, 'GrandTotalAmount').some((amount) => attribute(amount, 'currencyID') !== null)
  };
}

const either = (node: XmlNode | null, ...names: string[]): XmlNode | null =>
  names.map((name) => child(node, name)).find((found) => found !== null) ?? null;

/** Days are written in format 102, in an element of the date-time namespace. */
function dateIn(node: XmlNode | null, what: string, malformed: string[]): string | null {
  const written = child(node, 'DateTimeString') ?? child(node, 'DateTime');
  if (!written) return null;
  const format = attribute(written, 'format');
  const text = ownText(written);
  if (format === null && child(node, 'DateTimeString')) malformed.push(`The ${what} does not state its format`);
  const date = isoDate(text);
  // 610 and 616 are a month and a week: right, but no day.
  if (date === null && text !== '' && format !== '610' && format !== '616') malformed.push(`The ${what} is no date`);
  return date;
}

/** The tax in the invoice's currency; a second one may stand beside it in the currency of accounting. */
function taxTotal(sums: XmlNode | null, currency: string | null): string | null {
  const totals = children(sums, 'TaxTotalAmount');
  const own = totals.find((total) => attribute(total, 'currencyID') === currency) ?? totals[0];
  return own ? ownText(own) : null;
}

function party(node: XmlNode | null): Party {
  const registrations = children(node, 'SpecifiedTaxRegistration').flatMap((registration) => children(registration, 'ID'));
  const vat = registrations.find((id) => attribute(id, 'schemeID') === 'VA') ?? registrations[0];
  const address = child(node, 'PostalTradeAddress');
  return {
    name: textAt(node, 'Name') ?? textAt(node, 'SpecifiedLegalOrganization', 'TradingBusinessName'),
    taxId: vat ? ownText(vat) || null : null,
    address: joined(
      textAt(address, 'LineOne'),
      textAt(address, 'LineTwo'),
      textAt(address, 'LineThree'),
      [textAt(address, 'PostcodeCode'), textAt(address, 'CityName')].filter(Boolean).join(' '),
      textAt(address, 'CountryID')
    )
  };
}

function line(node: XmlNode): StructuredLine {
  const agreement = either(node, 'SpecifiedLineTradeAgreement', 'SpecifiedSupplyChainTradeAgreement');
  const delivery = either(node, 'SpecifiedLineTradeDelivery', 'SpecifiedSupplyChainTradeDelivery');
  const settlement = either(node, 'SpecifiedLineTradeSettlement', 'SpecifiedSupplyChainTradeSettlement');
  const sums = either(settlement, 'SpecifiedTradeSettlementLineMonetarySummation', 'SpecifiedTradeSettlementMonetarySummation');
  const price = child(agreement, 'NetPriceProductTradePrice');
  const product = child(node, 'SpecifiedTradeProduct');
  const amount = amountOf(textAt(sums, 'LineTotalAmount'));
  const quantity = amountOf(textAt(delivery, 'BilledQuantity'));
  const description =
    textAt(product, 'Name') ?? textAt(product, 'Description') ?? textAt(node, 'AssociatedDocumentLineDocument', 'IncludedNote', 'Content');
  return {
    description,
    quantity,
    unitPrice: amountOf(textAt(price, 'ChargeAmount')),
    priceQuantity: amountOf(textAt(price, 'BasisQuantity')),
    amount,
    taxRate: amountOf(
      textAt(settlement, 'ApplicableTradeTax', 'RateApplicablePercent') ?? textAt(settlement, 'ApplicableTradeTax', 'ApplicablePercent')
    ),
    allowances: children(settlement, 'SpecifiedTradeAllowanceCharge').map(allowance)
  };
}

function allowance(node: XmlNode): AllowanceCharge {
  return {
    charge: textAt(node, 'ChargeIndicator', 'Indicator') === 'true',
    percent: amountOf(textAt(node, 'CalculationPercent')),
    base: amountOf(textAt(node, 'BasisAmount')),
    amount: amountOf(textAt(node, 'ActualAmount'))
  };
}

/** Carriage is a charge of its own kind. */
function logistics(settlement: XmlNode | null): AllowanceCharge[] {
  return children(settlement, 'SpecifiedLogisticsServiceCharge').map((node) => ({
    charge: true,
    percent: null,
    base: null,
    amount: amountOf(textAt(node, 'AppliedAmount'))
  }));
}

/** The two smallest profiles have no lines; MINIMUM names no other invoice and no tax breakdown. */
function beyondProfile(guideline: string | null, transaction: XmlNode | null, settlement: XmlNode | null): string[] {
  const profile = guideline?.split(':').at(-1)?.toLowerCase();
  const beyond: string[] = [];
  if (profile === 'minimum' || profile === 'basicwl') {
    if (child(transaction, 'IncludedSupplyChainTradeLineItem')) beyond.push('line items');
  }
  if (profile === 'minimum') {
    for (const name of ['InvoiceReferencedDocument', 'ApplicableTradeTax', 'SpecifiedTradeAllowanceCharge', 'BillingSpecifiedPeriod']) {
      if (child(settlement, name)) beyond.push(name);
    }
  }
  return beyond;
}
