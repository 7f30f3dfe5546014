import type { ObjectModel } from '../metadata/model.ts';
import { ApexDate } from '../runtime/values/date.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { encode, isNumber, isText } from './codec.ts';
import type { Stored } from './codec.ts';
import { columnOf } from './soql/scope.ts';
import { quote } from './schema.ts';
import { fold } from './text.ts';

type Parameter = (value: Stored) => string;

/** A filter line of metadata (`Status__c` `equals` `Open,Closed`) as SQL, for roll-ups and sharing rules. */
export function filterCondition(
  object: ObjectModel,
  fieldName: string,
  operation: string,
  value: string,
  parameter: Parameter,
  alias?: string
): string {
  const field = object.fields.get(fieldName.toLowerCase());
  if (!field) throw new Error(`A filter on ${object.name} uses the unknown field ${fieldName}`);
  const column =
    field.formula !== undefined
      ? columnOf(object, field, alias ?? quote(object.name))
      : alias
        ? `${alias}.${quote(field.name)}`
        : quote(field.name);
  const wanted = value === '' ? [''] : isText(field) ? value.split(',').map((part) => part.trim()) : [value];
  const stored = (text: string): Stored => {
    if (text === '') return null;
    if (isNumber(field)) return encode(field, Decimal.fromString(text));
    if (field.type === 'Boolean') return /^(true|1)$/i.test(text) ? 1 : 0;
    if (field.type === 'Date') return ApexDate.parseIso(text)?.toString() ?? null;
    if (field.type === 'DateTime') return Date.parse(text);
    return text;
  };
  const left = isText(field) ? `fold(${column})` : column;
  const operand = (text: string): string => {
    const item = stored(text);
    return parameter(typeof item === 'string' && isText(field) ? fold(item) : item);
  };
  const any = (make: (text: string) => string): string => `(${wanted.map(make).join(' OR ')})`;
  switch (operation) {
    case 'equals':
      return any((text) => `${left} IS ${operand(text)}`);
    case 'notEqual':
      return `NOT ${any((text) => `${left} IS ${operand(text)}`)}`;
    case 'lessThan':
      return `IFNULL(${left} < ${operand(value)}, 0)`;
    case 'greaterThan':
      return `IFNULL(${left} > ${operand(value)}, 0)`;
    case 'lessOrEqual':
      return `IFNULL(${left} <= ${operand(value)}, 0)`;
    case 'greaterOrEqual':
      return `IFNULL(${left} >= ${operand(value)}, 0)`;
    case 'contains':
      return any((text) => `IFNULL(instr(${left}, ${operand(text)}) > 0, 0)`);
    case 'notContain':
      return `NOT ${any((text) => `IFNULL(instr(${left}, ${operand(text)}) > 0, 0)`)}`;
    case 'startsWith':
      return any((text) => `IFNULL(instr(${left}, ${operand(text)}) = 1, 0)`);
    case 'includes':
      return any((text) => `IFNULL(instr(';' || ${left} || ';', ';' || ${operand(text)} || ';') > 0, 0)`);
    case 'excludes':
      return `NOT ${any((text) => `IFNULL(instr(';' || ${left} || ';', ';' || ${operand(text)} || ';') > 0, 0)`)}`;
    default:
      throw new Error(`Not implemented in the local org: filter operation ${operation} on ${object.name}.${fieldName}`);
  }
}
