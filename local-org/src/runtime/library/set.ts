import type { ApexType } from '../type.ts';
import { apexHashCode, strictEquals } from '../equality.ts';
import { cast, convertAll } from '../collection-elements.ts';
import { defineType } from '../library.ts';
import { toDisplayString } from '../convert.ts';
import { requireArgument } from '../values/exception.ts';
import { ApexSet } from '../values/set.ts';
import { CollectionIterator, iterate } from './iterator.ts';

const elementOf = (type: ApexType): ApexType => type.args[0]!;

const valuesFor = (self: ApexSet, values: unknown): unknown[] => convertAll(iterate(requireArgument(values)), self.elementType);

function removeAll(self: ApexSet, values: unknown): boolean {
  let changed = false;
  for (const value of valuesFor(self, values)) changed = self.remove(value) || changed;
  return changed;
}

function retainAll(self: ApexSet, values: unknown): boolean {
  self.writable();
  const kept = new ApexSet(self.elementType, valuesFor(self, values));
  let changed = false;
  for (const value of [...self]) if (!kept.has(value)) changed = self.remove(value) || changed;
  return changed;
}

defineType({
  name: 'System.Set',
  constructors: {
    '()': (type) => new ApexSet(elementOf(type)),
    '*': ((type: ApexType, source: unknown) =>
      new ApexSet(elementOf(type), convertAll(iterate(requireArgument(source)), elementOf(type)))) as (
      type: ApexType,
      ...args: never[]
    ) => unknown
  },
  methods: {
    add: (self: ApexSet, value: unknown) => self.add(cast(value, self.elementType)),
    addAll: (self: ApexSet, values: unknown) => self.addAll(valuesFor(self, values)),
    clear: (self: ApexSet) => self.clear(),
    contains: (self: ApexSet, value: unknown) => self.has(cast(value, self.elementType)),
    containsAll: (self: ApexSet, values: unknown) => valuesFor(self, values).every((value) => self.has(value)),
    isEmpty: (self: ApexSet) => self.size === 0,
    remove: (self: ApexSet, value: unknown) => self.remove(cast(value, self.elementType)),
    removeAll,
    retainAll,
    size: (self: ApexSet) => self.size,
    iterator: (self: ApexSet) => new CollectionIterator([...self]),
    clone: (self: ApexSet) => new ApexSet(self.elementType, self),
    equals: (self: ApexSet, other: unknown) => strictEquals(self, other),
    hashCode: (self: ApexSet) => apexHashCode(self),
    toString: (self: ApexSet) => toDisplayString(self)
  }
});
