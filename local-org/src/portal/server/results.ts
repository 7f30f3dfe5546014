import { classInfoOf } from '../../runtime/types.ts';
import { toDisplayString } from '../../runtime/convert.ts';
import { ApexBlob } from '../../runtime/values/blob.ts';
import { ApexEnum } from '../../runtime/values/enum.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexMap } from '../../runtime/values/map.ts';
import { ApexSet } from '../../runtime/values/set.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { auraEnabledFields } from './arguments.ts';
import { fieldValueToJson } from './field-values.ts';

/** What a component receives for a value that an @AuraEnabled method returned. */
export function toJson(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof ApexList) return value.items.map(toJson);
  if (value instanceof ApexSet) return [...value].map(toJson);
  if (value instanceof ApexMap) return Object.fromEntries([...value.entries()].map(([key, item]) => [toDisplayString(key), toJson(item)]));
  if (value instanceof SObject) return rowToJson(value);
  if (value instanceof ApexEnum) return value.name;
  if (value instanceof ApexBlob) return value.toString();
  if (typeof value === 'object') {
    const info = classInfoOf(value);
    if (info)
      return Object.fromEntries(
        auraEnabledFields(info).map((field) => [field.name, toJson((value as Record<string, unknown>)[field.jsName])])
      );
  }
  return fieldValueToJson(value);
}

/** Rows carry the fields that have a value, and their related rows. */
function rowToJson(row: SObject): Record<string, unknown> {
  return Object.fromEntries([...row.values].filter(([, value]) => value !== null).map(([name, value]) => [name, toJson(value)]));
}
