import type { ApexType } from '../runtime/type.ts';
import type { FieldModel, ObjectModel, OrgModel } from '../metadata/model.ts';
import {
  ANY,
  BLOB,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ID,
  INTEGER,
  LONG,
  SOBJECT,
  STRING,
  TIME,
  listOf,
  platformType,
  sobjectType
} from '../runtime/types.ts';
import { loadSObjectTypes } from '../types/sobjects.ts';
import type { SObjectFieldType } from '../types/sobjects.ts';

/** A member of an SObject as Apex code sees it. */
export type RowMember =
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly type: ApexType;
      readonly writable: boolean;
      readonly formula: boolean;
      readonly checkbox: boolean;
    }
  | { readonly kind: 'parent'; readonly name: string; readonly type: ApexType; readonly field: string }
  | { readonly kind: 'children'; readonly name: string; readonly type: ApexType };

export const MODEL_TYPES: Readonly<Record<FieldModel['type'], ApexType>> = {
  Id: ID,
  Reference: ID,
  String: STRING,
  TextArea: STRING,
  LongTextArea: STRING,
  Html: STRING,
  EncryptedString: STRING,
  Email: STRING,
  Phone: STRING,
  Url: STRING,
  Picklist: STRING,
  MultiselectPicklist: STRING,
  AutoNumber: STRING,
  Combobox: STRING,
  MetadataRelationship: STRING,
  Boolean: BOOLEAN,
  Integer: INTEGER,
  Long: LONG,
  Double: DECIMAL,
  Currency: DECIMAL,
  Percent: DECIMAL,
  Date: DATE,
  DateTime: DATETIME,
  Time: TIME,
  Address: platformType('System.Address'),
  Location: platformType('System.Location'),
  Base64: BLOB,
  AnyType: ANY
};

const TABLE_TYPES: Readonly<Record<SObjectFieldType, ApexType>> = {
  Id: ID,
  String: STRING,
  Boolean: BOOLEAN,
  Integer: INTEGER,
  Long: LONG,
  Double: DOUBLE,
  Decimal: DECIMAL,
  Date: DATE,
  Datetime: DATETIME,
  Time: TIME,
  Blob: BLOB,
  Address: platformType('System.Address'),
  Location: platformType('System.Location'),
  Object: ANY
};

/** The stubs give the header of change events no type of its own. */
const CHANGE_EVENT_HEADER: RowMember = {
  kind: 'field',
  name: 'ChangeEventHeader',
  type: platformType('eventbus.ChangeEventHeader'),
  writable: true,
  formula: false,
  checkbox: false
};

/** Objects of the org, and the standard objects that the org's metadata does not mention. */
export class Schema {
  private readonly model: OrgModel;
  private readonly members = new Map<string, RowMember | null>();

  constructor(model: OrgModel) {
    this.model = model;
  }

  /** Canonical API name of an object, written in any case and with or without the org's namespace. */
  objectName(name: string): string | null {
    const key = this.withoutNamespace(name.toLowerCase());
    const known = this.model.objects.get(key);
    if (known) return known.name;
    if (key.endsWith('__c') || key.endsWith('__mdt') || key.endsWith('__e') || key.endsWith('__b')) return null;
    return loadSObjectTypes().get(key)?.name ?? this.derivedObject(key);
  }

  /** `Deal__Share`, `Deal__History`, `Deal__Feed`, `Deal__ChangeEvent` exist for every custom object. */
  private derivedObject(key: string): string | null {
    const match = /^(.+)__(share|history|feed|changeevent)$/.exec(key);
    const parent = match ? this.model.objects.get(`${match[1]}__c`) : undefined;
    if (!parent || !match) return null;
    const suffix = { share: 'Share', history: 'History', feed: 'Feed', changeevent: 'ChangeEvent' }[match[2] as 'share'];
    return `${parent.name.slice(0, -3)}__${suffix}`;
  }

  object(name: string): ObjectModel | undefined {
    return this.model.objects.get(name.toLowerCase());
  }

  kind(name: string): ObjectModel['kind'] {
    return this.object(name)?.kind ?? 'standard';
  }

  private withoutNamespace(key: string): string {
    const prefix = this.model.namespace ? `${this.model.namespace.toLowerCase()}__` : '';
    return prefix && key.startsWith(prefix) && /__(c|r|mdt|e|b|share|history|feed|changeevent|x)$/.test(key)
      ? key.slice(prefix.length)
      : key;
  }

  /** Field, parent relationship or child relationship of an object; null when it has none of that name. */
  member(object: string, name: string): RowMember | null {
    const memberKey = this.withoutNamespace(name.toLowerCase());
    const key = `${object.toLowerCase()}.${memberKey}`;
    let member = this.members.get(key);
    if (member === undefined)
      this.members.set(
        key,
        (member = this.modelMember(object, memberKey) ?? this.tableMember(object, memberKey) ?? derivedMember(object, memberKey))
      );
    return member;
  }

  private modelMember(objectName: string, key: string): RowMember | null {
    const object = this.model.objects.get(objectName.toLowerCase());
    if (!object) return null;
    const field = object.fields.get(key);
    if (field) {
      const writable = !field.formula && !field.summary && field.type !== 'AutoNumber';
      return {
        kind: 'field',
        name: field.name,
        type: MODEL_TYPES[field.type],
        writable,
        formula: Boolean(field.formula),
        checkbox: field.type === 'Boolean'
      };
    }
    const parent = object.parentRelationships.get(key);
    if (parent?.relationshipName)
      return { kind: 'parent', name: parent.relationshipName, type: this.parentType(parent.referenceTo ?? []), field: parent.name };
    const child = object.childRelationships.find((relationship) => relationship.name?.toLowerCase() === key);
    if (child?.name) return { kind: 'children', name: child.name, type: listOf(sobjectType(child.childObject)) };
    return null;
  }

  private parentType(targets: readonly string[]): ApexType {
    const [only] = targets;
    if (targets.length !== 1 || only === undefined) return sobjectType('Name');
    return sobjectType(this.objectName(only) ?? only);
  }

  /** From the type jar, for standard objects only: there a model lists the fields the project's metadata knows. */
  private tableMember(objectName: string, key: string): RowMember | null {
    const table = loadSObjectTypes().get(objectName);
    if (!table) return null;
    if (key === 'changeeventheader' && objectName.endsWith('ChangeEvent')) return CHANGE_EVENT_HEADER;
    const field = table.fields.find((candidate) => candidate.name.toLowerCase() === key);
    if (field)
      return {
        kind: 'field',
        name: field.name,
        type: TABLE_TYPES[field.type],
        writable: true,
        formula: false,
        checkbox: field.type === 'Boolean'
      };
    const parent = table.fields.find((candidate) => candidate.relationshipName?.toLowerCase() === key);
    if (parent?.relationshipName) {
      const target = parent.referenceTo === 'SObject' ? SOBJECT : sobjectType(this.objectName(parent.referenceTo ?? 'Name') ?? 'Name');
      return { kind: 'parent', name: parent.relationshipName, type: target, field: parent.name };
    }
    const child = table.childRelationships.find((candidate) => candidate.name.toLowerCase() === key);
    return child ? { kind: 'children', name: child.name, type: listOf(sobjectType(child.childObject)) } : null;
  }

  fieldSetExists(object: string, name: string): boolean {
    return this.object(object)?.fieldSets.some((set) => set.name.toLowerCase() === name.toLowerCase()) ?? false;
  }
}

const SYSTEM_FIELDS: readonly (readonly [string, ApexType])[] = [
  ['Id', ID],
  ['IsDeleted', BOOLEAN],
  ['CreatedById', ID],
  ['CreatedDate', DATETIME],
  ['LastModifiedById', ID],
  ['LastModifiedDate', DATETIME],
  ['SystemModstamp', DATETIME]
];

/** Fields of the objects that come with every custom object (shares, histories), which metadata does not declare. */
function derivedMember(object: string, key: string): RowMember | null {
  const match = /^(.+)__(Share|History|Feed|ChangeEvent)$/.exec(object);
  if (!match) return null;
  const share: readonly (readonly [string, ApexType])[] = [
    ['ParentId', ID],
    ['UserOrGroupId', ID],
    ['AccessLevel', STRING],
    ['RowCause', STRING]
  ];
  const history: readonly (readonly [string, ApexType])[] = [
    ['ParentId', ID],
    ['Field', STRING],
    ['OldValue', ANY],
    ['NewValue', ANY],
    ['DataType', STRING]
  ];
  const own = match[2] === 'Share' ? share : match[2] === 'History' ? history : [['ParentId', ID] as const];
  const field = [...SYSTEM_FIELDS, ...own].find(([name]) => name.toLowerCase() === key);
  if (field)
    return {
      kind: 'field',
      name: field[0],
      type: field[1],
      writable: match[2] === 'Share',
      formula: false,
      checkbox: field[1] === BOOLEAN
    };
  return key === 'parent' ? { kind: 'parent', name: 'Parent', type: sobjectType(`${match[1]}__c`), field: 'ParentId' } : null;
}
