/**
 * What the words beside a value mean, in English, German, French, Spanish and Italian, with the Malay and Dutch that stand on receipts.
 * No word here is a shop's or a template's. Patterns meet folded text: lower case, no accents, blanks as they are.
 */
export const MEANINGS = {
  total:
    /\btotal\b|\btota1\b|gesamt|\bsumme\b|(^|[^a-z])endbetrag|bruttobetrag|rechnungsbetrag|bruttosumme|importe total|montant total|\bttc\b|totale|totaal|jumlah|\bamount\b(?! in words)|\bbetrag\b|montant\b|importe\b/,
  grand:
    /grand|final|round(ed|ing)? total|total (rounded|payable|due|amount|sales|bill|ttc|incl|general|factura|facture|brutto)|total\s*(rm|\$|€|eur|usd|gbp)|net(t)? (total|amount|payable)|amount (due|payable)|gesamtbetrag|gesamtsumme|endbetrag|rechnungsbetrag|rechnungssumme brutto|bruttosumme|brutto\s*(betrag|summe)?\s*$|total a pagar|importe total|net a payer|totale (fattura|documento)|a pagar|nett/,
  sub: /sub[\s-]*(total|tota1)|zwischensumme|sous[\s-]*total|subtotale|item total|total (qty|quantity|item|discount|saving|tax|gst|vat)/,
  net: /\bnet(t)?o?\b|netto|excl|exclud|before (tax|gst|vat)|ohne (ust|mwst|umsatz)|hors tax|\bh\.?t\.?\b|base imponible|imponibile|basis\b|taxable|taxable amount|warenwert|positionssumme|steuerbasis|base\b|zero rated|without tax/,
  gross: /incl|brutto|\bttc\b|gross|inkl|with (tax|gst|vat)|tva comprise|iva inclu/,
  tax: /\btax\b|\bgst\b|\bvat\b|\bsst\b|\bust\b|u\.?st\.?|mwst|m\.?w\.?st|umsatzsteuer|mehrwertsteuer|\btva\b|\btaxes?\b|\biva\b|i\.v\.a|impuesto|imposta|steuerbetrag|\bbtw\b|service charge|svc/,
  due: /\bdue\b|payable|zahlbetrag|zu zahlen|zahlbar|a payer|solde|a pagar|da pagare|pendiente|offener|balance|fallig/,
  paid: /\bcash\b|tender|\bpaid\b|payment|\bvisa\b|master|\bcard\b|bezahlt|\bbar\b|gegeben|anzahlung|prepaid|acompte|regle|especes|pagado|efectivo|entregado|tunai|received|deposit|credit card|debit|amex|paypal|\bcc\b|\bebanking|contant|wallet/,
  change: /change|ruckgeld|\bruck\b|rendu|monnaie|cambio|\bbaki\b|wechselgeld|vuelto|resto/,
  rounding: /round|rundung|arrondi|redondeo|\brnd\b|bill adj|adj(ust)?/,
  discount: /disc|rabatt|skonto|nachlass|remise|rabais|descuento|sconto|saving|voucher|coupon|gutschein|allowance|abschlag|abzug/,
  quantity:
    /\bqty\b|quantity|menge|anzahl|quantite|\bqte\b|cantidad|\bcant\b|items?\b|\bpcs\b|count|kuantiti|stk|stuck|units?\b|pax|aantal/,
  price: /\bprice\b|u\/?p\b|preis|einzelpreis|\bep\b|prix|precio|prezzo|unit|rate\b|harga|prijs|tarif/,
  points: /point|member|loyalty|punkte|balance b\/f|reward|bonus/,
  invoice: /invoice|rechnung|facture|factura|fattura|\binv\b|factuur|\bbill\b|beleg|belegnr/,
  receipt:
    /receipt|quittung|kassenbon|kassenbeleg|\bbon\b|\brecu\b|ticket|recibo|resit|tax invoice|slip|cash bill|cash sales|kassabon|bewirtungsbeleg/,
  credit:
    /credit note|gutschrift|\bavoir\b|nota de credito|abono|nota di credito|note de credit|factura rectificativa|refund|storno|stornorechnung|creditnota/,
  quote: /\bquote\b|quotation|angebot|\bdevis\b|presupuesto|cotizacion|kostenvoranschlag|offerte|estimate|pro\s?forma/,
  order: /\border\b|bestell|auftrag|commande|pedido|ordine|purchase order|\bp\.?o\.?\b|\bb\.?c\.?\b|\bso\b/,
  delivery:
    /deliver|liefer|livraison|entrega|consegna|dispatch|shipp|warenempf|versand|d\/o|leistungs|prestation|prestacion|service date|date of service|leistungszeitraum|period|zeitraum|supply date|ausfuhrung|fecha de operacion/,
  date: /\bdate\b|datum|\bdatum\b|fecha|\bdata\b|\bdate\b|tarikh|\bdated\b|\bdt\b|\bvom\b|\bdu\b|\ble\b|tanggal/,
  dueDate:
    /due|fallig|zahlbar|bis zum|echeance|vencimiento|scadenza|payable by|pay by|skonto|valid|expir|gultig|before|warranty|exchange|within|innerhalb|zahlungsziel|verval/,
  otherDate:
    /version|birth|gebur|order date|bestelldatum|auftrags?datum|date de commande|fecha de pedido|print|joined|member since|system|arrival|check[\s-]?in|departure|lieferschein/,
  time: /\d{1,2}\s?:\s?\d{2}|\btime\b|zeit|heure|hora\b|masa/,
  number: /\bno\b|\bno\.|\bnr\b|\bnr\.|nummer|number|\bnum\b|numero|\bn\s?[°º]|#|\bid\b|\bref|referenz|reference|beleg-?nr|\bkod\b/,
  customer:
    /customer|kunde|client|cliente|buyer|bill to|ship to|sold to|kaufer|rechnungsempfanger|empfanger|leistungsempfanger|acheteur|destinataire|adresse de livraison|facture a\b|facturar a|comprador|member|attn|lieferadresse|rechnungsanschrift|warenempf|deliver to|invoice to|billed to|billing address|shipping address|klant|cessionario|direccion de|besteller|auftraggeber|adresse de facturation|shop to/,
  seller:
    /seller|vendor|verkaufer|lieferant|rechnungssteller|rechnungsersteller|vendeur|fournisseur|emetteur|vendedor|proveedor|emisor|from:|sold by|supplier|cedente|fornitore|absender|leistungserbringer|owned by|operated by|dimiliki|issued by|remit to|prestataire|de\s*:\s*$|aussteller/,
  phone: /\btel\b|tel[:.]|telefon|telephone|phone|\bfax\b|mobile|mobil\b|whatsapp|\bh\/?p\b|hotline|handy|\bcall\b|movil|telp|contact no/,
  taxId:
    /gst\s*(reg|id|no|tax|#)|gst$|gst[:.]|vat (reg|id|no|number)|ust\.?-?\s?id|uid|steuer-?\s?nr|steuernummer|\btva\b|siret|siren|\bcif\b|\bnif\b|\bn\.?i\.?f\b|partita iva|p\.?\s?iva|tax (id|no|reg)|\bein\b|\babn\b|co\.? ?(reg|no)|company (reg|no)|reg(istration)?\.? ?no|roc|\bbtw\b|handelsreg|\bhrb\b|\brcs\b|ssm|business reg|brn|sst (id|no|reg)|reg no/,
  bank: /\biban\b|\bbic\b|swift|bank|konto|account|sparkasse|banque|cuenta|blz|sort code|a\/c/,
  web: /www\.|http|\.com\b|\.de\b|\.fr\b|\.es\b|@|e-?mail|website|\.net\b|\.org\b|\.my\b|facebook/,
  page: /\bpage\b|seite|pagina|\bpag\b|\bblatt\b/,
  staff:
    /cashier|served|kassierer|bediener|waiter|server|sales ?(person|man)|operator|counter|terminal|table|tisch|caissier|cajero|clerk|staff|\buser\b|bedien|order taker|agent|doc\.? no|printed|register|\bpos\b|store id|till/,
  greeting:
    /thank|welcome|danke|merci|gracias|please|bitte|goods sold|not refundable|exchange|terima kasih|vielen dank|visit|come again|enjoy|retain|keep this/,
  street:
    /\b(jalan|jln|jl|lorong|lrg|persiaran|lebuh|street|st|road|rd|avenue|ave|lane|drive|boulevard|blvd|strasse|str|allee|weg|platz|gasse|ring|damm|ufer|rue|chemin|place|quai|impasse|route|calle|avda|avenida|plaza|paseo|via|viale|piazza|corso|highway|hwy|court|way|square|close|straat|laan|no|lot|block|blk|unit|level|floor|tower|wisma|menara|plaza|taman|tmn|kampung|kg|bandar|seksyen|sek|section|kawasan|desa|pusat|suite|km|mile|batu|jalan)\b|strasse\b|str\.|weg\b|platz\b|gasse\b|allee\b/,
  place:
    /\b(selangor|johor|kuala lumpur|k\.l|kl|malaysia|penang|pulau pinang|perak|melaka|pahang|kedah|sabah|sarawak|negeri sembilan|singapore|germany|deutschland|france|espana|spain|italia|italy|austria|osterreich|schweiz|switzerland|suisse|uk|united kingdom|england|london|usa|united states|berlin|munchen|hamburg|paris|lyon|madrid|barcelona|de|darul ehsan|w\.p|wilayah)\b/
} as const;
export type Meaning = keyof typeof MEANINGS;
export const MEANING_NAMES = Object.keys(MEANINGS) as Meaning[];

export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/[’`´]/g, "'").toLowerCase();

const remembered = new Map<string, number>();
/** Bits in the order of `MEANING_NAMES`; a document asks for the same text many times. */
export function meaningBits(folded: string): number {
  const known = remembered.get(folded);
  if (known !== undefined) return known;
  let bits = 0;
  MEANING_NAMES.forEach((name, i) => {
    if (MEANINGS[name].test(folded)) bits += 2 ** i;
  });
  if (remembered.size > 20_000) remembered.clear();
  remembered.set(folded, bits);
  return bits;
}
export const has = (bits: number, meaning: Meaning): boolean => Math.floor(bits / 2 ** MEANING_NAMES.indexOf(meaning)) % 2 === 1;

/** Legal forms and words that end the name of a business. */
export const LEGAL_FORM =
  /\b(s\.?dn\.?\s*b\.?hd|sdn|bhd|s\/b|berhad|ltd|limited|llc|llp|l\.l\.c|inc|corp|corporation|co|company|plc|pte|pty|gmbh|mbh|g\.m\.b\.h|ag|kg|kgaa|ohg|ug|e\.?k|e\.?v|gbr|se|sarl|s\.a\.r\.l|sas|sasu|s\.a\.s|eurl|sa|s\.a|snc|sci|s\.?l|slu|s\.l\.u|s\.?r\.?l|srls|spa|s\.p\.a|bv|b\.v|nv|oy|ab|as|aps|a\/s|enterprise|enterprises|trading|holdings?|group|services?|plt)\b\.?/;
export const BUSINESS_WORD =
  /\b(restaurant|restoran|cafe|kedai|kopi|hotel|shop|store|mart|supermarket|market|pharmacy|farmasi|book|bakery|hardware|stationery|workshop|clinic|klinik|motor|auto|station|petrol|mini|hypermarket|electrical|electronics|food|seafood|kitchen|house|centre|center|perniagaan|syarikat|pasar|studio|agency|agentur|handel|handels|backerei|metzgerei|apotheke|gasthaus|buchhandlung|werbung|druck|boulangerie|librairie|imprimerie|tienda|panaderia|libreria|imprenta|farmacia|marketing|media|solutions?|systems?|technolog\w*|consult\w*|industries|international|machinery|gallery|gift|decor?|furniture|optical|beauty|salon|fitness|travel|tours|print\w*|events?)\b/;
