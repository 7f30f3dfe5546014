import { Hono } from 'hono';
import type { DmlResult } from '../database/database.ts';
import { current } from '../runtime/execution.ts';
import { ApexId } from '../runtime/values/id.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { Api, ApiContext, ApiEnv } from './context.ts';
import { inTransaction, jsonBody, version } from './context.ts';
import { ApiError } from './errors.ts';
import { findObject, rowFromJson, rowToJson } from './rows.ts';
import { externalIdField } from './sobjects.ts';

const MAX_COLLECTION = 200;
const MAX_SUBREQUESTS = 25;

interface SaveEntry {
  readonly id?: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors: readonly { statusCode: string; message: string; fields: readonly string[] }[];
}

type Verb = 'insert' | 'update' | 'delete' | 'upsert';

/** Collections: up to 200 rows of one or several objects in one transaction. */
export function collectionRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  const saving = (verb: 'insert' | 'update') => async (context: ApiContext) => {
    const { records, allOrNone } = collection(await jsonBody(context));
    return context.json(inTransaction(api, context, () => save(verb, records.map(toRow), allOrNone)));
  };
  routes.post('/composite/sobjects', saving('insert'));
  routes.patch('/composite/sobjects', saving('update'));

  routes.patch('/composite/sobjects/:name/:field', async (context) => {
    const { records, allOrNone } = collection(await jsonBody(context));
    const entries = inTransaction(api, context, () => {
      const object = findObject(context.req.param('name'));
      const field = externalIdField(object, context.req.param('field'));
      return save(
        'upsert',
        records.map((record) => rowFromJson(object, record)),
        allOrNone,
        field.name
      );
    });
    return context.json(entries);
  });

  routes.delete('/composite/sobjects', (context) => {
    const ids = (context.req.query('ids') ?? '').split(',').filter((id) => id !== '');
    limit(ids.length);
    const allOrNone = context.req.query('allOrNone') === 'true';
    return context.json(
      inTransaction(api, context, () =>
        save(
          'delete',
          ids.map((text) => {
            const id = ApexId.of(text);
            const object = [...current().org.model.objects.values()].find((each) => each.keyPrefix === id.keyPrefix);
            if (!object) throw new ApiError(400, 'MALFORMED_ID', `malformed id ${text}`);
            return new SObject(object.name, { Id: id });
          }),
          allOrNone
        )
      )
    );
  });

  routes.on(['GET', 'POST'], '/composite/sobjects/:name', async (context) => {
    const body = context.req.method === 'POST' ? await jsonBody(context) : {};
    const ids = (body['ids'] as string[] | undefined) ?? (context.req.query('ids') ?? '').split(',');
    const fields = (body['fields'] as string[] | undefined) ?? (context.req.query('fields') ?? '').split(',');
    limit(ids.length);
    const rows = inTransaction(api, context, ({ org }) => {
      const object = findObject(context.req.param('name'));
      for (const name of fields)
        if (!/^[A-Za-z][A-Za-z0-9_.]*$/.test(name))
          throw new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on entity '${object.name}'`);
      const wanted = ids.map((id) => ApexId.of(id).value);
      const found = org.database.queryText(
        `SELECT ${[...new Set(['Id', ...fields])].join(', ')} FROM ${object.name} WHERE Id IN (${wanted.map((id) => `'${id}'`).join(', ')})`,
        new Map(),
        'user'
      );
      const byId = new Map((found.items as SObject[]).map((row) => [(row.get('Id') as ApexId).value, row]));
      return wanted.map((id) => (byId.has(id) ? rowToJson(byId.get(id)!, version(context)) : null));
    });
    return context.json(rows);
  });

  return routes;
}

function limit(size: number): void {
  if (size === 0) throw new ApiError(400, 'REQUIRED_FIELD_MISSING', 'No records were given');
  if (size > MAX_COLLECTION)
    throw new ApiError(400, 'EXCEEDED_MAX_SIZE_REQUEST', `The request has ${size} records; at most ${MAX_COLLECTION} are allowed`);
}

function collection(body: Record<string, unknown>): { records: Record<string, unknown>[]; allOrNone: boolean } {
  const records = body['records'];
  if (!Array.isArray(records) || records.some((each) => typeof each !== 'object' || each === null)) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'records must be an array of objects');
  }
  limit(records.length);
  return { records: records as Record<string, unknown>[], allOrNone: body['allOrNone'] === true };
}

function toRow(record: Readonly<Record<string, unknown>>): SObject {
  const type = (record['attributes'] as { type?: unknown } | undefined)?.type;
  if (typeof type !== 'string') throw new ApiError(400, 'INVALID_FIELD', 'Each record needs attributes.type');
  return rowFromJson(findObject(type), record);
}

/** Rows of one object that follow each other are saved together; all-or-none spans the whole request. */
function save(verb: Verb, rows: readonly SObject[], allOrNone: boolean, externalId?: string): SaveEntry[] {
  const { database } = current().org;
  const savepoint = database.savepoint();
  const results: DmlResult[] = [];
  for (let at = 0; at < rows.length;) {
    let end = at + 1;
    while (end < rows.length && rows[end]!.objectName === rows[at]!.objectName) end += 1;
    results.push(...database[verb](rows.slice(at, end), { access: 'user', allOrNone, externalIdField: externalId }));
    at = end;
    if (allOrNone && results.some((result) => !result.success)) break;
  }
  if (!allOrNone || results.every((result) => result.success)) return results.map((result) => entry(result, verb));
  database.rollbackTo(savepoint);
  return rows.map((_, index) => {
    const result = results[index];
    if (result && !result.success && result.errors.length > 0) return entry(result, verb);
    const error = {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: []
    };
    return { success: false, errors: [error] };
  });
}

function entry(result: DmlResult, verb: Verb): SaveEntry {
  return {
    ...(result.id !== null && result.success ? { id: result.id } : {}),
    success: result.success,
    ...(verb === 'upsert' && result.success ? { created: result.created } : {}),
    errors: result.errors
  };
}

interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
}

/** Runs up to 25 requests one after another; `@{ref.field}` reads an earlier answer. `dispatch` is the whole API. */
export function compositeRoutes(dispatch: (request: Request) => Response | Promise<Response>): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.post('/composite', async (context) => {
    const body = await jsonBody(context);
    const requests = body['compositeRequest'];
    if (!Array.isArray(requests) || requests.length === 0)
      throw new ApiError(400, 'JSON_PARSER_ERROR', 'compositeRequest must be a non-empty array');
    if (requests.length > MAX_SUBREQUESTS) throw new ApiError(400, 'LIMIT_EXCEEDED', `At most ${MAX_SUBREQUESTS} subrequests are allowed`);
    // Subrequests are transactions of their own here: undoing earlier ones is not modelled.
    if (body['allOrNone'] === true)
      throw new ApiError(400, 'NOT_IMPLEMENTED', 'Not implemented in the local org: composite requests with allOrNone');
    const answers = new Map<string, unknown>();
    const responses: unknown[] = [];
    for (const request of requests as Subrequest[]) {
      const url = resolve(request.url, answers, request.referenceId) as string;
      if (!url.startsWith('/services/')) throw new ApiError(400, 'INVALID_URL', `A subrequest's url must begin with /services/: ${url}`);
      const answer = await dispatch(
        new Request(new URL(url, 'http://localhost'), {
          method: request.method,
          headers: { Authorization: context.req.header('Authorization') ?? '', 'Content-Type': 'application/json' },
          ...(request.body === undefined ? {} : { body: JSON.stringify(resolve(request.body, answers, request.referenceId)) })
        })
      );
      const text = await answer.text();
      const parsed: unknown = text === '' ? null : JSON.parse(text);
      if (answer.ok) answers.set(request.referenceId, parsed);
      responses.push({ body: parsed, httpHeaders: {}, httpStatusCode: answer.status, referenceId: request.referenceId });
    }
    return context.json({ compositeResponse: responses });
  });
  return routes;
}

const REFERENCE = /@\{(\w+)\.([^}]+)\}/g;

function resolve(value: unknown, answers: ReadonlyMap<string, unknown>, referenceId: string): unknown {
  if (typeof value === 'string') {
    return value.replace(REFERENCE, (_, name: string, path: string) => {
      const found = path
        .split(/[.[\]]+/)
        .filter((part) => part !== '')
        .reduce<unknown>((at, part) => (at as Record<string, unknown> | null | undefined)?.[part], answers.get(name));
      if (found === undefined)
        throw new ApiError(400, 'PROCESSING_HALTED', `Invalid reference in subrequest ${referenceId}: @{${name}.${path}}`);
      return String(found);
    });
  }
  if (Array.isArray(value)) return value.map((each) => resolve(each, answers, referenceId));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each, answers, referenceId)]));
  return value;
}
