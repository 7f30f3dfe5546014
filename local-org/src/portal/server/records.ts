import { current } from '../../runtime/execution.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { DmlResult } from '../../database/database.ts';
import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';
import { fieldReadable, objectPermissions } from './access.ts';
import { displayValue, fieldValueFromJson, fieldValueToJson } from './field-values.ts';
import { HttpError } from './http-error.ts';
import { fieldNamed, objectNamed, objectOfRecord, query, recordId } from './rows.ts';

/** A record as `lightning/uiRecordApi` gives it to components. */
export interface RecordJson {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Record<string, { value: unknown; displayValue: string | null }>;
}

/**
 * Reads a record with the user's access. `fields` (`Object.Field`, relationships allowed) must be readable: the platform
 * refuses the whole read otherwise; `optionalFields` are left out when they are not.
 */
export function readRecord(model: OrgModel, id: string, fields: readonly string[], optionalFields: readonly string[]): RecordJson {
  const key = recordId(id);
  const object = objectOfRecord(model, key.value);
  const wanted = fields.map((name) => pathOf(object, name));
  const readable = optionalFields.map((name) => pathOf(object, name)).filter((path) => pathReadable(model, object, path));
  const denied = wanted.find((path) => !pathReadable(model, object, path));
  if (denied)
    throw new HttpError(403, `You do not have access to the field ${object.name}.${denied}.`, { errorCode: 'INSUFFICIENT_ACCESS' });
  const paths = [...new Set(['Id', ...wanted, ...readable])];
  const [row] = query(`SELECT ${paths.join(', ')} FROM ${object.name} WHERE Id = :id`, { id: key });
  if (!row) throw new HttpError(404, 'The record does not exist or you do not have access to it.', { errorCode: 'NOT_FOUND' });
  return recordJson(model, object, row, paths);
}

export function createRecord(model: OrgModel, body: unknown): RecordJson {
  const { apiName, fields } = (body ?? {}) as { apiName?: string; fields?: Record<string, unknown> };
  const object = objectNamed(model, apiName ?? '');
  const row = rowOf(object, fields ?? {});
  const [result] = current().org.database.insert([row], { access: 'user', allOrNone: true });
  return readRecord(model, saved(result), [], readableNames(model, object));
}

export function updateRecord(model: OrgModel, id: string, body: unknown): RecordJson {
  const key = recordId(id);
  const object = objectOfRecord(model, key.value);
  const row = rowOf(object, ((body ?? {}) as { fields?: Record<string, unknown> }).fields ?? {});
  row.put('Id', key);
  const [result] = current().org.database.update([row], { access: 'user', allOrNone: true });
  return readRecord(model, saved(result), [], readableNames(model, object));
}

export function deleteRecord(model: OrgModel, id: string): void {
  const key = recordId(id);
  const row = new SObject(objectOfRecord(model, key.value).name);
  row.put('Id', key);
  const [result] = current().org.database.delete([row], { access: 'user', allOrNone: true });
  saved(result);
}

/** The object's fields the user may read, as `Object.Field`. */
export function readableNames(model: OrgModel, object: ObjectModel): string[] {
  return [...object.fields.values()].filter((field) => fieldReadable(model, object, field)).map((field) => `${object.name}.${field.name}`);
}

function rowOf(object: ObjectModel, fields: Readonly<Record<string, unknown>>): SObject {
  const row = new SObject(object.name);
  for (const [name, value] of Object.entries(fields)) {
    if (name.toLowerCase() === 'id') continue;
    const field = fieldNamed(object, name);
    row.put(field.name, fieldValueFromJson(value, field));
  }
  return row;
}

/** The id of a saved row; a failed save becomes an error with its messages by field. */
export function saved(result: DmlResult | undefined): string {
  if (result?.success && result.id) return result.id;
  const errors = result?.errors ?? [];
  const [first] = errors;
  throw new HttpError(400, first?.message ?? 'The record was not saved.', {
    errorCode: first?.statusCode,
    output: {
      errors: errors.filter((error) => error.fields.length === 0).map((error) => ({ errorCode: error.statusCode, message: error.message })),
      fieldErrors: Object.fromEntries(
        errors.flatMap((error) => error.fields.map((field) => [field, [{ errorCode: error.statusCode, message: error.message, field }]]))
      )
    }
  });
}

function pathOf(object: ObjectModel, name: string): string {
  const [root, ...path] = name.split('.');
  if (path.length === 0 || root?.toLowerCase() !== object.name.toLowerCase())
    throw new HttpError(400, `Field ${name} is not a field of ${object.name}.`);
  return path.join('.');
}

/** Whether every hop of `Partner__r.Name` exists and may be read. */
export function pathReadable(model: OrgModel, object: ObjectModel, path: string): boolean {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    const field = object.fields.get(head.toLowerCase());
    if (!field) throw new HttpError(400, `${object.name} has no field ${head}.`);
    return objectPermissions(object).read && fieldReadable(model, object, field);
  }
  const reference = object.parentRelationships.get(head.toLowerCase());
  if (!reference) throw new HttpError(400, `${object.name} has no relationship ${head}.`);
  if (!fieldReadable(model, object, reference)) return false;
  const targets = (reference.referenceTo ?? []).flatMap((target) => model.objects.get(target.toLowerCase()) ?? []);
  return targets.some((target) => (head === 'Owner' && target.name === 'Group' ? false : pathReadable(model, target, rest.join('.'))));
}

function recordJson(model: OrgModel, object: ObjectModel, row: SObject, paths: readonly string[]): RecordJson {
  const fields: RecordJson['fields'] = {};
  for (const path of paths) {
    const [head = '', ...rest] = path.split('.');
    if (rest.length === 0) {
      const field = fieldNamed(object, head);
      fields[field.name] = fieldJson(row.get(field.name), field);
      continue;
    }
    const related = row.get(object.parentRelationships.get(head.toLowerCase())?.relationshipName ?? head);
    const target = related instanceof SObject ? model.objects.get(related.objectName.toLowerCase()) : undefined;
    if (!target || !(related instanceof SObject)) {
      fields[head] ??= { value: null, displayValue: null };
      continue;
    }
    const nested = recordJson(model, target, related, [rest.join('.')]);
    const known = fields[head]?.value as RecordJson | undefined;
    fields[head] = { value: known ? { ...known, fields: { ...known.fields, ...nested.fields } } : nested, displayValue: null };
  }
  const id = row.get('Id');
  return { apiName: object.name, id: id === null ? '' : String(id), fields };
}

export function fieldJson(value: unknown, field: FieldModel): { value: unknown; displayValue: string | null } {
  return { value: fieldValueToJson(value), displayValue: displayValue(value, field, current().user.timeZone) };
}
