export const PHONE =
  /(?<![\p{L}\p{N}.,/-])(?:\+ ?|\(\+?)?\d(?:[ ()./\u00a0\u202f-]{0,3}\d){5,16}(?:(?: ?x| ext\.? ?| -)\d{1,5})?(?![\p{L}\p{N}]|[.,]\d)/giu;

const CALL_WORDS =
  /(?<!\p{L})(?:phone|phones|telephone|tel|mobile|cell|call|called|calling|fax|ring|dial|text|sms|message|messages|contact|reach|whatsapp|number|número|numéro|nummer|registered|handy|mobil|mobilnummer|anrufen|rückruf|telefon|telefonnummer|rufnummer|durchwahl|téléphone|tél|portable|appeler|appelez|joindre|joignable|teléfono|teléfonos|móvil|celular|llamar|llame|llámame|llamada|contactar)(?!\p{L})(?:[^\n]{0,40}|[^\p{L}\p{N}]{0,6})$/u;
const REFERENCE_WORDS =
  /(?<!\p{L})(?:order|invoice|ref|reference|case|ticket|item|sku|serial|article|contract|po|quote|policy|customer|bestellung|auftrag|rechnung|vorgang|artikel|vertrag|kunden-?(?:nr|nummer)|commande|facture|dossier|référence|pedido|factura|caso|contrato|referencia|no|nr|id|budget|eur|usd|chf|gbp|€|\$|£)(?:\s*(?:number|no|nr|id|n°|nummer|numéro|número))?[^\p{L}\p{N}]{0,4}$/u;
const UNITS = /^\s*(?:€|\$|£|%|eur|usd|chf|gbp|euros?|dollars?|units?|seats?|users?|stück|plätze|licences?|unidades|kg|km|mb|gb|k€|mio)/u;

/** Scores a row of digits by its shape and the words around it; 2 or more is a phone number. */
export function isPhone(found: string, before: string, after: string): number | undefined {
  const digits = found.replaceAll(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return undefined;
  if (/^\d{4}-\d{2}-\d{2}|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(found)) return undefined;
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(found) && !found.startsWith('0')) return undefined;
  const groups = found.split(/\D+/).filter((group) => group !== '');
  const called = CALL_WORDS.test(before);
  let points = called ? 2 : 0;
  if (/^\(?\+/.test(found)) points += 3;
  else if (/^00[1-9]/.test(found) && digits.length >= 10) points += 2;
  else if (/^\(?0/.test(found) && digits.length >= 8) points += 2;
  if (/^\(\d{2,4}\)/.test(found)) points += 2;
  if (/^(?:\d{3}[-.]){2}\d{4}$/.test(found) || /^1[-.](?:\d{3}[-.]){2}\d{4}$/.test(found)) points += 2;
  if (groups.length >= 4 && groups.every((group) => group.length === 2)) points += 2;
  if (groups.length >= 2 && groups.every((group) => group.length <= 4)) points += 1;
  if (/\dx\d|ext/i.test(found)) points += 1;
  if (groups.length === 1 && !found.startsWith('+')) points -= digits.length < 9 ? 2 : 1;
  if (/^[1-9]\d{0,2}(?:[. ]000)+$/.test(found) || (/^[1-9]\d{0,2}(?:[. ]\d{3})+$/.test(found) && !called)) points -= 3;
  if (/^(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2}$/.test(found)) points -= 3;
  if (
    REFERENCE_WORDS.test(before) &&
    !/(?:phone|tel|mobile|handy|mobil|fax|contact)\p{L}*[^\p{L}]{0,3}(?:number|no|nr)?[^\p{L}]{0,4}$/u.test(before)
  )
    points -= 2;
  if (UNITS.test(after)) points -= 3;
  if (points < 2) return undefined;
  return Math.min(0.97, 0.6 + points * 0.08);
}
