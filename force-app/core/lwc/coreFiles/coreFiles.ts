import type { FileChunk } from 'c/coreTypes';

/** Of a chunk before it becomes text. A multiple of three, so that the texts of a file's chunks join to the text of the file. */
export const CHUNK_BYTES = 768 * 1024;

const JPEG = 'image/jpeg';
/** What a camera or a screen makes. Others (drawings, animations) would lose more than their size. */
const PHOTOS: readonly string[] = [JPEG, 'image/png', 'image/webp', 'image/heic', 'image/heif'];
/** Tried one after the other until the photo is small enough; below the last one text on it is hard to read. */
const QUALITIES: readonly number[] = [0.85, 0.75, 0.6, 0.45];

export interface PhotoLimits {
  /** Of the longer side. */
  readonly pixels: number;
  readonly bytes: number;
}

/**
 * A photo as it is sent: the longer side at most `pixels`, turned upright, without what the camera wrote into it (place,
 * device). A file that is no photo, is small enough already or cannot be decoded here comes back as it is.
 */
export async function reducePhoto(file: File, limits: PhotoLimits): Promise<File> {
  if (!PHOTOS.includes(file.type)) return file;
  const bitmap = await decode(file);
  if (!bitmap) return file;
  try {
    const scale = Math.min(1, limits.pixels / Math.max(bitmap.width, bitmap.height));
    if (scale === 1 && file.size <= limits.bytes) return file;
    const canvas = draw(bitmap, scale);
    for (const quality of QUALITIES) {
      // eslint-disable-next-line no-await-in-loop -- the next quality is needed only when this one is too large
      const blob = await encode(canvas, quality);
      if (!blob) return file;
      const isLast = quality === QUALITIES[QUALITIES.length - 1];
      if (blob.size <= limits.bytes || isLast) return smaller(file, blob);
    }
    return file;
  } finally {
    bitmap.close();
  }
}

/** One part of a file as base64, from 0. */
export async function chunkOf(file: File, key: string, index: number, bytes = CHUNK_BYTES): Promise<FileChunk> {
  const part = file.slice(index * bytes, (index + 1) * bytes);
  return { key, name: file.name, type: file.type, size: file.size, index, count: chunkCount(file, bytes), base64: await base64(part) };
}

export function chunkCount(file: File, bytes = CHUNK_BYTES): number {
  return Math.max(1, Math.ceil(file.size / bytes));
}

/** Whether a file is among what an `accept` list names: `.pdf`, `image/png` or `image/*`. A drop does not look at the list. */
export function isAccepted(file: File, accept: string): boolean {
  const wanted = accept
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean);
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  return (
    wanted.length === 0 ||
    wanted.some((entry) => {
      if (entry.startsWith('.')) return name.endsWith(entry);
      return entry.endsWith('/*') ? type.startsWith(entry.slice(0, -1)) : type === entry;
    })
  );
}

async function decode(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    // Not every browser reads every camera's format: the file goes as it is, and its size decides.
    return null;
  }
}

function draw(bitmap: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context) {
    // Where a picture is transparent, JPEG would be black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

function encode(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob(resolve, JPEG, quality);
  });
}

function smaller(file: File, blob: Blob): File {
  if (blob.size >= file.size) return file;
  return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: JPEG, lastModified: file.lastModified });
}

function base64(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(part);
  });
}
