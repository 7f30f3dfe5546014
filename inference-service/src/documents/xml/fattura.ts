import { child, children, textAt, type XmlNode } from './tree.ts';
import { minus, plus, sum, type Decimal } from '../decimal.ts';
import { amountOf, isoDate, joined, type Party, type StructuredInvoice } from './structured-invoice.ts';

/** Italian `FatturaElettronica` 1.2, ordinary form; of several bodies in one file the first is read and the others are named. */
export function readFattura(root: XmlNode): StructuredInvoice {
  const header = child(root, 'FatturaElettronicaHeader');
  const bodies = children(root, 'FatturaElettronicaBody');
  const body = bodies[0] ?? null;
  const general = child(body, 'DatiGenerali', 'DatiGeneraliDocumento');
  const summaries = children(body, 'DatiBeniServizi', 'DatiRiepilogo');
  const taxes = summaries.map((summary) => ({
    rate: amountOf(textAt(summary, 'AliquotaIVA')),
    base: amountOf(textAt(summary, 'ImponibileImporto')),
    amount: amountOf(textAt(summary, 'Imposta')),
    category: textAt(summary, 'Natura')
  }));
  const all = (parts: (Decimal | null)[]): Decimal | null => (parts.length > 0 && parts.every((part) => part !== null) ? sum(parts) : null);
  const net = all(taxes.map(({ base }) => base));
  const tax = all(taxes.map(({ amount }) => amount));
  const stated = amountOf(textAt(general, 'ImportoTotaleDocumento'));
  const instalments = children(body, 'DatiPagamento', 'DettaglioPagamento');
  return {
    syntax: 'FatturaPA',
    guideline: textAt(header, 'DatiTrasmissione', 'FormatoTrasmissione'),
    typeCode: textAt(general, 'TipoDocumento'),
    number: textAt(general, 'Numero'),
    issueDate: isoDate(textAt(general, 'Data')),
    dueDate: isoDate(textAt(instalments[0], 'DataScadenzaPagamento')),
    serviceFrom: isoDate(textAt(body, 'DatiBeniServizi', 'DettaglioLinee', 'DataInizioPeriodo')),
    serviceTo: isoDate(textAt(body, 'DatiBeniServizi', 'DettaglioLinee', 'DataFinePeriodo')),
    currency: textAt(general, 'Divisa'),
    vendor: party(child(header, 'CedentePrestatore')),
    buyer: party(child(header, 'CessionarioCommittente')),
    iban: textAt(instalments[0], 'IBAN'),
    lineTotal: null,
    allowanceTotal: null,
    chargeTotal: null,
    net,
    tax,
    gross: stated ?? (net && tax ? plus(net, tax) : null),
    prepaid: null,
    rounding: amountOf(textAt(general, 'Arrotondamento')),
    due: all(instalments.map((instalment) => amountOf(textAt(instalment, 'ImportoPagamento')))),
    lines: children(body, 'DatiBeniServizi', 'DettaglioLinee').map((line) => ({
      description: textAt(line, 'Descrizione'),
      quantity: amountOf(textAt(line, 'Quantita')),
      unitPrice: amountOf(textAt(line, 'PrezzoUnitario')),
      priceQuantity: null,
      amount: amountOf(textAt(line, 'PrezzoTotale')),
      taxRate: amountOf(textAt(line, 'AliquotaIVA')),
      allowances: []
    })),
    taxes,
    allowances: children(general, 'ScontoMaggiorazione').map((node) => ({
      charge: textAt(node, 'Tipo') === 'MG',
      percent: amountOf(textAt(node, 'Percentuale')),
      base: null,
      amount: amountOf(textAt(node, 'Importo'))
    })),
    beyondProfile: [],
    repeatedCurrency: false,
    malformed: [
      ...(bodies.length > 1 ? [`The file holds ${bodies.length} invoices; the first was read`] : []),
      ...(stated &&
      net &&
      tax &&
      minus(stated, plus(net, tax)).units !== 0n &&
      !textAt(general, 'Arrotondamento') &&
      !stampOrWithholding(general)
        ? ['The stated total is not the sum of base and tax']
        : [])
    ]
  };
}

/** Stamp duty and withholding tax move the total away from base plus tax. */
const stampOrWithholding = (general: XmlNode | null): boolean =>
  child(general, 'DatiBollo') !== null || child(general, 'DatiRitenuta') !== null || child(general, 'DatiCassaPrevidenziale') !== null;

function party(node: XmlNode | null): Party {
  const data = child(node, 'DatiAnagrafici');
  const name = child(data, 'Anagrafica');
  const seat = child(node, 'Sede');
  const country = textAt(data, 'IdFiscaleIVA', 'IdPaese');
  const code = textAt(data, 'IdFiscaleIVA', 'IdCodice');
  return {
    name: textAt(name, 'Denominazione') ?? ([textAt(name, 'Nome'), textAt(name, 'Cognome')].filter(Boolean).join(' ') || null),
    taxId: code === null ? textAt(data, 'CodiceFiscale') : `${country ?? ''}${code}`,
    address: joined(
      [textAt(seat, 'Indirizzo'), textAt(seat, 'NumeroCivico')].filter(Boolean).join(' '),
      [textAt(seat, 'CAP'), textAt(seat, 'Comune')].filter(Boolean).join(' '),
      textAt(seat, 'Provincia'),
      textAt(seat, 'Nazione')
    )
  };
}
