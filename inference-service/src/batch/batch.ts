import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { ErrorCode } from '../contract/errors.ts';
import { JsonText } from '../http/json-text.ts';
import { describeIssues, hasUnsafeName } from '../http/json.ts';
import type { Claim, Idempotency, KeyedItem } from '../storage/idempotency.ts';
import { describeError } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { canonicalContent } from './canonical-content.ts';
import { itemKeySchema, type FailedItem } from './contract.ts';

/** Work on items that come in batches, each under a key of its own. */
export type BatchWork<Item extends { key: string }> = {
  /** Names the work in the database and in metrics, for good: `deals.score`. */
  name: string;
  item: z.ZodType<Item>;
  /** What is wrong with the counts of what was sent, asked before any content is looked at. */
  countProblemOf?(value: unknown): string | undefined;
  /** What is wrong with an item beyond its shape, without repeating it. */
  problemOf?(item: Item): string | undefined;
};

export type Batch<Item extends { key: string }> = {
  /**
   * `{ requestId, results }` with one result for each item, in their order. A key with the same content is worked on
   * once, whoever asks, within a batch, at the same moment and for a day; with other content it is refused. An item
   * that is bad, or whose work fails, is answered as failed and the others are not touched.
   */
  answer(items: unknown[], call: BatchCall, work: (item: Item) => Promise<object>): Promise<JsonText>;
};

/** What a batch needs to know of the request it answers. */
export type BatchCall = {
  orgId: string;
  requestId: string;
  signal: AbortSignal;
  log: () => Logger;
  note(fields: Record<string, number>): void;
};

type Dependencies = { idempotency: Idempotency; metrics: Metrics };
type Keyed<Item> = { item: Item; key: string; fingerprint: string };
/** As JSON; with the code when it failed. */
type Answered = { json: string; failure?: ErrorCode };
type Run<Item> = { name: string; call: BatchCall; work: (item: Item) => Promise<object> };

/** A holder of a key may give up and a third may take over; more often than this is not bad luck. */
const MAX_CLAIM_ATTEMPTS = 5;

export function createBatch<Item extends { key: string }>(batch: BatchWork<Item>, dependencies: Dependencies): Batch<Item> {
  const { name } = batch;
  const { itemsAnswered } = dependencies.metrics;
  const contentOf = canonicalContent(batch.item);

  const read = (value: unknown): Keyed<Item> | FailedItem => {
    const countProblem = batch.countProblemOf?.(value);
    if (countProblem) return failed(usableKey(value), 'invalid_item', countProblem);
    const parsed = batch.item.safeParse(value);
    const key = parsed.success ? parsed.data.key : usableKey(value);
    if (hasUnsafeName(value)) return failed(key, 'invalid_item', 'A property has a reserved name');
    if (!parsed.success) return failed(key, 'invalid_item', describeIssues(parsed.error));
    const item = parsed.data;
    const problem = batch.problemOf?.(item);
    if (problem) return failed(item.key, 'invalid_item', problem);
    return { item, key: item.key, fingerprint: hash('sha256', JSON.stringify(contentOf(item))) };
  };

  return {
    async answer(items, call, work) {
      const given = items.map(read);
      // The same key twice in one batch is one item; with other content it is a mistake.
      const distinct = new Map<string, Keyed<Item>>();
      for (const one of given) if ('item' in one && !distinct.has(one.key)) distinct.set(one.key, one);
      const answers = await answerAll([...distinct.values()], { name, call, work }, dependencies);

      const results = given.map((one): Answered => {
        if (!('item' in one)) return refused(one);
        if (distinct.get(one.key)?.fingerprint !== one.fingerprint) return refused(conflict(one.key));
        return answers.get(one.key) ?? refused(failed(one.key, 'internal', 'The item was not answered'));
      });
      for (const { failure } of results) if (failure) itemsAnswered.inc({ work: name, outcome: failure });
      call.note({ items: results.length, failed: results.filter(({ failure }) => failure).length });
      return new JsonText(`{"requestId":${JSON.stringify(call.requestId)},"results":[${results.map(({ json }) => json).join()}]}`);
    }
  };
}

/** Claims every key, works on what nobody else is working on, and takes the answers of others for the rest. */
async function answerAll<Item>(items: Keyed<Item>[], run: Run<Item>, dependencies: Dependencies): Promise<Map<string, Answered>> {
  const { idempotency, metrics } = dependencies;
  const { name } = run;
  const { orgId, signal } = run.call;
  const answers = new Map<string, Answered>();
  const replay = (key: string, json: string) => {
    answers.set(key, { json });
    metrics.itemsAnswered.inc({ work: name, outcome: 'replayed' });
  };
  let open = items;
  for (let attempt = 0; open.length > 0 && attempt < MAX_CLAIM_ATTEMPTS; attempt += 1) {
    const claims = await idempotency.claim(
      orgId,
      name,
      open.map(({ key, fingerprint }) => ({ key, fingerprint }))
    );
    const inState = (state: Claim['state']) => open.filter(({ key }) => claims.get(key)?.state === state);
    for (const { key } of inState('conflict')) answers.set(key, refused(conflict(key)));
    for (const { key } of inState('answered')) {
      const claim = claims.get(key);
      if (claim?.state === 'answered') replay(key, claim.result);
    }
    await workOn(inState('yours'), run, dependencies, answers);
    const others = inState('underway');
    const waited = await Promise.all(others.map(({ key }) => idempotency.wait(orgId, name, key, signal)));
    open = others.filter(({ key }, position) => {
      const result = waited[position];
      if (result === undefined) return !signal.aborted;
      replay(key, result);
      return false;
    });
  }
  for (const { key } of items) {
    if (!answers.has(key)) answers.set(key, refused(failed(key, 'unavailable', 'Another request is still working on this item')));
  }
  return answers;
}

async function workOn<Item>(
  items: Keyed<Item>[],
  { name, call, work }: Run<Item>,
  { idempotency, metrics }: Dependencies,
  answers: Map<string, Answered>
): Promise<void> {
  const done: (KeyedItem & { result: string })[] = [];
  const given: string[] = [];
  const one = async ({ item, key, fingerprint }: Keyed<Item>) => {
    try {
      const result = JSON.stringify(await work(item));
      answers.set(key, { json: result });
      done.push({ key, fingerprint, result });
      metrics.itemsAnswered.inc({ work: name, outcome: 'done' });
    } catch (error) {
      call.log().error({ error: describeError(error) }, 'an item could not be worked on');
      answers.set(key, refused(failed(key, 'internal', 'The service could not work on this item')));
      given.push(key);
    }
  };
  const underway: Promise<void>[] = [];
  for (const [position, item] of items.entries()) {
    // A hundred items can be most of a second of arithmetic: let others in between.
    if (position > 0) await nextTurn();
    underway.push(one(item));
  }
  await Promise.all(underway);
  await Promise.all([idempotency.finish(call.orgId, name, done), idempotency.release(call.orgId, name, given)]);
}

function usableKey(value: unknown): string | null {
  const key = typeof value === 'object' && value !== null ? (value as { key?: unknown }).key : undefined;
  const parsed = itemKeySchema.safeParse(key);
  return parsed.success ? parsed.data : null;
}

function failed(key: string | null, code: ErrorCode, message: string): FailedItem {
  return { key, outcome: 'failed', error: { code, message } };
}

function refused(item: FailedItem): Answered {
  return { json: JSON.stringify(item), failure: item.error.code };
}

function conflict(key: string): FailedItem {
  return failed(key, 'idempotency_conflict', 'This key was used with other content; a changed item needs a new key');
}
