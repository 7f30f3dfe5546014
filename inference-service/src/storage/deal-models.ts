import { randomUUID } from 'node:crypto';
import type { DealModel, DealModelSummary } from '../contract/deal-models.ts';
import { dealModelSummarySchema } from '../contract/deal-models.ts';
import type { TrainedModel } from '../learning/types.ts';
import { describeModel } from '../training/describe.ts';
import type { Database, Sql } from './database.ts';

export type StoredModel = { id: string; version: number; model: TrainedModel };

export type DealModels = {
  save(orgId: string, model: TrainedModel, activate: boolean): Promise<DealModel>;
  find(orgId: string, id: string): Promise<DealModel | undefined>;
  /** Newest first. */
  list(orgId: string): Promise<DealModelSummary[]>;
  /** Makes this version the one used for scoring; undefined when the org has no such model. */
  activate(orgId: string, id: string): Promise<DealModel | undefined>;
  /** The model to score with: the given one, else the active one. */
  load(orgId: string, id: string | undefined): Promise<StoredModel | undefined>;
};

/** Older versions than these are forgotten, except the active one. */
const KEPT_VERSIONS = 50;
const CACHED_MODELS = 50;

type Row = { id: string; version: number; active: boolean | number; created_at: Date | string; summary: string };

export function createDealModels(database: Database): DealModels {
  // A stored model never changes, so it can be kept parsed. Which one is active is asked every time, unless nobody
  // else can change it.
  const activeIds = new Map<string, string | undefined>();
  const cache = new Map<string, StoredModel>();

  const remember = (key: string, stored: StoredModel): StoredModel => {
    cache.delete(key);
    cache.set(key, stored);
    if (cache.size > CACHED_MODELS) cache.delete(cache.keys().next().value as string);
    return stored;
  };

  const find = async (sql: Sql, orgId: string, id: string): Promise<DealModel | undefined> => {
    const [row] = await sql.query<Row>('SELECT id, version, active, created_at, summary FROM deal_models WHERE org_id = $1 AND id = $2', [
      orgId,
      id
    ]);
    return row && toDealModel(row);
  };

  const activeId = async (orgId: string): Promise<string | undefined> => {
    if (database.exclusive && activeIds.has(orgId)) return activeIds.get(orgId);
    const [found] = await database.query<{ id: string }>('SELECT id FROM deal_models WHERE org_id = $1 AND active', [orgId]);
    if (database.exclusive) activeIds.set(orgId, found?.id);
    return found?.id;
  };

  /** Versions are numbered and activated one at a time within an org, across replicas. */
  const change = async <Result>(orgId: string, work: (sql: Sql) => Promise<Result>): Promise<Result> => {
    try {
      return await database.transaction(`deal_models:${orgId}`, work);
    } finally {
      activeIds.delete(orgId);
    }
  };

  return {
    save: (orgId, model, activate) =>
      change(orgId, async (sql) => {
        const id = randomUUID();
        const [next] = await sql.query<{ version: number }>(
          'SELECT coalesce(max(version), 0) + 1 AS version FROM deal_models WHERE org_id = $1',
          [orgId]
        );
        const version = next?.version ?? 1;
        await sql.query('INSERT INTO deal_models (org_id, id, version, summary, model) VALUES ($1, $2, $3, $4, $5)', [
          orgId,
          id,
          version,
          JSON.stringify(describeModel(model)),
          JSON.stringify(model)
        ]);
        if (activate) await setActive(sql, orgId, id);
        await sql.query('DELETE FROM deal_models WHERE org_id = $1 AND version <= $2 AND NOT active', [orgId, version - KEPT_VERSIONS]);
        return (await find(sql, orgId, id)) as DealModel;
      }),

    find: (orgId, id) => find(database, orgId, id),

    async list(orgId) {
      const rows = await database.query<Row>(
        'SELECT id, version, active, created_at, summary FROM deal_models WHERE org_id = $1 ORDER BY version DESC',
        [orgId]
      );
      return rows.map((row) => dealModelSummarySchema.parse(toDealModel(row)));
    },

    activate: (orgId, id) =>
      change(orgId, async (sql) => {
        if (await find(sql, orgId, id)) await setActive(sql, orgId, id);
        return find(sql, orgId, id);
      }),

    async load(orgId, id) {
      const wanted = id ?? (await activeId(orgId));
      if (wanted === undefined) return undefined;
      // The org is part of the key: another org's model is not found in the cache either.
      const key = `${orgId}\n${wanted}`;
      const cached = cache.get(key);
      if (cached) return remember(key, cached);
      const [row] = await database.query<{ version: number; model: string }>(
        'SELECT version, model FROM deal_models WHERE org_id = $1 AND id = $2',
        [orgId, wanted]
      );
      return row && remember(key, { id: wanted, version: row.version, model: JSON.parse(row.model) as TrainedModel });
    }
  };
}

async function setActive(sql: Sql, orgId: string, id: string): Promise<void> {
  await sql.query('UPDATE deal_models SET active = false WHERE org_id = $1 AND active AND id <> $2', [orgId, id]);
  await sql.query('UPDATE deal_models SET active = true WHERE org_id = $1 AND id = $2', [orgId, id]);
}

function toDealModel(row: Row): DealModel {
  return {
    id: row.id,
    version: row.version,
    active: Boolean(row.active),
    createdAt: new Date(row.created_at).toISOString(),
    ...(JSON.parse(row.summary) as ReturnType<typeof describeModel>)
  };
}
