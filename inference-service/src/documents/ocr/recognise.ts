import { Tensor } from 'onnxruntime-node';
import { cropped, grey, type Quad, type Raster } from '../image/raster.ts';
import type { OcrModels } from './models.ts';

export type Recognised = {
  text: string;
  confidence: number;
  /** Centre of each character as a share of the line's width. */ centers: number[];
};

const HEIGHT = 48;
const WIDEST = 3_200;
/** Pixels of the line picture a step of the network's answer stands for. */
const STEP = 8;

export const sideLengths = ([a, b, , d]: Quad): [number, number] => [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - a.x, d.y - a.y)];

export function linePicture(image: Raster, quad: Quad): Raster {
  const [length, thickness] = sideLengths(quad);
  const width = Math.max(STEP, Math.min(WIDEST, Math.round((length / Math.max(1, thickness)) * HEIGHT)));
  return cropped(image, quad, width, HEIGHT);
}

/** The line for Tesseract, which wants larger letters and paper around them. */
export function tallPicture(image: Raster, quad: Quad): Raster {
  const [length, thickness] = sideLengths(quad);
  const height = 64;
  const inner = cropped(image, quad, Math.max(8, Math.min(WIDEST, Math.round((length / Math.max(1, thickness)) * height))), height);
  const border = 12;
  const [w, h] = [inner.width + 2 * border, height + 2 * border];
  const data = new Uint8ClampedArray(w * h * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    data.set(inner.data.subarray(y * inner.width * 4, (y + 1) * inner.width * 4), ((y + border) * w + border) * 4);
  return { width: w, height: h, data };
}

/** Reads one line: the most likely class of every step, repeats and blanks removed (CTC). */
export async function recognise({ recogniser, characters }: OcrModels, line: Raster): Promise<Recognised> {
  const width = Math.ceil(line.width / STEP) * STEP;
  const plane = width * HEIGHT;
  const input = new Float32Array(3 * plane);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < line.width; x += 1) {
      const at = (y * line.width + x) * 4;
      for (let k = 0; k < 3; k += 1) input[k * plane + y * width + x] = line.data[at + 2 - k]! / 127.5 - 1;
    }
  }
  const answer = await recogniser.run({ [recogniser.inputNames[0]!]: new Tensor('float32', input, [1, 3, HEIGHT, width]) });
  const output = answer[recogniser.outputNames[0]!]!;
  const [steps, classes] = [output.dims[1]!, output.dims[2]!];
  const data = output.data as Float32Array;
  const read: { text: string; at: number; p: number }[] = [];
  let last = 0;
  for (let step = 0; step < steps; step += 1) {
    let [best, p] = [0, -1];
    for (let i = step * classes, k = 0; k < classes; i += 1, k += 1) {
      if (data[i]! > p) {
        p = data[i]!;
        best = k;
      }
    }
    if (best !== 0 && best !== last) read.push({ text: characters[best] ?? '', at: (step + 0.5) / steps, p });
    last = best;
  }
  const confidence = read.length === 0 ? 0 : read.reduce((total, { p }) => total + p, 0) / read.length;
  return { ...spaced(zeros(read), line), confidence };
}

/** A letter O between figures is a zero. */
function zeros<T extends { text: string }>(read: readonly T[]): T[] {
  const isFigure = (at: number): boolean => /\d/.test(read[at]?.text ?? '');
  const isMark = (at: number): boolean => /[.,]/.test(read[at]?.text ?? '');
  return read.map((each, i) =>
    /[oO]/.test(each.text) && ((isFigure(i - 1) && (isFigure(i + 1) || isMark(i + 1))) || (isMark(i - 1) && isFigure(i - 2)))
      ? { ...each, text: '0' }
      : each
  );
}

/** In line heights: a gap without ink as wide as a blank. */
const BLANK = 0.24;

/** The network drops most blanks: they are put back where no ink stands between two characters for as long as a blank is wide. */
function spaced(read: readonly { text: string; at: number }[], line: Raster): { text: string; centers: number[] } {
  const gaps = read.slice(1).map((each, i) => emptyBetween(line, read[i]!.at, each.at));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length * 0.4)] ?? 0;
  const least = Math.max(BLANK, usual + 0.16);
  let text = '';
  const centers: number[] = [];
  read.forEach((each, i) => {
    // A mark within a number stands far from the next figure in many fonts.
    const inNumber = i > 1 && /[.,]/.test(read[i - 1]!.text) && /\d/.test(read[i - 2]!.text) && /\d/.test(each.text);
    if (i > 0 && !inNumber && each.text !== ' ' && read[i - 1]!.text !== ' ' && gaps[i - 1]! >= least) {
      text += ' ';
      centers.push((each.at + read[i - 1]!.at) / 2);
    }
    text += each.text;
    for (let k = 0; k < each.text.length; k += 1) centers.push(each.at);
  });
  return { text, centers };
}

const inks = new WeakMap<Raster, Uint8Array>();

/** The longest stretch of columns without ink between two characters, in line heights. */
function emptyBetween(line: Raster, from: number, to: number): number {
  const columns = inkOf(line);
  let [longest, current] = [0, 0];
  for (let x = Math.round(from * line.width); x < Math.round(to * line.width); x += 1) {
    current = columns[x] ? 0 : current + 1;
    longest = Math.max(longest, current);
  }
  return longest / HEIGHT;
}

/** Columns with ink: darker (or, on dark paper, lighter) than the paper by a third of the contrast. */
function inkOf(line: Raster): Uint8Array {
  const known = inks.get(line);
  if (known) return known;
  const values = grey(line);
  const histogram = new Uint32Array(256);
  for (const value of values) histogram[value]! += 1;
  const at = (share: number): number => {
    let rest = values.length * share;
    for (let value = 0; value < 256; value += 1) if ((rest -= histogram[value]!) <= 0) return value;
    return 255;
  };
  const [dark, middle, light] = [at(0.03), at(0.5), at(0.97)];
  const paperIsLight = light - middle <= middle - dark;
  const limit = paperIsLight ? middle - (middle - dark) * 0.4 : middle + (light - middle) * 0.4;
  const columns = new Uint8Array(line.width);
  for (let x = 0; x < line.width; x += 1) {
    let count = 0;
    for (let y = 5; y < HEIGHT - 5; y += 1) {
      const value = values[y * line.width + x]!;
      if (paperIsLight ? value < limit : value > limit) count += 1;
    }
    columns[x] = count >= 2 ? 1 : 0;
  }
  inks.set(line, columns);
  return columns;
}

/** Share of the lines that stand on their head, by the direction network. */
export async function upsideDown({ direction }: OcrModels, image: Raster, quads: readonly Quad[]): Promise<number> {
  const [width, height] = [192, HEIGHT];
  let turned = 0;
  let weight = 0;
  for (const quad of quads) {
    const [length, thickness] = sideLengths(quad);
    const line = cropped(image, quad, Math.max(8, Math.min(width, Math.round((length / thickness) * height))), height);
    const plane = width * height;
    const input = new Float32Array(3 * plane);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < line.width; x += 1) {
        for (let k = 0; k < 3; k += 1) input[k * plane + y * width + x] = line.data[(y * line.width + x) * 4 + 2 - k]! / 127.5 - 1;
      }
    }
    const answer = await direction.run({ [direction.inputNames[0]!]: new Tensor('float32', input, [1, 3, height, width]) });
    const [upright, reversed] = answer[direction.outputNames[0]!]!.data as Float32Array as unknown as [number, number];
    const sure = Math.abs(reversed - upright);
    turned += reversed > upright ? sure : 0;
    weight += sure;
  }
  return weight === 0 ? 0 : turned / weight;
}
