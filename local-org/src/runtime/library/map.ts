import type { ApexType } from '../type.ts';
import { apexHashCode, strictEquals } from '../equality.ts';
import { cast } from '../collection-elements.ts';
import { defineType } from '../library.ts';
import { toDisplayString } from '../convert.ts';
import { SOBJECT } from '../interning.ts';
import { requireArgument, throwApex } from '../values/exception.ts';
import type { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { SObject } from '../values/sobject.ts';
import { objectToken } from '../schema/tokens.ts';
import { cloneRow } from '../rows.ts';

function put(self: ApexMap, key: unknown, value: unknown): unknown {
  return self.put(cast(key, self.keyType), cast(value, self.valueType));
}

/** Another map's entries, or rows by their Id. */
function putAll(self: ApexMap, source: unknown): void {
  self.writable();
  requireArgument(source);
  if (source instanceof ApexMap) {
    for (const [key, value] of [...source]) put(self, key, value);
    return;
  }
  (source as ApexList).items.forEach((row, index) => {
    if (row === null) throwApex('System.ListException', `null entry at index ${index}`);
    const id = (row as SObject).get('Id');
    if (id === null) throwApex('System.ListException', `Row with null Id at index: ${index}`);
    put(self, id, row);
  });
}

function filled(type: ApexType, source: unknown): ApexMap {
  const map = new ApexMap(type.args[0]!, type.args[1]!);
  putAll(map, source);
  return map;
}

function deepClone(self: ApexMap): ApexMap {
  const clone = (value: unknown): unknown =>
    value instanceof SObject ? cloneRow(value, { keepId: true, deep: true, keepTimestamps: true, keepAutonumber: true }) : value;
  return new ApexMap(
    self.keyType,
    self.valueType,
    [...self].map(([key, value]) => [clone(key), clone(value)] as const)
  );
}

defineType({
  name: 'System.Map',
  constructors: {
    '()': (type) => new ApexMap(type.args[0]!, type.args[1]!),
    '*': filled as (type: ApexType, ...args: never[]) => unknown
  },
  methods: {
    clear: (self: ApexMap) => self.clear(),
    containsKey: (self: ApexMap, key: unknown) => self.has(cast(key, self.keyType)),
    get: (self: ApexMap, key: unknown) => self.get(cast(key, self.keyType)),
    put,
    putAll,
    remove: (self: ApexMap, key: unknown) => self.remove(cast(key, self.keyType)),
    keySet: (self: ApexMap) => self.keySet(),
    values: (self: ApexMap) => self.values(),
    isEmpty: (self: ApexMap) => self.size === 0,
    size: (self: ApexMap) => self.size,
    clone: (self: ApexMap) => new ApexMap(self.keyType, self.valueType, self),
    deepClone,
    getSObjectType: (self: ApexMap) =>
      self.valueType.kind === 'sobject' && self.valueType !== SOBJECT ? objectToken(self.valueType.name) : null,
    equals: (self: ApexMap, other: unknown) => strictEquals(self, other),
    hashCode: (self: ApexMap) => apexHashCode(self),
    toString: (self: ApexMap) => toDisplayString(self)
  }
});
