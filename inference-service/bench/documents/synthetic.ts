/**
 * Invoices, credit notes, quotes and receipts that nobody wrote, in four languages and many layouts, with their truth. From them the
 * rankers learn what no public data set labels: buyers, invoice numbers, due and service dates, net and tax. Names are invented syllables.
 */
import { decimalOf, divided, minus, plus, rounded, sum, textOf, times, type Decimal } from '../../src/documents/decimal.ts';
import { inReadingOrder } from '../../src/documents/layout/lines.ts';
import type { DocumentKind, Page, TextLine } from '../../src/documents/types.ts';
import { generator } from './boost.ts';
import { textLine } from './receipts.ts';

export type SyntheticTruth = {
  kind: DocumentKind;
  language: Language;
  vendor: string;
  buyer: string | null;
  address: string;
  invoiceNumber: string;
  issueDate: string;
  dueDate: string | null;
  serviceFrom: string | null;
  net: string;
  tax: string;
  total: string;
  currency: string;
  lines: { description: string; quantity: string; unitPrice: string; amount: string }[];
};
export type SyntheticDocument = { truth: SyntheticTruth; pages: Page[] };
export type Language = 'en' | 'de' | 'fr' | 'es';

type Random = { next(): number; pick<T>(all: readonly T[]): T; chance(share: number): boolean; whole(from: number, to: number): number };
function randomOf(seed: number): Random {
  const next = generator(seed);
  return {
    next,
    pick: (all) => all[Math.floor(next() * all.length)]!,
    chance: (share) => next() < share,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1))
  };
}

const WORDS = {
  en: {
    invoice: ['INVOICE', 'Invoice', 'Tax Invoice', 'TAX INVOICE', 'Commercial Invoice', 'Sales Invoice'],
    credit: ['CREDIT NOTE', 'Credit Note'],
    quote: ['QUOTATION', 'Quote'],
    number: ['Invoice No', 'Invoice Number', 'Invoice #', 'Invoice no.', 'Inv. No', 'Document No', 'Number', 'Invoice', 'Reference'],
    creditNumber: ['Credit Note No', 'Credit note number'],
    date: ['Invoice Date', 'Date', 'Date of issue', 'Issued', 'Issue Date', 'Dated'],
    due: ['Due Date', 'Payment due', 'Due', 'Please pay by', 'Payable by'],
    service: ['Service Date', 'Delivery Date', 'Date of supply', 'Event date'],
    order: ['PO Number', 'Order No', 'Purchase Order', 'Your reference'],
    orderDate: ['Order Date'],
    customer: ['Customer No', 'Customer ID', 'Account'],
    buyer: ['Bill To', 'Billed to', 'Invoice to', 'Customer', 'Sold to', 'BILL TO:'],
    ship: ['Ship To', 'Deliver to'],
    seller: ['From', 'Seller', 'Supplier', 'Sold by'],
    item: ['Description', 'Item', 'Service', 'Product'],
    quantity: ['Qty', 'Quantity', 'Units', 'Hours'],
    price: ['Unit Price', 'Price', 'Rate', 'Unit price'],
    amount: ['Amount', 'Total', 'Line Total', 'Net amount'],
    rate: ['VAT %', 'Tax', 'VAT'],
    net: ['Subtotal', 'Net total', 'Total excl. VAT', 'Total net', 'Net amount', 'Sub-total', 'Amount before tax'],
    tax: ['VAT {r}%', 'VAT ({r}%)', 'Tax', 'Sales Tax {r}%', 'GST {r}%', 'Total VAT'],
    total: ['Total', 'Grand Total', 'Total due', 'Amount Due', 'Invoice Total', 'Total incl. VAT', 'TOTAL', 'Balance due', 'Total payable'],
    phone: ['Tel', 'Phone', 'Telephone'],
    taxId: ['VAT No', 'VAT Reg No', 'Tax ID', 'VAT ID'],
    thanks: [
      'Thank you for your business.',
      'Please quote the invoice number with your payment.',
      'Goods remain our property until paid in full.'
    ],
    page: 'Page',
    of: 'of'
  },
  de: {
    invoice: ['Rechnung', 'RECHNUNG', 'Rechnung / Invoice', 'Kundenrechnung'],
    credit: ['Gutschrift', 'Stornorechnung', 'Rechnungskorrektur'],
    quote: ['Angebot', 'Kostenvoranschlag'],
    number: ['Rechnungsnummer', 'Rechnungs-Nr.', 'Rechnung Nr.', 'Rechnungsnr.', 'Beleg-Nr.', 'Re.-Nr.', 'Belegnummer', 'Rechnung'],
    creditNumber: ['Gutschrift Nr.', 'Gutschriftsnummer'],
    date: ['Rechnungsdatum', 'Datum', 'Belegdatum', 'Ausstellungsdatum', 'Rechnung vom'],
    due: ['Fällig am', 'Zahlbar bis', 'Fälligkeitsdatum', 'Zahlungsziel', 'Bitte zahlen Sie bis zum'],
    service: ['Leistungsdatum', 'Lieferdatum', 'Leistungszeitraum', 'Liefer- und Leistungsdatum'],
    order: ['Bestellnummer', 'Ihre Bestellung', 'Auftragsnummer', 'Auftrags-Nr.'],
    orderDate: ['Bestelldatum', 'Auftragsdatum'],
    customer: ['Kundennummer', 'Kunden-Nr.', 'Kd.-Nr.'],
    buyer: ['Rechnungsempfänger', 'Kunde', 'Rechnungsanschrift', 'Käufer', 'Rechnung an', 'Leistungsempfänger'],
    ship: ['Lieferadresse', 'Warenempfänger'],
    seller: ['Verkäufer', 'Rechnungssteller', 'Lieferant', 'Leistungserbringer'],
    item: ['Bezeichnung', 'Beschreibung', 'Leistung', 'Artikel', 'Position'],
    quantity: ['Menge', 'Anzahl', 'Std.'],
    price: ['Einzelpreis', 'Preis', 'EP', 'Nettopreis'],
    amount: ['Gesamt', 'Betrag', 'Gesamtpreis', 'Nettobetrag', 'Summe'],
    rate: ['USt. %', 'MwSt.', 'MwSt-%', 'USt.'],
    net: ['Zwischensumme', 'Nettobetrag', 'Summe netto', 'Gesamt netto', 'Rechnungssumme netto', 'Warenwert', 'Nettosumme'],
    tax: ['zzgl. {r} % USt.', 'MwSt. {r} %', 'Umsatzsteuer {r}%', 'USt. {r}%', 'Mehrwertsteuer', 'Steuerbetrag', '{r} % MwSt.'],
    total: [
      'Gesamtbetrag',
      'Rechnungsbetrag',
      'Bruttobetrag',
      'Gesamtsumme',
      'Summe brutto',
      'Endbetrag',
      'Zahlbetrag',
      'Bruttosumme',
      'Gesamt'
    ],
    phone: ['Tel.', 'Telefon', 'Fon'],
    taxId: ['USt-IdNr.', 'USt.-ID', 'Steuernummer', 'USt-ID-Nr.'],
    thanks: [
      'Vielen Dank für Ihren Auftrag.',
      'Bitte überweisen Sie den Betrag ohne Abzug.',
      'Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.'
    ],
    page: 'Seite',
    of: 'von'
  },
  fr: {
    invoice: ['FACTURE', 'Facture', 'Facture client'],
    credit: ['AVOIR', 'Avoir', 'Note de crédit'],
    quote: ['DEVIS', 'Devis'],
    number: ['Facture n°', 'N° de facture', 'Numéro de facture', 'Facture N°', 'Réf. facture', 'Facture', 'Numéro'],
    creditNumber: ['Avoir n°', "N° d'avoir"],
    date: ['Date de facture', 'Date', "Date d'émission", 'Date de facturation', 'Émise le'],
    due: ["Date d'échéance", 'Échéance', 'À payer avant le', 'Payable avant le'],
    service: ['Date de livraison', 'Date de prestation', 'Date de la prestation'],
    order: ['Bon de commande', 'Votre commande', 'N° de commande', 'Votre référence'],
    orderDate: ['Date de commande'],
    customer: ['N° client', 'Code client', 'Réf. client'],
    buyer: ['Client', 'Facturé à', 'Adresse de facturation', 'Destinataire', 'Acheteur'],
    ship: ['Adresse de livraison', 'Livré à'],
    seller: ['Vendeur', 'Émetteur', 'Fournisseur', 'Prestataire'],
    item: ['Désignation', 'Description', 'Prestation', 'Article', 'Libellé'],
    quantity: ['Qté', 'Quantité'],
    price: ['Prix unitaire', 'P.U. HT', 'Prix unit.', 'PU HT'],
    amount: ['Montant HT', 'Total HT', 'Montant', 'Prix HT'],
    rate: ['TVA', 'Taux TVA', 'TVA %'],
    net: ['Total HT', 'Montant HT', 'Total hors taxes', 'Sous-total HT', 'Total net HT'],
    tax: ['TVA {r}%', 'TVA ({r} %)', 'Total TVA', 'Montant TVA', 'TVA'],
    total: ['Total TTC', 'Montant TTC', 'Net à payer', 'Total à payer', 'TOTAL TTC', 'Solde à payer'],
    phone: ['Tél.', 'Téléphone', 'Tél'],
    taxId: ['N° TVA', 'TVA intracommunautaire', 'SIRET'],
    thanks: ['Merci de votre confiance.', 'En cas de retard de paiement, une indemnité de 40 € sera due.', 'Paiement par virement.'],
    page: 'Page',
    of: '/'
  },
  es: {
    invoice: ['FACTURA', 'Factura', 'Factura de venta'],
    credit: ['ABONO', 'Factura rectificativa', 'Nota de crédito'],
    quote: ['PRESUPUESTO', 'Presupuesto'],
    number: ['Factura nº', 'Nº de factura', 'Número de factura', 'Factura Nº', 'Núm. factura', 'Nº factura', 'Número'],
    creditNumber: ['Abono nº', 'Rectificativa nº'],
    date: ['Fecha de factura', 'Fecha', 'Fecha de emisión', 'Fecha factura', 'Fecha de expedición'],
    due: ['Vencimiento', 'Fecha de vencimiento', 'Pagar antes del'],
    service: ['Fecha de entrega', 'Fecha de operación', 'Fecha de prestación'],
    order: ['Pedido', 'Nº de pedido', 'Su pedido'],
    orderDate: ['Fecha de pedido'],
    customer: ['Nº cliente', 'Código cliente', 'Cód. cliente'],
    buyer: ['Cliente', 'Facturar a', 'Datos del cliente', 'Destinatario', 'Comprador'],
    ship: ['Dirección de entrega'],
    seller: ['Emisor', 'Proveedor', 'Vendedor'],
    item: ['Descripción', 'Concepto', 'Artículo'],
    quantity: ['Cantidad', 'Cant.', 'Uds.'],
    price: ['Precio', 'Precio unitario', 'Precio ud.'],
    amount: ['Importe', 'Total', 'Subtotal'],
    rate: ['IVA', '% IVA'],
    net: ['Base imponible', 'Subtotal', 'Importe neto', 'Total sin IVA'],
    tax: ['IVA {r}%', 'IVA ({r} %)', 'Cuota IVA', 'Total IVA', 'I.V.A. {r}%'],
    total: ['Total', 'Total factura', 'Importe total', 'TOTAL A PAGAR', 'Total a pagar', 'Total con IVA'],
    phone: ['Tel.', 'Teléfono', 'Tfno.'],
    taxId: ['NIF', 'CIF', 'N.I.F.'],
    thanks: ['Gracias por su confianza.', 'Forma de pago: transferencia bancaria.', 'Registro Mercantil, tomo 1, folio 2.'],
    page: 'Página',
    of: 'de'
  }
} as const;

const RATES: Record<Language, readonly string[]> = {
  en: ['20', '5', '0', '10', '8.25', '6'],
  de: ['19', '7', '0'],
  fr: ['20', '5.5', '10', '0'],
  es: ['21', '10', '4', '0']
};
const FORMS: Record<Language, readonly string[]> = {
  en: [
    'Ltd',
    'Limited',
    'Inc.',
    'LLC',
    'LLP',
    'PLC',
    '',
    '',
    '& Co',
    'Group',
    'Services',
    'Media',
    'Events Ltd',
    'Corp.',
    'Pty Ltd',
    'Sdn Bhd'
  ],
  de: [
    'GmbH',
    'AG',
    'GmbH & Co. KG',
    'UG (haftungsbeschränkt)',
    'e.K.',
    'KG',
    'OHG',
    '',
    'e.V.',
    'Eventagentur',
    'Druckerei GmbH',
    'Messebau GmbH'
  ],
  fr: ['SARL', 'SAS', 'SA', 'EURL', 'SASU', '', 'et Fils', 'Imprimerie', 'Événements SARL'],
  es: ['S.L.', 'S.A.', 'SL', 'S.L.U.', 'SA', '', 'Eventos S.L.', 'Imprenta']
};
const STREETS: Record<Language, readonly string[]> = {
  en: ['{n} {w} Street', '{n} {w} Road', '{n} {w} Avenue', 'Unit {n}, {w} Park', '{n} {w} Lane', 'Suite {n}, {w} House'],
  de: ['{w}straße {n}', '{w}weg {n}', 'Am {w} {n}', '{w}platz {n}', '{w}allee {n}', '{w}str. {n}'],
  fr: ['{n} rue de {w}', '{n}, avenue {w}', '{n} boulevard {w}', '{n} chemin de {w}', '{n} place {w}'],
  es: ['Calle {w}, {n}', 'C/ {w} {n}', 'Avda. {w}, {n}', 'Paseo de {w} {n}', 'Plaza {w} {n}']
};
const SYLLABLES =
  'ba be bo bra bren cal car co cor da dal del dor el en far fen fin gal gar gen hal har hol in ka kel kor la lan len lin lor ma mar mel mir mo nar nel nor ol or pal per por qua ra ren rin ro sal san sel sol ta tan tel tor ul van vel ver vin wal wen wil zan zel'.split(
    ' '
  );
const THINGS: Record<Language, readonly string[]> = {
  en: [
    'Booth design',
    'Stand rental',
    'Printed flyers A5',
    'Google Ads campaign',
    'Webinar moderation',
    'Catering for 40 guests',
    'Roll-up banner',
    'Video production',
    'Photographer, half day',
    'Newsletter sponsoring',
    'Room hire',
    'Translation of brochure',
    'Consulting hours',
    'Promotional pens',
    'Coffee',
    'Sandwich',
    'Delivery'
  ],
  de: [
    'Standbau Messe',
    'Flyer A5 gedruckt',
    'Saalmiete',
    'Bewirtung 40 Personen',
    'Roll-up Banner',
    'Google-Ads-Kampagne',
    'Videoproduktion',
    'Fotograf halbtags',
    'Newsletter-Anzeige',
    'Übersetzung Broschüre',
    'Beratungsstunden',
    'Werbekugelschreiber',
    'Kaffee',
    'Brötchen',
    'Transport'
  ],
  fr: [
    'Location de stand',
    'Impression de flyers A5',
    'Location de salle',
    'Traiteur 40 personnes',
    'Bannière déroulante',
    'Campagne Google Ads',
    'Production vidéo',
    'Photographe demi-journée',
    'Encart newsletter',
    'Traduction brochure',
    'Heures de conseil',
    'Stylos publicitaires',
    'Café',
    'Livraison'
  ],
  es: [
    'Alquiler de stand',
    'Impresión de folletos A5',
    'Alquiler de sala',
    'Catering para 40 personas',
    'Banner enrollable',
    'Campaña Google Ads',
    'Producción de vídeo',
    'Fotógrafo medio día',
    'Anuncio en boletín',
    'Traducción de folleto',
    'Horas de consultoría',
    'Bolígrafos publicitarios',
    'Café',
    'Envío'
  ]
};
const MONTHS: Record<Language, readonly string[]> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  de: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre']
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const word = (random: Random): string => capital(Array.from({ length: random.whole(2, 3) }, () => random.pick(SYLLABLES)).join(''));

type Party = { name: string; street: string; city: string; country: string | null; taxId: string; phone: string; domain: string };
function party(random: Random, language: Language): Party {
  const base = random.chance(0.4) ? `${word(random)} ${word(random)}` : word(random);
  const form = random.pick(FORMS[language]);
  const name = random.chance(0.08) ? base.toUpperCase() : `${base}${form ? ` ${form}` : ''}`;
  const street = random
    .pick(STREETS[language])
    .replace('{n}', String(random.whole(1, 240)))
    .replace('{w}', word(random));
  const code =
    language === 'en'
      ? random.chance(0.5)
        ? `${random.pick(['NW', 'SE', 'M', 'LS', 'EH'])}${random.whole(1, 19)} ${random.whole(1, 9)}${random.pick(['AB', 'XY', 'QT'])}`
        : String(random.whole(10000, 99999))
      : String(random.whole(10000, 98999));
  const city = language === 'en' ? `${word(random)} ${code}` : `${code} ${word(random)}`;
  const digits = (count: number): string => Array.from({ length: count }, () => random.whole(0, 9)).join('');
  const taxId = { en: `GB${digits(9)}`, de: `DE${digits(9)}`, fr: `FR${digits(11)}`, es: `B${digits(8)}` }[language];
  const phone = `+${random.pick(['49', '33', '34', '44', '1'])} ${digits(3)} ${digits(3)} ${digits(4)}`;
  return {
    name,
    street,
    city,
    country: random.chance(0.3) ? random.pick(['Germany', 'Deutschland', 'France', 'España', 'United Kingdom']) : null,
    taxId,
    phone,
    domain: base.toLowerCase().replace(/\s/g, random.pick(['', '-'])) + random.pick(['.com', '.de', '.fr', '.es', '.co.uk', '.eu'])
  };
}

function written(language: Language, iso: string, style: number): string {
  const [y, m, d] = iso.split('-') as [string, string, string];
  const month = MONTHS[language][Number(m) - 1]!;
  switch (style) {
    case 0:
      return language === 'de' ? `${d}.${m}.${y}` : `${d}/${m}/${y}`;
    case 1:
      return `${y}-${m}-${d}`;
    case 2:
      return language === 'en'
        ? `${month} ${Number(d)}, ${y}`
        : language === 'de'
          ? `${Number(d)}. ${month} ${y}`
          : language === 'es'
            ? `${Number(d)} de ${month} de ${y}`
            : `${Number(d)} ${month} ${y}`;
    case 3:
      return `${d}.${m}.${y}`;
    case 4:
      return language === 'en' ? `${Number(d)} ${month.slice(0, 3)} ${y}` : `${d}-${m}-${y}`;
    default:
      return `${d}.${m}.${y.slice(2)}`;
  }
}

function moneyText(value: Decimal, style: number, currency: string, symbol: number): string {
  const [whole, fraction] = textOf(rounded(value, 2)).replace('-', '').split('.') as [string, string];
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ['.', ',', ' ', '', "'"][style]!);
  const number = `${value.units < 0n ? '-' : ''}${groups}${style === 1 || style === 4 ? '.' : ','}${fraction}`;
  const sign = { EUR: '€', USD: '$', GBP: '£', CHF: 'CHF' }[currency] ?? currency;
  return symbol === 0
    ? number
    : symbol === 1
      ? `${number} ${sign}`
      : symbol === 2
        ? `${sign}${sign.length > 1 ? ' ' : ''}${number}`
        : `${number} ${currency}`;
}

const day = (random: Random): string =>
  `${random.whole(2012, 2027)}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
const after = (iso: string, days: number): string => new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);

/** `count` documents of a seed; the same seed gives the same documents. */
export function syntheticDocuments(count: number, seed: number): SyntheticDocument[] {
  return Array.from({ length: count }, (_, i) => syntheticDocument(randomOf(seed * 7919 + i)));
}

function syntheticDocument(random: Random): SyntheticDocument {
  const language = random.pick(['en', 'de', 'de', 'fr', 'es'] as const);
  const words = WORDS[language];
  const kind: DocumentKind = random.chance(0.82) ? 'invoice' : random.chance(0.7) ? 'credit_note' : 'quote';
  const [vendor, buyer] = [party(random, language), party(random, language)];
  const currency = language === 'en' ? random.pick(['USD', 'GBP', 'EUR']) : random.chance(0.95) ? 'EUR' : 'CHF';
  const style = language === 'en' ? 1 : random.pick(language === 'de' ? [0, 0, 3, 4] : language === 'fr' ? [2, 2, 3, 0] : [0, 3]);
  const symbol = random.pick([0, 0, 1, 2, 3].filter((each) => language === 'en' || each !== 2));
  const dates = random.whole(0, 5);
  const money = (value: Decimal): string => moneyText(value, style, currency, symbol);
  const rate = random.pick(RATES[language]);
  const items = Array.from({ length: random.whole(1, 7) }, () => {
    const quantity = decimalOf(String(random.whole(1, random.chance(0.2) ? 400 : 12)))!;
    const price = decimalOf((random.next() * random.pick([9, 90, 900, 4000]) + 0.5).toFixed(2))!;
    return { description: random.pick(THINGS[language]), quantity, price, amount: rounded(times(quantity, price), 2) };
  });
  const net = sum(items.map(({ amount }) => amount));
  const tax = rounded(divided(times(net, decimalOf(rate)!), decimalOf('100')!, 6)!, 2);
  const total = plus(net, tax);
  const issueDate = day(random);
  const dueDate = random.chance(0.6) ? after(issueDate, random.pick([7, 14, 30, 60])) : null;
  const serviceFrom = random.chance(0.45) ? after(issueDate, -random.whole(0, 40)) : null;
  const number = numberOf(random, issueDate);

  // Layout: everything on an A4 page of points; `put` writes a line and `pair` a label with its value.
  const lines: TextLine[] = [];
  const put = (text: string, x: number, y: number, size = 10): number => {
    const width = text.length * size * 0.52;
    const line = textLine(text, [x, y, x + width, y + size * 1.15]);
    if (line) lines.push(line);
    return width;
  };
  const meta: [string, string][] = [];
  const title = random.pick(words[kind === 'credit_note' ? 'credit' : kind === 'quote' ? 'quote' : 'invoice']);
  const numberLabel = random.pick(kind === 'credit_note' ? words.creditNumber : words.number);
  const titled = random.chance(0.3);
  if (!titled) meta.push([numberLabel, number]);
  meta.push([random.pick(words.date), written(language, issueDate, dates)]);
  if (dueDate && random.chance(0.7)) meta.push([random.pick(words.due), written(language, dueDate, dates)]);
  if (serviceFrom) meta.push([random.pick(words.service), written(language, serviceFrom, dates)]);
  if (random.chance(0.5)) meta.push([random.pick(words.order), numberOf(random, issueDate)]);
  if (random.chance(0.2)) meta.push([random.pick(words.orderDate), written(language, after(issueDate, -random.whole(1, 50)), dates)]);
  if (random.chance(0.5)) meta.push([random.pick(words.customer), String(random.whole(100, 99999))]);
  if (random.chance(0.3)) meta.reverse();

  let y = 40;
  // What printers and archives put on top, and what is no vendor.
  if (random.chance(0.3)) {
    const caption = random.pick([
      `${words.page} 1 ${words.of} ${random.whole(1, 4)}`,
      `${word(random)} ${word(random)} ${random.whole(2, 9)}.${random.whole(0, 9)}, (c) ${issueDate.slice(0, 4)}`,
      random.pick(['Original', 'Copy', 'Kopie', 'Duplicata', 'Copia', 'ENTWURF']),
      `${title} ${word(random).toLowerCase()} ${random.whole(1, 90)}`
    ]);
    put(caption, random.pick([60, 200, 420]), 18, random.pick([7, 9, 12]));
  }
  const head = random.whole(0, 4);
  const vendorLines = [vendor.street, vendor.city, ...(vendor.country ? [vendor.country] : [])];
  const contact = [
    `${random.pick(words.phone)} ${vendor.phone}`,
    `www.${vendor.domain}`,
    `info@${vendor.domain}`,
    `${random.pick(words.taxId)}: ${vendor.taxId}`
  ].filter(() => random.chance(0.6));
  let address = vendorLines.join(' ');
  const block = (all: readonly string[], x: number, from: number, size = 10): number => {
    all.forEach((text, i) => put(text, x, from + i * size * 1.4, size));
    return from + all.length * size * 1.4;
  };
  const letterhead = (x: number): void => {
    put(vendor.name, x, y, random.pick([10, 14, 18]));
    y = block([...vendorLines, ...contact], x, y + 24) + 14;
  };
  const buyerName = buyer.name;
  const buyerLines = [
    ...(random.chance(0.35) ? [random.pick(['Anna Kern', 'Max Dorn', 'Attn: Eva Roth', 'z. Hd. Ida Falk', 'M. Paul Noir'])] : []),
    buyer.street,
    buyer.city
  ];
  const buyerBlock = (x: number, from: number): number => {
    let at = from;
    if (random.chance(0.6)) {
      put(random.pick(words.buyer), x, at);
      at += 14;
    }
    at = block([buyerName, ...buyerLines], x, at);
    if (random.chance(0.25)) {
      put(`${random.pick(words.taxId)}: ${buyer.taxId}`, x, at);
      at += 14;
    }
    return at;
  };
  if (head === 0) {
    letterhead(60);
    y = Math.max(buyerBlock(60, y), y) + 16;
  } else if (head === 1) {
    const from = y;
    put(title, 60, from, 20);
    letterhead(360);
    y = Math.max(buyerBlock(60, from + 60), y) + 16;
  } else if (head === 2) {
    // Window envelope: sender in one small line above the recipient.
    if (random.chance(0.5)) put(vendor.name, 380, y, 16);
    put(
      `${vendor.name} ${random.pick(['·', '|', '-', '•', ','])} ${vendor.street} ${random.pick(['·', '|', '-', '•', ','])} ${vendor.city}`,
      60,
      130,
      7
    );
    address = `${vendor.street} ${vendor.city}`;
    y = buyerBlock(60, 146) + 20;
  } else if (head === 3) {
    const from = y;
    put(random.pick(words.seller), 60, from);
    if (random.chance(0.4)) {
      // A form: each line of the party behind its own label.
      const labels = { en: ['Name', 'Address'], de: ['Name', 'Anschrift'], fr: ['Nom', 'Adresse'], es: ['Nombre', 'Dirección'] }[language];
      put(`${labels[0]}:`, 60, from + 14);
      put(vendor.name, 130, from + 14);
      put(`${labels[1]}:`, 60, from + 28);
      block([...vendorLines, ...contact], 130, from + 28);
    } else block([vendor.name, ...vendorLines, ...contact], 60, from + 14);
    y = buyerBlock(330, from) + 80;
  } else {
    const from = y;
    y = buyerBlock(60, from + 40);
    put(vendor.name, 340, from, 13);
    y = Math.max(y, block([...vendorLines, ...contact], 340, from + 22)) + 20;
  }
  const metaStyle = random.whole(0, 3);
  if (titled) {
    put(
      `${title} ${random.pick(['', 'Nr. ', 'No. ', '# ', 'n° ', ''])}${number}${random.chance(0.5) ? ` ${random.pick(['vom', 'du', '-', 'of'])} ${written(language, issueDate, dates)}` : ''}`,
      60,
      y,
      15
    );
    y += 26;
  } else if (head !== 1) {
    put(title, random.pick([60, 220]), y, random.pick([12, 18]));
    y += 28;
  }
  if (metaStyle === 0) {
    for (const [label, value] of meta) {
      put(`${label}${random.pick([':', '', ' :'])} ${value}`, 60, y);
      y += 14;
    }
  } else if (metaStyle === 1) {
    const from = random.chance(0.5) ? y : Math.max(60, y - meta.length * 14 - 60);
    const x = from === y ? 60 : 380;
    meta.forEach(([label, value], i) => {
      put(label + (i % 2 ? ':' : ''), x, from + i * 14, 9);
      put(value, x + 110, from + i * 14, 9);
    });
    if (from === y) y += meta.length * 14;
  } else if (metaStyle === 2) {
    const step = 480 / meta.length;
    meta.forEach(([label, value], i) => {
      put(label, 60 + i * step, y, 7);
      put(value, 60 + i * step, y + 13, 7);
    });
    y += 30;
  } else {
    for (const [label, value] of meta) {
      put(label, 60, y);
      put(`: ${value}`, 190, y);
      y += 14;
    }
  }
  y += 18;
  const columns = random.chance(0.5)
    ? { item: 90, quantity: 300, price: 370, amount: 470 }
    : { quantity: 90, item: 140, price: 380, amount: 480 };
  put('#', 60, y, 9);
  put(random.pick(words.item), columns.item, y, 9);
  put(random.pick(words.quantity), columns.quantity, y, 9);
  put(random.pick(words.price), columns.price, y, 9);
  put(random.pick(words.amount), columns.amount, y, 9);
  y += 16;
  items.forEach((item, i) => {
    put(String(i + 1), 60, y, 9);
    put(item.description, columns.item, y, 9);
    put(textOf(item.quantity), columns.quantity, y, 9);
    put(money(item.price), columns.price, y, 9);
    put(money(item.amount), columns.amount, y, 9);
    y += 15;
    if (random.chance(0.2)) {
      put(`${random.pick(['Art.', 'SKU', 'Ref'])} ${random.whole(1000, 999999)}`, columns.item, y - 2, 8);
      y += 11;
    }
  });
  y += 12;
  const sums: [string, string][] = [
    [random.pick(words.net), money(net)],
    [random.pick(words.tax).replace('{r}', rate.replace('.', style === 1 ? '.' : ',')), money(tax)],
    [random.pick(words.total), money(total)]
  ];
  if (rate === '0' && random.chance(0.6)) sums.splice(1, 1);
  if (random.chance(0.3)) {
    const none = money(decimalOf('0')!);
    const more = {
      en: [
        ['Charges', none],
        ['Discount', none]
      ],
      de: [
        ['Gesamtbetrag der Zuschläge', none],
        ['Gesamtbetrag der Abschläge', none]
      ],
      fr: [
        ['Remise', none],
        ['Frais de port', none]
      ],
      es: [
        ['Descuento', none],
        ['Portes', none]
      ]
    }[language] as [string, string][];
    const subtotal = { en: 'Sum of lines', de: 'Positionssumme', fr: 'Total lignes HT', es: 'Suma de líneas' }[language];
    sums.splice(0, 0, [subtotal, money(net)], ...more);
    const due = { en: 'Amount due', de: 'Zahlbetrag', fr: 'Net à payer', es: 'A pagar' }[language];
    const paid = { en: 'Prepaid', de: 'Erhaltene Anzahlungen', fr: 'Acompte', es: 'Anticipos' }[language];
    const advance = random.chance(0.5) ? rounded(divided(total, decimalOf('3')!, 2)!, 2) : decimalOf('0')!;
    sums.push([paid, money(advance)], [due, money(minus(total, advance))]);
  }
  if (random.chance(0.35)) {
    const titles = {
      en: ['Tax', 'Base', 'Amount'],
      de: ['USt. Satz', 'Nettobetrag', 'Steuerbetrag'],
      fr: ['Taxe', 'Base', 'Montant'],
      es: ['IVA', 'Base imponible', 'Cuota']
    }[language];
    const beside = random.chance(0.5);
    const top = beside ? y : y;
    titles.forEach((text, i) => put(text, 60 + i * 85, top, 9));
    [`${random.pick(words.tax).replace('{r}', rate).slice(0, 14)} ${rate} %`.slice(-16), money(net), money(tax)].forEach((text, i) =>
      put(text, 60 + i * 85, top + 15, 9)
    );
    if (!beside) y += 36;
  }
  if (random.chance(0.08))
    sums.push([
      language === 'de' ? 'Anzahlung' : language === 'fr' ? 'Acompte versé' : language === 'es' ? 'Anticipo' : 'Paid',
      money(decimalOf('0')!)
    ]);
  const sumStyle = random.whole(0, 2);
  for (const [label, value] of sums) {
    if (sumStyle === 0) put(`${label}: ${value}`, 340, y);
    else {
      put(label, sumStyle === 1 ? 330 : 90, y);
      put(value, 480, y);
    }
    y += 15;
  }
  if (dueDate && !meta.some(([, value]) => value === written(language, dueDate, dates))) {
    put(`${random.pick(words.due)} ${written(language, dueDate, dates)}`, 60, y + 14);
    y += 16;
  }
  // Sentences with other days in them: discounts, references, versions.
  const other = (days: number): string => written(language, after(issueDate, days), dates);
  const sentences = {
    en: [`2% discount if paid by ${other(10)}, net ${other(30)}`, `As ordered on ${other(-12)}`, `Prices as of ${other(-90)}`],
    de: [
      `Zahlbar innerhalb 30 Tagen netto bis ${other(30)}, 3% Skonto innerhalb 10 Tagen bis ${other(10)}`,
      `Rechnung gemäß Bestellung vom ${other(-4)}.`,
      `Stand der Preisliste ${other(-90)}`
    ],
    fr: [`Escompte 2% jusqu'au ${other(10)}, net au ${other(30)}`, `Selon votre commande du ${other(-12)}`, `Acompte reçu le ${other(-8)}`],
    es: [`2% de descuento hasta el ${other(10)}, neto ${other(30)}`, `Según su pedido de ${other(-12)}`, `Tarifa de ${other(-90)}`]
  }[language];
  for (const sentence of sentences) {
    if (!random.chance(0.35)) continue;
    put(sentence, 60, y + 16, 9);
    y += 14;
  }
  put(random.pick(words.thanks), 60, y + 20);
  if (random.chance(0.6)) {
    const footer = 780;
    put(vendor.name, 60, footer, 7);
    put(
      `IBAN DE${random.whole(10, 99)} ${random.whole(1000, 9999)} ${random.whole(1000, 9999)} ${random.whole(1000, 9999)} ${random.whole(1000, 9999)} ${random.whole(10, 99)}`,
      230,
      footer,
      7
    );
    put(`${random.pick(words.taxId)} ${vendor.taxId}`, 430, footer, 7);
    put(vendor.street, 60, footer + 10, 7);
    put(`BIC ${word(random).toUpperCase()}`, 230, footer + 10, 7);
    put(`${words.page} 1 ${words.of} 1`, 430, footer + 10, 7);
  } else if (head === 2 && random.chance(0.8)) put(`${vendor.name} · ${vendor.phone} · info@${vendor.domain}`, 60, 790, 7);
  const page: Page = { number: 1, width: 595, height: 842, unit: 'pt', turned: 0, source: 'text', lines: inReadingOrder(lines) };
  return {
    truth: {
      kind,
      language,
      vendor: vendor.name,
      buyer: buyerName,
      address,
      invoiceNumber: number,
      issueDate,
      dueDate: dueDate,
      serviceFrom,
      net: textOf(net),
      tax: textOf(tax),
      total: textOf(total),
      currency,
      lines: items.map(({ description, quantity, price, amount }) => ({
        description,
        quantity: textOf(quantity),
        unitPrice: textOf(price),
        amount: textOf(amount)
      }))
    },
    pages: [page]
  };
}

function numberOf(random: Random, issued: string): string {
  const digits = (count: number): string => Array.from({ length: count }, () => random.whole(0, 9)).join('');
  const year = issued.slice(0, 4);
  return random.pick([
    () => `${random.pick(['RE', 'INV', 'R', 'FA', 'F', 'AR', 'SI', 'FV'])}-${year}-${digits(4)}`,
    () => `${year}${digits(4)}`,
    () => `1${digits(random.whole(3, 8))}`,
    () => `${random.pick(['INV', 'RG', 'FAC', 'A', 'F'])}${digits(5)}`,
    () => `${year}/${digits(3)}`,
    () => `${digits(3)}.${digits(3)}-${year.slice(2)}`,
    () => `${random.pick(['RE', 'INV', 'FA'])}/${year}/${digits(5)}`,
    () => `1${digits(random.whole(0, 2))}`,
    () => `${random.pick(['AB', 'KX', 'Z'])}-${digits(2)}-${digits(4)}`,
    () => `${year.slice(2)}-${digits(4)}`
  ])();
}
