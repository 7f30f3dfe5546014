import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Decimal } from '../runtime/values/decimal.ts';
import type { ApexList } from '../runtime/values/list.ts';
import type { ApexAddress, ApexLocation } from '../runtime/values/location.ts';
import { ApexMap } from '../runtime/values/map.ts';
import { ANY, STRING } from '../runtime/types.ts';
import { current } from '../runtime/execution.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { checkQuery } from './soql/check.ts';
import { parseQueryText } from './soql/parse.ts';
import { DEFINITION, objectFiles, openTestOrg, row } from './testing/fixture.ts';
import type { TestOrg } from './testing/fixture.ts';

const WHOLE = { access: 'system', allOrNone: true } as const;
const values = (...names: string[]): string =>
  names.map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`).join('');
let org: TestOrg;

beforeAll(() => {
  org = openTestOrg({
    ...objectFiles('Deal__c', DEFINITION, {
      Account__c: '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>',
      Parent__c: '<type>Lookup</type><referenceTo>Deal__c</referenceTo><relationshipName>Parts</relationshipName>',
      Amount__c: '<type>Currency</type><precision>18</precision><scale>2</scale>',
      Place__c: '<type>Location</type><displayLocationInDecimal>true</displayLocationInDecimal><scale>6</scale>',
      Stage__c: `<type>Picklist</type><valueSet><valueSetDefinition>${values('New', 'Working', 'Done')}</valueSetDefinition></valueSet>`,
      Note__c: '<type>LongTextArea</type><length>1000</length><visibleLines>3</visibleLines>'
    })
  });
  org.run(() => {
    const insert = (...rows: SObject[]): void => void org.database.insert(rows, WHOLE);
    const account = row('Account', { Name: 'Acme', BillingCity: 'Paris', BillingCountry: 'France' });
    insert(account);
    const contact = row('Contact', { LastName: 'One', AccountId: account.get('Id') });
    insert(contact);
    insert(row('Task', { Subject: 'call', WhoId: contact.get('Id'), WhatId: account.get('Id') }));
    const first = row('Deal__c', {
      Name: 'A',
      Stage__c: 'Done',
      Account__c: account.get('Id'),
      Place__Latitude__s: Decimal.fromString('48.85'),
      Place__Longitude__s: Decimal.fromString('2.35')
    });
    insert(
      first,
      row('Deal__c', { Name: 'B', Stage__c: 'New' }),
      row('Deal__c', { Name: 'C', Stage__c: 'Working' }),
      row('Deal__c', { Name: 'D' })
    );
    const part = row('Deal__c', { Name: 'A1', Stage__c: 'Elsewhere', Parent__c: first.get('Id') });
    insert(part);
    insert(row('Deal__c', { Name: 'A11', Stage__c: 'New', Parent__c: part.get('Id') }));
  });
});
afterAll(() => org.close());

function rows(text: string, binds: ApexMap | Map<string, unknown> = new Map()): SObject[] {
  return org.run(() => org.database.queryText(text, binds, 'system').items as SObject[]);
}
const names = (text: string): unknown[] => rows(text).map((each) => each.get('Name'));

describe('ORDER BY', () => {
  it('sorts a picklist as Setup lists its values, values of no list behind them', () => {
    expect(names('SELECT Name FROM Deal__c ORDER BY Stage__c, Name')).toEqual(['D', 'A11', 'B', 'C', 'A', 'A1']);
    expect(names('SELECT Name FROM Deal__c ORDER BY Stage__c DESC NULLS LAST, Name')).toEqual(['A1', 'A', 'C', 'A11', 'B', 'D']);
  });
  it('goes with no lock', () => {
    expect(() => rows('SELECT Id FROM Deal__c ORDER BY Name FOR UPDATE')).toThrow('FOR UPDATE');
  });
});

describe('GROUP BY', () => {
  it('refuses fields whose values cannot be grouped', () => {
    for (const field of ['Note__c', 'Amount__c', 'CreatedDate'])
      expect(() => rows(`SELECT COUNT(Id) FROM Deal__c GROUP BY ${field}`)).toThrow(`field '${field}' can not be grouped in a query call`);
  });
});

describe('subqueries', () => {
  it('reach several levels down', () => {
    const [deal] = rows("SELECT Name, (SELECT Name, (SELECT Name FROM Parts__r) FROM Parts__r) FROM Deal__c WHERE Name = 'A'");
    const [part] = (deal!.get('Parts__r') as ApexList).items as SObject[];
    expect([part!.get('Name'), ((part!.get('Parts__r') as ApexList).items[0] as SObject).get('Name')]).toEqual(['A1', 'A11']);
  });
  it('count their rows against the limit too', () => {
    org.run(() => {
      org.database.queryText('SELECT Id, (SELECT Id FROM Parts__r) FROM Deal__c', new Map(), 'system');
      expect(current().limits.queryRows).toBe(8);
    });
  });
});

describe('TYPEOF', () => {
  it("reads the parents of a branch's rows", () => {
    const [task] = rows('SELECT TYPEOF Who WHEN Contact THEN LastName, Account.Name END FROM Task');
    const who = task!.get('Who') as SObject;
    expect([who.objectName, who.get('LastName'), (who.get('Account') as SObject).get('Name')]).toEqual(['Contact', 'One', 'Acme']);
  });
});

describe('date literals', () => {
  it('may stand in a list', () => {
    expect(rows('SELECT Id FROM Task WHERE CreatedDate IN (YESTERDAY, TODAY)')).toHaveLength(1);
    expect(rows('SELECT Id FROM Task WHERE CreatedDate NOT IN (YESTERDAY, TODAY)')).toHaveLength(0);
  });
});

describe('compound fields', () => {
  it('give an address and a geolocation', () => {
    const [account] = rows('SELECT BillingAddress FROM Account');
    expect((account!.get('BillingAddress') as ApexAddress).parts.get('city')).toBe('Paris');
    const [deal] = rows("SELECT Place__c, Account__r.BillingAddress FROM Deal__c WHERE Name = 'A'");
    expect((deal!.get('Place__c') as ApexLocation).latitude).toBe(48.85);
    expect(((deal!.get('Account__r') as SObject).get('BillingAddress') as ApexAddress).parts.get('country')).toBe('France');
  });
  it('are empty when all their parts are', () => {
    expect(rows("SELECT Place__c FROM Deal__c WHERE Name = 'B'")[0]!.get('Place__c')).toBeNull();
  });
  it('are measured from by DISTANCE', () => {
    const near = "DISTANCE(Place__c, GEOLOCATION(48.86, 2.36), 'km')";
    expect(names(`SELECT Name FROM Deal__c WHERE ${near} < 2`)).toEqual(['A']);
    const [deal] = rows(`SELECT ${near} away FROM Deal__c WHERE Name = 'A'`);
    expect(String(deal!.get('away'))).toMatch(/^1\.3/);
    expect(names(`SELECT Name FROM Deal__c ORDER BY ${near} NULLS LAST LIMIT 1`)).toEqual(['A']);
  });
});

describe('what a dynamic query is told', () => {
  it('shows where the unknown name stands', () => {
    expect(() => rows('SELECT Id,\n Nope__c FROM Deal__c')).toThrow(
      "\n Nope__c FROM Deal__c\n ^\nERROR at Row:2:Column:2\nNo such column 'Nope__c' on entity 'Deal__c'."
    );
  });
  it('names binds that differ in their case only', () => {
    const binds = new ApexMap(STRING, ANY, [
      ['n', 'A'],
      ['N', 'B']
    ]);
    expect(() => rows('SELECT Id FROM Deal__c WHERE Name = :n', binds)).toThrow('duplicate case-insensitive keys: [n, N]');
  });
});

describe('restrictions', () => {
  it('FIELDS() without bounds needs a limit', () => {
    expect(() => rows('SELECT FIELDS(ALL) FROM Deal__c')).toThrow('LIMIT of at most 200');
    expect(rows('SELECT FIELDS(ALL) FROM Deal__c LIMIT 200')).toHaveLength(6);
    expect(rows('SELECT FIELDS(STANDARD) FROM Deal__c')).toHaveLength(6);
  });
  it('links of files are asked for by one of their ends, in inline queries too', () => {
    const { query } = parseQueryText('SELECT Id FROM ContentDocumentLink');
    expect(checkQuery(query, org.model).error).toContain('ContentDocumentLink requires a filter by a single Id');
  });
});
