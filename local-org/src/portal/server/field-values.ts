import type { FieldModel } from '../../metadata/model.ts';
import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { ApexDouble } from '../../runtime/values/double.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexId, normalizeId } from '../../runtime/values/id.ts';
import { ApexTime } from '../../runtime/values/time.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { ApexList } from '../../runtime/values/list.ts';

/** A value that does not fit its field. */
export class FieldValueError extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** A JSON value as a field of that type holds it. Blank text empties a field, as on every form. */
export function fieldValueFromJson(json: unknown, field: FieldModel, where = field.name): unknown {
  if (json === null || json === undefined || json === '') return field.type === 'Boolean' ? false : null;
  const bad = (): never => {
    throw new FieldValueError(field.name, `${where}: ${JSON.stringify(json).slice(0, 100)} is not a valid value for ${field.label}`);
  };
  switch (field.type) {
    case 'Boolean':
      return typeof json === 'boolean' ? json : json === 'true' ? true : json === 'false' ? false : bad();
    case 'Id':
    case 'Reference':
      return typeof json === 'string' && normalizeId(json) ? ApexId.of(json) : bad();
    case 'Integer':
      return Number.isInteger(Number(json)) ? Number(json) : bad();
    case 'Long':
      return Number.isInteger(Number(json)) ? BigInt(Number(json)) : bad();
    case 'Double':
    case 'Currency':
    case 'Percent':
      return Number.isFinite(Number(json)) ? (Decimal.parse(String(json)) ?? Decimal.fromNumber(Number(json))) : bad();
    case 'Date':
      return ApexDate.parseIso(String(json).slice(0, 10)) ?? bad();
    case 'DateTime': {
      const time = Date.parse(String(json));
      return Number.isNaN(time) ? bad() : new ApexDatetime(time);
    }
    case 'Time':
      return ApexTime.parseIso(String(json)) ?? bad();
    default:
      return typeof json === 'object' ? bad() : String(json);
  }
}

/** A field's value as components get it. */
export function fieldValueToJson(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof ApexId) return value.value;
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return value.toString().slice(0, 10);
  if (value instanceof ApexDatetime) return value.toIso();
  if (value instanceof ApexTime) return value.toString();
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof SObject || value instanceof ApexList) throw new Error('Rows are not field values');
  return value;
}

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function format<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const known = formatters.get(key) ?? make();
  formatters.set(key, known);
  return known as T;
}

/** What a person reads; null when there is nothing to show. Numbers and dates in the org's locale, times in the user's zone. */
export function displayValue(value: unknown, field: FieldModel, timeZone: string): string | null {
  const json = fieldValueToJson(value);
  if (json === null || json === '') return null;
  switch (field.type) {
    case 'Currency':
      return format(
        'currency',
        () => new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 2 })
      ).format(Number(json));
    case 'Percent':
      return `${Number(json).toLocaleString('en-US', { maximumFractionDigits: field.scale ?? 2 })}%`;
    case 'Integer':
    case 'Long':
    case 'Double':
      return Number(json).toLocaleString('en-US', { maximumFractionDigits: field.scale ?? 2 });
    case 'Date':
      return format('date', () => new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })).format(
        new Date(`${String(json)}T00:00:00Z`)
      );
    case 'DateTime':
      return format(
        `datetime ${timeZone}`,
        () => new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone })
      ).format(new Date(String(json)));
    case 'Picklist':
      return field.picklist?.values.find((option) => option.value === json)?.label ?? String(json);
    case 'MultiselectPicklist':
      return String(json).split(';').join('; ');
    case 'Boolean':
      return null;
    default:
      return String(json);
  }
}
