import { existsSync, readFileSync } from 'node:fs';
import type { Component, FieldModel, ObjectModel, OrgModel } from '../metadata/model.ts';
import { xmlChild, xmlFlag, xmlObjects, xmlText, xmlTexts } from '../metadata/xml.ts';
import { ApexDate } from '../runtime/values/date.ts';
import { ApexDatetime } from '../runtime/values/datetime.ts';
import { ApexId } from '../runtime/values/id.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { columnsOf, insertRecord } from './records.ts';
import { encode } from './codec.ts';
import { formatId } from './ids.ts';
import type { Stored } from './codec.ts';
import { quote } from './schema.ts';
import { putFieldDefinitions } from './catalogue.ts';
import { isCatalogueLink } from '../metadata/link.ts';
import type { Store } from './store.ts';

/** Writes setup rows by their natural key: a second run changes what metadata changed and nothing else. */
export class SetupWriter {
  readonly model: OrgModel;
  readonly store: Store;
  /** Audit user of setup rows; the first rows are written before there is one. */
  author: string | null = null;
  private readonly at = ApexDatetime.now();

  constructor(model: OrgModel, store: Store) {
    this.model = model;
    this.store = store;
  }

  object(name: string): ObjectModel {
    return this.model.objects.get(name.toLowerCase())!;
  }

  components(type: string): Component[] {
    return [...(this.model.components.get(type.toLowerCase())?.values() ?? [])];
  }

  find(name: string, key: Readonly<Record<string, unknown>>): string | null {
    const object = this.object(name);
    const names = Object.keys(key);
    const sql = `SELECT "Id" FROM ${quote(object.name)} WHERE ${names.map((field) => `${quote(field)} IS ?`).join(' AND ')}`;
    return (
      (this.store.get(
        sql,
        names.map((field) => this.encoded(object, field, key[field]))
      )?.[0] as string | undefined) ?? null
    );
  }

  /** Inserts or updates the row with this key; gives its id. */
  put(name: string, key: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>> = {}): string {
    const object = this.object(name);
    const known = this.find(name, key);
    const fields = Object.entries(values).filter(([field]) => object.fields.has(field.toLowerCase()));
    if (known !== null) {
      if (fields.length > 0) {
        const sql = `UPDATE ${quote(object.name)} SET ${fields.map(([field]) => `${quote(field)} = ?`).join(', ')} WHERE "Id" = ?`;
        this.store.run(sql, [...fields.map(([field, value]) => this.encoded(object, field, value)), known]);
      }
      return known;
    }
    const id = this.store.newId(object.keyPrefix);
    const record = new Map<string, unknown>([['Id', ApexId.of(id)], ...Object.entries(key), ...fields]);
    for (const stamp of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) record.set(stamp, this.at);
    const author = this.author ?? (name === 'User' ? id : null);
    if (author !== null) for (const stamp of ['CreatedById', 'LastModifiedById']) record.set(stamp, ApexId.of(author));
    for (const field of columnsOf(object))
      if (field.type === 'Boolean' && !record.has(field.name)) record.set(field.name, field.defaultValue === 'true');
    insertRecord(this.store, object, record);
    return id;
  }

  private encoded(object: ObjectModel, field: string, value: unknown): Stored {
    return encode(object.fields.get(field.toLowerCase())!, value);
  }
}

/** The rows an org has before anyone enters data, from its metadata. */
export function syncSetup(model: OrgModel, store: Store): void {
  const writer = new SetupWriter(model, store);
  const orgId = writer.put(
    'Organization',
    { Name: 'Local Org' },
    {
      OrganizationType: 'Developer Edition',
      IsSandbox: true,
      InstanceName: 'LOCAL1',
      TimeZoneSidKey: 'America/Los_Angeles',
      LanguageLocaleKey: 'en_US',
      DefaultLocaleSidKey: 'en_US',
      NamespacePrefix: model.namespace || null,
      FiscalYearStartMonth: 1
    }
  );
  store.setMeta('organization', orgId);
  putProfilesAndUsers(writer);
  putPermissions(writer);
  putGroups(writer);
  putApprovalProcesses(writer);
  putCatalogues(writer);
  putFieldDefinitions(model, store);
  putCode(writer);
  putCustomMetadata(writer);
  linkCustomMetadata(writer);
}

interface ProfileSeed {
  readonly userType: string;
  readonly license: string;
  /** Access to standard objects: letters of Create, Read, Edit, Delete, View All, Modify All. */
  readonly access: Readonly<Record<string, string>>;
  readonly administrator?: boolean;
}

const INTERNAL_ACCESS = {
  Account: 'CRED',
  Contact: 'CRED',
  Lead: 'CRED',
  Opportunity: 'CRED',
  Case: 'CRED',
  Campaign: 'R',
  Product2: 'R',
  Pricebook2: 'R',
  Contract: 'CRED',
  Order: 'CRED',
  Asset: 'CRED',
  Quote: 'CRED',
  Document: 'CRED',
  Solution: 'CRE',
  Idea: 'CR',
  Individual: 'CRED'
};
const PARTNER_ACCESS = {
  Account: 'CRE',
  Contact: 'CRE',
  Lead: 'CRE',
  Opportunity: 'CRE',
  Case: 'CRE',
  Campaign: 'R',
  Product2: 'R',
  Pricebook2: 'R',
  Asset: 'R'
};
const CUSTOMER_ACCESS = { Account: 'R', Contact: 'CRE', Case: 'CRE', Asset: 'CR' };

const PROFILES: Readonly<Record<string, ProfileSeed>> = {
  'System Administrator': {
    userType: 'Standard',
    license: 'Salesforce',
    access: Object.fromEntries(Object.keys(INTERNAL_ACCESS).map((name) => [name, 'CREDVM'])),
    administrator: true
  },
  'Standard User': { userType: 'Standard', license: 'Salesforce', access: INTERNAL_ACCESS },
  'Read Only': {
    userType: 'Standard',
    license: 'Salesforce',
    access: Object.fromEntries(Object.keys(INTERNAL_ACCESS).map((name) => [name, 'R']))
  },
  'Marketing User': { userType: 'Standard', license: 'Salesforce', access: INTERNAL_ACCESS },
  'Contract Manager': { userType: 'Standard', license: 'Salesforce', access: INTERNAL_ACCESS },
  'Solution Manager': { userType: 'Standard', license: 'Salesforce', access: INTERNAL_ACCESS },
  'Minimum Access - Salesforce': { userType: 'Standard', license: 'Salesforce', access: {} },
  'Standard Platform User': {
    userType: 'Standard',
    license: 'Salesforce Platform',
    access: { Account: 'CRED', Contact: 'CRED', Document: 'CRED', Idea: 'CR' }
  },
  'Salesforce API Only System Integrations': { userType: 'Standard', license: 'Salesforce Integration', access: {} },
  'Partner Community User': { userType: 'PowerPartner', license: 'Partner Community', access: PARTNER_ACCESS },
  'Customer Community User': { userType: 'CspLitePortal', license: 'Customer Community', access: CUSTOMER_ACCESS },
  'Customer Community Plus User': { userType: 'PowerCustomerSuccess', license: 'Customer Community Plus', access: CUSTOMER_ACCESS },
  'Guest License User': { userType: 'Guest', license: 'Guest', access: {} }
};

function putProfilesAndUsers(writer: SetupWriter): void {
  const licenses = new Map<string, string>();
  for (const { license } of Object.values(PROFILES))
    licenses.set(
      license,
      writer.put(
        'UserLicense',
        { Name: license },
        { MasterLabel: license, LicenseDefinitionKey: license.toUpperCase().replaceAll(' ', '_'), Status: 'Active' }
      )
    );
  const profileIds = new Map<string, string>();
  for (const [name, seed] of Object.entries(PROFILES)) profileIds.set(name, putProfile(writer, name, seed, licenses));
  const administrator = putUser(writer, 'admin@local.org', {
    LastName: 'Admin',
    FirstName: 'Local',
    ProfileId: profileIds.get('System Administrator')!,
    UserType: 'Standard',
    Email: 'admin@local.org'
  });
  writer.author = administrator;
  putUser(writer, 'autoproc@local.org', {
    LastName: 'Process',
    FirstName: 'Automated',
    ProfileId: profileIds.get('Minimum Access - Salesforce')!,
    UserType: 'AutomatedProcess',
    Email: 'autoproc@local.org'
  });
  for (const component of writer.components('Profile')) {
    const seed = PROFILES[component.name] ?? customProfile(component);
    const permissionSet = writer.find('PermissionSet', { ProfileId: ApexId.of(putProfile(writer, component.name, seed, licenses)) })!;
    putGrants(writer, permissionSet, component);
  }
}

function customProfile(component: Component): ProfileSeed {
  const license = xmlText(component.body, 'userLicense') ?? 'Salesforce';
  const alike = Object.values(PROFILES).find((seed) => seed.license === license);
  return { userType: alike?.userType ?? 'Standard', license, access: {} };
}

function putProfile(writer: SetupWriter, name: string, seed: ProfileSeed, licenses: Map<string, string>): string {
  const license =
    licenses.get(seed.license) ?? writer.put('UserLicense', { Name: seed.license }, { MasterLabel: seed.license, Status: 'Active' });
  licenses.set(seed.license, license);
  const flags = {
    PermissionsModifyAllData: seed.administrator ?? false,
    PermissionsViewAllData: seed.administrator ?? false,
    PermissionsManageUsers: seed.administrator ?? false,
    PermissionsApiEnabled: true,
    PermissionsAuthorApex: seed.administrator ?? false,
    PermissionsCustomizeApplication: seed.administrator ?? false,
    PermissionsViewSetup: seed.administrator ?? false
  };
  const id = writer.put('Profile', { Name: name }, { UserType: seed.userType, UserLicenseId: ApexId.of(license), ...flags });
  const label = `00e${name.replace(/\W/g, '')}`;
  const set = writer.put(
    'PermissionSet',
    { ProfileId: ApexId.of(id), IsOwnedByProfile: true },
    { Name: label, Label: label, Type: 'Profile', ...flags }
  );
  for (const [object, letters] of Object.entries(seed.access)) {
    const has = (letter: string): boolean => letters.includes(letter);
    putObjectPermissions(writer, set, object, {
      read: has('R'),
      create: has('C'),
      edit: has('E'),
      delete: has('D'),
      viewAll: has('V'),
      modifyAll: has('M')
    });
  }
  return id;
}

function putUser(
  writer: SetupWriter,
  username: string,
  values: { LastName: string; FirstName: string; ProfileId: string; UserType: string; Email: string }
): string {
  return writer.put(
    'User',
    { Username: username },
    {
      ...values,
      ProfileId: ApexId.of(values.ProfileId),
      Name: `${values.FirstName} ${values.LastName}`,
      Alias: username.slice(0, 8),
      IsActive: true,
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      CommunityNickname: username.split('@')[0]
    }
  );
}

function putObjectPermissions(
  writer: SetupWriter,
  set: string,
  object: string,
  allow: { read: boolean; create: boolean; edit: boolean; delete: boolean; viewAll?: boolean; modifyAll?: boolean }
): void {
  writer.put(
    'ObjectPermissions',
    { ParentId: ApexId.of(set), SobjectType: object },
    {
      PermissionsRead: allow.read,
      PermissionsCreate: allow.create,
      PermissionsEdit: allow.edit,
      PermissionsDelete: allow.delete,
      PermissionsViewAllRecords: allow.viewAll ?? false,
      PermissionsModifyAllRecords: allow.modifyAll ?? false
    }
  );
}

function putPermissions(writer: SetupWriter): void {
  for (const component of writer.components('CustomPermission')) {
    writer.put('CustomPermission', { DeveloperName: component.name }, { MasterLabel: xmlText(component.body, 'label') ?? component.name });
  }
  for (const source of writer.model.apex.filter((item) => item.kind === 'class'))
    writer.put(
      'ApexClass',
      { Name: source.name },
      {
        Status: 'Active',
        ApiVersion: Decimal.fromNumber(source.apiVersion),
        IsValid: true,
        Body: source.text,
        LengthWithoutComments: source.text.length
      }
    );
  const ids = new Map<string, string>();
  for (const component of writer.components('PermissionSet')) {
    const granted = xmlObjects(component.body, 'userPermissions')
      .filter((item) => xmlFlag(item, 'enabled'))
      .map((item) => `Permissions${xmlText(item, 'name')}`);
    const id = writer.put(
      'PermissionSet',
      { Name: component.name },
      {
        Label: xmlText(component.body, 'label') ?? component.name,
        Description: xmlText(component.body, 'description'),
        Type: 'Regular',
        IsCustom: true,
        IsOwnedByProfile: false,
        ...Object.fromEntries(granted.map((name) => [name, true]))
      }
    );
    ids.set(component.name, id);
    putGrants(writer, id, component);
  }
  for (const component of writer.components('PermissionSetGroup')) {
    const group = writer.put(
      'PermissionSetGroup',
      { DeveloperName: component.name },
      { MasterLabel: xmlText(component.body, 'label') ?? component.name, Status: 'Updated' }
    );
    for (const name of xmlTexts(component.body, 'permissionSets')) {
      const set = ids.get(name) ?? writer.find('PermissionSet', { Name: name });
      if (set === null) throw new Error(`${component.path}: permission set ${name} does not exist`);
      writer.put('PermissionSetGroupComponent', { PermissionSetGroupId: ApexId.of(group), PermissionSetId: ApexId.of(set) });
    }
  }
}

/** Object, field, class and custom permissions of a permission set or profile; what metadata no longer grants is taken away. */
function putGrants(writer: SetupWriter, set: string, component: Component): void {
  for (const table of ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess'])
    writer.store.run(`DELETE FROM ${quote(table)} WHERE "ParentId" = ?`, [set]);
  const { body } = component;
  for (const item of xmlObjects(body, 'objectPermissions')) {
    putObjectPermissions(writer, set, xmlText(item, 'object') ?? '', {
      read: xmlFlag(item, 'allowRead'),
      create: xmlFlag(item, 'allowCreate'),
      edit: xmlFlag(item, 'allowEdit'),
      delete: xmlFlag(item, 'allowDelete'),
      viewAll: xmlFlag(item, 'viewAllRecords'),
      modifyAll: xmlFlag(item, 'modifyAllRecords')
    });
  }
  for (const item of xmlObjects(body, 'fieldPermissions')) {
    const field = xmlText(item, 'field') ?? '';
    const edit = xmlFlag(item, 'editable');
    writer.put(
      'FieldPermissions',
      { ParentId: ApexId.of(set), Field: field },
      { SobjectType: field.split('.')[0], PermissionsRead: xmlFlag(item, 'readable') || edit, PermissionsEdit: edit }
    );
  }
  const grant = (type: string, id: string | null): void => {
    if (id !== null) writer.put('SetupEntityAccess', { ParentId: ApexId.of(set), SetupEntityId: ApexId.of(id) }, { SetupEntityType: type });
  };
  for (const item of xmlObjects(body, 'customPermissions'))
    if (xmlFlag(item, 'enabled')) grant('CustomPermission', writer.find('CustomPermission', { DeveloperName: xmlText(item, 'name') }));
  for (const item of xmlObjects(body, 'classAccesses'))
    if (xmlFlag(item, 'enabled')) grant('ApexClass', writer.find('ApexClass', { Name: xmlText(item, 'apexClass') }));
}

function putGroups(writer: SetupWriter): void {
  writer.put('Group', { DeveloperName: 'AllInternalUsers' }, { Name: 'All Internal Users', Type: 'Organization' });
  const roles = writer.components('Role');
  for (const role of roles) putRole(writer, role.name, xmlText(role.body, 'name') ?? role.name);
  for (const role of roles) {
    const parent = xmlText(role.body, 'parentRole');
    if (parent !== null)
      writer.put(
        'UserRole',
        { DeveloperName: role.name },
        { ParentRoleId: ApexId.of(writer.find('UserRole', { DeveloperName: parent }) ?? missingPart(role, `role ${parent}`)) }
      );
  }
  for (const group of writer.components('Group'))
    writer.put(
      'Group',
      { DeveloperName: group.name, Type: 'Regular' },
      { Name: xmlText(group.body, 'name') ?? group.name, DoesIncludeBosses: xmlFlag(group.body, 'doesIncludeBosses', true) }
    );
  for (const queue of writer.components('Queue')) {
    const id = writer.put(
      'Group',
      { DeveloperName: queue.name, Type: 'Queue' },
      {
        Name: xmlText(queue.body, 'name') ?? queue.name,
        Email: xmlText(queue.body, 'email'),
        DoesSendEmailToMembers: xmlFlag(queue.body, 'doesSendEmailToMembers')
      }
    );
    for (const item of xmlObjects(queue.body, 'queueSobject'))
      writer.put('QueueSobject', { QueueId: ApexId.of(id), SobjectType: xmlText(item, 'sobjectType') });
    for (const member of queueMembers(writer, queue))
      writer.put('GroupMember', { GroupId: ApexId.of(id), UserOrGroupId: ApexId.of(member) });
  }
}

/** Approval processes as SOQL and their instances see them. */
function putApprovalProcesses(writer: SetupWriter): void {
  for (const { name, body } of writer.components('ApprovalProcess')) {
    const [object, developerName] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];
    writer.put(
      'ProcessDefinition',
      { TableEnumOrId: object, DeveloperName: developerName },
      {
        Name: xmlText(body, 'label') ?? developerName,
        Type: 'Approval',
        State: xmlFlag(body, 'active') ? 'Active' : 'Inactive',
        LockType: 'Total'
      }
    );
  }
}

function putRole(writer: SetupWriter, developerName: string, name: string): void {
  const role = ApexId.of(writer.put('UserRole', { DeveloperName: developerName }, { Name: name, PortalType: 'None' }));
  for (const type of ['Role', 'RoleAndSubordinates'])
    writer.put('Group', { RelatedId: role, Type: type }, { Name: `${name}`, DeveloperName: `${developerName}_${type}` });
}

function queueMembers(writer: SetupWriter, queue: Component): string[] {
  const members = xmlChild(queue.body, 'queueMembers');
  const named = (list: string, item: string): readonly string[] => xmlTexts(xmlChild(members, list), item);
  return [
    ...named('publicGroups', 'publicGroup').map(
      (name) => writer.find('Group', { DeveloperName: name, Type: 'Regular' }) ?? missingPart(queue, `group ${name}`)
    ),
    ...named('roles', 'role').map(
      (name) => writer.find('Group', { DeveloperName: `${name}_Role`, Type: 'Role' }) ?? missingPart(queue, `role ${name}`)
    ),
    ...named('roleAndSubordinates', 'roleAndSubordinate').map(
      (name) =>
        writer.find('Group', { DeveloperName: `${name}_RoleAndSubordinates`, Type: 'RoleAndSubordinates' }) ??
        missingPart(queue, `role ${name}`)
    ),
    // Users are data: a queue may name one that this org does not have yet.
    ...named('users', 'user')
      .map((name) => writer.find('User', { Username: name }))
      .filter((id) => id !== null)
  ];
}

function missingPart(component: Component, what: string): never {
  throw new Error(`${component.path}: ${what} does not exist`);
}

function putCatalogues(writer: SetupWriter): void {
  for (const object of writer.model.objects.values()) {
    writer.put(
      'EntityDefinition',
      { QualifiedApiName: object.name },
      {
        DeveloperName: object.name.replace(/__\w+$/, ''),
        Label: object.label,
        MasterLabel: object.label,
        PluralLabel: object.pluralLabel,
        KeyPrefix: object.keyPrefix,
        DurableId: object.name,
        IsQueryable: true
      }
    );
    for (const type of object.recordTypes) {
      writer.put(
        'RecordType',
        { SobjectType: object.name, DeveloperName: type.name },
        { Name: type.label, IsActive: type.active, Description: type.description ?? null }
      );
    }
  }
  const values = (object: string, field: string): readonly string[] =>
    writer
      .object(object)
      .fields.get(field.toLowerCase())
      ?.picklist?.values.map((item) => item.value) ?? [];
  values('Opportunity', 'StageName').forEach((label, index) =>
    writer.put(
      'OpportunityStage',
      { MasterLabel: label },
      { ApiName: label, IsActive: true, SortOrder: index + 1, IsClosed: /^Closed/.test(label), IsWon: label === 'Closed Won' }
    )
  );
  values('Lead', 'Status').forEach((label, index) =>
    writer.put(
      'LeadStatus',
      { MasterLabel: label },
      { ApiName: label, SortOrder: index + 1, IsConverted: label === 'Closed - Converted', IsDefault: index === 0 }
    )
  );
  values('Case', 'Status').forEach((label, index) =>
    writer.put(
      'CaseStatus',
      { MasterLabel: label },
      { ApiName: label, SortOrder: index + 1, IsClosed: label === 'Closed', IsDefault: index === 0 }
    )
  );
  values('Task', 'Status').forEach((label, index) =>
    writer.put(
      'TaskStatus',
      { MasterLabel: label },
      { ApiName: label, SortOrder: index + 1, IsClosed: label === 'Completed', IsDefault: index === 0 }
    )
  );
  values('Task', 'Priority').forEach((label, index) =>
    writer.put(
      'TaskPriority',
      { MasterLabel: label },
      { ApiName: label, SortOrder: index + 1, IsHighPriority: label === 'High', IsDefault: label === 'Normal' }
    )
  );
  writer.put('BusinessHours', { Name: 'Default' }, { IsActive: true, IsDefault: true, TimeZoneSidKey: 'America/Los_Angeles' });
  writer.put('Pricebook2', { Name: 'Standard Price Book' }, { IsActive: true, IsStandard: true });
  for (const network of writer.components('Network')) {
    writer.put(
      'Network',
      { Name: network.name },
      { UrlPathPrefix: xmlText(network.body, 'urlPathPrefix'), Status: xmlText(network.body, 'status') ?? 'Live' }
    );
  }
  for (const type of writer.components('CustomNotificationType')) {
    writer.put(
      'CustomNotificationType',
      { DeveloperName: type.name },
      {
        CustomNotifTypeName: xmlText(type.body, 'customNotifTypeName') ?? type.name,
        NamespacePrefix: writer.model.namespace || null,
        MasterLabel: xmlText(type.body, 'masterLabel') ?? type.name
      }
    );
  }
  for (const partition of writer.components('PlatformCachePartition')) {
    writer.put(
      'PlatformCachePartition',
      { DeveloperName: partition.name },
      {
        MasterLabel: xmlText(partition.body, 'masterLabel') ?? partition.name,
        IsDefaultPartition: xmlFlag(partition.body, 'isDefaultPartition')
      }
    );
  }
  writer.components('CustomApplication').forEach((app, index) =>
    writer.put(
      'AppMenuItem',
      { Name: app.name },
      {
        Label: xmlText(app.body, 'label') ?? app.name,
        Type: 'TabSet',
        ApplicationId: ApexId.of(formatId('02u', index + 1)),
        SortOrder: index + 1,
        IsVisible: true,
        IsAccessible: true
      }
    )
  );
  for (const template of writer.components('EmailTemplate')) putTemplate(writer, template);
}

function putTemplate(writer: SetupWriter, { name, body, path }: Component): void {
  const developerName = name.split('/').at(-1)!;
  const type = xmlText(body, 'type') ?? 'text';
  const content = templateContent(path) ?? xmlText(body, 'content');
  writer.put(
    'EmailTemplate',
    { DeveloperName: developerName },
    {
      Name: xmlText(body, 'name') ?? developerName,
      Subject: xmlText(body, 'subject'),
      Body: type === 'text' ? content : xmlText(body, 'textOnly'),
      HtmlValue: type === 'text' ? null : content,
      IsActive: xmlFlag(body, 'available', true),
      TemplateType: type,
      TemplateStyle: xmlText(body, 'style') ?? 'none',
      Encoding: 'UTF-8'
    }
  );
}

/** The text of a template stands in a file of its own beside its metadata. */
function templateContent(path: string): string | null {
  const file = path.replace(/-meta\.xml$/, '');
  return file !== path && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function putCode(writer: SetupWriter): void {
  for (const source of writer.model.apex.filter((item) => item.kind === 'trigger')) {
    writer.put(
      'ApexTrigger',
      { Name: source.name },
      { Status: 'Active', ApiVersion: Decimal.fromNumber(source.apiVersion), IsValid: true }
    );
  }
  for (const resource of writer.components('StaticResource'))
    writer.put('StaticResource', { Name: resource.name }, { ContentType: xmlText(resource.body, 'contentType') });
}

/** Relationships between records name the other record; they can be followed once every record has its id. */
function linkCustomMetadata(writer: SetupWriter): void {
  for (const [type, records] of writer.model.customMetadata) {
    const object = writer.model.objects.get(type)!;
    for (const record of records) {
      const links = Object.entries(record.values).flatMap(([name, value]) => {
        const field = object.fields.get(name.toLowerCase())!;
        if (field.type !== 'Reference' || value === null) return [];
        const target = field.referenceTo![0]!;
        const row = writer.store.get(`SELECT "Id" FROM ${quote(target)} WHERE "DeveloperName" = ? COLLATE NOCASE`, [String(value)]);
        if (!row) throw new Error(`${object.name}.${record.developerName}: ${field.name} names ${target}.${value}, which does not exist`);
        return [[field.name, ApexId.of(String(row[0]))] as const];
      });
      if (links.length > 0) writer.put(object.name, { DeveloperName: record.developerName }, Object.fromEntries(links));
    }
  }
}

/** Records of custom metadata types live in tables like any other, so that SOQL treats them alike. */
function putCustomMetadata(writer: SetupWriter): void {
  for (const [type, records] of writer.model.customMetadata) {
    const object = writer.model.objects.get(type)!;
    for (const record of records) {
      const values = Object.entries(record.values).flatMap(([name, value]) => {
        const field = object.fields.get(name.toLowerCase())!;
        if (isCatalogueLink(field)) return [[field.name, catalogueName(object, record.values, field, value)] as const];
        return field.type === 'Reference' ? [] : [[field.name, typedValue(field.type, value === null ? null : String(value))] as const];
      });
      const defaults = [...object.fields.values()]
        .filter((field) => field.custom && field.type === 'Boolean')
        .map((field) => [field.name, field.defaultValue === 'true'] as const);
      writer.put(
        object.name,
        { DeveloperName: record.developerName },
        {
          MasterLabel: record.label,
          Label: record.label,
          Language: 'en_US',
          QualifiedApiName: record.developerName,
          ...Object.fromEntries(defaults),
          ...Object.fromEntries(values)
        }
      );
    }
    const names = JSON.stringify(records.map((record) => record.developerName));
    writer.store.run(`DELETE FROM ${quote(object.name)} WHERE "DeveloperName" NOT IN (SELECT value FROM json_each(?))`, [names]);
  }
}

/** An object by its name, a field by its object's and its own: the object is in the record's field that names one. */
function catalogueName(object: ObjectModel, values: Readonly<Record<string, unknown>>, field: FieldModel, value: unknown): string | null {
  if (value === null) return null;
  if (field.referenceTo![0] === 'EntityDefinition') return String(value);
  const entity = Object.entries(values).find(([name]) => object.fields.get(name.toLowerCase())?.referenceTo?.[0] === 'EntityDefinition');
  return String(value).includes('.') || !entity ? String(value) : `${String(entity[1])}.${String(value)}`;
}

function typedValue(type: string, text: string | null): unknown {
  if (text === null) return null;
  if (type === 'Boolean') return text === 'true';
  if (type === 'Double' || type === 'Currency' || type === 'Percent') return Decimal.fromString(text);
  if (type === 'Integer') return Number(text);
  if (type === 'DateTime') return new ApexDatetime(Date.parse(text));
  if (type === 'Date') return ApexDate.parseIso(text);
  return text;
}
