import type { LocalDatabase } from '../../database/engine.ts';
import type { FieldModel, ObjectModel, OrgModel, XmlObject } from '../../metadata/model.ts';
import { xmlFlag, xmlObjects, xmlText } from '../../metadata/xml.ts';
import { isAdministrator } from '../../platform/access.ts';
import { accessRules } from '../../runtime/access.ts';
import { current } from '../../runtime/execution.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { AppTab } from '../pages/apps.ts';
import { query } from './rows.ts';

/** Fields that everybody who can read the object can read. */
const ALWAYS_READABLE = new Set([
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp'
]);

export function objectPermissions(object: ObjectModel): {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
} {
  const may = (access: 'read' | 'create' | 'edit' | 'delete'): boolean =>
    accessRules().canAccessObject(current().user, object.name, access);
  return { read: may('read'), create: may('create'), edit: may('edit'), delete: may('delete') };
}

export function fieldReadable(_model: OrgModel, object: ObjectModel, field: FieldModel): boolean {
  return ALWAYS_READABLE.has(field.name) || accessRules().canAccessField(current().user, object.name, field.name, 'read');
}

export function fieldEditable(_model: OrgModel, object: ObjectModel, field: FieldModel): boolean {
  return accessRules().canAccessField(current().user, object.name, field.name, 'edit');
}

/** A class may be called from a page when a permission set or the profile of the user says so. */
export function mayRunClass(className: string): boolean {
  const named = (access: XmlObject): boolean =>
    xmlText(access, 'apexClass')?.toLowerCase() === className.toLowerCase() && xmlFlag(access, 'enabled');
  return administrator() || granted().some((body) => xmlObjects(body, 'classAccesses').some(named));
}

/** Streaming an event takes read access that a permission set spells out: everybody may publish, few may listen. */
export function mayListen(event: ObjectModel): boolean {
  const readable = (access: XmlObject): boolean =>
    xmlText(access, 'object')?.toLowerCase() === event.name.toLowerCase() && xmlFlag(access, 'allowRead');
  return administrator() || granted().some((body) => xmlObjects(body, 'objectPermissions').some(readable));
}

export function customPermissions(): string[] {
  return named('customPermissions');
}

export function userPermissions(): string[] {
  return named('userPermissions');
}

/** Objects' tabs follow the object; page tabs follow tab settings, as soon as any permission set of the org has one for them. */
export function tabVisible(model: OrgModel, tab: AppTab): boolean {
  if (tab.kind === 'home') return true;
  if (tab.objectApiName) return objectPermissions(model.objects.get(tab.objectApiName.toLowerCase())!).read;
  const shows = (body: XmlObject): boolean =>
    xmlObjects(body, 'tabSettings').some((setting) => xmlText(setting, 'tab') === tab.name && xmlText(setting, 'visibility') !== 'None');
  const restricted = [...(model.components.get('permissionset')?.values() ?? [])].some((set) => shows(set.body));
  return !restricted || administrator() || granted().some(shows);
}

/** Apps follow application visibilities in the same way. */
export function appVisible(model: OrgModel, app: string): boolean {
  const shows = (body: XmlObject): boolean =>
    xmlObjects(body, 'applicationVisibilities').some((setting) => xmlText(setting, 'application') === app && xmlFlag(setting, 'visible'));
  const restricted = [...(model.components.get('permissionset')?.values() ?? [])].some((set) => shows(set.body));
  return !restricted || administrator() || granted().some(shows);
}

function administrator(): boolean {
  return isAdministrator(ApexId.of(current().user.id));
}

function named(element: 'customPermissions' | 'userPermissions'): string[] {
  return [
    ...new Set(
      granted().flatMap((body) =>
        xmlObjects(body, element).flatMap((item) => (xmlFlag(item, 'enabled') ? (xmlText(item, 'name') ?? []) : []))
      )
    )
  ];
}

/** The metadata of the permission sets that the user has, and of the profile. */
function granted(): XmlObject[] {
  const { user, org } = current();
  const names = (org.database as LocalDatabase).access.permissionSetNames(user.id).map((name) => name.toLowerCase());
  const [profile] = query('SELECT Name FROM Profile WHERE Id = :id', { id: user.profileId }, 'system');
  const sets = org.model.components.get('permissionset');
  const profiles = org.model.components.get('profile');
  const components = [...names.map((name) => sets?.get(name)), profiles?.get(String(profile?.get('Name') ?? '').toLowerCase())];
  return components.filter((component) => component !== undefined).map((component) => component.body);
}
