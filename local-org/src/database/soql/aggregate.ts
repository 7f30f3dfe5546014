import type { FieldModel } from '../../metadata/model.ts';
import { fieldDefaults } from '../../metadata/fields.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { isGroupableType } from '../../runtime/schema/field-types.ts';
import { decode } from '../codec.ts';
import type { Store } from '../store.ts';
import type { Condition, FieldPath, FunctionCall, SoqlQuery } from './ast.ts';
import { conditionSql, whereSql } from './conditions.ts';
import { limitSql, orderSql } from './order.ts';
import { resolveObject, SoqlError, unaliased } from './resolve.ts';
import { isAggregate, Scope } from './scope.ts';
import type { Expression, QueryContext } from './scope.ts';

/** Does the query give AggregateResult rows? */
export function isAggregateQuery(query: SoqlQuery): boolean {
  if (query.groupBy) return true;
  return query.select.some((item) => item.kind === 'expression' && item.expression.kind === 'function' && isAggregate(item.expression));
}

/** `SELECT COUNT() FROM …` */
export function isCountQuery(query: SoqlQuery): boolean {
  const item = query.select[0];
  return (
    query.select.length === 1 &&
    !query.groupBy &&
    item?.kind === 'expression' &&
    item.expression.kind === 'function' &&
    item.expression.name === 'COUNT' &&
    item.expression.argument === null
  );
}

interface Output {
  readonly name: string;
  readonly columns: readonly string[];
  readonly read: (values: readonly unknown[]) => unknown;
}

/** One column of the SELECT list: its key in AggregateResult and its SQL. */
export interface AggregateColumn {
  readonly name: string;
  readonly expression: FieldPath | FunctionCall;
}

/** Names of the result's values: the alias, the grouped field's name, or expr0, expr1, … */
export function aggregateColumns(query: SoqlQuery): AggregateColumn[] {
  let unnamed = 0;
  const used = new Set<string>();
  return query.select.map((item) => {
    if (item.kind !== 'expression') throw new SoqlError('Grouped query cannot use child relationships in the SELECT list');
    const { expression } = item;
    const name = item.alias ?? (expression.kind === 'field' ? expression.path.at(-1)! : `expr${unnamed++}`);
    if (used.has(name.toLowerCase())) throw new SoqlError(`duplicate alias: ${name}`);
    used.add(name.toLowerCase());
    return { name, expression };
  });
}

/** Runs a grouped or aggregated query. */
export function runAggregate(query: SoqlQuery, context: QueryContext, store: Store): SObject[] {
  const sets = groupingSets(query);
  const rows = sets.flatMap((set) => runSet(query, set, context, store));
  return sets.length > 1 && query.orderBy.length === 0
    ? rows.sort((a, b) => compareKeys(a.keys, b.keys)).map((row) => row.row)
    : rows.map((row) => row.row);
}

interface GroupedRow {
  readonly row: SObject;
  readonly keys: readonly unknown[];
}

/** The combinations of grouped fields: one for GROUP BY, n + 1 for ROLLUP, 2^n for CUBE. */
function groupingSets(query: SoqlQuery): ReadonlySet<number>[] {
  const items = query.groupBy?.items ?? [];
  const all = items.map((_, index) => index);
  if (query.groupBy?.mode === 'rollup') return [...all, items.length].map((length) => new Set(all.slice(0, length))).reverse();
  if (query.groupBy?.mode === 'cube') {
    return Array.from({ length: 2 ** items.length }, (_, mask) => new Set(all.filter((index) => !(mask & (1 << index)))));
  }
  return [new Set(all)];
}

/** Plans every clause of an aggregate query without running it; throws SoqlError for what does not fit the model. */
export function checkAggregate(query: SoqlQuery, context: QueryContext): void {
  for (const set of groupingSets(query)) setStatement(query, set, context);
}

function setStatement(query: SoqlQuery, set: ReadonlySet<number>, context: QueryContext): { outputs: Output[]; select: string } {
  // Each set is a statement of its own, with its own numbered parameters.
  context.parameters.length = 0;
  const scope = new Scope(context, resolveObject(query.from, context.model), query.alias);
  const groups = (query.groupBy?.items ?? []).map((item) => groupKey(item, scope));
  const keyOf = (expression: FieldPath | FunctionCall): number => {
    const wanted = identity(expression, scope);
    return (query.groupBy?.items ?? []).findIndex((item) => identity(item, scope) === wanted);
  };
  const outputs = context.select(() => aggregateColumns(query).map(({ name, expression }) => output(name, expression, scope, set, keyOf)));
  checkGrouped(query, keyOf);
  const where = whereSql(query, scope);
  const grouped = groups.filter((_, index) => set.has(index)).map((group) => group.sql);
  const having = query.having ? ` HAVING ${conditionSql(query.having, scope)}` : '';
  const order = orderSql(
    query,
    scope,
    outputs.map((_, index) => aggregateColumns(query)[index]!)
  );
  const columns = [...outputs.flatMap((item) => item.columns), ...groups.map((group, index) => (set.has(index) ? group.sql : 'NULL'))];
  const groupBy = grouped.length > 0 ? ` GROUP BY ${grouped.join(', ')}` : '';
  // An empty grouping set of ROLLUP gives one row even over no rows; SQL does the same when nothing is grouped.
  return { outputs, select: `SELECT ${columns.join(', ')} FROM ${scope.from} WHERE ${where}${groupBy}${having}${order}` };
}

/** What sorts and filters groups is a grouped field, an aggregate, or a selected value by its alias. */
function checkGrouped(query: SoqlQuery, keyOf: (expression: FieldPath | FunctionCall) => number): void {
  const names = new Set(aggregateColumns(query).map(({ name }) => name.toLowerCase()));
  const isGrouped = (expression: FieldPath | FunctionCall): boolean =>
    keyOf(expression) >= 0 || (expression.kind === 'function' && (isAggregate(expression) || expression.name === 'GROUPING'));
  for (const { expression } of query.orderBy) {
    const aliased = expression.kind === 'field' && expression.path.length === 1 && names.has(expression.path[0]!.toLowerCase());
    if (!aliased && !isGrouped(expression)) throw new SoqlError(`Ordered field must be grouped or aggregated: ${written(expression)}`);
  }
  const walk = (condition: Condition): void => {
    if (condition.kind === 'not') return walk(condition.term);
    if (condition.kind !== 'compare') return condition.terms.forEach(walk);
    if (!isGrouped(condition.left) && !names.has(written(condition.left).toLowerCase()))
      throw new SoqlError(`Field must be grouped or aggregated: ${written(condition.left)}`);
  };
  if (query.having) walk(query.having);
}

function written(expression: FieldPath | FunctionCall): string {
  return expression.kind === 'field' ? expression.path.join('.') : expression.name;
}

function runSet(query: SoqlQuery, set: ReadonlySet<number>, context: QueryContext, store: Store): GroupedRow[] {
  const { outputs, select } = setStatement(query, set, context);
  return store.all(`${select}${limitSql(query, context)}`, context.parameters).map((values) => {
    const row = new SObject('AggregateResult');
    let offset = 0;
    for (const item of outputs) {
      row.values.set(item.name, item.read(values.slice(offset, offset + item.columns.length)));
      offset += item.columns.length;
    }
    row.queried = new Set(row.values.keys());
    return { row, keys: values.slice(offset) };
  });
}

function groupKey(item: FieldPath | FunctionCall, scope: Scope): Expression {
  const key = scope.expression(item);
  if (item.kind === 'field' && !isGroupableType(key.field.type))
    throw new SoqlError(`field '${key.field.name}' can not be grouped in a query call`, key.field.name);
  return key;
}

function identity(expression: FieldPath | FunctionCall, scope: Scope): string {
  if (expression.kind === 'field') return unaliased(expression.path, scope.object, scope.queryAlias).join('.').toLowerCase();
  return `${expression.name}(${expression.argument ? identity(expression.argument, scope) : ''})`;
}

function output(
  name: string,
  expression: FieldPath | FunctionCall,
  scope: Scope,
  set: ReadonlySet<number>,
  keyOf: (e: FieldPath | FunctionCall) => number
): Output {
  if (expression.kind === 'function' && expression.name === 'GROUPING') {
    const index = expression.argument ? keyOf(expression.argument) : -1;
    if (index < 0) throw new SoqlError('GROUPING() needs a grouped field');
    return { name, columns: [set.has(index) ? '0' : '1'], read: ([value]) => Number(value) };
  }
  if (expression.kind === 'function' && isAggregate(expression)) return aggregateOutput(name, expression, scope);
  const index = keyOf(expression);
  if (index < 0) {
    throw new SoqlError(`Field must be grouped or aggregated: ${written(expression)}`);
  }
  const source = scope.expression(expression);
  return {
    name,
    columns: [set.has(index) ? source.sql : 'NULL'],
    read: ([value]) => (value === null ? null : decode(source.field, value))
  };
}

function aggregateOutput(name: string, call: FunctionCall, scope: Scope): Output {
  const source = scope.expression(call);
  if (call.name === 'AVG') {
    const inner = scope.expression(call.argument!);
    const scale = inner.field.type === 'Integer' ? 0 : (inner.field.scale ?? 0);
    return {
      name,
      columns: [`SUM(${inner.sql})`, `COUNT(${inner.sql})`],
      read: ([sum, count]) => (sum === null ? null : new Decimal(BigInt(sum as bigint), scale).divide(Decimal.fromInteger(count as bigint)))
    };
  }
  const field: FieldModel = call.name === 'SUM' ? { ...fieldDefaults('sum', 'Double'), scale: source.field.scale ?? 0 } : source.field;
  return { name, columns: [source.sql], read: ([value]) => (value === null ? null : decode(field, value)) };
}

function compareKeys(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i], b[i]];
    if (x === y) continue;
    if (x === null || x === undefined) return 1;
    if (y === null || y === undefined) return -1;
    return (x as string) < (y as string) ? -1 : 1;
  }
  return 0;
}
