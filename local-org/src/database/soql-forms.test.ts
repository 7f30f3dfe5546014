import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApexDate } from '../runtime/values/date.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import type { ApexList } from '../runtime/values/list.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { parseSearchText } from './soql/parse.ts';
import { literalRange } from './soql/dates.ts';
import { DEFINITION, objectFiles, openTestOrg, row } from './testing/fixture.ts';
import type { TestOrg } from './testing/fixture.ts';

const WHOLE = { access: 'system', allOrNone: true } as const;
let org: TestOrg;

beforeAll(() => {
  const type = objectFiles('Case_Type__mdt', '<label>Type</label><pluralLabel>Types</pluralLabel>', {
    Rank__c: '<type>Number</type><precision>3</precision><scale>0</scale>',
    On__c: '<type>Checkbox</type><defaultValue>true</defaultValue>'
  });
  org = openTestOrg({
    ...objectFiles('Deal__c', DEFINITION, {}),
    ...type,
    'force-app/customMetadata/Case_Type.First.md-meta.xml':
      '<CustomMetadata><label>First</label><protected>false</protected><values><field>Rank__c</field><value>1</value></values></CustomMetadata>'
  });
  org.run(() => {
    const account = row('Account', { Name: 'Acme Rockets', Description: 'makes anvils' });
    org.database.insert([account], WHOLE);
    const contact = row('Contact', { FirstName: 'Wile', LastName: 'Coyote', Email: 'Wile@Acme.Example', AccountId: account.get('Id') });
    org.database.insert([contact], WHOLE);
    org.database.insert(
      [
        row('Task', {
          Subject: 'call',
          WhatId: account.get('Id'),
          WhoId: contact.get('Id'),
          ActivityDate: new ApexDate(2026, 1, 5),
          Status: 'Completed'
        })
      ],
      WHOLE
    );
    org.database.insert(
      [row('ContentVersion', { PathOnClient: 'a.pdf', VersionData: ApexBlob.fromString('x'), FirstPublishLocationId: account.get('Id') })],
      WHOLE
    );
  });
});
afterAll(() => org.close());

function rows(text: string): SObject[] {
  return org.run(() => org.database.queryText(text, new Map(), 'system').items as SObject[]);
}

describe('standard objects', () => {
  it('derive what the platform derives', () => {
    const [contact] = rows('SELECT Name, Email FROM Contact');
    expect([contact!.get('Name'), contact!.get('Email')]).toEqual(['Wile Coyote', 'wile@acme.example']);
    const [task] = rows('SELECT IsClosed, Priority, Account.Name FROM Task');
    expect([task!.get('IsClosed'), task!.get('Priority'), (task!.get('Account') as SObject).get('Name')]).toEqual([
      true,
      'Normal',
      'Acme Rockets'
    ]);
  });
  it('make a document of a file version and link it', () => {
    expect(
      rows('SELECT ContentDocument.Title FROM ContentDocumentLink WHERE LinkedEntityId IN (SELECT Id FROM Account)').map((link) =>
        (link.get('ContentDocument') as SObject).get('Title')
      )
    ).toEqual(['a']);
  });
  it('have children by their relationship names', () => {
    const [account] = rows('SELECT (SELECT Subject FROM Tasks), (SELECT LastName FROM Contacts) FROM Account');
    expect(['Tasks', 'Contacts'].map((name) => (account!.get(name) as ApexList).items.length)).toEqual([1, 1]);
  });
});

describe('forms of SOQL', () => {
  it('TYPEOF gives the fields of the branch that fits', () => {
    const [task] = rows('SELECT TYPEOF What WHEN Account THEN Name, Description WHEN Opportunity THEN StageName ELSE Id END FROM Task');
    const what = task!.get('What') as SObject;
    expect([what.objectName, what.get('Description')]).toEqual(['Account', 'makes anvils']);
  });
  it('a polymorphic parent shows its name and type', () => {
    const [task] = rows("SELECT What.Name, Who.Type, Owner.Profile.Name FROM Task WHERE What.Type = 'Account'");
    expect([(task!.get('What') as SObject).get('Name'), (task!.get('Who') as SObject).get('Type')]).toEqual(['Acme Rockets', 'Contact']);
    expect(((task!.get('Owner') as SObject).get('Profile') as SObject).get('Name')).toBe('System Administrator');
  });
  it('FIELDS(ALL) selects every stored field', () => {
    const [account] = rows('SELECT FIELDS(ALL) FROM Account LIMIT 200');
    expect(account!.queried!.has('Description')).toBe(true);
    expect(() => rows('SELECT FIELDS(ALL) FROM Account LIMIT 201')).toThrow('LIMIT of at most 200');
  });
  it('date functions group', () => {
    expect(
      rows('SELECT CALENDAR_MONTH(ActivityDate) m, COUNT(Id) n FROM Task GROUP BY CALENDAR_MONTH(ActivityDate)').map((group) => [
        group.get('m'),
        group.get('n')
      ])
    ).toEqual([[1, 1]]);
  });
  it('an alias names the object', () => {
    expect(rows("SELECT a.Name FROM Account a WHERE a.Name LIKE 'Acme%' FOR UPDATE")[0]!.get('Name')).toBe('Acme Rockets');
  });
  it('custom metadata is queried like rows, defaults included, and is not counted', () => {
    const [record] = rows('SELECT DeveloperName, MasterLabel, Rank__c, On__c FROM Case_Type__mdt WHERE Rank__c = 1');
    expect([record!.get('DeveloperName'), String(record!.get('Rank__c')), record!.get('On__c')]).toEqual(['First', '1', true]);
    org.run((execution) => {
      org.database.queryText('SELECT Id FROM Case_Type__mdt', new Map(), 'system');
      org.database.queryText('SELECT Id FROM Account', new Map(), 'system');
      expect([execution.limits.queries, execution.limits.queryRows]).toEqual([1, 1]);
    });
  });
  it('what is not implemented says so', () => {
    expect(() => rows('SELECT Id FROM OpenActivity')).toThrow('Not implemented in the local org: SOQL on OpenActivity');
    expect(() => rows('SELECT convertCurrency(AnnualRevenue) FROM Account')).toThrow(/convertcurrency/i);
  });
});

describe('SOSL', () => {
  const find = (text: string) =>
    org.run(() =>
      org.database
        .search(parseSearchText(text).query, [], 'system')
        .items.map((list) => (list as ApexList).items.map((item) => (item as SObject).get('Name')))
    );
  it('finds words by their beginning, in the fields it is told to search', () => {
    expect(find('FIND {rock} IN ALL FIELDS RETURNING Account(Name), Contact(Name)')).toEqual([['Acme Rockets'], []]);
    expect(find('FIND {anvils} IN NAME FIELDS RETURNING Account(Name)')).toEqual([[]]);
    expect(find('FIND {coyote wile} RETURNING Contact(Name WHERE Email != null LIMIT 1)')).toEqual([['Wile Coyote']]);
  });
  it('takes a term of regular-expression characters as text', () => {
    expect(find('FIND {a\\\\(b} IN ALL FIELDS RETURNING Account(Name)')).toEqual([[]]);
  });
});

describe('date literals', () => {
  const today = new ApexDate(2026, 11, 23);
  it.each([
    ['TODAY', null, '2026-11-23', '2026-11-24'],
    ['LAST_N_DAYS', 3, '2026-11-20', '2026-11-24'],
    ['NEXT_N_DAYS', 3, '2026-11-24', '2026-11-27'],
    ['N_DAYS_AGO', 3, '2026-11-20', '2026-11-21'],
    ['THIS_WEEK', null, '2026-11-22', '2026-11-29'],
    ['LAST_MONTH', null, '2026-10-01', '2026-11-01'],
    ['NEXT_N_MONTHS', 2, '2026-12-01', '2027-02-01'],
    ['LAST_N_MONTHS', 2, '2026-09-01', '2026-11-01'],
    ['THIS_QUARTER', null, '2026-10-01', '2027-01-01'],
    ['LAST_FISCAL_YEAR', null, '2025-01-01', '2026-01-01'],
    ['LAST_90_DAYS', null, '2026-08-25', '2026-11-24']
  ])('%s:%s is [%s, %s)', (name, n, start, end) => {
    const range = literalRange(name, n, today);
    expect([range.start.toString(), range.end.toString()]).toEqual([start, end]);
  });
});
