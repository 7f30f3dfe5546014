import { isAdministrator } from '../platform/access.ts';
import { selectRows } from '../platform/rows.ts';
import { children, component, flag, text } from '../platform/xml.ts';
import { current } from '../runtime/execution.ts';
import type { ClassInfo } from '../runtime/type.ts';
import { ApexId } from '../runtime/values/id.ts';
import type { SObject } from '../runtime/values/sobject.ts';

/**
 * Whether the running user may enter a class from outside (REST, Lightning): one of its permission sets names the class in
 * `classAccesses`. Administrators may run every class.
 */
export function mayRunClass(info: ClassInfo): boolean {
  const { org, user } = current();
  const id = ApexId.of(user.id);
  if (isAdministrator(id)) return true;
  const assigned = selectRows('SELECT PermissionSet.Name, PermissionSet.Profile.Name FROM PermissionSetAssignment WHERE AssigneeId = :id', {
    id
  });
  const outer = info.name.split('.')[0]!.toLowerCase();
  return assigned.some((row) => {
    const set = row.get('PermissionSet') as SObject | null;
    const body = component(org.model, 'PermissionSet', String(set?.get('Name') ?? ''))?.body;
    return children(body, 'classAccesses').some(
      (access) =>
        flag(access, 'enabled') &&
        text(access, 'apexClass')
          ?.toLowerCase()
          .replace(/^\w+__/, '') === outer
    );
  });
}
