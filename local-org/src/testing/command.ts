import { writeFileSync } from 'node:fs';
import { FAILED, OK, UsageError, count, folders, namespaceOf, optionsAndPaths, projectOf, text, writable } from '../options.ts';
import type { Values } from '../options.ts';
import { NOT_COMPILED, toJUnit } from './results.ts';
import type { TestReport, TestResult } from './results.ts';
import { runTests } from './run.ts';
import type { RunOptions } from './run.ts';
import { watchTests } from './watch.ts';

/** `local-org test`: runs a project's Apex tests once, or again and again with `--watch`. */
export async function test(args: readonly string[]): Promise<number> {
  const { paths, values } = optionsAndPaths(args, {
    filter: { type: 'string' },
    json: { type: 'string' },
    junit: { type: 'string' },
    coverage: { type: 'boolean' },
    watch: { type: 'boolean' },
    namespace: { type: 'string' },
    workers: { type: 'string' },
    with: { type: 'string' }
  });
  const { root, parts } = projectOf(paths);
  writable('json', values['json']);
  writable('junit', values['junit']);
  // With the report on standard output nothing else may be written there.
  const quiet = values['json'] === '-';
  const run: RunOptions = {
    root,
    quiet,
    workers: count('workers', values['workers']),
    filter: text(values['filter']),
    paths: parts,
    namespace: namespaceOf(values['namespace']),
    dependencies: folders(values['with']),
    coverage: values['coverage'] === true,
    onResult: (result) => {
      if (!quiet && !isNotCompiled(result)) printResult(result);
    }
  };
  if (values['watch'] === true) {
    if (quiet) throw new UsageError('--watch goes on for ever: give --json a file');
    await watchTests(run, (report) => void deliver(report, values), console.log);
    return OK;
  }
  const report = await runTests(run);
  if (report.tests.length === 0) {
    if (run.filter !== undefined) throw new UsageError(`No test is called ${run.filter}`);
    if (parts.length > 0) throw new UsageError(`No tests in ${parts.join(', ')}`);
  }
  return deliver(report, values);
}

/** Writes the report wherever it was asked for and gives the exit code. */
function deliver(report: TestReport, values: Values): number {
  const json = text(values['json']);
  const junit = text(values['junit']);
  if (json === '-') process.stdout.write(toJson(report));
  else if (json !== undefined) writeFileSync(json, toJson(report));
  if (junit !== undefined) writeFileSync(junit, toJUnit(report));
  const { summary, compileErrors = [] } = report;
  if (json !== '-') printNotCompiled(report);
  if (compileErrors.length > 0)
    console.error(
      `${compileErrors.length} compile ${compileErrors.length === 1 ? 'error' : 'errors'}:\n${indent(compileErrors.join('\n'))}`
    );
  if (json !== '-') printSummary(report);
  return summary.failed + summary.errored + compileErrors.length > 0 ? FAILED : OK;
}

/** `summary` and `tests`, and `coverage` when it was measured: programs read this, so nothing else goes in. */
function toJson({ summary, tests, coverage }: TestReport): string {
  return `${JSON.stringify({ summary, tests, coverage }, null, 2)}\n`;
}

function printResult(result: TestResult): void {
  if (result.outcome === 'passed') console.log(`  ok    ${result.class}.${result.method} (${result.ms} ms)`);
  else console.log(`  ${result.outcome === 'failed' ? 'FAIL ' : 'ERROR'} ${result.class}.${result.method}\n${indent(result.message)}`);
}

function isNotCompiled({ message }: TestResult): boolean {
  return message.startsWith(NOT_COMPILED);
}

/** One mistake can keep every test from running: it is said once. */
function printNotCompiled({ tests }: TestReport): void {
  // What follows the first line says where each test came upon it.
  const byReason = Map.groupBy(tests.filter(isNotCompiled), (test) => test.message.split('\n', 1)[0]!);
  for (const [reason, waiting] of byReason) {
    const classes = [...new Set(waiting.map((test) => test.class))];
    console.log(`  ERROR ${waiting.length} tests of ${classes.join(', ')}\n${indent(reason)}`);
  }
}

function printSummary({ summary, coverage }: TestReport): void {
  for (const { file, lines, covered } of coverage ?? [])
    console.log(`${String(percent(covered, lines)).padStart(4)} %  ${covered}/${lines}  ${file}`);
  if (coverage) {
    const lines = coverage.reduce((sum, each) => sum + each.lines, 0);
    const covered = coverage.reduce((sum, each) => sum + each.covered, 0);
    console.log(`Coverage: ${percent(covered, lines)} % of ${lines} lines`);
  }
  console.log(`Finished in ${summary.seconds} s`);
  console.log(`${summary.passed} passed, ${summary.failed + summary.errored} failed`);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part / whole) * 100);
}

function indent(lines: string): string {
  return lines.replace(/^/gm, '        ');
}
