import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserContext } from '../org.ts';
import { ApexId } from '../runtime/values/id.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import type { AccessMode } from './database.ts';
import { DEFINITION, objectFiles, openTestOrg, row } from './testing/fixture.ts';
import type { TestOrg } from './testing/fixture.ts';

const WHOLE = { access: 'system', allOrNone: true } as const;
const PERMISSIONS =
  '<PermissionSet><label>Rep</label><customPermissions><enabled>true</enabled><name>Score</name></customPermissions>' +
  '<fieldPermissions><field>Deal__c.Seen__c</field><readable>true</readable><editable>false</editable></fieldPermissions>' +
  '<fieldPermissions><field>Deal__c.Account__c</field><readable>true</readable><editable>true</editable></fieldPermissions>' +
  '<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Deal__c</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>';
const SHARING_SET =
  '<SharingSet><name>Partners</name><profiles>Partner Community User</profiles><accessMappings><accessLevel>Edit</accessLevel><object>Deal__c</object><objectField>Account__c</objectField><userField>Contact.Account</userField></accessMappings></SharingSet>';
const RULES =
  '<SharingRules><sharingCriteriaRules><fullName>Open</fullName><accessLevel>Read</accessLevel><label>Open</label><sharedTo><group>Reviewers</group></sharedTo><criteriaItems><field>Seen__c</field><operation>equals</operation><value>open</value></criteriaItems></sharingCriteriaRules></SharingRules>';

let org: TestOrg;
const users = new Map<string, UserContext>();

beforeAll(() => {
  org = openTestOrg({
    ...objectFiles('Deal__c', DEFINITION, {
      Account__c: '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>',
      Seen__c: '<type>Text</type><length>20</length>',
      Hidden__c: '<type>Text</type><length>20</length>'
    }),
    'force-app/permissionsets/Rep.permissionset-meta.xml': PERMISSIONS,
    'force-app/customPermissions/Score.customPermission-meta.xml': '<CustomPermission><label>Score</label></CustomPermission>',
    'force-app/sharingSets/Partners.sharingSet-meta.xml': SHARING_SET,
    'force-app/sharingRules/Deal__c.sharingRules-meta.xml': RULES,
    'force-app/groups/Reviewers.group-meta.xml': '<Group><name>Reviewers</name></Group>',
    'force-app/queues/Desk.queue-meta.xml':
      '<Queue><name>Desk</name><queueSobject><sobjectType>Deal__c</sobjectType></queueSobject></Queue>',
    'force-app/roles/Head.role-meta.xml': '<Role><name>Head</name></Role>',
    'force-app/roles/Rep.role-meta.xml': '<Role><name>Rep</name><parentRole>Head</parentRole></Role>'
  });
  const id = (table: string, column: string, value: string) =>
    ApexId.of(String(org.database.store.get(`SELECT "Id" FROM "${table}" WHERE "${column}" = ?`, [value])![0]));
  const account = (name: string) => row('Account', { Name: name });
  const [own, rival] = [account('Own'), account('Rival')];
  org.run(() => {
    org.database.insert([own, rival], WHOLE);
    org.database.insert(
      [own, rival].map((parent) => row('Contact', { LastName: String(parent.get('Name')), AccountId: parent.get('Id') })),
      WHOLE
    );
  });
  const contact = (name: string) => id('Contact', 'LastName', name);
  const person = (name: string, values: Record<string, unknown>) => {
    const user = row('User', {
      Username: `${name}@example.com`,
      LastName: name,
      Email: `${name}@example.com`,
      Alias: name,
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ProfileId: id('Profile', 'Name', 'Standard User'),
      ...values
    });
    org.run(() => expect(org.database.insert([user], WHOLE)[0]!.errors).toEqual([]));
    org.run(() =>
      org.database.insert(
        [row('PermissionSetAssignment', { AssigneeId: user.get('Id'), PermissionSetId: id('PermissionSet', 'Name', 'Rep') })],
        WHOLE
      )
    );
    users.set(name, org.user(String(user.get('Id'))));
  };
  const partner = id('Profile', 'Name', 'Partner Community User');
  person('rep', { UserRoleId: id('UserRole', 'DeveloperName', 'Rep') });
  person('head', { UserRoleId: id('UserRole', 'DeveloperName', 'Head') });
  person('peer', { UserRoleId: id('UserRole', 'DeveloperName', 'Rep') });
  person('reviewer', {});
  person('desk', {});
  person('partner', { ProfileId: partner, ContactId: contact('Own') });
  person('rival', { ProfileId: partner, ContactId: contact('Rival') });
  org.run(() =>
    org.database.insert(
      [
        row('GroupMember', { GroupId: id('Group', 'DeveloperName', 'Reviewers'), UserOrGroupId: ApexId.of(users.get('reviewer')!.id) }),
        row('GroupMember', { GroupId: id('Group', 'DeveloperName', 'Desk'), UserOrGroupId: ApexId.of(users.get('desk')!.id) })
      ],
      WHOLE
    )
  );
  org.run(() => {
    const deal = (name: string, values: Record<string, unknown>) => row('Deal__c', { Name: name, ...values });
    org.database.insert(
      [
        deal('rep’s', { OwnerId: ApexId.of(users.get('rep')!.id) }),
        deal('queue’s', { OwnerId: id('Group', 'DeveloperName', 'Desk') }),
        deal('open', { Seen__c: 'open', Hidden__c: 'secret' }),
        deal('own partner’s', { Account__c: own.get('Id') })
      ],
      WHOLE
    );
  });
});
afterAll(() => org.close());

function seen(name: string, access: AccessMode = 'system', sharing: 'with' | 'without' = 'with'): unknown[] {
  const user = users.get(name);
  return org.run(
    () =>
      org.database
        .queryText('SELECT Name FROM Deal__c ORDER BY CreatedDate', new Map(), access)
        .items.map((item) => (item as SObject).get('Name')),
    { ...(user && { user }), sharing }
  );
}

describe('with sharing', () => {
  it.each([
    ['rep', ['rep’s']],
    ['head', ['rep’s']],
    ['peer', []],
    ['desk', ['queue’s']],
    ['reviewer', ['open']],
    ['partner', ['own partner’s']],
    ['rival', []],
    ['administrator', ['rep’s', 'queue’s', 'open', 'own partner’s']]
  ])('%s sees what ownership, roles, queues, rules and sharing sets open', (name, expected) => {
    expect(seen(name)).toEqual(expected);
    expect(seen(name, 'user', 'without')).toEqual(expected);
  });

  it('is not applied in system mode without sharing', () => {
    expect(seen('rival', 'system', 'without')).toHaveLength(4);
  });

  it('opens a record that a share row names', () => {
    const [deal] = org.run(
      () => org.database.queryText("SELECT Id FROM Deal__c WHERE Name = 'open'", new Map(), 'system').items as SObject[]
    );
    org.run(() => {
      org.database.insert(
        [
          row('Deal__Share', {
            ParentId: deal!.get('Id'),
            UserOrGroupId: ApexId.of(users.get('peer')!.id),
            AccessLevel: 'Read',
            RowCause: 'Manual'
          })
        ],
        WHOLE
      );
    });
    expect(seen('peer')).toEqual(['open']);
    const [result] = org.run(
      () => org.database.update([row('Deal__c', { Id: deal!.get('Id'), Name: 'mine' })], { access: 'system', allOrNone: false }),
      { user: users.get('peer')!, sharing: 'with' }
    );
    expect(result!.errors[0]!.statusCode).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  });

  it('answers UserRecordAccess', () => {
    const [deal] = org.run(
      () => org.database.queryText("SELECT Id FROM Deal__c WHERE Name = 'own partner’s'", new Map(), 'system').items as SObject[]
    );
    const ask = (name: string) =>
      org.run(
        () =>
          org.database.queryText(
            'SELECT HasReadAccess, HasEditAccess, HasDeleteAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :u AND RecordId = :r',
            new Map([
              ['u', users.get(name)!.id],
              ['r', String(deal!.get('Id'))]
            ]),
            'system'
          ).items[0] as SObject
      );
    expect([...ask('partner').values.values()]).toEqual([true, true, false, 'Edit']);
    expect([...ask('rival').values.values()]).toEqual([false, false, false, 'None']);
  });
});

describe('user mode', () => {
  const asUser = <T>(name: string, body: () => T): T => org.run(body, { user: users.get(name)! });

  it('hides fields the user may not read, as if they did not exist', () => {
    expect(() => asUser('partner', () => org.database.queryText('SELECT Hidden__c FROM Deal__c', new Map(), 'user'))).toThrow(
      "No such column 'Hidden__c' on entity 'Deal__c'"
    );
    expect(() =>
      asUser('partner', () => org.database.queryText("SELECT Id FROM Deal__c WHERE Hidden__c = 'x'", new Map(), 'user'))
    ).toThrow("No such column 'Hidden__c'");
    expect(() => asUser('partner', () => org.database.queryText('SELECT Id FROM Deal__c ORDER BY Hidden__c', new Map(), 'user'))).toThrow(
      "No such column 'Hidden__c'"
    );
    expect(() =>
      asUser('partner', () => org.database.queryText('SELECT Id FROM Deal__c WITH USER_MODE', new Map(), 'system'))
    ).not.toThrow();
    expect(() =>
      asUser('partner', () => org.database.queryText('SELECT Hidden__c FROM Deal__c WITH USER_MODE', new Map(), 'system'))
    ).toThrow("No such column 'Hidden__c'");
  });

  it('refuses to write fields the user may only read', () => {
    const [result] = asUser('partner', () => org.database.insert([row('Deal__c', { Seen__c: 'x' })], { access: 'user', allOrNone: false }));
    expect(result!.errors[0]).toMatchObject({ statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', fields: ['Seen__c'] });
  });

  it('refuses objects without permission', () => {
    expect(() => asUser('partner', () => org.database.insert([row('Contract', {})], { access: 'user', allOrNone: true }))).toThrow(
      "Access to entity 'Contract' denied"
    );
  });

  it('follows an assignment that comes and goes', () => {
    const { access } = org.database;
    const user = users.get('desk')!;
    expect(access.hasCustomPermission(user, 'score')).toBe(true);
    const assignment = org.run(
      () =>
        org.database.queryText('SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = :u', new Map([['u', user.id]]), 'system')
          .items as SObject[]
    );
    org.run(() => org.database.delete(assignment, WHOLE));
    expect([access.hasCustomPermission(user, 'score'), access.canAccessObject(user, 'Deal__c', 'read')]).toEqual([false, false]);
  });
});
