import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { DEFINITION, objectFiles, openTestOrg, row } from '../testing/fixture.ts';
import type { TestOrg } from '../testing/fixture.ts';
import { parseFormula } from './parse.ts';

let org: TestOrg;
let deal: SObject;

beforeAll(() => {
  org = openTestOrg({
    ...objectFiles('Deal__c', DEFINITION, {
      Account__c: '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>',
      Amount__c: '<type>Currency</type><precision>18</precision><scale>2</scale>',
      Rate__c: '<type>Percent</type><precision>5</precision><scale>1</scale>',
      Close__c: '<type>Date</type>',
      Skills__c:
        '<type>MultiselectPicklist</type><valueSet><valueSetDefinition><value><fullName>A</fullName><label>A</label></value></valueSetDefinition></valueSet>'
    }),
    'force-app/labels/CustomLabels.labels-meta.xml':
      '<CustomLabels><labels><fullName>Hello</fullName><value>Good day</value></labels></CustomLabels>'
  });
  org.run(() => {
    const account = row('Account', { Name: 'Acme' });
    org.database.insert([account], { access: 'system', allOrNone: true });
    deal = row('Deal__c', {
      Name: 'One',
      Account__c: account.get('Id'),
      Amount__c: Decimal.fromString('10.50'),
      Rate__c: Decimal.fromString('12.5'),
      Close__c: new ApexDate(2024, 1, 31),
      Skills__c: 'A;B',
      CreatedDate: new ApexDatetime(Date.UTC(2024, 0, 2, 3, 4, 5))
    });
  });
});
afterAll(() => org.close());

function evaluate(formula: string): unknown {
  return org.run(() => org.database.formulas.raw(org.model.objects.get('deal__c')!, formula, { values: deal.values }));
}

describe('formulas', () => {
  it.each([
    ['1 + 2 * 3 ^ 2', '19'],
    ['-(2 + 3) / 2', '-2.5'],
    ['10 - 2 - 3', '5'],
    ['"a" & "b" + "c"', 'abc'],
    ['Amount__c * Rate__c', '1.3125'],
    ['IF(Amount__c > 10 && NOT(ISBLANK(Name)), "big", "small")', 'big'],
    ['CASE(Name, "Two", 2, "One", 1, 0)', '1'],
    ['TEXT(null) & "x"', 'x'],
    ['Account__r.Name', 'Acme'],
    ['Account__r.Owner.LastName', 'Admin'],
    ['$Label.Hello', 'Good day'],
    ['$User.LastName', 'Admin'],
    ['$Profile.Name', 'System Administrator'],
    ['UPPER(LEFT(Name, 2)) & RIGHT(Name, 1) & MID(Name, 2, 1)', 'ONen'],
    ['SUBSTITUTE(Name, "O", "$&")', '$&ne'],
    ['FIND("n", Name)', '2'],
    ['INCLUDES(Skills__c, "B")', 'true'],
    ['REGEX("AB-12", "[A-Z]{2}-\\\\d+")', 'true'],
    ['ISPICKVAL(Skills__c, "A;B")', 'true'],
    ['Close__c + 1', '2024-02-01'],
    ['ADDMONTHS(Close__c, 1)', '2024-02-29'],
    ['Close__c - DATE(2024, 1, 1)', '30'],
    ['WEEKDAY(Close__c)', '4'],
    ['YEAR(DATEVALUE("2024-02-29"))', '2024'],
    ['ROUND(2.345, 2)', '2.35'],
    ['FLOOR(-1.5)', '-1'],
    ['CEILING(-1.5)', '-2'],
    ['MFLOOR(-1.5)', '-2'],
    ['MOD(-1, 3)', '2'],
    ['MAX(1, 3, 2)', '3'],
    ['BLANKVALUE(null, "none")', 'none'],
    ['"" = null', 'true'],
    ['"a" = "A"', 'false'],
    ['null > 1', 'false'],
    ['LPAD("7", 3, "0")', '007'],
    ['/* why */ 1 <> 2', 'true']
  ])('%s = %s', (formula, expected) => {
    const value = evaluate(formula.replaceAll('\\\\', '\\\\'));
    expect(value instanceof Decimal ? value.stripTrailingZeros().toPlainString() : String(value)).toBe(expected);
  });

  it('name a function that is not implemented', () => {
    expect(() => evaluate('VLOOKUP(1, 2, 3)')).toThrow('Not implemented in the local org: formula function VLOOKUP()');
  });

  it('name a field that does not exist', () => {
    expect(() => evaluate('Nope__c + 1')).toThrow('Field Nope__c does not exist on Deal__c');
  });

  it.each(['1 +', 'IF(true, 1', '"open', '1 2', 'a..b', '(((('])('%j is a syntax error', (formula) => {
    expect(() => parseFormula(formula)).toThrow(/Syntax error in formula/);
  });
});
