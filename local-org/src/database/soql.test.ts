import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApexDate } from '../runtime/values/date.ts';
import { ApexDatetime } from '../runtime/values/datetime.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { STRING } from '../runtime/types.ts';
import { ApexList } from '../runtime/values/list.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { checkQuery } from './soql/check.ts';
import { parseQueryText } from './soql/parse.ts';
import { DEFINITION, objectFiles, openTestOrg, row } from './testing/fixture.ts';
import type { TestOrg } from './testing/fixture.ts';

let org: TestOrg;
const OPTIONS = { access: 'system', allOrNone: true } as const;

beforeAll(() => {
  org = openTestOrg(
    objectFiles('Deal__c', DEFINITION, {
      Account__c: '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>',
      Amount__c: '<type>Currency</type><precision>18</precision><scale>2</scale>',
      Close__c: '<type>Date</type>',
      Skills__c:
        '<type>MultiselectPicklist</type><valueSet><valueSetDefinition><value><fullName>A</fullName><label>Alpha</label></value><value><fullName>B</fullName><label>Beta</label></value></valueSetDefinition></valueSet><visibleLines>4</visibleLines>',
      Double_Amount__c: '<type>Currency</type><formula>Amount__c * 2</formula><precision>18</precision><scale>2</scale>',
      Note__c: '<type>LongTextArea</type><length>1000</length><visibleLines>3</visibleLines>'
    })
  );
  org.run(() => {
    const { database } = org;
    const acme = row('Account', { Name: 'Acme' });
    const umlaut = row('Account', { Name: 'Äpfel GmbH' });
    database.insert([acme, umlaut], OPTIONS);
    const deal = (name: string, account: SObject | null, amount: string | null, more: Record<string, unknown> = {}) =>
      row('Deal__c', {
        Name: name,
        Account__c: account?.get('Id') ?? null,
        Amount__c: amount === null ? null : Decimal.fromString(amount),
        ...more
      });
    database.insert(
      [
        deal('One', acme, '0.10', { Skills__c: 'A;B', Close__c: new ApexDate(2024, 2, 29) }),
        deal('two', acme, '0.20', { Skills__c: 'A' }),
        deal('Three_x', umlaut, '1000000.05'),
        deal('100%', null, null, { Close__c: ApexDatetime.now().date('America/Los_Angeles') })
      ],
      OPTIONS
    );
  });
});
afterAll(() => org.close());

function names(where: string, binds: Record<string, unknown> = {}): unknown[] {
  return rows(`SELECT Name FROM Deal__c WHERE ${where}`, binds).map((item) => item.get('Name'));
}
function rows(text: string, binds: Record<string, unknown> = {}): SObject[] {
  return org.run(() => org.database.queryText(text, new Map(Object.entries(binds)), 'system').items as SObject[]);
}

describe('WHERE', () => {
  it.each([
    ["Name = 'ONE'", ['One']],
    ["Name LIKE 't%'", ['two', 'Three_x']],
    ["Name LIKE '%\\\\_%'", ['Three_x']],
    ["Name LIKE '%\\\\%'", ['100%']],
    ["Account__r.Name = 'äpfel gmbh'", ['Three_x']],
    ["Account__r.Name LIKE 'ÄPF%'", ['Three_x']],
    ["Name != 'one'", ['two', 'Three_x', '100%']],
    ['Account__c = null', ['100%']],
    ['Amount__c > 0.1', ['two', 'Three_x']],
    ['Amount__c >= 0.10', ['One', 'two', 'Three_x']],
    ['Amount__c > 0.105', ['two', 'Three_x']],
    ['Amount__c < 0.105', ['One']],
    ['Amount__c = 0.105', []],
    ['Amount__c != 0.1', ['two', 'Three_x', '100%']],
    ['Double_Amount__c = 0.4', ['two']],
    ['Close__c = TODAY', ['100%']],
    ['Close__c < LAST_YEAR', ['One']],
    ['Close__c = 2024-02-29', ['One']],
    ['CALENDAR_YEAR(Close__c) = 2024', ['One']],
    ['CreatedDate = TODAY', ['One', 'two', 'Three_x', '100%']],
    ["Skills__c INCLUDES ('A;B')", ['One']],
    ["Skills__c INCLUDES ('B', 'A')", ['One', 'two']],
    ["Skills__c EXCLUDES ('B')", ['two', 'Three_x', '100%']],
    ["Name IN ('one', 'TWO')", ['One', 'two']],
    ["Name NOT IN ('one', 'TWO')", ['Three_x', '100%']],
    ["Account__c IN (SELECT Id FROM Account WHERE Name = 'Acme')", ['One', 'two']],
    ["Account__c NOT IN (SELECT Id FROM Account WHERE Name = 'Acme')", ['Three_x', '100%']],
    ["(NOT Name = 'One') AND (Amount__c = 0.2 OR Amount__c = null)", ['two', '100%']]
  ])('%s', (where, expected) => {
    expect(names(where.replaceAll('\\\\', '\\'))).toEqual(expected);
  });

  it('treats the empty string as null, in lists too', () => {
    expect(names("Note__c = ''".replace('Note__c', 'Account__r.Name'))).toEqual(['100%']);
    expect(names("Account__r.Name IN ('', 'acme')")).toEqual(['One', 'two', '100%']);
  });

  it('binds collections, single values and nothing', () => {
    const list = new ApexList(STRING, ['one', 'TWO']);
    expect(names('Name IN :wanted', { wanted: list })).toEqual(['One', 'two']);
    expect(names('Name IN :wanted', { wanted: new ApexList(STRING) })).toEqual([]);
    expect(names('Name NOT IN :wanted', { wanted: new ApexList(STRING) })).toHaveLength(4);
    expect(names('Name = :name', { name: 'ONE' })).toEqual(['One']);
  });

  it('takes hostile text as text', () => {
    const hostile = `x' OR 1=1; DROP TABLE "Deal__c"; -- \u0000 𝕏`;
    expect(names('Name = :name', { name: hostile })).toEqual([]);
    expect(names('Name LIKE :name', { name: `${hostile}\\` })).toEqual([]);
    expect(rows('SELECT Id FROM Deal__c')).toHaveLength(4);
  });

  it('takes more ids than SQLite takes parameters', () => {
    const many = new ApexList(STRING, Array.from({ length: 40_000 }, (_, index) => `n${index}`).concat('one'));
    expect(names('Name IN :many', { many })).toEqual(['One']);
  });

  it('refuses a bind that nobody gave', () => {
    expect(() => names('Name = :missing.name')).toThrow('Variable does not exist: missing.name');
  });

  it('refuses to filter long text', () => {
    expect(() => names("Note__c = 'x'")).toThrow("field 'Note__c' can not be filtered in a query call");
  });
});

describe('ORDER BY', () => {
  it('ignores case, puts symbols before digits before letters, and nulls first', () => {
    expect(rows('SELECT Name FROM Deal__c ORDER BY Name').map((item) => item.get('Name'))).toEqual(['100%', 'One', 'Three_x', 'two']);
    expect(rows('SELECT Name FROM Deal__c ORDER BY Amount__c').map((item) => item.get('Name'))).toEqual(['100%', 'One', 'two', 'Three_x']);
    expect(rows('SELECT Name FROM Deal__c ORDER BY Amount__c DESC NULLS LAST LIMIT 2 OFFSET 1').map((item) => item.get('Name'))).toEqual([
      'two',
      'One'
    ]);
  });
  it('sorts accented letters beside their base letter', () => {
    expect(rows('SELECT Name FROM Account ORDER BY Name').map((item) => item.get('Name'))).toEqual(['Acme', 'Äpfel GmbH']);
  });
});

describe('SELECT', () => {
  it('nests parents up to a user', () => {
    const [deal] = rows("SELECT Account__r.Owner.Name FROM Deal__c WHERE Name = 'One'");
    expect(((deal!.get('Account__r') as SObject).get('Owner') as SObject).get('Name')).toBe('Local Admin');
  });
  it('leaves out a parent that is not there', () => {
    expect(rows('SELECT Account__r.Name FROM Deal__c WHERE Account__c = null')[0]!.get('Account__r')).toBeNull();
  });
  it('gives each parent its own children, limited per parent', () => {
    const accounts = rows('SELECT Name, (SELECT Name FROM Deals__r ORDER BY Name DESC LIMIT 1) FROM Account ORDER BY Name');
    expect(accounts.map((account) => (account.get('Deals__r') as ApexList).items.map((deal) => (deal as SObject).get('Name')))).toEqual([
      ['two'],
      ['Three_x']
    ]);
  });
  it('shows the Name fields of a polymorphic owner', () => {
    const owner = rows('SELECT Owner.Name, Owner.Type FROM Deal__c LIMIT 1')[0]!.get('Owner') as SObject;
    expect([owner.objectName, owner.get('Name'), owner.get('Type')]).toEqual(['Name', 'Local Admin', 'User']);
  });
  it('answers toLabel with the label', () => {
    expect(rows("SELECT toLabel(Skills__c) FROM Deal__c WHERE Name = 'One'")[0]!.get('Skills__c')).toBe('Alpha;Beta');
  });
});

describe('aggregates', () => {
  it('adds decimals exactly', () => {
    const [total] = rows('SELECT SUM(Amount__c) total, COUNT(Id), AVG(Amount__c) mean, MAX(Amount__c) top FROM Deal__c');
    expect((total!.get('total') as Decimal).toString()).toBe('1000000.35');
    expect(total!.get('expr0')).toBe(4);
    expect((total!.get('mean') as Decimal).setScale(6, 'HALF_UP').toString()).toBe('333333.450000');
  });
  it('groups, filters groups and sorts by aggregates', () => {
    const groups = rows(
      'SELECT Account__r.Name, COUNT(Id) n FROM Deal__c GROUP BY Account__r.Name HAVING COUNT(Id) > 0 ORDER BY COUNT(Id) DESC, Account__r.Name NULLS LAST'
    );
    expect(groups.map((group) => [group.get('Name'), group.get('n')])).toEqual([
      ['Acme', 2],
      ['Äpfel GmbH', 1],
      [null, 1]
    ]);
  });
  it('adds subtotals with ROLLUP', () => {
    const groups = rows(
      'SELECT Account__r.Name name, GROUPING(Account__r.Name) g, COUNT(Id) n FROM Deal__c WHERE Account__c != null GROUP BY ROLLUP(Account__r.Name)'
    );
    expect(groups.map((group) => [group.get('name'), group.get('g'), group.get('n')])).toEqual([
      ['Acme', 0, 2],
      ['Äpfel GmbH', 0, 1],
      [null, 1, 3]
    ]);
  });
  it('refuses a field that is neither grouped nor aggregated', () => {
    expect(() => rows('SELECT Name, COUNT(Id) FROM Deal__c GROUP BY Account__c')).toThrow('Field must be grouped or aggregated: Name');
  });
});

describe('checkQuery', () => {
  const check = (text: string) => checkQuery(parseQueryText(text).query, org.model);
  it.each([
    ['SELECT Nope__c FROM Deal__c', "No such column 'Nope__c' on entity 'Deal__c'"],
    ['SELECT Nope__r.Name FROM Deal__c', "Didn't understand relationship 'Nope__r' in field path"],
    ['SELECT (SELECT Id FROM Nopes__r) FROM Account', "Didn't understand relationship 'Nopes__r' in FROM part of query call"],
    ['SELECT Id FROM Nope__c', "sObject type 'Nope__c' is not supported"],
    ['SELECT Id FROM Deal__c WHERE Nope__c = 1', "No such column 'Nope__c' on entity 'Deal__c'"],
    ["SELECT Id FROM Deal__c WHERE Amount__c = '1'", "value of filter criterion for field 'Amount__c' must be of type double"]
  ])('%s', (text, message) => {
    expect(check(text).error).toContain(message);
  });
  it('tells rows, aggregates and counts apart', () => {
    expect(check('select id from deal__C where name = :x limit :n').shape).toEqual({ kind: 'rows', object: 'Deal__c' });
    expect(check('SELECT COUNT() FROM Deal__c').shape).toEqual({ kind: 'count', object: 'Deal__c' });
    expect(check('SELECT MAX(Name) FROM Deal__c').shape).toEqual({ kind: 'aggregate', object: 'Deal__c' });
  });
});

describe('text that is not SOQL', () => {
  it.each(['', 'SELECT', 'SELECT Id FROM Deal__c WHERE', 'DELETE FROM Deal__c', 'SELECT Id FROM Deal__c; DROP TABLE x'])(
    '%j is refused',
    (text) => {
      expect(() => rows(text)).toThrow(/unexpected token|token recognition/);
    }
  );
});
