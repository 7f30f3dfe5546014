import { Worker } from 'node:worker_threads';
import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg } from '../open-org.ts';
import { createJobRow } from '../platform/async/jobs.ts';
import { selectRows } from '../platform/rows.ts';
import { withOrg } from '../platform/transaction.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { administratorId } from '../testing/execute.ts';
import type { OpenedOrg } from '../open-org.ts';
import type { RunningServer } from '../server.ts';
import { startServer } from '../server.ts';
import { customField, customObject, metadata, platformEvent, projectFixture } from '../testing/fixture.ts';
import type { Fixture } from '../testing/fixture.ts';

/** A service in a thread of its own: this one sleeps while Apex waits for it. */
const SERVICE = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => response.end(JSON.stringify({ key: request.headers.authorization, org: request.headers['x-org-id'], path: request.url, body })));
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

const FILES = {
  'objects/Job__c/Job__c.object-meta.xml': customObject('Job'),
  'objects/Job__c/fields/Answer__c.field-meta.xml': customField(
    'Answer__c',
    'LongTextArea',
    '<length>32000</length><visibleLines>3</visibleLines>'
  ),
  'objects/Wake__e/Wake__e.object-meta.xml': platformEvent('Wake'),
  'objects/Wake__e/fields/Job__c.field-meta.xml': customField('Job__c', 'Text', '<length>18</length>'),
  'triggers/JobTrigger.trigger': `trigger JobTrigger on Job__c (after insert) {
  List<Wake__e> events = new List<Wake__e>();
  for (Job__c job : Trigger.new) events.add(new Wake__e(Job__c = job.Id));
  EventBus.publish(events);
}`,
  'triggers/WakeTrigger.trigger': `trigger WakeTrigger on Wake__e (after insert) {
  for (Wake__e event : Trigger.new) System.enqueueJob(new Runner(event.Job__c));
}`,
  'classes/Runner.cls': `public class Runner implements Queueable, Database.AllowsCallouts {
  Id jobId;
  public Runner(Id jobId) { this.jobId = jobId; }
  public void execute(QueueableContext context) {
    HttpRequest request = new HttpRequest();
    request.setEndpoint('callout:Service/v1/run?x=1');
    request.setMethod('POST');
    request.setBody('{"job":"' + jobId + '"}');
    String answer;
    try {
      answer = new Http().send(request).getBody();
    } catch (CalloutException e) {
      answer = 'failed: ' + e.getMessage();
    }
    update new Job__c(Id = jobId, Answer__c = answer);
  }
}`,
  'classes/Broken.cls': `public class Broken implements Queueable {
  public void execute(QueueableContext context) { throw new IllegalArgumentException('broken on purpose'); }
}`,
  'namedCredentials/Service.namedCredential-meta.xml': metadata(
    'NamedCredential',
    `<allowMergeFieldsInBody>false</allowMergeFieldsInBody><allowMergeFieldsInHeader>false</allowMergeFieldsInHeader><generateAuthorizationHeader>true</generateAuthorizationHeader><label>Service</label>
    <namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType><parameterValue>https://service.example.com</parameterValue></namedCredentialParameters>
    <namedCredentialParameters><externalCredential>Service</externalCredential><parameterName>ExternalCredential</parameterName><parameterType>Authentication</parameterType></namedCredentialParameters>
    <namedCredentialType>SecuredEndpoint</namedCredentialType>`
  ),
  'externalCredentials/Service.externalCredential-meta.xml': metadata(
    'ExternalCredential',
    `<authenticationProtocol>Custom</authenticationProtocol>
    <externalCredentialParameters><parameterName>Main</parameterName><parameterGroup>Main</parameterGroup><parameterType>NamedPrincipal</parameterType><sequenceNumber>1</sequenceNumber></externalCredentialParameters>
    <externalCredentialParameters><parameterName>Authorization</parameterName><parameterGroup>DefaultGroup</parameterGroup><parameterType>AuthHeader</parameterType><parameterValue>{!'Bearer ' &amp; $Credential.Service.Key}</parameterValue><sequenceNumber>1</sequenceNumber></externalCredentialParameters>
    <externalCredentialParameters><parameterName>X-Org-Id</parameterName><parameterGroup>DefaultGroup</parameterGroup><parameterType>AuthHeader</parameterType><parameterValue>{!$Organization.Id}</parameterValue><sequenceNumber>2</sequenceNumber></externalCredentialParameters>
    <label>Service</label>`
  ),
  'permissionsets/Caller.permissionset-meta.xml': metadata(
    'PermissionSet',
    `<externalCredentialPrincipalAccesses><enabled>true</enabled><externalCredentialPrincipal>Service-Main</externalCredentialPrincipal></externalCredentialPrincipalAccesses>
    <hasActivationRequired>false</hasActivationRequired><label>Caller</label>
    <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>true</modifyAllRecords><object>Job__c</object><viewAllRecords>true</viewAllRecords></objectPermissions>
    <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>UserExternalCredential</object><viewAllRecords>false</viewAllRecords></objectPermissions>`
  ),
  'permissionsetgroups/Callers.permissionsetgroup-meta.xml': metadata(
    'PermissionSetGroup',
    '<label>Callers</label><permissionSets>Caller</permissionSets><status>Updated</status>'
  ),
  'PlatformEventSubscriberConfigs/WakeTriggerConfig.platformEventSubscriberConfig-meta.xml': metadata(
    'PlatformEventSubscriberConfig',
    '<batchSize>10</batchSize><isProtected>false</isProtected><masterLabel>Wake</masterLabel><platformEventConsumer>WakeTrigger</platformEventConsumer><user>admin@local.org</user>'
  )
};

describe('a running org', () => {
  let fixture: Fixture;
  let service: Worker;
  let org: OpenedOrg;
  let server: RunningServer;
  let connection: Connection;
  const log: string[] = [];

  beforeAll(async () => {
    service = new Worker(SERVICE, { eval: true });
    const port = await new Promise<number>((resolve) => service.once('message', resolve));
    fixture = projectFixture(FILES);
    org = openOrg({
      root: fixture.root,
      memory: true,
      settings: { endpoints: { Service: `http://127.0.0.1:${port}/base` }, credentials: { Service: { Key: 's3cret' } } },
      log: (line) => log.push(line)
    });
    server = await startServer({ org, log: (line) => log.push(line) });
    connection = new Connection({ loginUrl: server.url, version: '65.0' });
    await connection.login('admin@local.org', 'local-org');
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await service.terminate();
    fixture.remove();
  });

  const save = async (): Promise<string | null> => {
    const { id } = await connection.sobject('Job__c').create({ Name: 'J' });
    await org.platform.loop.idle();
    const row = (await connection.sobject('Job__c').retrieve(id!)) as { Answer__c: string | null };
    return row.Answer__c;
  };

  it('refuses the credential to a user without its principal, and saves the record all the same', async () => {
    const refused = await save();
    expect(log).toEqual([]);
    expect(refused).toContain("failed: We couldn't access the credential(s)");
  });

  it('goes from save to event to queueable to service and back, with the secret in the header', async () => {
    // The principal is opened by a permission set of a group, as roles are assigned.
    const { records } = await connection.query<{ Id: string }>("SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Callers'");
    const { userInfo } = connection;
    await connection.sobject('PermissionSetAssignment').create({ AssigneeId: userInfo!.id, PermissionSetGroupId: records[0]!.Id });
    const answer = JSON.parse((await save()) ?? 'null') as Record<string, string>;
    expect(answer).toMatchObject({ key: 'Bearer s3cret', org: org.id, path: '/base/v1/run?x=1' });
    expect(answer['body']).toMatch(/^\{"job":"[a-zA-Z0-9]{18}"\}$/);
    const jobs = await connection.query('SELECT Status, JobType, ApexClass.Name FROM AsyncApexJob ORDER BY CreatedDate');
    expect(jobs.records).toMatchObject([
      { Status: 'Completed', JobType: 'Queueable', ApexClass: { Name: 'Runner' } },
      { Status: 'Completed', JobType: 'Queueable', ApexClass: { Name: 'Runner' } }
    ]);
  });

  it('records a failed job and says so in the log', async () => {
    await connection.tooling.executeAnonymous('System.enqueueJob(new Broken());');
    await org.platform.loop.idle();
    const jobs = await connection.query("SELECT Status, ExtendedStatus FROM AsyncApexJob WHERE ApexClass.Name = 'Broken'");
    expect(jobs.records).toMatchObject([{ Status: 'Failed', ExtendedStatus: 'broken on purpose' }]);
    expect(log.join('\n')).toContain('System.IllegalArgumentException: broken on purpose');
  });

  it('says Connection refused when the service is gone', async () => {
    await service.terminate();
    expect(await save()).toBe('failed: Connection refused');
  });
});

describe('an org on disk', () => {
  it('keeps its rows and marks jobs of the last run Aborted', async () => {
    const fixture = projectFixture(FILES);
    const dataFolder = `${fixture.root}/.local-org`;
    try {
      const first = openOrg({ root: fixture.root, dataFolder, log: () => {} });
      const userId = withOrg(first, administratorId);
      first.platform.transaction({ userId, quiddity: 'ANONYMOUS' }, ({ org, afterCommit }) => {
        createJobRow({ jobType: 'Queueable', className: 'Runner' });
        org.database.insert([new SObject('Job__c', { Name: 'Kept' })], { access: 'system', allOrNone: true });
        // The process dies before its event loop turns.
        afterCommit.length = 0;
      });
      first.close();
      const second = openOrg({ root: fixture.root, dataFolder, log: () => {} });
      second.platform.begin();
      const rows = withOrg(second, () => selectRows('SELECT Name FROM Job__c').map((row) => row.get('Name')));
      const jobs = withOrg(second, () => selectRows('SELECT Status FROM AsyncApexJob').map((row) => row.get('Status')));
      second.close();
      expect(rows).toEqual(['Kept']);
      expect(jobs).toEqual(['Aborted']);
    } finally {
      fixture.remove();
    }
  }, 60_000);
});
