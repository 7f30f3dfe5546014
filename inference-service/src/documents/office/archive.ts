import { Unzip, UnzipInflate } from 'fflate';
import { Unreadable } from '../unreadable.ts';

const MOST_ENTRIES = 2_000;
const CHUNK = 64 * 1024;

/**
 * Unpacks the entries of an archive that `wanted` names. Counts what comes out as it comes out, so that an archive which expands a
 * thousandfold is stopped at the limit, whatever sizes it states.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean, limit: number): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  let total = 0;
  let seen = 0;
  let failure: Unreadable | undefined;
  const unzip = new Unzip((file) => {
    seen += 1;
    if (seen > MOST_ENTRIES) failure ??= new Unreadable('expands_too_much', `The archive has more than ${MOST_ENTRIES} entries`);
    if (failure || !wanted(file.name)) return;
    const parts: Uint8Array[] = [];
    file.ondata = (error, data, final) => {
      if (error) failure ??= new Unreadable('malformed', 'An entry of the archive is damaged');
      total += data?.length ?? 0;
      if (total > limit) failure ??= new Unreadable('expands_too_much', `The archive unpacks to more than ${limit} bytes`);
      if (failure) {
        file.terminate();
        return;
      }
      parts.push(data);
      if (final) entries.set(file.name, Buffer.concat(parts));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !failure; at += CHUNK) {
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('malformed', 'The archive is damaged');
  }
  if (failure) throw failure;
  return entries;
}
