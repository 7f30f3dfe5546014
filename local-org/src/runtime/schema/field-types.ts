import type { FieldModel, FieldType } from '../../metadata/model.ts';

/** Field type → `Schema.DisplayType` and `Schema.SoapType` constants. */
export const FIELD_TYPES: Readonly<Record<FieldType, readonly [display: string, soap: string]>> = {
  Id: ['ID', 'ID'],
  String: ['STRING', 'STRING'],
  TextArea: ['TEXTAREA', 'STRING'],
  LongTextArea: ['TEXTAREA', 'STRING'],
  Html: ['TEXTAREA', 'STRING'],
  EncryptedString: ['ENCRYPTEDSTRING', 'STRING'],
  Email: ['EMAIL', 'STRING'],
  Phone: ['PHONE', 'STRING'],
  Url: ['URL', 'STRING'],
  Picklist: ['PICKLIST', 'STRING'],
  MultiselectPicklist: ['MULTIPICKLIST', 'STRING'],
  Combobox: ['COMBOBOX', 'STRING'],
  Boolean: ['BOOLEAN', 'BOOLEAN'],
  Integer: ['INTEGER', 'INTEGER'],
  Long: ['LONG', 'LONG'],
  Double: ['DOUBLE', 'DOUBLE'],
  Currency: ['CURRENCY', 'DOUBLE'],
  Percent: ['PERCENT', 'DOUBLE'],
  Date: ['DATE', 'DATE'],
  DateTime: ['DATETIME', 'DATETIME'],
  Time: ['TIME', 'TIME'],
  Reference: ['REFERENCE', 'ID'],
  MetadataRelationship: ['REFERENCE', 'ID'],
  AutoNumber: ['STRING', 'STRING'],
  Address: ['ADDRESS', 'ADDRESS'],
  Location: ['LOCATION', 'LOCATION'],
  Base64: ['BASE64', 'BASE64BINARY'],
  AnyType: ['ANYTYPE', 'ANYTYPE']
};

const TEXT_LENGTHS: Partial<Record<FieldType, number>> = {
  Id: 18,
  Reference: 18,
  Email: 80,
  Phone: 40,
  Url: 255,
  Picklist: 255,
  MultiselectPicklist: 4099,
  TextArea: 255,
  String: 255,
  AutoNumber: 30
};

export function fieldLength(field: FieldModel): number {
  return field.length ?? TEXT_LENGTHS[field.type] ?? 0;
}

const NOT_FILTERABLE = new Set<FieldType>(['LongTextArea', 'Html', 'Base64', 'Address', 'EncryptedString']);
const NOT_GROUPABLE = new Set<FieldType>([
  'LongTextArea',
  'Html',
  'Base64',
  'Address',
  'Location',
  'EncryptedString',
  'Double',
  'Currency',
  'Percent',
  'DateTime',
  'Time',
  'MultiselectPicklist'
]);

/** Whether rows can be grouped by values of this type. */
export function isGroupableType(type: FieldType): boolean {
  return !NOT_GROUPABLE.has(type);
}

export function isSortable(field: FieldModel): boolean {
  return !NOT_FILTERABLE.has(field.type) && field.type !== 'MultiselectPicklist' && field.type !== 'Location';
}

export function isGroupable(field: FieldModel): boolean {
  return field.formula === undefined && field.type !== 'AutoNumber' && isGroupableType(field.type);
}
