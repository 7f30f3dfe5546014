import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { readClassFile } from './class-file.ts';
import type { ClassFile } from './class-file.ts';

/** The analyzer package ships the platform's type signatures as compiled Java stubs. */
const LIBRARY_PACKAGE = '@salesforce/code-analyzer-pmd-engine';

export interface Jar {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Reads the one jar whose file name starts with `prefix` (the version is part of the name). */
export function openJar(prefix: string): Jar {
  const main = createRequire(import.meta.url).resolve(LIBRARY_PACKAGE);
  const folder = join(dirname(main), 'java-lib');
  const name = readdirSync(folder).find((file) => file.startsWith(`${prefix}-`) && file.endsWith('.jar'));
  if (!name) throw new Error(`${LIBRARY_PACKAGE} has no ${prefix} jar in ${folder}`);
  const path = join(folder, name);
  return { path, bytes: readFileSync(path) };
}

export function* classesOf(jar: Jar): IterableIterator<ClassFile> {
  const entries = unzipSync(jar.bytes, { filter: (file) => file.name.endsWith('.class') });
  for (const bytes of Object.values(entries)) yield readClassFile(bytes);
}
