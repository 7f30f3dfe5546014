import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Raster } from '../image/raster.ts';

/** Languages whose letters PP-OCR's dictionary lacks, by their name at Tesseract. */
export const TESSERACT_LANGUAGES: Readonly<Record<string, string>> = { en: 'eng', de: 'deu', fr: 'fra', es: 'spa' };

const require = createRequire(import.meta.url);
const workers = new Map<string, Promise<Worker>>();

/** One engine a language and thread, its data from the installed package: nothing is fetched. */
function workerFor(language: string): Promise<Worker> {
  const name = TESSERACT_LANGUAGES[language]!;
  let found = workers.get(name);
  if (!found) {
    const langPath = join(dirname(require.resolve(`@tesseract.js-data/${name}/package.json`)), '4.0.0_best_int');
    found = createWorker(name, OEM.LSTM_ONLY, {
      langPath,
      cacheMethod: 'none',
      gzip: true,
      logger: () => undefined,
      errorHandler: () => undefined
    });
    workers.set(name, found);
  }
  return found;
}

export type TesseractWord = { text: string; confidence: number; left: number; right: number; top: number; bottom: number };
export type TesseractLine = { text: string; confidence: number; words: TesseractWord[] };

const toPng = (picture: Raster): Buffer => {
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext('2d').putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
  return canvas.toBuffer('image/png');
};

/** Reads one line whose place is known. Confidence from 0 to 1. */
export async function readLine(line: Raster, language: string): Promise<{ text: string; confidence: number }> {
  const worker = await workerFor(language);
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE });
  const { data } = await worker.recognize(toPng(line), {}, { text: true });
  return { text: data.text.trim().replace(/\s+/g, ' '), confidence: data.confidence / 100 };
}

/** Reads a whole page by itself, lines and all: what the bench compares with. */
export async function readPageAlone(picture: Raster, language: string): Promise<TesseractLine[]> {
  const worker = await workerFor(language);
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  const { data } = await worker.recognize(toPng(picture), {}, { blocks: true, text: true });
  return (data.blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) =>
      lines.map(({ text, confidence, words }) => ({
        text: text.trim(),
        confidence: confidence / 100,
        words: words.map((word) => ({
          text: word.text,
          confidence: word.confidence / 100,
          left: word.bbox.x0,
          right: word.bbox.x1,
          top: word.bbox.y0,
          bottom: word.bbox.y1
        }))
      }))
    )
  );
}

export async function closeTesseract(): Promise<void> {
  await Promise.all([...workers.values()].map(async (worker) => (await worker).terminate()));
  workers.clear();
}
