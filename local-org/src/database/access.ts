import type { ObjectModel, OrgModel } from '../metadata/model.ts';
import type { UserContext } from '../org.ts';
import { xmlFlag, xmlObjects, xmlText } from '../metadata/xml.ts';
import { isPermissionable, permissionKey } from './field-security.ts';
import { mutedBy } from './muting.ts';
import type { Muted } from './muting.ts';
import { together, without } from './permissions.ts';
import type { Permissions } from './permissions.ts';
import type { Store } from './store.ts';

export type ObjectNeed = 'read' | 'create' | 'edit' | 'delete';
export type FieldNeed = 'read' | 'create' | 'edit';

/** Standard objects whose access permission sets grant; the others (users, setup, activities, files) are open to all. */
const GOVERNED = new Set([
  'Account',
  'Contact',
  'Lead',
  'Opportunity',
  'Case',
  'Campaign',
  'Product2',
  'Pricebook2',
  'Contract',
  'Order',
  'Asset',
  'Quote',
  'Document',
  'Solution',
  'Idea',
  'Individual',
  'UserExternalCredential'
]);
/** Children that follow their parent's permissions. */
const FOLLOWS: Readonly<Record<string, string>> = {
  OpportunityLineItem: 'Opportunity',
  OpportunityContactRole: 'Opportunity',
  CaseComment: 'Case',
  OrderItem: 'Order',
  CampaignMember: 'Campaign',
  PricebookEntry: 'Pricebook2'
};
/** Objects whose writes mean administration. */
const ADMINISTERED = new Set([
  'User',
  'Profile',
  'UserRole',
  'Group',
  'GroupMember',
  'QueueSobject',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'Organization',
  'RecordType',
  'Network',
  'CustomPermission'
]);
/** Profiles made to be empty: whatever their users may do comes from permission sets. */
const BARE_PROFILES = new Set(['Minimum Access - Salesforce', 'Salesforce API Only System Integrations']);

const SOURCES = new Set([
  'PermissionSetAssignment',
  'PermissionSet',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'User',
  'Profile'
]);

/** Object and field permissions, read from the same rows (PermissionSetAssignment, ObjectPermissions, …) that Apex can query and write. */
export class Access {
  private readonly model: OrgModel;
  private readonly store: Store;
  private readonly cache = new Map<string, Permissions>();

  constructor(model: OrgModel, store: Store) {
    this.model = model;
    this.store = store;
  }

  canAccessObject(user: UserContext, objectName: string, need: ObjectNeed): boolean {
    const object = this.model.objects.get(objectName.toLowerCase());
    if (!object) return false;
    const permissions = this.permissions(user);
    if (object.kind === 'customSetting') return this.canAccessSetting(permissions, object, need);
    const governed = this.governor(object);
    if (governed === null) {
      if (need === 'read') return true;
      return !ADMINISTERED.has(object.name) || permissions.modifyAllData;
    }
    if (permissions.modifyAllData || (need === 'read' && permissions.viewAllData)) return true;
    return permissions.objects.get(governed.toLowerCase())?.has(need) ?? false;
  }

  canAccessField(user: UserContext, objectName: string, fieldName: string, need: FieldNeed): boolean {
    const object = this.model.objects.get(objectName.toLowerCase());
    const field = object?.fields.get(fieldName.toLowerCase());
    if (!object || !field) return false;
    if (need !== 'read' && !(need === 'create' ? field.createable : field.updateable || field.createable)) return false;
    const governed = this.governor(object);
    // Who may not edit rows may edit no field of them.
    if (
      governed !== null &&
      !this.canAccessObject(user, object.name, need === 'edit' && !this.canAccessObject(user, object.name, 'edit') ? 'create' : need)
    )
      return false;
    if (governed === null && object.kind === 'standard') return true;
    const permissions = this.permissions(user);
    if (permissions.modifyAllData || !isPermissionable(object, field) || (!field.custom && permissions.standardFields)) return true;
    const key = permissionKey(object, field);
    return need === 'read' ? permissions.readFields.has(key) : permissions.editFields.has(key);
  }

  /** View All / Modify All on the object, or on all data: sharing does not apply. */
  seesAll(user: UserContext, objectName: string, need: 'read' | 'edit' | 'delete'): boolean {
    const permissions = this.permissions(user);
    if (permissions.modifyAllData || (need === 'read' && permissions.viewAllData)) return true;
    const granted = permissions.objects.get(objectName.toLowerCase());
    return granted !== undefined && (granted.has('modifyAll') || (need === 'read' && granted.has('viewAll')));
  }

  hasCustomPermission(user: UserContext, name: string): boolean {
    return this.permissions(user).customPermissions.has(name.toLowerCase());
  }

  canUseClass(user: UserContext, className: string): boolean {
    const permissions = this.permissions(user);
    return permissions.modifyAllData || permissions.apexClasses.has(className.toLowerCase());
  }

  modifiesAllData(user: UserContext): boolean {
    return this.permissions(user).modifyAllData;
  }

  /** Called after writes: assignments and permissions take effect at once. */
  rowsWritten(object: ObjectModel): void {
    if (SOURCES.has(object.name)) this.forget();
  }

  forget(): void {
    this.cache.clear();
  }

  /** Changing a setting is customizing the org. Apex in system mode and getInstance are not asked. */
  private canAccessSetting(permissions: Permissions, object: ObjectModel, need: ObjectNeed): boolean {
    if (permissions.modifyAllData) return true;
    return need === 'read' && (permissions.viewAllData || permissions.customSettings.has(object.name.toLowerCase()));
  }

  private governor(object: ObjectModel): string | null {
    if (object.kind === 'custom') return object.name;
    if (object.kind !== 'standard') return null;
    const companion = /^(.*)__(Share|History)$/.exec(object.name);
    if (companion) return `${companion[1]}__c`;
    const followed = FOLLOWS[object.name];
    if (followed) return followed;
    return GOVERNED.has(object.name) ? object.name : null;
  }

  private permissions(user: UserContext): Permissions {
    const key = `${user.id}/${user.profileId}`;
    let known = this.cache.get(key);
    if (!known) this.cache.set(key, (known = this.load(user)));
    return known;
  }

  /** What a muted group grants is its permission sets' less what it mutes; the rest adds up. */
  private load(user: UserContext): Permissions {
    const groups = this.mutedGroups(user);
    const all = this.granted(user, this.permissionSetIds(user, [...groups.keys()]));
    return [...groups].reduce((sum, [group, muted]) => together(sum, without(this.granted(user, this.groupSetIds(group)), muted)), all);
  }

  private mutedGroups(user: UserContext): Map<string, Muted> {
    const rows = this.store.all(
      'SELECT g."Id", g."DeveloperName" FROM "PermissionSetAssignment" a JOIN "PermissionSetGroup" g ON g."Id" = a."PermissionSetGroupId" WHERE a."AssigneeId" = ?',
      [user.id]
    );
    return new Map(
      rows.flatMap(([id, name]) => {
        const muted = mutedBy(this.model, String(name));
        return muted ? [[String(id), muted] as const] : [];
      })
    );
  }

  private groupSetIds(groupId: string): string[] {
    return this.store
      .all('SELECT "PermissionSetId" FROM "PermissionSetGroupComponent" WHERE "PermissionSetGroupId" = ?', [groupId])
      .map(([id]) => String(id));
  }

  private granted(user: UserContext, ids: readonly string[]): Permissions {
    const sets = JSON.stringify(ids);
    const inSets = 'IN (SELECT value FROM json_each(?))';
    const flags =
      this.store.get(`SELECT MAX("PermissionsModifyAllData"), MAX("PermissionsViewAllData") FROM "PermissionSet" WHERE "Id" ${inSets}`, [
        sets
      ]) ?? [];
    const objects = new Map<string, Set<string>>();
    const columns = ['Read', 'Create', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords'];
    const names = ['read', 'create', 'edit', 'delete', 'viewAll', 'modifyAll'];
    const selected = columns.map((column) => `"Permissions${column}"`).join(', ');
    for (const [name, ...granted] of this.store.all(
      `SELECT "SobjectType", ${selected} FROM "ObjectPermissions" WHERE "ParentId" ${inSets}`,
      [sets]
    )) {
      const set = objects.get(String(name).toLowerCase()) ?? new Set<string>();
      granted.forEach((flag, index) => Number(flag) === 1 && set.add(names[index]!));
      objects.set(String(name).toLowerCase(), set);
    }
    const readFields = new Set<string>();
    const editFields = new Set<string>();
    for (const [field, read, edit] of this.store.all(
      `SELECT "Field", "PermissionsRead", "PermissionsEdit" FROM "FieldPermissions" WHERE "ParentId" ${inSets}`,
      [sets]
    )) {
      if (Number(read) === 1) readFields.add(String(field).toLowerCase());
      if (Number(edit) === 1) editFields.add(String(field).toLowerCase());
    }
    const entities = (table: string, name: string): Set<string> =>
      new Set(
        this.store
          .all(`SELECT t.${name} FROM "SetupEntityAccess" s JOIN ${table} t ON t."Id" = s."SetupEntityId" WHERE s."ParentId" ${inSets}`, [
            sets
          ])
          .map((row) => String(row[0]).toLowerCase())
      );
    return {
      modifyAllData: Number(flags[0] ?? 0) === 1,
      viewAllData: Number(flags[1] ?? 0) === 1,
      standardFields: !BARE_PROFILES.has(
        String(this.store.get('SELECT "Name" FROM "Profile" WHERE "Id" = ?', [user.profileId])?.[0] ?? '')
      ),
      objects,
      readFields,
      editFields,
      customPermissions: entities('"CustomPermission"', '"DeveloperName"'),
      apexClasses: entities('"ApexClass"', '"Name"'),
      customSettings: this.customSettings(
        this.store.all(`SELECT "Name" FROM "PermissionSet" WHERE "Id" ${inSets}`, [sets]).map(([name]) => String(name))
      )
    };
  }

  /** Rows cannot say this: the permission sets' metadata does. */
  private customSettings(permissionSets: readonly string[]): Set<string> {
    const prefix = this.model.namespace ? `${this.model.namespace.toLowerCase()}__` : '';
    const readable = new Set<string>();
    for (const set of permissionSets) {
      const body = this.model.components.get('permissionset')?.get(set.toLowerCase())?.body;
      for (const item of body ? xmlObjects(body, 'customSettingAccesses') : []) {
        const name = xmlText(item, 'name')?.toLowerCase();
        if (name && xmlFlag(item, 'enabled')) readable.add(name).add(prefix + name);
      }
    }
    return readable;
  }

  /** Permission sets that are assigned to a user, by themselves or in a group. */
  permissionSetNames(userId: string): string[] {
    return this.store
      .all(
        `SELECT "Name" FROM "PermissionSet" WHERE "Id" IN (
           SELECT "PermissionSetId" FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?1
           UNION SELECT c."PermissionSetId" FROM "PermissionSetAssignment" a JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = a."PermissionSetGroupId" WHERE a."AssigneeId" = ?1)
         ORDER BY "Name"`,
        [userId]
      )
      .map(([name]) => String(name));
  }

  /** Of the user's profile, of the user's own assignments, and of the groups among them that mute nothing. */
  private permissionSetIds(user: UserContext, mutedGroups: readonly string[]): string[] {
    const rows = this.store.all(
      `SELECT "PermissionSetId" FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?1 AND "PermissionSetId" IS NOT NULL
       UNION SELECT c."PermissionSetId" FROM "PermissionSetAssignment" a JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = a."PermissionSetGroupId" WHERE a."AssigneeId" = ?1 AND a."PermissionSetGroupId" NOT IN (SELECT value FROM json_each(?3))
       UNION SELECT "Id" FROM "PermissionSet" WHERE "ProfileId" = ?2 AND "IsOwnedByProfile" = 1`,
      [user.id, user.profileId, JSON.stringify(mutedGroups)]
    );
    return rows.map((row) => String(row[0]));
  }
}
