import type { Field } from '../types.ts';
import { labelBits, placeOf, type Cell, type View } from './view.ts';
import { fold, has, meaningBits } from './vocabulary.ts';

/** VAT numbers by country (European Commission, VIES), Malaysian GST and SST, US EIN, Australian ABN. */
const SHAPE =
  /\b(?:(?:AT\s?U\d{8}|BE\s?[01]\d{9}|BG\s?\d{9,10}|CY\s?\d{8}[A-Z]|CZ\s?\d{8,10}|DE\s?\d{3}\s?\d{3}\s?\d{3}|DK\s?\d{8}|EE\s?\d{9}|EL\s?\d{9}|ES\s?[A-Z0-9]\d{7}[A-Z0-9]|FI\s?\d{8}|FR\s?[A-Z0-9]{2}\s?\d{3}\s?\d{3}\s?\d{3}|GB\s?\d{3}\s?\d{4}\s?\d{2}|HR\s?\d{11}|HU\s?\d{8}|IE\s?\d[A-Z0-9+*]\d{5}[A-Z]{1,2}|IT\s?\d{11}|LT\s?\d{9,12}|LU\s?\d{8}|LV\s?\d{11}|MT\s?\d{8}|NL\s?\d{9}B\d{2}|PL\s?\d{10}|PT\s?\d{9}|RO\s?\d{2,10}|SE\s?\d{12}|SI\s?\d{8}|SK\s?\d{10}|CHE[-\s]?\d{3}\.?\d{3}\.?\d{3}))\b/i;
const LABELLED =
  /(?<![\p{L}\d])(?:[A-Z]\s?-?\d{8}|\d{8}-?[A-Z]|\d{12}|\d{2}-\d{7}|\d{2}\s?\d{3}\s?\d{3}\s?\d{3}|\d{2,3}\/\d{3}\/\d{4,5}|\d{9,14})(?![\p{L}\d])/u;

/** The vendor's tax number: of several, the one that stands away from the buyer, and nearest to the vendor. */
export function taxIdOf(view: View, vendor: Cell | null, buyer: Cell | null): Field<string> | null {
  const found: { cell: Cell; from: number; to: number; score: number }[] = [];
  for (const cell of view.cells) {
    const text = cell.line.text;
    const shaped = SHAPE.exec(text);
    const match = shaped ?? LABELLED.exec(text);
    if (!match) continue;
    const labels = labelBits(view, cell, match.index);
    const labelled = has(labels.own, 'taxId') || (labels.own === 0 && has(labels.left, 'taxId'));
    const near = meaningBits(fold(text.slice(Math.max(0, match.index - 30), match.index)));
    if (!labelled && !(shaped && has(near, 'tax'))) {
      if (!shaped || has(labels.own, 'bank') || has(labels.own, 'phone')) continue;
    }
    if (has(near, 'phone') || has(near, 'bank')) continue;
    const toVendor = vendor ? Math.abs(cell.row - vendor.row) + 40 * Math.abs(cell.left - vendor.left) : cell.row;
    const toBuyer = buyer ? Math.abs(cell.row - buyer.row) + 40 * Math.abs(cell.left - buyer.left) : 100;
    const customer = has(labels.own, 'customer') || (toBuyer < 7 && toBuyer < toVendor);
    found.push({
      cell,
      from: match.index,
      to: match.index + match[0].length,
      score: (labelled ? 2 : 0) + (shaped ? 2 : 0) - (customer ? 4 : 0) + (cell.depth > 0.8 ? 0.5 : 0) - Math.min(1, toVendor / 60)
    });
  }
  const top = found.sort((a, b) => b.score - a.score)[0];
  if (!top || top.score < 0.5) return null;
  const value = top.cell.line.text.slice(top.from, top.to);
  return {
    value: value.replace(/\s/g, ''),
    text: value,
    place: placeOf(top.cell, top.from, top.to),
    confidence: Math.round((top.score > 3 ? 0.93 : 0.75) * Math.min(1, 0.25 + 0.78 * top.cell.line.confidence) * 1000) / 1000
  };
}
