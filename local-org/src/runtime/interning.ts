import type { ApexType, TypeKind } from './type.ts';

/** Platform and collection types by lower-case name. User classes are interned by the compiler, which owns their ClassInfo. */
const types = new Map<string, ApexType>();

const NO_ARGS: readonly ApexType[] = [];

export function intern(name: string, kind: TypeKind, args: readonly ApexType[] = NO_ARGS): ApexType {
  const key = `${kind}:${name.toLowerCase()}`;
  const known = types.get(key);
  if (known) return known;
  const type: ApexType = { name, kind, args };
  types.set(key, type);
  return type;
}

export const VOID = intern('void', 'void');
/** `Object`, and the type of the null literal. */
export const ANY = intern('Object', 'any');
export const BOOLEAN = intern('Boolean', 'primitive');
export const INTEGER = intern('Integer', 'primitive');
export const LONG = intern('Long', 'primitive');
export const DOUBLE = intern('Double', 'primitive');
export const DECIMAL = intern('Decimal', 'primitive');
export const STRING = intern('String', 'primitive');
export const ID = intern('Id', 'primitive');
export const DATE = intern('Date', 'primitive');
export const DATETIME = intern('Datetime', 'primitive');
export const TIME = intern('Time', 'primitive');
export const BLOB = intern('Blob', 'primitive');
/** The abstract row type; concrete ones come from `sobjectType`. */
export const SOBJECT = intern('SObject', 'sobject');

export const PRIMITIVES: ReadonlyMap<string, ApexType> = new Map(
  [BOOLEAN, INTEGER, LONG, DOUBLE, DECIMAL, STRING, ID, DATE, DATETIME, TIME, BLOB].map((type) => [type.name.toLowerCase(), type])
);

/**
 * Collections are interned by their arguments' identity, not by name: a user class named like a platform one, or the
 * same class compiled anew, must not share a `List<X>`.
 */
const collections = new WeakMap<ApexType, Map<string, ApexType | WeakMap<ApexType, ApexType>>>();

function collection(kindName: string, first: ApexType): ApexType {
  let byKind = collections.get(first);
  if (!byKind) collections.set(first, (byKind = new Map()));
  let type = byKind.get(kindName) as ApexType | undefined;
  if (!type) byKind.set(kindName, (type = { name: `${kindName}<${first.name}>`, kind: 'collection', args: [first] }));
  return type;
}

export function listOf(element: ApexType): ApexType {
  return collection('List', element);
}

export function setOf(element: ApexType): ApexType {
  return collection('Set', element);
}

export function mapOf(key: ApexType, value: ApexType): ApexType {
  let byKind = collections.get(key);
  if (!byKind) collections.set(key, (byKind = new Map()));
  let byValue = byKind.get('Map') as WeakMap<ApexType, ApexType> | undefined;
  if (!byValue) byKind.set('Map', (byValue = new WeakMap()));
  let type = byValue.get(value);
  if (!type) byValue.set(value, (type = { name: `Map<${key.name},${value.name}>`, kind: 'collection', args: [key, value] }));
  return type;
}

/** A concrete row type by canonical object name. */
export function sobjectType(name: string): ApexType {
  return intern(name, 'sobject');
}

/** A standard-library type by qualified name, `System.DmlException`; generic ones take their arguments: `System.Iterator<String>`. */
export function platformType(name: string, ...args: ApexType[]): ApexType {
  if (args.length === 0) return intern(name, 'platform');
  return intern(`${name}<${args.map((arg) => arg.name).join(',')}>`, 'platform', args);
}

export function isList(type: ApexType): boolean {
  return type.kind === 'collection' && type.args.length === 1 && type.name.startsWith('List<');
}

export function isSet(type: ApexType): boolean {
  return type.kind === 'collection' && type.args.length === 1 && type.name.startsWith('Set<');
}

export function isMap(type: ApexType): boolean {
  return type.kind === 'collection' && type.args.length === 2;
}
