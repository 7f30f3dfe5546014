import { readFileSync } from 'node:fs';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { join } from 'node:path';
import { compareFingerprints } from '../../src/documents/fingerprint/compare.ts';
import { factsFingerprint } from '../../src/documents/fingerprint/facts.ts';
import { extractFields } from '../../src/documents/fields/extract.ts';
import { textFingerprint } from '../../src/documents/fingerprint/text.ts';
import { decodePictures } from '../../src/documents/image/decode.ts';
import { cropped, type Point, type Quad, type Raster } from '../../src/documents/image/raster.ts';
import { textOfPages } from '../../src/documents/pdf/read.ts';
import { readDocument } from '../../src/documents/read.ts';
import type { DocumentReading, Fingerprints } from '../../src/documents/types.ts';
import type { Figure } from '../report.ts';
import { generator } from './boost.ts';
import { receiptsFrom, shopOf, type ImageTruth, type Receipt } from './receipts.ts';

const PAIRS = 100;

/**
 * 100 receipts photographed again (a crop, a perspective, another light, a little blur and another JPEG quality) against their originals,
 * and all pairs of different receipts of the same shop, from pictures and from perfect text.
 */
export async function duplicateFigures(
  folder: string,
  truths: readonly ImageTruth[],
  readings: ReadonlyMap<string, DocumentReading>
): Promise<Figure[]> {
  let [found, made] = [0, 0];
  const again: { id: string; prints: Fingerprints }[] = [];
  for (let i = 0; i < PAIRS && truths.length > 0; i += 1) {
    const truth = truths[i % truths.length]!;
    if (i >= truths.length && truths.length < 90) break;
    const bytes = await photographedAgain(readFileSync(truth.file), i + 1);
    const { fingerprints } = await readDocument({ bytes });
    again.push({ id: truth.id, prints: fingerprints });
    made += 1;
    if (compareFingerprints(readings.get(truth.id)!.fingerprints, fingerprints).same !== null) found += 1;
  }
  const texts = receiptsFrom(join(folder, 'receipts-text', 'train300.jsonl')).map((receipt) => ({
    shop: shopOf(receipt),
    id: `${receipt.truth.company}|${receipt.truth.date}|${receipt.truth.total}`,
    prints: printsOf(receipt)
  }));
  const pictured = truths.map((truth) => ({
    shop: shopOf({ truth }),
    id: `${truth.company}|${truth.date}|${truth.total}`,
    prints: readings.get(truth.id)!.fingerprints
  }));
  let [pairs, wrong] = [0, 0];
  for (const group of [texts, pictured]) {
    for (let i = 0; i < group.length; i += 1) {
      for (let j = i + 1; j < group.length; j += 1) {
        // The set holds a few receipts twice: those are no different receipts.
        if (group[i]!.shop !== group[j]!.shop || group[i]!.id === group[j]!.id) continue;
        pairs += 1;
        if (compareFingerprints(group[i]!.prints, group[j]!.prints).same !== null) wrong += 1;
      }
    }
  }
  const crossed = again.flatMap(({ id, prints }) => {
    const own = truths.find((truth) => truth.id === id)!;
    return truths
      .filter(
        (other) =>
          other.id !== id &&
          shopOf({ truth: other }) === shopOf({ truth: own }) &&
          `${other.date}${other.total}` !== `${own.date}${own.total}`
      )
      .map((other) => compareFingerprints(readings.get(other.id)!.fingerprints, prints).same !== null);
  });
  pairs += crossed.length;
  wrong += crossed.filter(Boolean).length;
  return [
    { figure: `duplicates: ${made} receipts photographed again, share recognised`, ours: found / made, target: '>= 0.9' },
    {
      figure: `duplicates: wrongly taken for the same, per 5,000 pairs of one shop (${wrong} of ${pairs})`,
      ours: (wrong * 5_000) / pairs,
      digits: 1,
      target: '<= 1'
    }
  ];
}

function printsOf({ key, pages }: Receipt): Fingerprints {
  const text = textOfPages(pages);
  return { content: key, text: textFingerprint(text, ''), facts: factsFingerprint(extractFields(pages).fields, text, ''), pictures: [] };
}

/** Another photograph of the same paper. */
export async function photographedAgain(bytes: Uint8Array, seed: number): Promise<Buffer> {
  const random = generator(seed * 31 + 7);
  const { pictures } = await decodePictures(bytes, 'jpeg', 40_000_000, 1);
  const { width, height } = pictures[0]!;
  const shift = (x: number, y: number, towards: number): Point => ({
    x: x + towards * random() * 0.04 * width,
    y: y + (y === 0 ? 1 : -1) * random() * 0.025 * height
  });
  const quad: Quad = [shift(0, 0, 1), shift(width, 0, -1), shift(width, height, -1), shift(0, height, 1)];
  const scale = 0.85 + random() * 0.3;
  const warped: Raster = cropped(pictures[0]!, quad, Math.round(width * scale), Math.round(height * scale));
  const [gain, offset, slope] = [0.75 + random() * 0.35, random() * 30 - 10, random() * 0.3 - 0.15];
  for (let y = 0; y < warped.height; y += 1) {
    for (let x = 0; x < warped.width; x += 1) {
      const light = gain * (1 + slope * (x / warped.width - 0.5));
      for (let k = 0; k < 3; k += 1) {
        const at = (y * warped.width + x) * 4 + k;
        warped.data[at] = warped.data[at]! * light + offset + (random() - 0.5) * 12;
      }
    }
  }
  const canvas = createCanvas(warped.width, warped.height);
  canvas.getContext('2d').putImageData(new ImageData(warped.data, warped.width, warped.height), 0, 0);
  return canvas.toBuffer('image/jpeg', 60 + Math.floor(random() * 30));
}
