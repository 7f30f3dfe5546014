import { readCii } from './cii.ts';
import { readFattura } from './fattura.ts';
import { parseXml } from './tree.ts';
import type { StructuredInvoice } from './structured-invoice.ts';
import { readUbl } from './ubl.ts';

/** Reads an invoice from XML; null when the XML is something else. Throws `Unreadable` for XML that cannot be read at all. */
export function readStructuredInvoice(bytes: Uint8Array): StructuredInvoice | null {
  const { root, node } = parseXml(bytes);
  if (root === 'CrossIndustryInvoice' || root === 'CrossIndustryDocument') return readCii(node);
  if (root === 'Invoice' || root === 'CreditNote') return readUbl(node, root);
  if (root === 'FatturaElettronica') return readFattura(node);
  return null;
}
