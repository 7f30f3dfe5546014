import { extractFields } from './fields/extract.ts';
import { pictureFingerprint } from './fingerprint/picture.ts';
import type { Raster } from './image/raster.ts';
import { readPictures } from './ocr/read-pages.ts';
import { turnBox, type ReadPage } from './ocr/read-picture.ts';
import { textOfPages } from './pdf/read.ts';
import type { Context } from './read.ts';
import type { DocumentReading, Field, Page, Place } from './types.ts';
import { Unreadable } from './unreadable.ts';

export const fromPages = (pages: readonly Page[]): ReturnType<typeof extractFields> => extractFields(pages);

/** Below this mean confidence of its lines a page is hardly readable, for a person as for us. */
const POOR = 0.75;

/** Recognises the characters of pictures and reads the fields from them. */
export async function fromPictures(
  pictures: readonly { raster: Raster; number: number }[],
  pageCount: number,
  { reasons, deadline, content }: Context
): Promise<Partial<DocumentReading>> {
  if (pictures.length === 0) throw new Unreadable('malformed', 'No page can be drawn');
  const { pages: read } = await readPictures(pictures, () => performance.now() < deadline);
  if (read.length < pageCount)
    reasons.push({ code: 'pages_left_out', severity: 'warning', detail: `${pageCount - read.length} of ${pageCount} pages were not read` });
  const pages = read.map(({ page }) => page);
  const prints = read.map(({ upright }) => pictureFingerprint(upright));
  const lines = pages.flatMap((page) => page.lines);
  const fingerprints = { content, text: null, facts: null, pictures: prints };
  if (lines.length === 0) {
    reasons.push({ code: 'no_text_found', severity: 'warning', detail: 'No text was found in the picture' });
    return { source: 'ocr', pages, fingerprints };
  }
  const clear = lines.reduce((total, { confidence }) => total + confidence, 0) / lines.length;
  if (clear < POOR)
    reasons.push({ code: 'poorly_readable', severity: 'warning', detail: `The text is hardly readable (confidence ${clear.toFixed(2)})` });
  const text = textOfPages(pages);
  const fields = extractFields(pages);
  return { ...straightened(fields, read), source: 'ocr', pages: read.map(placed), text, fingerprints };
}

/** Lines were laid out as if the picture were not askew; the boxes go back to where they are seen. */
function placed({ page, skew }: ReadPage): Page {
  if (skew === 0) return page;
  return {
    ...page,
    lines: page.lines.map((line) => ({
      ...line,
      box: turnBox(line.box, skew, page),
      tokens: line.tokens.map((token) => ({ ...token, box: turnBox(token.box, skew, page) }))
    }))
  };
}

function straightened(part: ReturnType<typeof extractFields>, read: readonly ReadPage[]): ReturnType<typeof extractFields> {
  const turn = (place: Place | null): Place | null => {
    const found = place && read.find(({ page }) => page.number === place.page);
    return found && found.skew !== 0 ? { page: place.page, box: turnBox(place.box, found.skew, found.page) } : place;
  };
  const field = <T>(each: Field<T> | null): Field<T> | null => each && { ...each, place: turn(each.place) };
  return {
    ...part,
    fields: Object.fromEntries(Object.entries(part.fields).map(([name, each]) => [name, field(each)])) as typeof part.fields,
    lines: part.lines.map((line) => ({
      description: field(line.description),
      quantity: field(line.quantity),
      unitPrice: field(line.unitPrice),
      amount: field(line.amount)
    })),
    taxes: part.taxes.map((tax) => ({ rate: field(tax.rate), base: field(tax.base), amount: field(tax.amount) }))
  };
}
