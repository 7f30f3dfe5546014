import { mayUseClass } from '../platform/access.ts';
import type { ClassInfo } from '../runtime/type.ts';

/**
 * Whether the running user may enter a class from outside (REST, Lightning): the profile or a permission set, assigned alone or in
 * a group, names the class in `classAccesses`. Administrators may run every class.
 */
export function mayRunClass(info: ClassInfo): boolean {
  return mayUseClass(info.name.split('.')[0]!);
}
