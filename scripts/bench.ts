/**
 * Runs benchmarks by name: `npm run bench -- learning --data FOLDER`. Figures are printed with the machine they were
 * measured on; comparisons are ratios taken in one run.
 */
import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { root, run } from './lib/run.ts';

const folders = ['inference-service/bench', 'local-org/bench'];
const available = new Map(
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => [basename(name, '.ts'), join(root, folder, name)] as const)
    )
);

const [name, ...rest] = process.argv.slice(2);
const file = available.get(name ?? '');
if (!file) {
  console.error(`Usage: npm run bench -- NAME [options]. There are: ${[...available.keys()].sort().join(', ')}`);
  process.exit(2);
}
console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
);
process.exitCode = await run(process.execPath, [file, ...rest]);
