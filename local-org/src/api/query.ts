import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { parseQueryText, QueryTextError } from '../database/soql/parse.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { Api, ApiEnv } from './context.ts';
import { columnsOf } from './columns.ts';
import { inTransaction, version } from './context.ts';
import { ApiError } from './errors.ts';
import { rowToJson } from './rows.ts';

const DEFAULT_BATCH = 2000;
const SMALLEST_BATCH = 200;
const MAX_CURSORS = 500;

/** Rows of a query that did not fit into one answer, kept for the user who asked. */
interface Cursor {
  readonly userId: string;
  readonly records: readonly Record<string, unknown>[];
  readonly batch: number;
}

export function queryRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const cursors = new Map<string, Cursor>();

  const page = (id: string, cursor: Cursor, from: number, path: string): Record<string, unknown> => {
    const records = cursor.records.slice(from, from + cursor.batch);
    const next = from + records.length;
    const done = next >= cursor.records.length;
    return { totalSize: cursor.records.length, done, ...(done ? {} : { nextRecordsUrl: `${path}/${id}-${next}` }), records };
  };

  routes.on('GET', ['/query', '/queryAll', '/tooling/query'], (context) => {
    const text = context.req.query('q') ?? '';
    if (text.trim() === '') throw new ApiError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
    const all = context.req.path.toLowerCase().endsWith('/queryall');
    if (context.req.query('columns') === 'true') return context.json({ columnMetadata: columnsOf(text) });
    const apiVersion = version(context);
    const answer = inTransaction(api, context, ({ org }) => {
      const total = countOf(text, org.database);
      if (total !== null) return { total, records: [] };
      const rows = org.database.queryText(all && !/\bALL\s+ROWS\s*$/i.test(text) ? `${text} ALL ROWS` : text, new Map(), 'user');
      return { total: null, records: (rows.items as SObject[]).map((row) => rowToJson(row, apiVersion)) };
    });
    if (answer.total !== null) return context.json({ totalSize: answer.total, done: true, records: [] });
    const cursor: Cursor = {
      userId: context.get('userId'),
      records: answer.records,
      batch: batchSize(context.req.header('Sforce-Query-Options'))
    };
    const id = `01g${randomUUID().replaceAll('-', '').slice(0, 15)}`;
    if (cursor.records.length > cursor.batch) {
      if (cursors.size >= MAX_CURSORS) cursors.delete(cursors.keys().next().value!);
      cursors.set(id, cursor);
    }
    return context.json(page(id, cursor, 0, `/services/data/${apiVersion}/query`));
  });

  routes.get('/query/:locator', (context) => {
    const [id = '', from = ''] = context.req.param('locator').split('-');
    const cursor = cursors.get(id);
    if (!cursor || cursor.userId !== context.get('userId') || !/^\d+$/.test(from))
      throw new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    return context.json(page(id, cursor, Number(from), `/services/data/${version(context)}/query`));
  });

  return routes;
}

/** `SELECT COUNT()` answers with a size and no rows. */
function countOf(text: string, database: Api['platform']['org']['database']): number | null {
  if (!/^\s*select\s+count\s*\(\s*\)/i.test(text)) return null;
  try {
    const { query } = parseQueryText(text);
    return database.count(query, [], 'user');
  } catch (error) {
    if (error instanceof QueryTextError) throw new ApiError(400, 'MALFORMED_QUERY', error.message);
    throw error;
  }
}

function batchSize(header: string | undefined): number {
  const wanted = Number(/batchSize=(\d+)/i.exec(header ?? '')?.[1] ?? DEFAULT_BATCH);
  return Math.min(Math.max(wanted, SMALLEST_BATCH), DEFAULT_BATCH);
}
