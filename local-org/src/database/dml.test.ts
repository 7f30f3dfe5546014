import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { current } from '../runtime/execution.ts';
import { throwApex } from '../runtime/values/exception.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { ApexId } from '../runtime/values/id.ts';
import { ApexList } from '../runtime/values/list.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { sobjectType } from '../runtime/types.ts';
import { dml } from './dml/statement.ts';
import { DEFINITION, objectFiles, openTestOrg, row } from './testing/fixture.ts';
import type { TestOrg } from './testing/fixture.ts';
import { triggerContext } from './triggers.ts';

const WHOLE = { access: 'system', allOrNone: true } as const;
const PARTIAL = { access: 'system', allOrNone: false } as const;
const RULE =
  '<ValidationRule><fullName>Positive</fullName><active>true</active><errorConditionFormula>Amount__c &lt; 0 || ISCHANGED(Name)</errorConditionFormula><errorDisplayField>Amount__c</errorDisplayField><errorMessage>Not below zero</errorMessage></ValidationRule>';
const CHILD = DEFINITION.replace(
  '<sharingModel>Private</sharingModel><externalSharingModel>Private</externalSharingModel>',
  '<sharingModel>ControlledByParent</sharingModel>'
);

let org: TestOrg;
beforeEach(() => {
  org = openTestOrg({
    ...objectFiles('Deal__c', DEFINITION.replace('</nameField>', '</nameField><enableHistory>true</enableHistory>'), {
      Account__c: '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>',
      Kept__c:
        '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Kept</relationshipName><deleteConstraint>Restrict</deleteConstraint>',
      Amount__c: '<type>Currency</type><precision>18</precision><scale>2</scale><trackHistory>true</trackHistory>',
      Key__c: '<type>Text</type><length>10</length><externalId>true</externalId><unique>true</unique>',
      Stage__c:
        '<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>New</fullName><default>true</default><label>New</label></value><value><fullName>Won</fullName><label>Won</label></value></valueSetDefinition></valueSet>',
      Mail__c: '<type>Email</type>',
      Twice__c: '<type>Currency</type><formula>Amount__c * 2</formula><precision>18</precision><scale>2</scale>',
      Days__c: '<type>Number</type><precision>3</precision><scale>0</scale><defaultValue>10 + 20</defaultValue>',
      Total__c:
        '<type>Summary</type><summarizedField>Line__c.Price__c</summarizedField><summaryForeignKey>Line__c.Deal__c</summaryForeignKey><summaryOperation>sum</summaryOperation>'
    }),
    'force-app/objects/Deal__c/validationRules/Positive.validationRule-meta.xml': RULE,
    ...objectFiles('Line__c', CHILD, {
      Deal__c: '<type>MasterDetail</type><referenceTo>Deal__c</referenceTo><relationshipName>Lines</relationshipName>',
      Price__c: '<type>Currency</type><precision>18</precision><scale>2</scale>'
    })
  });
});
afterEach(() => org.close());

function query(text: string): SObject[] {
  return org.database.queryText(text, new Map(), 'system').items as SObject[];
}
function on(event: string, body: () => void, name = 'T'): void {
  org.triggers.push({ name, object: 'Deal__c', events: [event], file: 'T.trigger', run: body });
}
const money = (text: string) => Decimal.fromString(text);

describe('insert', () => {
  it('sets defaults, owner, audit fields, name and id', () => {
    org.run(() => {
      const deal = row('Deal__c', { Amount__c: money('1.005') });
      org.database.insert([deal], WHOLE);
      const [stored] = query('SELECT Name, Stage__c, Days__c, Amount__c, OwnerId, CreatedById, CreatedDate FROM Deal__c');
      expect(stored!.get('Name')).toBe(String(deal.get('Id')).slice(0, 15));
      expect([stored!.get('Stage__c'), String(stored!.get('Days__c')), String(stored!.get('Amount__c'))]).toEqual(['New', '30', '1.01']);
      expect([String(stored!.get('OwnerId')), String(stored!.get('CreatedById'))]).toEqual([org.adminId, org.adminId]);
    });
  });

  it.each([
    ['a text that is too long', { Key__c: 'x'.repeat(11) }, 'STRING_TOO_LONG', 'Key: data value too large: xxxxxxxxxxx (max length=10)'],
    [
      'a value outside a restricted picklist',
      { Stage__c: 'Lost' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Stage: bad value for restricted picklist field: Lost'
    ],
    ['a broken e-mail address', { Mail__c: 'nobody' }, 'INVALID_EMAIL_ADDRESS', 'Mail: invalid email address: nobody'],
    [
      'a number that is too large',
      { Days__c: money('1000') },
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Days: value outside of valid range on numeric field: 1000'
    ],
    [
      'a lookup of the wrong type',
      { Account__c: ApexId.of('003Lo0000000001') },
      'FIELD_INTEGRITY_EXCEPTION',
      'Account: id value of incorrect type: 003Lo0000000001'
    ],
    ['a lookup to nothing', { Account__c: ApexId.of('001Lo0000099999') }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
    ['an id', { Id: ApexId.of('a00Lo0000000001') }, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call'],
    ['what a validation rule forbids', { Amount__c: money('-1') }, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Not below zero']
  ])('refuses %s', (_what, values, statusCode, message) => {
    org.run(() => {
      const [result] = org.database.insert([row('Deal__c', values as Record<string, unknown>)], WHOLE);
      expect(result).toMatchObject({ success: false, id: null, errors: [{ statusCode, message: expect.stringContaining(message) }] });
      expect(query('SELECT Id FROM Deal__c')).toEqual([]);
    });
  });

  it('names a missing required field in the message of the DmlException', () => {
    org.run(() => {
      expect(() => dml('insert', row('Account', {}))).toThrow(
        'Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]'
      );
    });
  });

  it('refuses a duplicate in the batch and in the database, whatever its case', () => {
    org.run(() => {
      expect(
        org.database.insert([row('Deal__c', { Key__c: 'k' }), row('Deal__c', { Key__c: 'K' })], PARTIAL).map((result) => result.success)
      ).toEqual([true, false]);
      const [again] = org.database.insert([row('Deal__c', { Key__c: 'K' })], WHOLE);
      expect(again!.errors[0]).toMatchObject({
        statusCode: 'DUPLICATE_VALUE',
        message: expect.stringMatching(/^duplicate value found: Key__c duplicates value on record with id: \w{15}$/)
      });
    });
  });

  it('stores hostile text as it is', () => {
    org.run(() => {
      const hostile = `=HYPERLINK("x") <script>'; DROP TABLE Deal__c; \u0000 𝕏`;
      org.database.insert([row('Account', { Name: hostile })], WHOLE);
      expect(query('SELECT Name FROM Account')[0]!.get('Name')).toBe(hostile);
    });
  });

  it('writes nothing when one row of many fails', () => {
    org.run(() => {
      const rows = Array.from({ length: 450 }, (_, index) => row('Deal__c', { Key__c: index === 449 ? 'x'.repeat(11) : `${index}` }));
      const results = org.database.insert(rows, WHOLE);
      expect(results[449]!.success).toBe(false);
      expect(query('SELECT Id FROM Deal__c')).toEqual([]);
      expect(rows[0]!.get('Id')).toBeNull();
    });
  });

  it('writes the good rows when asked for partial success', () => {
    org.run(() => {
      const results = org.database.insert([row('Deal__c', {}), row('Deal__c', { Mail__c: 'x' }), row('Deal__c', {})], PARTIAL);
      expect(results.map((result) => result.success)).toEqual([true, false, true]);
      expect(query('SELECT Id FROM Deal__c')).toHaveLength(2);
    });
  });
});

describe('triggers', () => {
  it('run in chunks of 200, before and after the write', () => {
    const seen: string[] = [];
    on('before insert', () => seen.push(`before ${triggerContext()!.new!.size} ${triggerContext()!.newMap === null}`), 'A');
    on('after insert', () => seen.push(`after ${triggerContext()!.newMap!.size}`), 'B');
    org.run(() =>
      org.database.insert(
        Array.from({ length: 450 }, () => row('Deal__c', {})),
        WHOLE
      )
    );
    expect(seen).toEqual(['before 200 true', 'after 200', 'before 200 true', 'after 200', 'before 50 true', 'after 50']);
    org.run(() => expect(current().limits.dmlStatements).toBe(0));
  });

  it('change what is written through Trigger.new, and leave the caller’s row alone', () => {
    on('before insert', () => (triggerContext()!.new!.items[0] as SObject).put('Key__c', 'changed'));
    org.run(() => {
      const deal = row('Deal__c', { Key__c: 'given' });
      org.database.insert([deal], WHOLE);
      expect([deal.get('Key__c'), query('SELECT Key__c FROM Deal__c')[0]!.get('Key__c')]).toEqual(['given', 'changed']);
    });
  });

  it('see formulas, and old values beside new ones', () => {
    const seen: unknown[] = [];
    on('before update', () => {
      const { old, new: rows } = triggerContext()!;
      seen.push(String((old!.items[0] as SObject).get('Twice__c')), String((rows!.items[0] as SObject).get('Amount__c')));
    });
    org.run(() => {
      const deal = row('Deal__c', { Amount__c: money('2') });
      org.database.insert([deal], WHOLE);
      org.database.update([row('Deal__c', { Id: deal.get('Id'), Amount__c: money('3') })], WHOLE);
    });
    expect(seen).toEqual(['4.00', '3.00']);
  });

  it('fail single rows with addError', () => {
    on('before insert', () => {
      for (const item of triggerContext()!.new!.items as SObject[])
        if (item.get('Key__c') === 'bad') item.errors.push({ message: 'No', field: 'Key__c', escape: true });
    });
    org.run(() => {
      const results = org.database.insert([row('Deal__c', { Key__c: 'good' }), row('Deal__c', { Key__c: 'bad' })], PARTIAL);
      expect(results.map((result) => result.errors[0]?.message)).toEqual([undefined, 'No']);
    });
  });

  it('fail their chunk with the exception they throw', () => {
    on('after insert', () => throwApex('System.NullPointerException', 'Attempt to de-reference a null object'));
    org.run(() => {
      const [result] = org.database.insert([row('Deal__c', {})], WHOLE);
      expect(result!.errors[0]).toMatchObject({
        statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        message: expect.stringContaining(
          'T: execution of AfterInsert\n\ncaused by: System.NullPointerException: Attempt to de-reference a null object'
        )
      });
      expect(query('SELECT Id FROM Deal__c')).toEqual([]);
    });
  });
});

describe('update, upsert, delete, undelete', () => {
  function insertDeal(values: Record<string, unknown> = {}): SObject {
    const deal = row('Deal__c', values);
    expect(org.database.insert([deal], WHOLE)[0]!.errors).toEqual([]);
    return deal;
  }

  it('updates what the row carries, tracks history and leaves the rest', () => {
    org.run(() => {
      const deal = insertDeal({ Key__c: 'k', Amount__c: money('1') });
      org.database.update([row('Deal__c', { Id: deal.get('Id'), Amount__c: money('2') })], WHOLE);
      const [stored] = query('SELECT Key__c, Amount__c, (SELECT Field, OldValue, NewValue FROM Histories) FROM Deal__c');
      expect([stored!.get('Key__c'), String(stored!.get('Amount__c'))]).toEqual(['k', '2.00']);
      const history = (stored!.get('Histories') as ApexList).items as SObject[];
      expect(history.map((item) => [item.get('Field'), String(item.get('OldValue')), String(item.get('NewValue'))])).toEqual([
        ['Amount__c', '1.00', '2.00']
      ]);
    });
  });

  it('lets validation rules see the change', () => {
    org.run(() => {
      const deal = insertDeal({ Name: 'a' });
      expect(org.database.update([row('Deal__c', { Id: deal.get('Id'), Name: 'b' })], PARTIAL)[0]!.errors[0]!.message).toBe(
        'Not below zero'
      );
    });
  });

  it('refuses an update without id, of nothing, of a deleted row, and twice in one list', () => {
    org.run(() => {
      const deal = insertDeal();
      const codes = (rows: SObject[]) => org.database.update(rows, PARTIAL).map((result) => result.errors[0]?.statusCode);
      expect(
        codes([row('Deal__c', {}), row('Deal__c', { Id: ApexId.of(`${org.model.objects.get('deal__c')!.keyPrefix}Lo0000099999`) })])
      ).toEqual(['MISSING_ARGUMENT', 'INVALID_CROSS_REFERENCE_KEY']);
      expect(() => codes([deal, row('Deal__c', { Id: deal.get('Id') })])).toThrow('Duplicate id in list');
      org.database.delete([deal], WHOLE);
      expect(codes([row('Deal__c', { Id: deal.get('Id') })])).toEqual(['ENTITY_IS_DELETED']);
    });
  });

  it('upserts by external id', () => {
    org.run(() => {
      insertDeal({ Key__c: 'k' });
      const results = org.database.upsert([row('Deal__c', { Key__c: 'K', Amount__c: money('5') }), row('Deal__c', { Key__c: 'n' })], {
        ...WHOLE,
        externalIdField: 'Key__c'
      });
      expect(results.map((result) => result.created)).toEqual([false, true]);
      expect(query('SELECT Amount__c FROM Deal__c ORDER BY Key__c').map((item) => String(item.get('Amount__c')))).toEqual(['5.00', 'null']);
    });
  });

  it('upserts none of the rows that share an external id, whatever its case', () => {
    org.run(() => {
      const results = org.database.upsert(
        [row('Deal__c', { Key__c: 'k' }), row('Deal__c', { Key__c: 'K' }), row('Deal__c', { Key__c: 'n' })],
        {
          ...WHOLE,
          allOrNone: false,
          externalIdField: 'Key__c'
        }
      );
      expect(results.map(({ success, errors }) => (success ? 'saved' : `${errors[0]?.statusCode}: ${errors[0]?.message}`))).toEqual([
        'DUPLICATE_VALUE: Duplicate external id specified: k',
        'DUPLICATE_VALUE: Duplicate external id specified: K',
        'saved'
      ]);
    });
  });

  it('deletes children with their master and brings both back', () => {
    org.run(() => {
      const deal = insertDeal();
      org.database.insert([row('Line__c', { Deal__c: deal.get('Id') })], WHOLE);
      org.database.delete([row('Deal__c', { Id: deal.get('Id') })], WHOLE);
      expect([
        query('SELECT Id FROM Deal__c').length,
        query('SELECT Id FROM Line__c').length,
        query('SELECT Id FROM Line__c ALL ROWS').length
      ]).toEqual([0, 0, 1]);
      org.database.undelete([row('Deal__c', { Id: deal.get('Id') })], WHOLE);
      expect([query('SELECT Id FROM Deal__c').length, query('SELECT Id FROM Line__c').length]).toEqual([1, 1]);
    });
  });

  it('clears a lookup to a deleted parent, unless the lookup forbids the delete', () => {
    org.run(() => {
      const [free, kept] = [row('Account', { Name: 'free' }), row('Account', { Name: 'kept' })];
      org.database.insert([free, kept], WHOLE);
      insertDeal({ Account__c: free.get('Id'), Kept__c: kept.get('Id') });
      expect(org.database.delete([free, kept], PARTIAL).map((result) => result.errors[0]?.statusCode)).toEqual([
        undefined,
        'DELETE_FAILED'
      ]);
      expect(query('SELECT Account__c FROM Deal__c')[0]!.get('Account__c')).toBeNull();
    });
  });

  it('rolls up children through the parent’s own triggers', () => {
    const seen: string[] = [];
    on('after update', () => seen.push(String((triggerContext()!.new!.items[0] as SObject).get('Total__c'))));
    org.run(() => {
      const deal = insertDeal();
      const lines = [
        row('Line__c', { Deal__c: deal.get('Id'), Price__c: money('0.1') }),
        row('Line__c', { Deal__c: deal.get('Id'), Price__c: money('0.2') })
      ];
      org.database.insert(lines, WHOLE);
      org.database.delete([lines[0]!], WHOLE);
      expect(String(query('SELECT Total__c FROM Deal__c')[0]!.get('Total__c'))).toBe('0.20');
    });
    expect(seen).toEqual(['0.30', '0.20']);
  });
});

describe('transactions', () => {
  it('undo everything when they fail', () => {
    expect(() =>
      org.run(() => {
        org.database.insert([row('Account', { Name: 'x' })], WHOLE);
        throw new Error('stop');
      })
    ).toThrow('stop');
    org.run(() => expect(query('SELECT Id FROM Account')).toEqual([]));
  });

  it('go back to a savepoint, more than once', () => {
    org.run(() => {
      const savepoint = org.database.savepoint();
      for (let i = 0; i < 2; i++) {
        org.database.insert([row('Account', { Name: 'x' })], WHOLE);
        org.database.rollbackTo(savepoint);
      }
      expect(query('SELECT Id FROM Account')).toEqual([]);
    });
  });

  it('do not mix setup and ordinary DML', () => {
    org.run(() => {
      org.database.insert([row('Account', { Name: 'x' })], WHOLE);
      expect(org.database.insert([row('Group', { Name: 'g', DeveloperName: 'g', Type: 'Regular' })], WHOLE)).toMatchObject([
        { success: true }
      ]);
      expect(() => org.database.insert([row('UserRole', { Name: 'r', DeveloperName: 'r' })], WHOLE)).toThrow(/MIXED_DML_OPERATION/);
    });
  });
});

describe('the DML statement', () => {
  it('takes a list and throws with every failed row', () => {
    org.run(() => {
      const list = new ApexList(sobjectType('Deal__c'), [row('Deal__c', {}), row('Deal__c', { Mail__c: 'x' })]);
      expect(() => dml('insert', list)).toThrow(
        'Insert failed. First exception on row 1; first error: INVALID_EMAIL_ADDRESS, Mail: invalid email address: x: [Mail__c]'
      );
    });
  });
});
