/**
 * What the type jar does not say about the standard objects of an ordinary org: key prefixes, labels, required fields,
 * lengths, field types finer than String, picklist values. Objects absent here are absent from the local org.
 *
 * `fields` holds `Name: 'Type length flags'` where flags are `!` required, `~` read-only for users, `=` default TRUE.
 * `picklists` holds values separated by `|`; a leading `*` marks the default.
 */
export interface StandardObject {
  readonly prefix: string;
  readonly label?: string;
  readonly plural?: string;
  readonly nameField?: string | null;
  readonly fields?: Readonly<Record<string, string>>;
  readonly picklists?: Readonly<Record<string, string>>;
  /** Targets of polymorphic lookups. */
  readonly references?: Readonly<Record<string, readonly string[]>>;
  /** Lookups whose parent takes its children along when it is deleted. */
  readonly cascade?: readonly string[];
  readonly sharing?: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
  /** Setup object: mixing it with ordinary DML in one transaction is refused, and tests see its rows. */
  readonly setup?: boolean;
  readonly activities?: boolean;
  /** Not in the type jar: the object has the fields listed here and the system fields. */
  readonly undeclared?: boolean;
}

const LEAD_SOURCE = 'Web|Phone Inquiry|Partner Referral|Purchased List|Other';
const INDUSTRY =
  'Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|Education|Electronics|Energy|Engineering|Entertainment|Environmental|Finance|Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|Manufacturing|Media|Not For Profit|Other|Recreation|Retail|Shipping|Technology|Telecommunications|Transportation|Utilities';
const SALUTATION = 'Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.';
const RATING = 'Hot|Warm|Cold';
const ACCESS = 'None|Read|Edit|All';
const ROW_CAUSE = 'Owner|Manual|Rule|ImplicitChild|ImplicitParent|Team|GuestRule';

function share(prefix: string, object: string, extra: Readonly<Record<string, string>> = {}): StandardObject {
  return {
    prefix,
    nameField: null,
    fields: {
      [`${object}Id`]: 'Reference !',
      UserOrGroupId: 'Reference !',
      [`${object}AccessLevel`]: 'Picklist 40 !',
      RowCause: 'Picklist 40',
      ...extra
    },
    picklists: { [`${object}AccessLevel`]: ACCESS, RowCause: ROW_CAUSE },
    references: { UserOrGroupId: ['Group', 'User'] },
    cascade: [`${object}Id`]
  };
}

export const STANDARD_OBJECTS: Readonly<Record<string, StandardObject>> = {
  Account: {
    prefix: '001',
    activities: true,
    sharing: 'ReadWrite',
    fields: {
      Name: 'String 255 !',
      AccountNumber: 'String 40',
      AnnualRevenue: 'Currency',
      Description: 'LongTextArea 32000',
      Fax: 'Phone',
      Phone: 'Phone',
      Website: 'Url 255',
      Site: 'String 80',
      Sic: 'String 20',
      TickerSymbol: 'String 20',
      PhotoUrl: 'Url 255 ~',
      IsPartner: 'Boolean',
      IsCustomerPortal: 'Boolean'
    },
    picklists: {
      Type: 'Prospect|Customer - Direct|Customer - Channel|Channel Partner / Reseller|Installation Partner|Technology Partner|Other',
      Industry: INDUSTRY,
      Rating: RATING,
      Ownership: 'Public|Private|Subsidiary|Other',
      AccountSource: LEAD_SOURCE
    }
  },
  Contact: {
    prefix: '003',
    activities: true,
    sharing: 'ControlledByParent',
    fields: {
      LastName: 'String 80 !',
      FirstName: 'String 40',
      Name: 'String 121 ~',
      Description: 'LongTextArea 32000',
      Title: 'String 128',
      Department: 'String 80',
      AssistantName: 'String 40'
    },
    picklists: { LeadSource: LEAD_SOURCE, Salutation: SALUTATION }
  },
  Lead: {
    prefix: '00Q',
    activities: true,
    sharing: 'ReadWrite',
    fields: {
      LastName: 'String 80 !',
      FirstName: 'String 40',
      Name: 'String 121 ~',
      Company: 'String 255 !',
      Description: 'LongTextArea 32000',
      Title: 'String 128',
      AnnualRevenue: 'Currency',
      Website: 'Url 255',
      Status: 'Picklist 255 !',
      IsConverted: 'Boolean ~',
      ConvertedDate: 'Date ~',
      ConvertedAccountId: 'Reference ~',
      ConvertedContactId: 'Reference ~',
      ConvertedOpportunityId: 'Reference ~'
    },
    references: { OwnerId: ['Group', 'User'] },
    picklists: {
      LeadSource: LEAD_SOURCE,
      Status: '*Open - Not Contacted|Working - Contacted|Closed - Converted|Closed - Not Converted',
      Salutation: SALUTATION,
      Industry: INDUSTRY,
      Rating: RATING
    }
  },
  Opportunity: {
    prefix: '006',
    plural: 'Opportunities',
    activities: true,
    sharing: 'ReadWrite',
    fields: {
      Name: 'String 120 !',
      StageName: 'Picklist 255 !',
      CloseDate: 'Date !',
      Amount: 'Currency',
      ExpectedRevenue: 'Currency ~',
      Probability: 'Percent 3',
      Description: 'LongTextArea 32000',
      NextStep: 'String 255',
      IsClosed: 'Boolean ~',
      IsWon: 'Boolean ~',
      ForecastCategory: 'Picklist 40 ~',
      FiscalQuarter: 'Integer ~',
      FiscalYear: 'Integer ~',
      Fiscal: 'String 6 ~',
      HasOpportunityLineItem: 'Boolean ~',
      HasOpenActivity: 'Boolean ~',
      HasOverdueTask: 'Boolean ~',
      LastStageChangeDate: 'DateTime ~'
    },
    picklists: {
      StageName:
        'Prospecting|Qualification|Needs Analysis|Value Proposition|Id. Decision Makers|Perception Analysis|Proposal/Price Quote|Negotiation/Review|Closed Won|Closed Lost',
      Type: 'Existing Customer - Upgrade|Existing Customer - Replacement|Existing Customer - Downgrade|New Customer',
      LeadSource: LEAD_SOURCE,
      ForecastCategory: 'Omitted|Pipeline|BestCase|MostLikely|Forecast|Closed',
      ForecastCategoryName: 'Omitted|Pipeline|Best Case|Most Likely|Commit|Closed'
    }
  },
  OpportunityLineItem: {
    prefix: '00k',
    label: 'Opportunity Product',
    sharing: 'ControlledByParent',
    cascade: ['OpportunityId'],
    fields: {
      OpportunityId: 'Reference !',
      Quantity: 'Double !',
      UnitPrice: 'Currency',
      TotalPrice: 'Currency',
      Name: 'String 376 ~',
      Description: 'String 255'
    }
  },
  OpportunityContactRole: {
    prefix: '00K',
    label: 'Opportunity Contact Role',
    nameField: null,
    cascade: ['OpportunityId'],
    fields: { ContactId: 'Reference !', OpportunityId: 'Reference !' }
  },
  OpportunityHistory: { prefix: '008', nameField: null, cascade: ['OpportunityId'] },
  OpportunityStage: { prefix: '01J', nameField: 'MasterLabel', setup: true },
  Case: {
    prefix: '500',
    activities: true,
    sharing: 'ReadWrite',
    nameField: 'CaseNumber',
    fields: {
      CaseNumber: 'AutoNumber 30 ~',
      Subject: 'String 255',
      Description: 'LongTextArea 32000',
      SuppliedEmail: 'Email 80',
      IsClosed: 'Boolean ~',
      IsEscalated: 'Boolean',
      ClosedDate: 'DateTime ~',
      Comments: 'LongTextArea 4000'
    },
    references: { OwnerId: ['Group', 'User'] },
    picklists: {
      Status: '*New|Working|Escalated|Closed',
      Priority: 'High|*Medium|Low',
      Origin: 'Phone|Email|Web',
      Reason: 'Installation|Equipment Complexity|Performance|Breakdown|Equipment Design|Feedback|Other',
      Type: 'Mechanical|Electrical|Electronic|Structural|Other'
    }
  },
  CaseComment: {
    prefix: '00a',
    nameField: null,
    cascade: ['ParentId'],
    fields: { ParentId: 'Reference !', CommentBody: 'LongTextArea 4000' }
  },
  Task: {
    prefix: '00T',
    nameField: 'Subject',
    sharing: 'Private',
    fields: {
      Description: 'LongTextArea 32000',
      Subject: 'String 255',
      IsClosed: 'Boolean ~',
      IsHighPriority: 'Boolean ~',
      IsArchived: 'Boolean ~',
      AccountId: 'Reference ~',
      WhoCount: 'Integer ~',
      WhatCount: 'Integer ~',
      CompletedDateTime: 'DateTime ~',
      Status: 'Picklist 255 !',
      Priority: 'Picklist 255 !'
    },
    picklists: {
      Status: '*Not Started|In Progress|Completed|Waiting on someone else|Deferred',
      Priority: 'High|*Normal|Low',
      TaskSubtype: '*Task|Email|ListEmail|Cadence|Call',
      Type: 'Call|Meeting|Other|Email',
      CallType: 'Internal|Inbound|Outbound'
    },
    references: { OwnerId: ['Group', 'User'], WhoId: ['Contact', 'Lead'], WhatId: ['*activities'] }
  },
  Event: {
    prefix: '00U',
    nameField: 'Subject',
    sharing: 'Private',
    fields: {
      Description: 'LongTextArea 32000',
      Subject: 'String 255',
      AccountId: 'Reference ~',
      Location: 'String 255',
      IsChild: 'Boolean ~',
      IsGroupEvent: 'Boolean ~',
      WhoCount: 'Integer ~',
      WhatCount: 'Integer ~'
    },
    picklists: { ShowAs: '*Busy|OutOfOffice|Free', EventSubtype: '*Event', Type: 'Call|Meeting|Other|Email' },
    references: { OwnerId: ['User'], WhoId: ['Contact', 'Lead'], WhatId: ['*activities'] }
  },
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
  Profile: { prefix: '00e', setup: true, fields: { Name: 'String 255 !', UserType: 'Picklist 40 ~' } },
  UserRole: {
    prefix: '00E',
    label: 'Role',
    setup: true,
    fields: { Name: 'String 80 !', DeveloperName: 'String 80', PortalType: 'Picklist 40' }
  },
  UserLicense: { prefix: '100', setup: true },
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
  RecordType: {
    prefix: '012',
    setup: true,
    fields: { Name: 'String 80 !', DeveloperName: 'String 80 !', SobjectType: 'Picklist 40 !', IsActive: 'Boolean =' }
  },
  Organization: { prefix: '00D', setup: true, fields: { Name: 'String 80 !' } },
  Network: { prefix: '0DB', setup: true },
  NetworkMember: { prefix: '0DO', nameField: null },
  Site: { prefix: '0DM', setup: true },
  ContentVersion: {
    prefix: '068',
    nameField: 'Title',
    fields: {
      Title: 'String 255',
      PathOnClient: 'String 500',
      Description: 'LongTextArea 1000',
      ContentSize: 'Integer ~',
      FileType: 'String 20 ~',
      FileExtension: 'String 40 ~',
      IsLatest: 'Boolean ~',
      ContentDocumentId: 'Reference',
      VersionNumber: 'String 20 ~',
      Checksum: 'String 50 ~',
      TextPreview: 'String 255 ~',
      PublishStatus: 'Picklist 40 ~'
    },
    references: { FirstPublishLocationId: ['*any'] },
    cascade: ['ContentDocumentId'],
    picklists: { Origin: '*C|H', SharingOption: '*A|R', SharingPrivacy: '*N|P' }
  },
  ContentDocument: {
    prefix: '069',
    nameField: 'Title',
    fields: {
      Title: 'String 255 ~',
      FileType: 'String 20 ~',
      FileExtension: 'String 40 ~',
      ContentSize: 'Integer ~',
      LatestPublishedVersionId: 'Reference ~',
      Description: 'LongTextArea 1000'
    }
  },
  ContentDocumentLink: {
    prefix: '06A',
    nameField: null,
    fields: { LinkedEntityId: 'Reference !', ContentDocumentId: 'Reference !' },
    picklists: { ShareType: '*V|C|I', Visibility: '*AllUsers|InternalUsers|SharedUsers' },
    references: { LinkedEntityId: ['*any'] },
    cascade: ['ContentDocumentId', 'LinkedEntityId']
  },
  ProcessDefinition: { prefix: '04a', setup: true },
  ProcessNode: { prefix: '04b', setup: true },
  ProcessInstance: {
    prefix: '04g',
    nameField: null,
    references: { TargetObjectId: ['*any'] },
    cascade: ['TargetObjectId'],
    picklists: { Status: 'Started|Pending|Approved|Rejected|Removed|Fault|Held|Reassigned|NoResponse' }
  },
  ProcessInstanceStep: {
    prefix: '04h',
    nameField: null,
    references: { ActorId: ['Group', 'User'], OriginalActorId: ['Group', 'User'] },
    fields: { Comments: 'LongTextArea 4000' },
    cascade: ['ProcessInstanceId']
  },
  ProcessInstanceWorkitem: {
    prefix: '04i',
    nameField: null,
    references: { ActorId: ['Group', 'User'], OriginalActorId: ['Group', 'User'] },
    cascade: ['ProcessInstanceId']
  },
  ProcessInstanceNode: { prefix: '04n', nameField: null, cascade: ['ProcessInstanceId'] },
  AsyncApexJob: { prefix: '707', nameField: null, fields: { ExtendedStatus: 'String 255' } },
  ApexTestResult: { prefix: '07M', nameField: null },
  CronTrigger: { prefix: '08e', nameField: null, fields: { CronExpression: 'String 255' } },
  CronJobDetail: { prefix: '08a' },
  ApexClass: { prefix: '01p', setup: true },
  ApexTrigger: { prefix: '01q', setup: true },
  ApexPage: { prefix: '066', setup: true },
  StaticResource: { prefix: '081', setup: true },
  CustomNotificationType: { prefix: '0ML', setup: true, nameField: 'CustomNotifTypeName' },
  EmailTemplate: {
    prefix: '00X',
    setup: true,
    fields: {
      Body: 'LongTextArea 384000',
      HtmlValue: 'LongTextArea 384000',
      Name: 'String 80 !',
      DeveloperName: 'String 80 !',
      IsActive: 'Boolean'
    },
    references: { FolderId: ['Folder', 'Organization', 'User'] }
  },
  EmailMessage: {
    prefix: '02s',
    nameField: 'Subject',
    fields: {
      TextBody: 'LongTextArea 131072',
      HtmlBody: 'Html 131072',
      ToAddress: 'LongTextArea 4000',
      CcAddress: 'LongTextArea 4000',
      BccAddress: 'LongTextArea 4000',
      Subject: 'String 3000'
    },
    references: { RelatedToId: ['*activities'] }
  },
  OrgWideEmailAddress: { prefix: '0D2', setup: true, nameField: 'DisplayName' },
  Folder: { prefix: '00l', setup: true },
  Document: { prefix: '015' },
  EntitySubscription: { prefix: '0E8', nameField: null, references: { ParentId: ['*any'] }, cascade: ['ParentId'] },
  UserRecordAccess: { prefix: '0Qk', nameField: null },
  BusinessHours: { prefix: '01m', setup: true, fields: { Name: 'String 80 !' } },
  Holiday: { prefix: '0C0', setup: true },
  FeedItem: {
    prefix: '0D5',
    nameField: null,
    fields: { Body: 'LongTextArea 10000', ParentId: 'Reference !' },
    references: { ParentId: ['*any'] },
    cascade: ['ParentId'],
    picklists: { Type: '*TextPost|LinkPost|ContentPost|TrackedChange|PollPost' }
  },
  FeedComment: {
    prefix: '0D7',
    nameField: null,
    fields: { CommentBody: 'LongTextArea 10000', FeedItemId: 'Reference !' },
    cascade: ['FeedItemId']
  },
  LeadStatus: { prefix: '01Q', setup: true, nameField: 'MasterLabel' },
  CaseStatus: { prefix: '01R', setup: true, nameField: 'MasterLabel' },
  TaskStatus: { prefix: '01T', setup: true, nameField: 'MasterLabel' },
  TaskPriority: { prefix: '01P', setup: true, nameField: 'MasterLabel' },
  EventBusSubscriber: { prefix: '0Eb', nameField: 'Name', setup: true },
  PlatformEventUsageMetric: { prefix: '0Ne', setup: true },
  Campaign: {
    prefix: '701',
    activities: true,
    sharing: 'ReadWrite',
    fields: { Name: 'String 80 !', Description: 'LongTextArea 32000' },
    picklists: {
      Status: '*Planned|In Progress|Completed|Aborted',
      Type: 'Conference|Webinar|Trade Show|Public Relations|Partners|Referral Program|Advertisement|Banner Ads|Direct Mail|Email|Telemarketing|Other'
    }
  },
  CampaignMember: {
    prefix: '00v',
    cascade: ['CampaignId'],
    fields: { CampaignId: 'Reference !' },
    picklists: { Status: '*Sent|Responded' }
  },
  Product2: {
    prefix: '01t',
    label: 'Product',
    sharing: 'ReadWrite',
    fields: { Name: 'String 255 !', Description: 'LongTextArea 4000', IsActive: 'Boolean', ProductCode: 'String 255' }
  },
  Pricebook2: { prefix: '01s', label: 'Price Book', fields: { Name: 'String 255 !' } },
  PricebookEntry: {
    prefix: '01u',
    label: 'Price Book Entry',
    fields: { UnitPrice: 'Currency !', Name: 'String 255 ~' },
    cascade: ['Product2Id']
  },
  Contract: {
    prefix: '800',
    nameField: 'ContractNumber',
    activities: true,
    sharing: 'ReadWrite',
    fields: { ContractNumber: 'AutoNumber 30 ~', Description: 'LongTextArea 32000', AccountId: 'Reference !' },
    picklists: { Status: '*Draft|In Approval Process|Activated' }
  },
  Order: {
    prefix: '801',
    nameField: 'OrderNumber',
    activities: true,
    sharing: 'ReadWrite',
    fields: { OrderNumber: 'AutoNumber 30 ~' },
    picklists: { Status: '*Draft|Activated' }
  },
  OrderItem: { prefix: '802', nameField: 'OrderItemNumber', fields: { OrderItemNumber: 'AutoNumber 30 ~' }, cascade: ['OrderId'] },
  Quote: {
    prefix: '0Q0',
    sharing: 'ControlledByParent',
    fields: { Name: 'String 255 !', OpportunityId: 'Reference !' },
    picklists: { Status: '*Draft|Needs Review|In Review|Approved|Rejected|Presented|Accepted|Denied' }
  },
  Asset: { prefix: '02i', activities: true, sharing: 'ControlledByParent', fields: { Name: 'String 255 !' } },
  Attachment: {
    prefix: '00P',
    fields: { Name: 'String 255 !', ParentId: 'Reference !', Description: 'String 500' },
    references: { ParentId: ['*any'], OwnerId: ['User'] },
    cascade: ['ParentId']
  },
  Note: {
    prefix: '002',
    nameField: 'Title',
    fields: { Title: 'String 80 !', Body: 'LongTextArea 32000', ParentId: 'Reference !' },
    references: { ParentId: ['*any'] },
    cascade: ['ParentId']
  },
  AccountContactRelation: { prefix: '07k', nameField: null, cascade: ['AccountId', 'ContactId'] },
  OpportunityTeamMember: { prefix: '00q', nameField: null, cascade: ['OpportunityId'] },
  CollaborationGroup: { prefix: '0F9' },
  Individual: { prefix: '0PK', fields: { LastName: 'String 80 !', Name: 'String 121 ~' } },
  Topic: { prefix: '0TO' },
  TopicAssignment: { prefix: '0tO', nameField: null, references: { EntityId: ['*any'] } },
  Vote: { prefix: '083', nameField: null },
  Idea: { prefix: '087', nameField: 'Title' },
  Solution: { prefix: '501', nameField: 'SolutionName' },
  LoginHistory: { prefix: '0Ya', nameField: null, setup: true },
  SetupAuditTrail: { prefix: '0Ym', nameField: null, setup: true },
  AuthSession: { prefix: '0Ak', nameField: null, setup: true },
  ApexLog: { prefix: '07L', nameField: null, setup: true },
  ListView: { prefix: '00B', setup: true },
  Report: { prefix: '00O' },
  Dashboard: { prefix: '01Z', nameField: 'Title' },
  DuplicateRule: { prefix: '0Bm', nameField: 'DeveloperName', setup: true },
  NamedCredential: { prefix: '0XA', nameField: 'DeveloperName', setup: true },
  UserExternalCredential: { prefix: '0pu', nameField: null, undeclared: true },
  AccountShare: share('00r', 'Account', {
    ContactAccessLevel: 'Picklist 40',
    OpportunityAccessLevel: 'Picklist 40',
    CaseAccessLevel: 'Picklist 40'
  }),
  ContactShare: share('03s', 'Contact'),
  LeadShare: share('01o', 'Lead'),
  OpportunityShare: share('00t', 'Opportunity'),
  CaseShare: share('01n', 'Case'),
  CampaignShare: share('08s', 'Campaign'),
  AccountHistory: { prefix: '0R1', nameField: null, cascade: ['AccountId'] },
  ContactHistory: { prefix: '0R2', nameField: null, cascade: ['ContactId'] },
  LeadHistory: { prefix: '0R3', nameField: null, cascade: ['LeadId'] },
  CaseHistory: { prefix: '0R4', nameField: null, cascade: ['CaseId'] },
  OpportunityFieldHistory: { prefix: '0R5', nameField: null, cascade: ['OpportunityId'] },
  /** What a polymorphic relationship (Owner, Who, What) shows of whatever it points to. */
  Name: { prefix: '000' },
  EmailMessageRelation: { prefix: '0De', nameField: null, references: { RelationId: ['Contact', 'Lead', 'User'] } },
  AppMenuItem: { prefix: '0DS', setup: true },
  PlatformCachePartition: { prefix: '0Er', nameField: 'DeveloperName', setup: true },
  ContentDistribution: {
    prefix: '05D',
    fields: {
      ContentVersionId: 'Reference !',
      ContentDocumentId: 'Reference ~',
      ContentDownloadUrl: 'Url ~',
      DistributionPublicUrl: 'Url ~',
      PdfDownloadUrl: 'Url ~'
    },
    references: { RelatedRecordId: ['*any'] }
  },
  ListEmail: { prefix: '0XB', references: { RelatedToId: ['Opportunity', 'Account', 'Case'] } },
  EntityDefinition: { prefix: '4ie', nameField: 'QualifiedApiName', setup: true },
  FieldDefinition: { prefix: '4fd', nameField: 'QualifiedApiName', setup: true },
  OpenActivity: { prefix: '0A1', nameField: 'Subject', references: { WhatId: ['*activities'], WhoId: ['Contact', 'Lead'] } },
  ActivityHistory: { prefix: '0A2', nameField: 'Subject', references: { WhatId: ['*activities'], WhoId: ['Contact', 'Lead'] } }
};

/** Features an ordinary org has not switched on: person accounts, multi-currency, divisions, territories, data.com. */
export const ABSENT_FIELDS =
  /^(Person.+|IsPersonAccount|IsPersonType|CurrencyIsoCode|DefaultCurrencyIsoCode|Division|DefaultDivision|CleanStatus|Jigsaw.*|DandbCompanyId|.*Territory2.*|DunsNumber|Naics.*|Tradestyle|YearStarted|Channel(ProgramName|ProgramLevelName)|OperatingHoursId|EffectiveDate|IsExcludedFromRealign|SourceSystem.*|HasPrivacyHold|IsPriorityRecord|.*(Country|State)Code|SyncedQuoteId|IsSplit|IsPrivate|IndividualId|TaskWhoIds|EventWhoIds|CallCenterId|ContractId|LastAmountChangedHistoryId|LastCloseDateChangedHistoryId)$/;

/** Exceptions to the rule above: Contract and Order keep their dates, and User its division text. */
export const PRESENT_FIELDS = new Set([
  'Order.EffectiveDate',
  'User.Division',
  'Order.ContractId',
  'Opportunity.ContractId',
  'Opportunity.IsPrivate',
  'Account.Tradestyle',
  'Contract.EndDate',
  'Asset.Id'
]);

/** Objects whose records can be merged. */
export const MERGEABLE: ReadonlySet<string> = new Set(['Account', 'Contact', 'Lead', 'Case']);
