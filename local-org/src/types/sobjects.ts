import { readCache, writeCache, contentHash } from './cache.ts';
import { ACC_STATIC } from './class-file.ts';
import type { ClassFile } from './class-file.ts';
import { classesOf, openJar } from './jars.ts';
import { readType, typeName } from './signature.ts';

/** Apex types an SObject field can have. `Object` is a field whose type depends on the row (AccountHistory.OldValue). */
export type SObjectFieldType =
  | 'Id'
  | 'String'
  | 'Boolean'
  | 'Integer'
  | 'Long'
  | 'Double'
  | 'Decimal'
  | 'Date'
  | 'Datetime'
  | 'Time'
  | 'Blob'
  | 'Address'
  | 'Location'
  | 'Object';

export interface SObjectFieldEntry {
  readonly name: string;
  readonly type: SObjectFieldType;
  /** Of a lookup: the object its relationship is typed as; `Name` for a polymorphic one, `SObject` where any object may stand. */
  readonly referenceTo?: string;
  readonly relationshipName?: string;
}

export interface SObjectTypeEntry {
  readonly name: string;
  readonly fields: readonly SObjectFieldEntry[];
  /** `field` is the child's lookup; null when the child has none or several that could be meant. */
  readonly childRelationships: readonly { readonly name: string; readonly childObject: string; readonly field: string | null }[];
}

/** Every standard SObject by name (case-insensitive). Entries are decoded when first asked for. */
export interface SObjectTypes {
  get(name: string): SObjectTypeEntry | undefined;
  has(name: string): boolean;
  names(): readonly string[];
}

const FORMAT = '3';
/** Base classes of the stubs rather than objects one can query. */
const NOT_OBJECTS = new Set(['Address', 'Location']);

let loaded: SObjectTypes | null = null;

/** Field types, lookups and child relationships of the standard objects, from the type jar (cached on disk). */
export function loadSObjectTypes(): SObjectTypes {
  if (loaded) return loaded;
  const jar = openJar('sobject-types');
  const cacheName = `types/sobjects-${contentHash(FORMAT, jar.bytes)}.json`;
  const cached = readCache(cacheName);
  const encoded = cached === null ? encodeAll(classesOf(jar)) : (JSON.parse(cached) as Record<string, string>);
  if (cached === null) writeCache(cacheName, JSON.stringify(encoded));
  loaded = lazyTypes(encoded);
  return loaded;
}

function lazyTypes(encoded: Record<string, string>): SObjectTypes {
  const byName = new Map(Object.keys(encoded).map((name) => [name.toLowerCase(), name]));
  const decoded = new Map<string, SObjectTypeEntry>();
  return {
    get(name) {
      const canonical = byName.get(name.toLowerCase());
      if (canonical === undefined) return undefined;
      let entry = decoded.get(canonical);
      if (!entry) decoded.set(canonical, (entry = decode(canonical, encoded)));
      return entry;
    },
    has: (name) => byName.has(name.toLowerCase()),
    names: () => Object.keys(encoded)
  };
}

/** One object per line group: `Name:type` for a field, `Name>Target` after its Id field for a lookup, `Name*Child` for children. */
function encodeAll(classes: Iterable<ClassFile>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const file of classes) {
    const name = typeName(file.name).replace(/^SObjects\./, '');
    if (typeName(file.superclass) !== 'System.SObject' || NOT_OBJECTS.has(name)) continue;
    result[name] = encode(file);
  }
  return result;
}

function encode(file: ClassFile): string {
  const parts: string[] = [];
  for (const field of file.fields) {
    if (field.access & ACC_STATIC) continue;
    const type = readType(field.signature);
    const list = /^System\.List<SObjects\.(.+)>$/.exec(type);
    if (list) {
      parts.push(`${field.name}*${list[1]}`);
    } else if (type === 'SObjects.Address' || type === 'SObjects.Location') {
      parts.push(`${field.name}:${type.slice('SObjects.'.length)}`);
    } else if (type.startsWith('SObjects.') || type === 'System.SObject') {
      parts.push(`${field.name}>${type.replace(/^.*\./, '')}`);
    } else {
      parts.push(`${field.name}:${scalarType(type, file.name, field.name)}`);
    }
  }
  return parts.join('|');
}

function scalarType(type: string, owner: string, field: string): SObjectFieldType {
  if (type === 'ANY') return 'Object';
  // Multi-valued pseudo fields (Task.TaskWhoIds) and nested metadata hold text as far as Apex code can tell.
  if (type.startsWith('System.List<')) return 'Object';
  const known = /^System\.(Id|String|Boolean|Integer|Long|Double|Decimal|Date|Datetime|Time|Blob|Address|Location)$/.exec(type);
  if (known) return known[1] as SObjectFieldType;
  if (type.startsWith('Metadata.') || type.startsWith('Internal.') || type.startsWith('Schema.')) return 'Object';
  throw new Error(`Field ${owner}.${field} has the unexpected type ${type}`);
}

interface RawLookup {
  readonly field: string;
  readonly relationshipName: string;
  readonly target: string;
}

function decode(name: string, encoded: Record<string, string>): SObjectTypeEntry {
  const parts = (encoded[name] as string).split('|').filter((part) => part !== '');
  const lookups = new Map(lookupsOf(parts).map((lookup) => [lookup.field, lookup]));
  const fields: SObjectFieldEntry[] = [];
  const children: { name: string; childObject: string; field: string | null }[] = [];
  for (const part of parts) {
    const separator = part.search(/[:*]/);
    if (separator < 0) continue;
    const partName = part.slice(0, separator);
    const value = part.slice(separator + 1);
    if (part[separator] === '*') {
      children.push({ name: partName, childObject: value, field: childField(name, partName, value, encoded) });
      continue;
    }
    const lookup = lookups.get(partName);
    fields.push({
      name: partName,
      type: value as SObjectFieldType,
      ...(lookup && { referenceTo: lookup.target, relationshipName: lookup.relationshipName })
    });
  }
  return { name, fields, childRelationships: children };
}

/** A relationship follows its Id field; where the stubs list them apart the names say which belong together. */
function lookupsOf(parts: readonly string[]): RawLookup[] {
  const scalars = new Set(parts.filter((part) => part.includes(':')).map((part) => part.slice(0, part.indexOf(':'))));
  const lookups: RawLookup[] = [];
  parts.forEach((part, index) => {
    const separator = part.indexOf('>');
    if (separator < 0) return;
    const relationshipName = part.slice(0, separator);
    const previous = (parts[index - 1] ?? '').split(':');
    const byName = `${relationshipName}Id`;
    const field = scalars.has(byName) ? byName : previous[1] === 'Id' ? (previous[0] as string) : null;
    if (field !== null) lookups.push({ field, relationshipName, target: part.slice(separator + 1) });
  });
  return lookups;
}

function childField(parent: string, relationship: string, child: string, encoded: Record<string, string>): string | null {
  const text = encoded[child];
  if (text === undefined) return null;
  // Activities name both a denormalised account and the record they are about; children hang on the latter.
  if (child === 'Task' || child === 'Event') return parent === 'Contact' || parent === 'Lead' ? 'WhoId' : 'WhatId';
  const lookups = lookupsOf(text.split('|'));
  const exact = lookups.filter((lookup) => lookup.target === parent);
  if (exact.length === 1) return (exact[0] as RawLookup).field;
  if (exact.length > 1) {
    const named = exact.filter((lookup) => relationship.toLowerCase().includes(lookup.relationshipName.toLowerCase()));
    const own = exact.find((lookup) => lookup.relationshipName === parent || lookup.relationshipName === 'Parent');
    return named.length === 1 ? (named[0] as RawLookup).field : (own?.field ?? null);
  }
  const polymorphic = lookups.filter((lookup) => lookup.target === 'Name' || lookup.target === 'SObject');
  const owner = polymorphic.filter((lookup) => lookup.relationshipName !== 'Owner');
  return owner.length === 1 ? (owner[0] as RawLookup).field : null;
}
