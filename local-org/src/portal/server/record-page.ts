import { current } from '../../runtime/execution.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';
import { columnPath } from '../pages/columns.ts';
import { recordLayout, type LayoutItem } from '../pages/layouts.ts';
import { fieldEditable, fieldReadable, objectPermissions } from './access.ts';
import { displayValue, fieldValueToJson } from './field-values.ts';
import { HttpError } from './http-error.ts';
import { objectOfRecord, nameField, query, recordId } from './rows.ts';
import { columnsOf, selectList, tableJson, type TableJson } from './table.ts';

/** A field as record pages show and edit it. */
export interface PageField {
  readonly name: string;
  readonly label: string;
  readonly help: string | null;
  readonly type: FieldModel['type'];
  readonly value: unknown;
  readonly text: string | null;
  readonly recordId: string | null;
  readonly editable: boolean;
  readonly required: boolean;
  readonly length: number | null;
  readonly scale: number | null;
  readonly options: readonly { readonly label: string; readonly value: string }[] | null;
}

export interface RecordPage {
  readonly id: string | null;
  readonly objectApiName: string;
  readonly objectLabel: string;
  readonly title: string;
  readonly locked: boolean;
  readonly canEdit: boolean;
  readonly canDelete: boolean;
  readonly highlights: readonly PageField[];
  readonly sections: readonly {
    readonly label: string;
    readonly showLabel: boolean;
    readonly columns: readonly (readonly PageField[])[];
  }[];
  readonly relatedLists: readonly {
    readonly name: string;
    readonly label: string;
    readonly kind: 'records' | 'approvals' | 'activities';
  }[];
}

/** Everything the native parts of a record page show, read once with the user's access. Without an id: an empty form. */
export function recordPage(model: OrgModel, objectName: string | null, id: string | null): RecordPage {
  const key = id === null ? null : recordId(id);
  const object = key ? objectOfRecord(model, key.value) : model.objects.get(objectName!.toLowerCase());
  if (!object) throw new HttpError(404, `There is no object ${objectName}.`);
  const permissions = objectPermissions(object);
  if (!permissions.read) throw new HttpError(403, `You do not have access to ${object.pluralLabel}.`);
  const layout = recordLayout(model, object.name) ?? defaultLayout(object);
  const shown = (name: string): FieldModel | null => {
    const field = object.fields.get(name.toLowerCase());
    return field && fieldReadable(model, object, field) ? field : null;
  };
  const layoutFields = layout.sections.flatMap((section) =>
    section.columns.flatMap((column) => column.flatMap((item) => shown(item.field) ?? []))
  );
  const compact = object.compactLayoutFields.flatMap((name) => shown(name) ?? []);
  const title = nameField(object);
  const wanted = [...new Set([...(title ? [title] : []), ...compact, ...layoutFields])];
  const row = key ? readRow(model, object, key.value, wanted) : new SObject(object.name);
  const locked = key !== null && current().org.platform.isLocked(key.value);
  const canEdit = (key ? permissions.edit : permissions.create) && !locked;
  const pageField = (field: FieldModel, behavior: LayoutItem['behavior']): PageField =>
    toPageField(model, object, row, field, canEdit && behavior !== 'Readonly', behavior === 'Required', key === null);
  return {
    id: key?.value ?? null,
    objectApiName: object.name,
    objectLabel: object.label,
    title: key ? String(fieldValueToJson(title ? row.get(title.name) : key) ?? object.label) : `New ${object.label}`,
    locked,
    canEdit,
    canDelete: permissions.delete && !locked,
    highlights: compact.filter((field) => field !== title).map((field) => pageField(field, 'Readonly')),
    sections: layout.sections.map((section) => ({
      label: section.label,
      showLabel: section.showLabel,
      columns: section.columns.map((column) =>
        column.flatMap((item) => {
          const field = shown(item.field);
          return field ? [pageField(field, item.behavior)] : [];
        })
      )
    })),
    relatedLists: layout.relatedLists.flatMap((list) => relatedListInfo(model, object, list.name) ?? [])
  };
}

function readRow(model: OrgModel, object: ObjectModel, id: string, fields: readonly FieldModel[]): SObject {
  const columns = columnsOf(
    model,
    object,
    fields.map((field) => field.name)
  );
  const names = new Set(['Id', ...fields.map((field) => field.name), ...columns.map((column) => column.path)]);
  const [row] = query(`SELECT ${[...names].join(', ')} FROM ${object.name} WHERE Id = :id`, { id: recordId(id) });
  if (!row) throw new HttpError(404, 'The record does not exist or you do not have access to it.', { errorCode: 'NOT_FOUND' });
  return row;
}

function toPageField(
  model: OrgModel,
  object: ObjectModel,
  row: SObject,
  field: FieldModel,
  editable: boolean,
  required: boolean,
  creating: boolean
): PageField {
  const value = row.get(field.name);
  const related = field.relationshipName ? row.get(field.relationshipName) : null;
  const target = model.objects.get(field.referenceTo?.[0]?.toLowerCase() ?? '');
  const relatedName = related instanceof SObject ? [...related.values].find(([name]) => name !== 'Id')?.[1] : null;
  const mayWrite = creating ? field.createable : field.updateable;
  const options =
    field.picklist?.values.filter((option) => option.active).map(({ label, value: option }) => ({ label, value: option })) ?? null;
  const initial = creating && value === null ? (field.picklist?.values.find((option) => option.default)?.value ?? null) : null;
  return {
    name: field.name,
    label: field.relationshipName === 'Owner' ? 'Owner' : field.label,
    help: field.helpText ?? null,
    type: field.type,
    value: initial ?? fieldValueToJson(value),
    text:
      field.type === 'Reference'
        ? relatedName
          ? String(fieldValueToJson(relatedName))
          : null
        : displayValue(value, field, current().user.timeZone),
    recordId:
      field.type === 'Reference' && target && target.name !== 'User' && target.name !== 'Group' && value !== null
        ? String(fieldValueToJson(value))
        : null,
    editable: editable && mayWrite && field.formula === undefined && fieldEditable(model, object, field),
    required: required || field.required,
    length: field.length ?? null,
    scale: field.scale ?? null,
    options
  };
}

/** An object without a page layout shows its fields in one section. */
function defaultLayout(object: ObjectModel): NonNullable<ReturnType<typeof recordLayout>> {
  const fields = [...object.fields.values()].filter((field) => field.nameField || field.custom || field.name === 'OwnerId');
  const half = Math.ceil(fields.length / 2);
  const items = fields.map((field) => ({ field: field.name, behavior: 'Edit' as const }));
  return { sections: [{ label: 'Information', showLabel: true, columns: [items.slice(0, half), items.slice(half)] }], relatedLists: [] };
}

function relatedListInfo(model: OrgModel, object: ObjectModel, name: string): RecordPage['relatedLists'][number] | null {
  if (name === 'RelatedProcessHistoryList') return { name: 'ProcessSteps', label: 'Approval History', kind: 'approvals' };
  if (name === 'RelatedActivityList' || name === 'RelatedHistoryList') return null;
  const child = childOf(model, object, name);
  return child && objectPermissions(child.object).read ? { name, label: child.object.pluralLabel, kind: 'records' } : null;
}

/** `Child__c.Lookup__c` as layouts name a related list, or the relationship's own name. */
function childOf(model: OrgModel, object: ObjectModel, name: string): { readonly object: ObjectModel; readonly field: string } | null {
  const [childName = '', fieldName] = name.split('.');
  const relationship = object.childRelationships.find((candidate) =>
    fieldName
      ? candidate.childObject.toLowerCase() === childName.toLowerCase() && candidate.field.toLowerCase() === fieldName.toLowerCase()
      : candidate.name?.toLowerCase() === name.toLowerCase()
  );
  const child = relationship ? model.objects.get(relationship.childObject.toLowerCase()) : undefined;
  return relationship && child ? { object: child, field: relationship.field } : null;
}

/** The rows of a related list. Columns come from the caller or from the parent's layout. */
export function relatedList(
  model: OrgModel,
  parentId: string,
  name: string,
  fields: readonly string[] | null,
  pageSize: number
): TableJson {
  const key = recordId(parentId);
  const parent = objectOfRecord(model, key.value);
  const child = childOf(model, parent, name);
  if (!child) throw new HttpError(404, `${parent.label} has no related list ${name}.`);
  const listed = fields ?? recordLayout(model, parent.name)?.relatedLists.find((list) => list.name === name)?.fields ?? ['NAME'];
  const columns = columnsOf(
    model,
    child.object,
    listed.map((field) => (field.includes('.') && !field.includes('__r.') ? columnPath(child.object, field) : field))
  );
  const rows = query(
    `SELECT ${selectList(columns)} FROM ${child.object.name} WHERE ${child.field} = :parent ORDER BY CreatedDate DESC, Id LIMIT ${pageSize + 1}`,
    { parent: key }
  );
  return tableJson(child.object, columns, rows, pageSize);
}
