/**
 * Runs benchmarks by name: `npm run bench -- learning --data FOLDER`. Figures are printed with the machine they were
 * measured on; comparisons are ratios taken in one run.
 */
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root, run } from './lib/run.ts';

const BENCHES: Record<string, string> = {
  learning: 'inference-service/bench/learning.ts',
  matching: 'inference-service/bench/matching.ts',
  privacy: 'inference-service/bench/privacy.ts',
  injection: 'inference-service/bench/injection.ts',
  retrieval: 'inference-service/bench/retrieval.ts',
  recommend: 'inference-service/bench/recommend.ts',
  documents: 'inference-service/bench/documents.ts',
  service: 'inference-service/bench/service.ts',
  'local-org': 'local-org/bench/local-org.ts'
};
const available = new Map(
  Object.entries(BENCHES)
    .map(([name, file]) => [name, join(root, file)] as const)
    .filter(([, file]) => existsSync(file))
);

const [name, ...rest] = process.argv.slice(2);
const file = available.get(name ?? '');
if (!file) {
  console.error(`Usage: npm run bench -- NAME [options]. There are: ${[...available.keys()].join(', ')}`);
  process.exit(2);
}
console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
);
process.exitCode = await run(process.execPath, [file, ...rest]);
