import { toDisplayString } from '../convert.ts';
import { current } from '../execution.ts';
import { apexHashCode, strictEquals } from '../equality.ts';
import { ANY, STRING } from '../interning.ts';
import { defineType } from '../library.ts';
import { cloneRow, cloneSourceOf, isClone, readField, relationshipName, writeField } from '../rows.ts';
import { objectToken, SObjectFieldToken } from '../schema/tokens.ts';
import { ApexException, requireArgument, throwApex } from '../values/exception.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { SObject } from '../values/sobject.ts';
import { addFieldError, addRowError } from './add-error.ts';
import { errorList } from '../../platform/library/results.ts';
import { settingsAccessor } from '../settings.ts';

type FieldName = string | SObjectFieldToken;

/** A field given by name or by token; a token of another object is refused as the platform does. */
function nameOf(row: SObject, field: FieldName): string {
  requireArgument(field);
  if (typeof field === 'string') return field;
  if (field.object.name !== row.objectName && row.objectName !== 'AggregateResult') {
    throwApex('System.SObjectException', `${field.object.name}.${field.field.name} does not belong to SObject type ${row.objectName}`);
  }
  return field.field.name;
}

/** A parent's relationship by its own name, or by the token of its reference field. */
function relationOf(row: SObject, field: FieldName): ReturnType<typeof relationshipName> {
  return relationshipName(row, nameOf(row, field));
}

function getSObject(row: SObject, field: FieldName): unknown {
  const relation = relationOf(row, field);
  const value = row.values.get(relation.name);
  if (value === undefined && row.queried && !row.queried.has(relation.name)) return row.read(relation.name);
  return value ?? null;
}

function getSObjects(row: SObject, field: FieldName): ApexList | null {
  const relation = relationOf(row, field);
  const value = row.values.get(relation.name);
  if (value === undefined && row.queried && !row.queried.has(relation.name)) row.read(relation.name);
  // No children reads as null here, while `row.Children` is an empty list.
  return value instanceof ApexList && value.items.length > 0 ? value : null;
}

function putSObject(row: SObject, field: FieldName, value: SObject | null): unknown {
  const relation = relationOf(row, field);
  if (relation.kind === 'child') throwApex('System.SObjectException', `Invalid relationship ${relation.name} for ${row.objectName}`);
  return row.put(relation.name, value);
}

function populatedFields(row: SObject): ApexMap {
  const map = new ApexMap(STRING, ANY, row.values);
  map.readOnly = true;
  return map;
}

function clone(
  row: SObject,
  keepId: boolean | null = false,
  deep: boolean | null = false,
  keepTimestamps: boolean | null = false,
  keepAutonumber: boolean | null = false
): SObject {
  return cloneRow(row, {
    keepId: requireArgument(keepId),
    deep: requireArgument(deep),
    keepTimestamps: requireArgument(keepTimestamps),
    keepAutonumber: requireArgument(keepAutonumber)
  });
}

/** `addError(message)`, `addError(message, escape)`, `addError(field, message)`, `addError(field, message, escape)`. */
function addError(row: SObject, first: unknown, second?: unknown, third?: boolean): null {
  if (first instanceof SObjectFieldToken) return addFieldError(row, nameOf(row, first), second, third);
  const named = typeof first === 'string' && (typeof second === 'string' || second instanceof ApexException);
  if (!named) return addRowError(row, first, second as boolean | undefined);
  const field = current()
    .org.model.objects.get(row.objectName.toLowerCase())
    ?.fields.get((first as string).toLowerCase());
  return addFieldError(
    row,
    (field ?? throwApex('System.SObjectException', `Invalid field ${first as string} for ${row.objectName}`)).name,
    second,
    third
  );
}

function getErrors(row: SObject): ApexList {
  return errorList(
    row.errors.map(({ message, field }) => ({
      statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message,
      fields: field === null ? [] : [field]
    }))
  );
}

function recalculateFormulas(row: SObject): null {
  const object = current().org.model.objects.get(row.objectName.toLowerCase());
  const formulas = [...(object?.fields.values() ?? [])].filter((field) => field.formula !== undefined);
  if (formulas.length === 0) return null;
  throw new Error(`Not implemented in the local org: recalculateFormulas of ${row.objectName}`);
}

defineType({
  name: 'System.SObject',
  jsClass: SObject,
  methods: {
    addError,
    clear: (row: SObject) => {
      if (row.readOnly) throwApex('System.FinalException', 'Record is read-only');
      row.values.clear();
    },
    clone,
    get: (row: SObject, field: FieldName) => readField(row, nameOf(row, field)),
    getAll: (row: SObject) => settingsAccessor(row.objectName, 'getAll'),
    getCloneSourceId: cloneSourceOf,
    getErrors,
    getPopulatedFieldsAsMap: populatedFields,
    getSObject,
    getSObjects,
    getSObjectType: (row: SObject) => objectToken(row.objectName),
    hasErrors: (row: SObject) => row.errors.length > 0,
    isClone,
    isSet: (row: SObject, field: FieldName) => {
      const name = nameOf(row, field);
      const model = current().org.model.objects.get(row.objectName.toLowerCase())?.fields.get(name.toLowerCase());
      return row.has(model?.name ?? name);
    },
    put: (row: SObject, field: FieldName, value: unknown) => writeField(row, nameOf(row, field), value),
    putSObject,
    recalculateFormulas,
    equals: (row: SObject, other: unknown) => strictEquals(row, other),
    hashCode: (row: SObject) => apexHashCode(row),
    toString: (row: SObject) => toDisplayString(row)
  },
  properties: { Id: { get: (row: SObject) => row.get('Id'), set: (row: SObject, id: unknown) => row.put('Id', id) } }
});
