/**
 * Runs every suite and closes with one line `N passed, N failed`. Arguments name the suites to run; none means all.
 *   npm test              npm test -- service apex
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bin, localOrg, root, run, runKeepingEnd } from './lib/run.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Where to read what failed: the end of what the suite printed, or the failures it reported. */
  failures?: string;
}

interface Suite {
  readonly name: string;
  readonly about: string;
  run(report: string): Promise<Counts>;
}

const reports = join(root, 'test-results');

const suites: readonly Suite[] = [
  { name: 'service', about: 'inference service, over HTTP and in parts', run: (report) => vitest('inference-service', report) },
  { name: 'local-org', about: 'Apex compiler, runtime, database and platform', run: (report) => vitest('local-org', report) },
  { name: 'scripts', about: 'command-line tools', run: (report) => vitest('scripts', report) },
  { name: 'lwc', about: 'Lightning web components', run: lwcJest },
  { name: 'apex', about: "the package's Apex tests on the local org", run: (report) => apex(report, []) },
  { name: 'apex-namespaced', about: 'the same under a namespace, as packaged', run: (report) => apex(report, ['--namespace', 'ppai']) },
  { name: 'e2e', about: 'the product in a real browser', run: (report) => vitest('e2e', report) }
];

async function vitest(folder: string, report: string): Promise<Counts> {
  const [node, entry] = bin('vitest/vitest.mjs');
  const { code, end } = await runKeepingEnd(node, [entry, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    cwd: join(root, folder)
  });
  return { ...jestCounts(report, code), failures: end };
}

async function lwcJest(report: string): Promise<Counts> {
  const [node, tsc] = bin('typescript/bin/tsc');
  const compiled = await run(node, [tsc, '-p', join(root, 'tsconfig.lwc.json')]);
  if (compiled !== 0) return { passed: 0, failed: 1, skipped: 0 };
  const [, jest] = bin('@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest');
  const { code, end } = await runKeepingEnd(node, [jest, '--', '--json', `--outputFile=${report}`]);
  return { ...jestCounts(report, code), failures: end };
}

/** vitest and jest write the same JSON. A file that failed to load counts as one failure. */
function jestCounts(report: string, code: number): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const unloaded = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = result.numFailedTests + unloaded;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests
  };
}

async function apex(report: string, options: readonly string[]): Promise<Counts> {
  const code = await run(process.execPath, [localOrg, 'test', root, '--json', report, ...options]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { summary, tests } = JSON.parse(readFileSync(report, 'utf8')) as {
    summary: { passed: number; failed: number; errored: number; skipped: number };
    tests: { class: string; method: string; outcome: string; message?: string }[];
  };
  const failed = summary.failed + summary.errored;
  return {
    passed: summary.passed,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: summary.skipped,
    failures: tests
      .filter(({ outcome }) => outcome === 'failed' || outcome === 'errored')
      .map((each) => `${each.class}.${each.method}\n${each.message}`)
      .join('\n')
  };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}. There are: ${suites.map((suite) => suite.name).join(', ')}`);
  process.exit(2);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
const failures: string[] = [];
for (const suite of suites) {
  if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
  console.log(`\n── ${suite.name}: ${suite.about}`);
  const started = performance.now();
  const counts = await suite.run(join(reports, `${suite.name}.json`));
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed > 0 && counts.failures) failures.push(`── ${suite.name} failed:\n${counts.failures.trim()}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  lines.push(`${suite.name.padEnd(16)} ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds} s`);
}
// Said again: what the suites after a failed one print would bury it.
for (const failure of failures) console.log(`\n${failure}`);
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
