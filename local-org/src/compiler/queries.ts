import { checkQuery } from '../database/soql/check.ts';
import { inNamespace } from '../database/soql/namespace.ts';
import type { ExpressionOf } from '../parser/ast.ts';
import { INTEGER, SOBJECT, listOf, sobjectType } from '../runtime/types.ts';
import { checkBinds } from './bind-types.ts';
import type { Body } from './context.ts';
import { expression } from './expressions.ts';
import { fail } from './problem.ts';
import type { Typed } from './typed.ts';

/** An inline query: a list of rows, of AggregateResult, or a count. */
export function queryExpression(body: Body, node: ExpressionOf<'soql'>): Typed {
  const query = inNamespace(node.query, body.compilation.model.namespace);
  const { error, shape } = checkQuery(query, body.compilation.model);
  if (!shape) return fail(node, error ?? `sObject type '${query.from}' is not supported.`);
  const bound = node.binds.map((bind) => expression(body, bind));
  checkBinds(query, bound, body.compilation.model, node);
  const binds = bound.map((bind) => bind.js).join(', ');
  const access = query.accessClause === 'USER_MODE' ? 'user' : 'system';
  const name = body.unit.constant(query);
  if (shape.kind === 'count') return { type: INTEGER, js: `$.count(${name}, [${binds}], '${access}')`, nonNull: true };
  const row = sobjectType(shape.kind === 'aggregate' ? 'AggregateResult' : shape.object);
  return { type: listOf(row), js: `$.query(${name}, [${binds}], '${access}')`, nonNull: true, query: true };
}

/** `[FIND … RETURNING …]`: a list of rows for every object returned. */
export function searchExpression(body: Body, node: ExpressionOf<'sosl'>): Typed {
  const binds = node.binds.map((bind) => expression(body, bind).js).join(', ');
  return {
    type: listOf(listOf(SOBJECT)),
    js: `$.search(${body.unit.constant(inNamespace(node.search, body.compilation.model.namespace))}, [${binds}])`,
    nonNull: true
  };
}
