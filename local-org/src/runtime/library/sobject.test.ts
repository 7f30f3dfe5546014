import { describe, expect, it } from 'vitest';
import { registerAccessRules } from '../access.ts';
import { call, callStatic, field, inOrg, object, thrown } from '../test-support.ts';
import { apexEquals } from '../equality.ts';
import { toDisplayString } from '../convert.ts';
import { fieldDescribe, globalDescribe, objectDescribe } from '../schema/object-describe.ts';
import { fieldToken, objectToken } from '../schema/tokens.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexId } from '../values/id.ts';
import type { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { SObject } from '../values/sobject.ts';

const DEAL = object(
  'Deal__c',
  [
    field('Name', 'String', { nameField: true, custom: false }),
    field('Amount__c', 'Currency', { precision: 18, scale: 2 }),
    field('Active__c', 'Boolean'),
    field('Total__c', 'Double', { formula: 'Amount__c * 2', createable: false, updateable: false }),
    field('Status__c', 'Picklist', {
      picklist: { restricted: true, values: [{ value: 'New', label: 'Newly made', default: true, active: true }] }
    }),
    field('Partner__c', 'Reference', { referenceTo: ['Account'], relationshipName: 'Partner__r' })
  ],
  { keyPrefix: 'a01', fieldSets: [{ name: 'Short', label: 'Short', fields: ['Name', 'Partner__r.Name'] }] }
);
const ACCOUNT = object('Account', [field('Name', 'String', { nameField: true })], {
  keyPrefix: '001',
  childRelationships: [{ name: 'Deals__r', childObject: 'Deal__c', field: 'Partner__c', cascadeDelete: false }]
});
const inDealOrg = <T>(body: () => T, namespace = ''): T => inOrg({ objects: [DEAL, ACCOUNT], namespace }, body);
const on = (row: SObject, method: string, ...args: unknown[]): unknown => call('System.SObject', method, row, ...args);
const queried = (values: Record<string, unknown>, ...more: string[]): SObject => {
  const row = new SObject('Deal__c', values);
  row.queried = new Set([...Object.keys(values), ...more]);
  return row;
};

describe('reading rows', () => {
  it('gives false for a checkbox that is not set, null for the same by get()', () => {
    inDealOrg(() => {
      const row = new SObject('Deal__c');
      expect(row.read('Active__c')).toBe(false);
      expect(on(row, 'get', 'active__c')).toBeNull();
    });
  });

  it('complains about fields a query did not select, by name or by get', () => {
    const message = 'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Deal__c.Amount__c';
    inDealOrg(() => {
      const row = queried({ Name: 'A' });
      expect(thrown(() => row.read('Amount__c'))).toBe(message);
      expect(thrown(() => on(row, 'get', 'amount__c'))).toBe(message);
      expect(thrown(() => on(on(row, 'clone') as SObject, 'get', 'Amount__c'))).toBe(message);
      expect(on(queried({ Name: 'A' }, 'Amount__c'), 'get', 'Amount__c')).toBeNull();
    });
  });

  it('refuses fields that do not exist and tokens of other objects', () => {
    inDealOrg(() => {
      expect(thrown(() => on(new SObject('Deal__c'), 'get', 'Nope__c'))).toBe('System.SObjectException: Invalid field Nope__c for Deal__c');
      expect(thrown(() => on(new SObject('Deal__c'), 'get', fieldToken('Account', 'Name')))).toContain(
        'does not belong to SObject type Deal__c'
      );
      expect(thrown(() => on(new SObject('Deal__c'), 'get', null))).toBe('System.NullPointerException: Argument cannot be null.');
    });
  });
});

describe('writing rows', () => {
  it('converts what the platform converts and refuses the rest', () => {
    inDealOrg(() => {
      const row = new SObject('Deal__c');
      on(row, 'put', 'AMOUNT__C', 5);
      expect(row.get('Amount__c')).toEqual(Decimal.fromInteger(5));
      on(row, 'put', fieldToken('Deal__c', 'Partner__c'), '001000000000001');
      expect(String(row.get('Partner__c'))).toBe('001000000000001AAA');
      expect(thrown(() => on(row, 'put', 'Amount__c', 'ten'))).toBe('System.SObjectException: Illegal assignment from String to Decimal');
      expect(thrown(() => on(row, 'put', 'Total__c', 1))).toBe('System.SObjectException: Field Total__c is not editable');
    });
  });

  it('refuses read-only rows', () => {
    const row = new SObject('Deal__c');
    row.readOnly = true;
    expect(thrown(() => row.put('Name', 'x'))).toBe('System.FinalException: Record is read-only');
  });

  it('reaches parents and children by relationship', () => {
    inDealOrg(() => {
      const row = new SObject('Deal__c');
      const parent = new SObject('Account', { Name: 'Acme' });
      on(row, 'putSObject', 'partner__r', parent);
      expect(on(row, 'getSObject', 'Partner__r')).toBe(parent);
      expect(on(parent, 'getSObjects', 'Deals__r')).toBeNull();
      expect(thrown(() => on(row, 'getSObject', 'Nope__r'))).toBe('System.SObjectException: Invalid relationship Nope__r for Deal__c');
    });
  });

  it('clones without id and timestamps unless asked to keep them', () => {
    inDealOrg(() => {
      const row = new SObject('Deal__c', { Id: ApexId.of('a01000000000001'), Name: 'A' });
      expect(toDisplayString(on(row, 'clone'))).toBe('Deal__c:{Name=A}');
      expect((on(row, 'clone', true) as SObject).get('Id')).toEqual(row.get('Id'));
      expect(String(on(on(row, 'clone') as SObject, 'getCloneSourceId'))).toBe('a01000000000001AAA');
    });
  });

  it('collects errors on the row and on fields', () => {
    inDealOrg(() => {
      const row = new SObject('Deal__c');
      on(row, 'addError', 'Bad row');
      on(row, 'addError', 'amount__c', 'Bad amount');
      on(row, 'addError', fieldToken('Deal__c', 'Name'), 'Bad name');
      expect(row.errors.map(({ field, message }) => [field, message])).toEqual([
        [null, 'Bad row'],
        ['Amount__c', 'Bad amount'],
        ['Name', 'Bad name']
      ]);
      expect(on(row, 'hasErrors')).toBe(true);
      expect((on(row, 'getErrors') as ApexList).size).toBe(3);
    });
  });

  it('shows populated fields as a map that cannot be changed', () => {
    const map = on(new SObject('Deal__c', { Name: 'A' }), 'getPopulatedFieldsAsMap') as ApexMap;
    expect(map.get('Name')).toBe('A');
    expect(thrown(() => map.put('x', 1))).toBe('System.FinalException: Collection is read-only');
  });
});

describe('Schema', () => {
  it('gives one token per object and field', () => {
    inDealOrg(() => {
      expect(objectToken('deal__C')).toBe(objectToken('Deal__c'));
      expect(fieldToken('Deal__c', 'name')).toBe(fieldToken('Deal__c', 'Name'));
      expect(fieldToken('Deal__c', 'Name')).not.toBe(fieldToken('Account', 'Name'));
    });
  });

  it('gives equal describe results each time it is asked', () => {
    inDealOrg(() => {
      const [first, second] = [1, 2].map(() => objectDescribe('Account').childRelationships.items[0]);
      expect(apexEquals(first, second)).toBe(true);
      expect(apexEquals(fieldDescribe('Deal__c', 'Name'), fieldDescribe('Deal__c', 'name'))).toBe(true);
      expect(apexEquals(fieldDescribe('Deal__c', 'Name'), fieldDescribe('Account', 'Name'))).toBe(false);
    });
  });

  it('finds objects and fields in any case', () => {
    inDealOrg(() => {
      expect(globalDescribe().get('DEAL__c')).toBe(objectToken('Deal__c'));
      expect(globalDescribe().has('nope__c')).toBe(false);
      expect(callStatic('System.Schema', 'getGlobalDescribe')).toBeInstanceOf(ApexMap);
    });
  });

  it('names custom things with the namespace and finds them with and without', () => {
    inDealOrg(() => {
      expect(String(call('Schema.SObjectType', 'toString', objectToken('ppai__Deal__c')))).toBe('ppai__Deal__c');
      expect(call('Schema.DescribeFieldResult', 'getName', fieldDescribe('Deal__c', 'Amount__c'))).toBe('ppai__Amount__c');
      expect(globalDescribe().get('ppai__deal__c')).toBe(objectToken('Deal__c'));
    }, 'ppai');
  });

  it('describes fields', () => {
    inDealOrg(() => {
      const describe = (name: string, method: string): unknown =>
        call('Schema.DescribeFieldResult', method, fieldDescribe('Deal__c', name));
      expect(String(describe('Amount__c', 'getType'))).toBe('CURRENCY');
      expect(String(describe('Amount__c', 'getSoapType'))).toBe('DOUBLE');
      expect(describe('Amount__c', 'getScale')).toBe(2);
      expect(describe('Total__c', 'isCalculated')).toBe(true);
      expect((describe('Partner__c', 'getReferenceTo') as ApexList).items).toEqual([objectToken('Account')]);
      const [entry] = (describe('Status__c', 'getPicklistValues') as ApexList).items;
      expect([
        call('Schema.PicklistEntry', 'getValue', entry),
        call('Schema.PicklistEntry', 'getLabel', entry),
        call('Schema.PicklistEntry', 'isDefaultValue', entry)
      ]).toEqual(['New', 'Newly made', true]);
    });
  });

  it('answers permission questions for the running user', () => {
    registerAccessRules({
      canAccessObject: (user, _, access) => user.id.startsWith('005') && access === 'read',
      canAccessField: (_, __, name) => name !== 'Amount__c'
    });
    inDealOrg(() => {
      expect(call('Schema.DescribeSObjectResult', 'isAccessible', objectDescribe('Deal__c'))).toBe(true);
      expect(call('Schema.DescribeSObjectResult', 'isDeletable', objectDescribe('Deal__c'))).toBe(false);
      expect(call('Schema.DescribeFieldResult', 'isAccessible', fieldDescribe('Deal__c', 'Amount__c'))).toBe(false);
      expect(call('Schema.DescribeFieldResult', 'isUpdateable', fieldDescribe('Deal__c', 'Total__c'))).toBe(false);
    });
  });

  it('walks the paths of a field set', () => {
    inDealOrg(() => {
      const set = objectDescribe('Deal__c').fieldSets.get('SHORT');
      const members = (call('Schema.FieldSet', 'getFields', set) as ApexList).items;
      expect(members.map((member) => call('Schema.FieldSetMember', 'getFieldPath', member))).toEqual(['Name', 'Partner__r.Name']);
      expect(call('Schema.FieldSetMember', 'getSObjectField', members[1])).toBe(fieldToken('Account', 'Name'));
    });
  });

  it('makes rows, with defaults on request', () => {
    inDealOrg(() => {
      expect(toDisplayString(call('Schema.SObjectType', 'newSObject', objectToken('Deal__c'), null, true))).toBe(
        'Deal__c:{Active__c=false, Status__c=New}'
      );
      expect(thrown(() => objectToken('Nope__c'))).toBe('System.TypeException: Invalid sObject type: Nope__c');
    });
  });

  it('finds the object of an id by its prefix', () => {
    inDealOrg(() => expect(call('System.Id', 'getSobjectType', ApexId.of('a01000000000001'))).toBe(objectToken('Deal__c')));
  });
});
