import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';

/** A query that does not fit the object model; becomes a QueryException, or a compile error of an inline query. */
export class SoqlError extends Error {
  /** The name of the query text that is at fault, where the error is about one. */
  readonly token: string | null;

  constructor(message: string, token: string | null = null) {
    super(message);
    this.token = token;
  }
}

/** The message of a dynamic query shows where in its text the error lies. */
export function located(text: string, error: SoqlError): string {
  const at = error.token === null ? -1 : text.search(new RegExp(`(?<![\\w.])(?:\\w+\\.)*${error.token}\\b`, 'i'));
  if (at < 0) return error.message;
  const before = text.slice(0, at).split('\n');
  const column = before.at(-1)!.length;
  const line = text.split('\n')[before.length - 1]!;
  return `\n${line}\n${' '.repeat(column)}^\nERROR at Row:${before.length}:Column:${column + 1}\n${error.message}`;
}

const REFERENCE_HINT = 'Please reference your WSDL or the describe call for the appropriate names.';

export function noSuchColumn(field: string, object: string): SoqlError {
  return new SoqlError(
    `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${REFERENCE_HINT}`,
    field
  );
}

export function resolveObject(name: string, model: OrgModel): ObjectModel {
  const object = model.objects.get(name.toLowerCase());
  if (!object) {
    throw new SoqlError(
      `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${REFERENCE_HINT}`,
      name
    );
  }
  return object;
}

export function resolveField(object: ObjectModel, name: string): FieldModel {
  const field = object.fields.get(name.toLowerCase());
  if (!field) throw noSuchColumn(name, object.name);
  return field;
}

export function resolveParent(object: ObjectModel, name: string): FieldModel {
  const field = object.parentRelationships.get(name.toLowerCase());
  if (!field) {
    throw new SoqlError(
      `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE_HINT}`,
      name
    );
  }
  return field;
}

export function resolveChild(object: ObjectModel, name: string): ObjectModel['childRelationships'][number] {
  const child = object.childRelationships.find((candidate) => candidate.name?.toLowerCase() === name.toLowerCase());
  if (!child) {
    throw new SoqlError(
      `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE_HINT}`,
      name
    );
  }
  return child;
}

/** A relationship whose parent may be of several types shows the fields of `Name` only. */
export function isPolymorphic(field: FieldModel): boolean {
  return (field.referenceTo?.length ?? 0) > 1;
}

export function parentObject(field: FieldModel, model: OrgModel): ObjectModel {
  return resolveObject(isPolymorphic(field) ? 'Name' : (field.referenceTo?.[0] ?? ''), model);
}

export const MAX_PARENT_LEVELS = 5;

/** Follows `Account.Owner.Name` to its last field and the relationships on the way. */
export function resolvePath(
  object: ObjectModel,
  path: readonly string[],
  model: OrgModel
): { parents: FieldModel[]; owner: ObjectModel; field: FieldModel } {
  if (path.length - 1 > MAX_PARENT_LEVELS) {
    throw new SoqlError(`SOQL queries support at most ${MAX_PARENT_LEVELS} levels of child-to-parent relationships: ${path.join('.')}`);
  }
  const parents: FieldModel[] = [];
  let owner = object;
  for (const name of path.slice(0, -1)) {
    const parent = resolveParent(owner, name);
    parents.push(parent);
    owner = parentObject(parent, model);
  }
  return { parents, owner, field: resolveField(owner, path.at(-1)!) };
}

/** Drops the object's name or alias from the front of a path: `SELECT a.Name FROM Account a`. */
export function unaliased(path: readonly string[], object: ObjectModel, alias: string | null): readonly string[] {
  const first = path[0]!.toLowerCase();
  if (
    path.length > 1 &&
    (first === alias?.toLowerCase() || (first === object.name.toLowerCase() && !object.parentRelationships.has(first)))
  )
    return path.slice(1);
  return path;
}
