/** Schema tokens: `Account.SObjectType`, `Account.Name`. One object per org model and name, so identity is equality. */
import { current } from '../execution.ts';
import { throwApex } from '../values/exception.ts';
import { declaredObject } from '../../metadata/standard.ts';
import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';

/** A value of `Schema.SObjectType`. */
export class SObjectTypeToken {
  readonly object: ObjectModel;

  constructor(object: ObjectModel) {
    this.object = object;
  }

  toString(): string {
    return this.object.name;
  }
}

/** A value of `Schema.SObjectField`. */
export class SObjectFieldToken {
  readonly object: ObjectModel;
  readonly field: FieldModel;

  constructor(object: ObjectModel, field: FieldModel) {
    this.object = object;
    this.field = field;
  }

  toString(): string {
    return this.field.name;
  }
}

interface Tokens {
  readonly types: Map<ObjectModel, SObjectTypeToken>;
  readonly fields: Map<FieldModel, SObjectFieldToken>;
}

// Keyed by model: field models may be shared between objects only within one object, so the field alone identifies its token there.
const byModel = new WeakMap<OrgModel, Map<ObjectModel, Tokens>>();

function tokensOf(object: ObjectModel): Tokens {
  const { model } = current().org;
  let objects = byModel.get(model);
  if (!objects) byModel.set(model, (objects = new Map()));
  let tokens = objects.get(object);
  if (!tokens) objects.set(object, (tokens = { types: new Map(), fields: new Map() }));
  return tokens;
}

/**
 * The model of an object by name in any case, with or without the org's namespace; null when there is none. Standard
 * objects that hold no rows here are known from the type jar: code may construct and describe them.
 */
export function findObject(name: string): ObjectModel | null {
  const { model } = current().org;
  return lookup(model.objects, name, model.namespace) ?? declaredObject(name);
}

export function findField(object: ObjectModel, name: string): FieldModel | null {
  return lookup(object.fields, name, current().org.model.namespace);
}

function lookup<T>(entries: ReadonlyMap<string, T>, name: string, namespace: string): T | null {
  const key = name.toLowerCase();
  const found = entries.get(key);
  if (found || !namespace) return found ?? null;
  const prefix = `${namespace.toLowerCase()}__`;
  return entries.get(key.startsWith(prefix) ? key.slice(prefix.length) : `${prefix}${key}`) ?? null;
}

export function requireObject(name: string): ObjectModel {
  return findObject(name) ?? throwApex('System.TypeException', `Invalid sObject type: ${name}`);
}

/** Token of an object by name; the compiler has checked names it emits. */
export function objectToken(name: string): SObjectTypeToken {
  return tokenFor(requireObject(name));
}

export function tokenFor(object: ObjectModel): SObjectTypeToken {
  const { types } = tokensOf(object);
  let token = types.get(object);
  if (!token) types.set(object, (token = new SObjectTypeToken(object)));
  return token;
}

export function fieldToken(objectName: string, fieldName: string): SObjectFieldToken {
  const object = requireObject(objectName);
  const field = findField(object, fieldName) ?? throwApex('System.SObjectException', `Invalid field ${fieldName} for ${object.name}`);
  return fieldTokenFor(object, field);
}

export function fieldTokenFor(object: ObjectModel, field: FieldModel): SObjectFieldToken {
  const { fields } = tokensOf(object);
  let token = fields.get(field);
  if (!token) fields.set(field, (token = new SObjectFieldToken(object, field)));
  return token;
}

/** The object whose ids start with a key prefix. */
export function objectByPrefix(prefix: string): ObjectModel | null {
  for (const object of current().org.model.objects.values()) if (object.keyPrefix === prefix) return object;
  return null;
}
