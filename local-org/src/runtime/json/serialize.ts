import { current } from '../execution.ts';
import { libraryType } from '../library.ts';
import type { LibraryType } from '../library.ts';
import { SObjectFieldToken, SObjectTypeToken } from '../schema/tokens.ts';
import { displayTypeName, typeOf } from '../types.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { ApexEnum } from '../values/enum.ts';
import { throwApex } from '../values/exception.ts';
import { ApexId } from '../values/id.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { ApexObject } from '../values/object.ts';
import { ApexSet } from '../values/set.ts';
import { SObject } from '../values/sobject.ts';
import { ApexTime } from '../values/time.ts';
import type { ClassInfo, FieldInfo } from '../type.ts';
import { JsonWriter } from './writer.ts';

export interface SerializeOptions {
  readonly pretty?: boolean;
  /** Leaves out null members of class instances, never map entries. */
  readonly suppressNulls?: boolean;
}

export function serialize(value: unknown, options: SerializeOptions = {}): string {
  const writer = new JsonWriter(options.pretty ?? false);
  writeValue(writer, value, options.suppressNulls ?? false);
  return writer.toString();
}

/** Writes any Apex value; also the value part of a JSONGenerator. */
export function writeValue(writer: JsonWriter, value: unknown, suppressNulls: boolean, enclosing = new Set<object>()): void {
  if (value === null || value === undefined) writer.raw('null');
  else if (typeof value === 'string') writer.string(value);
  else if (typeof value !== 'object') writer.raw(String(value));
  else if (!writeScalar(writer, value)) {
    if (enclosing.has(value)) throwApex('System.JSONException', 'Direct self-reference leading to cycle');
    enclosing.add(value);
    writeComposite(writer, value, suppressNulls, enclosing);
    enclosing.delete(value);
  }
}

function writeScalar(writer: JsonWriter, value: object): boolean {
  if (value instanceof ApexId || value instanceof ApexDate || value instanceof ApexTime) writer.string(value.toString());
  else if (value instanceof Decimal || value instanceof ApexDouble) writer.raw(value.toString());
  else if (value instanceof ApexDatetime) writer.string(value.toIso());
  else if (value instanceof ApexBlob) writer.string(Buffer.from(value.bytes).toString('base64'));
  else if (value instanceof ApexEnum) writer.string(value.name);
  else return false;
  return true;
}

function writeComposite(writer: JsonWriter, value: object, suppressNulls: boolean, enclosing: Set<object>): void {
  if (value instanceof ApexList || value instanceof ApexSet) {
    writer.startArray();
    for (const item of value) writeValue(writer, item, suppressNulls, enclosing);
    writer.endArray();
  } else if (value instanceof ApexMap) {
    writer.startObject();
    for (const [key, item] of value) {
      writer.name(keyText(key));
      writeValue(writer, item, suppressNulls, enclosing);
    }
    writer.endObject();
  } else if (value instanceof SObject) writeRow(writer, value, suppressNulls, enclosing);
  else if (value instanceof ApexObject) writeObject(writer, value, suppressNulls, enclosing);
  else if (platformPart(value)?.jsonText) writer.string(platformPart(value)!.jsonText!(value));
  else if (platformPart(value)?.json) writePlatformValue(writer, value, suppressNulls, enclosing);
  else throwApex('System.JSONException', `Apex Type unsupported in JSON: ${displayTypeName(typeOf(value))}`);
}

function platformPart(value: object): LibraryType | undefined {
  const type = typeOf(value);
  return type.kind === 'platform' ? libraryType(type.name) : undefined;
}

function writePlatformValue(writer: JsonWriter, value: object, suppressNulls: boolean, enclosing: Set<object>): void {
  writer.startObject();
  for (const [name, member] of Object.entries(platformPart(value)!.json!.write(value))) {
    writer.name(name);
    writeValue(writer, member, suppressNulls, enclosing);
  }
  writer.endObject();
}

function keyText(key: unknown): string {
  if (key === null) return throwApex('System.JSONException', 'Null key for a Map not allowed in JSON');
  if (key instanceof ApexDatetime) return key.toIso();
  if (key instanceof SObjectFieldToken || key instanceof SObjectTypeToken) return key.toString();
  if (
    typeof key !== 'object' ||
    key instanceof ApexId ||
    key instanceof ApexDate ||
    key instanceof Decimal ||
    key instanceof ApexDouble ||
    key instanceof ApexEnum
  )
    return String(key);
  return throwApex('System.JSONException', `Apex Type unsupported as a Map key in JSON: ${displayTypeName(typeOf(key))}`);
}

function writeRow(writer: JsonWriter, row: SObject, suppressNulls: boolean, enclosing: Set<object>): void {
  writer.startObject();
  writer.name('attributes');
  writer.startObject();
  writer.name('type');
  writer.string(row.objectName);
  const id = row.get('Id');
  if (id instanceof ApexId) {
    writer.name('url');
    writer.string(`/services/data/v${current().org.model.apiVersion.toFixed(1)}/sobjects/${row.objectName}/${id.value}`);
  }
  writer.endObject();
  for (const [name, value] of row.values) {
    // A queried row leaves out what is empty; a row made in code shows what was set to null.
    if (value === null && row.queried) continue;
    writer.name(name);
    writeRowValue(writer, value, suppressNulls, enclosing);
  }
  writer.endObject();
}

function writeRowValue(writer: JsonWriter, value: unknown, suppressNulls: boolean, enclosing: Set<object>): void {
  if (value instanceof ApexList) {
    writer.startObject();
    writer.name('totalSize');
    writer.raw(String(value.items.length));
    writer.name('done');
    writer.raw('true');
    writer.name('records');
    writeValue(writer, value, suppressNulls, enclosing);
    writer.endObject();
  } else if (value instanceof ApexDatetime) writer.string(value.toIso().replace('Z', '+0000'));
  else writeValue(writer, value, suppressNulls, enclosing);
}

function writeObject(writer: JsonWriter, object: ApexObject, suppressNulls: boolean, enclosing: Set<object>): void {
  writer.startObject();
  for (const field of serializedFields(object.classInfo)) {
    const value = (object as unknown as Record<string, unknown>)[field.jsName] ?? null;
    if (value === null && suppressNulls) continue;
    writer.name(field.name);
    writeValue(writer, value, suppressNulls, enclosing);
  }
  writer.endObject();
}

/** Instance members in declaration order, the class's own before inherited ones. */
export function serializedFields(info: ClassInfo): readonly FieldInfo[] {
  let fields = fieldsOfClass.get(info);
  if (!fields) {
    const own = info.fields.filter((field) => !field.static && !field.transient);
    fields = info.superclass?.classInfo ? [...own, ...serializedFields(info.superclass.classInfo)] : own;
    fieldsOfClass.set(info, fields);
  }
  return fields;
}

const fieldsOfClass = new WeakMap<ClassInfo, readonly FieldInfo[]>();
