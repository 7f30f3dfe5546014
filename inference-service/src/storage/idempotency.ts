import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';
import { isDatabaseOutage } from './errors.ts';
import { coalesceCalls } from './coalesce.ts';

/**
 * Remembers answers by key so that a job sent twice is computed once, also when both arrive at the same moment at
 * different replicas.
 *
 * Who computes a key is known in memory; replicas that share a database also claim it there, before they begin. An
 * answer goes out only once it is stored. So after a crash either the answer is there, or nobody was given one: the
 * key is then computed again, at once by the embedded database's only process, and by another replica when the claim
 * of the dead one has lapsed.
 */
export type Idempotency = {
  /** Asks for each key (distinct, with a fingerprint of its content). Whoever gets `yours` must end it with finish or release. */
  claim(orgId: string, scope: string, items: KeyedItem[]): Promise<Map<string, Claim>>;
  /** Waits until another holder of the key has an answer or gives up; undefined when it did not happen in time. */
  wait(orgId: string, scope: string, key: string, signal: AbortSignal): Promise<string | undefined>;
  finish(orgId: string, scope: string, results: (KeyedItem & { result: string })[]): Promise<void>;
  release(orgId: string, scope: string, keys: string[]): Promise<void>;
  /** Deletes what has expired. */
  purge(): Promise<number>;
};

export type KeyedItem = { key: string; fingerprint: string };

export type Claim = { state: 'yours' } | { state: 'answered'; result: string } | { state: 'underway' } | { state: 'conflict' };

export type IdempotencyOptions = { keepHours?: number; claimSeconds?: number; pollMs?: number };

type Item = KeyedItem & { orgId: string; scope: string };
type Row = Item & { result: string | null; claimed_by: string | null };
/** A key this process works on, and who wants its answer, or to know that it was given up. */
type Held = { fingerprint: string; waiting: ((result: string | undefined) => void)[] };

const MAX_GROUP = 1_000;
const PURGED_AT_ONCE = 5_000;

export function createIdempotency(database: Database, options: IdempotencyOptions = {}): Idempotency {
  const keepHours = options.keepHours ?? 24;
  const claimSeconds = options.claimSeconds ?? 120;
  const pollMs = options.pollMs ?? 50;
  const holder = randomUUID();
  const held = new Map<string, Held>();
  const grouping = { largest: MAX_GROUP, singly: (error: unknown) => !isDatabaseOutage(error) };

  const findMany = coalesceCalls(async (items: Item[]) => {
    const rows = await database.query<Row>(
      `SELECT org_id AS "orgId", scope, key, fingerprint, result, claimed_by FROM idempotent_results
       WHERE (org_id, scope, key) IN (VALUES ${rowsOf(items.length, '($_, $_, $_)', 1)}) AND expires_at >= $1`,
      [fromNow(0), ...items.flatMap(({ orgId, scope, key }) => [orgId, scope, key])]
    );
    const found = new Map(rows.map((row) => [nameOf(row), row]));
    return items.map((item) => found.get(nameOf(item)));
  }, grouping);

  // Rows are taken in one order, so that two replicas with the same keys cannot wait for each other. A row is taken
  // over when it has expired, when its holder vanished, or when it is ours from before an outage.
  const claimMany = coalesceCalls(async (items: Item[]) => {
    const sorted = [...items].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    await database.query(
      `INSERT INTO idempotent_results AS r (org_id, scope, key, fingerprint, claimed_by, claimed_until, expires_at)
       VALUES ${rowsOf(items.length, '($_, $_, $_, $_, $1, $2, $3)', 4)}
       ON CONFLICT (org_id, scope, key) DO UPDATE
       SET fingerprint = excluded.fingerprint, claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until,
           expires_at = excluded.expires_at, result = NULL
       WHERE r.expires_at < $4 OR (r.result IS NULL AND (r.claimed_until < $4 OR r.claimed_by = $1))`,
      [
        ...[holder, fromNow(claimSeconds), fromNow(keepHours * 3600), fromNow(0)],
        ...sorted.flatMap(({ orgId, scope, key, fingerprint }) => [orgId, scope, key, fingerprint])
      ]
    );
    return items;
  }, grouping);

  const storeMany = coalesceCalls(async (items: (Item & { result: string })[]) => {
    await database.query(
      `INSERT INTO idempotent_results AS r (org_id, scope, key, fingerprint, result, expires_at)
       VALUES ${rowsOf(items.length, '($_, $_, $_, $_, $_, $1)', 2)}
       ON CONFLICT (org_id, scope, key) DO UPDATE
       SET fingerprint = excluded.fingerprint, result = excluded.result, expires_at = excluded.expires_at,
           claimed_by = NULL, claimed_until = NULL
       WHERE r.result IS NULL OR r.expires_at < $2`,
      [
        ...[fromNow(keepHours * 3600), fromNow(0)],
        ...items.flatMap(({ orgId, scope, key, fingerprint, result }) => [orgId, scope, key, fingerprint, result])
      ]
    );
    return items;
  }, grouping);

  const letGo = (item: Omit<Item, 'fingerprint'>, result: string | undefined) => {
    const name = nameOf(item);
    const waiting = held.get(name)?.waiting ?? [];
    held.delete(name);
    for (const give of waiting) give(result);
  };

  return {
    async claim(orgId, scope, given) {
      const claims = new Map<string, Claim>();
      const sought: Item[] = [];
      for (const { key, fingerprint } of given) {
        const item = { orgId, scope, key, fingerprint };
        const name = nameOf(item);
        const other = held.get(name);
        if (other) {
          claims.set(key, { state: other.fingerprint === fingerprint ? 'underway' : 'conflict' });
          continue;
        }
        held.set(name, { fingerprint, waiting: [] });
        sought.push(item);
      }
      if (sought.length === 0) return claims;
      try {
        if (!database.exclusive) await claimMany(sought);
        const rows = await findMany(sought);
        for (const [position, item] of sought.entries()) {
          const row = rows[position];
          const claim = judge(row, item, database.exclusive ? undefined : holder);
          claims.set(item.key, claim);
          if (claim.state !== 'yours') letGo(item, row?.result ?? undefined);
        }
        return claims;
      } catch (error) {
        for (const item of sought) letGo(item, undefined);
        throw error;
      }
    },

    async wait(orgId, scope, key, signal) {
      const here = held.get(nameOf({ orgId, scope, key }));
      if (here) return untilAborted(new Promise<string | undefined>((resolve) => here.waiting.push(resolve)), signal);
      for (let pause = pollMs; !signal.aborted; pause = Math.min(pause * 2, 1000)) {
        const [row] = await database.query<{ result: string | null; lapsed: boolean | number }>(
          `SELECT result, coalesce(claimed_until < $4, true) AS lapsed FROM idempotent_results
           WHERE org_id = $1 AND scope = $2 AND key = $3`,
          [orgId, scope, key, fromNow(0)]
        );
        if (row?.result) return row.result;
        if (!row || row.lapsed) return undefined;
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
      return undefined;
    },

    async finish(orgId, scope, results) {
      const items = results.map((result) => ({ ...result, orgId, scope }));
      try {
        if (items.length > 0) await storeMany(items);
        for (const item of items) letGo(item, item.result);
      } finally {
        for (const item of items) letGo(item, undefined);
      }
    },

    async release(orgId, scope, keys) {
      try {
        if (keys.length === 0 || database.exclusive) return;
        await database.query(
          `DELETE FROM idempotent_results
           WHERE org_id = $1 AND scope = $2 AND claimed_by = $3 AND result IS NULL AND key IN (VALUES ${rowsOf(keys.length, '($_)', 3)})`,
          [orgId, scope, holder, ...keys]
        );
      } finally {
        for (const key of keys) letGo({ orgId, scope, key }, undefined);
      }
    },

    async purge() {
      let all = 0;
      for (let deleted = PURGED_AT_ONCE; deleted === PURGED_AT_ONCE; all += deleted) {
        const rows = await database.query(
          `DELETE FROM idempotent_results WHERE (org_id, scope, key) IN
           (SELECT org_id, scope, key FROM idempotent_results WHERE expires_at < $1 LIMIT ${PURGED_AT_ONCE}) RETURNING 1`,
          [fromNow(0)]
        );
        deleted = rows.length;
      }
      return all;
    }
  };
}

function nameOf({ orgId, scope, key }: Omit<Item, 'fingerprint'>): string {
  return `${orgId}\n${scope}\n${key}`;
}

/** A row of placeholders for each of many, numbered from behind the first `before` parameters. */
function rowsOf(count: number, row: string, before: number): string {
  let last = before;
  return Array.from({ length: count }, () => row.replaceAll('$_', () => `$${++last}`)).join(', ');
}

function fromNow(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString();
}

/** What a row says to whoever asks. Without a holder there are no claims in the database: a row is an answer. */
function judge(row: Row | undefined, item: Item, holder: string | undefined): Claim {
  // Released by its holder since the claim was tried: as good as under way, the waiter will find it gone.
  if (!row) return { state: holder === undefined ? 'yours' : 'underway' };
  if (row.fingerprint !== item.fingerprint) return { state: 'conflict' };
  if (row.result !== null) return { state: 'answered', result: row.result };
  return { state: holder === undefined || row.claimed_by === holder ? 'yours' : 'underway' };
}

function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const give = () => resolve(undefined);
    signal.addEventListener('abort', give, { once: true });
    void promise.then((result) => {
      signal.removeEventListener('abort', give);
      resolve(result);
    });
  });
}
