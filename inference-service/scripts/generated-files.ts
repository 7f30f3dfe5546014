import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Writes the files; with --check says which differ, and with which script to write them. */
export async function writeOrCheck(files: ReadonlyMap<string, string>, script: string): Promise<void> {
  const drifted: string[] = [];
  for (const [file, content] of files) {
    const name = relative(repository, file);
    const actual = await readFile(file, 'utf8').catch(() => undefined);
    if (actual === content) continue;
    if (process.argv.includes('--check')) {
      drifted.push(name);
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    console.log(`wrote ${name}`);
  }
  if (drifted.length === 0) return;
  console.error(`Out of date: ${drifted.join(', ')}. Run: npx node ${script}`);
  process.exitCode = 1;
}
