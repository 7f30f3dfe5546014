import type { DocumentKind } from '../types.ts';
import type { View } from './view.ts';
import { has } from './vocabulary.ts';

/** Words that only text of the language has, folded. */
const COMMON: Record<string, RegExp> = {
  en: /\b(the|and|of|for|your|with|please|thank|you|date|invoice|amount|tax|total|no|is|to|qty|description|receipt|cash)\b/g,
  de: /\b(der|die|das|und|fur|mit|von|bitte|rechnung|datum|betrag|menge|mwst|ust|zahlbar|summe|gesamt|sie|ist|den|bis|zum|netto|rechnungsnummer|kundennummer|seite|strasse)\b/g,
  fr: /\b(le|la|les|et|de|du|des|pour|facture|montant|tva|ttc|ht|quantite|designation|prix|adresse|client|paiement|merci|rue|une)\b/g,
  es: /\b(el|los|las|y|de|del|para|factura|importe|iva|cantidad|precio|descripcion|fecha|cliente|pago|gracias|calle|total|numero|una)\b/g,
  it: /\b(il|lo|gli|e|di|del|della|per|fattura|importo|iva|quantita|prezzo|descrizione|cliente|pagamento|via|numero|una|totale)\b/g
};
const ENOUGH = 4;

/** The language most common words belong to, null when there are few or two languages tie. */
export function languageOf(folded: string): string | null {
  const text = folded.slice(0, 20_000);
  const counts = Object.entries(COMMON)
    .map(([language, words]) => [language, text.match(words)?.length ?? 0] as const)
    .sort((a, b) => b[1] - a[1]);
  const [first, second] = counts;
  return first && second && first[1] >= ENOUGH && first[1] > second[1] ? first[0] : null;
}

const ATTENDANCE =
  /attendance|attendees?|sign[\s-]?in|participants? list|list of participants|teilnehmerliste|anwesenheit|teilnehmer|liste de presence|feuille d'emargement|participants|lista de asistencia|asistentes|registro de asistencia|guest list/;
const ADVERTISEMENT =
  /register now|join us|jetzt anmelden|sign up|learn more|inscrivez|reservez|inscribete|discover|free webinar|save the date|limited offer|besuchen sie|visit our booth|booth \d|stand \d|% off|www\./;
const SCREENSHOT =
  /impressions?|clicks?|ctr\b|conversions?|campaign|followers|views|likes|sessions|dashboard|bounce rate|open rate|impressionen|klicks|impresiones|clics/g;

/** By its title where it has one, else by what it consists of. */
export function kindOf(view: View): { value: DocumentKind; confidence: number } {
  const scores: Record<DocumentKind, number> = {
    invoice: 0,
    receipt: 0,
    credit_note: 0,
    quote: 0,
    order: 0,
    proof_of_attendance: 0,
    advertisement: 0,
    screenshot: 0,
    other: 0.6
  };
  const money = view.cells.filter(({ amounts }) => amounts.some(({ hasDecimals }) => hasDecimals)).length;
  for (const cell of view.cells.slice(0, 80)) {
    // A title stands high, is large, or says nothing else.
    const short = cell.folded.split(/\s+/).length <= 4;
    const weight = (cell.height > 1.25 ? 2 : 0.6) * (short ? 1.3 : 0.7) * (cell.depth < 0.4 ? 1 : 0.4);
    if (has(cell.bits, 'credit')) scores.credit_note += weight * 1.6;
    else if (has(cell.bits, 'quote')) scores.quote += weight * 1.2;
    else if (has(cell.bits, 'receipt')) scores.receipt += weight;
    else if (has(cell.bits, 'invoice')) scores.invoice += weight;
    else if (has(cell.bits, 'order') && short) scores.order += weight * 0.5;
  }
  for (const cell of view.cells) if (has(cell.bits, 'change') || (has(cell.bits, 'paid') && has(cell.bits, 'total'))) scores.receipt += 0.4;
  const width = view.pages[0] ? view.pages[0].height / Math.max(1, view.pages[0].width) : 1;
  if (width > 1.75 && money > 0) scores.receipt += 1.5;
  if (scores.invoice > 0 && /payment terms|zahlungsbedingungen|zahlungsziel|echeance|vencimiento|due date|iban/.test(view.folded))
    scores.invoice += 1.2;
  if (money === 0) {
    scores.invoice *= 0.4;
    scores.receipt *= 0.4;
  }
  if (ATTENDANCE.test(view.folded)) scores.proof_of_attendance += money === 0 ? 3 : 0.5;
  const figures = view.folded.match(SCREENSHOT)?.length ?? 0;
  if (money <= 3 && figures >= 2) scores.screenshot += Math.min(3, figures * 0.6);
  if (money <= 2 && ADVERTISEMENT.test(view.folded)) scores.advertisement += 1.2;
  const sorted = (Object.entries(scores) as [DocumentKind, number][]).sort((a, b) => b[1] - a[1]);
  const total = sorted.reduce((sum, [, score]) => sum + score, 0);
  return {
    value: sorted[0]![0],
    confidence: Math.round(Math.min(0.98, sorted[0]![1] / total + (sorted[0]![1] - sorted[1]![1] > 2 ? 0.15 : 0)) * 100) / 100
  };
}
