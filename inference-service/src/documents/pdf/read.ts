import { fromInvoice } from '../from-invoice.ts';
import type { Context } from '../read.ts';
import type { DocumentReading, Page } from '../types.ts';
import { Unreadable } from '../unreadable.ts';
import { readStructuredInvoice } from '../xml/read.ts';
import type { StructuredInvoice } from '../xml/structured-invoice.ts';
import { rowsOf } from '../layout/lines.ts';
import { fromPages, fromPictures } from '../from-pages.ts';
import { differencesOf } from '../differences.ts';
import { renderPage } from './render.ts';
import { attachmentsOf, scriptsIn, withPage, withPdf, type PdfDocument } from './pdfium.ts';
import { textOfPage } from './text.ts';

/** A page with fewer characters is a picture with a stamp on it, not text. */
const LEAST_CHARACTERS = 25;

/** Structured XML first, text second, characters recognised in the pages' pictures last. */
export function readPdf(bytes: Uint8Array, context: Context): Promise<Partial<DocumentReading>> {
  return withPdf(bytes, async (document) => {
    if (document.pages === 0) throw new Unreadable('malformed', 'The PDF has no page');
    if (document.pages > context.limits.pages) {
      throw new Unreadable('too_many_pages', `The PDF has ${document.pages} pages; ${context.limits.pages} are read at most`);
    }
    if (scriptsIn(document) > 0)
      context.reasons.push({ code: 'script_ignored', severity: 'warning', detail: 'The PDF holds scripts; they were not run' });
    const pages = pagesOf(document, context);
    const invoice = context.ignoreStructured ? null : embeddedInvoice(document, context);
    const characters = pages.reduce((total, page) => total + page.lines.reduce((sum, { text }) => sum + text.length, 0), 0);
    const hasText = characters >= LEAST_CHARACTERS * Math.min(pages.length, 2);
    if (invoice) {
      const text = textOfPages(pages);
      const visible = hasText ? fromPages(pages) : null;
      const stated = fromInvoice(invoice, pages);
      return { ...stated, source: 'xml', pages, text, differences: visible ? differencesOf(stated.fields!, visible.fields!) : [] };
    }
    if (hasText) return { ...fromPages(pages), source: 'text', pages, text: textOfPages(pages) };
    const { ocrPages, pixels } = context.limits;
    const pictures = Array.from({ length: Math.min(document.pages, ocrPages) }, (_, i) => i + 1).flatMap((number) => {
      const raster = withPage(document, number, (page) => renderPage(page, Math.min(pixels, RENDERED_PIXELS)));
      return raster ? [{ raster, number }] : [];
    });
    return fromPictures(pictures, document.pages, context);
  });
}

/** A page of A4 at 200 dots an inch has 3.9 million. */
const RENDERED_PIXELS = 8_000_000;

function pagesOf(document: PdfDocument, { reasons }: Context): Page[] {
  const pages: Page[] = [];
  for (let number = 1; number <= document.pages; number += 1) {
    const page = withPage(document, number, textOfPage);
    if (page) pages.push(page);
  }
  if (pages.length < document.pages) {
    reasons.push({ code: 'pages_left_out', severity: 'warning', detail: `${document.pages - pages.length} damaged pages were left out` });
  }
  return pages;
}

/** The invoice among the embedded files: by its content, for names differ (`factur-x.xml`, `ZUGFeRD-invoice.xml`, `xrechnung.xml`). */
function embeddedInvoice(document: PdfDocument, { limits, reasons }: Context): StructuredInvoice | null {
  const { attachments, leftOut } = attachmentsOf(document, limits.unpackedBytes);
  let unread = leftOut;
  for (const { name, bytes } of attachments) {
    if (!/\.xml$/i.test(name)) {
      unread += 1;
      continue;
    }
    try {
      const invoice = readStructuredInvoice(bytes);
      if (invoice) return invoice;
      unread += 1;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      reasons.push({ code: error.code, severity: 'warning', detail: `Embedded XML: ${error.message}` });
    }
  }
  if (unread > 0) reasons.push({ code: 'attachment_ignored', severity: 'warning', detail: `${unread} embedded files were not read` });
  return null;
}

export const textOfPages = (pages: readonly Page[]): string =>
  pages
    .map((page) =>
      rowsOf(page.lines)
        .map((row) => row.map(({ text }) => text).join('\t'))
        .join('\n')
    )
    .join('\n\f\n');
