import type { Raster } from '../image/raster.ts';
import { languageOf } from '../fields/kind.ts';
import { fold } from '../fields/vocabulary.ts';
import { readPicture, type ReadPage } from './read-picture.ts';

/** What the first reading suggests the page is written in; the second reader is asked only where it can write more. */
const NEEDS_SECOND_READER = new Set(['de', 'fr', 'es']);

export type OcrResult = { pages: ReadPage[]; secondReader: boolean };

/** Reads pictures one after the other; languages with letters the first reader lacks are read by both, line by line. */
export async function readPictures(
  pictures: readonly { raster: Raster; number: number }[],
  mayContinue: () => boolean
): Promise<OcrResult> {
  const pages: ReadPage[] = [];
  let secondReader = false;
  for (const { raster, number } of pictures) {
    if (pages.length > 0 && !mayContinue()) break;
    const read = await readPicture(raster, number, (text) => {
      const language = languageOf(fold(text));
      const second = language !== null && NEEDS_SECOND_READER.has(language) ? language : null;
      secondReader ||= second !== null;
      return second;
    });
    pages.push(read);
  }
  return { pages, secondReader };
}
