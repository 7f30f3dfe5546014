import type { LocalDatabase } from '../database/engine.ts';
import { current } from '../runtime/execution.ts';
import type { ApexId } from '../runtime/values/id.ts';
import { userContext } from './users.ts';

function access(): LocalDatabase['access'] {
  return (current().org.database as LocalDatabase).access;
}

/** Modify All Data: approves and edits in place of anyone. */
export function isAdministrator(user: ApexId): boolean {
  return access().modifiesAllData(userContext(user.value));
}

/** Modify All on one object, through the profile or a permission set. */
export function modifiesAll(user: ApexId, objectName: string): boolean {
  return access().seesAll(userContext(user.value), objectName, 'edit');
}

/** Permission sets a user has, alone or in a group. */
export function permissionSetNames(user: ApexId): string[] {
  return access().permissionSetNames(userContext(user.value));
}

/** Whether the permission sets or the profile of the running user let them use a class from outside; administrators use every class. */
export function mayUseClass(className: string): boolean {
  return access().canUseClass(current().user, className);
}

/** Whether the running user may read rows of an object. */
export function readsObject(objectName: string): boolean {
  return access().canAccessObject(current().user, objectName, 'read');
}

/** A custom permission that the running user's permission sets grant. An administrator has no more than that. */
export function hasCustomPermission(name: string): boolean {
  return access().hasCustomPermission(current().user, name);
}
