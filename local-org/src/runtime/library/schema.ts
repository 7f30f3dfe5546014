import { randomUUID } from 'node:crypto';
import type { FieldModel } from '../../metadata/model.ts';
import { MERGEABLE } from '../../metadata/standard-objects/index.ts';
import { defineType } from '../library.ts';
import { platformType, STRING } from '../interning.ts';
import { current } from '../execution.ts';
import { apexHashCode } from '../equality.ts';
import { FieldDescribe, PicklistEntry } from '../schema/field-describe.ts';
import { fieldLength } from '../schema/field-types.ts';
import {
  ChildRelationshipInfo,
  FieldMap,
  FieldSet,
  FieldSetMember,
  globalDescribe,
  objectDescribe,
  ObjectDescribe,
  recordTypeById,
  RecordTypeInfo
} from '../schema/object-describe.ts';
import { SObjectFieldToken, SObjectTypeToken } from '../schema/tokens.ts';
import { ApexId } from '../values/id.ts';
import { requireArgument, throwApex } from '../values/exception.ts';
import { ApexList } from '../values/list.ts';
import { newRow, withDefaults } from '../rows.ts';
import { describeMembers } from './describe-members.ts';

/** The API name as other packages see it. */
const qualified = (name: string, custom: boolean): string => {
  const { namespace } = current().org.model;
  return namespace && custom ? `${namespace}__${name}` : name;
};

const isCustom = (name: string): boolean => /__(?:c|mdt|e|b|x)$/i.test(name);

defineType({
  name: 'Schema.SObjectType',
  jsClass: SObjectTypeToken,
  methods: {
    getDescribe: (token: SObjectTypeToken) => new ObjectDescribe(token.object),
    newSObject: (token: SObjectTypeToken, id: unknown = null, defaults: boolean | null = false) => {
      const recordType = id instanceof ApexId ? recordTypeById(token.object, id) : null;
      const row = defaults ? withDefaults(newRow(token.object.name), recordType) : newRow(token.object.name);
      if (recordType) row.put('RecordTypeId', id);
      else if (id !== null) row.put('Id', id);
      // The id by which an event can be told apart before it is published.
      if (token.object.kind === 'platformEvent') row.put('EventUuid', randomUUID());
      return row;
    },
    toString: (token: SObjectTypeToken) => qualified(token.object.name, isCustom(token.object.name)),
    hashCode: apexHashCode,
    equals: (token: SObjectTypeToken, other: unknown) => token === other
  }
});

defineType({
  name: 'Schema.SObjectField',
  jsClass: SObjectFieldToken,
  methods: {
    getDescribe: (token: SObjectFieldToken) => new FieldDescribe(token.object, token.field),
    toString: (token: SObjectFieldToken) => qualified(token.field.name, token.field.custom),
    hashCode: apexHashCode,
    equals: (token: SObjectFieldToken, other: unknown) => token === other
  }
});

function describeAll(names: ApexList): ApexList {
  return new ApexList(
    platformType('Schema.DescribeSObjectResult'),
    requireArgument(names).items.map((name) => describeByName(String(requireArgument(name))))
  );
}

function describeByName(name: string): ObjectDescribe {
  try {
    return objectDescribe(name);
  } catch {
    return throwApex('System.InvalidParameterValueException', `Invalid entity for describe: ${name}`);
  }
}

defineType({ name: 'System.Schema', statics: { getGlobalDescribe: globalDescribe, describeSObjects: describeAll } });

/** Standard objects that people find and follow: those with tabs of their own. */
const FOLLOWED = new Set([
  'Account',
  'Contact',
  'Lead',
  'Opportunity',
  'Case',
  'Campaign',
  'Contract',
  'Product2',
  'Asset',
  'Order',
  'User',
  'Task',
  'Event'
]);

/** Shares, histories and change events belong to an object; the describe of one names it and what it is to it. */
function associateOf(name: string): { type: string; parent: string } | null {
  const match = /^(.+?)(?:__)?(Share|History|ChangeEvent|Feed)$/.exec(name);
  if (!match) return null;
  const parent = [`${match[1]}__c`, match[1]!].find((candidate) => current().org.model.objects.has(candidate.toLowerCase()));
  return parent === undefined ? null : { type: match[2]!, parent };
}

const objectMembers = describeMembers(
  {
    Name: (self: ObjectDescribe) => qualified(self.object.name, isCustom(self.object.name)),
    LocalName: (self: ObjectDescribe) => self.object.name,
    Label: (self: ObjectDescribe) => self.object.label,
    LabelPlural: (self: ObjectDescribe) => self.object.pluralLabel,
    KeyPrefix: (self: ObjectDescribe) => self.object.keyPrefix,
    SObjectType: (self: ObjectDescribe) => self.token,
    ChildRelationships: (self: ObjectDescribe) => self.childRelationships,
    Fields: (self: ObjectDescribe) => new FieldMap(self.object),
    FieldSets: (self: ObjectDescribe) => self.fieldSets,
    RecordTypeInfos: (self: ObjectDescribe) => new ApexList(platformType('Schema.RecordTypeInfo'), self.recordTypes),
    RecordTypeInfosByName: (self: ObjectDescribe) => self.recordTypesBy('name'),
    RecordTypeInfosByDeveloperName: (self: ObjectDescribe) => self.recordTypesBy('developerName'),
    RecordTypeInfosById: (self: ObjectDescribe) => self.recordTypesBy('id'),
    AssociateEntityType: (self: ObjectDescribe) => associateOf(self.object.name)?.type ?? null,
    AssociateParentEntity: (self: ObjectDescribe) => associateOf(self.object.name)?.parent ?? null,
    DataTranslationEnabled: () => false,
    DefaultImplementation: () => null,
    HasSubtypes: () => false,
    ImplementedBy: () => null,
    ImplementsInterfaces: () => null,
    IsInterface: () => false,
    IsSubtype: () => false
  },
  {
    Accessible: (self: ObjectDescribe) => self.can('read'),
    Createable: (self: ObjectDescribe) => self.can('create'),
    Updateable: (self: ObjectDescribe) => self.object.kind !== 'platformEvent' && self.can('edit'),
    Deletable: (self: ObjectDescribe) => self.object.kind !== 'platformEvent' && self.can('delete'),
    Undeletable: (self: ObjectDescribe) => (self.object.kind === 'custom' || self.object.kind === 'standard') && self.can('delete'),
    Queryable: (self: ObjectDescribe) => self.object.kind !== 'platformEvent',
    Custom: (self: ObjectDescribe) => isCustom(self.object.name),
    Mergeable: (self: ObjectDescribe) => MERGEABLE.has(self.object.name),
    CustomSetting: (self: ObjectDescribe) => self.object.kind === 'customSetting',
    DeprecatedAndHidden: () => false,
    FeedEnabled: (self: ObjectDescribe) => self.object.enableFeeds ?? FOLLOWED.has(self.object.name),
    MruEnabled: (self: ObjectDescribe) => self.object.kind === 'custom' || FOLLOWED.has(self.object.name),
    Searchable: (self: ObjectDescribe) => self.object.kind === 'custom' || FOLLOWED.has(self.object.name)
  }
);

/** What a new record has without being told. Defaults that are computed are in the formula only. */
function defaultValue({ type, defaultValue: formula, picklist }: FieldModel): unknown {
  if (type === 'Boolean') return formula?.toLowerCase() === 'true';
  return picklist?.values.find((value) => value.default)?.value ?? null;
}

defineType({ name: 'Schema.DescribeSObjectResult', jsClass: ObjectDescribe, ...objectMembers });

defineType({ name: 'Schema.SObjectTypeFields', jsClass: FieldMap, methods: { getMap: (self: FieldMap) => self.toMap() } });

// Field sets are handed out as their map; `getMap()` on it is the map itself.
defineType({ name: 'Schema.SObjectTypeFieldSets', methods: { getMap: (self: unknown) => self } });

const fieldMembers = describeMembers(
  {
    Name: (self: FieldDescribe) => qualified(self.field.name, self.field.custom),
    LocalName: (self: FieldDescribe) => self.field.name,
    Label: (self: FieldDescribe) => self.field.label,
    InlineHelpText: (self: FieldDescribe) => self.field.helpText ?? null,
    Type: (self: FieldDescribe) => self.displayType,
    SoapType: (self: FieldDescribe) => self.soapType,
    SObjectField: (self: FieldDescribe) => self.token,
    Length: (self: FieldDescribe) => self.length,
    ByteLength: (self: FieldDescribe) => self.length * 3,
    Precision: (self: FieldDescribe) => self.field.precision ?? 0,
    Scale: (self: FieldDescribe) => self.field.scale ?? 0,
    Digits: (self: FieldDescribe) => (self.field.type === 'Integer' ? fieldLength(self.field) || 9 : 0),
    PicklistValues: (self: FieldDescribe) => self.picklistEntries,
    ReferenceTo: (self: FieldDescribe) => self.references,
    RelationshipName: (self: FieldDescribe) => self.field.relationshipName ?? null,
    RelationshipOrder: (self: FieldDescribe) => (self.field.masterDetail ? 0 : null),
    CalculatedFormula: (self: FieldDescribe) => self.field.formula ?? null,
    DefaultValue: (self: FieldDescribe) => defaultValue(self.field),
    DefaultValueFormula: (self: FieldDescribe) => self.field.defaultValue ?? null,
    Controller: (self: FieldDescribe) => self.controller
  },
  {
    Accessible: (self: FieldDescribe) => self.can('read'),
    Createable: (self: FieldDescribe) => self.can('create'),
    Updateable: (self: FieldDescribe) => self.can('edit'),
    AutoNumber: (self: FieldDescribe) => self.field.type === 'AutoNumber',
    Calculated: (self: FieldDescribe) => self.calculated,
    CascadeDelete: (self: FieldDescribe) => self.field.deleteConstraint === 'Cascade' || self.field.masterDetail === true,
    CaseSensitive: (self: FieldDescribe) => self.field.caseSensitive,
    Custom: (self: FieldDescribe) => self.field.custom,
    DefaultedOnCreate: (self: FieldDescribe) => self.field.defaultValue !== undefined || self.field.type === 'Boolean',
    DependentPicklist: (self: FieldDescribe) => self.field.picklist?.controllingField !== undefined,
    DeprecatedAndHidden: () => false,
    Encrypted: (self: FieldDescribe) => self.field.type === 'EncryptedString',
    ExternalId: (self: FieldDescribe) => self.field.externalId,
    Filterable: (self: FieldDescribe) => self.field.filterable,
    Groupable: (self: FieldDescribe) => self.groupable,
    HtmlFormatted: (self: FieldDescribe) => self.field.type === 'Html',
    IdLookup: (self: FieldDescribe) => self.field.type === 'Id' || self.field.externalId || self.field.unique,
    NameField: (self: FieldDescribe) => self.field.nameField,
    NamePointing: (self: FieldDescribe) => (self.field.referenceTo?.length ?? 0) > 1,
    Nillable: (self: FieldDescribe) => self.nillable,
    Permissionable: (self: FieldDescribe) => !self.field.required && !self.field.nameField && !self.field.masterDetail && self.field.custom,
    RestrictedDelete: (self: FieldDescribe) => self.field.deleteConstraint === 'Restrict',
    RestrictedPicklist: (self: FieldDescribe) => self.field.picklist?.restricted ?? false,
    Sortable: (self: FieldDescribe) => self.sortable,
    Unique: (self: FieldDescribe) => self.field.unique
  }
);

defineType({
  name: 'Schema.DescribeFieldResult',
  jsClass: FieldDescribe,
  methods: { ...fieldMembers.methods, getSObjectType: (self: FieldDescribe) => self.objectToken },
  properties: fieldMembers.properties
});

defineType({
  name: 'Schema.PicklistEntry',
  jsClass: PicklistEntry,
  ...describeMembers(
    { Label: (self: PicklistEntry) => self.entry.label, Value: (self: PicklistEntry) => self.entry.value },
    { Active: (self: PicklistEntry) => self.entry.active, DefaultValue: (self: PicklistEntry) => self.entry.default }
  )
});

const child = describeMembers(
  {
    ChildSObject: (self: ChildRelationshipInfo) => self.child,
    Field: (self: ChildRelationshipInfo) => self.field,
    RelationshipName: (self: ChildRelationshipInfo) => self.relationship.name,
    JunctionIdListNames: () => new ApexList(STRING),
    JunctionReferenceTo: () => new ApexList(platformType('Schema.SObjectType'))
  },
  {
    CascadeDelete: (self: ChildRelationshipInfo) => self.relationship.cascadeDelete,
    DeprecatedAndHidden: () => false,
    RestrictedDelete: (self: ChildRelationshipInfo) => self.restrictedDelete
  }
);

defineType({ name: 'Schema.ChildRelationship', jsClass: ChildRelationshipInfo, ...child });

defineType({
  name: 'Schema.RecordTypeInfo',
  jsClass: RecordTypeInfo,
  ...describeMembers(
    {
      Name: (self: RecordTypeInfo) => self.name,
      DeveloperName: (self: RecordTypeInfo) => self.developerName,
      RecordTypeId: (self: RecordTypeInfo) => self.id
    },
    {
      Active: (self: RecordTypeInfo) => self.active,
      Available: (self: RecordTypeInfo) => self.active,
      Master: (self: RecordTypeInfo) => self.master,
      DefaultRecordTypeMapping: (self: RecordTypeInfo) => self.isDefault
    }
  )
});

defineType({
  name: 'Schema.FieldSet',
  jsClass: FieldSet,
  ...describeMembers(
    {
      Name: (self: FieldSet) => self.set.name,
      Label: (self: FieldSet) => self.set.label,
      NameSpace: () => current().org.model.namespace || null,
      Fields: (self: FieldSet) => self.members,
      SObjectType: (self: FieldSet) => objectDescribe(self.object.name).token
    },
    {}
  )
});

const member = describeMembers(
  {
    FieldPath: (self: FieldSetMember) => self.path,
    Label: (self: FieldSetMember) => self.describe.field.label,
    Type: (self: FieldSetMember) => self.describe.displayType,
    Required: () => false,
    DbRequired: (self: FieldSetMember) => self.describe.field.required
  },
  {}
);

defineType({
  name: 'Schema.FieldSetMember',
  jsClass: FieldSetMember,
  methods: { ...member.methods, getSObjectField: (self: FieldSetMember) => self.describe.token },
  properties: member.properties
});
