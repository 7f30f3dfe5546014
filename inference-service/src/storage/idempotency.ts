import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';

/**
 * Remembers answers by key so that a job sent twice is computed once, also when both arrive at the same moment at
 * different replicas. A claim ends by itself: a replica that dies in between does not block the key for long.
 */
export type Idempotency = {
  /** Asks for each key (distinct, with a fingerprint of its content). Whoever gets `yours` must end it with finish or release. */
  claim(orgId: string, scope: string, items: KeyedItem[]): Promise<Map<string, Claim>>;
  /** Waits until another holder of the key has an answer or gives up; undefined when it did not happen in time. */
  wait(orgId: string, scope: string, key: string, signal: AbortSignal): Promise<string | undefined>;
  finish(orgId: string, scope: string, owner: string, results: { key: string; result: string }[]): Promise<void>;
  release(orgId: string, scope: string, owner: string, keys: string[]): Promise<void>;
  /** Deletes what has expired. */
  purge(): Promise<number>;
};

export type KeyedItem = { key: string; fingerprint: string };

export type Claim =
  { state: 'yours'; owner: string } | { state: 'answered'; result: string } | { state: 'underway' } | { state: 'conflict' };

type Row = { key: string; fingerprint: string; result: string | null; claimed_by: string | null };

export type IdempotencyOptions = { keepHours?: number; claimSeconds?: number; pollMs?: number };

export function createIdempotency(database: Database, options: IdempotencyOptions = {}): Idempotency {
  const keepHours = options.keepHours ?? 24;
  const claimSeconds = options.claimSeconds ?? 120;
  const pollMs = options.pollMs ?? 50;

  return {
    async claim(orgId, scope, items) {
      const claims = new Map<string, Claim>();
      if (items.length === 0) return claims;
      const owner = randomUUID();
      // Sorted, so that two batches with the same keys lock the rows in the same order and cannot deadlock.
      const sorted = [...items].sort((a, b) => (a.key < b.key ? -1 : 1));
      const keys = sorted.map((item) => item.key);
      // A row is taken over when it has expired, or when its holder vanished without an answer.
      await database.query(
        `INSERT INTO idempotent_results AS r (org_id, scope, key, fingerprint, claimed_by, claimed_until, expires_at)
         SELECT $1, $2, item.key, item.fingerprint, $3, now() + make_interval(secs => $4), now() + make_interval(hours => $5)
         FROM unnest($6::text[], $7::text[]) AS item (key, fingerprint)
         ON CONFLICT (org_id, scope, key) DO UPDATE
         SET fingerprint = excluded.fingerprint, claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until,
             expires_at = excluded.expires_at, result = NULL
         WHERE r.expires_at < now() OR (r.result IS NULL AND r.claimed_until < now())`,
        [orgId, scope, owner, claimSeconds, keepHours, keys, sorted.map((item) => item.fingerprint)]
      );
      const rows = await database.query<Row>(
        'SELECT key, fingerprint, result, claimed_by FROM idempotent_results WHERE org_id = $1 AND scope = $2 AND key = ANY($3::text[])',
        [orgId, scope, keys]
      );
      const found = new Map(rows.map((row) => [row.key, row]));
      for (const item of items) {
        const row = found.get(item.key);
        // Released by its holder between the two statements: as good as under way, the waiter will find it gone.
        if (!row) claims.set(item.key, { state: 'underway' });
        else if (row.fingerprint !== item.fingerprint) claims.set(item.key, { state: 'conflict' });
        else if (row.result !== null) claims.set(item.key, { state: 'answered', result: row.result });
        else claims.set(item.key, row.claimed_by === owner ? { state: 'yours', owner } : { state: 'underway' });
      }
      return claims;
    },

    async wait(orgId, scope, key, signal) {
      for (let pause = pollMs; !signal.aborted; pause = Math.min(pause * 2, 1000)) {
        const [row] = await database.query<{ result: string | null; lapsed: boolean }>(
          `SELECT result, coalesce(claimed_until < now(), true) AS lapsed FROM idempotent_results
           WHERE org_id = $1 AND scope = $2 AND key = $3`,
          [orgId, scope, key]
        );
        if (row?.result) return row.result;
        if (!row || row.lapsed) return undefined;
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
      return undefined;
    },

    async finish(orgId, scope, owner, results) {
      if (results.length === 0) return;
      await database.query(
        `UPDATE idempotent_results AS r SET result = item.result, claimed_by = NULL, claimed_until = NULL
         FROM unnest($4::text[], $5::text[]) AS item (key, result)
         WHERE r.org_id = $1 AND r.scope = $2 AND r.claimed_by = $3 AND r.key = item.key`,
        [orgId, scope, owner, results.map((item) => item.key), results.map((item) => item.result)]
      );
    },

    async release(orgId, scope, owner, keys) {
      if (keys.length === 0) return;
      await database.query(
        'DELETE FROM idempotent_results WHERE org_id = $1 AND scope = $2 AND claimed_by = $3 AND result IS NULL AND key = ANY($4::text[])',
        [orgId, scope, owner, keys]
      );
    },

    async purge() {
      const rows = await database.query('DELETE FROM idempotent_results WHERE expires_at < now() RETURNING key');
      return rows.length;
    }
  };
}
