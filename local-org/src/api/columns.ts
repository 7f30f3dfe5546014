import type { FieldPath, FunctionCall, SoqlQuery } from '../database/soql/ast.ts';
import { parseQueryText, QueryTextError } from '../database/soql/parse.ts';
import { ApiError } from './errors.ts';

/** One column of a result, as the REST API describes it under `columns=true`. */
interface Column {
  readonly columnName: string;
  readonly displayName: string;
  /** A function's result, or the rows of a subquery. */
  readonly aggregate: boolean;
  /** Fields of the parent, or of the rows of a subquery. */
  readonly joinColumns: Column[];
}

/** The columns that a query gives, in the order in which it selects them. */
export function columnsOf(text: string): Column[] {
  try {
    return columns(parseQueryText(text).query);
  } catch (error) {
    if (error instanceof QueryTextError) throw new ApiError(400, 'MALFORMED_QUERY', error.message);
    throw error;
  }
}

function columns(query: SoqlQuery): Column[] {
  const result: Column[] = [];
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind === 'subquery') result.push({ ...column(item.query.from), aggregate: true, joinColumns: columns(item.query) });
    else if (item.kind === 'typeof')
      for (const field of [...item.whens.flatMap((when) => when.fields), ...item.otherwise])
        addPath(result, [...item.path.path, ...field.path]);
    else if (item.kind === 'fields') result.push(column(`FIELDS(${item.set})`));
    // Grouped fields are named by their alias or their last part, and are columns of no parent.
    else if (item.expression.kind === 'field')
      addPath(result, item.alias !== null ? [item.alias] : query.groupBy ? item.expression.path.slice(-1) : item.expression.path);
    else result.push({ ...column(item.alias ?? `expr${unnamed++}`), displayName: written(item.expression), aggregate: true });
  }
  return result;
}

function column(name: string): Column {
  return { columnName: name, displayName: name, aggregate: false, joinColumns: [] };
}

/** `Account.Owner.Name` is a column of a column of a column; parents that are there already are used. */
function addPath(into: Column[], [first = '', ...rest]: readonly string[]): void {
  let known = into.find((each) => each.columnName.toLowerCase() === first.toLowerCase() && !each.aggregate);
  if (!known) into.push((known = column(first)));
  if (rest.length > 0) addPath(known.joinColumns, rest);
}

function written(expression: FieldPath | FunctionCall): string {
  return expression.kind === 'field'
    ? expression.path.join('.')
    : `${expression.name.toLowerCase()}(${expression.argument ? written(expression.argument) : ''})`;
}
