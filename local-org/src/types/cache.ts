import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where derived files live: `.cache/local-org` at the repository root unless LOCAL_ORG_CACHE names another folder. */
export function cacheFolder(): string {
  return process.env.LOCAL_ORG_CACHE ?? join(dirname(fileURLToPath(import.meta.url)), '../../../.cache/local-org');
}

export function contentHash(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 32);
}

/** The text cached under `name`, or null when there is none (a cache may be deleted at any time). */
export function readCache(name: string): string | null {
  try {
    return readFileSync(join(cacheFolder(), name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written beside and renamed, so that a reader in another process never sees half a file. */
export function writeCache(name: string, text: string): void {
  const path = join(cacheFolder(), name);
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
