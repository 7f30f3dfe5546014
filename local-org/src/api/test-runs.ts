import { Hono } from 'hono';
import { formatId } from '../database/ids.ts';
import { selectRows } from '../platform/rows.ts';
import { withOrg } from '../platform/transaction.ts';
import type { ApexId } from '../runtime/values/id.ts';
import type { TestReport, TestResult } from '../testing/results.ts';
import { runTests } from '../testing/run.ts';
import type { Api, ApiEnv } from './context.ts';
import { jsonBody, version } from './context.ts';
import { ApiError } from './errors.ts';
import { requireAuthor } from './anonymous.ts';

/** Finished runs that can still be asked about. */
const MAX_RUNS = 100;

interface Run {
  readonly id: string;
  readonly userId: string;
  readonly started: Date;
  ended: Date | null;
  report: TestReport | null;
  /** Why the tests could not be run at all. */
  fault: string | null;
  /** One per class; one that stands for all of them until the run is over. */
  items: readonly Item[];
}

interface Item {
  readonly id: string;
  readonly className: string;
  readonly tests: readonly TestResult[];
}

/**
 * The Tooling API's test runs, for `sf apex run test`. Tests run on the project's source in processes of their own with an
 * empty org each, so that they neither see nor touch the rows of this one.
 */
export function testRunRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const runs = new Map<string, Run>();
  let sequence = 0n;
  const nextId = (prefix: string): string => formatId(prefix, (sequence += 1n));

  const start = (filter: string | undefined, userId: string): { run: Run; done: Promise<void> } => {
    const waiting = { id: nextId('709'), className: '', tests: [] };
    const run: Run = { id: nextId('707'), userId, started: new Date(), ended: null, report: null, fault: null, items: [waiting] };
    if (runs.size >= MAX_RUNS) runs.delete(runs.keys().next().value!);
    runs.set(run.id, run);
    const { root, namespace } = api.platform.org.model;
    const finish = (report: TestReport | null, fault: string | null): void => {
      const items = [...Map.groupBy(report?.tests ?? [], (test) => test.class)].map(([className, tests]) => ({
        id: nextId('709'),
        className,
        tests
      }));
      Object.assign(run, { report, fault, ended: new Date(), items: items.length > 0 ? items : run.items });
      if (fault !== null) api.log(`Test run ${run.id}: ${fault}`);
    };
    const done = runTests({ root, namespace, filter, quiet: true }).then(
      (report) => finish(report, null),
      (error: unknown) => finish(null, error instanceof Error ? error.message : String(error))
    );
    return { run, done };
  };

  routes.post('/tooling/runTestsAsynchronous', async (context) => {
    requireAuthor(api, context.get('userId'));
    const { run } = start(filterOf(api, await jsonBody(context)), context.get('userId'));
    return context.json(run.id);
  });

  routes.post('/tooling/runTestsSynchronous', async (context) => {
    requireAuthor(api, context.get('userId'));
    const { run, done } = start(filterOf(api, await jsonBody(context)), context.get('userId'));
    await done;
    if (!run.report) throw new ApiError(400, 'UNKNOWN_EXCEPTION', run.fault ?? 'The tests could not be run');
    return context.json(synchronousAnswer(api, run.report));
  });

  // The objects that only test runs have; everything else is a query like any other.
  routes.get('/tooling/query', async (context, next) => {
    const text = context.req.query('q') ?? '';
    const [, object = ''] = /\bFROM\s+(\w+)/i.exec(text) ?? [];
    const named = new Set([...text.matchAll(/'(\w{15,18})'/g)].map(([, id]) => id!));
    const base = `/services/data/${version(context)}/tooling/sobjects`;
    const all = [...runs.values()];
    const rows = ((): object[] | null => {
      switch (object.toLowerCase()) {
        case 'apextestrunresult':
          return all.filter((run) => named.has(run.id)).map((run) => runRow(run));
        case 'apextestqueueitem':
          return all
            .filter((run) => named.has(run.id))
            .flatMap((run) =>
              run.items.map((item) => ({
                Id: item.id,
                Status: statusOf(run),
                ApexClassId: classId(api, item.className),
                TestRunResultId: run.id,
                ParentJobId: run.id
              }))
            );
        case 'apextestresult':
          return all.flatMap((run) =>
            run.items
              .filter((item) => named.has(item.id) || named.has(run.id))
              .flatMap((item) => item.tests.map((test) => resultRow(api, run, item, test, nextId('07M'))))
          );
        case 'apexcodecoverage':
        case 'apexcodecoverageaggregate':
        case 'apexorgwidecoverage':
          throw new ApiError(
            501,
            'NOT_IMPLEMENTED',
            'Not implemented in the local org: code coverage over the Tooling API. Use local-org test --coverage.'
          );
        default:
          return null;
      }
    })();
    if (rows === null) return next();
    const records = rows.map((row) => ({ attributes: { type: object, url: `${base}/${object}` }, ...row }));
    return context.json({
      size: records.length,
      totalSize: records.length,
      done: true,
      records,
      queryLocator: null,
      entityTypeName: object
    });
  });

  return routes;
}

/** What the body of a run request selects, as a filter of the runner; undefined is everything. */
function filterOf(api: Api, body: Record<string, unknown>): string | undefined {
  const names: string[] = [];
  for (const test of (body['tests'] ?? []) as { className?: string; classId?: string; testMethods?: readonly string[] }[]) {
    const name = test.className ?? classNamed(api, test.classId ?? '');
    names.push(...(test.testMethods?.length ? test.testMethods.map((method) => `${name}.${method}`) : [name]));
  }
  if (typeof body['classNames'] === 'string') names.push(...body['classNames'].split(','));
  if (typeof body['classids'] === 'string') names.push(...body['classids'].split(',').map((id) => classNamed(api, id)));
  if (body['suiteNames'] !== undefined || body['suiteids'] !== undefined)
    throw new ApiError(501, 'NOT_IMPLEMENTED', 'Not implemented in the local org: test suites');
  if (names.length > 0) return names.map((name) => withoutNamespace(name.trim(), api.platform.org.model.namespace)).join(',');
  const level = body['testLevel'];
  if (level === 'RunLocalTests' || level === 'RunAllTestsInOrg') return undefined;
  throw new ApiError(400, 'INVALID_INPUT', 'Name classes to test, or a testLevel of RunLocalTests');
}

function withoutNamespace(name: string, namespace: string): string {
  return namespace && name.toLowerCase().startsWith(`${namespace.toLowerCase()}.`) ? name.slice(namespace.length + 1) : name;
}

function statusOf(run: Run): string {
  return run.ended === null ? 'Processing' : run.fault === null ? 'Completed' : 'Failed';
}

function runRow(run: Run): object {
  const tests = run.report?.tests ?? [];
  return {
    AsyncApexJobId: run.id,
    Status: statusOf(run),
    ClassesCompleted: run.ended ? run.items.length : 0,
    ClassesEnqueued: run.items.length,
    MethodsEnqueued: tests.length,
    StartTime: run.started.toISOString(),
    EndTime: run.ended?.toISOString() ?? null,
    TestTime: Math.round(tests.reduce((sum, test) => sum + test.ms, 0)),
    TestSetupTime: 0,
    UserId: run.userId
  };
}

function resultRow(api: Api, run: Run, item: Item, test: TestResult, id: string): object {
  const { message, stack } = parts(test);
  return {
    Id: id,
    QueueItemId: item.id,
    StackTrace: stack,
    Message: message,
    RunTime: Math.round(test.ms),
    TestTimestamp: run.started.toISOString(),
    AsyncApexJobId: run.id,
    MethodName: test.method,
    Outcome: { passed: 'Pass', failed: 'Fail', errored: 'Fail', skipped: 'Skip' }[test.outcome],
    ApexLogId: null,
    IsTestSetup: false,
    ApexClass: { Id: classId(api, test.class), Name: test.class, NamespacePrefix: api.platform.org.model.namespace || null }
  };
}

function synchronousAnswer(api: Api, { tests }: TestReport): object {
  const entry = (test: TestResult): object => {
    const { message, stack } = parts(test);
    return {
      id: classId(api, test.class),
      name: test.class,
      namespace: api.platform.org.model.namespace || null,
      methodName: test.method,
      seeAllData: false,
      time: test.ms,
      ...(test.outcome === 'passed' ? {} : { message, stackTrace: stack, packageName: test.class, type: 'Class' })
    };
  };
  const failed = tests.filter((test) => test.outcome !== 'passed');
  return {
    apexLogId: null,
    codeCoverage: [],
    codeCoverageWarnings: [],
    failures: failed.map(entry),
    successes: tests.filter((test) => test.outcome === 'passed').map(entry),
    numFailures: failed.length,
    numTestsRun: tests.length,
    totalTime: Math.round(tests.reduce((sum, test) => sum + test.ms, 0))
  };
}

/** A result's text is the exception, then its stack. */
function parts({ message }: TestResult): { message: string | null; stack: string | null } {
  if (message === '') return { message: null, stack: null };
  const lines = message.split('\n');
  const first = lines.findIndex((line) => /^(Class|Trigger|AnonymousBlock)\b.*: line \d+/.test(line));
  if (first < 0) return { message, stack: null };
  return { message: lines.slice(0, first).join('\n'), stack: lines.slice(first).join('\n') };
}

function classId(api: Api, name: string): string | null {
  return withOrg(api.platform.org, () => {
    const [row] = selectRows('SELECT Id FROM ApexClass WHERE Name = :name', { name });
    return row ? (row.get('Id') as ApexId).value : null;
  });
}

function classNamed(api: Api, id: string): string {
  return withOrg(api.platform.org, () => {
    const row = selectRows('SELECT Id, Name FROM ApexClass').find((each) => (each.get('Id') as ApexId).value.startsWith(id.slice(0, 15)));
    if (!row || id.length < 15) throw new ApiError(400, 'INVALID_INPUT', `No Apex class has the id ${id}`);
    return row.get('Name') as string;
  });
}
