import type { ApexId } from '../runtime/values/id.ts';
import { selectRows } from './rows.ts';

/** Modify All Data: approves and edits in place of anyone. */
export function isAdministrator(user: ApexId): boolean {
  return (
    selectRows('SELECT Id FROM User WHERE Id = :user AND Profile.PermissionsModifyAllData = true', { user }).length > 0 ||
    selectRows(
      'SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = :user AND PermissionSet.PermissionsModifyAllData = true LIMIT 1',
      { user }
    ).length > 0
  );
}

/** Modify All on one object, through the profile or a permission set. */
export function modifiesAll(user: ApexId, objectName: string): boolean {
  return (
    selectRows(
      'SELECT Id FROM ObjectPermissions WHERE SobjectType = :objectName AND PermissionsModifyAllRecords = true AND ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = :user) LIMIT 1',
      { user, objectName }
    ).length > 0
  );
}
