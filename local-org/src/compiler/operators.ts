import type { ExpressionOf, Position } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { BOOLEAN, DATE, DATETIME, DECIMAL, DOUBLE, ID, INTEGER, LONG, STRING, TIME, VOID, isList } from '../runtime/types.ts';
import { isCastable, isImplicit, isNumericType } from './assignability.ts';
import type { Body } from './context.ts';
import { conditionJs, convertJs, required, textJs } from './conversions.ts';
import { commonType, expression } from './expressions.ts';
import { NULL, isEnumType, nameOf } from './known-types.ts';
import { fail } from './problem.ts';
import type { Typed } from './typed.ts';

export function binary(body: Body, node: ExpressionOf<'binary'>): Typed {
  const { operator } = node;
  if (operator === '??') return coalesce(body, node);
  const left = expression(body, node.left);
  if (operator === '&&' || operator === '||') {
    const right = expression(body, node.right);
    if (left.type !== BOOLEAN || right.type !== BOOLEAN) fail(node, 'Logical operator can only be applied to Boolean');
    return { type: BOOLEAN, js: `(${conditionJs(left, node)} ${operator} ${conditionJs(right, node)})`, nonNull: true };
  }
  return operate(body, operator, left, expression(body, node.right), node);
}

/** A binary operator applied to compiled operands; compound assignments come here too. */
export function operate(body: Body, operator: string, left: Typed, right: Typed, position: Position): Typed {
  switch (operator) {
    case '==':
    case '!=':
    case '<>':
      return equality(body, operator === '==', left, right, position);
    case '===':
    case '!==':
      checkIdentity(left, right, position);
      return { type: BOOLEAN, js: `${operator === '===' ? '' : '!'}$.same(${left.js}, ${right.js})`, nonNull: true };
    case '<':
    case '>':
    case '<=':
    case '>=':
      return comparison(operator, left, right, position);
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(body, operator, left, right, position);
    case '<<':
    case '>>':
    case '>>>':
      return shift(operator, left, right, position);
    default:
      return bitwise(operator, left, right, position);
  }
}

function equality(body: Body, positive: boolean, left: Typed, right: Typed, position: Position): Typed {
  checkComparable(left, right, position);
  const result = (js: string): Typed => ({ type: BOOLEAN, js, nonNull: true });
  const operator = positive ? '===' : '!==';
  if (left.type === NULL || right.type === NULL) return result(`(${left.js} ${operator} ${right.js})`);
  const identical =
    left.type === right.type && (left.type === INTEGER || left.type === BOOLEAN || left.type === LONG || isEnumType(left.type));
  if (identical) return result(`(${left.js} ${operator} ${right.js})`);
  const [a, b] = [single(left, right), single(right, left)];
  const date = left.type === DATE && right.type === DATETIME ? convertJs(body, left, DATETIME) : a;
  return result(`${positive ? '' : '!'}$.eq(${date}, ${b})`);
}

/** Only references are the same or not; values are equal. */
function checkIdentity(left: Typed, right: Typed, position: Position): void {
  checkComparable(left, right, position);
  if (left.type === NULL || right.type === NULL)
    fail(position, `Comparison arguments must be compatible types: ${nameOf(left.type)}, ${nameOf(right.type)}`);
  const value = [left.type, right.type].every((type) => type.kind === 'primitive');
  if (value) fail(position, `Exact equality operator only allowed for reference types: ${nameOf(left.type)}`);
}

/** `[SELECT …] == row` compares the single row. */
function single(value: Typed, other: Typed): string {
  return isList(value.type) && value.type.args[0]?.kind === 'sobject' && other.type.kind === 'sobject' ? `$.single(${value.js})` : value.js;
}

function checkComparable(left: Typed, right: Typed, position: Position): void {
  const [a, b] = [left.type, right.type];
  if (a === VOID || b === VOID) fail(position, `Comparison arguments must be compatible types: ${nameOf(a)}, ${nameOf(b)}`);
  if (isNumericType(a) && isNumericType(b)) return;
  if (isImplicit(a, b) || isImplicit(b, a) || isCastable(a, b) || isCastable(b, a)) return;
  if (single(left, right) !== left.js || single(right, left) !== right.js) return;
  fail(position, `Comparison arguments must be compatible types: ${nameOf(a)}, ${nameOf(b)}`);
}

const ORDERED = new Set<ApexType>([STRING, ID, DATE, DATETIME, TIME]);

/** A comparison with null is false, whichever way it points. */
function comparison(operator: string, left: Typed, right: Typed, position: Position): Typed {
  const [a, b] = [left.type, right.type];
  const comparable = (isNumericType(a) && isNumericType(b)) || (ORDERED.has(a) && ORDERED.has(b) && (isImplicit(a, b) || isImplicit(b, a)));
  if (!comparable && a !== VOID && a !== NULL && b !== NULL && (isImplicit(a, b) || isImplicit(b, a)) && !ORDERED.has(a))
    fail(position, `Inequality operator not allowed for this type: ${nameOf(isImplicit(b, a) ? a : b)}`);
  if (!comparable) fail(position, `Comparison arguments must be compatible types: ${nameOf(a)}, ${nameOf(b)}`);
  if (a === INTEGER && b === INTEGER && left.nonNull && right.nonNull)
    return { type: BOOLEAN, js: `(${left.js} ${operator} ${right.js})`, nonNull: true };
  const name = { '<': 'lt', '>': 'gt', '<=': 'le', '>=': 'ge' }[operator] as string;
  // The common case of two Integers is spared the comparison of any two values.
  if (a === INTEGER && b === INTEGER) return { type: BOOLEAN, js: `$.${name}Integer(${left.js}, ${right.js})`, nonNull: true };
  return { type: BOOLEAN, js: `$.${name}(${left.js}, ${right.js})`, nonNull: true };
}

function promoted(left: ApexType, right: ApexType): ApexType {
  if (left === DECIMAL || right === DECIMAL) return DECIMAL;
  if (left === DOUBLE || right === DOUBLE) return DOUBLE;
  return left === LONG || right === LONG ? LONG : INTEGER;
}

function arithmetic(body: Body, operator: string, left: Typed, right: Typed, position: Position): Typed {
  const [a, b] = [left.type, right.type];
  if (a === VOID || b === VOID) fail(position, 'Arithmetic expressions are not allowed on void types');
  if (operator === '+' && (a === STRING || b === STRING)) {
    return { type: STRING, js: `(${textJs(left)} + ${textJs(right)})`, nonNull: true };
  }
  const moved = dateArithmetic(body, operator, left, right);
  if (moved) return moved;
  if (!isNumericType(a) || !isNumericType(b)) {
    return fail(
      position,
      operator === '+' || operator === '-' ? additionMessage(left, right) : 'Arithmetic expressions must use numeric arguments'
    );
  }
  const type = promoted(a, b);
  if (type === INTEGER) return integerArithmetic(operator, required(left), required(right));
  const x = required({ ...left, js: convertJs(body, left, type) });
  const y = required({ ...right, js: convertJs(body, right, type) });
  const name = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' }[operator] as string;
  if (type === LONG && operator !== '/') return { type, js: `BigInt.asIntN(64, ${x} ${operator} ${y})`, nonNull: true };
  if (type === LONG) return { type, js: `$.divideLong(${x}, ${y})`, nonNull: true };
  if (type === DOUBLE) return { type, js: `$.${name}Double(${x}, ${y})`, nonNull: true };
  return { type, js: operator === '/' ? `$.divideDecimal(${x}, ${y})` : `${x}.${name}(${y})`, nonNull: true };
}

function additionMessage(left: Typed, right: Typed): string {
  const types = [left.type, right.type];
  if (types.includes(DATE)) return 'Date expressions must use Integer or Long';
  if (types.includes(DATETIME)) return 'Date/time expressions must use Integer or Double or Decimal';
  if (types.includes(TIME)) return 'Time expressions must use Integer or Long';
  return 'Arithmetic expressions must use numeric arguments';
}

/** Division by zero apart, the operation on two int32 values. */
export function integerArithmetic(operator: string, left: string, right: string): Typed {
  const js = {
    '+': `(${left} + ${right} | 0)`,
    '-': `(${left} - ${right} | 0)`,
    '*': `Math.imul(${left}, ${right})`,
    '/': `$.divideInteger(${left}, ${right})`
  }[operator];
  return { type: INTEGER, js: js as string, nonNull: true };
}

/** Dates move by days, times by milliseconds. */
function dateArithmetic(body: Body, operator: string, left: Typed, right: Typed): Typed | null {
  if (operator !== '+' && operator !== '-') return null;
  if (left.type !== DATE && left.type !== DATETIME && left.type !== TIME) return null;
  if (!isNumericType(right.type)) return null;
  if (left.type !== DATETIME && right.type !== INTEGER && right.type !== LONG) return null;
  const amount = required({ ...right, js: convertJs(body, right, DECIMAL) });
  const name = { Date: 'moveDate', Datetime: 'moveDatetime', Time: 'moveTime' }[left.type.name] as string;
  return { type: left.type, js: `$.${name}(${required(left)}, ${amount}, ${operator === '+' ? 1 : -1})`, nonNull: true };
}

function shift(operator: string, left: Typed, right: Typed, position: Position): Typed {
  const integral = (type: ApexType): boolean => type === INTEGER || type === LONG;
  if (!integral(left.type) || !integral(right.type)) fail(position, `${operator} operation can only be applied to Integer or Long types`);
  const amount = right.type === LONG ? `Number(${required(right)})` : required(right);
  if (left.type === INTEGER) {
    const js = operator === '>>>' ? `(${required(left)} >>> ${amount} | 0)` : `(${required(left)} ${operator} ${amount})`;
    return { type: INTEGER, js, nonNull: true };
  }
  const name = { '<<': 'shiftLeft', '>>': 'shiftRight', '>>>': 'shiftRightUnsigned' }[operator] as string;
  return { type: LONG, js: `$.${name}(${required(left)}, ${amount})`, nonNull: true };
}

function bitwise(operator: string, left: Typed, right: Typed, position: Position): Typed {
  const [a, b] = [left.type, right.type];
  if (a === BOOLEAN && b === BOOLEAN) {
    const js =
      operator === '^' ? `(${required(left)} !== ${required(right)})` : `((+${required(left)} ${operator} +${required(right)}) === 1)`;
    return { type: BOOLEAN, js, nonNull: true };
  }
  const integral = (type: ApexType): boolean => type === INTEGER || type === LONG;
  if (!integral(a) || !integral(b)) {
    const message = `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`;
    fail(position, message);
  }
  if (a === INTEGER && b === INTEGER) return { type: INTEGER, js: `(${required(left)} ${operator} ${required(right)})`, nonNull: true };
  const long = (value: Typed): string => (value.type === LONG ? required(value) : `BigInt(${required(value)})`);
  return { type: LONG, js: `(${long(left)} ${operator} ${long(right)})`, nonNull: true };
}

function coalesce(body: Body, node: ExpressionOf<'binary'>): Typed {
  const left = expression(body, node.left);
  const right = expression(body, node.right);
  const type =
    commonType(left, right) ?? fail(node, `Incompatible types in null coalescing operator: ${nameOf(left.type)}, ${nameOf(right.type)}`);
  const alternative = convertJs(body, right, type);
  const js = left.query && left.type !== type ? `$.firstOrNull(${left.js})` : convertJs(body, left, type);
  return { type, js: `(${js} ?? ${alternative})`, ...(right.nonNull ? { nonNull: true } : {}) };
}

export function unary(body: Body, node: ExpressionOf<'unary'>): Typed {
  const value = expression(body, node.value);
  const { type } = value;
  if (node.operator === '!') {
    if (type !== BOOLEAN) fail(node, '! operator can only be applied to boolean expressions');
    return { type, js: `!${conditionJs(value, node)}`, nonNull: true };
  }
  if (node.operator === '~') {
    if (type !== INTEGER && type !== LONG) fail(node, `Invalid type for bitwise negate: ${nameOf(type)}`);
    return { type, js: `(~${required(value)})`, nonNull: true };
  }
  // A plus before text says nothing, and is allowed.
  if (node.operator === '+' && type === STRING) return value;
  if (!isNumericType(type)) fail(node, 'Unary negation must use a numeric argument');
  if (node.operator === '+') return { ...value, js: required(value), nonNull: true };
  if (type === INTEGER) return { type, js: `(-${required(value)} | 0)`, nonNull: true };
  if (type === LONG) return { type, js: `BigInt.asIntN(64, -${required(value)})`, nonNull: true };
  return { type, js: type === DOUBLE ? `$.negateDouble(${required(value)})` : `${required(value)}.negate()`, nonNull: true };
}
