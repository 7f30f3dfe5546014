import type { ApexType } from '../runtime/type.ts';
import type { Position } from '../parser/ast.ts';
import {
  ANY,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ID,
  INTEGER,
  LONG,
  SOBJECT,
  STRING,
  VOID,
  isList,
  isMap
} from '../runtime/types.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { ApexDouble } from '../runtime/values/double.ts';
import type { Body } from './context.ts';
import { distance, isNumericType } from './assignability.ts';
import { NULL, nameOf } from './known-types.ts';
import { fail } from './problem.ts';
import type { Typed } from './typed.ts';

/** A null literal and a query take part in assignments beyond their type. */
export function canAssign(from: Typed, to: ApexType): boolean {
  if (distance(from.type, to) !== null) return true;
  if (!from.query || !isList(from.type) || to.kind !== 'sobject') return false;
  return from.type.args[0] === SOBJECT || distance(from.type.args[0] as ApexType, to) !== null;
}

/** JavaScript for `value` as a `to`. The message is the platform's for an assignment unless another is given. */
export function assignTo(body: Body, value: Typed, to: ApexType, position: Position, message?: string): string {
  if (value.type === VOID || !canAssign(value, to))
    fail(position, message ?? `Illegal assignment from ${nameOf(value.type)} to ${nameOf(to)}`);
  return convertJs(body, value, to);
}

export function convertJs(body: Body, value: Typed, to: ApexType): string {
  const { type: from, js } = value;
  if (from === to || from === NULL) return js;
  if (value.query && isList(from) && to.kind === 'sobject')
    return from.args[0] === SOBJECT ? `$.cast($.single(${js}), ${body.unit.constant(to)})` : `$.single(${js})`;
  if (value.literal && isNumericType(from)) return numberLiteral(body, value.literal.value, to) ?? js;
  if (isNumericType(from)) return numericConversion(js, to);
  if (from === ID && to === STRING) return `$.idText(${js})`;
  if (from === STRING && to === ID) return `$.toId(${js})`;
  if (from === DATE && to === DATETIME) return `$.startOfDay(${js})`;
  if (from.kind === 'collection' && to.kind === 'collection' && needsElementConversion(from, to))
    return `$.convertElements(${js}, ${body.unit.constant(to)})`;
  return js;
}

function needsElementConversion(from: ApexType, to: ApexType): boolean {
  return from.args.some((arg, index) => {
    const target = to.args[index] as ApexType;
    if (arg === target || target === ANY) return false;
    if (arg.kind === 'collection' && target.kind === 'collection')
      return (isList(arg) || isMap(arg)) && needsElementConversion(arg, target);
    return arg.kind === 'primitive' && target.kind === 'primitive';
  });
}

export function numericConversion(js: string, to: ApexType): string {
  if (to === INTEGER) return `$.toInteger(${js})`;
  if (to === LONG) return `$.toLong(${js})`;
  if (to === DOUBLE) return `$.toDouble(${js})`;
  if (to === DECIMAL) return `$.toDecimal(${js})`;
  return js;
}

/** A number written in the source, as the value of the given type. */
export function numberLiteral(body: Body, text: string, type: ApexType): string | null {
  switch (type) {
    case INTEGER:
      return text.startsWith('-') ? `(${text})` : text;
    case LONG:
      return text.startsWith('-') ? `(${text}n)` : `${text}n`;
    case DOUBLE:
      return body.unit.constant(new ApexDouble(Number(text)), `double ${text}`);
    case DECIMAL:
      return body.unit.constant(Decimal.fromString(text), `decimal ${text}`);
    default:
      return null;
  }
}

/** A value that must not be null when it is used. */
export function required(value: Typed): string {
  return value.nonNull ? value.js : `$.nn(${value.js})`;
}

export function conditionJs(value: Typed, position: Position, message = 'Condition expression must be of type Boolean'): string {
  if (value.type !== BOOLEAN) fail(position, `${message}: ${nameOf(value.type)}`);
  return value.nonNull ? value.js : `$.b(${value.js})`;
}

export function textJs(value: Typed): string {
  if (value.type === STRING && value.nonNull) return value.js;
  if (value.type === INTEGER && value.nonNull) return `String(${value.js})`;
  return `$.str(${value.js})`;
}
