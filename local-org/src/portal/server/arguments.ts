import { construct } from '../../runtime/call.ts';
import type { ApexType, ClassInfo, FieldInfo } from '../../runtime/type.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { ApexDouble } from '../../runtime/values/double.ts';
import { ApexId, normalizeId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexMap } from '../../runtime/values/map.ts';
import { ApexSet } from '../../runtime/values/set.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { ApexTime } from '../../runtime/values/time.ts';
import { ANY as ANY_TYPE, STRING as STRING_TYPE, isList, isMap, isSet } from '../../runtime/types.ts';
import type { OrgModel } from '../../metadata/model.ts';
import { fieldValueFromJson } from './field-values.ts';

/** An argument that does not fit its parameter; the message is for the developer of the component. */
export class ArgumentError extends Error {}

/** Turns a JSON value into the Apex value a parameter takes. `where` names the parameter in errors. */
export function toApex(json: unknown, type: ApexType, where: string, model: OrgModel): unknown {
  if (json === null || json === undefined) return null;
  if (isList(type))
    return new ApexList(
      type.args[0]!,
      array(json, type, where).map((item, i) => toApex(item, type.args[0]!, `${where}[${i}]`, model))
    );
  if (isSet(type))
    return new ApexSet(
      type.args[0]!,
      array(json, type, where).map((item, i) => toApex(item, type.args[0]!, `${where}[${i}]`, model))
    );
  if (isMap(type)) {
    const [key, value] = type.args as [ApexType, ApexType];
    return new ApexMap(
      key,
      value,
      Object.entries(object(json, type, where)).map(
        ([k, v]) => [toApex(k, key, where, model), toApex(v, value, `${where}.${k}`, model)] as const
      )
    );
  }
  if (type.kind === 'primitive') return primitive(json, type, where);
  if (type.kind === 'sobject') return sobject(object(json, type, where), type, where, model);
  if (type.kind === 'any') return untyped(json);
  if (type.kind === 'enum' && type.classInfo) return enumConstant(json, type.classInfo, where);
  if (type.kind === 'class' && type.classInfo) return instance(object(json, type, where), type.classInfo, where, model);
  throw new ArgumentError(`${where}: a value of type ${type.name} cannot be sent from a component`);
}

function primitive(json: unknown, type: ApexType, where: string): unknown {
  const bad = (): never => {
    throw new ArgumentError(`${where}: ${JSON.stringify(json)?.slice(0, 100)} is not a valid ${type.name}`);
  };
  switch (type.name) {
    case 'String':
      return typeof json === 'object' ? bad() : String(json);
    case 'Boolean':
      return typeof json === 'boolean' ? json : json === 'true' ? true : json === 'false' ? false : bad();
    case 'Id':
      return typeof json === 'string' && normalizeId(json) ? ApexId.of(json) : json === '' ? null : bad();
    case 'Integer':
      return Number.isInteger(number(json)) && Math.abs(number(json)) <= 2 ** 31 ? number(json) | 0 : bad();
    case 'Long':
      return Number.isInteger(number(json)) ? BigInt(number(json)) : bad();
    case 'Double':
      return Number.isFinite(number(json)) ? new ApexDouble(number(json)) : bad();
    case 'Decimal':
      return (typeof json === 'number' || typeof json === 'string') && Number.isFinite(number(json))
        ? (Decimal.parse(String(json)) ?? Decimal.fromNumber(number(json)))
        : bad();
    case 'Date':
      return (typeof json === 'string' && ApexDate.parseIso(json.slice(0, 10))) || bad();
    case 'Datetime': {
      const time = typeof json === 'number' ? json : Date.parse(String(json));
      return Number.isNaN(time) ? bad() : new ApexDatetime(time);
    }
    case 'Time':
      return (typeof json === 'string' && ApexTime.parseIso(json)) || bad();
    default:
      return bad();
  }
}

function number(json: unknown): number {
  return typeof json === 'number' ? json : typeof json === 'string' && json.trim() !== '' ? Number(json) : NaN;
}

function sobject(json: Readonly<Record<string, unknown>>, type: ApexType, where: string, model: OrgModel): SObject {
  const named = typeof json.sobjectType === 'string' ? json.sobjectType : type.name;
  const definition = model.objects.get(named.toLowerCase());
  if (!definition) throw new ArgumentError(`${where}: there is no object ${named}`);
  const row = new SObject(definition.name);
  for (const [name, value] of Object.entries(json)) {
    if (name === 'sobjectType') continue;
    const field = definition.fields.get(name.toLowerCase());
    if (!field) throw new ArgumentError(`${where}: ${definition.name} has no field ${name}`);
    row.put(field.name, fieldValueFromJson(value, field, `${where}.${field.name}`));
  }
  return row;
}

/** Only members with @AuraEnabled are set from outside; anything else in the JSON is an error of the component. */
function instance(json: Readonly<Record<string, unknown>>, info: ClassInfo, where: string, model: OrgModel): unknown {
  const target = construct(info) as Record<string, unknown>;
  const members = new Map(auraEnabledFields(info).map((field) => [field.name.toLowerCase(), field]));
  for (const [name, value] of Object.entries(json)) {
    const field = members.get(name.toLowerCase());
    if (!field) throw new ArgumentError(`${where}: ${info.name} has no @AuraEnabled member ${name}`);
    target[field.jsName] = toApex(value, field.type, `${where}.${field.name}`, model);
  }
  return target;
}

export function auraEnabledFields(info: ClassInfo): FieldInfo[] {
  const inherited = info.superclass?.classInfo ? auraEnabledFields(info.superclass.classInfo) : [];
  return [
    ...inherited,
    ...info.fields.filter((field) => !field.static && field.annotations.some((annotation) => annotation.name === 'auraenabled'))
  ];
}

function enumConstant(json: unknown, info: ClassInfo, where: string): unknown {
  const values = (info.jsClass as unknown as { values?: readonly { name: string }[] } | null)?.values;
  const constant = values?.find((value) => value.name.toLowerCase() === String(json).toLowerCase());
  if (!constant) throw new ArgumentError(`${where}: ${String(json)} is not a value of ${info.name}`);
  return constant;
}

/** `Object` parameters get what JSON.deserializeUntyped would give. */
function untyped(json: unknown): unknown {
  if (Array.isArray(json)) return new ApexList(ANY_TYPE, json.map(untyped));
  if (typeof json === 'object' && json !== null)
    return new ApexMap(
      STRING_TYPE,
      ANY_TYPE,
      Object.entries(json).map(([key, value]) => [key, untyped(value)] as const)
    );
  if (typeof json === 'number') return Number.isInteger(json) && Math.abs(json) < 2 ** 31 ? json : Decimal.fromNumber(json);
  return json ?? null;
}

function array(json: unknown, type: ApexType, where: string): unknown[] {
  if (!Array.isArray(json)) throw new ArgumentError(`${where}: expected a list for ${type.name}`);
  return json;
}

function object(json: unknown, type: ApexType, where: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new ArgumentError(`${where}: expected an object for ${type.name}`);
  return json as Record<string, unknown>;
}
