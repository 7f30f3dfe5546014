import { grey, resized, type Raster } from '../image/raster.ts';

const SIDE = 16;
/** Shares of the picture looked at: the whole, and middles of it, so that a crop of one meets the whole of the other. */
const WINDOWS = [1, 0.9, 0.8, 0.7] as const;
const BITS = 128;
const BYTES = BITS / 8;

/**
 * Signs of the low frequencies (discrete cosine transform) of the picture and of its middles: light, contrast, noise and size do not
 * move them, a crop moves one window onto another.
 */
export function pictureFingerprint(picture: Raster): string {
  const small = resized(picture, 160, 160);
  return Buffer.concat(WINDOWS.map((share) => hashOf(small, share))).toString('base64');
}

function hashOf(picture: Raster, share: number): Buffer {
  const size = Math.round(picture.width * share);
  const offset = Math.floor((picture.width - size) / 2);
  const window: Raster = { width: size, height: size, data: new Uint8ClampedArray(size * size * 4) };
  for (let y = 0; y < size; y += 1) {
    const from = ((y + offset) * picture.width + offset) * 4;
    window.data.set(picture.data.subarray(from, from + size * 4), y * size * 4);
  }
  const values = grey(resized(window, 32, 32));
  const coefficients: number[] = [];
  for (let v = 0; v < SIDE; v += 1) {
    for (let u = 0; u < SIDE; u += 1) {
      if ((u === 0 && v === 0) || u + v > 15) continue;
      let sum = 0;
      for (let y = 0; y < 32; y += 1) {
        const row = COSINES[v]![y]!;
        for (let x = 0; x < 32; x += 1) sum += values[y * 32 + x]! * row * COSINES[u]![x]!;
      }
      coefficients.push(sum);
    }
  }
  const out = Buffer.alloc(BYTES);
  for (let i = 0; i < BITS; i += 1) if ((coefficients[i] ?? 0) > 0) out[i >> 3]! |= 1 << (i & 7);
  return out;
}

const COSINES = Array.from({ length: SIDE }, (_, k) => Array.from({ length: 32 }, (__, n) => Math.cos((Math.PI * k * (2 * n + 1)) / 64)));

/** Share of equal signs between the two most alike windows; 0.5 is chance. */
export function pictureLikeness(a: string, b: string): number {
  const [left, right] = [Buffer.from(a, 'base64'), Buffer.from(b, 'base64')];
  if (left.length !== BYTES * WINDOWS.length || right.length !== left.length) return 0;
  let most = 0;
  for (let i = 0; i < WINDOWS.length; i += 1) {
    for (let j = 0; j < WINDOWS.length; j += 1) {
      if (i > 0 && j > 0) continue;
      let equal = BITS;
      for (let k = 0; k < BYTES; k += 1) equal -= BIT_COUNTS[left[i * BYTES + k]! ^ right[j * BYTES + k]!]!;
      most = Math.max(most, equal / BITS);
    }
  }
  return most;
}

const BIT_COUNTS = Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);
