import { current } from '../../runtime/execution.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { ApexException } from '../../runtime/values/exception.ts';
import type { ApexId } from '../../runtime/values/id.ts';
import { idText } from '../users.ts';
import { insertRow, selectRows, updateRow } from '../rows.ts';
import { services } from '../services.ts';
import { withOrg } from '../transaction.ts';
import type { LocalPlatform } from '../local-platform.ts';
import type { Order } from './orders.ts';

export interface JobRow {
  readonly jobType: 'Queueable' | 'Future' | 'BatchApex' | 'ScheduledApex';
  readonly className: string;
  readonly methodName?: string;
  readonly status?: 'Queued' | 'Holding';
}

/** A job with its AsyncApexJob row written; it does not outlive the process. */
export interface AsyncJob {
  readonly id: ApexId;
  readonly userId: string;
  readonly quiddity: string;
  /** Runs inside the job's own transaction. */
  readonly execute: () => void;
  /** Runs after that transaction, however it ended (finalizers). */
  readonly afterwards?: (failure: unknown) => void;
}

export function nowDatetime(): ApexDatetime {
  return new ApexDatetime(Math.floor(Date.now() / 1000) * 1000);
}

/** Writes the row in the running transaction: rolled back with it, the job never happened. */
export function createJobRow(row: JobRow): ApexId {
  return insertRow('AsyncApexJob', {
    JobType: row.jobType,
    Status: row.status ?? 'Queued',
    ApexClassId: apexClassId(row.className),
    MethodName: row.methodName ?? null,
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0
  });
}

function apexClassId(className: string): unknown {
  const outer = className.split('.')[0];
  return selectRows('SELECT Id FROM ApexClass WHERE Name = :name LIMIT 1', { name: outer })[0]?.get('Id') ?? null;
}

/** Hands work over: to the running org once this transaction has committed, or to the test until stopTest. */
export function submit(order: Order, inTest: (platform: LocalPlatform) => void, delayMs = 0): void {
  const platform = services();
  if (platform.test) platform.test.queue.push(() => inTest(platform));
  else current().afterCommit.push(() => platform.dispatch(order, delayMs));
}

/** Runs a queued job in its own transaction and records how it ended. In a test the exception goes on to stopTest. */
export function runJob(platform: LocalPlatform, job: AsyncJob): void {
  if (!isStatus(platform, job.id, 'Queued')) return;
  const options = { userId: job.userId, quiddity: job.quiddity, isTest: platform.test !== null };
  let failure: unknown = null;
  try {
    platform.transaction(options, () => {
      updateRow('AsyncApexJob', job.id, { Status: 'Processing' });
      job.execute();
      finish(job.id, { Status: 'Completed' });
    });
  } catch (error) {
    failure = error;
    withOrg(platform.org, () => finish(job.id, { Status: 'Failed', NumberOfErrors: 1, ExtendedStatus: extendedStatus(error) }));
  }
  job.afterwards?.(failure);
  if (failure === null) return;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- thrown on as it was caught
  if (platform.test) throw failure;
  platform.log(`Asynchronous job ${job.id.value} failed: ${describeError(failure)}`);
}

export function isStatus(platform: LocalPlatform, jobId: ApexId, ...statuses: string[]): boolean {
  return withOrg(platform.org, () => {
    const [row] = selectRows('SELECT Status FROM AsyncApexJob WHERE Id = :id', { id: jobId });
    return row !== undefined && statuses.includes(String(row.get('Status')));
  });
}

/** A batch keeps its own status; every other job ends here. */
function finish(id: ApexId, values: Readonly<Record<string, unknown>>): void {
  updateRow('AsyncApexJob', id, { ...values, CompletedDate: nowDatetime() });
}

const EXTENDED_STATUS_LENGTH = 1000;

export function extendedStatus(error: unknown): string {
  const text = error instanceof ApexException ? error.getMessage() : describeError(error);
  return text.slice(0, EXTENDED_STATUS_LENGTH);
}

export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const head = error instanceof ApexException ? error.toString() : `${error.name}: ${error.message}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [head, ...frames.slice(0, 10)].join('\n');
}

/** System.abortJob: a job that has not begun never will; a scheduled one loses its trigger. */
export function abortJob(id: ApexId): void {
  const [job] = selectRows('SELECT Id, Status FROM AsyncApexJob WHERE Id = :id', { id });
  if (job && ['Queued', 'Preparing', 'Processing', 'Holding'].includes(String(job.get('Status')))) {
    updateRow('AsyncApexJob', id, { Status: 'Aborted', CompletedDate: nowDatetime() });
  }
}

/** At start: jobs that a crash or a stop left behind can never finish. */
export function abortOrphans(platform: LocalPlatform): number {
  return withOrg(platform.org, () => {
    const orphans = selectRows(
      "SELECT Id FROM AsyncApexJob WHERE Status IN ('Queued', 'Preparing', 'Processing', 'Holding') AND JobType != 'ScheduledApex'"
    );
    for (const row of orphans) {
      updateRow('AsyncApexJob', row.get('Id') as ApexId, {
        Status: 'Aborted',
        ExtendedStatus: 'The org was stopped before this job had finished.',
        CompletedDate: nowDatetime()
      });
    }
    return orphans.length;
  });
}

export function runningUserId(): string {
  return idText(current().user.id) ?? current().user.id;
}
