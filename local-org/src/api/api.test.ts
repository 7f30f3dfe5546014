import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg } from '../open-org.ts';
import type { RunningServer } from '../server.ts';
import { startServer } from '../server.ts';
import { customField, customObject, projectFixture } from '../testing/fixture.ts';
import type { Fixture } from '../testing/fixture.ts';

const FILES = {
  'objects/Deal__c/Deal__c.object-meta.xml': customObject('Deal'),
  'objects/Deal__c/fields/Account__c.field-meta.xml': customField(
    'Account__c',
    'Lookup',
    '<referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>'
  ),
  'objects/Deal__c/fields/Amount__c.field-meta.xml': customField('Amount__c', 'Currency', '<precision>18</precision><scale>2</scale>'),
  'objects/Deal__c/fields/Close_Date__c.field-meta.xml': customField('Close_Date__c', 'Date'),
  'objects/Deal__c/fields/Key__c.field-meta.xml': customField(
    'Key__c',
    'Text',
    '<length>40</length><externalId>true</externalId><unique>true</unique>'
  ),
  'objects/Deal__c/fields/Stage__c.field-meta.xml': customField(
    'Stage__c',
    'Picklist',
    '<valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>New</fullName><default>true</default><label>New</label></value><value><fullName>Won</fullName><default>false</default><label>Won</label></value></valueSetDefinition></valueSet>'
  ),
  'classes/EchoResource.cls': `@RestResource(urlMapping='/echo/*')
global class EchoResource {
  @HttpGet global static String read() { return RestContext.request.requestURI.substringAfterLast('/'); }
  @HttpPost global static Map<String, String> add(String name, Integer times) {
    RestContext.response.statusCode = 201;
    return new Map<String, String>{ 'text' => name.repeat(times) };
  }
}`
};

describe('the REST API', () => {
  let fixture: Fixture;
  let server: RunningServer;
  let connection: Connection;

  beforeAll(async () => {
    fixture = projectFixture(FILES);
    server = await startServer({ org: openOrg({ root: fixture.root, memory: true }), log: () => {} });
    connection = new Connection({ loginUrl: server.url, version: '65.0' });
    await connection.login('admin@local.org', 'local-org');
  }, 60_000);
  afterAll(async () => {
    await server.close();
    fixture.remove();
  });

  const call = async (path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${server.url}${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${connection.accessToken}`, 'Content-Type': 'application/json', ...init.headers }
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };

  it('lets jsforce insert, query parents and children, update and describe', async () => {
    const account = await connection.sobject('Account').create({ Name: 'Acme & Söhne' });
    const deals = await connection.sobject('Deal__c').create([
      { Name: 'One', Account__c: account.id, Amount__c: 1200.5, Close_Date__c: '2026-12-31', Key__c: 'k1' },
      { Name: 'Two', Account__c: account.id, Amount__c: 10, Key__c: 'k2' }
    ]);
    expect(deals.every((each) => each.success)).toBe(true);

    const parents = await connection.query('SELECT Name, Amount__c, Close_Date__c, Stage__c, Account__r.Name FROM Deal__c ORDER BY Name');
    expect(parents.records).toMatchObject([
      { Name: 'One', Amount__c: 1200.5, Close_Date__c: '2026-12-31', Stage__c: 'New', Account__r: { Name: 'Acme & Söhne' } },
      { Name: 'Two', Amount__c: 10, Close_Date__c: null }
    ]);
    const children = await connection.query('SELECT Name, (SELECT Name FROM Deals__r ORDER BY Name) FROM Account');
    expect(children.records[0]).toMatchObject({ Deals__r: { totalSize: 2, done: true, records: [{ Name: 'One' }, { Name: 'Two' }] } });

    const update = await connection.sobject('Deal__c').update({ Id: deals[0]!.id!, Stage__c: 'Won' });
    expect(update.success).toBe(true);
    expect(await connection.sobject('Deal__c').retrieve(deals[0]!.id!)).toMatchObject({ Stage__c: 'Won', Name: 'One' });

    const describe = await connection.sobject('Deal__c').describe();
    expect(describe.fields.find((field) => field.name === 'Stage__c')).toMatchObject({ type: 'picklist', restrictedPicklist: true });
    expect(describe.fields.find((field) => field.name === 'Account__c')).toMatchObject({
      type: 'reference',
      referenceTo: ['Account'],
      relationshipName: 'Account__r'
    });
    expect((await connection.describeGlobal()).sobjects.map((each) => each.name)).toContain('Deal__c');

    expect((await connection.sobject('Deal__c').delete(deals[1]!.id!)).success).toBe(true);
    expect((await connection.query('SELECT COUNT() FROM Deal__c')).totalSize).toBe(1);
  });

  it('upserts by external id and finds the parent by one', async () => {
    const first = await connection.sobject('Deal__c').upsert({ Key__c: 'up', Name: 'Up' }, 'Key__c');
    expect(first).toMatchObject({ success: true, created: true });
    const second = await connection.sobject('Deal__c').upsert({ Key__c: 'up', Name: 'Upper' }, 'Key__c');
    expect(second).toMatchObject({ success: true, created: false, id: first.id });
  });

  it('pages a long answer', async () => {
    for (let at = 0; at < 500; at += 200) {
      await connection.sobject('Account').create(Array.from({ length: 200 }, (_, index) => ({ Name: `Bulk ${at + index}` })));
    }
    const { body } = await call(`/services/data/v65.0/query?q=${encodeURIComponent("SELECT Id FROM Account WHERE Name LIKE 'Bulk %'")}`, {
      headers: { 'Sforce-Query-Options': 'batchSize=200' }
    });
    const page = body as { totalSize: number; done: boolean; nextRecordsUrl: string; records: unknown[] };
    expect(page).toMatchObject({ totalSize: 600, done: false });
    expect(page.records).toHaveLength(200);
    const next = (await call(page.nextRecordsUrl)).body as typeof page;
    expect(next.records).toHaveLength(200);
    const last = (await call(next.nextRecordsUrl)).body as typeof page;
    expect(last).toMatchObject({ done: true });
  });

  it('undoes a whole collection when all or none is asked for', async () => {
    const records = [
      { attributes: { type: 'Account' }, Name: 'Kept?' },
      { attributes: { type: 'Deal__c' }, Name: 'x', Stage__c: 'Nonsense' }
    ];
    const { body } = await call('/services/data/v65.0/composite/sobjects', {
      method: 'POST',
      body: JSON.stringify({ allOrNone: true, records })
    });
    expect(body).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      { success: false, errors: [{ statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }] }
    ]);
    expect((await connection.query("SELECT Id FROM Account WHERE Name = 'Kept?'")).totalSize).toBe(0);
  });

  it('runs composite requests that refer to each other', async () => {
    const { body } = await call('/services/data/v65.0/composite', {
      method: 'POST',
      body: JSON.stringify({
        compositeRequest: [
          { method: 'POST', url: '/services/data/v65.0/sobjects/Account', referenceId: 'account', body: { Name: 'Composite' } },
          {
            method: 'POST',
            url: '/services/data/v65.0/sobjects/Deal__c',
            referenceId: 'deal',
            body: { Name: 'C', Account__c: '@{account.id}' }
          }
        ]
      })
    });
    expect(body).toMatchObject({ compositeResponse: [{ httpStatusCode: 201 }, { httpStatusCode: 201 }] });
  });

  it('runs Apex REST and anonymous Apex', async () => {
    expect(await connection.apex.get('/echo/42')).toBe('42');
    expect(await connection.apex.post('/echo', { name: 'ab', times: 3 })).toEqual({ text: 'ababab' });
    expect(await connection.tooling.executeAnonymous("insert new Account(Name = 'Anonymous');")).toMatchObject({
      compiled: true,
      success: true
    });
    expect(await connection.tooling.executeAnonymous('Integer x = ;')).toMatchObject({ compiled: false });
    expect(await connection.tooling.executeAnonymous('Integer x = 1 / 0;')).toMatchObject({
      compiled: true,
      success: false,
      exceptionMessage: 'System.MathException: Divide by 0'
    });
  });

  it('knows who is logged in', async () => {
    expect(await connection.identity()).toMatchObject({ username: 'admin@local.org' });
  });

  it('gives tokens for OAuth passwords and client credentials, and for nothing else', async () => {
    const token = async (form: Record<string, string>) => {
      const response = await fetch(`${server.url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    expect(await token({ grant_type: 'password', username: 'admin@local.org', password: 'local-org' })).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer', instance_url: server.url }
    });
    expect(await token({ grant_type: 'client_credentials', client_id: 'x', client_secret: 'local-org' })).toMatchObject({ status: 200 });
    expect(await token({ grant_type: 'password', username: 'admin@local.org', password: 'wrong' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' }
    });
    expect(await token({ grant_type: 'client_credentials', client_secret: '' })).toMatchObject({ status: 400 });
    await expect(new Connection({ loginUrl: server.url }).login('admin@local.org', 'wrong')).rejects.toThrow('INVALID_LOGIN');
  });

  it.each([
    [
      'no session',
      '/services/data/v65.0/query?q=SELECT+Id+FROM+Account',
      { headers: { Authorization: 'Bearer nonsense' } },
      401,
      'INVALID_SESSION_ID'
    ],
    ['unknown field', '/services/data/v65.0/query?q=SELECT+Nope__c+FROM+Account', {}, 400, 'INVALID_FIELD'],
    ['unknown object', '/services/data/v65.0/query?q=SELECT+Id+FROM+Nope__c', {}, 400, 'INVALID_TYPE'],
    ['malformed query', '/services/data/v65.0/query?q=SELEKT', {}, 400, 'MALFORMED_QUERY'],
    ['empty query', '/services/data/v65.0/query', {}, 400, 'MALFORMED_QUERY'],
    ['malformed JSON', '/services/data/v65.0/sobjects/Account', { method: 'POST', body: '{"Name":' }, 400, 'JSON_PARSER_ERROR'],
    ['JSON that is no object', '/services/data/v65.0/sobjects/Account', { method: 'POST', body: '[1]' }, 400, 'JSON_PARSER_ERROR'],
    ['unknown column', '/services/data/v65.0/sobjects/Account', { method: 'POST', body: '{"Nope":1}' }, 400, 'INVALID_FIELD'],
    ['wrong type', '/services/data/v65.0/sobjects/Deal__c', { method: 'POST', body: '{"Amount__c":"much"}' }, 400, 'JSON_PARSER_ERROR'],
    ['missing required field', '/services/data/v65.0/sobjects/Account', { method: 'POST', body: '{}' }, 400, 'REQUIRED_FIELD_MISSING'],
    ['unknown record', '/services/data/v65.0/sobjects/Account/001000000000000AAA', {}, 404, 'NOT_FOUND'],
    ['id of another object', '/services/data/v65.0/sobjects/Account/003000000000000AAA', {}, 404, 'NOT_FOUND'],
    ['text that is no id', '/services/data/v65.0/sobjects/Account/abc', {}, 400, 'MALFORMED_ID'],
    ['injected field list', '/services/data/v65.0/sobjects/Account/001000000000000AAA?fields=Id+FROM+User--', {}, 400, 'INVALID_FIELD'],
    ['unknown resource', '/services/data/v65.0/nope', {}, 404, 'NOT_FOUND'],
    ['unknown Apex resource', '/services/apexrest/nope', {}, 404, 'NOT_FOUND'],
    ['method not allowed', '/services/apexrest/echo/1', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED']
  ] as [string, string, RequestInit, number, string][])('answers %s with one error body', async (_, path, init, status, code) => {
    const answer = await call(path, init);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject([{ errorCode: code, message: expect.any(String) }]);
  });

  it('refuses a body that is too large', async () => {
    const answer = await call('/services/data/v65.0/sobjects/Account', {
      method: 'POST',
      body: JSON.stringify({ Name: 'x', Description: 'y'.repeat(38_000_000) })
    });
    expect(answer).toMatchObject({ status: 413, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }] });
  });

  it('stores hostile text as text', async () => {
    const name = `<script>alert('1')</script> '; DROP TABLE Account; -- =HYPERLINK("x")`;
    const created = await connection.sobject('Account').create({ Name: name });
    expect(await connection.sobject('Account').retrieve(created.id!)).toMatchObject({ Name: name });
  });
});
