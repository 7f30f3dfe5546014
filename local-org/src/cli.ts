import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkOrg, CompileFailure } from './open-org.ts';
import { start } from './start.ts';
import { toJUnit } from './testing/results.ts';
import type { TestReport } from './testing/results.ts';
import { runTests } from './testing/run.ts';

const USAGE = `Usage:
  local-org test [FOLDER] [--filter CLASS[.METHOD],…] [--json FILE|-] [--junit FILE] [--coverage] [--namespace NS] [--workers N] [--with FOLDER,…]
  local-org check [FOLDER] [--namespace NS] [--with FOLDER,…]
  local-org start [FOLDER] [--port N] [--host NAME] [--data FOLDER] [--reset] [--namespace NS] [--password TEXT]

FOLDER holds sfdx-project.json and defaults to the current folder. --with names projects that this one builds on.
Exit codes: 0 all well, 1 tests failed or the source has errors, 2 wrong use.`;

const OK = 0;
const FAILED = 1;
const WRONG_USE = 2;

class UsageError extends Error {}

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case 'test':
      return test(rest);
    case 'check':
      return check(rest);
    case 'start':
      return start(options(rest, {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        reset: { type: 'boolean' },
        namespace: { type: 'string' },
        password: { type: 'string' }
      }));
    case '--help':
    case 'help':
      console.log(USAGE);
      return OK;
    default:
      throw new UsageError(command === undefined ? 'No command given' : `Unknown command: ${command}`);
  }
}

type Flags = Record<string, { type: 'string' | 'boolean' }>;

/** Options by name and the project folder. */
export function options(args: readonly string[], flags: Flags): { root: string; values: Record<string, string | boolean | undefined> } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    if (positionals.length > 1) throw new UsageError(`Too many arguments: ${positionals.slice(1).join(' ')}`);
    return { root: resolve(positionals[0] ?? '.'), values: values as Record<string, string | boolean | undefined> };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function test(args: readonly string[]): Promise<number> {
  const { root, values } = options(args, {
    filter: { type: 'string' },
    json: { type: 'string' },
    junit: { type: 'string' },
    coverage: { type: 'boolean' },
    namespace: { type: 'string' },
    workers: { type: 'string' },
    with: { type: 'string' }
  });
  const workers = values['workers'] === undefined ? undefined : Number(values['workers']);
  if (workers !== undefined && !(Number.isInteger(workers) && workers > 0)) throw new UsageError(`--workers takes a positive number: ${String(values['workers'])}`);
  // With the report on standard output nothing else may be written there.
  const quiet = values['json'] === '-';
  const report = await runTests({
    root,
    workers,
    filter: values['filter'] as string | undefined,
    namespace: values['namespace'] as string | undefined,
    dependencies: folders(values['with']),
    coverage: values['coverage'] === true,
    onResult: (result) => {
      if (quiet) return;
      if (result.outcome === 'passed') console.log(`  ok    ${result.class}.${result.method} (${result.ms} ms)`);
      else console.log(`  ${result.outcome === 'failed' ? 'FAIL ' : 'ERROR'} ${result.class}.${result.method}\n${indent(result.message)}`);
    }
  });
  const json = `${JSON.stringify(report, null, 2)}\n`;
  if (quiet) process.stdout.write(json);
  else if (values['json'] !== undefined) writeFileSync(String(values['json']), json);
  if (values['junit'] !== undefined) writeFileSync(String(values['junit']), toJUnit(report));
  if (!quiet) printSummary(report);
  return report.summary.failed + report.summary.errored > 0 ? FAILED : OK;
}

function folders(list: string | boolean | undefined): string[] {
  return typeof list === 'string' ? list.split(',').map((folder) => resolve(folder.trim())) : [];
}

function printSummary({ summary, coverage, compileErrors = [] }: TestReport): void {
  if (compileErrors.length > 0) console.log(`${compileErrors.length} compile errors:\n${indent(compileErrors.join('\n'))}`);
  for (const { file, lines, covered } of coverage ?? []) console.log(`${String(percent(covered, lines)).padStart(4)} %  ${covered}/${lines}  ${file}`);
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

function indent(text: string): string {
  return text.replace(/^/gm, '        ');
}

function check(args: readonly string[]): number {
  const { root, values } = options(args, { namespace: { type: 'string' }, with: { type: 'string' } });
  const { classes, triggers, objects } = checkOrg(root, { namespace: values['namespace'] as string | undefined, dependencies: folders(values['with']) });
  console.log(`${classes} classes, ${triggers} triggers and ${objects} custom objects are well-formed`);
  return OK;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${USAGE}`);
      process.exitCode = WRONG_USE;
    } else {
      // A compile failure speaks for itself; anything else is a fault whose stack helps.
      console.error(error instanceof CompileFailure ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exitCode = FAILED;
    }
  }
);
