import type { Component } from '../../metadata/model.ts';
import { xmlText } from '../../metadata/xml.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { putGrants, putObjectPermissions } from './permissions.ts';
import type { SetupWriter } from './writer.ts';

interface ProfileSeed {
  readonly userType: string;
  readonly license: string;
  /** Access to standard objects: letters of Create, Read, Edit, Delete, View All, Modify All. */
  readonly access: Readonly<Record<string, string>>;
  readonly administrator?: boolean;
}

const INTERNAL_ACCESS = {
  Account: 'CRED',
  Contact: 'CRED',
  Lead: 'CRED',
  Opportunity: 'CRED',
  Case: 'CRED',
  Campaign: 'R',
  Product2: 'R',
  Pricebook2: 'R',
  Contract: 'CRED',
  Order: 'CRED',
  Asset: 'CRED',
  Quote: 'CRED',
  Document: 'CRED',
  Solution: 'CRE',
  Idea: 'CR',
  Individual: 'CRED'
};

const PARTNER_ACCESS = {
  Account: 'CRE',
  Contact: 'CRE',
  Lead: 'CRE',
  Opportunity: 'CRE',
  Case: 'CRE',
  Campaign: 'R',
  Product2: 'R',
  Pricebook2: 'R',
  Asset: 'R'
};

const CUSTOMER_ACCESS = { Account: 'R', Contact: 'CRE', Case: 'CRE', Asset: 'CR' };

const PROFILES: Readonly<Record<string, ProfileSeed>> = {
  'System Administrator': {
    userType: 'Standard',
    license: 'Salesforce',
    access: Object.fromEntries(Object.keys(INTERNAL_ACCESS).map((name) => [name, 'CREDVM'])),
    administrator: true
  },
  'Standard User': { userType: 'Standard', license: 'Salesforce', access: INTERNAL_ACCESS },
  'Read Only': {
    userType: 'Standard',
    license: 'Salesforce',
    access: Object.fromEntries(Object.keys(INTERNAL_ACCESS).map((name) => [name, 'R']))
  },
  'Marketing User': { userType: 'Standard', license: 'Salesforce', access: INTERNAL_ACCESS },
  'Contract Manager': { userType: 'Standard', license: 'Salesforce', access: INTERNAL_ACCESS },
  'Solution Manager': { userType: 'Standard', license: 'Salesforce', access: INTERNAL_ACCESS },
  'Minimum Access - Salesforce': { userType: 'Standard', license: 'Salesforce', access: {} },
  'Standard Platform User': {
    userType: 'Standard',
    license: 'Salesforce Platform',
    access: { Account: 'CRED', Contact: 'CRED', Document: 'CRED', Idea: 'CR' }
  },
  'Salesforce API Only System Integrations': { userType: 'Standard', license: 'Salesforce Integration', access: {} },
  'Partner Community User': { userType: 'PowerPartner', license: 'Partner Community', access: PARTNER_ACCESS },
  'Customer Community User': { userType: 'CspLitePortal', license: 'Customer Community', access: CUSTOMER_ACCESS },
  'Customer Community Plus User': { userType: 'PowerCustomerSuccess', license: 'Customer Community Plus', access: CUSTOMER_ACCESS },
  'Guest License User': { userType: 'Guest', license: 'Guest', access: {} }
};

/** The profiles of an ordinary org and those of the project, and the two users that every org has. */
export function putProfilesAndUsers(writer: SetupWriter): void {
  const licenses = new Map<string, string>();
  for (const { license } of Object.values(PROFILES))
    licenses.set(
      license,
      writer.put(
        'UserLicense',
        { Name: license },
        { MasterLabel: license, LicenseDefinitionKey: license.toUpperCase().replaceAll(' ', '_'), Status: 'Active' }
      )
    );
  const profileIds = new Map<string, string>();
  for (const [name, seed] of Object.entries(PROFILES)) profileIds.set(name, putProfile(writer, name, seed, licenses));
  const administrator = putUser(writer, 'admin@local.org', {
    LastName: 'Admin',
    FirstName: 'Local',
    ProfileId: profileIds.get('System Administrator')!,
    UserType: 'Standard',
    Email: 'admin@local.org'
  });
  writer.author = administrator;
  putUser(writer, 'autoproc@local.org', {
    LastName: 'Process',
    FirstName: 'Automated',
    ProfileId: profileIds.get('Minimum Access - Salesforce')!,
    UserType: 'AutomatedProcess',
    Email: 'autoproc@local.org'
  });
  for (const component of writer.components('Profile')) {
    const seed = PROFILES[component.name] ?? customProfile(component);
    const permissionSet = writer.find('PermissionSet', { ProfileId: ApexId.of(putProfile(writer, component.name, seed, licenses)) })!;
    putGrants(writer, permissionSet, component);
  }
}

function customProfile(component: Component): ProfileSeed {
  const license = xmlText(component.body, 'userLicense') ?? 'Salesforce';
  const alike = Object.values(PROFILES).find((seed) => seed.license === license);
  return { userType: alike?.userType ?? 'Standard', license, access: {} };
}

function putProfile(writer: SetupWriter, name: string, seed: ProfileSeed, licenses: Map<string, string>): string {
  const license =
    licenses.get(seed.license) ?? writer.put('UserLicense', { Name: seed.license }, { MasterLabel: seed.license, Status: 'Active' });
  licenses.set(seed.license, license);
  const flags = {
    PermissionsModifyAllData: seed.administrator ?? false,
    PermissionsViewAllData: seed.administrator ?? false,
    PermissionsManageUsers: seed.administrator ?? false,
    PermissionsApiEnabled: true,
    PermissionsAuthorApex: seed.administrator ?? false,
    PermissionsCustomizeApplication: seed.administrator ?? false,
    PermissionsViewSetup: seed.administrator ?? false
  };
  const id = writer.put('Profile', { Name: name }, { UserType: seed.userType, UserLicenseId: ApexId.of(license), ...flags });
  const label = `00e${name.replace(/\W/g, '')}`;
  const set = writer.put(
    'PermissionSet',
    { ProfileId: ApexId.of(id), IsOwnedByProfile: true },
    { Name: label, Label: label, Type: 'Profile', ...flags }
  );
  for (const [object, letters] of Object.entries(seed.access)) {
    const has = (letter: string): boolean => letters.includes(letter);
    putObjectPermissions(writer, set, object, {
      read: has('R'),
      create: has('C'),
      edit: has('E'),
      delete: has('D'),
      viewAll: has('V'),
      modifyAll: has('M')
    });
  }
  return id;
}

function putUser(
  writer: SetupWriter,
  username: string,
  values: { LastName: string; FirstName: string; ProfileId: string; UserType: string; Email: string }
): string {
  return writer.put(
    'User',
    { Username: username },
    {
      ...values,
      ProfileId: ApexId.of(values.ProfileId),
      Name: `${values.FirstName} ${values.LastName}`,
      Alias: username.slice(0, 8),
      IsActive: true,
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      CommunityNickname: username.split('@')[0]
    }
  );
}
