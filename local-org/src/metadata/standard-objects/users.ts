import type { StandardObject } from './standard-object.ts';

/** Users, and what decides what they may do: profiles, roles, groups, permission sets. */
export const USER_OBJECTS: Readonly<Record<string, StandardObject>> = {
  User: {
    prefix: '005',
    setup: true,
    activities: false,
    fields: {
      Username: 'Email 80 !',
      LastName: 'String 80 !',
      FirstName: 'String 40',
      Name: 'String 121 ~',
      Email: 'Email 128 !',
      Alias: 'String 8 !',
      ProfileId: 'Reference !',
      TimeZoneSidKey: 'Picklist 40 !',
      LocaleSidKey: 'Picklist 40 !',
      LanguageLocaleKey: 'Picklist 40 !',
      EmailEncodingKey: 'Picklist 40 !',
      IsActive: 'Boolean =',
      CommunityNickname: 'String 40',
      UserType: 'Picklist 40 ~',
      AccountId: 'Reference ~',
      AboutMe: 'TextArea 1000',
      Title: 'String 80',
      CompanyName: 'String 80',
      Department: 'String 80',
      FullPhotoUrl: 'Url 1024 ~',
      SmallPhotoUrl: 'Url 1024 ~',
      MediumPhotoUrl: 'Url 1024 ~',
      IsPortalEnabled: 'Boolean',
      LastLoginDate: 'DateTime ~'
    },
    picklists: {
      UserType: 'Standard|PowerPartner|PowerCustomerSuccess|CustomerSuccess|CspLitePortal|Guest|AutomatedProcess|CloudIntegrationUser',
      TimeZoneSidKey:
        'America/Los_Angeles|America/New_York|America/Chicago|America/Denver|Europe/London|Europe/Paris|Europe/Berlin|Asia/Tokyo|Asia/Kolkata|Australia/Sydney|GMT',
      LocaleSidKey: 'en_US|en_GB|de_DE|fr_FR|ja_JP|es_ES',
      LanguageLocaleKey: 'en_US|de|es|fr|it|ja',
      EmailEncodingKey: '*UTF-8|ISO-8859-1'
    },
    references: { DelegatedApproverId: ['Group', 'User'] }
  },
  UserRole: {
    prefix: '00E',
    label: 'Role',
    setup: true,
    fields: { Name: 'String 80 !', DeveloperName: 'String 80', PortalType: 'Picklist 40' }
  },
  UserLicense: { prefix: '100', setup: true },
  Profile: { prefix: '00e', setup: true, fields: { Name: 'String 255 !', UserType: 'Picklist 40 ~' } },
  Group: {
    prefix: '00G',
    setup: true,
    fields: { Name: 'String 40 !', DeveloperName: 'String 80', Type: 'Picklist 40', Email: 'Email 255' },
    references: { RelatedId: ['User', 'UserRole'], OwnerId: ['Organization', 'User'] },
    picklists: { Type: '*Regular|Queue|Role|RoleAndSubordinates|Organization|AllCustomerPortal|PRMOrganization' }
  },
  GroupMember: {
    prefix: '011',
    setup: true,
    nameField: null,
    fields: { GroupId: 'Reference !', UserOrGroupId: 'Reference !' },
    references: { UserOrGroupId: ['Group', 'User'] },
    cascade: ['GroupId']
  },
  QueueSobject: {
    prefix: '03g',
    setup: true,
    nameField: null,
    fields: { QueueId: 'Reference', SobjectType: 'Picklist 40' },
    cascade: ['QueueId']
  },
  PermissionSet: {
    prefix: '0PS',
    setup: true,
    nameField: 'Name',
    fields: {
      Name: 'String 80 !',
      Label: 'String 80 !',
      Description: 'String 255',
      Type: 'Picklist 40',
      IsOwnedByProfile: 'Boolean',
      IsCustom: 'Boolean'
    },
    picklists: { Type: '*Regular|Standard|Group|Session|Profile' }
  },
  PermissionSetAssignment: {
    prefix: '0Pa',
    setup: true,
    nameField: null,
    fields: { AssigneeId: 'Reference !', PermissionSetId: 'Reference', IsActive: 'Boolean =' },
    cascade: ['AssigneeId', 'PermissionSetId']
  },
  PermissionSetGroup: {
    prefix: '0PG',
    setup: true,
    nameField: 'DeveloperName',
    fields: { DeveloperName: 'String 80 !', MasterLabel: 'String 80 !', Status: 'Picklist 40' },
    picklists: { Status: '*Updated|Outdated|Updating|Failed' }
  },
  PermissionSetGroupComponent: {
    prefix: '0PM',
    setup: true,
    nameField: null,
    references: { PermissionSetId: ['PermissionSet'] },
    cascade: ['PermissionSetGroupId']
  },
  PermissionSetLicense: { prefix: '0PL', setup: true, nameField: 'MasterLabel' },
  PermissionSetLicenseAssign: { prefix: '2LA', setup: true, nameField: null },
  ObjectPermissions: { prefix: '110', setup: true, nameField: null, references: { ParentId: ['PermissionSet'] }, cascade: ['ParentId'] },
  FieldPermissions: { prefix: '01k', setup: true, nameField: null, references: { ParentId: ['PermissionSet'] }, cascade: ['ParentId'] },
  SetupEntityAccess: { prefix: '0J0', setup: true, nameField: null, references: { ParentId: ['PermissionSet'] }, cascade: ['ParentId'] },
  CustomPermission: {
    prefix: '0CP',
    setup: true,
    nameField: 'DeveloperName',
    fields: { DeveloperName: 'String 80 !', MasterLabel: 'String 80 !' }
  },
  UserRecordAccess: { prefix: '0Qk', nameField: null },
  LoginHistory: { prefix: '0Ya', nameField: null, setup: true },
  SetupAuditTrail: { prefix: '0Ym', nameField: null, setup: true },
  AuthSession: { prefix: '0Ak', nameField: null, setup: true },
  UserExternalCredential: { prefix: '0pu', nameField: null, undeclared: true },
  /** What a polymorphic relationship (Owner, Who, What) shows of whatever it points to. */
  Name: { prefix: '000' }
};
