import { describe, expect, it } from 'vitest';
import { libraryType } from '../library.ts';
import { ANY, ID, INTEGER, listOf, mapOf, setOf, sobjectType, STRING } from '../types.ts';
import type { ApexType } from '../type.ts';
import { call, inOrg, thrown } from '../test-support.ts';
import { toDisplayString } from '../convert.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexId } from '../values/id.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { ApexSet } from '../values/set.ts';
import { SObject } from '../values/sobject.ts';

const create = (name: string, type: ApexType, ...args: unknown[]): unknown => {
  const constructors = libraryType(name)!.constructors!;
  const key = args.length === 0 ? '()' : '*';
  return (constructors[key] as (type: ApexType, ...args: unknown[]) => unknown)(type, ...args);
};
const list = (...items: unknown[]): ApexList => new ApexList(ANY, items);

describe('List', () => {
  it('names the index that is out of bounds', () => {
    expect(thrown(() => call('System.List', 'get', list(), 0))).toBe('System.ListException: List index out of bounds: 0');
    expect(thrown(() => call('System.List', 'remove', list(1), -1))).toBe('System.ListException: List index out of bounds: -1');
  });

  it('can be created from null, unlike sets and maps', () => {
    expect((create('System.List', listOf(STRING), null) as ApexList).items).toEqual([]);
    expect(thrown(() => create('System.Set', setOf(STRING), null))).toBe('System.NullPointerException: Argument cannot be null.');
    expect(thrown(() => create('System.Map', mapOf(STRING, STRING), null))).toBe('System.NullPointerException: Argument cannot be null.');
  });

  it('can be added to itself', () => {
    const items = list(1, 2);
    call('System.List', 'addAll', items, items);
    expect(items.items).toEqual([1, 2, 1, 2]);
  });

  it('sorts null first, text by case, numbers by value', () => {
    const sorted = (...items: unknown[]): string => {
      const values = list(...items);
      call('System.List', 'sort', values);
      return toDisplayString(values);
    };
    expect(sorted('b', null, 'a', 'B')).toBe('(null, B, a, b)');
    expect(sorted(10, 9, -1)).toBe('(-1, 9, 10)');
    expect(sorted(Decimal.fromString('2.5'), Decimal.fromString('-1'))).toBe('(-1, 2.5)');
  });

  it('refuses to sort what has no order', () => {
    expect(thrown(() => call('System.List', 'sort', list(list(), list())))).toContain('System.ListException');
  });

  it('clones deeply without ids', () => {
    const rows = new ApexList(sobjectType('Account'), [new SObject('Account', { Id: ApexId.of('001000000000001AAA'), Name: 'A' })]);
    const clone = (inOrg({}, () => call('System.List', 'deepClone', rows)) as ApexList).items[0] as SObject;
    expect(clone.get('Name')).toBe('A');
    expect(clone.get('Id')).toBeNull();
    clone.put('Name', 'B');
    expect((rows.items[0] as SObject).get('Name')).toBe('A');
  });
});

describe('Set', () => {
  const set = (...items: unknown[]): ApexSet => new ApexSet(ANY, items);

  it('says whether it changed', () => {
    const values = set('a');
    expect(call('System.Set', 'add', values, 'a')).toBe(false);
    expect(call('System.Set', 'addAll', values, list('a', 'b'))).toBe(true);
    expect(call('System.Set', 'retainAll', values, list('b'))).toBe(true);
    expect([...values]).toEqual(['b']);
    expect(call('System.Set', 'removeAll', values, list('x'))).toBe(false);
  });

  it('contains all of nothing', () => {
    expect(call('System.Set', 'containsAll', set(), list())).toBe(true);
  });
});

describe('Map', () => {
  it('gives back what put replaces', () => {
    const map = new ApexMap(STRING, INTEGER);
    expect(call('System.Map', 'put', map, 'a', 1)).toBeNull();
    expect(call('System.Map', 'put', map, 'a', 2)).toBe(1);
    expect(call('System.Map', 'remove', map, 'x')).toBeNull();
  });

  it('has a live key set that loses keys but gains none', () => {
    const map = new ApexMap(STRING, INTEGER, [['a', 1]]);
    const keys = call('System.Map', 'keySet', map) as ApexSet;
    map.put('b', 2);
    expect(keys.size).toBe(2);
    expect(thrown(() => call('System.Set', 'add', keys, 'c'))).toBe('System.FinalException: Collection is read-only');
    call('System.Set', 'removeAll', keys, list('a'));
    expect([...map]).toEqual([['b', 2]]);
    map.readOnly = true;
    expect(thrown(() => call('System.Set', 'remove', keys, 'b'))).toBe('System.FinalException: Collection is read-only');
  });

  it('is filled from rows by id', () => {
    const row = new SObject('Account', { Id: ApexId.of('001000000000001AAA') });
    const map = create('System.Map', mapOf(ID, sobjectType('Account')), new ApexList(sobjectType('Account'), [row])) as ApexMap;
    expect(map.get(ApexId.of('001000000000001'))).toBe(row);
    const without = new ApexList(sobjectType('Account'), [row, new SObject('Account')]);
    expect(thrown(() => create('System.Map', mapOf(ID, sobjectType('Account')), without))).toBe(
      'System.ListException: Row with null Id at index: 1'
    );
  });

  it('accepts text for id keys and refuses text that is no id', () => {
    const map = new ApexMap(ID, INTEGER);
    call('System.Map', 'put', map, '001000000000001', 1);
    expect(call('System.Map', 'get', map, '001000000000001AAA')).toBe(1);
    expect(thrown(() => call('System.Map', 'get', map, 'x'))).toBe('System.StringException: Invalid id: x');
  });
});

describe('Iterator', () => {
  it('ends with NoSuchElementException', () => {
    const iterator = call('System.List', 'iterator', list(1));
    expect(call('System.Iterator', 'next', iterator)).toBe(1);
    expect(call('System.Iterator', 'hasNext', iterator)).toBe(false);
    expect(thrown(() => call('System.Iterator', 'next', iterator))).toContain('System.NoSuchElementException');
  });
});
