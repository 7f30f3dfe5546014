import type { OpenedOrg } from '../open-org.ts';
import type { Org, UserContext } from '../org.ts';
import type { Execution } from '../runtime/execution.ts';
import { ApexId } from '../runtime/values/id.ts';
import { throwApex } from '../runtime/values/exception.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { ApprovalEngine } from './approvals/engine.ts';
import { abortOrphans } from './async/jobs.ts';
import { prepareScheduleStore, resumeSchedules } from './async/schedule.ts';
import type { TestContext } from './async/test-context.ts';
import { callsOut, perform } from './async/orders.ts';
import type { Order } from './async/orders.ts';
import { WorkLoop } from './async/work-loop.ts';
import { describeError } from './async/jobs.ts';
import { LocalCache } from './cache.ts';
import type { PlatformCache } from './cache.ts';
import { EventBus } from './events/event-bus.ts';
import { publishRows } from './events/publish.ts';
import { isRecordLocked, mayEditLocked, prepareLockStore } from './locks.ts';
import { prepareNotificationStore } from './notifications.ts';
import type { Platform, TransactionOptions } from './platform.ts';
import { MustMove } from './must-move.ts';
import type { OrgSettings } from './settings.ts';
import { requestNamed } from '../threads/requests.ts';
import type { ApexThreads } from '../threads/apex-threads.ts';
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
  cache: PlatformCache = new LocalCache();
  /** Signatures of queued queueables that must not be enqueued twice. */
  readonly signatures = new Set<string>();
  /** The threads that Apex may wait on, of an org that is served. */
  threads: ApexThreads | null = null;
  /** On such a thread: how work that a transaction leaves is sent home. */
  sendHome: ((order: Order, delayMs: number) => void) | null = null;
  /** The running transaction is one that can be begun again on a thread when it would have to wait. */
  mayMove = false;
  /** Told what every transaction has used. */
  onTransaction: ((execution: Execution) => void) | null = null;
  private readonly calledOut = new Set<string>();
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

  /** Settles once no work is due or under way, here or on a thread. */
  async idle(): Promise<void> {
    // Work on a thread may leave work for the loop, and the other way round.
    do await Promise.all([this.loop.idle(), this.threads?.idle()]);
    while (this.threads?.busy);
  }

  close(): void {
    this.loop.close();
  }

  get isThread(): boolean {
    return this.sendHome !== null;
  }

  /** Does work that a transaction has left, some time after it. */
  dispatch(order: Order, delayMs = 0): void {
    if (this.sendHome) this.sendHome(order, delayMs);
    else this.loop.post(() => this.perform(order), delayMs);
  }

  /** What may call out is done where it keeps nobody waiting. */
  private perform(order: Order): void {
    if (this.threads && callsOut(this, order)) this.threads.perform(order);
    else perform(this, order);
  }

  /**
   * Does what somebody asked for over HTTP: here, as long as it need not wait; on a thread once it must, and from then on
   * at once.
   */
  async request(name: string, userId: string, input: unknown): Promise<unknown> {
    const { handle, key } = requestNamed(name);
    const org = this.org as OpenedOrg;
    const { threads } = this;
    if (!threads) return handle(org, userId, input as never);
    const kind = key(input as never);
    if (kind === null || !this.calledOut.has(kind)) {
      try {
        this.mayMove = true;
        return this.cache.guarded(
          () => handle(org, userId, input as never),
          (error) => error instanceof MustMove
        );
      } catch (error) {
        if (!(error instanceof MustMove)) throw error;
        if (kind !== null && error.callsOut) this.calledOut.add(kind);
      } finally {
        this.mayMove = false;
      }
    }
    return threads.request(name, userId, input);
  }

  transaction<T>(options: TransactionOptions, body: (execution: Execution) => T): T {
    return this.transactions.run({ ...options, isTest: options.isTest ?? this.test !== null }, body, this.onTransaction);
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
