import { randomUUID } from 'node:crypto';
import type { Database, Sql } from './database.ts';

/** Trained models of one kind, versioned within an org; one of them may be the active one. */
export type ModelStore<Model, Summary> = {
  save(orgId: string, content: { model: Model; summary: Summary }, activate: boolean): Promise<StoredSummary<Summary>>;
  find(orgId: string, id: string): Promise<StoredSummary<Summary> | undefined>;
  /** Newest first. */
  list(orgId: string): Promise<StoredSummary<Summary>[]>;
  /** Makes this version the one in use; undefined when the org has no such model. */
  activate(orgId: string, id: string): Promise<StoredSummary<Summary> | undefined>;
  /** The model to use: the given one, else the active one. */
  load(orgId: string, id: string | undefined): Promise<StoredModel<Model> | undefined>;
};

export type StoredSummary<Summary> = { id: string; version: number; active: boolean; createdAt: string; summary: Summary };
export type StoredModel<Model> = { id: string; version: number; model: Model };

/** Older versions than these are forgotten, except the active one. */
const MAX_VERSIONS = 50;
const MAX_CACHED = 50;

type Row = { id: string; version: number; active: boolean | number; created_at: Date | string; summary: string };

const COLUMNS = 'id, version, active, created_at, summary';

export function createModelStore<Model, Summary>(database: Database, kind: string): ModelStore<Model, Summary> {
  // A stored model never changes, so it can be kept parsed. Which one is active is asked every time, unless nobody
  // else can change it.
  const activeIds = new Map<string, string | undefined>();
  const cache = new Map<string, StoredModel<Model>>();

  const keep = (key: string, stored: StoredModel<Model>): StoredModel<Model> => {
    cache.delete(key);
    cache.set(key, stored);
    if (cache.size > MAX_CACHED) cache.delete(cache.keys().next().value as string);
    return stored;
  };

  const find = async (sql: Sql, orgId: string, id: string): Promise<StoredSummary<Summary> | undefined> => {
    const [row] = await sql.query<Row>(`SELECT ${COLUMNS} FROM models WHERE org_id = $1 AND kind = $2 AND id = $3`, [orgId, kind, id]);
    return row && toSummary(row);
  };

  const activeId = async (orgId: string): Promise<string | undefined> => {
    if (database.exclusive && activeIds.has(orgId)) return activeIds.get(orgId);
    const [found] = await database.query<{ id: string }>('SELECT id FROM models WHERE org_id = $1 AND kind = $2 AND active', [orgId, kind]);
    if (database.exclusive) activeIds.set(orgId, found?.id);
    return found?.id;
  };

  const setActive = async (sql: Sql, orgId: string, id: string): Promise<void> => {
    await sql.query('UPDATE models SET active = false WHERE org_id = $1 AND kind = $2 AND active AND id <> $3', [orgId, kind, id]);
    await sql.query('UPDATE models SET active = true WHERE org_id = $1 AND kind = $2 AND id = $3', [orgId, kind, id]);
  };

  /** Versions are numbered and activated one at a time within an org, across replicas. */
  const change = async <Result>(orgId: string, work: (sql: Sql) => Promise<Result>): Promise<Result> => {
    try {
      return await database.transaction(`models:${kind}:${orgId}`, work);
    } finally {
      activeIds.delete(orgId);
    }
  };

  return {
    save: (orgId, { model, summary }, activate) =>
      change(orgId, async (sql) => {
        const id = randomUUID();
        const [next] = await sql.query<{ version: number }>(
          'SELECT coalesce(max(version), 0) + 1 AS version FROM models WHERE org_id = $1 AND kind = $2',
          [orgId, kind]
        );
        const version = next?.version ?? 1;
        await sql.query('INSERT INTO models (org_id, kind, id, version, summary, model) VALUES ($1, $2, $3, $4, $5, $6)', [
          orgId,
          kind,
          id,
          version,
          JSON.stringify(summary),
          JSON.stringify(model)
        ]);
        if (activate) await setActive(sql, orgId, id);
        const oldest = version - MAX_VERSIONS;
        await sql.query('DELETE FROM models WHERE org_id = $1 AND kind = $2 AND version <= $3 AND NOT active', [orgId, kind, oldest]);
        return (await find(sql, orgId, id)) as StoredSummary<Summary>;
      }),

    find: (orgId, id) => find(database, orgId, id),

    async list(orgId) {
      const rows = await database.query<Row>(`SELECT ${COLUMNS} FROM models WHERE org_id = $1 AND kind = $2 ORDER BY version DESC`, [
        orgId,
        kind
      ]);
      return rows.map(toSummary<Summary>);
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
      if (cached) return keep(key, cached);
      const [row] = await database.query<{ version: number; model: string }>(
        'SELECT version, model FROM models WHERE org_id = $1 AND kind = $2 AND id = $3',
        [orgId, kind, wanted]
      );
      return row && keep(key, { id: wanted, version: row.version, model: JSON.parse(row.model) as Model });
    }
  };
}

function toSummary<Summary>(row: Row): StoredSummary<Summary> {
  return {
    id: row.id,
    version: row.version,
    active: Boolean(row.active),
    createdAt: new Date(row.created_at).toISOString(),
    summary: JSON.parse(row.summary) as Summary
  };
}
