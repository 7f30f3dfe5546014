import type { StandardObject } from './standard-object.ts';

/** Tasks, events, e-mail and Chatter: what happens around a record. */
export const ACTIVITY_OBJECTS: Readonly<Record<string, StandardObject>> = {
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
  TaskStatus: { prefix: '01T', setup: true, nameField: 'MasterLabel' },
  TaskPriority: { prefix: '01P', setup: true, nameField: 'MasterLabel' },
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
  OpenActivity: { prefix: '0A1', nameField: 'Subject', references: { WhatId: ['*activities'], WhoId: ['Contact', 'Lead'] } },
  ActivityHistory: { prefix: '0A2', nameField: 'Subject', references: { WhatId: ['*activities'], WhoId: ['Contact', 'Lead'] } },
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
  EmailMessageRelation: { prefix: '0De', nameField: null, references: { RelationId: ['Contact', 'Lead', 'User'] } },
  ListEmail: { prefix: '0XB', references: { RelatedToId: ['Opportunity', 'Account', 'Case'] } },
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
  OrgWideEmailAddress: { prefix: '0D2', setup: true, nameField: 'DisplayName' },
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
  EntitySubscription: { prefix: '0E8', nameField: null, references: { ParentId: ['*any'] }, cascade: ['ParentId'] },
  CollaborationGroup: { prefix: '0F9' },
  Topic: { prefix: '0TO' },
  TopicAssignment: { prefix: '0tO', nameField: null, references: { EntityId: ['*any'] } }
};
