import type { FieldModel } from '../../metadata/model.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { ApexTime } from '../../runtime/values/time.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { isText } from '../codec.ts';
import type { Stored } from '../codec.ts';
import { fold, isAscii } from '../text.ts';
import type { Condition, Operator, SoqlQuery, Value } from './ast.ts';
import { literalRange } from './dates.ts';
import { collectionItems, operand, operands } from './operands.ts';
import type { Operand } from './operands.ts';
import { resolveObject, SoqlError } from './resolve.ts';
import { isAggregate, Scope } from './scope.ts';
import type { Expression } from './scope.ts';

type Comparison = Extract<Condition, { kind: 'compare' }>;

/** SQL that is true (1) or false (0), never NULL, for a WHERE or HAVING condition. */
export function conditionSql(condition: Condition, scope: Scope): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.terms.map((term) => conditionSql(term, scope)).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `NOT ${conditionSql(condition.term, scope)}`;
    case 'compare':
      return comparisonSql(condition, scope);
  }
}

function comparisonSql(comparison: Comparison, scope: Scope): string {
  const left = scope.expression(comparison.left);
  const { operator, value } = comparison;
  if (!left.field.filterable) throw new SoqlError(`field '${left.field.name}' can not be filtered in a query call`);
  if (value.kind === 'subquery') return semiJoin(left, operator, value.query, scope);
  if (value.kind === 'dateLiteral') return dateRange(left, operator, value, scope);
  if (value.kind === 'list' && value.values.some((item) => item.kind === 'dateLiteral')) {
    const any = value.values.map((item) => comparisonSql({ ...comparison, operator: '=', value: item }, scope)).join(' OR ');
    return operator === 'NOT IN' ? `NOT (${any})` : `(${any})`;
  }
  switch (operator) {
    case 'IN':
    case 'NOT IN':
      return membership(left, operands(left.field, value, scope.context.binds), operator === 'NOT IN', scope);
    case 'INCLUDES':
    case 'EXCLUDES':
      return multiselect(left, operands(left.field, value, scope.context.binds), operator, scope);
    case 'LIKE':
      return like(left, value, scope);
    default: {
      // The platform lets a bound collection stand on the right of `=` and `!=`, for any of its elements.
      const bound = value.kind === 'bind' ? collectionItems(scope.context.binds[value.index]) : null;
      if (bound && (operator === '=' || operator === '!='))
        return membership(left, operands(left.field, value, scope.context.binds), operator === '!=', scope);
      const right = operand(left.field, value, scope.context.binds);
      return compare(left, operator, right, scope);
    }
  }
}

function compare(left: Expression, operator: Operator, right: Operand, scope: Scope): string {
  if (right instanceof Decimal) return compareInexact(left, operator, right, scope);
  if (right === null) {
    if (operator === '=') return `${left.sql} IS NULL`;
    if (operator === '!=') return `${left.sql} IS NOT NULL`;
    return '0';
  }
  const { sql, value } = caseless(left, right);
  const parameter = scope.context.parameter(value);
  // IS is never NULL and, unlike IFNULL(… = …), lets SQLite use an index.
  if (operator === '=') return `(${sql} IS ${parameter})`;
  if (operator === '!=') return `(${sql} IS NOT ${parameter})`;
  if (isText(left.field)) return `IFNULL(sort_key(${left.sql}) ${operator} sort_key(${parameter}), 0)`;
  return `IFNULL(${sql} ${operator} ${parameter}, 0)`;
}

/** Text is compared without regard to case: by SQLite's NOCASE where the value is ASCII, by folding otherwise. */
function caseless(left: Expression, right: Stored): { sql: string; value: Stored } {
  if (!isText(left.field) || typeof right !== 'string') return { sql: left.sql, value: right };
  if (isAscii(right)) return { sql: `${left.sql} COLLATE NOCASE`, value: right };
  return { sql: `fold(${left.sql})`, value: fold(right) };
}

/** A number with more decimal places than the column holds lies between two of its values. */
function compareInexact(left: Expression, operator: Operator, right: Decimal, scope: Scope): string {
  if (operator === '=') return '0';
  if (operator === '!=') return '1';
  const scale = left.field.type === 'Integer' ? 0 : (left.field.scale ?? 0);
  const below = right.setScale(scale, 'FLOOR').unscaled;
  const parameter = scope.context.parameter(below);
  return operator.startsWith('<') ? `IFNULL(${left.sql} <= ${parameter}, 0)` : `IFNULL(${left.sql} > ${parameter}, 0)`;
}

function membership(left: Expression, values: readonly Operand[], negated: boolean, scope: Scope): string {
  const withNull = values.includes(null);
  const present = values.filter((value): value is Exclude<Operand, null | Decimal> => value !== null && !(value instanceof Decimal));
  const folded = isText(left.field) && present.some((value) => typeof value === 'string' && !isAscii(value));
  const items = folded ? present.map((value) => fold(value as string)) : present;
  const sql = folded ? `fold(${left.sql})` : isText(left.field) ? `${left.sql} COLLATE NOCASE` : left.sql;
  const list = items.length === 0 ? '0' : inList(sql, items, scope);
  const matches = `IFNULL(${list}, 0)`;
  if (!negated) return withNull ? `(${matches} OR ${left.sql} IS NULL)` : list === '0' ? '0' : indexable(left, list);
  return withNull ? `(NOT ${matches} AND ${left.sql} IS NOT NULL)` : `NOT ${matches}`;
}

/** Under NOT a NULL must count as false; where the column cannot be NULL the bare list keeps its index. */
function indexable(left: Expression, list: string): string {
  return left.field.type === 'Id' ? `(${list})` : `(${list} AND ${left.sql} IS NOT NULL)`;
}

function inList(sql: string, items: readonly Stored[], scope: Scope): string {
  const json = `[${items.map((item) => (typeof item === 'string' ? JSON.stringify(item) : String(item))).join(',')}]`;
  return `${sql} IN (SELECT value FROM json_each(${scope.context.parameter(json)}))`;
}

function multiselect(left: Expression, values: readonly Operand[], operator: 'INCLUDES' | 'EXCLUDES', scope: Scope): string {
  if (left.field.type !== 'MultiselectPicklist')
    throw new SoqlError(`Invalid operator ${operator.toLowerCase()} for field ${left.field.name}: it is no multi-select picklist`);
  const terms = values.map((value) => {
    if (value === null) return `${left.sql} IS NULL`;
    // `'A;B'` asks for rows that have both.
    const all = String(value)
      .split(';')
      .map((part) => `instr(';' || fold(${left.sql}) || ';', ${scope.context.parameter(`;${fold(part.trim())};`)}) > 0`);
    return `IFNULL(${all.join(' AND ')}, 0)`;
  });
  const includes = terms.length === 0 ? '0' : `(${terms.join(' OR ')})`;
  return operator === 'INCLUDES' ? includes : `NOT ${includes}`;
}

function like(left: Expression, value: Value, scope: Scope): string {
  if (!isText(left.field)) throw new SoqlError(`invalid operator on ${left.field.type.toLowerCase()} field ${left.field.name}: like`);
  const items = operands(left.field, value, scope.context.binds);
  const patterns =
    value.kind === 'string'
      ? [value.pattern]
      : value.kind === 'list'
        ? value.values.map((item) => (item.kind === 'string' ? item.pattern : ''))
        : items;
  if (patterns.length === 0) return '0';
  const terms = patterns.map((pattern) => {
    if (pattern === null) return `${left.sql} IS NULL`;
    const text = String(pattern);
    if (!isAscii(text)) return `like_folded(${left.sql}, ${scope.context.parameter(fold(text))})`;
    // SQLite refuses an escape at the very end of a pattern.
    return `IFNULL(${left.sql} LIKE ${scope.context.parameter(text.endsWith('\\') && !text.endsWith('\\\\') ? `${text}\\` : text)} ESCAPE '\\', 0)`;
  });
  return terms.length === 1 ? terms[0]! : `(${terms.join(' OR ')})`;
}

function dateRange(left: Expression, operator: Operator, value: Extract<Value, { kind: 'dateLiteral' }>, scope: Scope): string {
  const { start, end } = literalRange(value.name, value.n, scope.context.today);
  let bounds: [Stored, Stored];
  if (left.field.type === 'Date') bounds = [start.toString(), end.toString()];
  else if (left.field.type === 'DateTime') {
    const midnight = ApexTime.of(0, 0, 0, 0);
    bounds = [ApexDatetime.of(start, midnight, scope.context.zone).value, ApexDatetime.of(end, midnight, scope.context.zone).value];
  } else throw new SoqlError(`value of filter criterion for field '${left.field.name}' must not be a date literal`);
  // A placeholder is made where it is used: SQLite refuses parameters that its text does not mention.
  const from = (): string => scope.context.parameter(bounds[0]);
  const to = (): string => scope.context.parameter(bounds[1]);
  const inside = (): string => `IFNULL(${left.sql} >= ${from()} AND ${left.sql} < ${to()}, 0)`;
  switch (operator) {
    case '=':
      return inside();
    case '!=':
      return `NOT ${inside()}`;
    case '<':
      return `IFNULL(${left.sql} < ${from()}, 0)`;
    case '<=':
      return `IFNULL(${left.sql} < ${to()}, 0)`;
    case '>':
      return `IFNULL(${left.sql} >= ${to()}, 0)`;
    case '>=':
      return `IFNULL(${left.sql} >= ${from()}, 0)`;
    default:
      throw new SoqlError(`unexpected operator ${operator} with a date literal`);
  }
}

function semiJoin(left: Expression, operator: Operator, query: SoqlQuery, outer: Scope): string {
  if (operator !== 'IN' && operator !== 'NOT IN') throw new SoqlError('The inner query of a semi join must follow IN or NOT IN');
  const item = query.select[0];
  if (query.select.length !== 1 || item?.kind !== 'expression' || item.expression.kind !== 'field') {
    throw new SoqlError('The inner and outer selects must each have one field of the same type');
  }
  const scope = new Scope(outer.context, resolveObject(query.from, outer.context.model), query.alias);
  const selected = scope.field(item.expression.path);
  if (!isIdLike(selected.field) || !isIdLike(left.field)) {
    if (left.field.type !== selected.field.type)
      throw new SoqlError(
        `The inner select field '${selected.field.name}' cannot have more than one type or differ from '${left.field.name}'`
      );
  }
  const where = whereSql(query, scope);
  const inner = `SELECT ${selected.sql} FROM ${scope.from} WHERE ${where} AND ${selected.sql} IS NOT NULL${query.limit?.kind === 'integer' ? ` LIMIT ${query.limit.value}` : ''}`;
  return operator === 'IN' ? `IFNULL(${left.sql} IN (${inner}), 0)` : `NOT IFNULL(${left.sql} IN (${inner}), 0)`;
}

function isIdLike(field: FieldModel): boolean {
  return field.type === 'Id' || field.type === 'Reference';
}

/** The rows a query ranges over: its WHERE, its scope, what is deleted, and what the user may see. */
export function whereSql(query: SoqlQuery, scope: Scope, extra: readonly string[] = []): string {
  const terms = [...extra];
  if (query.where) checkUnaggregated(query.where);
  if (query.where) terms.push(conditionSql(query.where, scope));
  if (!query.allRows && scope.object.fields.has('isdeleted')) terms.push(`${scope.alias}."IsDeleted" = 0`);
  if (query.scope) terms.push(scopeSql(query.scope, scope));
  const visible = scope.context.security?.visible?.(scope.object, scope.alias, scope.context.parameter);
  if (visible) terms.push(visible);
  return terms.length === 0 ? '1' : terms.join(' AND ');
}

/** WHERE is about rows, before there are groups to aggregate. */
function checkUnaggregated(condition: Condition): void {
  if (condition.kind === 'not') return checkUnaggregated(condition.term);
  if (condition.kind !== 'compare') return condition.terms.forEach(checkUnaggregated);
  if (condition.left.kind === 'function' && isAggregate(condition.left)) throw new SoqlError("unexpected token: '('");
}

function scopeSql(name: string, scope: Scope): string {
  switch (name.toLowerCase()) {
    case 'everything':
      return '1';
    case 'mine':
      // A user's own row is the one of theirs; what else has no owner is nobody's in particular.
      if (!scope.object.fields.has('ownerid'))
        return scope.object.name === 'User' ? `${scope.alias}."Id" = ${scope.context.parameter(scope.context.userId)}` : '1';
      return `${scope.alias}."OwnerId" = ${scope.context.parameter(scope.context.userId)}`;
    default:
      throw new SoqlError(`Not implemented in the local org: SOQL USING SCOPE ${name}`);
  }
}
