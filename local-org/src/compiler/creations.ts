import type { Expression, ExpressionOf } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { ANY, ID, INTEGER, SOBJECT, STRING, isList, isMap, isSet } from '../runtime/types.ts';
import { isImplicit } from './assignability.ts';
import type { Body } from './context.ts';
import { assignTo, canAssign, convertJs } from './conversions.ts';
import { expression } from './expressions.ts';
import { NULL, declarationOf, fromTable, isExceptionType, nameOf } from './known-types.ts';
import { findConstructor, missingMember } from './library-members.ts';
import { choose } from './members.ts';
import { fail } from './problem.ts';
import type { ClassSymbol } from './symbols.ts';
import type { Typed } from './typed.ts';
import { isVisible } from './visibility.ts';

/** `new T(args)`. */
export function creation(body: Body, node: ExpressionOf<'new'>): Typed {
  const type = body.compilation.resolve(node.type, body.owner);
  const symbol = body.compilation.symbolOf(type);
  if (symbol) return userInstance(body, symbol, node);
  if (type.kind === 'sobject') return row(body, type, node);
  return libraryInstance(body, type, node);
}

function notDefined(node: ExpressionOf<'new'>, type: ApexType, args: readonly Typed[]): never {
  return fail(node, `Constructor not defined: [${nameOf(type)}].<Constructor>(${args.map((arg) => nameOf(arg.type)).join(', ')})`);
}

function userInstance(body: Body, symbol: ClassSymbol, node: ExpressionOf<'new'>): Typed {
  if (symbol.declaration.kind !== 'class') fail(node, `Type cannot be constructed: ${symbol.name}`);
  if (symbol.abstract) fail(node, `Abstract classes cannot be constructed: ${symbol.name}`);
  if (node.arguments.some((argument) => argument.kind === 'assign'))
    fail(node, `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${symbol.name}`);
  const args = node.arguments.map((argument) => expression(body, argument));
  const candidates = symbol.constructors.map((constructor) => ({
    constructor,
    parameters: constructor.parameters.map((parameter) => parameter.type)
  }));
  const choice = choose(candidates, args);
  if (choice.kind !== 'one') return notDefined(node, symbol.type, args);
  const { constructor, parameters } = choice.candidate;
  if (!isVisible(body.compilation, constructor, body.owner)) {
    fail(node, `Constructor is not visible: [${symbol.name}].<Constructor>(${parameters.map(nameOf).join(', ')})`);
  }
  const values = args.map((arg, index) => convertJs(body, arg, parameters[index] as ApexType));
  return {
    type: symbol.type,
    js: `new (${body.unit.classReference(symbol)})().${constructor.jsName}(${values.join(', ')})`,
    nonNull: true
  };
}

/** `new Account(Name = 'x')`. */
function row(body: Body, type: ApexType, node: ExpressionOf<'new'>): Typed {
  if (type === SOBJECT) fail(node, 'Type cannot be constructed: SObject');
  if (type.name === 'AggregateResult') fail(node, 'SObject is not constructable: AggregateResult');
  const values: string[] = [];
  for (const argument of node.arguments) {
    if (argument.kind !== 'assign' || argument.operator !== '=' || argument.target.kind !== 'name') {
      return fail(argument, `Type requires name=value pair construction: ${type.name}`);
    }
    const { name } = argument.target;
    const member = body.compilation.schema.member(type.name, name);
    if (!member) return fail(argument, `Field does not exist: ${name} on ${type.name}`);
    if (member.kind === 'children' || (member.kind === 'field' && !member.writable))
      fail(argument, `Field is not writeable: ${type.name}.${member.name}`);
    if (values.some((earlier) => earlier.startsWith(`[${JSON.stringify(member.name)}, `)))
      fail(argument, `Duplicate field initialization: ${member.name}`);
    const value = expression(body, argument.value);
    if (!canAssign(value, member.type)) {
      fail(
        argument,
        `Invalid initializer type ${nameOf(value.type)} found for field ${type.name}.${member.name}: expected ${nameOf(member.type)} or a type convertible to ${nameOf(member.type)}`
      );
    }
    values.push(`[${JSON.stringify(member.name)}, ${convertJs(body, value, member.type)}]`);
  }
  return { type, js: `$.newRow(${JSON.stringify(type.name)}, [${values.join(', ')}])`, nonNull: true };
}

function libraryInstance(body: Body, type: ApexType, node: ExpressionOf<'new'>): Typed {
  const args = node.arguments.map((argument) => expression(body, argument));
  const declared = declarationOf(type);
  if (!declared || type.kind === 'primitive') return fail(node, `Type cannot be constructed: ${nameOf(type)}`);
  if (declared.table.kind === 'enum' || type.name === 'System.Exception') return fail(node, `Type cannot be constructed: ${nameOf(type)}`);
  if (declared.table.abstract || declared.table.kind === 'interface')
    return fail(node, `Abstract classes cannot be constructed: ${nameOf(type)}`);
  const candidates = declared.table.constructors.map((written) => ({
    written,
    parameters: written.map((parameter) => fromTable(parameter, declared.bindings))
  }));
  const choice = choose(candidates, args);
  checkSource(type, args, node);
  const choices = choice.kind === 'one' ? choice.candidate : looseCollectionCopy(type, args);
  if (!choices) return notDefined(node, type, args);
  const values = args.map((arg, index) => assignTo(body, arg, choices.parameters[index] as ApexType, node));
  const typeName = body.unit.constant(type);
  const implementation = findConstructor(type, choices.written);
  if (implementation) return { type, js: `${body.unit.constant(implementation)}(${[typeName, ...values].join(', ')})`, nonNull: true };
  if (isExceptionType(type)) return { type, js: `$.newException(${[typeName, ...values].join(', ')})`, nonNull: true };
  return fail(node, missingMember(type, 'new', choices.parameters));
}

/** What a collection may be made from: a collection of exactly its type, or rows for a map by Id. */
function checkSource(type: ApexType, args: readonly Typed[], node: ExpressionOf<'new'>): void {
  const [source] = args;
  if (type.kind !== 'collection' || args.length !== 1 || !source || source.type === NULL) return;
  const [first, second] = type.args as [ApexType, ApexType];
  const given = source.type;
  const named = `Invalid initializer type ${nameOf(given)} found for ${nameOf(type)}: expected`;
  if (isMap(type)) {
    const rows = isList(given) && (first === ID || first === STRING) && (given.args[0] === second || second === SOBJECT);
    const isRows = rows && given.args[0]?.kind === 'sobject';
    const copy = isMap(given) && given.args.every((arg, index) => arg === type.args[index]);
    if (!isRows && !copy && given !== ANY) fail(node, `${named} a Map with the same key and value types, or a valid SObject List`);
    return;
  }
  const same = (isList(given) || isSet(given)) && (given.args[0] === first || Boolean(source.query && first.kind === 'sobject'));
  const iterable = given.kind !== 'collection' && given.kind !== 'primitive';
  if (same || iterable || (isList(type) && isImplicit(given, INTEGER))) return;
  const rowsOfAny =
    isList(type) && isList(given) && first.kind === 'sobject' && given.args[0]?.kind === 'sobject' && isImplicit(given, type);
  if (!rowsOfAny)
    fail(
      node,
      isList(type) ? `${named} an Integer or a List of type ${nameOf(first)}` : `${named} a List or a Set of type: ${nameOf(first)}`
    );
}

/** `new Set<Id>(iterable)` and `new Map<Id, Account>(rows)` accept collections whose elements convert. */
function looseCollectionCopy(type: ApexType, args: readonly Typed[]): { written: string[]; parameters: ApexType[] } | null {
  const [source] = args;
  if (type.kind !== 'collection' || args.length !== 1 || !source) return null;
  if (isMap(type)) {
    const rows = (isList(source.type) || source.query) && source.type.args[0]?.kind === 'sobject';
    return rows ? { written: ['System.List<System.SObject>'], parameters: [source.type] } : null;
  }
  if (!isList(source.type) && !isSet(source.type)) return null;
  const convertible = isImplicit(source.type.args[0] as ApexType, type.args[0] as ApexType) || source.type.args[0] === SOBJECT;
  return convertible ? { written: [isList(source.type) ? 'System.List<ANY>' : 'System.Set<ANY>'], parameters: [source.type] } : null;
}

/** `new List<T>{a, b}`, `new Set<T>{…}`, `new T[]{…}`, `new Map<K, V>{}`. */
export function creationOfItems(body: Body, node: ExpressionOf<'newItems'>): Typed {
  const type = body.compilation.resolve(node.type, body.owner);
  if (isMap(type) && node.items.length === 0) return { type, js: `$.newMap(${body.unit.constant(type)}, [])`, nonNull: true };
  if (!isList(type) && !isSet(type)) return fail(node, `Type cannot be constructed with items: ${nameOf(type)}`);
  const element = type.args[0] as ApexType;
  const items = node.items.map((item) => {
    const value = expression(body, item);
    const message = `Initial expression is of incorrect type, expected: ${nameOf(element)} but was: ${nameOf(value.type)}`;
    return assignTo(body, value, element, item, message);
  });
  return { type, js: `$.${isList(type) ? 'newList' : 'newSet'}(${body.unit.constant(type)}, [${items.join(', ')}])`, nonNull: true };
}

export function creationSized(body: Body, node: ExpressionOf<'newSized'>): Typed {
  const type = body.compilation.resolve(node.type, body.owner);
  const given = expression(body, node.size);
  const element = type.args[0] ? nameOf(type.args[0]) : '';
  const message = `Invalid initializer type ${nameOf(given.type)} found for ${nameOf(type)}: expected an Integer or a List of type ${element}`;
  const size = assignTo(body, given, INTEGER, node.size, message);
  return { type, js: `$.newArray(${body.unit.constant(type)}, ${size})`, nonNull: true };
}

export function creationOfMap(body: Body, node: ExpressionOf<'newMap'>): Typed {
  const type = body.compilation.resolve(node.type, body.owner);
  if (!isMap(type)) return fail(node, `Type cannot be constructed with entries: ${nameOf(type)}`);
  const [key, value] = type.args as [ApexType, ApexType];
  const entry = (node: Expression, type: ApexType, what: string): string => {
    const given = expression(body, node);
    return assignTo(body, given, type, node, `Invalid ${what} type ${nameOf(given.type)} for ${nameOf(type)}`);
  };
  const pairs = node.pairs.map(([left, right]) => `[${entry(left, key, 'key')}, ${entry(right, value, 'value')}]`);
  return { type, js: `$.newMap(${body.unit.constant(type)}, [${pairs.join(', ')}])`, nonNull: true };
}
