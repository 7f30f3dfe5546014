import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MetadataError } from '../metadata/xml.ts';
import type { Org } from '../org.ts';
import { insertRow, selectRows } from '../platform/rows.ts';
import { withOrg } from '../platform/transaction.ts';
import { ApexId } from '../runtime/values/id.ts';

interface ProjectFile {
  readonly packageDirectories?: readonly { readonly apexTestAccess?: { readonly permissionSets?: readonly string[] } }[];
}

/** Assigns what sfdx-project.json grants the package's tests under `apexTestAccess`. */
export function grantTestAccess(org: Org, userId: string): void {
  const path = join(org.model.root, 'sfdx-project.json');
  if (!existsSync(path)) return;
  const project = JSON.parse(readFileSync(path, 'utf8')) as ProjectFile;
  const names = new Set((project.packageDirectories ?? []).flatMap((directory) => directory.apexTestAccess?.permissionSets ?? []));
  withOrg(org, () => {
    for (const name of names) {
      const [set] = selectRows('SELECT Id FROM PermissionSet WHERE Name = :name', { name });
      if (!set) throw new MetadataError([`${path}: grants tests the permission set ${name}, which does not exist`]);
      const assignment = { AssigneeId: ApexId.of(userId), PermissionSetId: set.get('Id') };
      const known = selectRows(
        'SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = :AssigneeId AND PermissionSetId = :PermissionSetId',
        assignment
      );
      if (known.length === 0) insertRow('PermissionSetAssignment', assignment);
    }
  });
}
