import { openOrg } from '../open-org.ts';
import type { OpenedOrg } from '../open-org.ts';
import { selectRows } from '../platform/rows.ts';
import { withOrg } from '../platform/transaction.ts';
import type { ApexId } from '../runtime/values/id.ts';
import { CoverageRecorder } from './coverage.ts';
import { discoverBrokenTests, discoverTests } from './discover.ts';
import { grantTestAccess } from './test-user.ts';
import { runTestClass } from './run-class.ts';
import type { TestResult } from './results.ts';

export interface ExecuteOptions {
  readonly root: string;
  readonly filter?: string;
  /** Of what the filter leaves only these classes. */
  readonly classes?: readonly string[];
  readonly namespace?: string;
  readonly dependencies?: readonly string[];
  readonly directories?: readonly string[];
  readonly coverage?: boolean;
  /** Of `shards` processes this is number `shard`: it takes every n-th class. */
  readonly shard?: number;
  readonly shards?: number;
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
    onCompileErrors: (failure) => compileErrors.push(...failure.message.split('\n'))
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

/** Tests that cannot run because their class, or one it needs, does not compile. The first process reports them. */
function brokenTests(org: OpenedOrg, { filter, classes, dependencies, shard = 0, onResult }: ExecuteOptions): TestResult[] {
  if (shard !== 0) return [];
  const results = discoverBrokenTests(org.program, filter)
    .filter(({ name, file }) => isOwn(file, dependencies) && (classes?.includes(name) ?? true))
    .map(({ name, method, reason }): TestResult => ({
      class: name,
      method,
      outcome: 'errored',
      message: `Does not compile: ${reason}`,
      ms: 0
    }));
  for (const result of results) onResult?.(result);
  return results;
}

/** Tests of what the project builds on are run with that project. */
function isOwn(file: string, dependencies: readonly string[] = []): boolean {
  return !dependencies.some((folder) => file.startsWith(`${folder}/`));
}

/** Runs an org's tests, each class in a sandbox of its own. */
export function runTestsOf(
  org: OpenedOrg,
  { filter, classes, dependencies, shard = 0, shards = 1, onResult }: Omit<ExecuteOptions, 'root'>
): TestResult[] {
  const userId = withOrg(org, () => administratorId());
  const wanted = discoverTests(org.program, filter).filter(
    ({ name, info }) => isOwn(info.file, dependencies) && (classes?.includes(name) ?? true)
  );
  return wanted
    .filter((_, index) => index % shards === shard)
    .flatMap((tests) =>
      org.platform.sandbox(() => {
        grantTestAccess(org, userId);
        return runTestClass(org.platform, userId, tests, onResult);
      })
    );
}

/** Tests run as an administrator of the org, as a deployment's would. */
export function administratorId(): string {
  const [row] = selectRows(
    "SELECT Id FROM User WHERE Profile.Name = 'System Administrator' AND IsActive = true ORDER BY CreatedDate, Id LIMIT 1"
  );
  if (!row) throw new Error('The org has no active System Administrator to run tests as');
  return (row.get('Id') as ApexId).value;
}
