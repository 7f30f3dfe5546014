import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';
import { fieldEditable, fieldReadable, objectPermissions } from './access.ts';
import { fieldNamed } from './rows.ts';

/** Id that stands for the record type of an object without any, as on the platform. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

/** What `getObjectInfo` tells components: the object, and the fields the user may read with what may be done to them. */
export function objectInfo(model: OrgModel, object: ObjectModel): unknown {
  const permissions = objectPermissions(object);
  const fields = [...object.fields.values()].filter((field) => fieldReadable(model, object, field));
  return {
    apiName: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix,
    custom: object.kind === 'custom',
    createable: permissions.create,
    updateable: permissions.edit,
    deletable: permissions.delete,
    queryable: permissions.read,
    nameFields: fields.filter((field) => field.nameField).map((field) => field.name),
    defaultRecordTypeId: MASTER_RECORD_TYPE,
    recordTypeInfos: {
      [MASTER_RECORD_TYPE]: {
        recordTypeId: MASTER_RECORD_TYPE,
        name: 'Master',
        master: true,
        available: true,
        defaultRecordTypeMapping: true
      }
    },
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(model, object, field)]))
  };
}

function fieldInfo(model: OrgModel, object: ObjectModel, field: FieldModel): unknown {
  const editable = fieldEditable(model, object, field);
  return {
    apiName: field.name,
    label: field.label,
    inlineHelpText: field.helpText ?? null,
    dataType: field.type === 'LongTextArea' ? 'TextArea' : field.type === 'AutoNumber' ? 'String' : field.type,
    custom: field.custom,
    required: field.required,
    unique: field.unique,
    length: field.length ?? 0,
    precision: field.precision ?? 0,
    scale: field.scale ?? 0,
    createable: editable && field.createable,
    updateable: editable && field.updateable,
    calculated: field.formula !== undefined,
    nameField: field.nameField,
    reference: field.type === 'Reference',
    relationshipName: field.relationshipName ?? null,
    referenceToInfos: (field.referenceTo ?? []).map((apiName) => ({ apiName, nameFields: ['Name'] }))
  };
}

export function picklistValues(object: ObjectModel, fieldName: string): unknown {
  const field = fieldNamed(object, fieldName);
  const values = (field.picklist?.values ?? []).filter((value) => value.active);
  const option = (value: (typeof values)[number]): unknown => ({ label: value.label, value: value.value, attributes: null, validFor: [] });
  const defaultValue = values.find((value) => value.default);
  return { controllerValues: {}, defaultValue: defaultValue ? option(defaultValue) : null, values: values.map(option) };
}

export function picklistFieldValues(model: OrgModel, object: ObjectModel): unknown {
  const fields = [...object.fields.values()].filter((field) => field.picklist && fieldReadable(model, object, field));
  return { picklistFieldValues: Object.fromEntries(fields.map((field) => [field.name, picklistValues(object, field.name)])) };
}
