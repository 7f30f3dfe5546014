import type { ObjectModel } from '../../metadata/model.ts';
import { sobjectType } from '../../runtime/types.ts';
import type { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import type { Store } from '../store.ts';
import { isAggregateQuery, runAggregate } from './aggregate.ts';
import type { SoqlQuery } from './ast.ts';
import { whereSql } from './conditions.ts';
import { limitSql, orderSql, rowCount } from './order.ts';
import { resolveObject, SoqlError } from './resolve.ts';
import { checkRestrictions } from './restrictions.ts';
import { Scope } from './scope.ts';
import type { QueryContext } from './scope.ts';
import { planSelection } from './select.ts';
import type { Display } from './select.ts';

/** Runs a query and gives its rows. */
export function runQuery(query: SoqlQuery, context: QueryContext, store: Store, display: Display): SObject[] {
  const object = resolveObject(query.from, context.model);
  checkRestrictions(query, object, context.model);
  if (isAggregateQuery(query)) return runAggregate(query, context, store);
  context.parameters.length = 0;
  const scope = new Scope(context, object, query.alias);
  const selection = planSelection(query, scope, display);
  const where = whereSql(query, scope);
  const order = orderSql(query, scope) || ` ORDER BY ${scope.alias}.rowid`;
  const limit = limitSql(query, context);
  const sql = `SELECT ${selection.columns.join(', ')} FROM ${scope.from} WHERE ${where}${order}${limit}`;
  const rows = store.all(sql, context.parameters).map((columns) => selection.read(columns));
  for (const { query: child, relationship } of selection.subqueries) attachChildren(rows, child, relationship, context, store, display, 1);
  return rows;
}

/** `SELECT COUNT() …` */
export function runCount(query: SoqlQuery, context: QueryContext, store: Store): number {
  const object = resolveObject(query.from, context.model);
  checkRestrictions(query, object, context.model);
  context.parameters.length = 0;
  const scope = new Scope(context, object, query.alias);
  const where = whereSql(query, scope);
  const limit = limitSql(query, context);
  const row = store.get(`SELECT COUNT(*) FROM (SELECT 1 FROM ${scope.from} WHERE ${where}${limit})`, context.parameters)!;
  return Number(row[0]);
}

const MAX_CHILD_LEVELS = 4;

/** One statement reads the children of all rows; LIMIT and OFFSET then apply per parent. */
function attachChildren(
  rows: readonly SObject[],
  query: SoqlQuery,
  relationship: ObjectModel['childRelationships'][number],
  context: QueryContext,
  store: Store,
  display: Display,
  level: number
): void {
  if (level > MAX_CHILD_LEVELS) throw new SoqlError('SOQL relationship queries support at most five levels of parents and children');
  context.parameters.length = 0;
  const object = resolveObject(relationship.childObject, context.model);
  if (isAggregateQuery(query)) throw new SoqlError('Aggregate functions are not supported in a child subquery');
  const scope = new Scope(context, object, query.alias);
  const selection = planSelection(query, scope, display);
  const ids = rows.map((row) => (row.get('Id') as ApexId).value);
  const lookup = `${scope.alias}."${relationship.field}"`;
  const inParents = `${lookup} IN (SELECT value FROM json_each(${context.parameter(JSON.stringify(ids))}))`;
  const where = whereSql(query, scope, [inParents]);
  const order = orderSql(query, scope) || ` ORDER BY ${scope.alias}.rowid`;
  const sql = `SELECT ${[...selection.columns, lookup].join(', ')} FROM ${scope.from} WHERE ${where}${order}`;
  const offset = rowCount(query.offset, context, 'OFFSET') ?? 0;
  const end = offset + (rowCount(query.limit, context, 'LIMIT') ?? Infinity);
  const byParent = Map.groupBy(store.all(sql, context.parameters), (columns) => columns.at(-1) as string);
  const found: SObject[] = [];
  for (const row of rows) {
    const children = (byParent.get((row.get('Id') as ApexId).value) ?? []).slice(offset, end).map((columns) => selection.read(columns));
    found.push(...children);
    row.values.set(relationship.name!, new ApexList(sobjectType(object.name), children));
  }
  context.childRows += found.length;
  for (const nested of selection.subqueries) attachChildren(found, nested.query, nested.relationship, context, store, display, level + 1);
}
