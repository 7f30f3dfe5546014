import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg, type OpenedOrg } from '../../src/open-org.ts';
import { notify } from '../../src/platform/notifications.ts';
import { portal, type Portal } from '../../src/portal/index.ts';
import { SObject } from '../../src/runtime/values/sobject.ts';
import { PROJECT } from './harness.ts';
import { insertAs, loadSample, type SampleOrg } from './sample.ts';

const ORIGIN = 'http://127.0.0.1';
const HEADERS = { 'X-Portal-Request': '1' };

let org: OpenedOrg;
let sample: SampleOrg;
let running: Portal;
let mayasDeal: string;
const log: string[] = [];

beforeAll(() => {
  org = openOrg({ root: PROJECT, memory: true, log: (line) => log.push(line) });
  sample = loadSample(org);
  running = portal(org, { log: (line) => log.push(line) });
  mayasDeal = insertAs(org, sample.mayaId, 'Deal_Registration__c', {
    Prospect_Company__c: 'Harbourgate <b>Freight</b>',
    Prospect_Country__c: 'United Kingdom',
    Partner__c: sample.brightlineId,
    Amount__c: 28_000,
    Close_Date__c: '2027-03-01',
    Status__c: 'Submitted'
  });
}, 60_000);

afterAll(() => org.close());

async function signIn(userId: string): Promise<string> {
  const answer = await running.app.request(`${ORIGIN}/signin?user=${userId}`, { method: 'POST', headers: { Origin: ORIGIN } });
  return answer.headers.get('Set-Cookie')!.split(';')[0]!;
}

interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- bodies of any shape are read by the tests
  readonly body: any;
}

async function call(
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = HEADERS
): Promise<Answer> {
  const answer = await running.app.request(`${ORIGIN}/portal/api/${path}`, {
    method,
    headers: { ...headers, Cookie: cookie, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
  });
  return { status: answer.status, body: await answer.json() };
}

const apex = (cookie: string, className: string, method: string, parameters: object = {}, wired = false): Promise<Answer> =>
  call(cookie, 'POST', 'apex', { className, method, parameters, wired });

describe('signing in', () => {
  it('offers partner users of both partners, the channel manager and the administrator', async () => {
    const page = await (await running.app.request('/')).text();
    for (const name of ['Maya Osei', 'Jonas Keller', 'Priya Raman', 'Local Admin']) expect(page).toContain(`Continue as ${name}`);
    expect(page).not.toContain('Continue as Automated');
  });

  it('brings a partner to the site and an internal user to Lightning', async () => {
    const target = async (userId: string): Promise<string | null> =>
      (await running.app.request(`${ORIGIN}/signin?user=${userId}`, { method: 'POST' })).headers.get('Location');
    expect(await target(sample.mayaId)).toBe('/partners');
    expect(await target(sample.managerId)).toBe('/lightning/page/home');
  });

  it('keeps the session out of reach of scripts and of other sites', async () => {
    const answer = await running.app.request(`${ORIGIN}/signin?user=${sample.mayaId}`, { method: 'POST' });
    expect(answer.headers.get('Set-Cookie')).toMatch(/HttpOnly/);
    expect(answer.headers.get('Set-Cookie')).toMatch(/SameSite=Strict/);
  });

  it('refuses a sign-in that another site started', async () => {
    const answer = await running.app.request(`${ORIGIN}/signin?user=${sample.mayaId}`, {
      method: 'POST',
      headers: { Origin: 'https://evil.example' }
    });
    expect(answer.status).toBe(403);
  });

  it('refuses a user who is no persona', async () => {
    expect((await running.app.request(`${ORIGIN}/signin?user=${'005'.padEnd(18, '0')}`, { method: 'POST' })).status).toBe(404);
  });

  it('ends the session on signing out', async () => {
    const cookie = await signIn(sample.mayaId);
    await running.app.request(`${ORIGIN}/signout`, { method: 'POST', headers: { Cookie: cookie } });
    expect((await call(cookie, 'GET', 'site')).status).toBe(401);
  });

  it('sends visitors without a session to the persona page', async () => {
    const answer = await running.app.request('/partners/deals');
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/']);
  });
});

describe('the API', () => {
  it('answers nobody without a session', async () => {
    expect(await call('', 'GET', 'site')).toMatchObject({ status: 401, body: { message: expect.stringContaining('session') } });
  });

  it('refuses a call without the header that only its own pages can set', async () => {
    expect((await call(await signIn(sample.mayaId), 'GET', 'site', undefined, {})).status).toBe(403);
  });

  it('refuses a call from a page of another origin', async () => {
    expect((await call(await signIn(sample.mayaId), 'GET', 'site', undefined, { ...HEADERS, Origin: 'https://evil.example' })).status).toBe(
      403
    );
    expect((await call(await signIn(sample.mayaId), 'GET', 'site', undefined, { ...HEADERS, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(
      403
    );
  });

  it('says what is wrong with a body that is no JSON or too large', async () => {
    const cookie = await signIn(sample.mayaId);
    expect(await call(cookie, 'POST', 'apex', '{"className":')).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('not JSON') }
    });
    expect((await call(cookie, 'POST', 'apex', JSON.stringify({ text: 'x'.repeat(5_000_000) }))).status).toBe(413);
  });

  it('keeps Lightning Experience from partner users', async () => {
    const cookie = await signIn(sample.mayaId);
    for (const path of [
      'page/apps',
      `page/record/Channel_Management/${mayasDeal}`,
      `page/approvals/${mayasDeal}`,
      `page/activities/${mayasDeal}`
    ])
      expect((await call(cookie, 'GET', path)).status, path).toBe(403);
  });

  it('serves nothing from outside its folders', async () => {
    for (const path of [
      '/portal/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
      '/portal/styles/%2e%2e/index.ts'
    ])
      expect((await running.app.request(path)).status, path).toBe(404);
  });
});

describe('calling Apex', () => {
  it('runs a method as the signed-in user and answers with its @AuraEnabled members', async () => {
    const { status, body } = await apex(
      await signIn(sample.mayaId),
      'DealRegistrationController',
      'listDeals',
      { status: null, pageSize: 10, pageNumber: 1 },
      true
    );
    expect(status).toBe(200);
    expect(body.returnValue).toMatchObject({ total: 1, pageSize: 10 });
  });

  it('shows a partner nothing of another partner', async () => {
    const { body } = await apex(await signIn(sample.jonasId), 'DealRegistrationController', 'listDeals', {
      status: null,
      pageSize: 10,
      pageNumber: 1
    });
    expect(body.returnValue).toMatchObject({ total: 0, deals: [] });
    expect((await apex(await signIn(sample.jonasId), 'DealRegistrationController', 'getDeal', { dealId: mayasDeal })).status).toBe(400);
  });

  it('refuses a class that no permission set of the user grants', async () => {
    const { status, body } = await apex(await signIn(sample.mayaId), 'DealReviewController', 'getScoreCard', { dealId: mayasDeal });
    expect([status, body.message]).toEqual([403, "You do not have access to the Apex class named 'DealReviewController'."]);
  });

  it('knows only @AuraEnabled methods', async () => {
    const { status, body } = await apex(await signIn(sample.mayaId), 'DealRegistrationController', 'change');
    expect([status, body.message]).toEqual([404, 'No @AuraEnabled method DealRegistrationController.change']);
  });

  it('wires cacheable methods only', async () => {
    const { status, body } = await apex(
      await signIn(sample.mayaId),
      'DealRegistrationController',
      'withdrawDeal',
      { dealId: mayasDeal },
      true
    );
    expect([status, body.message]).toEqual([400, 'DealRegistrationController.withdrawDeal must be cacheable to be used with @wire.']);
  });

  it('names the argument that does not fit', async () => {
    const { status, body } = await apex(await signIn(sample.mayaId), 'DealRegistrationController', 'listDeals', {
      status: null,
      pageSize: 'many',
      pageNumber: 1
    });
    expect(status).toBe(400);
    expect(body.message).toBe('pageSize: "many" is not a valid Integer');
  });

  it('refuses members that the class does not open to components', async () => {
    const { status, body } = await apex(await signIn(sample.mayaId), 'DealRegistrationController', 'submitDeal', {
      deal: { isAdmin: true }
    });
    expect(status).toBe(400);
    expect(body.message).toContain('has no @AuraEnabled member isAdmin');
  });
});

describe('records', () => {
  it('carry values and what people read', async () => {
    const { status, body } = await call(
      await signIn(sample.managerId),
      'GET',
      `ui/records/${mayasDeal}?fields=Deal_Registration__c.Amount__c,Deal_Registration__c.Partner__r.Name`
    );
    expect(status).toBe(200);
    expect(body.fields.Amount__c).toEqual({ value: 28_000, displayValue: '$28,000.00' });
    expect(body.fields.Partner__r.value.fields.Name.value).toBe('Brightline Systems');
  });

  it('of another partner do not exist', async () => {
    expect((await call(await signIn(sample.jonasId), 'GET', `ui/records/${mayasDeal}?fields=Deal_Registration__c.Name`)).status).toBe(404);
  });

  it('refuse a field the user may not read, and leave it out when it is optional', async () => {
    const cookie = await signIn(sample.mayaId);
    expect((await call(cookie, 'GET', `ui/records/${mayasDeal}?fields=Deal_Registration__c.AI_Score__c`)).status).toBe(403);
    const { body } = await call(
      cookie,
      'GET',
      `ui/records/${mayasDeal}?fields=Deal_Registration__c.Name&optionalFields=Deal_Registration__c.AI_Score__c`
    );
    expect(Object.keys(body.fields)).not.toContain('AI_Score__c');
  });

  it('refuse a field that does not exist rather than giving nothing', async () => {
    expect(await call(await signIn(sample.managerId), 'GET', `ui/records/${mayasDeal}?fields=Deal_Registration__c.Nope__c`)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('Nope__c') }
    });
  });

  it('keep what validation rules refuse out, with the message at its field', async () => {
    const { status, body } = await call(await signIn(sample.managerId), 'PATCH', `ui/records/${mayasDeal}`, { fields: { Amount__c: -5 } });
    expect(status).toBe(400);
    expect(JSON.stringify(body.output)).toContain('Amount__c');
  });

  it('say which value does not fit its field', async () => {
    const { status, body } = await call(await signIn(sample.managerId), 'PATCH', `ui/records/${mayasDeal}`, {
      fields: { Close_Date__c: 'soon' }
    });
    expect([status, body.fieldErrors.Close_Date__c[0].message]).toEqual([400, expect.stringContaining('"soon" is not a valid value')]);
  });
});

describe('list views', () => {
  it('filter and show what their metadata says', async () => {
    const { body } = await call(await signIn(sample.managerId), 'GET', 'page/views/Deal_Registration__c/Waiting_For_Review');
    expect(body.columns.map((column: { label: string }) => column.label)).toContain('Partner');
    expect(body.rows.map((row: { id: string }) => row.id)).toEqual([mayasDeal]);
    const { body: other } = await call(await signIn(sample.managerId), 'GET', 'page/views/Deal_Registration__c/Protection_Ends_Soon');
    expect(other.rows).toEqual([]);
  });

  it('link lookups to their records', async () => {
    const { body } = await call(await signIn(sample.managerId), 'GET', 'page/views/Deal_Registration__c/All');
    const partner = body.columns.findIndex((column: { path: string }) => column.path === 'Partner__r.Name');
    expect(body.rows[0].cells[partner]).toMatchObject({ text: 'Brightline Systems', recordId: sample.brightlineId });
  });

  it('sort by their own columns and by nothing else', async () => {
    const cookie = await signIn(sample.managerId);
    expect((await call(cookie, 'GET', 'page/views/Deal_Registration__c/All?sort=Amount__c&descending=1')).status).toBe(200);
    expect((await call(cookie, 'GET', `page/views/Deal_Registration__c/All?sort=${encodeURIComponent('Amount__c; DROP')}`)).status).toBe(
      400
    );
  });
});

describe('notifications', () => {
  it('reach only the user they are for, and become read', async () => {
    org.platform.transaction({ userId: sample.adminId, quiddity: 'ANONYMOUS' }, () =>
      notify([sample.mayaId], {
        typeId: '0ML000000000001',
        title: 'Decided',
        body: 'Your deal was approved',
        targetId: mayasDeal,
        targetPageRef: null
      })
    );
    const [maya, jonas] = [await signIn(sample.mayaId), await signIn(sample.jonasId)];
    const { body } = await call(maya, 'GET', 'notifications');
    expect(body).toMatchObject([{ title: 'Decided', read: false, recordId: mayasDeal, objectApiName: 'Deal_Registration__c' }]);
    expect((await call(jonas, 'GET', 'notifications')).body).toEqual([]);
    await call(jonas, 'POST', 'notifications/read', { ids: [body[0].id] });
    expect((await call(maya, 'GET', 'notifications')).body[0].read).toBe(false);
    await call(maya, 'POST', 'notifications/read', {});
    expect((await call(maya, 'GET', 'notifications')).body[0].read).toBe(true);
  });
});

describe('platform events', () => {
  const open = async (userId: string, channel: string): Promise<Response> =>
    running.app.request(`${ORIGIN}/portal/api/events?channel=${encodeURIComponent(channel)}`, {
      headers: { Cookie: await signIn(userId) }
    });

  it('reach a page that subscribed to their channel', async () => {
    const answer = await open(sample.adminId, '/event/AI_Work__e');
    expect(answer.headers.get('Content-Type')).toContain('text/event-stream');
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    const event = new SObject('AI_Work__e');
    org.platform.transaction({ userId: sample.adminId, quiddity: 'ANONYMOUS' }, () =>
      org.database.insert([event], { access: 'system', allOrNone: true })
    );
    const { value } = await reader.read();
    expect(value).toMatch(/^data: .*"replayId":\d+/);
    await reader.cancel();
  });

  it('are not for users without access to the event, and unknown channels do not exist', async () => {
    expect((await open(sample.mayaId, '/event/AI_Work__e')).status).toBe(403);
    expect((await open(sample.adminId, '/event/Nothing__e')).status).toBe(404);
  });
});
