import { current } from '../../runtime/execution.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ANY } from '../../runtime/types.ts';
import type { FieldModel, ListViewModel, ObjectModel, OrgModel } from '../../metadata/model.ts';
import { columnPath } from '../pages/columns.ts';
import { fieldValueFromJson } from './field-values.ts';
import { HttpError } from './http-error.ts';
import { query } from './rows.ts';
import { columnsOf, selectList, tableJson, type TableJson } from './table.ts';

/** Literals that SOQL understands by themselves, `NEXT_N_DAYS:14`, `TODAY`. */
const DATE_LITERAL =
  /^(TODAY|YESTERDAY|TOMORROW|(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|90_DAYS)|(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|QUARTERS|YEARS):\d+)$/i;

const OPERATORS: Readonly<Record<string, string>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>='
};

export interface ListViewPage extends TableJson {
  readonly label: string;
  readonly name: string;
}

export interface ListViewOptions {
  readonly pageSize: number;
  /** Path of a column to order by; anything else is refused. */
  readonly sort?: string | undefined;
  readonly descending?: boolean;
}

/** The list views of an object the user may choose from. A queue's view is for its members. */
export function listViews(object: ObjectModel): ListViewModel[] {
  return [...object.listViews].sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

export function listView(model: OrgModel, object: ObjectModel, name: string, options: ListViewOptions): ListViewPage {
  const view = object.listViews.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!view) throw new HttpError(404, `${object.pluralLabel} have no list view ${name}.`);
  const columns = columnsOf(model, object, view.columns.length > 0 ? view.columns : ['NAME']);
  const binds: Record<string, unknown> = {};
  const conditions = [...scope(view, binds), ...filters(object, view, binds)];
  const order = options.sort ? columns.find((column) => column.path === options.sort)?.path : undefined;
  if (options.sort && !order) throw new HttpError(400, `List view ${view.label} has no column ${options.sort}.`);
  const rows = query(
    `SELECT ${selectList(columns)} FROM ${object.name}` +
      (conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '') +
      ` ORDER BY ${order ? `${order} ${options.descending ? 'DESC' : 'ASC'} NULLS LAST` : 'CreatedDate DESC'}, Id` +
      ` LIMIT ${options.pageSize + 1}`,
    binds
  );
  return { name: view.name, label: view.label, ...tableJson(object, columns, rows, options.pageSize) };
}

function scope(view: ListViewModel, binds: Record<string, unknown>): string[] {
  switch (view.filterScope) {
    case 'Everything':
      return [];
    case 'Mine':
      binds['me'] = ApexId.of(current().user.id);
      return ['OwnerId = :me'];
    case 'Queue': {
      const [queue] = query("SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = :name", { name: view.queue ?? '' }, 'system');
      if (!queue) throw new HttpError(404, `There is no queue ${view.queue ?? ''}.`);
      binds['queue'] = queue.get('Id');
      return ['OwnerId = :queue'];
    }
    default:
      throw new HttpError(400, `List views with the scope ${view.filterScope} are not supported by the local org.`);
  }
}

/** All filters must hold unless the view has logic of its own, `1 AND (2 OR 3)`. */
function filters(object: ObjectModel, view: ListViewModel, binds: Record<string, unknown>): string[] {
  const conditions = view.filters.map((filter, index) => {
    const path = columnPath(object, filter.field);
    const field = object.fields.get(path.toLowerCase());
    if (!field) throw new HttpError(400, `List view ${view.label}: filters on ${filter.field} are not supported by the local org.`);
    return condition(field, filter.operation, filter.value, `filter${index}`, binds);
  });
  if (!view.booleanFilter) return conditions;
  return [`(${view.booleanFilter.replace(/\d+/g, (number) => conditions[Number(number) - 1] ?? fail(view))})`];
}

function fail(view: ListViewModel): never {
  throw new HttpError(400, `List view ${view.label}: its filter logic names a filter it does not have.`);
}

function condition(field: FieldModel, operation: string, value: string, name: string, binds: Record<string, unknown>): string {
  const values = field.picklist || field.type === 'String' ? value.split(',').map((part) => part.trim()) : [value];
  const like = (pattern: (text: string) => string): string => {
    const parts = values.map((text, index) => {
      binds[`${name}_${index}`] = pattern(text);
      return `${field.name} LIKE :${name}_${index}`;
    });
    return parts.length === 1 ? parts[0]! : `(${parts.join(' OR ')})`;
  };
  switch (operation) {
    case 'contains':
      return like((text) => `%${text}%`);
    case 'notContain':
      return `(NOT ${like((text) => `%${text}%`)})`;
    case 'startsWith':
      return like((text) => `${text}%`);
    default: {
      const operator = OPERATORS[operation];
      if (!operator) throw new HttpError(400, `List view filters with ${operation} are not supported by the local org.`);
      if (DATE_LITERAL.test(value)) return `${field.name} ${operator} ${value.toUpperCase()}`;
      if (values.length > 1 && (operator === '=' || operator === '!=')) {
        binds[name] = new ApexList(
          ANY,
          values.map((text) => fieldValueFromJson(text, field))
        );
        return `${field.name} ${operator === '=' ? 'IN' : 'NOT IN'} :${name}`;
      }
      binds[name] = fieldValueFromJson(field.type === 'Boolean' ? value === '1' || value === 'true' : value, field);
      return `${field.name} ${operator} :${name}`;
    }
  }
}
