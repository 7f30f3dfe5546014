/** The order of `List.sort()`. */
import { callMethod, hasMethod } from './call.ts';
import { compare, compareText } from './equality.ts';
import { toDisplayString } from './convert.ts';
import { displayTypeName, typeOf } from './types.ts';
import { Decimal } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import { ApexEnum } from './values/enum.ts';
import { throwApex } from './values/exception.ts';
import { SObject } from './values/sobject.ts';
import { current, isRunning } from './execution.ts';

/** Null first; primitives by value (strings with regard to case); enums by declaration; rows field by field; Comparable by its own order. */
export function naturalOrder(left: unknown, right: unknown): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (left instanceof SObject && right instanceof SObject) return compareRows(left, right);
  if (left instanceof ApexEnum && right instanceof ApexEnum) return left.ordinal - right.ordinal;
  if (hasMethod(left, 'compareTo', 1)) return Number(callMethod(left, 'compareTo', [right]));
  if (isOrdered(left) && isOrdered(right)) return compare(left, right);
  return throwApex('System.ListException', `One or more of the items in this list is not Comparable.`);
}

const ORDERED = new Set(['Boolean', 'Integer', 'Long', 'Double', 'Decimal', 'Id', 'Date', 'Datetime', 'Time']);

function isOrdered(value: unknown): boolean {
  return value instanceof Decimal || value instanceof ApexDouble || ORDERED.has(displayTypeName(typeOf(value)));
}

/** Rows sort by type, then by Name, then by their other fields in the object's order, as sorted lists of rows show. */
function compareRows(left: SObject, right: SObject): number {
  const byType = compareText(left.objectName, right.objectName);
  if (byType !== 0) return byType;
  for (const name of sortFields(left)) {
    const [a, b] = [left.values.get(name) ?? null, right.values.get(name) ?? null];
    const order = a instanceof SObject || b instanceof SObject ? 0 : compareFields(a, b);
    if (order !== 0) return order;
  }
  return 0;
}

function compareFields(left: unknown, right: unknown): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (typeof left === 'object' && !isOrdered(left)) return compareText(toDisplayString(left), toDisplayString(right));
  return compare(left, right);
}

function sortFields(row: SObject): string[] {
  const object = isRunning() ? current().org.model.objects.get(row.objectName.toLowerCase()) : undefined;
  const names = object ? [...object.fields.values()].map((field) => field.name) : [...row.values.keys()];
  return ['Name', ...names.filter((name) => name !== 'Name' && name !== 'Id'), 'Id'];
}

/** Stable sort in place by a natural order or by a `Comparator`. */
export function sortItems(items: unknown[], comparator: unknown = null): void {
  if (comparator === null) items.sort(naturalOrder);
  else items.sort((left, right) => Number(callMethod(comparator, 'compare', [left, right])));
}
