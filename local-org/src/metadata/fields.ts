import type { FieldModel, FieldType, PicklistValue, XmlObject } from './model.ts';
import { xmlChild, xmlFlag, xmlNumber, xmlObjects, xmlText, xmlTexts } from './xml.ts';

const TYPES: Readonly<Record<string, FieldType>> = {
  Text: 'String',
  TextArea: 'TextArea',
  LongTextArea: 'LongTextArea',
  Html: 'Html',
  EncryptedText: 'EncryptedString',
  Email: 'Email',
  Phone: 'Phone',
  Url: 'Url',
  Picklist: 'Picklist',
  MultiselectPicklist: 'MultiselectPicklist',
  Checkbox: 'Boolean',
  Number: 'Double',
  Currency: 'Currency',
  Percent: 'Percent',
  Date: 'Date',
  DateTime: 'DateTime',
  Time: 'Time',
  Lookup: 'Reference',
  MasterDetail: 'Reference',
  Hierarchy: 'Reference',
  MetadataRelationship: 'MetadataRelationship',
  AutoNumber: 'AutoNumber',
  Location: 'Location'
};

const TEXT_LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
  String: 255,
  TextArea: 255,
  Email: 80,
  Phone: 40,
  Url: 255,
  Picklist: 255,
  MultiselectPicklist: 4099,
  EncryptedString: 175,
  AutoNumber: 30
};

/** The defaults of a field that says nothing else about itself. */
export function fieldDefaults(name: string, type: FieldType): FieldModel {
  const length = type === 'Reference' || type === 'Id' ? 18 : TEXT_LENGTHS[type];
  const big = type === 'LongTextArea' || type === 'Html' || type === 'Base64';
  return {
    name,
    label: name.replace(/__c$/, '').replace(/_/g, ' '),
    type,
    custom: false,
    length,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    createable: true,
    updateable: true,
    filterable: !big,
    nameField: false
  };
}

/** Reads a CustomField element. `globalValues` are the org's global value sets by lower-case name. */
export function readField(
  name: string,
  body: XmlObject,
  globalValues: ReadonlyMap<string, readonly PicklistValue[]>,
  fail: (message: string) => void
): FieldModel | null {
  const declared = xmlText(body, 'type') ?? '';
  // A standard field in source may say only what the project changes about it.
  if (declared === '' && !name.endsWith('__c')) {
    const helpText = xmlText(body, 'inlineHelpText') ?? undefined;
    return { ...fieldDefaults(name, 'String'), helpText, trackHistory: xmlFlag(body, 'trackHistory') || undefined };
  }
  const summary = declared === 'Summary';
  const type = summary ? summaryType(body) : TYPES[declared];
  if (!type) {
    fail(`field ${name} has the unsupported type ${declared === '' ? '(none)' : declared}`);
    return null;
  }
  const formula = xmlText(body, 'formula') ?? undefined;
  const computed = formula !== undefined || summary || type === 'AutoNumber';
  const masterDetail = declared === 'MasterDetail';
  const relationshipName = type === 'Reference' || type === 'MetadataRelationship' ? name.replace(/__c$/, '__r') : undefined;
  return {
    ...fieldDefaults(name, type),
    label: xmlText(body, 'label') ?? name.replace(/__c$/, ''),
    helpText: xmlText(body, 'inlineHelpText') ?? undefined,
    custom: true,
    length: xmlNumber(body, 'length') ?? fieldDefaults(name, type).length,
    precision: xmlNumber(body, 'precision') ?? (isNumeric(type) ? 18 : undefined),
    scale: xmlNumber(body, 'scale') ?? (isNumeric(type) ? (formula !== undefined || summary ? 2 : 0) : undefined),
    required: xmlFlag(body, 'required') || masterDetail,
    unique: xmlFlag(body, 'unique'),
    caseSensitive: xmlFlag(body, 'caseSensitive'),
    externalId: xmlFlag(body, 'externalId'),
    createable: !computed && type !== 'Location',
    updateable: !computed && type !== 'Location' && !(masterDetail && !xmlFlag(body, 'reparentableMasterDetail')),
    defaultValue: xmlText(body, 'defaultValue') ?? undefined,
    formula,
    blankAsZero: formula === undefined ? undefined : xmlText(body, 'formulaTreatBlanksAs') !== 'BlankAsBlank',
    displayFormat: xmlText(body, 'displayFormat') ?? undefined,
    picklist: type === 'Picklist' || type === 'MultiselectPicklist' ? readPicklist(name, body, globalValues, fail) : undefined,
    referenceTo: relationshipName ? (declared === 'Hierarchy' ? ['User'] : xmlTexts(body, 'referenceTo')) : undefined,
    relationshipName,
    masterDetail: masterDetail || undefined,
    deleteConstraint: relationshipName ? deleteConstraint(body, masterDetail) : undefined,
    summary: summary ? readSummary(body) : undefined,
    trackHistory: xmlFlag(body, 'trackHistory') || undefined
  };
}

/** A geolocation is stored in two numbers of their own, `Place__Latitude__s` and `Place__Longitude__s`. */
export function locationParts(field: FieldModel): FieldModel[] {
  if (field.type !== 'Location') return [];
  return ['Latitude', 'Longitude'].map((part) => ({
    ...fieldDefaults(`${field.name.slice(0, -'c'.length)}${part}__s`, 'Double'),
    label: `${field.label} (${part})`,
    custom: true,
    precision: 18,
    scale: field.scale ?? 15,
    required: field.required
  }));
}

export function isNumeric(type: FieldType): boolean {
  return type === 'Double' || type === 'Currency' || type === 'Percent';
}

function summaryType(body: XmlObject): FieldType {
  const operation = xmlText(body, 'summaryOperation');
  // The summarized field may be anywhere; model.ts narrows min and max of dates once every object is known.
  return operation === 'count' ? 'Double' : 'Currency';
}

function readSummary(body: XmlObject): FieldModel['summary'] {
  return {
    operation: (xmlText(body, 'summaryOperation') ?? 'count') as 'count' | 'sum' | 'min' | 'max',
    foreignKey: xmlText(body, 'summaryForeignKey') ?? '',
    summarizedField: xmlText(body, 'summarizedField') ?? undefined,
    filters: xmlObjects(body, 'summaryFilterItems').map((item) => ({
      field: xmlText(item, 'field') ?? '',
      operation: xmlText(item, 'operation') ?? 'equals',
      value: xmlText(item, 'value') ?? ''
    }))
  };
}

function deleteConstraint(body: XmlObject, masterDetail: boolean): 'SetNull' | 'Restrict' | 'Cascade' {
  if (masterDetail) return 'Cascade';
  return (xmlText(body, 'deleteConstraint') ?? (xmlFlag(body, 'required') ? 'Restrict' : 'SetNull')) as 'SetNull' | 'Restrict' | 'Cascade';
}

/** `<value>` elements of a value set, in order. */
export function readValues(values: readonly XmlObject[]): PicklistValue[] {
  return values.map((value) => ({
    value: decodeURIComponentSafely(xmlText(value, 'fullName') ?? ''),
    label: xmlText(value, 'label') ?? xmlText(value, 'fullName') ?? '',
    default: xmlFlag(value, 'default'),
    active: xmlFlag(value, 'isActive', true)
  }));
}

function decodeURIComponentSafely(text: string): string {
  return /%[0-9a-fA-F]{2}/.test(text) ? decodeURIComponent(text) : text;
}

function readPicklist(
  name: string,
  body: XmlObject,
  globalValues: ReadonlyMap<string, readonly PicklistValue[]>,
  fail: (message: string) => void
): NonNullable<FieldModel['picklist']> {
  const set = xmlChild(body, 'valueSet');
  const controllingField = xmlText(set, 'controllingField') ?? undefined;
  const globalName = xmlText(set, 'valueSetName');
  if (globalName !== null) {
    const values = globalValues.get(globalName.toLowerCase());
    if (!values) fail(`field ${name} uses the unknown global value set ${globalName}`);
    return { values: values ?? [], restricted: true, controllingField };
  }
  const values = readValues(xmlObjects(xmlChild(set, 'valueSetDefinition'), 'value'));
  return { values, restricted: xmlFlag(set, 'restricted'), controllingField };
}
