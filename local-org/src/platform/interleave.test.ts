import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOrg } from '../open-org.ts';
import type { OpenedOrg } from '../open-org.ts';
import { administratorId } from '../testing/execute.ts';
import { customField, customObject, metadata, projectFixture } from '../testing/fixture.ts';
import type { Fixture } from '../testing/fixture.ts';
import { interleave } from './interleave.ts';
import type { Ending, Interleaving } from './interleave.ts';
import { selectRows } from './rows.ts';
import { withOrg } from './transaction.ts';

const FILES = {
  'objects/Stock__c/Stock__c.object-meta.xml': customObject('Stock'),
  'objects/Stock__c/fields/Count__c.field-meta.xml': customField('Count__c', 'Number', '<precision>6</precision><scale>0</scale>'),
  'objects/Item__c/Item__c.object-meta.xml': customObject('Item').replace('ReadWrite', 'ControlledByParent'),
  'objects/Item__c/fields/Stock__c.field-meta.xml': customField(
    'Stock__c',
    'MasterDetail',
    '<referenceTo>Stock__c</referenceTo><relationshipName>Items</relationshipName>'
  ),
  'classes/Counter.cls': `public class Counter {
  public static Integer calls = 0;
  public static void locked(String name) {
    calls++;
    Stock__c row = [SELECT Id, Count__c FROM Stock__c WHERE Name = :name FOR UPDATE];
    row.Count__c += 1;
    update row;
    Assert.areEqual(1, calls, 'statics are of one transaction');
  }
  public static void careless(String name) {
    Stock__c row = [SELECT Id, Count__c FROM Stock__c WHERE Name = :name];
    row.Count__c += 1;
    update row;
  }
}`,
  'classes/Caller.cls': `public class Caller {
  public static void call() {
    HttpRequest request = new HttpRequest();
    request.setEndpoint('http://127.0.0.1:9/nobody-listens');
    request.setMethod('GET');
    try { new Http().send(request); } catch (CalloutException e) { }
  }
}`,
  'remoteSiteSettings/Here.remoteSite-meta.xml': metadata(
    'RemoteSiteSetting',
    '<disableProtocolSecurity>true</disableProtocolSecurity><isActive>true</isActive><url>http://127.0.0.1:9</url>'
  )
};

describe('two transactions at once', () => {
  let fixture: Fixture;
  let org: OpenedOrg;
  let userId: string;

  beforeAll(() => {
    fixture = projectFixture(FILES);
    org = openOrg({ root: fixture.root, memory: true });
    userId = withOrg(org, administratorId);
  });
  beforeEach(() =>
    run(
      "delete [SELECT Id FROM Stock__c]; insert new List<Stock__c>{ new Stock__c(Name = 'a', Count__c = 0), new Stock__c(Name = 'b', Count__c = 0) };"
    )
  );
  afterAll(() => {
    org.close();
    fixture.remove();
  });

  const run = (apex: string): void => {
    // Nothing is interleaved: the first one's point is its own last query.
    const { first } = interleave(org.platform, {
      first: { userId, run: `List<User> users = [SELECT Id FROM User LIMIT 1];\n${apex}` },
      second: { userId, run: () => null },
      at: () => true
    });
    if (!first.ok) throw first.error;
  };
  const both = (first: string, second: string, more: Partial<Interleaving> = {}): ReturnType<typeof interleave> =>
    interleave(org.platform, {
      first: { userId, run: first },
      second: { userId, run: second },
      at: (point) => point.kind === 'query' && point.text.includes('Stock__c'),
      ...more
    });
  const count = (name: string): number =>
    withOrg(org, () => Number(selectRows('SELECT Count__c FROM Stock__c WHERE Name = :name', { name })[0]!.get('Count__c')));
  const message = (ending: Ending): string => (ending.ok ? 'ended well' : ending.error.message);

  it('lose an update when neither locks', () => {
    const { waited } = both("Counter.careless('a');", "Counter.careless('a');");
    expect(waited).toBe(false);
    expect(count('a')).toBe(1);
  });

  it('lose none when both lock: the second waits for the first to end and reads afresh', () => {
    const { first, second, waited } = both("Counter.locked('a');", "Counter.locked('a');");
    expect([message(first), message(second), waited]).toEqual(['ended well', 'ended well', true]);
    expect(count('a')).toBe(2);
  });

  it('do not wait for each other when they lock different rows', () => {
    const { waited } = both("Counter.locked('a');", "Counter.locked('b');");
    expect(waited).toBe(false);
    expect([count('a'), count('b')]).toEqual([1, 1]);
  });

  it('read rows that the other has locked', () => {
    const { waited, second } = both(
      "Counter.locked('a');",
      "Assert.areEqual(0, [SELECT Count__c FROM Stock__c WHERE Name = 'a'].Count__c);",
      {
        meanwhile: 'holds'
      }
    );
    expect([message(second), waited]).toEqual(['ended well', false]);
  });

  it('keep what the second committed when the first fails', () => {
    const { first } = both(
      "Stock__c row = [SELECT Id FROM Stock__c WHERE Name = 'a']; throw new IllegalArgumentException('no');",
      "Counter.locked('b');"
    );
    expect(message(first)).toBe('no');
    expect(count('b')).toBe(1);
  });

  it('get a QueryException for a lock they cannot have in ten seconds', () => {
    const { second } = both(
      "Counter.locked('a');",
      "try { Counter.locked('a'); Assert.fail(); } catch (QueryException e) { Assert.isTrue(e.getMessage().startsWith('Record Currently Unavailable'), e.getMessage()); }",
      { meanwhile: 'holds' }
    );
    expect(message(second)).toBe('ended well');
    expect(count('a')).toBe(1);
  });

  it('get a DmlException for a row they cannot write in ten seconds', () => {
    const { second } = both(
      "Counter.locked('a');",
      "try { update new Stock__c(Id = [SELECT Id FROM Stock__c WHERE Name = 'a'].Id, Count__c = 9); Assert.fail(); } catch (DmlException e) { Assert.areEqual(StatusCode.UNABLE_TO_LOCK_ROW, e.getDmlType(0)); }",
      { meanwhile: 'holds' }
    );
    expect(message(second)).toBe('ended well');
    expect(count('a')).toBe(1);
  });

  it('fail row by row where partial success is asked for', () => {
    const { second } = both(
      "Counter.locked('a');",
      "List<Stock__c> rows = [SELECT Id FROM Stock__c WHERE Name = 'a']; Database.DeleteResult gone = Database.delete(rows, false)[0]; Assert.areEqual(StatusCode.UNABLE_TO_LOCK_ROW, gone.getErrors()[0].getStatusCode());",
      { meanwhile: 'holds' }
    );
    expect(message(second)).toBe('ended well');
  });

  it('hold the master of a detail that they write', () => {
    const { second } = both(
      "Counter.locked('a');",
      "try { insert new Item__c(Name = 'i', Stock__c = [SELECT Id FROM Stock__c WHERE Name = 'a'].Id); Assert.fail(); } catch (DmlException e) { Assert.areEqual(StatusCode.UNABLE_TO_LOCK_ROW, e.getDmlType(0)); }",
      { meanwhile: 'holds' }
    );
    expect(message(second)).toBe('ended well');
  });

  it('give up their locks when they call out, as documented', () => {
    const { first, second, waited } = both(
      "Stock__c row = [SELECT Id FROM Stock__c WHERE Name = 'a' FOR UPDATE]; Caller.call(); row.Count__c = 7; update row;",
      "Counter.locked('a');",
      { at: (point) => point.kind === 'callout' }
    );
    expect([message(first), message(second), waited]).toEqual(['ended well', 'ended well', false]);
    expect(count('a')).toBe(7);
  });

  it('cannot be interleaved once the first has written, and say so', () => {
    const { first } = both("Counter.locked('a');", "Counter.locked('b');", { at: (point) => point.kind === 'dml' });
    expect(message(first)).toContain('has begun to write');
  });

  it('are refused when the first never comes to the point', () => {
    expect(() => both('Integer i = 0;', "Counter.locked('b');")).toThrow('without coming to the point');
  });
});
