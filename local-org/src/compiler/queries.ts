import type { SoqlQuery } from '../database/soql/ast.ts';
import { isAggregateQuery, isCountQuery } from '../database/soql/aggregate.ts';
import type { ExpressionOf } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { INTEGER, SOBJECT, listOf, sobjectType } from '../runtime/types.ts';
import type { Body } from './context.ts';
import { expression } from './expressions.ts';
import { fail } from './problem.ts';
import type { Typed } from './typed.ts';

/** An inline query: a list of rows, of AggregateResult, or a count. */
export function queryExpression(body: Body, node: ExpressionOf<'soql'>): Typed {
  const { query } = node;
  const object = body.compilation.schema.objectName(query.from) ?? fail(node, `sObject type '${query.from}' is not supported.`);
  body.compilation.checkQuery(query, node);
  const binds = node.binds.map((bind) => expression(body, bind).js).join(', ');
  const access = query.accessClause === 'USER_MODE' ? 'user' : 'system';
  const name = body.unit.constant(query);
  if (isCountQuery(query)) return { type: INTEGER, js: `$.count(${name}, [${binds}], '${access}')`, nonNull: true };
  return { type: listOf(rowType(query, object)), js: `$.query(${name}, [${binds}], '${access}')`, nonNull: true, query: true };
}

function rowType(query: SoqlQuery, object: string): ApexType {
  return sobjectType(isAggregateQuery(query) ? 'AggregateResult' : object);
}

/** `[FIND … RETURNING …]`: a list of rows for every object returned. */
export function searchExpression(body: Body, node: ExpressionOf<'sosl'>): Typed {
  const binds = node.binds.map((bind) => expression(body, bind).js).join(', ');
  return { type: listOf(listOf(SOBJECT)), js: `$.search(${body.unit.constant(node.search)}, [${binds}])`, nonNull: true };
}
