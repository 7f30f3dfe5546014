import { randomUUID } from 'node:crypto';
import { current } from '../../runtime/execution.ts';
import { callMethod } from '../../runtime/call.ts';
import { ANY, platformType, sobjectType } from '../../runtime/types.ts';
import { ApexException } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { runEventTrigger } from '../../database/triggers.ts';
import { describeError, nowDatetime } from '../async/jobs.ts';
import type { LocalPlatform } from '../local-platform.ts';
import { selectRows } from '../rows.ts';
import { endings, withOrg } from '../transaction.ts';
import { userByUsername } from '../users.ts';
import type { Subscription } from './subscribers.ts';
import { subscriptions } from './subscribers.ts';

const PENDING = Symbol('events to publish after commit');
const TRIGGER_STATE = Symbol('event trigger');
const MAX_RETRIES = 9;
const RETRY_DELAY_MS = 1_000;

/** What EventBus.TriggerContext shows the running subscriber. */
export interface EventTriggerState {
  readonly retries: number;
  readonly lastError: string | null;
  checkpoint: string | null;
}

export interface PublishedEvent {
  readonly row: SObject;
  /** EventPublishSuccessCallback / EventPublishFailureCallback of the publish call. */
  readonly callback: unknown;
  readonly userId: string;
}

/** Events that a transaction on another thread has published. */
export interface EventsOrder {
  readonly kind: 'events';
  readonly userIds: readonly string[];
  /** A list of the events and a list of their callbacks, in an Apex list. */
  readonly value: unknown;
}

interface Delivery {
  readonly subscription: Subscription;
  readonly rows: readonly SObject[];
  readonly retries: number;
  readonly lastError: string | null;
}

/** Platform events: published rows wait for the commit, then every subscriber gets them in a transaction of its own. */
export class EventBus {
  private readonly platform: LocalPlatform;
  private readonly bySubject: ReadonlyMap<string, readonly Subscription[]>;
  /** Events published and not yet handed out. Only tests let them lie: until deliver() or stopTest. */
  private published: PublishedEvent[] = [];
  private deliveries: Delivery[] = [];
  private replayId = 0;
  private readonly missingUsers = new Set<string>();
  private readonly listeners = new Set<(event: SObject) => void>();

  constructor(platform: LocalPlatform) {
    this.platform = platform;
    this.bySubject = subscriptions(platform.org.model, platform.org.program.triggers);
  }

  /** Takes checked events. Those that wait for the commit go with the running transaction. */
  publish(events: readonly PublishedEvent[], when: 'immediately' | 'afterCommit'): void {
    if (when === 'immediately') {
      // Subscribers run after the transaction in any case; one that is begun again elsewhere must not have published here.
      if (this.platform.test) this.release(events);
      else endings(current()).push(() => this.release(events));
      return;
    }
    const execution = current();
    let pending = execution.slots.get(PENDING) as PublishedEvent[] | undefined;
    if (!pending) {
      execution.slots.set(PENDING, (pending = []));
      execution.afterCommit.push(() => this.release(this.takePending(execution.slots)));
    }
    pending.push(...events);
  }

  /** Tells somebody outside the org of every event that is handed out, as streaming clients are; gives how to stop. */
  listen(listener: (event: SObject) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** How many events the running transaction would publish: a savepoint remembers it. */
  pendingCount(): number {
    return (current().slots.get(PENDING) as PublishedEvent[] | undefined)?.length ?? 0;
  }

  rollbackPending(count: number): void {
    const pending = current().slots.get(PENDING) as PublishedEvent[] | undefined;
    if (pending) pending.length = Math.min(pending.length, count);
  }

  private takePending(slots: Map<symbol, unknown>): PublishedEvent[] {
    return ((slots.get(PENDING) as PublishedEvent[] | undefined) ?? []).splice(0);
  }

  private release(events: readonly PublishedEvent[]): void {
    if (events.length === 0) return;
    if (this.platform.isThread) {
      const lists = [events.map(({ row }) => row), events.map(({ callback }) => callback)];
      const value = new ApexList(
        ANY,
        lists.map((items) => new ApexList(ANY, items))
      );
      this.platform.dispatch({ kind: 'events', userIds: events.map(({ userId }) => userId), value });
      return;
    }
    for (const { row } of events) row.put('ReplayId', String((this.replayId += 1)));
    this.published.push(...events);
    if (!this.platform.test) this.platform.loop.post(() => this.deliverLive());
  }

  takeOrder({ userIds, value }: EventsOrder): void {
    const [rows, callbacks] = (value as ApexList).items as [ApexList, ApexList];
    this.release(userIds.map((userId, index) => ({ row: rows.items[index] as SObject, callback: callbacks.items[index], userId })));
  }

  private deliverLive(): void {
    this.handOut();
    for (const delivery of this.deliveries.splice(0)) this.platform.loop.post(() => this.redeliver(delivery));
  }

  private redeliver(delivery: Delivery): void {
    for (const again of this.attempt(delivery)) {
      this.platform.loop.post(() => this.redeliver(again), again.retries > 0 ? RETRY_DELAY_MS * 2 ** (again.retries - 1) : 0);
    }
  }

  /** Test.getEventBus().deliver(): everything published up to now, and one more try of what asked for it. */
  deliverInTest(): void {
    this.published.push(...this.takePendingWithReplay());
    this.handOut();
    const due = this.deliveries.splice(0);
    for (const delivery of due) this.deliveries.push(...this.attempt(delivery));
  }

  /** Test.getEventBus().fail(): what was published never reaches the bus. */
  failInTest(): void {
    this.published.push(...this.takePendingWithReplay());
    this.callBack(this.published.splice(0), 'onFailure');
  }

  hasWork(): boolean {
    return this.published.length > 0 || this.deliveries.length > 0 || this.pendingCount() > 0;
  }

  clear(): void {
    this.published = [];
    this.deliveries = [];
  }

  private takePendingWithReplay(): PublishedEvent[] {
    const events = this.takePending(current().slots);
    for (const { row } of events) row.put('ReplayId', String((this.replayId += 1)));
    return events;
  }

  /** Sorts published events into one delivery per subscriber and batch. */
  private handOut(): void {
    const events = this.published.splice(0);
    if (!this.platform.test) for (const { row } of events) for (const listener of this.listeners) listener(row);
    const byObject = Map.groupBy(events, (event) => event.row.objectName.toLowerCase());
    for (const [object, group] of byObject) {
      const rows = group.map((event) => event.row);
      for (const subscription of this.bySubject.get(object) ?? []) {
        for (let at = 0; at < rows.length; at += subscription.batchSize) {
          this.deliveries.push({ subscription, rows: rows.slice(at, at + subscription.batchSize), retries: 0, lastError: null });
        }
      }
    }
    this.callBack(events, 'onSuccess');
  }

  /** Runs one batch and gives what is to be delivered again. A subscriber's failure never reaches the publisher. */
  private attempt(delivery: Delivery): Delivery[] {
    const { subscription, rows } = delivery;
    const state: EventTriggerState = { retries: delivery.retries, lastError: delivery.lastError, checkpoint: null };
    const options = { userId: this.subscriberId(subscription), quiddity: 'SYNCHRONOUS', isTest: this.platform.test !== null };
    let failure: unknown = null;
    try {
      this.platform.transaction(options, (execution) => {
        execution.slots.set(TRIGGER_STATE, state);
        runEventTrigger(
          subscription.trigger,
          subscription.event,
          rows.map((row) => row.copy())
        );
      });
    } catch (error) {
      failure = error;
    }
    if (failure === null) return this.afterCheckpoint(delivery, state);
    const retryable = failure instanceof ApexException && failure.type === platformType('eventbus.RetryableException');
    if (retryable && delivery.retries < MAX_RETRIES) {
      return [{ ...delivery, retries: delivery.retries + 1, lastError: (failure as ApexException).getMessage() }];
    }
    this.platform.log(`Trigger ${subscription.trigger.name} failed on ${rows.length} event(s): ${describeError(failure)}`);
    return this.afterCheckpoint(delivery, state);
  }

  /** A subscriber that set a checkpoint wants the events after it in a new transaction. */
  private afterCheckpoint(delivery: Delivery, state: EventTriggerState): Delivery[] {
    if (state.checkpoint === null) return [];
    const done = delivery.rows.findIndex((row) => row.get('ReplayId') === state.checkpoint);
    const rest = delivery.rows.slice(done + 1);
    return done < 0 || rest.length === 0 ? [] : [{ ...delivery, rows: rest, retries: 0, lastError: null }];
  }

  private subscriberId(subscription: Subscription): string {
    const { org } = this.platform;
    return withOrg(org, () => {
      const named = subscription.username === null ? null : userByUsername(subscription.username);
      if (named) return named.id;
      if (subscription.username !== null && !this.missingUsers.has(subscription.username)) {
        this.missingUsers.add(subscription.username);
        if (!this.platform.test)
          this.platform.log(`Trigger ${subscription.trigger.name} runs as Automated Process: no active user ${subscription.username}`);
      }
      const [automated] = selectRows("SELECT Id FROM User WHERE UserType = 'AutomatedProcess' LIMIT 1");
      if (!automated) throw new Error('The org has no Automated Process user');
      return (automated.get('Id') as ApexId).value;
    });
  }

  private callBack(events: readonly PublishedEvent[], method: 'onSuccess' | 'onFailure'): void {
    const groups = Map.groupBy(
      events.filter((event) => event.callback !== null),
      (event) => event.callback
    );
    for (const [callback, group] of groups) {
      const result = new PublishResult(group.map((event) => String(event.row.get('EventUuid'))));
      const options = { userId: group[0]!.userId, quiddity: 'PLATFORM_EVENT_PUBLISH_CALLBACK', isTest: this.platform.test !== null };
      this.platform.transaction(options, () => callMethod(callback, method, [result]));
    }
  }
}

/** eventbus.SuccessResult and FailureResult. */
export class PublishResult {
  readonly uuids: readonly string[];
  constructor(uuids: readonly string[]) {
    this.uuids = uuids;
  }
}

export function eventTriggerState(): EventTriggerState | null {
  return (current().slots.get(TRIGGER_STATE) as EventTriggerState | undefined) ?? null;
}

/** Fields that every event carries, set when it is published. */
export function stamp(row: SObject): void {
  // An event made with `newSObject` has had its id since.
  if (row.get('EventUuid') === null) row.put('EventUuid', randomUUID());
  row.put('CreatedDate', nowDatetime());
  row.put('CreatedById', ApexId.of(current().user.id));
}

export function eventList(objectName: string, rows: readonly SObject[]): ApexList {
  return new ApexList(sobjectType(objectName), [...rows]);
}
