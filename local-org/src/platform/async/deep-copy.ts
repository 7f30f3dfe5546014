import type { ClassInfo } from '../../runtime/type.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexMap } from '../../runtime/values/map.ts';
import { ApexObject } from '../../runtime/values/object.ts';
import { ApexSet } from '../../runtime/values/set.ts';
import { SObject } from '../../runtime/values/sobject.ts';

/**
 * What serialization between transactions does to an instance: everything reachable is copied, aliases stay aliases, and
 * transient members come back null. Immutable values and platform objects are shared.
 */
export function deepCopy<T>(value: T): T {
  return copy(value, new Map()) as T;
}

function copy(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (value instanceof SObject) {
    const row = value.copy();
    seen.set(value, row);
    row.errors = [];
    row.readOnly = false;
    for (const [name, field] of row.values) row.values.set(name, copy(field, seen));
    return row;
  }
  if (value instanceof ApexList) {
    const list = new ApexList(value.elementType);
    seen.set(value, list);
    list.items = value.items.map((item) => copy(item, seen));
    return list;
  }
  if (value instanceof ApexSet) {
    const set = new ApexSet(
      value.elementType,
      [...value].map((item) => copy(item, seen))
    );
    seen.set(value, set);
    return set;
  }
  if (value instanceof ApexMap) {
    const map = new ApexMap(value.keyType, value.valueType);
    seen.set(value, map);
    for (const [key, item] of value) map.put(copy(key, seen), copy(item, seen));
    return map;
  }
  if (value instanceof ApexObject) {
    const instance = Object.create(Object.getPrototypeOf(value) as object) as ApexObject;
    seen.set(value, instance);
    const transient = transientMembers(value.classInfo);
    for (const [name, member] of Object.entries(value)) {
      Object.assign(instance, { [name]: transient.has(name) ? null : copy(member, seen) });
    }
    return instance;
  }
  return value;
}

/** The value behind a property with accessors is kept under `b_` and its name. */
function transientMembers(info: ClassInfo): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at: ClassInfo | undefined = info; at; at = at.superclass?.classInfo) {
    for (const field of at.fields) if (field.transient && !field.static) names.add(field.jsName).add(`b_${field.jsName}`);
  }
  return names;
}
