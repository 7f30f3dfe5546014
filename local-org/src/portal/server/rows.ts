import { current } from '../../runtime/execution.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { AccessMode } from '../../database/database.ts';
import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';
import { HttpError } from './http-error.ts';

/** Runs a query with the user's object, field and record access. Binds by lower-case name. */
export function query(text: string, binds: Readonly<Record<string, unknown>> = {}, access: AccessMode = 'user'): SObject[] {
  return current().org.database.queryText(text, new Map(Object.entries(binds)), access).items as SObject[];
}

/** The object a record id belongs to. */
export function objectOfRecord(model: OrgModel, recordId: string): ObjectModel {
  const prefix = recordId.slice(0, 3);
  for (const object of model.objects.values()) if (object.keyPrefix === prefix) return object;
  throw new HttpError(404, `No object has records whose id starts with ${prefix}.`);
}

export function objectNamed(model: OrgModel, name: string): ObjectModel {
  const object = model.objects.get(name.toLowerCase());
  if (!object) throw new HttpError(404, `There is no object ${name}.`);
  return object;
}

export function fieldNamed(object: ObjectModel, name: string): FieldModel {
  const field = object.fields.get(name.toLowerCase());
  if (!field) throw new HttpError(400, `${object.name} has no field ${name}.`);
  return field;
}

export function recordId(text: string): ApexId {
  try {
    return ApexId.of(text);
  } catch {
    throw new HttpError(404, `${text} is not a record id.`);
  }
}

/** The field that names a record of this object. */
export function nameField(object: ObjectModel): FieldModel | undefined {
  return [...object.fields.values()].find((field) => field.nameField) ?? object.fields.get('name');
}
