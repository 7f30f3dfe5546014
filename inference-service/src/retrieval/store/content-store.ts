import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, Sql } from '../../storage/database.ts';
import { analyse } from '../index/analysed.ts';
import { ContentIndex } from '../index/content-index.ts';
import { createSynonyms, NO_SYNONYMS, type Synonyms } from '../search/synonyms.ts';
import type { ContentItem, SynonymRule } from '../types.ts';
import { decode, encode } from './encode.ts';

export type PutResult = { id: string; outcome: 'indexed' | 'unchanged' } | { id: string; outcome: 'refused'; reason: string };

export type ContentStatus = { items: number; sequence: number; restored: boolean };

export type OrgContent = { index: ContentIndex; synonyms: Synonyms };

export type ContentStore = {
  /** Item by item: one that is refused does not keep the others out. */
  put(orgId: string, items: readonly ContentItem[]): Promise<PutResult[]>;
  /** Whether there was such an item. */
  delete(orgId: string, id: string): Promise<boolean>;
  /** The index of an org as it is now: what other replicas changed is found within `freshMs`. */
  open(orgId: string): Promise<OrgContent>;
  setSynonyms(orgId: string, rules: readonly SynonymRule[]): Promise<void>;
  synonymRules(orgId: string): Promise<SynonymRule[]>;
  /** Cuts every item into words again, as after a change of the analysis; items stay searchable meanwhile. */
  reindex(orgId: string, onProgress?: (done: number, all: number) => void): Promise<number>;
  status(orgId: string): Promise<ContentStatus>;
  /** Catches up every opened org now, as when another replica has told of a change. */
  catchUp(orgId?: string): Promise<void>;
};

export type ContentStoreOptions = {
  /** How old what a search sees may be, when other replicas may have changed it. */
  freshMs?: number;
  /** Orgs whose index is kept in memory; the one longest unused is let go and read again when asked for. */
  mostOrgs?: number;
  now?: () => Date;
};

type Opened = {
  index: ContentIndex;
  synonyms: Synonyms;
  settingsSequence: number;
  sequence: number;
  checkedAt: number;
  running?: Promise<void>;
  restored: boolean;
};

/** Rows read in one go: some megabytes. */
const PAGE = 500;
const SYNONYMS = 'synonyms';

/**
 * The index of each org: its truth is in the database, this process has a copy in memory. Every change of an org gets
 * the next number of a sequence, under a lock, so that numbers appear in order; a copy asks for what is later than the
 * last it has, deletions included, and so a replica that was away catches up as one that never was.
 */
export function openContentStore(
  database: Database,
  { freshMs = 1000, mostOrgs = 50, now = () => new Date() }: ContentStoreOptions = {}
): ContentStore {
  const orgs = new Map<string, Opened>();

  const opened = (orgId: string): Opened => {
    const known = orgs.get(orgId);
    if (known) {
      orgs.delete(orgId);
      orgs.set(orgId, known);
      return known;
    }
    const fresh: Opened = {
      index: new ContentIndex(),
      synonyms: NO_SYNONYMS,
      settingsSequence: 0,
      sequence: 0,
      checkedAt: -Infinity,
      restored: false
    };
    orgs.set(orgId, fresh);
    if (orgs.size > mostOrgs) orgs.delete(orgs.keys().next().value!);
    return fresh;
  };

  /** Runs one at a time for an org; who comes meanwhile waits for the next run, which sees what was committed before. */
  const refresh = async (orgId: string, org: Opened): Promise<void> => {
    if (org.running) await org.running.catch(() => undefined);
    if (org.running) return org.running;
    org.running = read(orgId, org).finally(() => (org.running = undefined));
    return org.running;
  };

  const read = async (orgId: string, org: Opened): Promise<void> => {
    const began = performance.now();
    for (;;) {
      const rows = await database.query<{ id: string; sequence: number | string; item: string | null }>(
        'SELECT id, sequence, item FROM retrieval_items WHERE org_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3',
        [orgId, org.sequence, PAGE]
      );
      for (const { id, sequence, item } of rows) {
        if (item === null) org.index.delete(id);
        else {
          const { analysed, item: content } = decode(item);
          org.index.put(analysed ?? analyse(content), now());
        }
        org.sequence = Number(sequence);
      }
      if (rows.length < PAGE) break;
      // Searches of other orgs go on between two pages.
      await nextTurn();
    }
    const [settings] = await database.query<{ sequence: number | string; value: string }>(
      'SELECT sequence, value FROM retrieval_settings WHERE org_id = $1 AND name = $2 AND sequence > $3',
      [orgId, SYNONYMS, org.settingsSequence]
    );
    if (settings) {
      org.synonyms = createSynonyms(JSON.parse(settings.value) as SynonymRule[]);
      org.settingsSequence = Number(settings.sequence);
    }
    org.checkedAt = began;
    org.restored = true;
  };

  const current = async (orgId: string): Promise<Opened> => {
    const org = opened(orgId);
    const age = performance.now() - org.checkedAt;
    if (!org.restored || (!database.exclusive && age > freshMs)) await refresh(orgId, org);
    return org;
  };

  const change = async <Result>(orgId: string, work: (sql: Sql, next: () => number) => Promise<Result>): Promise<Result> => {
    const result = await database.transaction(`retrieval:${orgId}`, async (sql) => {
      const [last] = await sql.query<{ last: number | string | null }>(
        'SELECT max(sequence) AS last FROM (SELECT max(sequence) AS sequence FROM retrieval_items WHERE org_id = $1 UNION ALL SELECT max(sequence) FROM retrieval_settings WHERE org_id = $1) AS changes',
        [orgId]
      );
      let sequence = Number(last?.last ?? 0);
      return work(sql, () => ++sequence);
    });
    // Who changed something sees it in the next search, also when others may have changed something in between.
    await refresh(orgId, opened(orgId));
    return result;
  };

  const write = async (sql: Sql, orgId: string, id: string, sequence: number, item: string | null, fingerprint: string): Promise<void> => {
    await sql.query(
      `INSERT INTO retrieval_items (org_id, id, sequence, item, fingerprint) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (org_id, id) DO UPDATE SET sequence = excluded.sequence, item = excluded.item, fingerprint = excluded.fingerprint, changed_at = CURRENT_TIMESTAMP`,
      [orgId, id, sequence, item, fingerprint]
    );
  };

  return {
    async put(orgId, items) {
      const results: PutResult[] = [];
      const ready: { id: string; text: string; fingerprint: string; position: number }[] = [];
      for (const [position, item] of items.entries()) {
        try {
          ready.push({ id: item.id, text: encode(analyse(item)), fingerprint: fingerprintOf(item), position });
        } catch (error) {
          results[position] = { id: item.id, outcome: 'refused', reason: (error as Error).message };
        }
      }
      await change(orgId, async (sql, next) => {
        for (const { id, text, fingerprint, position } of ready) {
          const [known] = await sql.query<{ fingerprint: string }>(
            'SELECT fingerprint FROM retrieval_items WHERE org_id = $1 AND id = $2 AND item IS NOT NULL',
            [orgId, id]
          );
          if (known?.fingerprint !== fingerprint) await write(sql, orgId, id, next(), text, fingerprint);
          results[position] = { id, outcome: known?.fingerprint === fingerprint ? 'unchanged' : 'indexed' };
        }
      });
      return results;
    },

    delete: (orgId, id) =>
      change(orgId, async (sql, next) => {
        const [known] = await sql.query('SELECT id FROM retrieval_items WHERE org_id = $1 AND id = $2 AND item IS NOT NULL', [orgId, id]);
        if (!known) return false;
        await write(sql, orgId, id, next(), null, '');
        return true;
      }),

    async open(orgId) {
      const { index, synonyms } = await current(orgId);
      return { index, synonyms };
    },

    async setSynonyms(orgId, rules) {
      await change(orgId, async (sql, next) => {
        await sql.query(
          'INSERT INTO retrieval_settings (org_id, name, sequence, value) VALUES ($1, $2, $3, $4) ON CONFLICT (org_id, name) DO UPDATE SET sequence = excluded.sequence, value = excluded.value',
          [orgId, SYNONYMS, next(), JSON.stringify(rules)]
        );
      });
    },

    async synonymRules(orgId) {
      const [row] = await database.query<{ value: string }>('SELECT value FROM retrieval_settings WHERE org_id = $1 AND name = $2', [
        orgId,
        SYNONYMS
      ]);
      return row ? (JSON.parse(row.value) as SynonymRule[]) : [];
    },

    async reindex(orgId, onProgress) {
      const { index } = await current(orgId);
      const ids = [...index.ids()];
      for (let from = 0; from < ids.length; from += 50) {
        await change(orgId, async (sql, next) => {
          for (const id of ids.slice(from, from + 50)) {
            const item = index.get(id)?.item;
            // Deleted meanwhile.
            if (item) await write(sql, orgId, id, next(), encode(analyse(item)), fingerprintOf(item));
          }
        });
        onProgress?.(Math.min(from + 50, ids.length), ids.length);
      }
      return ids.length;
    },

    async status(orgId) {
      const { index, sequence, restored } = await current(orgId);
      return { items: index.size, sequence, restored };
    },

    async catchUp(orgId) {
      for (const [id, org] of orgs) if (orgId === undefined || id === orgId) await refresh(id, org);
    }
  };
}

function fingerprintOf(item: ContentItem): string {
  return createHash('sha256').update(JSON.stringify(item)).digest('base64');
}
