import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MetadataError } from '../metadata/xml.ts';
import { CompileFailure } from '../open-org.ts';
import { mergeCoverage } from './coverage.ts';
import { executeTests } from './execute.ts';
import type { ExecuteOptions } from './execute.ts';
import { report } from './results.ts';
import type { TestReport, TestResult } from './results.ts';
import type { WorkerMessage } from './worker.ts';

export interface RunOptions {
  readonly root: string;
  readonly filter?: string;
  /** Of what the filter leaves only these classes. */
  readonly classes?: readonly string[];
  /** And only those in these files and folders; none means all. */
  readonly paths?: readonly string[];
  readonly namespace?: string;
  readonly dependencies?: readonly string[];
  readonly directories?: readonly string[];
  readonly coverage?: boolean;
  /** Processes to spread the classes over; 1 runs in this one. */
  readonly workers?: number;
  /** Keeps standard output free: whatever the processes write there goes to standard error. */
  readonly quiet?: boolean;
  readonly onResult?: (result: TestResult) => void;
}

interface Part {
  readonly coverage: ReadonlyMap<string, ReadonlyMap<number, number>> | null;
  readonly testFiles: readonly string[];
  readonly compileErrors: readonly string[];
}

/** Runs a project's Apex tests and reports on them. Metadata that cannot be read, or a worker that dies, rejects; what does not compile is in the report. */
export async function runTests(options: RunOptions): Promise<TestReport> {
  const started = performance.now();
  const workers = Math.max(1, options.workers ?? availableParallelism());
  const tests: TestResult[] = [];
  const onResult = (result: TestResult): void => {
    tests.push(result);
    options.onResult?.(result);
  };
  const parts = workers === 1 ? [executeTests({ ...options, onResult })] : await inProcesses({ ...options, onResult }, workers);
  const testFiles = new Set(parts.flatMap((part) => part.testFiles));
  const coverage = options.coverage
    ? mergeCoverage(
        parts.flatMap((part) => part.coverage ?? []),
        (file) => testFiles.has(file)
      )
    : undefined;
  return report(tests, (performance.now() - started) / 1000, coverage, parts[0]?.compileErrors);
}

async function inProcesses(options: RunOptions & { onResult: (result: TestResult) => void }, workers: number): Promise<Part[]> {
  const claims = mkdtempSync(join(tmpdir(), 'local-org-tests-'));
  try {
    return await Promise.all(Array.from({ length: workers }, () => inProcess(options, claims)));
  } finally {
    rmSync(claims, { recursive: true, force: true });
  }
}

/** What is wrong with the project rather than with this program: the message says it all. */
export function isMendable(error: unknown): error is Error {
  return error instanceof MetadataError || error instanceof CompileFailure || error instanceof RunFailure;
}

/** A worker met something mendable. */
class RunFailure extends Error {}

function inProcess(options: RunOptions & { onResult: (result: TestResult) => void }, claims: string): Promise<Part> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
      stdio: ['ignore', options.quiet ? process.stderr : 'inherit', 'inherit', 'ipc']
    });
    let part: Part | null = null;
    let failure: Error | null = null;
    child.on('message', (message: WorkerMessage) => {
      if (message.kind === 'result') options.onResult(message.result);
      else if (message.kind === 'failed') failure = message.mendable ? new RunFailure(message.message) : new Error(message.message);
      else
        part = {
          testFiles: message.testFiles,
          compileErrors: message.compileErrors,
          coverage: message.coverage && new Map(message.coverage.map(([file, lines]) => [file, new Map(lines)]))
        };
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (part) resolve(part);
      else reject(failure ?? new Error(`A test process ended early (${signal ?? code})`));
    });
    const { root, filter, classes, paths, namespace, dependencies, directories, coverage } = options;
    const order: ExecuteOptions = { root, filter, classes, paths, namespace, dependencies, directories, coverage, claims };
    child.send(order);
  });
}
