import type { FieldModel, FieldType, ObjectModel } from '../metadata/model.ts';
import { accessRules } from '../runtime/access.ts';
import { current } from '../runtime/execution.ts';

/** Field types as describe calls spell them, and the SOAP type behind each. */
const TYPES: Readonly<Record<FieldType, readonly [type: string, soap: string]>> = {
  Id: ['id', 'tns:ID'],
  String: ['string', 'xsd:string'],
  TextArea: ['textarea', 'xsd:string'],
  LongTextArea: ['textarea', 'xsd:string'],
  Html: ['textarea', 'xsd:string'],
  EncryptedString: ['encryptedstring', 'xsd:string'],
  Email: ['email', 'xsd:string'],
  Phone: ['phone', 'xsd:string'],
  Url: ['url', 'xsd:string'],
  Picklist: ['picklist', 'xsd:string'],
  MultiselectPicklist: ['multipicklist', 'xsd:string'],
  Boolean: ['boolean', 'xsd:boolean'],
  Integer: ['int', 'xsd:int'],
  Long: ['long', 'xsd:long'],
  Double: ['double', 'xsd:double'],
  Currency: ['currency', 'xsd:double'],
  Percent: ['percent', 'xsd:double'],
  Date: ['date', 'xsd:date'],
  DateTime: ['datetime', 'xsd:dateTime'],
  Time: ['time', 'xsd:time'],
  Reference: ['reference', 'tns:ID'],
  AutoNumber: ['string', 'xsd:string'],
  Address: ['address', 'urn:address'],
  Location: ['location', 'urn:location'],
  Base64: ['base64', 'xsd:base64Binary'],
  AnyType: ['anyType', 'xsd:anyType'],
  Combobox: ['combobox', 'xsd:string'],
  MetadataRelationship: ['reference', 'tns:ID']
};

const DEFAULT_TEXT_LENGTH = 255;
const DEFAULT_DIGITS = 18;

export function describeGlobal(version: string): Record<string, unknown> {
  const { org, user } = current();
  const readable = [...org.model.objects.values()].filter((object) => accessRules().canAccessObject(user, object.name, 'read'));
  return { encoding: 'UTF-8', maxBatchSize: 200, sobjects: readable.map((object) => describeSummary(object, version)) };
}

export function describeSummary(object: ObjectModel, version: string): Record<string, unknown> {
  const { user } = current();
  const may = (access: 'read' | 'create' | 'edit' | 'delete'): boolean => accessRules().canAccessObject(user, object.name, access);
  const base = `/services/data/${version}/sobjects/${object.name}`;
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix,
    custom: object.kind !== 'standard',
    customSetting: object.kind === 'customSetting',
    queryable: object.kind !== 'platformEvent' && may('read'),
    retrieveable: object.kind !== 'platformEvent' && may('read'),
    createable: may('create'),
    updateable: object.kind !== 'platformEvent' && may('edit'),
    deletable: object.kind !== 'platformEvent' && may('delete'),
    undeletable: object.kind !== 'platformEvent' && may('delete'),
    searchable: false,
    triggerable: object.kind === 'custom' || object.kind === 'standard' || object.kind === 'platformEvent',
    layoutable: object.kind === 'custom' || object.kind === 'standard',
    activateable: false,
    deprecatedAndHidden: false,
    feedEnabled: false,
    mergeable: false,
    replicateable: true,
    urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` }
  };
}

export function describeObject(object: ObjectModel, version: string): Record<string, unknown> {
  const { user } = current();
  const fields = [...object.fields.values()].filter(
    (field) => field.type === 'Id' || accessRules().canAccessField(user, object.name, field.name, 'read')
  );
  return {
    ...describeSummary(object, version),
    fields: fields.map((field) => describeField(object, field)),
    childRelationships: object.childRelationships.map((child) => ({
      childSObject: child.childObject,
      field: child.field,
      relationshipName: child.name,
      cascadeDelete: child.cascadeDelete,
      deprecatedAndHidden: false,
      restrictedDelete: false
    })),
    recordTypeInfos: object.recordTypes.map((type) => ({
      name: type.label,
      developerName: type.name,
      active: type.active,
      available: type.active,
      master: false
    })),
    actionOverrides: [],
    namedLayoutInfos: [],
    supportedScopes: [
      { label: 'All', name: 'everything' },
      { label: 'My records', name: 'mine' }
    ]
  };
}

function describeField(object: ObjectModel, field: FieldModel): Record<string, unknown> {
  const { user } = current();
  const [type, soapType] = TYPES[field.type];
  const calculated = field.formula !== undefined || field.summary !== undefined;
  const may = (access: 'create' | 'edit'): boolean => accessRules().canAccessField(user, object.name, field.name, access);
  const numeric = ['Double', 'Currency', 'Percent'].includes(field.type);
  return {
    name: field.name,
    label: field.label,
    type,
    soapType,
    length: field.length ?? (soapType === 'xsd:string' ? DEFAULT_TEXT_LENGTH : field.type === 'Id' || field.type === 'Reference' ? 18 : 0),
    precision: numeric ? (field.precision ?? DEFAULT_DIGITS) : 0,
    scale: numeric ? (field.scale ?? 0) : 0,
    digits: field.type === 'Integer' ? 9 : 0,
    custom: field.custom,
    nameField: field.nameField,
    nillable: !field.required && field.type !== 'Boolean' && field.type !== 'Id',
    unique: field.unique,
    caseSensitive: field.caseSensitive,
    externalId: field.externalId,
    idLookup: field.type === 'Id' || field.externalId,
    autoNumber: field.type === 'AutoNumber',
    calculated,
    calculatedFormula: field.formula ?? null,
    createable: field.createable && !calculated && may('create'),
    updateable: field.updateable && !calculated && may('edit'),
    filterable: field.filterable,
    sortable: field.filterable,
    groupable: field.filterable && !numeric,
    defaultedOnCreate: field.defaultValue !== undefined || field.type === 'Boolean',
    defaultValueFormula: field.defaultValue ?? null,
    inlineHelpText: field.helpText ?? null,
    htmlFormatted: field.type === 'Html',
    restrictedPicklist: field.picklist?.restricted ?? false,
    dependentPicklist: field.picklist?.controllingField !== undefined,
    controllerName: field.picklist?.controllingField ?? null,
    picklistValues: (field.picklist?.values ?? []).map((value) => ({
      value: value.value,
      label: value.label,
      active: value.active,
      defaultValue: value.default,
      validFor: null
    })),
    referenceTo: field.referenceTo ?? [],
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: field.masterDetail ? 0 : null,
    cascadeDelete: field.deleteConstraint === 'Cascade' || field.masterDetail === true,
    restrictedDelete: field.deleteConstraint === 'Restrict',
    polymorphicForeignKey: (field.referenceTo?.length ?? 0) > 1,
    namePointing: (field.referenceTo?.length ?? 0) > 1,
    encrypted: field.type === 'EncryptedString',
    deprecatedAndHidden: false,
    permissionable: !field.required && !field.nameField
  };
}
