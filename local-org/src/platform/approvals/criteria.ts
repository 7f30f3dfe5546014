import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { compare } from '../../runtime/equality.ts';
import { toDisplayString } from '../../runtime/convert.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { combine } from './boolean-filter.ts';
import { evaluate, fieldValue } from './formula.ts';
import type { Criteria } from './model.ts';

/** Whether the record meets an entry criterion; none means always. */
export function meets(criteria: Criteria | null, object: ObjectModel, record: SObject): boolean {
  if (criteria === null) return true;
  if (criteria.formula !== null) return evaluate(criteria.formula, object, record) === true;
  return combine(
    criteria.booleanFilter,
    criteria.items.map((item) => holds(fieldOf(item.field, object), item.operation, item.value, record))
  );
}

function fieldOf(path: string, object: ObjectModel): FieldModel {
  const [owner, name] = path.includes('.') ? (path.split('.') as [string, string]) : [object.name, path];
  const field = owner.toLowerCase() === object.name.toLowerCase() ? object.fields.get(name.toLowerCase()) : undefined;
  if (!field) throw new Error(`Not implemented in the local org: approval criterion on ${path}`);
  return field;
}

function holds(field: FieldModel, operation: string, wanted: string, record: SObject): boolean {
  const actual = record.get(field.name);
  const shown = actual === null ? '' : toDisplayString(actual).toLowerCase();
  const values = wanted.split(',').map((value) => value.trim());
  const some = (test: (value: string) => boolean): boolean => values.some(test);
  switch (operation) {
    case 'equals':
      return some((value) => equal(field, actual, value));
    case 'notEqual':
      return !some((value) => equal(field, actual, value));
    case 'contains':
    case 'includes':
      return some((value) => shown.includes(value.toLowerCase()));
    case 'notContain':
    case 'excludes':
      return !some((value) => shown.includes(value.toLowerCase()));
    case 'startsWith':
      return some((value) => shown.startsWith(value.toLowerCase()));
    case 'lessThan':
      return order(field, actual, wanted, (sign) => sign < 0);
    case 'greaterThan':
      return order(field, actual, wanted, (sign) => sign > 0);
    case 'lessOrEqual':
      return order(field, actual, wanted, (sign) => sign <= 0);
    case 'greaterOrEqual':
      return order(field, actual, wanted, (sign) => sign >= 0);
    default:
      throw new Error(`Not implemented in the local org: criterion operation ${operation}`);
  }
}

function equal(field: FieldModel, actual: unknown, wanted: string): boolean {
  const value = wanted === '' ? null : fieldValue(field, wanted);
  if (actual === null || value === null) return actual === value;
  if (typeof actual === 'string') return actual.toLowerCase() === String(value).toLowerCase();
  return compare(actual, value) === 0;
}

function order(field: FieldModel, actual: unknown, wanted: string, test: (sign: number) => boolean): boolean {
  const value = wanted === '' ? null : fieldValue(field, wanted);
  return actual !== null && value !== null && test(compare(actual, value));
}
