import type { FieldModel } from '../../metadata/model.ts';
import { isText } from '../codec.ts';
import type { AggregateColumn } from './aggregate.ts';
import type { Scalar, SoqlQuery } from './ast.ts';
import { SoqlError } from './resolve.ts';
import type { QueryContext, Scope } from './scope.ts';

/** ORDER BY, with nulls first unless the query says otherwise and text in the platform's collation. */
export function orderSql(query: SoqlQuery, scope: Scope, columns: readonly AggregateColumn[] = []): string {
  if (query.orderBy.length === 0) return '';
  const terms = query.orderBy.map((item) => {
    const aliased = item.expression.kind === 'field' && item.expression.path.length === 1 ? item.expression.path[0]!.toLowerCase() : null;
    const column = columns.find((candidate) => candidate.name.toLowerCase() === aliased);
    const { sql, field } = scope.expression(column?.expression ?? item.expression);
    if (field.type === 'LongTextArea' || field.type === 'Html' || field.type === 'MultiselectPicklist') {
      throw new SoqlError(`field '${field.name}' can not be sorted in a query call`);
    }
    const direction = `${item.descending ? 'DESC' : 'ASC'} NULLS ${item.nulls === 'last' ? 'LAST' : 'FIRST'}`;
    return sortKeys(sql, field, scope)
      .map((key) => `${key} ${direction}`)
      .join(', ');
  });
  return ` ORDER BY ${terms.join(', ')}`;
}

/** Picklists sort as Setup lists their values, values of no list behind them; other text by the platform's collation. */
function sortKeys(sql: string, field: FieldModel, scope: Scope): string[] {
  if (!isText(field)) return [sql];
  const values = field.type === 'Picklist' && field.formula === undefined ? (field.picklist?.values ?? []) : [];
  if (values.length === 0) return [`sort_key(${sql})`];
  const list = scope.context.parameter(JSON.stringify(values.map(({ value }) => value)));
  const position = `(SELECT key FROM json_each(${list}) WHERE value = ${sql} COLLATE NOCASE LIMIT 1)`;
  return [`CASE WHEN ${sql} IS NULL THEN NULL ELSE IFNULL(${position}, ${values.length}) END`, `sort_key(${sql})`];
}

const MAX_OFFSET = 2000;

export function checkOffset(offset: number): void {
  if (offset > MAX_OFFSET) throw new SoqlError(`Maximum SOQL offset allowed is ${MAX_OFFSET}`);
}

export function limitSql(query: SoqlQuery, context: QueryContext): string {
  const limit = rowCount(query.limit, context, 'LIMIT');
  const offset = rowCount(query.offset, context, 'OFFSET');
  if (offset !== null) checkOffset(offset);
  if (limit === null && offset === null) return '';
  return ` LIMIT ${limit ?? -1}${offset === null ? '' : ` OFFSET ${offset}`}`;
}

export function rowCount(scalar: Scalar | null, context: QueryContext, clause: string): number | null {
  if (scalar === null) return null;
  const value = scalar.kind === 'integer' ? scalar.value : context.binds[scalar.index];
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number') throw new SoqlError(`${clause} must be an integer`);
  if (number < 0) throw new SoqlError(`Invalid value for ${clause}: ${number}`);
  return number;
}
