import type { Raster } from '../image/raster.ts';
import { Unreadable } from '../unreadable.ts';
import type { PdfPage } from './pdfium.ts';

/** Scans are usually made at 150 to 300 dots an inch; 200 keeps small print readable. */
const DOTS_PER_POINT = 200 / 72;
const BGRA = 4;
const WHITE = 0xffffffff;
const PRINTED_ANNOTATIONS = 0x01;

/** The page as a picture of at most `pixels`. */
export function renderPage({ module, handle, width, height }: PdfPage, pixels: number): Raster {
  const scale = Math.min(DOTS_PER_POINT, Math.sqrt(pixels / Math.max(1, width * height)));
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  if (!(w >= 1 && h >= 1) || w > 20_000 || h > 20_000)
    throw new Unreadable('too_many_pixels', 'A page of the PDF has a size that cannot be drawn');
  const bitmap = module._FPDFBitmap_CreateEx(w, h, BGRA, 0, 0);
  if (bitmap === 0) throw new Unreadable('out_of_memory', 'A page of the PDF does not fit into the memory of the reader');
  try {
    module._FPDFBitmap_FillRect(bitmap, 0, 0, w, h, WHITE);
    module._FPDF_RenderPageBitmap(bitmap, handle, 0, 0, w, h, 0, PRINTED_ANNOTATIONS);
    const [buffer, stride] = [module._FPDFBitmap_GetBuffer(bitmap), module._FPDFBitmap_GetStride(bitmap)];
    const data = new Uint8ClampedArray(w * h * 4);
    for (let y = 0; y < h; y += 1) {
      const row = module.HEAPU8.subarray(buffer + y * stride, buffer + y * stride + w * 4);
      for (let x = 0, at = y * w * 4; x < row.length; x += 4, at += 4) {
        data[at] = row[x + 2]!;
        data[at + 1] = row[x + 1]!;
        data[at + 2] = row[x]!;
        data[at + 3] = 255;
      }
    }
    return { width: w, height: h, data };
  } finally {
    module._FPDFBitmap_Destroy(bitmap);
  }
}
