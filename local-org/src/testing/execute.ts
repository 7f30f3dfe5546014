import { mkdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { openOrg } from '../open-org.ts';
import type { OpenedOrg } from '../open-org.ts';
import { selectRows } from '../platform/rows.ts';
import { withOrg } from '../platform/transaction.ts';
import type { ApexId } from '../runtime/values/id.ts';
import { CoverageRecorder } from './coverage.ts';
import { discoverBrokenTests, discoverTests } from './discover.ts';
import { grantTestAccess } from './test-user.ts';
import { runTestClass } from './run-class.ts';
import { NOT_COMPILED } from './results.ts';
import type { TestResult } from './results.ts';

export interface ExecuteOptions {
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
  /** Folder in which processes that share the work mark what each of them takes. Without one all is this process's. */
  readonly claims?: string;
  readonly onResult?: (result: TestResult) => void;
}

export interface Executed {
  readonly tests: readonly TestResult[];
  readonly coverage: ReadonlyMap<string, ReadonlyMap<number, number>> | null;
  readonly testFiles: readonly string[];
  readonly compileErrors: readonly string[];
}

/** Compiles a project into an empty org in memory and runs its tests in this process. */
export function executeTests(options: ExecuteOptions): Executed {
  const recorder = options.coverage ? new CoverageRecorder() : null;
  recorder?.start();
  const { root, namespace, dependencies, directories } = options;
  const compileErrors: string[] = [];
  const org = openOrg({
    root,
    memory: true,
    namespace,
    dependencies,
    directories,
    log: () => {},
    partial: true,
    onFaults: (faults) => compileErrors.push(...faults)
  });
  try {
    const tests = [...brokenTests(org, options), ...runTestsOf(org, options)];
    const testFiles = [...org.program.classes.values()]
      .filter((info) => info.annotations.some(({ name }) => name === 'istest'))
      .map((info) => info.file);
    return { tests, coverage: recorder?.take() ?? null, testFiles, compileErrors };
  } finally {
    recorder?.stop();
    org.close();
  }
}

/** Tests that cannot run because what their class declares, or a class it extends, does not compile. One process reports them. */
function brokenTests(org: OpenedOrg, options: ExecuteOptions): TestResult[] {
  if (!claim(options.claims, 'broken')) return [];
  const results = discoverBrokenTests(org.program, options.filter)
    .filter(({ name, file }) => isWanted(name, file, options))
    .map(({ name, method, reason }): TestResult => ({
      class: name,
      method,
      outcome: 'errored',
      message: `${NOT_COMPILED}${reason}`,
      ms: 0
    }));
  for (const result of results) options.onResult?.(result);
  return results;
}

/** Making a folder succeeds for one process only, whichever is free first. */
function claim(folder: string | undefined, name: string): boolean {
  if (folder === undefined) return true;
  try {
    mkdirSync(join(folder, name));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Tests of what the project builds on are run with that project. */
function isWanted(name: string, file: string, { classes, paths = [], dependencies = [] }: Omit<ExecuteOptions, 'root'>): boolean {
  const isIn = (folder: string): boolean => file === folder || file.startsWith(`${folder}${sep}`);
  return !dependencies.some(isIn) && (paths.length === 0 || paths.some(isIn)) && (classes?.includes(name) ?? true);
}

/** Runs an org's tests, each class in a sandbox of its own. */
export function runTestsOf(org: OpenedOrg, options: Omit<ExecuteOptions, 'root'>): TestResult[] {
  const userId = withOrg(org, () => administratorId());
  const wanted = discoverTests(org.program, options.filter).filter(({ name, info }) => isWanted(name, info.file, options));
  // What is shared is taken largest first, so that no process is left with a long class at the end.
  const inOrder = options.claims === undefined ? wanted : wanted.sort((left, right) => right.methods.length - left.methods.length);
  return inOrder.flatMap((tests) => {
    if (!claim(options.claims, tests.name)) return [];
    return org.platform.sandbox(() => {
      grantTestAccess(org, userId);
      return runTestClass(org.platform, userId, tests, options.onResult);
    });
  });
}

/** Tests run as an administrator of the org, as a deployment's would. */
export function administratorId(): string {
  const [row] = selectRows(
    "SELECT Id FROM User WHERE Profile.Name = 'System Administrator' AND IsActive = true ORDER BY CreatedDate, Id LIMIT 1"
  );
  if (!row) throw new Error('The org has no active System Administrator to run tests as');
  return (row.get('Id') as ApexId).value;
}
