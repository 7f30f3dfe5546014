import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../src/documents/read.ts';
import type { Page } from '../../src/documents/types.ts';

export type InvoiceTruth = {
  syntax: string;
  type_code: string;
  invoice_number: string;
  date: string;
  currency: string;
  vendor: string;
  buyer: string;
  net?: string;
  tax?: string;
  gross?: string;
  due?: string | null;
  lines: { description: string | null; quantity: string | null; net: string | null }[];
};
export type EInvoice = { file: string; group: string; kind: string; truth: InvoiceTruth; bytes: Buffer; broken: boolean };

/** All files of einvoices/truth.jsonl; `broken` are those of the folders of non-compliant ones. */
export function einvoicesFrom(folder: string): EInvoice[] {
  return readFileSync(join(folder, 'einvoices', 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Omit<EInvoice, 'bytes' | 'broken'>)
    .map((each) => ({
      ...each,
      bytes: readFileSync(join(folder, 'einvoices', each.file)),
      broken: /\/fail\/|not_validating/.test(each.file)
    }));
}

/** The PDFs as their pages show them, one of each underlying sample and syntax version. */
export async function invoicePages(folder: string): Promise<{ pages: Page[]; truth: InvoiceTruth }[]> {
  const pdfs = einvoicesFrom(folder).filter(({ kind }) => kind === 'pdf');
  return Promise.all(
    pdfs.map(async ({ bytes, truth }) => ({ pages: (await readDocument({ bytes, ignoreStructured: true })).pages, truth }))
  );
}
