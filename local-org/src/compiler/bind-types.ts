import type { Condition, Scalar, SoqlQuery } from '../database/soql/ast.ts';
import { resolveChild, resolveObject, resolvePath, SoqlError, unaliased } from '../database/soql/resolve.ts';
import type { FieldModel, ObjectModel, OrgModel } from '../metadata/model.ts';
import type { Position } from '../parser/ast.ts';
import { isList, isSet } from '../runtime/types.ts';
import type { ApexType } from '../runtime/type.ts';
import { nameOf } from './known-types.ts';
import { fail } from './problem.ts';
import { MODEL_TYPES } from './schema.ts';
import type { Typed } from './typed.ts';

type Family = 'text' | 'number' | 'boolean' | 'day' | 'time';

const FAMILIES: Readonly<Record<string, Family>> = {
  String: 'text',
  Id: 'text',
  Integer: 'number',
  Long: 'number',
  Double: 'number',
  Decimal: 'number',
  Boolean: 'boolean',
  Date: 'day',
  Datetime: 'day',
  Time: 'time'
};

/** Binds must fit the field they are compared with, and the row counts be whole numbers. */
export function checkBinds(query: SoqlQuery, binds: readonly Typed[], model: OrgModel, node: Position): void {
  try {
    checkQueryBinds(query, resolveObject(query.from, model), binds, model, node);
  } catch (error) {
    // What does not resolve has been reported by the check of the query itself.
    if (!(error instanceof SoqlError)) throw error;
  }
}

function checkQueryBinds(query: SoqlQuery, object: ObjectModel, binds: readonly Typed[], model: OrgModel, node: Position): void {
  const condition = (part: Condition): void => {
    if (part.kind === 'not') return condition(part.term);
    if (part.kind !== 'compare') return part.terms.forEach(condition);
    if (part.value.kind === 'subquery')
      return checkQueryBinds(part.value.query, resolveObject(part.value.query.from, model), binds, model, node);
    if (part.left.kind !== 'field') return;
    const { field } = resolvePath(object, unaliased(part.left.path, object, query.alias), model);
    const values = part.value.kind === 'list' ? part.value.values : [part.value];
    for (const value of values) if (value.kind === 'bind') checkBind(binds[value.index], field, node);
  };
  if (query.where) condition(query.where);
  for (const count of [query.limit, query.offset]) checkCount(count, binds, node);
  for (const item of query.select) {
    if (item.kind !== 'subquery') continue;
    const child = resolveChild(object, unaliased(item.query.from.split('.'), object, query.alias).join('.'));
    checkQueryBinds(item.query, resolveObject(child.childObject, model), binds, model, node);
  }
}

function checkBind(bind: Typed | undefined, field: FieldModel, node: Position): void {
  if (!bind) return;
  const element = isList(bind.type) || isSet(bind.type) ? (bind.type.args[0] as ApexType) : bind.type;
  const column = MODEL_TYPES[field.type];
  const wanted = FAMILIES[column.name];
  if (!wanted || element.kind === 'any' || element.kind === 'enum' || (element.kind === 'sobject' && column.name === 'Id')) return;
  if (FAMILIES[element.name] !== wanted || element.kind !== 'primitive')
    fail(node, `Invalid bind expression type of ${nameOf(element)} for column of type ${nameOf(column)}`);
}

function checkCount(count: Scalar | null, binds: readonly Typed[], node: Position): void {
  if (count?.kind !== 'bind') return;
  const type = binds[count.index]?.type;
  if (type && type.kind !== 'any' && !['Integer', 'Long'].includes(type.name))
    fail(node, `Invalid bind expression type of ${nameOf(type)} for column of type Integer`);
}
