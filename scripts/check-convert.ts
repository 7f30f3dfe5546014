/**
 * Converts the source as a deployment and a package version do: everything is recognised, every component arrives with the JavaScript
 * compiled from it, and nothing that belongs to development goes along.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, capture, root, run } from './lib/run.ts';
import { convertedProblems } from './metadata/converted.ts';
import { readTree } from './metadata/tree.ts';

const [node, tsc] = bin('typescript/bin/tsc');
const [, sf] = bin('@salesforce/cli/bin/run.js');
const folder = mkdtempSync(join(tmpdir(), 'convert-'));
try {
  if ((await run(node, [tsc, '-p', 'tsconfig.lwc.json'])) !== 0) throw new Error('The components do not compile');
  const converted: string[] = [];
  for (const source of ['force-app', 'unpackaged']) {
    const output = join(folder, source);
    const result = capture(node, [sf, 'project', 'convert', 'source', '--source-dir', source, '--output-dir', output], {
      env: { SF_DISABLE_TELEMETRY: 'true', SF_AUTOUPDATE_DISABLE: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' }
    });
    if (result.code !== 0) throw new Error(result.stdout + result.stderr);
    converted.push(...readdirSync(output, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')));
  }
  const problems = convertedProblems(converted, readTree(root), readFileSync(join(root, 'manifest/package.xml'), 'utf8'));
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(`${converted.length} files converted, each component with its JavaScript`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
