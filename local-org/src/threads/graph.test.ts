import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg } from '../open-org.ts';
import type { OpenedOrg } from '../open-org.ts';
import { withOrg } from '../platform/transaction.ts';
import { administratorId } from '../testing/execute.ts';
import { projectFixture } from '../testing/fixture.ts';
import type { Fixture } from '../testing/fixture.ts';
import { decode, encode } from './graph.ts';

const PARCEL = `public virtual class Parcel {
  public enum Kind { SMALL, LARGE }
  public class Part { public Parcel whole; public Integer size; }
  public class SpoiltException extends Exception { public Integer code; }
  public List<Object> values = new List<Object>();
  public Map<String, List<Part>> parts = new Map<String, List<Part>>();
  public Set<Id> ids = new Set<Id>();
  public Account row;
  public Kind kind;
  public Exception fault;
  public Object anything;
  public static Parcel filled() {
    insert new Account(Name = 'Acme');
    Parcel made = new Parcel();
    made.fill();
    return made;
  }
  public static Parcel bound() {
    Parcel made = new Parcel();
    made.anything = new HttpRequest();
    return made;
  }
  public void fill() {
    values = new List<Object>{ null, true, 1, 2L, 1.50, 2.5d, 'text', Date.newInstance(2026, 1, 2), Datetime.newInstanceGmt(2026, 1, 2, 3, 4, 5),
      Time.newInstance(1, 2, 3, 4), Blob.valueOf('bytes'), UserInfo.getUserId(), Account.Name, Account.SObjectType, Parcel.class, DisplayType.STRING };
    Part part = new Part();
    part.whole = this; part.size = 7;
    parts.put('a', new List<Part>{ part, part });
    ids.add(UserInfo.getUserId());
    row = [SELECT Id, Name FROM Account LIMIT 1];
    kind = Parcel.Kind.LARGE;
    SpoiltException spoilt = new SpoiltException('gone off', new IllegalArgumentException('warm'));
    spoilt.code = 9;
    fault = spoilt;
  }
  public static void check(Parcel a, Parcel b) {
    Assert.isFalse(a === b);
    Assert.areEqual(a.values, b.values);
    Assert.isTrue(b.values[4] instanceof Decimal && String.valueOf(b.values[4]) == '1.50', 'scale');
    Assert.isTrue(b.values[5] instanceof Double && b.values[3] instanceof Long && b.values[11] instanceof Id);
    Assert.isTrue(b.parts.get('a')[0] === b.parts.get('a')[1], 'aliases');
    Assert.isTrue(b.parts.get('a')[0].whole === b, 'circles');
    Assert.areEqual(a.ids, b.ids);
    Assert.isTrue(b.kind == Parcel.Kind.LARGE);
    Assert.areEqual('Acme', b.row.Name);
    try { String site = b.row.Site; Assert.fail(); } catch (SObjectException e) { Assert.isTrue(e.getMessage().contains('without querying')); }
    Assert.areEqual(9, ((SpoiltException) b.fault).code);
    Assert.areEqual('gone off', b.fault.getMessage());
    Assert.areEqual('warm', b.fault.getCause().getMessage());
  }
}`;

describe('values on their way to another thread', () => {
  let fixture: Fixture;
  let org: OpenedOrg;
  let userId: string;

  beforeAll(() => {
    fixture = projectFixture({ 'classes/Parcel.cls': PARCEL });
    org = openOrg({ root: fixture.root, memory: true });
    userId = withOrg(org, administratorId);
  });
  afterAll(() => {
    org.close();
    fixture.remove();
  });

  const inParcel = (name: string, ...args: unknown[]): unknown => {
    const { methods, jsClass } = org.program.classes.get('parcel')!;
    const { jsName } = methods.find((method) => method.name === name)!;
    return (jsClass as unknown as Record<string, (...values: unknown[]) => unknown>)[jsName]!(...args);
  };
  const inTransaction = (body: () => void): void => org.platform.transaction({ userId, quiddity: 'ANONYMOUS' }, body);

  it('arrive as they were, aliases and circles too', () => {
    inTransaction(() => {
      const sent = inParcel('filled');
      // What a message does to plain data.
      const received = decode(structuredClone(encode(sent)), org.program);
      inParcel('check', sent, received);
    });
  });

  it('are refused by name when they belong to their thread', () => {
    inTransaction(() => expect(() => encode(inParcel('bound'))).toThrow('Not Serializable: System.HttpRequest'));
  });
});
