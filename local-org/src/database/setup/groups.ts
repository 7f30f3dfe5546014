import type { Component } from '../../metadata/model.ts';
import { xmlChild, xmlFlag, xmlObjects, xmlText, xmlTexts } from '../../metadata/xml.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { SetupWriter } from './writer.ts';

/** Roles, public groups, and queues with their members. */
export function putGroups(writer: SetupWriter): void {
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
