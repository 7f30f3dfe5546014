import { current } from '../../runtime/execution.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';
import { columnPath } from '../pages/columns.ts';
import { displayValue, fieldValueToJson } from './field-values.ts';
import { pathReadable } from './records.ts';
import { nameField } from './rows.ts';

export interface Column {
  /** What the query selects: `Status__c`, `Partner__r.Name`. */
  readonly path: string;
  readonly label: string;
  readonly type: FieldModel['type'];
  /** Right-aligned. */
  readonly numeric: boolean;
  /** For a lookup column, the field with the id of the record to link to. */
  readonly linkField: string | null;
  readonly field: FieldModel;
}

export interface Cell {
  readonly text: string | null;
  readonly value: unknown;
  /** Record to open, when the cell names one. */
  readonly recordId: string | null;
}

export interface TableJson {
  readonly objectApiName: string;
  readonly columns: readonly { readonly path: string; readonly label: string; readonly type: string; readonly numeric: boolean }[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[] }[];
  /** True when there are more rows than were asked for. */
  readonly more: boolean;
}

/** Columns by the names metadata uses, without those the user may not read. Lookups show the name of what they point at. */
export function columnsOf(model: OrgModel, object: ObjectModel, names: readonly string[]): Column[] {
  return names
    .map((name) => columnOf(model, object, columnPath(object, name)))
    .filter((column) => pathReadable(model, object, column.path));
}

function columnOf(model: OrgModel, object: ObjectModel, path: string): Column {
  const [head = '', ...rest] = path.split('.');
  if (rest.length > 0) {
    const reference = object.parentRelationships.get(head.toLowerCase())!;
    const label = head === 'Owner' ? 'Owner' : reference.label;
    return { path, label, type: 'String', numeric: false, linkField: linkable(model, reference), field: reference };
  }
  const field = object.fields.get(head.toLowerCase())!;
  if (field.type === 'Reference' && field.relationshipName) {
    const target = model.objects.get(field.referenceTo?.[0]?.toLowerCase() ?? '');
    const name = field.relationshipName === 'Owner' ? 'Name' : ((target && nameField(target)?.name) ?? 'Id');
    return {
      path: `${field.relationshipName}.${name}`,
      label: field.label,
      type: 'String',
      numeric: false,
      linkField: linkable(model, field),
      field
    };
  }
  const numeric = ['Currency', 'Double', 'Integer', 'Long', 'Percent'].includes(field.type);
  return { path: field.name, label: field.label, type: field.type, numeric, linkField: field === nameField(object) ? 'Id' : null, field };
}

/** People and queues have no page here to link to. */
function linkable(model: OrgModel, field: FieldModel): string | null {
  const target = model.objects.get(field.referenceTo?.[0]?.toLowerCase() ?? '');
  return target && target.name !== 'User' && target.name !== 'Group' ? field.name : null;
}

export function selectList(columns: readonly Column[]): string {
  return [...new Set(['Id', ...columns.map((column) => column.path), ...columns.flatMap((column) => column.linkField ?? [])])].join(', ');
}

export function tableJson(object: ObjectModel, columns: readonly Column[], rows: readonly SObject[], pageSize: number): TableJson {
  return {
    objectApiName: object.name,
    columns: columns.map(({ path, label, type, numeric }) => ({ path, label, type, numeric })),
    rows: rows.slice(0, pageSize).map((row) => ({ id: String(row.get('Id')), cells: columns.map((column) => cell(row, column)) })),
    more: rows.length > pageSize
  };
}

function cell(row: SObject, column: Column): Cell {
  const link = column.linkField ? row.get(column.linkField) : null;
  const [head = '', ...rest] = column.path.split('.');
  const parent = rest.length > 0 ? row.get(head) : row;
  const value = parent instanceof SObject ? parent.get(rest.at(-1) ?? head) : null;
  const text =
    rest.length > 0
      ? value === null
        ? null
        : String(fieldValueToJson(value))
      : displayValue(value, column.field, current().user.timeZone);
  return { text, value: rest.length > 0 ? text : fieldValueToJson(value), recordId: link instanceof ApexId ? link.value : null };
}
