import type { ApexType } from '../type.ts';
import { apexHashCode, strictEquals } from '../equality.ts';
import { cast, convertAll } from '../collection-elements.ts';
import { defineType } from '../library.ts';
import { toDisplayString } from '../convert.ts';
import { sortItems } from '../sorting.ts';
import { SOBJECT } from '../interning.ts';
import { requireArgument, throwApex } from '../values/exception.ts';
import { ApexList } from '../values/list.ts';
import { SObject } from '../values/sobject.ts';
import { objectToken } from '../schema/tokens.ts';
import { cloneRow } from '../rows.ts';
import { CollectionIterator, iterate } from './iterator.ts';

const elementOf = (type: ApexType): ApexType => type.args[0]!;

function presized(type: ApexType, size: number): ApexList {
  if (size < 0) throwApex('System.ListException', `Invalid initial capacity: ${size}`);
  return new ApexList(elementOf(type), new Array<unknown>(size).fill(null));
}

/** `new List<T>(null)` is an empty list, unlike sets and maps. */
function copyOf(type: ApexType, source: unknown): ApexList {
  if (typeof source === 'number') return presized(type, source);
  return new ApexList(elementOf(type), source === null ? [] : convertAll(iterate(source), elementOf(type)));
}

function deepClone(self: ApexList, keepId = false, keepTimestamps = false, keepAutonumber = false): ApexList {
  return new ApexList(
    self.elementType,
    self.items.map((item) => (item instanceof SObject ? cloneRow(item, { keepId, deep: true, keepTimestamps, keepAutonumber }) : item))
  );
}

const methods = {
  'add/1': (self: ApexList, value: unknown) => self.add(cast(value, self.elementType)),
  'add/2': (self: ApexList, index: number, value: unknown) => self.insert(requireArgument(index), cast(value, self.elementType)),
  addAll: (self: ApexList, values: unknown) => self.addAll(convertAll(iterate(requireArgument(values)), self.elementType)),
  clear: (self: ApexList) => self.clear(),
  contains: (self: ApexList, value: unknown) => self.items.some((item) => strictEquals(item, value)),
  indexOf: (self: ApexList, value: unknown) => self.items.findIndex((item) => strictEquals(item, value)),
  deepClone,
  clone: (self: ApexList) => new ApexList(self.elementType, [...self.items]),
  get: (self: ApexList, index: number) => self.get(requireArgument(index)),
  set: (self: ApexList, index: number, value: unknown) => self.set(requireArgument(index), cast(value, self.elementType)),
  remove: (self: ApexList, index: number) => self.remove(requireArgument(index)),
  getSObjectType: (self: ApexList) =>
    self.elementType.kind === 'sobject' && self.elementType !== SOBJECT ? objectToken(self.elementType.name) : null,
  iterator: (self: ApexList) => new CollectionIterator(self),
  isEmpty: (self: ApexList) => self.items.length === 0,
  size: (self: ApexList) => self.items.length,
  'sort/0': (self: ApexList) => {
    self.writable();
    sortItems(self.items);
  },
  'sort/1': (self: ApexList, comparator: unknown) => {
    self.writable();
    sortItems(self.items, requireArgument(comparator));
  },
  equals: (self: ApexList, other: unknown) => strictEquals(self, other),
  hashCode: (self: ApexList) => apexHashCode(self),
  toString: (self: ApexList) => toDisplayString(self)
};

defineType({
  name: 'System.List',
  constructors: {
    '()': (type) => new ApexList(elementOf(type)),
    '(Integer)': (type, size: number) => (size === null ? new ApexList(elementOf(type)) : presized(type, size)),
    '*': copyOf as (type: ApexType, ...args: never[]) => unknown
  },
  methods
});

// What a child relationship reads as: a list in all but name.
defineType({ name: 'Internal.RecordSet', methods });
