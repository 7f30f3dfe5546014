import { decimalOf, same } from './decimal.ts';
import type { DocumentFields, FieldName, VisibleDifference } from './types.ts';

/** Surer than this the visible reading must be before it accuses the XML. */
const SURE = 0.7;
const COMPARED: readonly FieldName[] = ['total', 'net', 'tax', 'issueDate', 'invoiceNumber', 'currency'];

/** Where the visible page says something else than the XML. A value that stands anywhere on the page as the XML has it is no difference. */
export function differencesOf(stated: DocumentFields, visible: DocumentFields): VisibleDifference[] {
  return COMPARED.flatMap((field) => {
    const [xml, page] = [stated[field], visible[field]];
    if (!xml || !page || page.confidence < SURE || (xml.place !== null && field !== 'currency') || agree(field, xml.value, page.value))
      return [];
    return [{ field, structured: xml.value, visible: page.value, place: page.place }];
  });
}

function agree(field: FieldName, a: string, b: string): boolean {
  if (field === 'total' || field === 'net' || field === 'tax') {
    const [left, right] = [decimalOf(a), decimalOf(b)];
    return left !== null && right !== null && same(left, right);
  }
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(a) === plain(b);
}
