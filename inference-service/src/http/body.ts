import type { Context } from 'hono';
import { ServiceError } from '../errors.ts';

const decoder = new TextDecoder();

/** The whole body as text, unless it is larger than the limit. */
export async function readText(c: Context, limit: number): Promise<string> {
  return announcedLength(c, limit) === undefined ? decoder.decode(await collect(c, limit)) : whole(c.req.text());
}

/** The whole body as it came, unless it is larger than the limit. */
export async function readBytes(c: Context, limit: number): Promise<Uint8Array> {
  if (announcedLength(c, limit) === undefined) return collect(c, limit);
  return new Uint8Array(await whole(c.req.arrayBuffer()));
}

/** A server takes no more of a body than its announced length, so that length is all there is to check. */
function announcedLength(c: Context, limit: number): number | undefined {
  const announced = c.req.header('Content-Length');
  if (announced === undefined) return undefined;
  if (Number(announced) > limit) throw tooLarge(limit);
  return Number(announced);
}

async function whole<Body>(reading: Promise<Body>): Promise<Body> {
  try {
    return await reading;
  } catch (cause) {
    throw new ServiceError('invalid_json', 'The body was cut off', { cause });
  }
}

/** Of a body in chunks nobody knows the length before its end. What comes after the limit is left unread. */
async function collect(c: Context, limit: number): Promise<Uint8Array> {
  const reader = c.req.raw.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await whole(reader.read());
    if (done) break;
    size += value.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}

/** The connection ends with this answer: nobody reads the rest of the body, and behind it the next request would be lost. */
function tooLarge(limit: number): ServiceError {
  return new ServiceError('payload_too_large', `The body is larger than ${limit} bytes`, { headers: { Connection: 'close' } });
}
