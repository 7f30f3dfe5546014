import type { OrgModel } from '../../metadata/model.ts';
import { ApexDate } from '../../runtime/values/date.ts';
import { checkAggregate, isAggregateQuery, isCountQuery } from './aggregate.ts';
import type { SoqlQuery } from './ast.ts';
import { whereSql } from './conditions.ts';
import { orderSql } from './order.ts';
import { resolveObject, SoqlError } from './resolve.ts';
import { checkBounded, checkRestrictions } from './restrictions.ts';
import { QueryContext, Scope } from './scope.ts';
import { planSelection } from './select.ts';

/** What a query gives, for the type checker. */
export interface QueryShape {
  readonly kind: 'rows' | 'aggregate' | 'count';
  /** Canonical name of the object queried. */
  readonly object: string;
}

export interface QueryCheck {
  /** The first thing that does not fit the object model, in the platform's words; null when the query is sound. */
  readonly error: string | null;
  readonly shape: QueryShape | null;
}

const display = { label: (_o: unknown, _f: unknown, value: unknown) => value, format: (_f: unknown, value: unknown) => value };

/** Checks a query against the object model by planning it as a run would, with every bind unknown. */
export function checkQuery(query: SoqlQuery, model: OrgModel): QueryCheck {
  const binds = new Array<unknown>(query.bindCount).fill(null);
  const context = new QueryContext({ model, binds, security: null, userId: '', zone: 'UTC', today: new ApexDate(2000, 1, 1) });
  try {
    const object = resolveObject(query.from, model);
    checkBounded(query);
    checkRestrictions(query, object, model);
    if (isCountQuery(query)) {
      whereSql(query, new Scope(context, object, query.alias));
      return { error: null, shape: { kind: 'count', object: object.name } };
    }
    if (isAggregateQuery(query)) {
      checkAggregate(query, context);
      return { error: null, shape: { kind: 'aggregate', object: object.name } };
    }
    checkRows(query, object.name, context);
    return { error: null, shape: { kind: 'rows', object: object.name } };
  } catch (error) {
    if (error instanceof SoqlError) return { error: error.message, shape: null };
    throw error;
  }
}

function checkRows(query: SoqlQuery, objectName: string, context: QueryContext): void {
  const scope = new Scope(context, resolveObject(objectName, context.model), query.alias);
  const selection = planSelection(query, scope, display);
  whereSql(query, scope);
  orderSql(query, scope);
  for (const { query: child, relationship } of selection.subqueries) checkRows(child, relationship.childObject, context);
}
