import { decodePictures } from '../../src/documents/image/decode.ts';
import { inReadingOrder, lineOf } from '../../src/documents/layout/lines.ts';
import { readPageAlone } from '../../src/documents/ocr/tesseract.ts';
import { sniff } from '../../src/documents/sniff.ts';
import type { Page, TextLine } from '../../src/documents/types.ts';

/** In line heights: Tesseract joins the cells of a row; they are parted where the gap is as wide as between columns. */
const CELL_GAP = 1.2;

/** The page as Tesseract alone reads it, for the same rules. */
export async function readByTesseractAlone(bytes: Uint8Array): Promise<Page> {
  const { pictures } = await decodePictures(bytes, sniff(bytes), 40_000_000, 1);
  const picture = pictures[0]!;
  const lines: TextLine[] = [];
  for (const line of await readPageAlone(picture, 'en')) {
    let current: TextLine['tokens'] = [];
    const flush = (): void => {
      if (current.length > 0) lines.push(lineOf(current));
      current = [];
    };
    for (const word of line.words) {
      const last = current.at(-1);
      if (last && word.left - (last.box.x + last.box.width) > CELL_GAP * last.box.height) flush();
      if (word.text.trim() === '') continue;
      current.push({
        text: word.text,
        confidence: word.confidence,
        box: { x: word.left, y: word.top, width: word.right - word.left, height: word.bottom - word.top }
      });
    }
    flush();
  }
  return { number: 1, width: picture.width, height: picture.height, unit: 'px', turned: 0, source: 'ocr', lines: inReadingOrder(lines) };
}
