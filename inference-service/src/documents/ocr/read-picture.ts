import { turned, type Point, type Quad, type Raster } from '../image/raster.ts';
import { inReadingOrder, lineOf } from '../layout/lines.ts';
import type { Box, Page, TextLine } from '../types.ts';
import { detect, type Region } from './detect.ts';
import { ocrModels } from './models.ts';
import { choose } from './choose.ts';
import { linePicture, recognise, tallPicture, sideLengths, upsideDown, type Recognised } from './recognise.ts';
import { repaired } from './repair.ts';
import { readLine } from './tesseract.ts';

/** `skew` in radians: lines are laid out as if it were undone; boxes are turned back at the end. `upright` is the picture the boxes are on. */
export type ReadPage = { page: Page; skew: number; upright: Raster };

const LEAST_CONFIDENCE = 0.5;
const SAMPLE = 12;

/**
 * Finds and reads the lines of a picture, whichever way it lies. `secondReader` is told the text and names the language in which the lines
 * should be read once more, or null.
 */
export async function readPicture(picture: Raster, number: number, secondReader: (text: string) => string | null): Promise<ReadPage> {
  const models = await ocrModels();
  let quarters: 0 | 1 | 2 | 3 = 0;
  let upright = picture;
  let regions = await detect(models.detector, picture);
  if (isSideways(regions)) {
    quarters = 1;
    upright = turned(picture, 1);
    regions = await detect(models.detector, upright);
  }
  const longest = [...regions].sort((a, b) => sideLengths(b.quad)[0] - sideLengths(a.quad)[0]).slice(0, SAMPLE);
  if (
    longest.length > 0 &&
    (await upsideDown(
      models,
      upright,
      longest.map(({ quad }) => quad)
    )) > 0.5
  ) {
    quarters = ((quarters + 2) % 4) as 0 | 1 | 2 | 3;
    upright = turned(upright, 2);
    const { width, height } = upright;
    regions = regions.map(({ quad: [a, b, c, d], score }) => ({
      score,
      quad: [c, d, a, b].map(({ x, y }) => ({ x: width - x, y: height - y })) as unknown as Quad
    }));
  }
  const skew = skewOf(regions);
  const reads: { quad: Quad; read: Recognised }[] = [];
  for (const { quad } of regions) {
    const [length, thickness] = sideLengths(quad);
    if (thickness < 4 || length < 4) continue;
    const line = linePicture(upright, quad);
    reads.push({ quad, read: await recognise(models, line) });
  }
  const language = secondReader(reads.map(({ read }) => read.text).join('\n'));
  const lines: TextLine[] = [];
  for (const { quad, read } of reads) {
    // What is short, or has no letter, the first reader reads better.
    const twice = language !== null && /\p{L}{2}/u.test(read.text);
    const chosen = twice ? choose(read, await readLine(tallPicture(upright, quad), language)) : read;
    if (chosen.text.trim() === '' || chosen.confidence < LEAST_CONFIDENCE) continue;
    const placed = toLine({ ...chosen, text: repaired(chosen.text.normalize('NFKC')) }, quad, skew, upright);
    if (placed) lines.push(placed);
  }
  const { width, height } = upright;
  const page: Page = {
    number,
    width,
    height,
    unit: 'px',
    turned: ([0, 90, 180, 270] as const)[quarters]!,
    source: 'ocr',
    lines: inReadingOrder(lines)
  };
  return { page, skew, upright };
}

/** Most regions taller than wide: the page lies on its side. */
function isSideways(regions: readonly Region[]): boolean {
  const clear = regions
    .map(({ quad }) => sideLengths(quad))
    .filter(([length, thickness]) => Math.max(length, thickness) > 2 * Math.min(length, thickness));
  return clear.length >= 3 && clear.filter(([length, thickness]) => thickness > length).length > clear.length * 0.6;
}

/** Median slope of the long lines, which are many and agree. */
function skewOf(regions: readonly Region[]): number {
  const slopes = regions
    .filter(({ quad }) => sideLengths(quad)[0] > 4 * sideLengths(quad)[1])
    .map(({ quad: [a, b] }) => Math.atan2(b.y - a.y, b.x - a.x))
    .sort((a, b) => a - b);
  return slopes.length < 3 ? 0 : slopes[slopes.length >> 1]!;
}

/** Turns a point about the middle of the picture. */
export function turnPoint({ x, y }: Point, angle: number, { width, height }: { width: number; height: number }): Point {
  const [dx, dy] = [x - width / 2, y - height / 2];
  return { x: width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle), y: height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle) };
}

/** The box after its middle was turned about the picture's middle; small angles leave its size nearly as it is. */
export function turnBox(box: Box, angle: number, size: { width: number; height: number }): Box {
  if (angle === 0) return box;
  const corners = [
    [box.x, box.y],
    [box.x + box.width, box.y],
    [box.x + box.width, box.y + box.height],
    [box.x, box.y + box.height]
  ].map(([x, y]) => turnPoint({ x: x!, y: y! }, angle, size));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x: fine(x), y: fine(y), width: fine(Math.max(...xs) - x), height: fine(Math.max(...ys) - y) };
}
const fine = (value: number): number => Math.round(value * 10) / 10;

function toLine(
  { text, confidence, centers }: Recognised,
  quad: Quad,
  skew: number,
  size: { width: number; height: number }
): TextLine | null {
  const [a, b, c, d] = quad.map((point) => turnPoint(point, -skew, size)) as unknown as Quad;
  const [left, right] = [(a.x + d.x) / 2, (b.x + c.x) / 2];
  const [top, bottom] = [(a.y + b.y) / 2, (c.y + d.y) / 2];
  const tokens = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const pitch = 1 / Math.max(1, text.length);
    const from = Math.max(0, (centers[index] ?? index * pitch) - pitch / 2);
    const to = Math.min(1, (centers[index + word.length - 1] ?? (index + word.length) * pitch) + pitch / 2);
    const box = {
      x: fine(left + (right - left) * from),
      y: fine(top),
      width: fine((right - left) * Math.max(0.001, to - from)),
      height: fine(bottom - top)
    };
    return { text: word, box, confidence: Math.round(confidence * 1000) / 1000 };
  });
  return tokens.length > 0 ? lineOf(tokens) : null;
}
