/**
 * Runs the public Apex suites named in suites.json against the local org and prints the table of the README:
 *
 *   node local-org/scripts/suites.ts FOLDER
 *
 * FOLDER holds a checkout of each suite under its name, at the commit in suites.json. Exits with 1 when a suite has a
 * failure that is no named skip, passes fewer tests than recorded, or passes a test that is still listed as a skip.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTests } from '../src/testing/run.ts';
import type { TestResult } from '../src/testing/results.ts';

interface Suite {
  readonly name: string;
  readonly repository: string;
  readonly commit: string;
  /** Suites whose source this one builds on. */
  readonly dependencies?: readonly string[];
  /** Folders with source beside the package directories. */
  readonly directories?: readonly string[];
  /** Tests that passed when the figure was last recorded; it may only rise. */
  readonly passed: number;
  readonly skips: readonly { readonly tests: readonly string[]; readonly reason: string }[];
}

interface Outcome {
  readonly suite: Suite;
  readonly tests: number;
  readonly passed: number;
  readonly failed: readonly TestResult[];
  readonly skipped: number;
  /** Skips that pass, or name no test. */
  readonly stale: readonly string[];
}

const nameOf = (test: TestResult): string => `${test.class}.${test.method}`;

async function run(suite: Suite, folder: string): Promise<Outcome> {
  const { tests } = await runTests({
    root: join(folder, suite.name),
    dependencies: suite.dependencies?.map((name) => join(folder, name)),
    directories: suite.directories,
    workers: 1
  });
  const skips = new Set(suite.skips.flatMap((skip) => skip.tests));
  const notPassed = tests.filter((test) => test.outcome !== 'passed');
  const failed = notPassed.filter((test) => !skips.has(nameOf(test)));
  const failing = new Set(notPassed.map(nameOf));
  return {
    suite,
    tests: tests.length,
    passed: tests.length - notPassed.length,
    failed,
    skipped: notPassed.length - failed.length,
    stale: [...skips].filter((name) => !failing.has(name))
  };
}

function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ suite, tests, passed, failed, skipped }) => {
    const reasons = suite.skips.map(({ reason, tests: named }) => `${named.length} ${reason}`).join('; ');
    return `| ${suite.repository} | ${suite.commit.slice(0, 7)} | ${tests} | ${passed} | ${failed.length} | ${skipped} | ${reasons} |`;
  });
  return [
    '| Suite | Commit | Tests | Passed | Failed | Skipped | Reasons |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...rows
  ].join('\n');
}

function complaints({ suite, passed, failed, stale }: Outcome): string[] {
  return [
    ...failed.map((test) => `${suite.name}: ${nameOf(test)}: ${test.message.split('\n')[0] ?? ''}`),
    ...stale.map((name) => `${suite.name}: ${name} is listed as a skip and does not fail`),
    ...(passed < suite.passed ? [`${suite.name}: ${passed} tests passed, ${suite.passed} did before`] : [])
  ];
}

async function main([folder]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    console.error('Usage: node scripts/suites.ts FOLDER');
    return 2;
  }
  const suites = JSON.parse(readFileSync(new URL('../suites.json', import.meta.url), 'utf8')) as Suite[];
  const root = resolve(folder);
  const outcomes: Outcome[] = [];
  for (const suite of suites) {
    if (existsSync(join(root, suite.name))) outcomes.push(await run(suite, root));
    else console.error(`${suite.name}: not in ${folder}`);
  }
  console.log(table(outcomes));
  const problems = outcomes.flatMap(complaints);
  if (problems.length > 0) console.error(problems.join('\n'));
  return problems.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
