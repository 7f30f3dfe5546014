/** JSON into typed Apex values. */
import type { ApexType, ClassInfo, FieldInfo } from '../type.ts';
import { ANY, ID, isList, isMap, isSet, SOBJECT, sobjectType, STRING } from '../interning.ts';
import { libraryType } from '../library.ts';
import type { JsonForm } from '../library.ts';
import { fieldType } from '../rows.ts';
import { findField, findObject, requireObject } from '../schema/tokens.ts';
import { displayTypeName } from '../type-names.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { platformEnumValues } from '../values/enum.ts';
import type { ApexEnum } from '../values/enum.ts';
import { throwApex } from '../values/exception.ts';
import { ApexId } from '../values/id.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { ApexSet } from '../values/set.ts';
import { SObject } from '../values/sobject.ts';
import { ApexTime } from '../values/time.ts';
import { JsonNumber } from './numbers.ts';
import type { JsonNode } from './parse.ts';
import { serializedFields } from './serialize.ts';

/** `strict` refuses members that the class does not have. */
export function readTyped(node: JsonNode, type: ApexType, strict: boolean): unknown {
  if (node === null) return null;
  if (type === ANY) return unsupported(type);
  if (type.kind === 'primitive') return readPrimitive(node, type);
  if (isList(type))
    return new ApexList(
      type.args[0]!,
      items(node).map((item) => readTyped(item, type.args[0]!, strict))
    );
  if (isSet(type))
    return new ApexSet(
      type.args[0]!,
      items(node).map((item) => readTyped(item, type.args[0]!, strict))
    );
  if (isMap(type)) return readMap(members(node), type, strict);
  if (type.kind === 'sobject') return readRow(members(node), type, strict);
  if (type.classInfo?.kind === 'enum') return readEnum(node, type, (type.classInfo.constants ?? []) as ApexEnum[]);
  if (type.classInfo) return readObject(members(node), type.classInfo, strict);
  const form = type.kind === 'platform' ? libraryType(type.name)?.json : undefined;
  if (form) return readPlatformValue(members(node), form, strict);
  const constants = platformEnumValues(type.name);
  return constants.length > 0 ? readEnum(node, type, constants) : unsupported(type);
}

function readPlatformValue(given: ReadonlyMap<string, JsonNode>, form: JsonForm, strict: boolean): unknown {
  const values: Record<string, unknown> = {};
  const byName = new Map([...given].map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, type] of Object.entries(form.members))
    if (type) values[name] = readTyped(byName.get(name.toLowerCase()) ?? null, type, strict);
  return form.read(values);
}

/** Maps, lists and scalars without a target type. */
export function readUntyped(node: JsonNode): unknown {
  if (node instanceof JsonNumber) return node.toUntyped();
  if (Array.isArray(node)) return new ApexList(ANY, node.map(readUntyped));
  if (node instanceof Map)
    return new ApexMap(
      STRING,
      ANY,
      [...node].map(([key, value]) => [key, readUntyped(value)] as const)
    );
  return node;
}

function unsupported(type: ApexType): never {
  return throwApex('System.JSONException', `Apex Type unsupported in JSON: ${type === ANY ? 'Object' : displayTypeName(type)}`);
}

function items(node: JsonNode): JsonNode[] {
  return Array.isArray(node) ? node : throwApex('System.JSONException', "Malformed JSON: Expected '[' at the beginning of List/Set");
}

function members(node: JsonNode): Map<string, JsonNode> {
  return node instanceof Map ? node : throwApex('System.JSONException', "Malformed JSON: Expected '{' at the beginning of object");
}

/** Scalars are read from their text, so that `"5"` is an Integer and 5 a String where the target says so. */
function readPrimitive(node: JsonNode, type: ApexType): unknown {
  if (node instanceof Map || Array.isArray(node))
    return throwApex('System.JSONException', `Illegal value for primitive: ${node instanceof Map ? '{' : '['}`);
  const text = node instanceof JsonNumber ? node.text : String(node);
  const value = fromText(text, type.name);
  return value ?? throwApex('System.JSONException', `Illegal value for primitive: ${text}`);
}

function fromText(text: string, type: string): unknown {
  switch (type) {
    case 'String':
      return text;
    case 'Id':
      return ApexId.of(text);
    case 'Boolean':
      return text === 'true' ? true : text === 'false' ? false : null;
    case 'Integer':
      return whole(text, 32) === null ? null : Number(text);
    case 'Long':
      return whole(text, 64);
    case 'Double':
      return Decimal.parse(text) && new ApexDouble(Number(text));
    case 'Decimal':
      return Decimal.parse(text);
    case 'Date':
      return readDate(text);
    case 'Datetime':
      return readDatetime(text);
    case 'Time':
      return ApexTime.parseIso(text);
    case 'Blob':
      return new ApexBlob(new Uint8Array(Buffer.from(text, 'base64')));
    default:
      return null;
  }
}

function whole(text: string, bits: number): bigint | null {
  if (!/^-?\d{1,20}$/.test(text)) return null;
  const value = BigInt(text);
  return value === BigInt.asIntN(bits, value) ? value : null;
}

export function readDate(text: string): ApexDate {
  return ApexDate.parseIso(text.slice(0, 10)) ?? throwApex('System.JSONException', `Invalid date: ${text}`);
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:(Z)|([+-])(\d{2}):?(\d{2})?)?)?$/;

export function readDatetime(text: string): ApexDatetime {
  const match = ISO.exec(text.trim());
  if (!match) return throwApex('System.JSONException', `Invalid format: "${text}"`);
  const number = (group: number): number => Number(match[group] ?? 0);
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const instant = Date.UTC(number(1), number(2) - 1, number(3), number(4), number(5), number(6), milliseconds);
  const offset = (number(10) * 60 + number(11)) * 60_000;
  return new ApexDatetime(match[9] === '-' ? instant + offset : instant - offset);
}

function readEnum(node: JsonNode, type: ApexType, constants: readonly { readonly name: string }[]): unknown {
  const text = typeof node === 'string' ? node : '';
  return (
    constants.find(({ name }) => name.toLowerCase() === text.toLowerCase()) ??
    throwApex('System.JSONException', `Invalid enum value ${text} for type ${type.name}`)
  );
}

function readMap(node: Map<string, JsonNode>, type: ApexType, strict: boolean): ApexMap {
  const [key, value] = type.args as [ApexType, ApexType];
  if (key.kind !== 'primitive' && key.classInfo?.kind !== 'enum') unsupported(key);
  return new ApexMap(
    key,
    value,
    [...node].map(([name, item]) => [readTyped(name, key, strict), readTyped(item, value, strict)] as const)
  );
}

function readObject(node: Map<string, JsonNode>, info: ClassInfo, strict: boolean): unknown {
  if (!info.jsClass || info.abstract) return throwApex('System.TypeException', `Cannot instantiate abstract type: ${info.name}`);
  const instance = new info.jsClass() as Record<string, unknown>;
  const fields = fieldsByName(info);
  for (const [name, value] of node) {
    const field = fields.get(name.toLowerCase());
    if (!field) {
      if (strict) throwApex('System.JSONException', `Unexpected parameter encountered during deserialization: ${name}`);
      continue;
    }
    const read = readTyped(value, field.type, strict);
    if (isWritable(instance, field)) instance[field.jsName] = read;
  }
  return instance;
}

const fieldTables = new WeakMap<ClassInfo, Map<string, FieldInfo>>();

function fieldsByName(info: ClassInfo): Map<string, FieldInfo> {
  let table = fieldTables.get(info);
  if (!table) {
    table = new Map();
    // Nearest class first: a subclass's member hides an inherited one.
    for (const field of serializedFields(info)) if (!table.has(field.name.toLowerCase())) table.set(field.name.toLowerCase(), field);
    fieldTables.set(info, table);
  }
  return table;
}

/** A property without a setter keeps what it computes. */
function isWritable(instance: object, field: FieldInfo): boolean {
  if (!field.property) return true;
  for (let owner: object | null = instance; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, field.jsName);
    if (descriptor) return descriptor.set !== undefined || descriptor.writable === true;
  }
  return true;
}

function readRow(node: Map<string, JsonNode>, type: ApexType, strict: boolean): SObject {
  const attributes = node.get('attributes');
  const declared = attributes instanceof Map ? attributes.get('type') : undefined;
  const name = type === SOBJECT ? declared : type.name;
  if (typeof name !== 'string')
    return throwApex('System.JSONException', 'Cannot deserialize an SObject without the type in its attributes');
  const object = requireObject(name);
  const row = new SObject(object.name);
  for (const [key, value] of node) {
    if (key === 'attributes') continue;
    const field = findField(object, key);
    if (field) {
      const type = fieldType(field);
      row.values.set(field.name, type === ID && typeof value === 'string' ? ApexId.unchecked(value) : readTyped(value, type, strict));
      continue;
    }
    const parent = object.parentRelationships.get(key.toLowerCase());
    const child = object.childRelationships.find((relationship) => relationship.name?.toLowerCase() === key.toLowerCase());
    if (parent?.relationshipName)
      row.values.set(
        parent.relationshipName,
        value === null ? null : readRow(members(value), parentType(value, parent.referenceTo ?? []), strict)
      );
    else if (child?.name) row.values.set(child.name, readChildren(value, sobjectType(requireObject(child.childObject).name), strict));
    else throwApex('System.JSONException', `No such column '${key}' on sobject of type ${object.name}`);
  }
  return row;
}

function parentType(node: JsonNode, targets: readonly string[]): ApexType {
  const attributes = node instanceof Map ? node.get('attributes') : undefined;
  if (attributes instanceof Map && typeof attributes.get('type') === 'string') return SOBJECT;
  const target = targets.length === 1 ? findObject(targets[0]!) : null;
  return target ? sobjectType(target.name) : SOBJECT;
}

function readChildren(node: JsonNode, type: ApexType, strict: boolean): ApexList {
  const records = node instanceof Map ? (node.get('records') ?? []) : (node ?? []);
  return new ApexList(
    type,
    items(records).map((record) => readTyped(record, type, strict))
  );
}
