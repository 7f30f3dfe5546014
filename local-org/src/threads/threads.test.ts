import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg } from '../open-org.ts';
import type { OpenedOrg } from '../open-org.ts';
import { withOrg } from '../platform/transaction.ts';
import type { RunningServer } from '../server.ts';
import { startServer } from '../server.ts';
import { administratorId } from '../testing/execute.ts';
import { customField, customObject, metadata, platformEvent, projectFixture } from '../testing/fixture.ts';
import type { Fixture } from '../testing/fixture.ts';
import { requestApex } from './aura.ts';

const field = (name: string): Record<string, string> => ({
  [`objects/Note__c/fields/${name}.field-meta.xml`]: customField(
    name,
    'LongTextArea',
    '<length>32000</length><visibleLines>3</visibleLines>'
  )
});

const files = (url: string): Record<string, string> => ({
  'objects/Note__c/Note__c.object-meta.xml': customObject('Note'),
  ...field('Text__c'),
  'objects/Done__e/Done__e.object-meta.xml': platformEvent('Done'),
  'objects/Done__e/fields/Text__c.field-meta.xml': customField('Text__c', 'Text', '<length>255</length>'),
  'triggers/DoneTrigger.trigger': `trigger DoneTrigger on Done__e (after insert) {
  List<Note__c> notes = new List<Note__c>();
  for (Done__e event : Trigger.new) notes.add(new Note__c(Name = 'event', Text__c = event.Text__c));
  insert notes;
}`,
  'classes/Service.cls': `public class Service {
  public static String ask(String path) {
    HttpRequest request = new HttpRequest();
    request.setEndpoint('${url}/' + path);
    request.setMethod('GET');
    request.setTimeout(60000);
    return new Http().send(request).getBody();
  }
}`,
  'classes/Pages.cls': `public with sharing class Pages {
  @AuraEnabled
  public static String slow(String path) {
    Integer asked = (Integer) Cache.Org.get('asked') ?? 0;
    Cache.Org.put('asked', asked + 1);
    String answer = Service.ask(path);
    insert new Note__c(Name = 'slow', Text__c = answer);
    EventBus.publish(new Done__e(Text__c = answer));
    System.enqueueJob(new Later(new Map<String, Object>{ 'answer' => answer, 'at' => Date.newInstance(2026, 1, 2), 'rate' => 1.50 }));
    return answer;
  }
  @AuraEnabled
  public static Integer quick() { return [SELECT COUNT() FROM Note__c]; }
  @AuraEnabled
  public static Integer asked() { return (Integer) Cache.Org.get('asked'); }
  @AuraEnabled
  public static void refused(String path) {
    Service.ask(path);
    throw new AuraHandledException('Not today');
  }
}`,
  'classes/Later.cls': `public class Later implements Queueable {
  private Map<String, Object> facts;
  public Later(Map<String, Object> facts) { this.facts = facts; }
  public void execute(QueueableContext context) {
    insert new Note__c(Name = 'later', Text__c = facts.get('answer') + ' ' + facts.get('at') + ' ' + facts.get('rate'));
  }
}`,
  'classes/Caller.cls': `public class Caller implements Queueable, Database.AllowsCallouts {
  private List<String> paths;
  public Caller(List<String> paths) { this.paths = paths; }
  public void execute(QueueableContext context) {
    String text = '';
    for (String path : paths) text += Service.ask(path);
    insert new Note__c(Name = 'job', Text__c = text);
  }
}`,
  'classes/CallingBatch.cls': `public class CallingBatch implements Database.Batchable<SObject>, Database.AllowsCallouts, Database.Stateful {
  private Integer chunks = 0;
  public Iterable<SObject> start(Database.BatchableContext context) { return [SELECT Id FROM User LIMIT 2]; }
  public void execute(Database.BatchableContext context, List<SObject> scope) { Service.ask('quick'); chunks++; }
  public void finish(Database.BatchableContext context) { insert new Note__c(Name = 'batch', Text__c = String.valueOf(chunks)); }
}`,
  'classes/Futures.cls': `public class Futures {
  @future(callout=true)
  public static void call(String path, List<Integer> numbers) { insert noteOf(Service.ask(path) + numbers); }
  private static Note__c noteOf(String text) { return new Note__c(Name = 'future', Text__c = text); }
}`,
  'classes/Resource.cls': `@RestResource(urlMapping='/ask/*')
global class Resource {
  @HttpGet
  global static String ask() { return Service.ask(RestContext.request.params.get('path')); }
}`,
  'remoteSiteSettings/Service.remoteSite-meta.xml': metadata(
    'RemoteSiteSetting',
    `<disableProtocolSecurity>true</disableProtocolSecurity><isActive>true</isActive><url>${url}</url>`
  )
});

describe('an org whose service hangs', () => {
  const hanging = new Set<ServerResponse>();
  let service: Server;
  let fixture: Fixture;
  let folder: string;
  let org: OpenedOrg;
  let server: RunningServer;
  let admin: string;
  let connection: Connection;
  const log: string[] = [];

  beforeAll(async () => {
    service = createServer((request, response) => {
      if (request.url === '/hang') hanging.add(response);
      else response.end(`answer to ${request.url}`);
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    fixture = projectFixture(files(`http://127.0.0.1:${(service.address() as AddressInfo).port}`));
    folder = mkdtempSync(join(tmpdir(), 'local-org-threads-'));
    org = openOrg({
      root: fixture.root,
      dataFolder: folder,
      log: (line) => log.push(line)
    });
    server = await startServer({ org, log: (line) => log.push(line) });
    admin = withOrg(org, administratorId);
    connection = new Connection({ loginUrl: server.url, version: '65.0' });
    await connection.login('admin@local.org', 'local-org');
  }, 60_000);
  afterAll(async () => {
    for (const response of hanging) response.end('at last');
    await server.close();
    service.close();
    fixture.remove();
    rmSync(folder, { recursive: true });
  });

  const apex = (method: string, parameters: Record<string, unknown> = {}): Promise<unknown> =>
    requestApex(org.platform, admin, { className: 'Pages', method, parameters, wired: false });
  const texts = async (name: string): Promise<string[]> =>
    (await connection.query<{ Text__c: string }>(`SELECT Text__c FROM Note__c WHERE Name = '${name}' ORDER BY Id`)).records.map(
      ({ Text__c }) => Text__c
    );
  const anonymous = async (code: string): Promise<void> => {
    const { success, exceptionMessage, compileProblem } = await connection.tooling.executeAnonymous(code);
    expect(success, `${exceptionMessage} ${compileProblem}`).toBe(true);
  };
  const settled = async (): Promise<void> => {
    for (const response of hanging) response.end('at last');
    hanging.clear();
    await org.platform.idle();
  };
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  /** Answers while something else hangs, and quickly. */
  const pagesAnswer = async (): Promise<void> => {
    await until(() => hanging.size > 0);
    const started = performance.now();
    expect(typeof (await apex('quick'))).toBe('number');
    await connection.query('SELECT Id FROM User LIMIT 1');
    await connection.sobject('Note__c').create({ Name: 'written meanwhile' });
    expect(performance.now() - started).toBeLessThan(2000);
    expect(hanging.size).toBeGreaterThan(0);
  };

  it('answers the pages of others while a page waits', { timeout: 30_000 }, async () => {
    const slow = apex('slow', { path: 'hang' });
    await pagesAnswer();
    await settled();
    expect(await slow).toBe('at last');
    await org.platform.idle();
    expect(await texts('slow')).toEqual(['at last']);
    expect(await texts('event')).toEqual(['at last']);
    expect(await texts('later')).toEqual(['at last 2026-01-02 00:00:00 1.50']);
    expect(await apex('asked')).toBe(1);
  });

  it('answers them while several pages wait', { timeout: 30_000 }, async () => {
    const waiting = [
      apex('slow', { path: 'hang' }),
      apex('slow', { path: 'hang' }),
      apex('refused', { path: 'hang' }).catch((error: Error) => error.message)
    ];
    await until(() => hanging.size === 3);
    await pagesAnswer();
    await settled();
    expect(await Promise.all(waiting)).toEqual(['at last', 'at last', 'Not today']);
  });

  it('answers them while queueables, batches and future methods wait', { timeout: 30_000 }, async () => {
    await anonymous("System.enqueueJob(new Caller(new List<String>{ 'quick', 'hang' })); Futures.call('hang', new List<Integer>{ 1, 2 });");
    await pagesAnswer();
    await until(() => hanging.size === 2);
    await settled();
    await anonymous('Database.executeBatch(new CallingBatch(), 1);');
    await org.platform.idle();
    expect(await texts('job')).toEqual(['answer to /quickat last']);
    expect(await texts('future')).toEqual(['at last(1, 2)']);
    expect(await texts('batch')).toEqual(['2']);
    expect(log).toEqual([]);
  });

  it('answers them while an Apex resource and anonymous Apex wait', { timeout: 30_000 }, async () => {
    const resource = connection.request<string>({ method: 'GET', url: '/services/apexrest/ask/?path=hang' });
    const block = connection.tooling.executeAnonymous("Assert.areEqual('at last', Service.ask('hang'));");
    await until(() => hanging.size === 2);
    await pagesAnswer();
    await settled();
    expect(await resource).toBe('at last');
    expect((await block).success).toBe(true);
  });

  it('lets two writers of one record follow each other', { timeout: 30_000 }, async () => {
    await anonymous("insert new Note__c(Name = 'counter', Text__c = '0');");
    const add =
      "Note__c row = [SELECT Id, Text__c FROM Note__c WHERE Name = 'counter' FOR UPDATE]; row.Text__c = String.valueOf(Integer.valueOf(row.Text__c) + 1); update row;";
    const calling = Array.from({ length: 4 }, () => connection.tooling.executeAnonymous(`Service.ask('quick'); ${add}`));
    await Promise.all([...calling, ...Array.from({ length: 4 }, () => connection.tooling.executeAnonymous(add))]);
    expect(await texts('counter')).toEqual(['8']);
  });

  it('stops while a callout hangs', { timeout: 30_000 }, async () => {
    const other = openOrg({ root: fixture.root, dataFolder: `${folder}-other`, log: () => {} });
    const running = await startServer({ org: other });
    other.platform.request('anonymous', admin, "Service.ask('hang');").catch(() => {});
    await until(() => hanging.size > 0);
    await running.close();
    rmSync(`${folder}-other`, { recursive: true });
  });
});
