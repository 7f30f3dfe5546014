import type { PdfText } from './pdf-file.ts';

/** An invented German invoice as a page, its figures as given. */
export function germanInvoice({
  total = '1.428,00',
  net = '1.200,00',
  tax = '228,00',
  number = 'RE-2026-0815',
  date = '14.03.2026'
} = {}): PdfText[] {
  const rows: [string, number, number, number?][] = [
    ['Lumenta Messebau GmbH', 60, 60, 16],
    ['Hafenstraße 12 · 20457 Hamburg', 60, 78, 9],
    ['Rechnungsempfänger', 60, 130, 9],
    ['Nordwind IT Services AG', 60, 146],
    ['Gartenweg 5', 60, 160],
    ['80331 München', 60, 174],
    ['Rechnung', 60, 220, 18],
    ['Rechnungsnummer', 380, 146, 9],
    [number, 480, 146, 9],
    ['Rechnungsdatum', 380, 160, 9],
    [date, 480, 160, 9],
    ['Leistungsdatum', 380, 174, 9],
    ['10.03.2026', 480, 174, 9],
    ['Pos.', 60, 260, 9],
    ['Bezeichnung', 90, 260, 9],
    ['Menge', 300, 260, 9],
    ['Einzelpreis', 370, 260, 9],
    ['Gesamt', 480, 260, 9],
    ['1', 60, 278, 9],
    ['Messestand aufbauen', 90, 278, 9],
    ['2', 300, 278, 9],
    ['350,00', 370, 278, 9],
    ['700,00', 480, 278, 9],
    ['2', 60, 294, 9],
    ['Flyer A5 gedruckt', 90, 294, 9],
    ['1.000', 300, 294, 9],
    ['0,50', 370, 294, 9],
    ['500,00', 480, 294, 9],
    ['Summe netto', 340, 330],
    [`${net} €`, 480, 330],
    ['zzgl. 19 % USt.', 340, 346],
    [`${tax} €`, 480, 346],
    ['Rechnungsbetrag', 340, 362],
    [`${total} €`, 480, 362],
    ['Zahlbar bis 13.04.2026', 60, 400],
    ['IBAN DE89 3704 0044 0532 0130 00', 60, 780, 8],
    ['USt-IdNr. DE123456788', 330, 780, 8],
    ['Lumenta Messebau GmbH', 60, 792, 8]
  ];
  return rows.map(([text, x, y, size]) => ({ text, x, y, ...(size === undefined ? {} : { size }) }));
}

/** A Cross Industry Invoice of the same figures. */
export function ciiInvoice({
  gross = '1428.00',
  net = '1200.00',
  tax = '228.00',
  number = 'RE-2026-0815',
  seller = 'Lumenta Messebau GmbH',
  linePrice = '350.00'
} = {}): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>${number}</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20260314</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Messestand aufbauen</ram:Name></ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${linePrice}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">2</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery><ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>700.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>
<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Flyer A5 gedruckt</ram:Name></ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>0.50</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">1000</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery><ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>500.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>
<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>${seller}</ram:Name><ram:PostalTradeAddress><ram:PostcodeCode>20457</ram:PostcodeCode><ram:LineOne>Hafenstraße 12</ram:LineOne><ram:CityName>Hamburg</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE123456788</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Nordwind IT Services AG</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery/>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE89370400440532013000</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans><ram:ApplicableTradeTax><ram:CalculatedAmount>${tax}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${net}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>1200.00</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${net}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">${tax}</ram:TaxTotalAmount><ram:GrandTotalAmount>${gross}</ram:GrandTotalAmount><ram:DuePayableAmount>${gross}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`);
}
