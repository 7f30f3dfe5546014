import type { Component } from '../../metadata/model.ts';
import { xmlFlag, xmlObjects, xmlText, xmlTexts } from '../../metadata/xml.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { quote } from '../schema.ts';
import type { SetupWriter } from './writer.ts';

/** Custom permissions, classes, permission sets and their groups. */
export function putPermissions(writer: SetupWriter): void {
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
export function putGrants(writer: SetupWriter, set: string, component: Component): void {
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

export function putObjectPermissions(
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
