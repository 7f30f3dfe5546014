import { attribute, child, children, ownText, textAt, type XmlNode } from './tree.ts';
import { amountOf, isoDate, joined, type AllowanceCharge, type Party, type StructuredInvoice } from './structured-invoice.ts';

/** UBL 2.1 `Invoice` and `CreditNote`, as Peppol BIS Billing and XRechnung use them. */
export function readUbl(root: XmlNode, name: 'Invoice' | 'CreditNote'): StructuredInvoice {
  const currency = textAt(root, 'DocumentCurrencyCode');
  const totals = child(root, 'LegalMonetaryTotal');
  const lineName = name === 'Invoice' ? 'InvoiceLine' : 'CreditNoteLine';
  const quantityName = name === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity';
  const taxTotal = ownTaxTotal(root, currency);
  const malformed: string[] = [];
  const date = (text: string | null, what: string): string | null => {
    const found = isoDate(text);
    if (text !== null && found === null) malformed.push(`The ${what} is no date`);
    return found;
  };
  return {
    syntax: 'UBL',
    guideline: textAt(root, 'CustomizationID'),
    typeCode: textAt(root, `${name}TypeCode`) ?? (name === 'CreditNote' ? '381' : null),
    number: textAt(root, 'ID'),
    issueDate: date(textAt(root, 'IssueDate'), 'issue date'),
    dueDate: date(textAt(root, 'DueDate') ?? textAt(root, 'PaymentMeans', 'PaymentDueDate'), 'due date'),
    serviceFrom: date(textAt(root, 'InvoicePeriod', 'StartDate') ?? textAt(root, 'Delivery', 'ActualDeliveryDate'), 'period start'),
    serviceTo: date(textAt(root, 'InvoicePeriod', 'EndDate') ?? textAt(root, 'Delivery', 'ActualDeliveryDate'), 'period end'),
    currency,
    vendor: party(child(root, 'AccountingSupplierParty', 'Party')),
    buyer: party(child(root, 'AccountingCustomerParty', 'Party')),
    iban: textAt(root, 'PaymentMeans', 'PayeeFinancialAccount', 'ID'),
    lineTotal: amountOf(textAt(totals, 'LineExtensionAmount')),
    allowanceTotal: amountOf(textAt(totals, 'AllowanceTotalAmount')),
    chargeTotal: amountOf(textAt(totals, 'ChargeTotalAmount')),
    net: amountOf(textAt(totals, 'TaxExclusiveAmount')),
    tax: amountOf(textAt(taxTotal, 'TaxAmount')),
    gross: amountOf(textAt(totals, 'TaxInclusiveAmount')),
    prepaid: amountOf(textAt(totals, 'PrepaidAmount')),
    rounding: amountOf(textAt(totals, 'PayableRoundingAmount')),
    due: amountOf(textAt(totals, 'PayableAmount')),
    lines: children(root, lineName).map((line) => ({
      description: textAt(line, 'Item', 'Name') ?? textAt(line, 'Item', 'Description'),
      quantity: amountOf(textAt(line, quantityName)),
      unitPrice: amountOf(textAt(line, 'Price', 'PriceAmount')),
      priceQuantity: amountOf(textAt(line, 'Price', 'BaseQuantity')),
      amount: amountOf(textAt(line, 'LineExtensionAmount')),
      taxRate: amountOf(textAt(line, 'Item', 'ClassifiedTaxCategory', 'Percent')),
      allowances: children(line, 'AllowanceCharge').map(allowance)
    })),
    taxes: children(taxTotal, 'TaxSubtotal').map((tax) => ({
      rate: amountOf(textAt(tax, 'TaxCategory', 'Percent')),
      base: amountOf(textAt(tax, 'TaxableAmount')),
      amount: amountOf(textAt(tax, 'TaxAmount')),
      category: textAt(tax, 'TaxCategory', 'ID')
    })),
    allowances: children(root, 'AllowanceCharge').map(allowance),
    beyondProfile: [],
    repeatedCurrency: false,
    malformed
  };
}

function ownTaxTotal(root: XmlNode, currency: string | null): XmlNode | null {
  const totals = children(root, 'TaxTotal');
  return (
    totals.find((total) => attribute(child(total, 'TaxAmount'), 'currencyID') === currency && child(total, 'TaxSubtotal')) ??
    totals[0] ??
    null
  );
}

function party(node: XmlNode | null): Party {
  const schemes = children(node, 'PartyTaxScheme');
  const vat = schemes.find((scheme) => textAt(scheme, 'TaxScheme', 'ID') === 'VAT') ?? schemes[0] ?? null;
  const address = child(node, 'PostalAddress');
  return {
    name: textAt(node, 'PartyLegalEntity', 'RegistrationName') ?? textAt(node, 'PartyName', 'Name'),
    taxId: textAt(vat, 'CompanyID'),
    address: joined(
      textAt(address, 'StreetName'),
      textAt(address, 'AdditionalStreetName'),
      ...children(address, 'AddressLine').map((line) => textAt(line, 'Line')),
      [textAt(address, 'PostalZone'), textAt(address, 'CityName')].filter(Boolean).join(' '),
      textAt(address, 'Country', 'IdentificationCode')
    )
  };
}

function allowance(node: XmlNode): AllowanceCharge {
  const indicator = child(node, 'ChargeIndicator');
  return {
    charge: indicator !== null && ownText(indicator) === 'true',
    percent: amountOf(textAt(node, 'MultiplierFactorNumeric')),
    base: amountOf(textAt(node, 'BaseAmount')),
    amount: amountOf(textAt(node, 'Amount'))
  };
}
