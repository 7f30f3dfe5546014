import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import { ServiceError } from '../errors.ts';
import type { AppEnvironment } from './environment.ts';

/** Read and thrown away at most, so that a caller who is still sending gets our answer and not a reset connection. */
const DISCARDED_BYTES = 16 * 1024 * 1024;
const DISCARD_MS = 2_000;

/**
 * The whole body, unless it is larger than the limit: known from its announced length or noticed while reading.
 * Read from Node's own stream: a web stream around it costs as much as scoring a deal.
 */
export function readBody(c: Context<AppEnvironment>): Promise<Buffer> {
  const limit = c.get('bodyLimit');
  const { incoming } = c.env;
  const tooLarge = () => new ServiceError('payload_too_large', `The body is larger than ${limit} bytes`);
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size <= limit) return;
      incoming.off('data', onData);
      reject(tooLarge());
    };
    const onCut = (cause?: Error) => reject(new ServiceError('invalid_json', 'The body was cut off', { cause }));
    incoming.on('data', onData);
    incoming.once('error', onCut);
    incoming.once('close', onCut);
    incoming.once('end', () => {
      incoming.off('close', onCut);
      resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    });
  });
}

/** Reads what is left of a body nobody wants; false when there was more of it than patience. */
export async function discardBody(incoming: IncomingMessage): Promise<boolean> {
  if (incoming.readableEnded || (incoming.complete && incoming.readableLength === 0)) return true;
  if (incoming.destroyed) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let left = DISCARDED_BYTES;
  const onData = (chunk: Buffer) => {
    left -= chunk.byteLength;
    if (left < 0) resolve(false);
  };
  const late = setTimeout(() => resolve(false), DISCARD_MS);
  incoming.on('data', onData);
  incoming.once('end', () => resolve(true));
  // The caller is gone: there is nothing left to read and nobody to tell.
  incoming.once('close', () => resolve(false));
  const ended = await promise;
  clearTimeout(late);
  incoming.off('data', onData);
  return ended;
}
