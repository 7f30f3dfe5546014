import { describe, expect, it } from 'vitest';
import { apexEquals, compare, hashKey } from './equality.ts';
import { ANY, DECIMAL, ID, INTEGER, STRING, sobjectType } from './types.ts';
import type { ClassInfo } from './type.ts';
import { thrown } from './test-support.ts';
import { ApexDate } from './values/date.ts';
import { ApexDatetime } from './values/datetime.ts';
import { Decimal } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import { ApexId } from './values/id.ts';
import { ApexList } from './values/list.ts';
import { ApexMap } from './values/map.ts';
import { ApexObject } from './values/object.ts';
import { ApexSet } from './values/set.ts';
import { SObject } from './values/sobject.ts';

const d = (text: string): Decimal => Decimal.fromString(text);

/** A class with its own equals and hashCode: equal by `key`, hashing everything alike. */
class Point extends ApexObject {
  readonly key: number;
  constructor(key: number) {
    super();
    this.key = key;
  }
  equals$1(other: unknown): boolean {
    return other instanceof Point && other.key === this.key;
  }
  hashCode$0(): number {
    return 7;
  }
}
const method = (name: string, jsName: string, parameters: number): unknown => ({
  name,
  jsName,
  parameters: Array.from({ length: parameters }, () => ({ name: 'o', type: ANY })),
  static: false
});
const pointInfo = {
  name: 'Point',
  kind: 'class',
  fields: [],
  methods: [method('equals', 'equals$1', 1), method('hashCode', 'hashCode$0', 0)],
  interfaces: [],
  superclass: null
} as unknown as ClassInfo;
Object.defineProperty(Point.prototype, 'classInfo', {
  value: Object.assign(pointInfo, { type: { name: 'Point', kind: 'class', args: [], classInfo: pointInfo } })
});

describe('==', () => {
  it('ignores the case of strings but not inside collections', () => {
    expect(apexEquals('Acme', 'ACME')).toBe(true);
    expect(apexEquals(new ApexList(STRING, ['a']), new ApexList(STRING, ['A']))).toBe(false);
  });

  it('compares numbers by value across types', () => {
    expect(apexEquals(1, d('1.00'))).toBe(true);
    expect(apexEquals(1n, new ApexDouble(1))).toBe(true);
    expect(apexEquals(d('0.1'), d('0.2'))).toBe(false);
  });

  it('knows an id by its text of either length', () => {
    const id = ApexId.of('001D000000IRFma');
    expect(apexEquals(id, '001D000000IRFma')).toBe(true);
    expect(apexEquals('001D000000IRFmaIAH', id)).toBe(true);
    expect(apexEquals(id, 'x')).toBe(false);
  });

  it('compares rows by their fields', () => {
    const row = (name: string | null): SObject => new SObject('Account', { Name: name });
    expect(apexEquals(row('A'), row('A'))).toBe(true);
    expect(apexEquals(row('A'), row('B'))).toBe(false);
    expect(apexEquals(row(null), new SObject('Account'))).toBe(false);
    expect(apexEquals(row('A'), new SObject('Contact', { Name: 'A' }))).toBe(false);
  });

  it('takes a date for its midnight when compared with a datetime', () => {
    expect(apexEquals(new ApexDate(2024, 1, 2), new ApexDatetime(Date.UTC(2024, 0, 2)))).toBe(true);
  });

  it('leaves the milliseconds of datetimes out', () => {
    expect(apexEquals(new ApexDatetime(1538783039073), new ApexDatetime(1538783039000))).toBe(true);
    expect(apexEquals(new ApexDatetime(1538783039999), new ApexDatetime(1538783040000))).toBe(false);
  });

  it('only equals null with null', () => {
    expect(apexEquals(null, null)).toBe(true);
    expect(apexEquals('', null)).toBe(false);
  });

  it('uses the class own equals', () => {
    expect(apexEquals(new Point(1), new Point(1))).toBe(true);
    expect(apexEquals(new Point(1), new Point(2))).toBe(false);
  });
});

describe('compare', () => {
  it('orders strings without case, numbers across types and dates', () => {
    expect(compare('a', 'B')).toBeLessThan(0);
    expect(compare(2, d('1.5'))).toBeGreaterThan(0);
    expect(compare(new ApexDate(2024, 1, 1), new ApexDate(2024, 1, 2))).toBeLessThan(0);
    expect(compare(new ApexDouble(NaN), 1)).toBeNaN();
  });

  it('refuses values that have no order', () => {
    expect(thrown(() => compare(true, 'x'))).toBe('System.TypeException: Comparison arguments must be compatible types');
  });
});

describe('keys of maps and sets', () => {
  it('tell 1, 1L, "1" and 1.0 apart but not 1.0 and 1.00', () => {
    const set = new ApexSet(ANY, [1, 1n, '1', d('1.0'), d('1.00'), new ApexDouble(1)]);
    expect(set.size).toBe(5);
    expect(new ApexSet(DECIMAL, [d('0'), d('0.00')]).size).toBe(1);
  });

  it('find an id by its text', () => {
    const map = new ApexMap(ID, INTEGER, [[ApexId.of('001D000000IRFma'), 1]]);
    expect(map.get(ApexId.of('001D000000IRFmaIAH'))).toBe(1);
  });

  it('keep rows with equal fields once, nested rows and nulls included', () => {
    const row = (name: string | null): SObject =>
      new SObject('Contact', { LastName: name, Account: new SObject('Account', { Name: name }) });
    expect(new ApexSet(sobjectType('Contact'), [row('A'), row('A'), row('B'), row(null)]).size).toBe(3);
  });

  it('cannot be forged by text that looks like a row key', () => {
    const forged = hashKey(new SObject('A', { x: 'y' })) as string;
    expect(new ApexSet(ANY, [new SObject('A', { x: 'y' }), forged]).size).toBe(2);
  });

  it('separate objects that share a hash and join those that are equal', () => {
    const set = new ApexSet(ANY, [new Point(1), new Point(2), new Point(1), new Point(3)]);
    expect(set.size).toBe(3);
    expect(set.remove(new Point(2))).toBe(true);
    expect(set.has(new Point(3))).toBe(true);
    expect(set.has(new Point(2))).toBe(false);
    set.add(new Point(2));
    expect([...set].map((point) => (point as Point).key).sort()).toEqual([1, 2, 3]);
  });

  it('work for lists as keys', () => {
    const map = new ApexMap(ANY, INTEGER, [[new ApexList(STRING, ['a', 'b']), 1]]);
    expect(map.get(new ApexList(STRING, ['a', 'b']))).toBe(1);
    expect(map.get(new ApexList(STRING, ['a,b']))).toBeNull();
  });

  it('keep insertion order when a value is replaced', () => {
    const map = new ApexMap(STRING, INTEGER, [
      ['b', 1],
      ['a', 2],
      ['b', 3]
    ]);
    expect([...map]).toEqual([
      ['b', 3],
      ['a', 2]
    ]);
  });
});
