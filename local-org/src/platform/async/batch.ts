import { callMethod } from '../../runtime/call.ts';
import { classInfoOf, isInstance, platformType, SOBJECT } from '../../runtime/types.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import type { LocalPlatform } from '../local-platform.ts';
import { updateRow } from '../rows.ts';
import { services } from '../services.ts';
import { withOrg } from '../transaction.ts';
import { deepCopy } from './deep-copy.ts';
import { createJobRow, describeError, extendedStatus, isStatus, nowDatetime, runningUserId, submit } from './jobs.ts';
import { iterate, QueryLocator } from './query-locator.ts';

export const DEFAULT_SCOPE = 200;
const MAX_LOCATOR_SCOPE = 2000;

export class BatchableContext {
  readonly jobId: ApexId;
  constructor(jobId: ApexId) {
    this.jobId = jobId;
  }
}

/** One run of a Database.Batchable: start, a transaction per chunk, finish. */
interface BatchRun {
  readonly platform: LocalPlatform;
  readonly jobId: ApexId;
  readonly userId: string;
  readonly context: BatchableContext;
  readonly stateful: boolean;
  readonly scope: number;
  /** State as start left it; every chunk of a batch that is not Stateful begins with a copy of it. */
  instance: unknown;
  chunks: ApexList[];
  processed: number;
  errors: number;
}

export function executeBatch(instance: unknown, scope: number): ApexId {
  const platform = services();
  if (instance === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  if (scope < 1) throwApex('System.TypeException', 'Invalid value for optional scope parameter: must be greater than 0');
  const jobId = createJobRow({ jobType: 'BatchApex', className: classInfoOf(instance)?.name ?? 'Batch' });
  const order: BatchOrder = { kind: 'batch', jobId: jobId.value, userId: runningUserId(), scope, value: deepCopy(instance) };
  submit(order, () => runInTest(batchRun(platform, order)));
  return jobId;
}

export interface BatchOrder {
  readonly kind: 'batch';
  readonly jobId: string;
  readonly userId: string;
  readonly scope: number;
  /** The instance. */
  readonly value: unknown;
}

function batchRun(platform: LocalPlatform, order: BatchOrder): BatchRun {
  const jobId = ApexId.of(order.jobId);
  return {
    platform,
    jobId,
    userId: order.userId,
    context: new BatchableContext(jobId),
    stateful: isInstance(order.value, platformType('Database.Stateful')),
    scope: order.scope,
    instance: order.value,
    chunks: [],
    processed: 0,
    errors: 0
  };
}

/** A whole batch at once, where nobody waits for this thread. */
export function runBatchAtOnce(platform: LocalPlatform, order: BatchOrder): void {
  const run = batchRun(platform, order);
  if (!isStatus(platform, run.jobId, 'Queued') || !attempt(run, () => start(run))) return;
  for (const chunk of run.chunks) {
    if (!isStatus(platform, run.jobId, 'Processing')) return;
    runChunk(run, chunk);
  }
  attempt(run, () => finish(run));
}

/** In the running org every chunk is a turn of the event loop: a long batch leaves room for requests. */
export function runBatch(platform: LocalPlatform, order: BatchOrder): void {
  const run = batchRun(platform, order);
  if (!isStatus(platform, run.jobId, 'Queued') || !attempt(run, () => start(run))) return;
  const step = (index: number): void => {
    if (!isStatus(platform, run.jobId, 'Processing')) return;
    const chunk = run.chunks[index];
    if (chunk) {
      runChunk(run, chunk);
      platform.loop.post(() => step(index + 1));
    } else {
      attempt(run, () => finish(run));
    }
  };
  platform.loop.post(() => step(0));
}

function runInTest(run: BatchRun): void {
  if (!isStatus(run.platform, run.jobId, 'Queued')) return;
  start(run);
  if (run.chunks.length > 1) {
    throwApex(
      'System.UnexpectedException',
      'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.'
    );
  }
  for (const chunk of run.chunks) {
    const failure = runChunk(run, chunk);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- thrown on as it was caught
    if (failure !== null) throw failure;
  }
  finish(run);
}

/** A failing start or finish ends the job; a failing chunk does not. */
function attempt(run: BatchRun, body: () => void): boolean {
  try {
    body();
    return true;
  } catch (error) {
    record(run, {
      Status: 'Failed',
      NumberOfErrors: run.errors + 1,
      ExtendedStatus: `First error: ${extendedStatus(error)}`,
      CompletedDate: nowDatetime()
    });
    run.platform.log(`Batch job ${run.jobId.value} failed: ${describeError(error)}`);
    return false;
  }
}

function start(run: BatchRun): void {
  inTransaction(run, () => {
    const source = callMethod(run.instance, 'start', [run.context]);
    const rows = source instanceof QueryLocator ? source.rows() : new ApexList(SOBJECT, [...iterate(source)]);
    const scope = source instanceof QueryLocator ? Math.min(run.scope, MAX_LOCATOR_SCOPE) : run.scope;
    for (let at = 0; at < rows.items.length; at += scope) run.chunks.push(new ApexList(rows.elementType, rows.items.slice(at, at + scope)));
    updateRow('AsyncApexJob', run.jobId, { Status: 'Processing', TotalJobItems: run.chunks.length });
  });
}

function runChunk(run: BatchRun, chunk: ApexList): unknown {
  const instance = deepCopy(run.instance);
  try {
    inTransaction(run, () => {
      callMethod(instance, 'execute', [run.context, chunk]);
    });
    if (run.stateful) run.instance = instance;
    run.processed += 1;
    record(run, { JobItemsProcessed: run.processed });
    return null;
  } catch (error) {
    run.errors += 1;
    run.processed += 1;
    const first = run.errors === 1 ? { ExtendedStatus: `First error: ${extendedStatus(error)}` } : {};
    record(run, { JobItemsProcessed: run.processed, NumberOfErrors: run.errors, ...first });
    if (!run.platform.test) run.platform.log(`Batch job ${run.jobId.value}, chunk ${run.processed}: ${describeError(error)}`);
    return error;
  }
}

function finish(run: BatchRun): void {
  inTransaction(run, () => {
    updateRow('AsyncApexJob', run.jobId, { Status: 'Completed', CompletedDate: nowDatetime() });
    callMethod(run.instance, 'finish', [run.context]);
  });
}

function inTransaction(run: BatchRun, body: () => void): void {
  run.platform.transaction({ userId: run.userId, quiddity: 'BATCH_APEX', isTest: run.platform.test !== null }, body);
}

function record(run: BatchRun, values: Readonly<Record<string, unknown>>): void {
  withOrg(run.platform.org, () => updateRow('AsyncApexJob', run.jobId, values));
}
