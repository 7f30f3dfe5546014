import { loadSObjectTypes } from '../types/sobjects.ts';
import type { SObjectFieldEntry } from '../types/sobjects.ts';
import { fieldDefaults } from './fields.ts';
import type { FieldModel, FieldType, ObjectModel, PicklistValue } from './model.ts';
import { ABSENT_FIELDS, PRESENT_FIELDS, STANDARD_OBJECTS } from './standard-objects/index.ts';
import type { StandardObject } from './standard-objects/standard-object.ts';

const APEX_TYPES: Readonly<Record<SObjectFieldEntry['type'], FieldType>> = {
  Id: 'Id',
  String: 'String',
  Boolean: 'Boolean',
  Integer: 'Integer',
  Long: 'Long',
  Double: 'Double',
  Decimal: 'Double',
  Date: 'Date',
  Datetime: 'DateTime',
  Time: 'Time',
  Blob: 'Base64',
  Address: 'Address',
  Location: 'Location',
  Object: 'AnyType'
};

const READ_ONLY = new Set([
  'Id',
  'IsDeleted',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
  'MasterRecordId',
  'PhotoUrl',
  'IsEmailBounced'
]);

/** Fields of an object the jar leaves out. */
const UNDECLARED: readonly SObjectFieldEntry[] = [
  { name: 'Id', type: 'Id' },
  { name: 'CreatedDate', type: 'Datetime' },
  { name: 'CreatedById', type: 'Id', referenceTo: 'User', relationshipName: 'CreatedBy' },
  { name: 'LastModifiedDate', type: 'Datetime' },
  { name: 'LastModifiedById', type: 'Id', referenceTo: 'User', relationshipName: 'LastModifiedBy' },
  { name: 'SystemModstamp', type: 'Datetime' }
];

/** The standard objects of the local org, without project fields and with every child relationship still to be linked. */
export function standardObjects(): ObjectModel[] {
  return Object.entries(STANDARD_OBJECTS).map(([name, table]) => standardObject(name, table));
}

/** A standard object of the platform as the type jar declares it, for a project that uses it; null when there is none. */
export function furtherObject(name: string, prefix: string): ObjectModel | null {
  const entry = loadSObjectTypes().get(name);
  if (!entry) return null;
  const owned = entry.fields.some((field) => field.name === 'OwnerId');
  return standardObject(entry.name, { prefix, sharing: owned ? 'ReadWrite' : undefined });
}

export function isSetupObject(name: string): boolean {
  return STANDARD_OBJECTS[name]?.setup === true;
}

function standardObject(name: string, table: StandardObject): ObjectModel {
  const entry = loadSObjectTypes().get(name) ?? (table.undeclared ? { fields: UNDECLARED } : undefined);
  if (!entry) throw new Error(`The type jar has no standard object ${name}`);
  const fields = new Map<string, FieldModel>();
  for (const source of entry.fields) {
    if (STANDARD_OBJECTS[name] && ABSENT_FIELDS.test(source.name) && !PRESENT_FIELDS.has(`${name}.${source.name}`)) continue;
    fields.set(source.name.toLowerCase(), standardField(name, source, table));
  }
  if (!fields.has('isdeleted') && table.setup !== true)
    fields.set('isdeleted', { ...fieldDefaults('IsDeleted', 'Boolean'), label: 'Deleted', createable: false, updateable: false });
  const label = table.label ?? spaced(name);
  return {
    name,
    label,
    pluralLabel: table.plural ?? plural(label),
    keyPrefix: table.prefix,
    kind: 'standard',
    fields,
    parentRelationships: new Map(),
    childRelationships: [],
    recordTypes: [],
    validationRules: [],
    fieldSets: [],
    listViews: [],
    compactLayoutFields: [],
    sharingModel: table.sharing ?? 'FullAccess',
    externalSharingModel: table.sharing === 'ReadWrite' || table.sharing === 'Private' ? 'Private' : (table.sharing ?? 'FullAccess'),
    enableActivities: table.activities ?? false,
    enableHistory: loadSObjectTypes().has(`${name}History`)
  };
}

function standardField(object: string, source: SObjectFieldEntry, table: StandardObject): FieldModel {
  const [declared, ...options] = (table.fields?.[source.name] ?? '').split(' ');
  const picklist = table.picklists?.[source.name];
  const type = (declared || (picklist === undefined ? inferType(source) : 'Picklist')) as FieldType;
  const base = fieldDefaults(source.name, type);
  const length = options.map(Number).find((number) => number > 0);
  const readOnly = options.includes('~') || READ_ONLY.has(source.name);
  const numeric = type === 'Double' || type === 'Currency' || type === 'Percent';
  const angle = /(Latitude|Longitude)$/.test(source.name);
  return {
    ...base,
    label: label(source.name, type),
    length: length ?? base.length ?? (type === 'LongTextArea' ? 32000 : undefined),
    precision: numeric ? 18 : undefined,
    scale: numeric ? (angle ? 15 : type === 'Percent' ? 0 : 2) : undefined,
    required: options.includes('!'),
    createable: !readOnly,
    updateable: !readOnly && !(table.cascade?.includes(source.name) ?? false),
    nameField: (table.nameField === undefined ? 'Name' : table.nameField) === source.name,
    defaultValue: type === 'Boolean' ? (options.includes('=') ? 'true' : 'false') : undefined,
    displayFormat: type === 'AutoNumber' ? '{00000000}' : undefined,
    picklist: type === 'Picklist' ? { values: values(picklist ?? ''), restricted: false } : undefined,
    referenceTo: type === 'Reference' ? references(source, table) : undefined,
    relationshipName: type === 'Reference' ? source.relationshipName : undefined,
    deleteConstraint:
      type === 'Reference' ? (table.cascade?.includes(source.name) ? 'Cascade' : cascadesByNature(object, source.name)) : undefined
  };
}

/** Deleting an account takes its contacts and opportunities along; one that has cases cannot be deleted. */
function cascadesByNature(object: string, field: string): 'Cascade' | 'SetNull' | 'Restrict' {
  if ((object === 'Contact' || object === 'Opportunity' || object === 'Contract' || object === 'Asset') && field === 'AccountId')
    return 'Cascade';
  if ((object === 'Task' || object === 'Event') && field === 'WhatId') return 'Cascade';
  if (object === 'Case' && (field === 'AccountId' || field === 'ContactId')) return 'Restrict';
  return 'SetNull';
}

function inferType(source: SObjectFieldEntry): FieldType {
  if (source.name === 'Id') return 'Id';
  if (source.referenceTo !== undefined) return 'Reference';
  const type = APEX_TYPES[source.type];
  // A lookup whose relationship the stubs do not type still holds an Id.
  if (type === 'Id') return 'Reference';
  if (type !== 'String') return type;
  if (/Email$/.test(source.name)) return 'Email';
  if (/(Phone|^Fax)$/.test(source.name)) return 'Phone';
  if (/Street$/.test(source.name)) return 'TextArea';
  if (/(Url|Website)$/.test(source.name)) return 'Url';
  return 'String';
}

function references(source: SObjectFieldEntry, table: StandardObject): readonly string[] {
  const listed = table.references?.[source.name];
  if (listed) return listed;
  if (source.referenceTo === undefined) return ['*any'];
  if (source.referenceTo === 'Name') return source.name === 'OwnerId' ? ['User'] : ['*any'];
  if (source.referenceTo === 'SObject') return ['*any'];
  return [source.referenceTo];
}

function values(text: string): PicklistValue[] {
  if (text === '') return [];
  return text.split('|').map((part) => {
    const value = part.replace(/^\*/, '');
    return { value, label: value, default: part.startsWith('*'), active: true };
  });
}

function label(name: string, type: FieldType): string {
  const known: Readonly<Record<string, string>> = {
    Id: 'Record ID',
    IsDeleted: 'Deleted',
    OwnerId: 'Owner ID',
    CreatedById: 'Created By ID',
    LastModifiedById: 'Last Modified By ID',
    StageName: 'Stage',
    SystemModstamp: 'System Modstamp',
    Name: 'Name',
    NumberOfEmployees: 'Employees',
    Username: 'Username',
    AccountId: 'Account ID'
  };
  return known[name] ?? (type === 'Reference' ? `${spaced(name.replace(/Id$/, ''))} ID` : spaced(name));
}

function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/2$/, '');
}

function plural(label: string): string {
  return /[^aeiou]y$/.test(label) ? `${label.slice(0, -1)}ies` : /s$/.test(label) ? `${label}es` : `${label}s`;
}

const declared = new Map<string, ObjectModel | null>();

/** A standard object that is not part of the local org, with what the type jar says of its fields; null when there is none of that name. */
export function declaredObject(name: string): ObjectModel | null {
  const key = name.toLowerCase();
  let object = declared.get(key);
  if (object === undefined) declared.set(key, (object = fromJar(key)));
  return object;
}

function fromJar(key: string): ObjectModel | null {
  const entry = loadSObjectTypes().get(key);
  if (!entry) return null;
  const object = standardObject(entry.name, { prefix: '' });
  const fields = new Map(object.fields);
  // The stubs leave the header of change events out.
  if (entry.name.endsWith('ChangeEvent'))
    fields.set('changeeventheader', { ...fieldDefaults('ChangeEventHeader', 'AnyType'), label: 'Change Event Header' });
  const lookups = [...fields.values()].filter((field) => field.relationshipName !== undefined);
  return { ...object, fields, parentRelationships: new Map(lookups.map((field) => [field.relationshipName!.toLowerCase(), field])) };
}
