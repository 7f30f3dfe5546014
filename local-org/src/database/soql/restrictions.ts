import type { ObjectModel } from '../../metadata/model.ts';
import type { Condition, SoqlQuery } from './ast.ts';
import { SoqlError } from './resolve.ts';

const MOST_UNBOUNDED_ROWS = 200;

/** What the platform refuses of a query as a whole although each of its clauses is sound. */
export function checkRestrictions(query: SoqlQuery, object: ObjectModel): void {
  if (query.forUpdate && query.orderBy.length > 0)
    throw new SoqlError('ORDER BY can not be used in a query that locks its rows with FOR UPDATE');
  const unbounded = query.select.some((item) => item.kind === 'fields' && item.set !== 'STANDARD');
  if (unbounded && !(query.limit?.kind === 'integer' && query.limit.value <= MOST_UNBOUNDED_ROWS))
    throw new SoqlError(`The SOQL FIELDS function must have a LIMIT of at most ${MOST_UNBOUNDED_ROWS}`);
  if (object.name === 'ContentDocumentLink' && !filtersBy(query.where, LINK_ENDS))
    throw new SoqlError(
      "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN operator."
    );
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
