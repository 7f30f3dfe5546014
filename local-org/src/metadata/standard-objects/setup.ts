import type { StandardObject } from './standard-object.ts';

/** The org itself: its sites, metadata as rows, jobs and approvals. */
export const SETUP_OBJECTS: Readonly<Record<string, StandardObject>> = {
  Organization: { prefix: '00D', setup: true, fields: { Name: 'String 80 !' } },
  Network: { prefix: '0DB', setup: true },
  NetworkMember: { prefix: '0DO', nameField: null },
  Site: { prefix: '0DM', setup: true },
  RecordType: {
    prefix: '012',
    setup: true,
    fields: { Name: 'String 80 !', DeveloperName: 'String 80 !', SobjectType: 'Picklist 40 !', IsActive: 'Boolean =' }
  },
  EntityDefinition: { prefix: '4ie', nameField: 'QualifiedApiName', setup: true },
  FieldDefinition: { prefix: '4fd', nameField: 'QualifiedApiName', setup: true },
  ListView: { prefix: '00B', setup: true },
  AppMenuItem: { prefix: '0DS', setup: true },
  CustomNotificationType: { prefix: '0ML', setup: true, nameField: 'CustomNotifTypeName' },
  NamedCredential: { prefix: '0XA', nameField: 'DeveloperName', setup: true },
  PlatformCachePartition: { prefix: '0Er', nameField: 'DeveloperName', setup: true },
  StaticResource: { prefix: '081', setup: true },
  ApexClass: { prefix: '01p', setup: true },
  ApexTrigger: { prefix: '01q', setup: true },
  ApexPage: { prefix: '066', setup: true },
  ApexTestResult: { prefix: '07M', nameField: null },
  ApexLog: { prefix: '07L', nameField: null, setup: true },
  AsyncApexJob: { prefix: '707', nameField: null, fields: { ExtendedStatus: 'String 255' } },
  CronTrigger: { prefix: '08e', nameField: null, fields: { CronExpression: 'String 255' } },
  CronJobDetail: { prefix: '08a' },
  EventBusSubscriber: { prefix: '0Eb', nameField: 'Name', setup: true },
  PlatformEventUsageMetric: { prefix: '0Ne', setup: true },
  Report: { prefix: '00O' },
  Dashboard: { prefix: '01Z', nameField: 'Title' },
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
  ProcessInstanceNode: { prefix: '04n', nameField: null, cascade: ['ProcessInstanceId'] }
};
