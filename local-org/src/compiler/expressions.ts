import type { Expression, ExpressionOf } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { ANY, BOOLEAN, DATE, DATETIME, DECIMAL, DOUBLE, ID, INTEGER, LONG, STRING, SOBJECT, isList } from '../runtime/types.ts';
import { distance, isCastable, isImplicit, isNumericType } from './assignability.ts';
import { assignment, step } from './assignments.ts';
import { call, constructorCall } from './calls.ts';
import { creation, creationOfItems, creationOfMap, creationSized } from './creations.ts';
import type { Body } from './context.ts';
import { canAssign, conditionJs, convertJs, numberLiteral, numericConversion, required } from './conversions.ts';
import { fieldAccess } from './fields.ts';
import { NULL, nameOf } from './known-types.ts';
import { TYPE_TYPE } from './members.ts';
import { variableOrField } from './names.ts';
import { binary, unary } from './operators.ts';
import { fail } from './problem.ts';
import { queryExpression, searchExpression } from './queries.ts';
import type { Typed } from './typed.ts';

/** Compiles an expression; a chain with `?.` is closed here. */
export function expression(body: Body, node: Expression): Typed {
  return closeChain(chain(body, node));
}

export function closeChain(value: Typed): Typed {
  if (!value.guards || value.guards.length === 0) return value;
  return { type: value.type, js: `(${value.guards.join(' || ')} ? null : ${value.js})`, ...(value.query ? { query: true } : {}) };
}

/** Compiles an expression whose null conditions may still be open to the right. */
export function chain(body: Body, node: Expression): Typed {
  switch (node.kind) {
    case 'literal':
      return literal(body, node);
    case 'name':
      return variableOrField(body, node) ?? fail(node, `Variable does not exist: ${node.name}`);
    case 'field':
      return fieldAccess(body, node);
    case 'call':
      return call(body, node);
    case 'constructorCall':
      return constructorCall(body, node);
    case 'index':
      return subscript(body, node);
    case 'new':
      return creation(body, node);
    case 'newItems':
      return creationOfItems(body, node);
    case 'newSized':
      return creationSized(body, node);
    case 'newMap':
      return creationOfMap(body, node);
    case 'cast':
      return cast(body, node);
    case 'unary':
      return unary(body, node);
    case 'step':
      return step(body, node);
    case 'binary':
      return binary(body, node);
    case 'instanceof':
      return instanceOf(body, node);
    case 'ternary':
      return ternary(body, node);
    case 'assign':
      return assignment(body, node);
    case 'this':
      return thisValue(body, node);
    case 'super':
      return fail(node, 'Unexpected token: super');
    case 'classLiteral':
      return classLiteral(body, node);
    case 'parenthesized': {
      const value = expression(body, node.value);
      return { ...value, js: value.simple ? value.js : `(${value.js})` };
    }
    case 'soql':
      return queryExpression(body, node);
    case 'sosl':
      return searchExpression(body, node);
  }
}

const LITERAL_TYPES: Readonly<Record<string, ApexType>> = {
  Integer: INTEGER,
  Long: LONG,
  Double: DOUBLE,
  Decimal: DECIMAL,
  String: STRING,
  Boolean: BOOLEAN,
  null: NULL
};

const INTEGER_LIMIT = 2147483648n;
const LONG_LIMIT = 9223372036854775808n;

function literal(body: Body, node: ExpressionOf<'literal'>): Typed {
  const type = LITERAL_TYPES[node.type] as ApexType;
  if (type === NULL) return { type, js: 'null', simple: true };
  if (type === STRING)
    return {
      type,
      js: JSON.stringify(node.value).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`),
      nonNull: true,
      simple: true
    };
  if (type === BOOLEAN) return { type, js: node.value, nonNull: true, simple: true };
  if (type === INTEGER || type === LONG) {
    const value = BigInt(node.value);
    const limit = type === INTEGER ? INTEGER_LIMIT : LONG_LIMIT;
    // The sign is no part of the literal: the least Integer cannot be written.
    if (value >= limit || value <= -limit) fail(node, `Illegal ${type === INTEGER ? 'integer' : 'long'}`);
  }
  return {
    type,
    js: numberLiteral(body, node.value, type) ?? node.value,
    nonNull: true,
    simple: true,
    literal: { type: node.type, value: node.value }
  };
}

function thisValue(body: Body, node: ExpressionOf<'this'>): Typed {
  if (!body.owner || body.options.static) fail(node, 'This cannot be referenced in a static context');
  if (body.beforeInstance) fail(node, 'Cannot reference instance variables in a constructor invocation: this');
  return { type: (body.owner as NonNullable<typeof body.owner>).type, js: 'this', nonNull: true, simple: true };
}

function subscript(body: Body, node: ExpressionOf<'index'>): Typed {
  const target = chain(body, node.target);
  if (!isList(target.type)) fail(node, `Expression must be a list type: ${nameOf(target.type)}`);
  const index = expression(body, node.index);
  if (!isImplicit(index.type, INTEGER)) fail(node.index, `List index must be of type Integer: ${nameOf(index.type)}`);
  return {
    type: target.type.args[0] as ApexType,
    js: `${required(target)}.get(${required(index)})`,
    ...(target.guards ? { guards: target.guards } : {})
  };
}

function cast(body: Body, node: ExpressionOf<'cast'>): Typed {
  const value = expression(body, node.value);
  const type = body.compilation.resolve(node.type, body.owner);
  if (canAssign(value, type)) return { type, js: `(${convertJs(body, value, type)})`, ...(value.nonNull ? { nonNull: true } : {}) };
  if (isNumericType(value.type) && isNumericType(type))
    return { type, js: numericConversion(value.js, type), ...(value.nonNull ? { nonNull: true } : {}) };
  if (value.type === DATETIME && type === DATE) return { type, js: `$.dateOf(${value.js})` };
  if (!isCastable(value.type, type))
    fail(node, `Incompatible types since an instance of ${nameOf(value.type)} is never an instance of ${nameOf(type)}`);
  return { type, js: `$.cast(${value.js}, ${body.unit.constant(type)})`, ...(value.nonNull ? { nonNull: true } : {}) };
}

function instanceOf(body: Body, node: ExpressionOf<'instanceof'>): Typed {
  const value = expression(body, node.value);
  const type = body.compilation.resolve(node.type, body.owner);
  if (value.type !== ANY && value.type !== type && !isCastable(value.type, type)) {
    fail(node, `Operation instanceof is always false since an instance of ${nameOf(value.type)} is never an instance of ${nameOf(type)}`);
  }
  if (isAlways(value.type, type))
    fail(node, `Operation instanceof is always true since an instance of ${nameOf(value.type)} is always an instance of ${nameOf(type)}`);
  return { type: BOOLEAN, js: `$.is(${value.js}, ${body.unit.constant(type)})`, nonNull: true };
}

/** Whether every value of a static type is known to be of the other. */
function isAlways(from: ApexType, to: ApexType): boolean {
  // Text may be no Id, a Decimal no Double, and rows of any object not of this one.
  if ((from === STRING && to === ID) || (from === DECIMAL && to === DOUBLE) || isRowsOfAny(from)) return from === to;
  return isImplicit(from, to);
}

function isRowsOfAny(type: ApexType): boolean {
  return isList(type) && type.args[0] === SOBJECT;
}

function ternary(body: Body, node: ExpressionOf<'ternary'>): Typed {
  const condition = conditionJs(expression(body, node.condition), node.condition);
  const [then, otherwise] = [expression(body, node.then), expression(body, node.else)];
  const type =
    commonType(then, otherwise) ?? fail(node, `Incompatible types in ternary operator: ${nameOf(otherwise.type)}, ${nameOf(then.type)}`);
  const nonNull = then.nonNull && otherwise.nonNull ? { nonNull: true } : {};
  // `found ? [SELECT …] : null` can still be assigned to a row.
  const query = (then.query && otherwise.type === NULL) || (otherwise.query && then.type === NULL) ? { query: true } : {};
  return { type, js: `(${condition} ? ${convertJs(body, then, type)} : ${convertJs(body, otherwise, type)})`, ...nonNull, ...query };
}

/** The type two alternatives share: one of theirs. */
export function commonType(left: Typed, right: Typed): ApexType | null {
  if (left.type === right.type) return left.type;
  if (left.type === NULL) return right.type;
  if (right.type === NULL) return left.type;
  const forward = canAssign(left, right.type) ? (distance(left.type, right.type) ?? 1) : null;
  const backward = canAssign(right, left.type) ? (distance(right.type, left.type) ?? 1) : null;
  if (forward !== null && (backward === null || forward <= backward)) return right.type;
  return backward === null ? null : left.type;
}

function classLiteral(body: Body, node: ExpressionOf<'classLiteral'>): Typed {
  const type = node.type ? body.compilation.resolve(node.type, body.owner) : null;
  return { type: TYPE_TYPE, js: `$.typeToken(${type ? body.unit.constant(type) : '$.VOID'})`, nonNull: true, simple: true };
}
