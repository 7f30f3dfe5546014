import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MANAGER, OTHER_REP, only, REP, type RunningProduct, runProduct, USERNAMES } from './running-product.ts';

const OBJECT = 'Deal_Registration__c';

/** One row's refusal, or the whole call's: jsforce throws for one row and lists for several. */
async function refusal(action: Promise<unknown>): Promise<{ errorCode: string; message: string }> {
  try {
    const result = (await action) as { success: boolean; errors: { statusCode: string; message: string }[] };
    if (result.success) throw new Error('It was not refused');
    return { errorCode: result.errors[0]?.statusCode ?? '', message: result.errors[0]?.message ?? '' };
  } catch (error) {
    const { errorCode, message } = error as { errorCode?: string; message: string };
    if (!errorCode) throw error;
    return { errorCode, message };
  }
}

describe("the org's API, through jsforce", () => {
  let running: RunningProduct;
  let admin: Connection;
  let partner: Connection;

  beforeAll(async () => {
    running = await runProduct();
    admin = running.api;
    partner = await running.apiAs(REP);
  });
  afterAll(() => running?.stop());

  it('logs in with username and password and says who it is', async () => {
    const identity = await partner.identity();
    expect(identity.username).toBe(USERNAMES[REP]);
    expect(partner.instanceUrl).toBe(running.product.url);
  });

  it('refuses a wrong password and an unknown user with the same words', async () => {
    const attempt = (username: string, password: string): Promise<unknown> =>
      new Connection({ loginUrl: running.product.url }).login(username, password);
    const words = 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.';
    await expect(attempt(USERNAMES[REP] as string, 'wrong')).rejects.toThrow(words);
    await expect(attempt('nobody@partner.example', 'local-org')).rejects.toThrow(words);
    await expect(attempt("' OR '1' = '1", "' OR '1' = '1")).rejects.toThrow(words);
  });

  it('queries a parent and a child relationship', async () => {
    const deal = await only<{ Partner__r: { Name: string; Account__r: { Name: string } } }>(
      admin,
      `SELECT Partner__r.Name, Partner__r.Account__r.Name FROM ${OBJECT} WHERE Prospect_Company__c = 'Harbourgate Freight Ltd'`
    );
    expect(deal.Partner__r.Name).toBe('Brightline Systems');
    expect(deal.Partner__r.Account__r.Name).toBe('Brightline Systems');

    const account = await only<{ Contacts: { totalSize: number; records: { LastName: string }[] } }>(
      admin,
      "SELECT Id, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account WHERE Name = 'Brightline Systems'"
    );
    expect(account.Contacts.records.map(({ LastName }) => LastName)).toEqual(['Osei']);
    const scored = await only<{ AI_Recommendations__r: { totalSize: number; records: { Action__c: string }[] } }>(
      admin,
      `SELECT Id, (SELECT Action__c FROM AI_Recommendations__r) FROM ${OBJECT} WHERE Prospect_Company__c = 'Harbourgate Freight Ltd'`
    );
    expect(scored.AI_Recommendations__r.totalSize).toBe(1);
  });

  it('pages through more rows than one answer holds', async () => {
    const rows = await admin.query<{ Id: string }>(`SELECT Id FROM ${OBJECT}`, {
      autoFetch: true,
      maxFetch: 10_000,
      headers: { 'Sforce-Query-Options': 'batchSize=200' }
    });
    const counted = await admin.query(`SELECT COUNT() FROM ${OBJECT}`);
    expect(counted.totalSize).toBeGreaterThan(400);
    expect(new Set(rows.records.map(({ Id }) => Id)).size).toBe(counted.totalSize);
  });

  it('aggregates, filters by date and orders', async () => {
    const { records } = await admin.query<{ Status__c: string; deals: number; most: number }>(
      `SELECT Status__c, COUNT(Id) deals, MAX(Amount__c) most FROM ${OBJECT} WHERE CreatedDate = TODAY GROUP BY Status__c ORDER BY COUNT(Id) DESC`
    );
    expect(records[0]).toMatchObject({ Status__c: 'Approved' });
    expect(records[0]?.deals).toBeGreaterThan(records[1]?.deals as number);
  });

  it('describes an object with what a form needs', async () => {
    const { fields, keyPrefix, createable } = await admin.describe(OBJECT);
    expect(createable).toBe(true);
    expect(keyPrefix).toMatch(/^a/);
    const field = (name: string) => fields.find((each) => each.name === name);
    expect(field('Prospect_Company__c')).toMatchObject({ type: 'string', nillable: false, createable: true });
    expect(field('Status__c')?.picklistValues?.map(({ value }) => value)).toContain('In Review');
    expect(field('Partner__c')).toMatchObject({ type: 'reference', referenceTo: ['Partner__c'], relationshipName: 'Partner__r' });
  });

  it('inserts, updates, reads and deletes as the administrator, through triggers', async () => {
    const [partnerRow] = (await admin.query<{ Id: string }>("SELECT Id FROM Partner__c WHERE Name = 'Nordwind IT'")).records;
    const { id } = (await admin.sobject(OBJECT).create({
      Prospect_Company__c: 'Apiwerk GmbH',
      Prospect_Domain__c: 'https://www.apiwerk.example/contact',
      Partner__c: partnerRow?.Id as string
    })) as { id: string };
    expect(await admin.sobject(OBJECT).retrieve(id)).toMatchObject({ Status__c: 'Draft', Prospect_Domain__c: 'apiwerk.example' });
    await admin.sobject(OBJECT).update({ Id: id, Amount__c: 1234.56 });
    expect(await admin.sobject(OBJECT).retrieve(id)).toMatchObject({ Amount__c: 1234.56 });
    const forbidden = await refusal(admin.sobject(OBJECT).update({ Id: id, Status__c: 'Approved' }));
    expect(forbidden.message).toMatch(/Draft.*Approved/);
    await admin.sobject(OBJECT).destroy(id);
    expect(await admin.query(`SELECT Id FROM ${OBJECT} WHERE Id = '${id}'`)).toMatchObject({ totalSize: 0 });
  });

  it('shows a partner user own rows only', async () => {
    const own = await partner.query<{ Partner__r: { Name: string } | null; Prospect_Company__c: string }>(
      `SELECT Prospect_Company__c, Partner__r.Name FROM ${OBJECT}`
    );
    expect(own.totalSize).toBeGreaterThan(0);
    const all = await admin.query<{ Id: string; Partner__r: { Name: string } }>(`SELECT Id, Partner__r.Name FROM ${OBJECT}`);
    const mine = all.records.filter((row) => row.Partner__r.Name === 'Brightline Systems');
    expect(own.totalSize).toBe(mine.length);
    const foreign = all.records.find((row) => row.Partner__r.Name === 'Nordwind IT') as { Id: string };
    expect(await partner.query(`SELECT Id FROM ${OBJECT} WHERE Id = '${foreign.Id}'`)).toMatchObject({ totalSize: 0 });
    await expect(partner.sobject(OBJECT).retrieve(foreign.Id)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    expect((await refusal(partner.sobject(OBJECT).update({ Id: foreign.Id, Amount__c: 1 }))).errorCode).toMatch(
      /INSUFFICIENT_ACCESS|NOT_FOUND|INVALID_CROSS_REFERENCE_KEY/
    );
    expect((await refusal(partner.sobject(OBJECT).destroy(foreign.Id))).errorCode).toMatch(
      /INSUFFICIENT_ACCESS|NOT_FOUND|INVALID_CROSS_REFERENCE_KEY/
    );
  });

  it('lets a partner user register for the own company only', async () => {
    const { id } = (await partner
      .sobject(OBJECT)
      .create({ Prospect_Company__c: 'Own Api Ltd', Prospect_Country__c: 'Ireland', Amount__c: 5, Close_Date__c: '2027-02-01' })) as {
      id: string;
    };
    const own = await only<{ Partner__r: { Name: string }; Owner: { Name: string } }>(
      admin,
      `SELECT Partner__r.Name, Owner.Name FROM ${OBJECT} WHERE Id = '${id}'`
    );
    expect(own).toMatchObject({ Partner__r: { Name: 'Brightline Systems' }, Owner: { Name: REP } });
    const other = await only<{ Id: string }>(admin, "SELECT Id FROM Partner__c WHERE Name = 'Nordwind IT'");
    const before = (await admin.query(`SELECT Id FROM ${OBJECT} WHERE Partner__c = '${other.Id}'`)).totalSize;
    await partner
      .sobject(OBJECT)
      .create({ Prospect_Company__c: 'Foreign Api Ltd', Partner__c: other.Id })
      .catch(() => undefined);
    expect((await admin.query(`SELECT Id FROM ${OBJECT} WHERE Partner__c = '${other.Id}'`)).totalSize).toBe(before);
  });

  it.each([
    ['an AI field', { AI_Score__c: 99 }],
    ['a decision', { Status__c: 'Approved' }],
    ['another owner', { OwnerId: '005000000000001AAA' }],
    ['a message to the partner', { Partner_Message__c: 'Approved!' }]
  ])('refuses a partner user who writes %s', async (_, change) => {
    const deal = await only<{ Id: string }>(partner, `SELECT Id FROM ${OBJECT} WHERE Prospect_Company__c = 'Harbourgate Freight Ltd'`);
    const { errorCode } = await refusal(partner.sobject(OBJECT).update({ Id: deal.Id, ...change }));
    expect(errorCode).not.toBe('');
    expect(await admin.sobject(OBJECT).retrieve(deal.Id)).not.toMatchObject(change);
  });

  it.each(['AI_Audit_Log__c', 'AI_Recommendation__c', 'AI_Job__c', 'AI_Setting__c'])('hides %s from a partner user', async (object) => {
    await expect(partner.query(`SELECT Id FROM ${object}`)).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
  });

  it('lets nobody but administrators change settings', async () => {
    const setting = await only<{ Id: string }>(admin, 'SELECT Id FROM AI_Setting__c');
    for (const persona of [REP, MANAGER]) {
      const connection = await running.apiAs(persona);
      const { errorCode } = await refusal(connection.sobject('AI_Setting__c').update({ Id: setting.Id, Kill_Switch__c: true }));
      expect(errorCode).toMatch(/INSUFFICIENT_ACCESS|NOT_FOUND|CANNOT_INSERT_UPDATE/);
    }
    expect(await admin.sobject('AI_Setting__c').retrieve(setting.Id)).toMatchObject({ Kill_Switch__c: false });
  });

  it('hides what the AI thinks, and the other people of the org, from a partner user', async () => {
    await expect(partner.query(`SELECT AI_Score__c FROM ${OBJECT}`)).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
    await expect(partner.query(`SELECT Id FROM ${OBJECT} WHERE AI_Score__c > 50`)).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
    await expect(partner.query(`SELECT Id FROM ${OBJECT} ORDER BY Conflict_Risk__c`)).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
    const other = await running.apiAs(OTHER_REP);
    expect((await other.query("SELECT Id FROM Contact WHERE LastName = 'Osei'")).totalSize).toBe(0);
  });

  it('runs Apex for nobody but administrators', async () => {
    await expect(partner.tooling.executeAnonymous('AiSettings.setStopped(true);')).rejects.toMatchObject({
      errorCode: 'INSUFFICIENT_ACCESS'
    });
    const manager = await running.apiAs(MANAGER);
    await expect(manager.tooling.executeAnonymous('AiSettings.setStopped(true);')).rejects.toMatchObject({
      errorCode: 'INSUFFICIENT_ACCESS'
    });
  });

  it('ends with the session', async () => {
    const connection = await running.apiAs(REP);
    const { accessToken, instanceUrl } = connection;
    await connection.logout();
    const again = new Connection({ accessToken: accessToken as string, instanceUrl, version: '65.0' });
    await expect(again.query('SELECT Id FROM Account')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
  });
});
