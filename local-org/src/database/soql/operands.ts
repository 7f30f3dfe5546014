import type { FieldModel } from '../../metadata/model.ts';
import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexDouble } from '../../runtime/values/double.ts';
import { ApexEnum } from '../../runtime/values/enum.ts';
import { ApexId, normalizeId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexSet } from '../../runtime/values/set.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { ApexTime } from '../../runtime/values/time.ts';
import { encode, isText } from '../codec.ts';
import type { Stored } from '../codec.ts';
import type { Value } from './ast.ts';
import { SoqlError } from './resolve.ts';

/** A filter value as the field's column would hold it. A decimal that the column cannot hold exactly stays a Decimal. */
export type Operand = Stored | Decimal;

/** A literal or a single bound value as an operand for `field`; subqueries, lists and date literals are not for here. */
export function operand(field: FieldModel, value: Value, binds: readonly unknown[]): Operand {
  switch (value.kind) {
    case 'null':
      return null;
    case 'bind':
      return boundOperand(field, binds[value.index]);
    case 'boolean':
      return boundOperand(field, value.value);
    case 'number':
      if (isText(field)) throw mismatch(field);
      return boundOperand(field, Decimal.fromString(value.text));
    case 'string':
      if (!isText(field) && field.type !== 'Id' && field.type !== 'Reference') throw mismatch(field);
      return boundOperand(field, value.value);
    case 'date':
      if (field.type !== 'Date') throw mismatch(field);
      return requireDate(value.text, field).toString();
    case 'datetime':
      if (field.type !== 'DateTime') throw mismatch(field);
      return parseInstant(value.text, field);
    case 'time':
      return ApexTime.parseIso(value.text)?.milliseconds ?? null;
    default:
      throw new SoqlError(`unexpected value for field ${field.name}`);
  }
}

/** Every value of an IN, INCLUDES or EXCLUDES list: a literal list, a bound collection, or a bound single value. */
export function operands(field: FieldModel, value: Value, binds: readonly unknown[]): Operand[] {
  if (value.kind === 'list') return value.values.map((item) => operand(field, item, binds));
  if (value.kind === 'bind') {
    const bound = binds[value.index];
    const items = collectionItems(bound);
    if (items) return items.map((item) => boundOperand(field, item));
    if (bound === null || bound === undefined) return [];
  }
  return [operand(field, value, binds)];
}

/** The elements of a bound collection; null for anything else. */
export function collectionItems(bound: unknown): readonly unknown[] | null {
  if (bound instanceof ApexList) return bound.items;
  if (bound instanceof ApexSet) return [...bound];
  return null;
}

function boundOperand(field: FieldModel, value: unknown): Operand {
  if (value === null || value === undefined || value === '') return null;
  switch (field.type) {
    case 'Id':
    case 'Reference':
      return idOperand(value, field);
    case 'Boolean':
      if (typeof value !== 'boolean') throw mismatch(field);
      return value ? 1 : 0;
    case 'Integer':
    case 'Long':
    case 'Double':
    case 'Currency':
    case 'Percent':
      return numberOperand(field, value);
    case 'Date':
      if (value instanceof ApexDate || value instanceof ApexDatetime) return encode(field, value);
      throw mismatch(field);
    case 'DateTime':
      if (value instanceof ApexDate || value instanceof ApexDatetime) return encode(field, value);
      throw mismatch(field);
    case 'Time':
      if (value instanceof ApexTime) return value.milliseconds;
      throw mismatch(field);
    default:
      if (typeof value === 'string') return value;
      if (value instanceof ApexId) return value.value;
      if (value instanceof ApexEnum) return value.name;
      if (typeof value === 'number' || value instanceof Decimal) return String(value);
      throw mismatch(field);
  }
}

/** Rows bound to an Id filter stand for their ids. */
function idOperand(value: unknown, field: FieldModel): Operand {
  if (value instanceof ApexId) return value.value;
  if (value instanceof SObject) {
    const id = value.get('Id');
    return id instanceof ApexId ? id.value : null;
  }
  if (typeof value !== 'string') throw mismatch(field);
  const id = normalizeId(value);
  if (id === null) throw new SoqlError(`invalid ID field: ${value}`);
  return id;
}

function numberOperand(field: FieldModel, value: unknown): Operand {
  const scale = field.type === 'Integer' || field.type === 'Long' ? 0 : (field.scale ?? 0);
  const decimal =
    value instanceof Decimal
      ? value
      : value instanceof ApexDouble
        ? Decimal.fromDouble(value.value)
        : typeof value === 'number' || typeof value === 'bigint'
          ? Decimal.fromInteger(value)
          : null;
  if (!decimal) throw mismatch(field);
  const scaled = decimal.setScale(scale, 'FLOOR');
  return scaled.compareTo(decimal) === 0 ? scaled.unscaled : decimal;
}

function requireDate(text: string, field: FieldModel): ApexDate {
  const date = ApexDate.parseIso(text);
  if (!date) throw mismatch(field);
  return date;
}

function parseInstant(text: string, field: FieldModel): number {
  const time = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(time)) throw mismatch(field);
  return time;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  Double: 'double',
  Currency: 'double',
  Percent: 'double',
  Integer: 'int',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'dateTime',
  Time: 'time'
};

function mismatch(field: FieldModel): SoqlError {
  const name = TYPE_NAMES[field.type];
  const quotes = name ? 'should not be enclosed in quotes' : 'should be enclosed in quotes';
  return new SoqlError(`value of filter criterion for field '${field.name}' must be of type ${name ?? textName(field)} and ${quotes}`);
}

function textName({ type }: FieldModel): string {
  return type === 'Id' || type === 'Reference' ? 'Id' : 'string';
}
