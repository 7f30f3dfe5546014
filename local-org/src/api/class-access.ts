import type { LocalDatabase } from '../database/engine.ts';
import { isAdministrator } from '../platform/access.ts';
import { children, component, flag, text } from '../platform/xml.ts';
import { current } from '../runtime/execution.ts';
import type { ClassInfo } from '../runtime/type.ts';
import { ApexId } from '../runtime/values/id.ts';

/**
 * Whether the running user may enter a class from outside (REST, Lightning): one of its permission sets names the class in
 * `classAccesses`. Administrators may run every class.
 */
export function mayRunClass(info: ClassInfo): boolean {
  const { org, user } = current();
  const id = ApexId.of(user.id);
  if (isAdministrator(id)) return true;
  const assigned = (org.database as LocalDatabase).access.permissionSetNames(user.id);
  const outer = info.name.split('.')[0]!.toLowerCase();
  return assigned.some((name) => {
    const body = component(org.model, 'PermissionSet', name)?.body;
    return children(body, 'classAccesses').some(
      (access) =>
        flag(access, 'enabled') &&
        text(access, 'apexClass')
          ?.toLowerCase()
          .replace(/^\w+__/, '') === outer
    );
  });
}
