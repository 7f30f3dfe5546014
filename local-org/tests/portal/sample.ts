import type { OpenedOrg } from '../../src/open-org.ts';
import { withOrg } from '../../src/platform/transaction.ts';
import { fieldValueFromJson } from '../../src/portal/server/field-values.ts';
import { ApexId } from '../../src/runtime/values/id.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';

export interface SampleOrg {
  readonly adminId: string;
  readonly managerId: string;
  /** Partner users of two partners. */
  readonly mayaId: string;
  readonly jonasId: string;
  readonly brightlineId: string;
  readonly nordwindId: string;
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

/** Two partners with a user each and a channel manager with a review queue: what every portal test starts from. */
export function loadSample(org: OpenedOrg): SampleOrg {
  const adminId = idOf(org, "SELECT Id FROM User WHERE Profile.Name = 'System Administrator' AND IsActive = true LIMIT 1");
  const insert = (object: string, values: Values): string => insertAs(org, adminId, object, values);
  const partnerProfile = idOf(org, "SELECT Id FROM Profile WHERE Name = 'Partner Community User'");
  const standardProfile = idOf(org, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const person = (first: string, last: string, profile: string, permissionSets: readonly string[], contactId: string | null): string => {
    const username = `${first}.${last}@sample.example`.toLowerCase();
    const userId = insert('User', {
      FirstName: first,
      LastName: last,
      Username: username,
      Email: username,
      Alias: first.toLowerCase(),
      ProfileId: profile,
      ContactId: contactId,
      IsActive: true,
      TimeZoneSidKey: 'Europe/London',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8'
    });
    for (const name of permissionSets)
      insert('PermissionSetAssignment', {
        AssigneeId: userId,
        PermissionSetId: idOf(org, `SELECT Id FROM PermissionSet WHERE Name = '${name}'`)
      });
    return userId;
  };
  const managerId = person(
    'Priya',
    'Raman',
    standardProfile,
    ['Core_Channel_Manager', 'Deals_Channel_Manager', 'Channel_Manager_Standard_Objects'],
    null
  );
  insert('GroupMember', {
    GroupId: idOf(org, "SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = 'Deal_Review'"),
    UserOrGroupId: managerId
  });
  const partner = (name: string, first: string, last: string): { userId: string; partnerId: string } => {
    const accountId = insert('Account', { Name: name });
    const contactId = insert('Contact', { FirstName: first, LastName: last, AccountId: accountId });
    const userId = person(first, last, partnerProfile, ['Core_Partner_Rep', 'Deals_Partner_Rep', 'Enablement_Partner_Rep'], contactId);
    return {
      userId,
      partnerId: insert('Partner__c', {
        Name: name,
        Account__c: accountId,
        Tier__c: 'Gold',
        Active__c: true,
        Channel_Manager__c: managerId
      })
    };
  };
  const brightline = partner('Brightline Systems', 'Maya', 'Osei');
  const nordwind = partner('Nordwind IT', 'Jonas', 'Keller');
  return {
    adminId,
    managerId,
    mayaId: brightline.userId,
    jonasId: nordwind.userId,
    brightlineId: brightline.partnerId,
    nordwindId: nordwind.partnerId
  };
}

/** Inserts one row in a transaction of its own, with system access; a failure names the object and the reason. */
export function insertAs(org: OpenedOrg, userId: string, objectName: string, values: Values): string {
  const object = org.model.objects.get(objectName.toLowerCase());
  if (!object) throw new Error(`No object ${objectName}`);
  const row = new SObject(object.name);
  for (const [name, value] of Object.entries(values)) {
    const field = object.fields.get(name.toLowerCase());
    if (!field) throw new Error(`No field ${objectName}.${name}`);
    if (value !== null) row.put(field.name, fieldValueFromJson(value, field));
  }
  const [result] = org.platform.transaction({ userId, quiddity: 'ANONYMOUS' }, () =>
    org.database.insert([row], { access: 'system', allOrNone: true })
  );
  if (!result?.success || !result.id) throw new Error(`${objectName}: ${result?.errors.map((error) => error.message).join('; ')}`);
  return result.id;
}

function idOf(org: OpenedOrg, query: string): string {
  return withOrg(org, () => {
    const row = org.database.queryText(query, new Map(), 'system').items[0] as SObject | undefined;
    if (!row) throw new Error(`Nothing found by ${query}`);
    return String(row.get('Id'));
  });
}

/** Puts a record into its native approval, unless the package's own jobs have done so already. */
export async function ensureSubmitted(org: OpenedOrg, submitterId: string, recordId: string): Promise<void> {
  await org.platform.loop.idle();
  const pending = withOrg(
    org,
    () =>
      org.database.queryText(
        "SELECT Id FROM ProcessInstance WHERE TargetObjectId = :id AND Status = 'Pending'",
        new Map([['id', ApexId.of(recordId)]]),
        'system'
      ).items.length > 0
  );
  if (pending) return;
  org.platform.transaction({ userId: submitterId, quiddity: 'ANONYMOUS' }, () =>
    org.platform.approvals.submit({
      recordId: ApexId.of(recordId),
      submitterId: ApexId.of(submitterId),
      processName: null,
      skipEntryCriteria: false,
      nextApproverIds: [],
      comments: null
    })
  );
}
