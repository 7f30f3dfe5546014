import { createCanvas, loadImage } from '@napi-rs/canvas';
import UTIF from 'utif2';
import type { DocumentFormat } from '../types.ts';
import { Unreadable } from '../unreadable.ts';
import type { Raster } from './raster.ts';

export const PICTURES: ReadonlySet<DocumentFormat> = new Set(['jpeg', 'png', 'webp', 'tiff', 'bmp', 'gif']);

/** Size stated in the file's head, before anything is decoded; null when the head says nothing. */
export function statedSize(bytes: Uint8Array, format: DocumentFormat): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (format) {
      case 'png':
        return { width: view.getUint32(16), height: view.getUint32(20) };
      case 'gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
      case 'bmp':
        return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
      case 'webp':
        return webpSize(bytes, view);
      case 'jpeg':
        return jpegSize(view);
      default:
        return null;
    }
  } catch {
    return null;
  }
}

function jpegSize(view: DataView): { width: number; height: number } | null {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(bytes: Uint8Array, view: DataView): { width: number; height: number } | null {
  const kind = Buffer.from(bytes.subarray(12, 16)).toString('latin1');
  if (kind === 'VP8X')
    return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + ((view.getUint32(26, true) >>> 8) & 0xffffff) };
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return null;
}

/** Pictures of the file, one a page (only TIFF has several). Throws `Unreadable` for what is too large or broken. */
export async function decodePictures(
  bytes: Uint8Array,
  format: DocumentFormat,
  pixels: number,
  pages: number
): Promise<{ pictures: Raster[]; leftOut: number }> {
  if (format === 'tiff') return decodeTiff(bytes, pixels, pages);
  const size = statedSize(bytes, format);
  if (size === null || size.width === 0 || size.height === 0) throw new Unreadable('malformed', 'The picture does not state its size');
  checkPixels(size.width, size.height, pixels);
  try {
    const image = await loadImage(Buffer.from(bytes));
    checkPixels(image.width, image.height, pixels);
    const canvas = createCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    // What is transparent was meant to lie on paper.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, image.width, image.height);
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    return { pictures: [{ width, height, data: data as unknown as Uint8ClampedArray }], leftOut: 0 };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('malformed', 'The picture is damaged');
  }
}

function checkPixels(width: number, height: number, most: number): void {
  if (width * height > most)
    throw new Unreadable('too_many_pixels', `The picture has ${width} × ${height} pixels; ${most} are read at most`);
}

function decodeTiff(bytes: Uint8Array, pixels: number, pages: number): { pictures: Raster[]; leftOut: number } {
  try {
    const buffer = bytes.slice().buffer;
    const parts = UTIF.decode(buffer).filter((part) => Array.isArray(part.t256) && Array.isArray(part.t257));
    const pictures: Raster[] = [];
    for (const part of parts.slice(0, pages)) {
      const [width, height] = [Number((part.t256 as number[])[0]), Number((part.t257 as number[])[0])];
      checkPixels(width, height, pixels);
      UTIF.decodeImage(buffer, part);
      const rgba = UTIF.toRGBA8(part);
      if (rgba.length !== width * height * 4) throw new Unreadable('malformed', 'The picture is damaged');
      pictures.push({ width, height, data: new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, rgba.length) });
    }
    if (pictures.length === 0) throw new Unreadable('malformed', 'The TIFF holds no picture');
    return { pictures, leftOut: parts.length - pictures.length };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('malformed', 'The TIFF is damaged');
  }
}
