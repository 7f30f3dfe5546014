import type { Context, MiddlewareHandler } from 'hono';
import { ServiceError } from '../errors.ts';
import type { AppEnvironment } from './environment.ts';

/** Read and thrown away at most, so that a caller who is still sending gets our answer and not a reset connection. */
const DISCARDED_BYTES = 16 * 1024 * 1024;
const DISCARD_MS = 2_000;

export function limitBody(bytes: number): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    c.set('bodyLimit', bytes);
    await next();
  };
}

/** The whole body, unless it is larger than the limit: known from its announced length or noticed while reading. */
export async function readBody(c: Context<AppEnvironment>): Promise<Uint8Array<ArrayBuffer>> {
  const limit = c.var.bodyLimit;
  const tooLarge = () => new ServiceError('payload_too_large', `The body is larger than ${limit} bytes`);
  if (Number(c.req.header('Content-Length') ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = c.req.raw.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      if (size > limit) throw tooLarge();
      chunks.push(part.value);
    }
  } finally {
    reader?.releaseLock();
  }
  const whole = new Uint8Array(size);
  let position = 0;
  for (const chunk of chunks) {
    whole.set(chunk, position);
    position += chunk.byteLength;
  }
  return whole;
}

/** Reads what is left of a body nobody wants; false when there was more of it than patience. */
export async function discardBody(c: Context<AppEnvironment>): Promise<boolean> {
  const { body } = c.req.raw;
  if (!body) return true;
  if (body.locked) return false;
  const reader = body.getReader();
  const timeout = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), DISCARD_MS).unref());
  try {
    for (let left = DISCARDED_BYTES; left > 0;) {
      const part = await Promise.race([reader.read(), timeout]);
      if (part === 'late') return false;
      if (part.done) return true;
      left -= part.value.byteLength;
    }
    return false;
  } catch {
    // The caller is gone or the stream is broken: there is nothing left to read and nobody to tell.
    return false;
  } finally {
    reader.releaseLock();
  }
}
