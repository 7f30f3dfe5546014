import type { Org, UserContext } from '../org.ts';
import type { Execution } from '../runtime/execution.ts';
import { ApexId } from '../runtime/values/id.ts';
import { throwApex } from '../runtime/values/exception.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { ApprovalEngine } from './approvals/engine.ts';
import { abortOrphans } from './async/jobs.ts';
import { prepareScheduleStore, resumeSchedules } from './async/schedule.ts';
import type { TestContext } from './async/test-context.ts';
import { WorkLoop } from './async/work-loop.ts';
import { describeError } from './async/jobs.ts';
import { PlatformCache } from './cache.ts';
import { EventBus } from './events/event-bus.ts';
import { publishRows } from './events/publish.ts';
import { isRecordLocked, mayEditLocked, prepareLockStore } from './locks.ts';
import { prepareNotificationStore } from './notifications.ts';
import type { Platform, TransactionOptions } from './platform.ts';
import type { OrgSettings } from './settings.ts';
import { Transactions, withOrg } from './transaction.ts';
import { userContext } from './users.ts';

export interface PlatformOptions {
  readonly settings: OrgSettings;
  /** Receives a line for each failure that nobody else sees: jobs, subscribers, schedules. */
  readonly log: (line: string) => void;
}

/** The services of one running org. Built after its program and database; `begin` starts what runs by itself. */
export class LocalPlatform implements Platform {
  readonly org: Org;
  readonly settings: OrgSettings;
  readonly log: (line: string) => void;
  readonly loop: WorkLoop;
  readonly events: EventBus;
  readonly approvals: ApprovalEngine;
  readonly cache: PlatformCache;
  /** Signatures of queued queueables that must not be enqueued twice. */
  readonly signatures = new Set<string>();
  /** The test method that is running; asynchronous work waits in it. */
  test: TestContext | null = null;
  private readonly transactions: Transactions;

  constructor(org: Org, options: PlatformOptions) {
    this.org = org;
    this.settings = options.settings;
    this.log = options.log;
    this.transactions = new Transactions(org);
    this.loop = new WorkLoop((error) => this.log(describeError(error)));
    this.events = new EventBus(this);
    this.approvals = new ApprovalEngine(org.model);
    this.cache = new PlatformCache();
  }

  /** Creates the platform's private tables. */
  prepare(): void {
    prepareScheduleStore(this);
    prepareLockStore(this);
    prepareNotificationStore(this);
  }

  /** Takes up the work of a running org: settles jobs that a stop left behind and arms the schedules. */
  begin(): void {
    const aborted = abortOrphans(this);
    if (aborted > 0) this.log(`${aborted} asynchronous job(s) left from the last run were marked Aborted`);
    resumeSchedules(this);
  }

  close(): void {
    this.loop.close();
  }

  transaction<T>(options: TransactionOptions, body: (execution: Execution) => T): T {
    return this.transactions.run({ ...options, isTest: options.isTest ?? this.test !== null }, body);
  }

  /** Runs `body` in a database transaction that is rolled back, whatever it did. */
  sandbox<T>(body: () => T): T {
    return this.transactions.sandbox(body);
  }

  user(userId: string): UserContext {
    return withOrg(this.org, () => userContext(userId));
  }

  isLocked(recordId: string): boolean {
    return isRecordLocked(this.org, recordId) && !mayEditLocked(ApexId.of(recordId), this.approvals);
  }

  publishEvents(rows: readonly SObject[]): void {
    const failed = publishRows(rows, null).flatMap((result) => result.errors);
    const [first] = failed;
    if (first)
      throwApex(
        'System.DmlException',
        `Insert failed. First exception on row 0; first error: ${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`
      );
  }
}
