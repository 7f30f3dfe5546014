import type { OrgModel } from '../../metadata/model.ts';
import { putFieldDefinitions } from './field-definitions.ts';
import type { Store } from '../store.ts';
import { putApprovalProcesses, putCode, putComponents } from './components.ts';
import { linkCustomMetadata, putCustomMetadata } from './custom-metadata.ts';
import { putGroups } from './groups.ts';
import { putDefaults, putObjects, putStatuses } from './objects.ts';
import { putPermissions } from './permissions.ts';
import { putProfilesAndUsers } from './profiles.ts';
import { SetupWriter } from './writer.ts';

/** The rows an org has before anyone enters data, from its metadata. */
export function syncSetup(model: OrgModel, store: Store): void {
  const writer = new SetupWriter(model, store);
  const orgId = writer.put(
    'Organization',
    { Name: 'Local Org' },
    {
      OrganizationType: 'Developer Edition',
      IsSandbox: true,
      InstanceName: 'LOCAL1',
      TimeZoneSidKey: 'America/Los_Angeles',
      LanguageLocaleKey: 'en_US',
      DefaultLocaleSidKey: 'en_US',
      NamespacePrefix: model.namespace || null,
      FiscalYearStartMonth: 1
    }
  );
  store.setMeta('organization', orgId);
  putProfilesAndUsers(writer);
  putPermissions(writer);
  putGroups(writer);
  putApprovalProcesses(writer);
  putObjects(writer);
  putStatuses(writer);
  putDefaults(writer);
  putComponents(writer);
  putFieldDefinitions(model, store);
  putCode(writer);
  putCustomMetadata(writer);
  linkCustomMetadata(writer);
}
