import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';
import { isAggregateQuery, isCountQuery } from './aggregate.ts';
import type { Condition, SoqlQuery } from './ast.ts';
import { checkOffset } from './order.ts';
import { resolveChild, resolveObject, SoqlError, unaliased } from './resolve.ts';

const MOST_UNBOUNDED_ROWS = 200;
const MOST_SEMI_JOINS = 2;

/** What the platform refuses of a query as a whole although each of its clauses is sound. */
export function checkRestrictions(query: SoqlQuery, object: ObjectModel, model: OrgModel): void {
  if (query.forUpdate && query.orderBy.length > 0)
    throw new SoqlError('ORDER BY can not be used in a query that locks its rows with FOR UPDATE');
  if (isUnbounded(query) && !(query.limit?.kind === 'integer' && query.limit.value <= MOST_UNBOUNDED_ROWS))
    throw new SoqlError(`The SOQL FIELDS function must have a LIMIT of at most ${MOST_UNBOUNDED_ROWS}`);
  if (object.name === 'ContentDocumentLink' && !filtersBy(query.where, LINK_ENDS))
    throw new SoqlError(
      "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN operator."
    );
  if (query.offset?.kind === 'integer') checkOffset(query.offset.value);
  if (isAggregateQuery(query)) checkOverall(query);
  else checkSelected(query, object, model);
  checkSemiJoins(query, object, model);
}

/** Apex does not take FIELDS(ALL) and FIELDS(CUSTOM), whatever the limit: what they give is not known beforehand. */
export function checkBounded(query: SoqlQuery): void {
  if (asksForUnknownFields(query)) throw new SoqlError(UNKNOWN_FIELDS);
}

export const UNKNOWN_FIELDS = 'The SOQL FIELDS function is not supported with an unbounded set of fields in this API';

export function asksForUnknownFields(query: SoqlQuery): boolean {
  return isUnbounded(query) || query.select.some((item) => item.kind === 'subquery' && asksForUnknownFields(item.query));
}

function isUnbounded(query: SoqlQuery): boolean {
  return query.select.some((item) => item.kind === 'fields' && item.set !== 'STANDARD');
}

/** An aggregate over all rows gives one row: there is nothing to limit. */
function checkOverall(query: SoqlQuery): void {
  if (query.groupBy || isCountQuery(query)) return;
  if (query.limit) throw new SoqlError('Non-grouped query that uses overall aggregate functions cannot also use LIMIT');
}

/** A field is selected once, by its own name or through FIELDS(). */
function checkSelected(query: SoqlQuery, object: ObjectModel, model: OrgModel): void {
  const seen = new Set<string>();
  const select = (path: string): void => {
    if (seen.has(path.toLowerCase())) throw new SoqlError(`duplicate field selected: ${path}`);
    seen.add(path.toLowerCase());
  };
  for (const item of query.select) {
    if (item.kind === 'expression' && item.expression.kind === 'field' && item.alias !== null)
      throw new SoqlError('only aggregate expressions use field aliasing');
    if (item.kind === 'fields') fieldsOf(object, item.set).forEach((field) => select(field.name));
    else if (item.kind === 'expression' && item.expression.kind === 'field')
      select(unaliased(item.expression.path, object, query.alias).join('.'));
    else if (item.kind === 'subquery') {
      const child = resolveChild(object, unaliased(item.query.from.split('.'), object, query.alias).join('.'));
      checkSelected(item.query, resolveObject(child.childObject, model), model);
    }
  }
}

function fieldsOf(object: ObjectModel, set: 'ALL' | 'STANDARD' | 'CUSTOM'): FieldModel[] {
  return [...object.fields.values()].filter(({ custom }) => set === 'ALL' || custom === (set === 'CUSTOM'));
}

function checkSemiJoins(query: SoqlQuery, object: ObjectModel, model: OrgModel): void {
  let joins = 0;
  const walk = (condition: Condition, top: boolean): void => {
    if (condition.kind === 'not') return walk(condition.term, top);
    if (condition.kind !== 'compare') return condition.terms.forEach((term) => walk(term, top && condition.kind === 'and'));
    if (condition.value.kind !== 'subquery') return;
    if (!top) throw new SoqlError("Semi join sub-selects are not allowed with the 'OR' operator");
    if (++joins > MOST_SEMI_JOINS) throw new SoqlError(`Maximum ${MOST_SEMI_JOINS} semi join sub-selects are allowed`);
    const inner = condition.value.query;
    if (inner.where && hasSemiJoin(inner.where)) throw new SoqlError('Nesting of semi join sub-selects is not supported');
    if (resolveObject(inner.from, model) === object)
      throw new SoqlError('The inner and outer selects should not be on the same object type');
  };
  if (query.where) walk(query.where, true);
}

function hasSemiJoin(condition: Condition): boolean {
  if (condition.kind === 'compare') return condition.value.kind === 'subquery';
  return condition.kind === 'not' ? hasSemiJoin(condition.term) : condition.terms.some(hasSemiJoin);
}

const LINK_ENDS = new Set(['id', 'contentdocumentid', 'linkedentityid', 'contentdocument.id']);

function filtersBy(condition: Condition | null, fields: ReadonlySet<string>): boolean {
  if (condition === null) return false;
  if (condition.kind === 'compare')
    return (
      (condition.operator === '=' || condition.operator === 'IN') &&
      condition.left.kind === 'field' &&
      fields.has(condition.left.path.join('.').toLowerCase())
    );
  return condition.kind !== 'not' && condition.terms.some((term) => filtersBy(term, fields));
}
