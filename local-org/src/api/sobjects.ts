import { Hono } from 'hono';
import type { AccessMode, DmlResult } from '../database/database.ts';
import { accessRules } from '../runtime/access.ts';
import { current } from '../runtime/execution.ts';
import { ApexId } from '../runtime/values/id.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { FieldModel, ObjectModel } from '../metadata/model.ts';
import { publishRows } from '../platform/events/publish.ts';
import type { Api, ApiEnv } from './context.ts';
import { inTransaction, jsonBody, version } from './context.ts';
import { describeGlobal, describeObject, describeSummary } from './describe.ts';
import { ApiError, notFound, rowError } from './errors.ts';
import { findObject, rowFromJson, rowToJson, valueFromJson } from './rows.ts';

const USER: AccessMode = 'user';

export function sobjectRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/sobjects', (context) => context.json(inTransaction(api, context, () => describeGlobal(version(context)))));
  routes.get('/sobjects/:name', (context) =>
    context.json(
      inTransaction(api, context, () => ({
        objectDescribe: describeSummary(findObject(context.req.param('name')), version(context)),
        recentItems: []
      }))
    )
  );
  routes.get('/sobjects/:name/describe', (context) =>
    context.json(inTransaction(api, context, () => describeObject(findObject(context.req.param('name')), version(context))))
  );

  routes.post('/sobjects/:name', async (context) => {
    const body = await jsonBody(context);
    const result = inTransaction(api, context, () => create(findObject(context.req.param('name')), body));
    return context.json({ id: result.id, success: true, errors: [] }, 201);
  });

  routes.get('/sobjects/:name/:id', (context) => {
    const fields = context.req
      .query('fields')
      ?.split(',')
      .map((name) => name.trim());
    const row = inTransaction(api, context, () =>
      rowToJson(retrieve(findObject(context.req.param('name')), context.req.param('id'), fields), version(context))
    );
    return context.json(row);
  });

  routes.patch('/sobjects/:name/:id', async (context) => {
    const body = await jsonBody(context);
    inTransaction(api, context, () => update(findObject(context.req.param('name')), context.req.param('id'), body));
    return context.body(null, 204);
  });

  routes.delete('/sobjects/:name/:id', (context) => {
    inTransaction(api, context, () => remove(findObject(context.req.param('name')), context.req.param('id')));
    return context.body(null, 204);
  });

  routes.get('/sobjects/:name/:field/:value', (context) => {
    const { name, field, value } = context.req.param();
    return context.json(
      inTransaction(api, context, () => {
        const object = findObject(name);
        return rowToJson(retrieve(object, idByExternal(object, externalIdField(object, field), value)), version(context));
      })
    );
  });

  routes.on('PATCH', '/sobjects/:name/:field/:value', async (context) => {
    const { name, field, value } = context.req.param();
    const body = await jsonBody(context);
    const result = inTransaction(api, context, () => upsert(findObject(name), field, value, body));
    return context.json({ id: result.id, success: true, errors: [], created: result.created }, result.created ? 201 : 200);
  });

  return routes;
}

/** The only result of a one-row operation; its errors become the answer, and undo the transaction. */
function single([result]: readonly DmlResult[]): DmlResult {
  if (!result) throw new Error('The database gave no result');
  if (!result.success) throw rowError(result.errors);
  return result;
}

export function create(object: ObjectModel, body: Readonly<Record<string, unknown>>): DmlResult {
  const row = rowFromJson(object, body);
  if (object.kind === 'platformEvent') {
    if (!accessRules().canAccessObject(current().user, object.name, 'create')) {
      throw new ApiError(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `no create access to ${object.name}`);
    }
    return single(publishRows([row], null));
  }
  return single(current().org.database.insert([row], { access: USER, allOrNone: true }));
}

export function update(object: ObjectModel, id: string, body: Readonly<Record<string, unknown>>): void {
  if (Object.keys(body).some((name) => name.toLowerCase() === 'id')) {
    throw new ApiError(400, 'INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
  }
  const row = rowFromJson(object, body);
  row.put('Id', recordId(object, id));
  single(current().org.database.update([row], { access: USER, allOrNone: true }));
}

export function remove(object: ObjectModel, id: string): void {
  single(current().org.database.delete([new SObject(object.name, { Id: recordId(object, id) })], { access: USER, allOrNone: true }));
}

function upsert(object: ObjectModel, fieldName: string, value: string, body: Readonly<Record<string, unknown>>): DmlResult {
  const field = externalIdField(object, fieldName);
  const row = rowFromJson(object, body);
  row.put(field.name, valueFromJson(field, value));
  return single(current().org.database.upsert([row], { access: USER, allOrNone: true, externalIdField: field.name }));
}

export function externalIdField(object: ObjectModel, name: string): FieldModel {
  const field = object.fields.get(name.toLowerCase());
  if (!field || !(field.externalId || field.type === 'Id'))
    throw notFound('Provided external ID field does not exist or is not accessible: ' + name);
  return field;
}

function idByExternal(object: ObjectModel, field: FieldModel, value: string): string {
  const rows = current().org.database.queryText(
    `SELECT Id FROM ${object.name} WHERE ${field.name} = :value LIMIT 2`,
    new Map([['value', valueFromJson(field, value)]]),
    USER
  );
  const [row] = rows.items as SObject[];
  if (!row) throw notFound();
  if (rows.items.length > 1) throw new ApiError(300, 'MULTIPLE_CHOICES', 'More than one record has this external id');
  return (row.get('Id') as ApexId).value;
}

function recordId(object: ObjectModel, id: string): ApexId {
  const value = ApexId.of(id);
  if (value.keyPrefix !== object.keyPrefix) throw notFound();
  return value;
}

/** The record with the named fields, or with all that the user may read. */
export function retrieve(object: ObjectModel, id: string, names?: readonly string[]): SObject {
  const { org, user } = current();
  const readable = (field: FieldModel): boolean =>
    field.type === 'Id' || accessRules().canAccessField(user, object.name, field.name, 'read');
  const fields =
    names ??
    [...object.fields.values()]
      .filter((field) => readable(field) && !['Address', 'Location', 'Base64'].includes(field.type))
      .map((field) => field.name);
  for (const name of fields) {
    if (!/^[A-Za-z][A-Za-z0-9_.]*$/.test(name))
      throw new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on entity '${object.name}'`);
  }
  const selected = [...new Set(['Id', ...fields])].join(', ');
  const rows = org.database.queryText(
    `SELECT ${selected} FROM ${object.name} WHERE Id = :id`,
    new Map([['id', recordId(object, id)]]),
    USER
  );
  const [row] = rows.items as SObject[];
  if (!row) throw notFound();
  return row;
}
