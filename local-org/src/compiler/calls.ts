import type { ExpressionOf, Position } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { ANY, BLOB, BOOLEAN, INTEGER, STRING, VOID, isList, listOf } from '../runtime/types.ts';
import { checkBulk } from './bulk-calls.ts';
import type { Body } from './context.ts';
import { dynamicBinds } from './dynamic-binds.ts';
import { assignTo, convertJs, required } from './conversions.ts';
import { expression } from './expressions.ts';
import { isEnumType, isExceptionType, isInterfaceType, nameOf, platformNamed } from './known-types.ts';
import { constructorBody } from './link.ts';
import { findMember, missingMember } from './library-members.ts';
import { UNIVERSAL, choose, methodsNamed } from './members.ts';
import type { Candidate } from './members.ts';
import { fail } from './problem.ts';
import { onReceiver } from './receivers.ts';
import { describeMap, rowAccessor, settingsAccessor } from './row-calls.ts';
import type { ClassSymbol } from './symbols.ts';
import { attempt, resolveTarget } from './targets.ts';
import type { Typed } from './typed.ts';
import { isVisible } from './visibility.ts';

export function call(body: Body, node: ExpressionOf<'call'>): Typed {
  if (node.target === null) return unqualified(body, node);
  if (node.target.kind === 'super') return superCall(body, node);
  const target = resolveTarget(body, node.target);
  const args = node.arguments.map((argument) => expression(body, argument));
  if (target.kind === 'type') return staticCall(body, target.type, node, args);
  if (target.kind === 'rowFields' || target.kind === 'fieldSets') return describeMap(target.kind, target.object, node, args);
  if (target.kind === 'value' && target.hidden) {
    const { hidden, value } = target;
    return (
      attempt(() => instanceCall(body, value, node, args)) ??
      attempt(() => staticCall(body, hidden, node, args)) ??
      instanceCall(body, value, node, args)
    );
  }
  if (target.kind !== 'value') return fail(node, `Method does not exist or incorrect signature: ${signature(node.name, args)}`);
  return instanceCall(body, target.value, node, args);
}

export function signature(name: string, args: readonly Typed[]): string {
  return `void ${name}(${args.map((arg) => nameOf(arg.type)).join(', ')})`;
}

function missing(node: ExpressionOf<'call'>, args: readonly Typed[], type: ApexType): never {
  return fail(node, `Method does not exist or incorrect signature: ${signature(node.name, args)} from the type ${nameOf(type)}`);
}

/** `name(args)`: a method of this class, its ancestors, or a static one of the enclosing class. */
function unqualified(body: Body, node: ExpressionOf<'call'>): Typed {
  const args = node.arguments.map((argument) => expression(body, argument));
  let nearest: ClassSymbol | null = null;
  for (let place: ClassSymbol | null = body.owner; place; place = place.outer) {
    const own = place === body.owner;
    const candidates = methodsNamed(body.compilation, place.type, node.name).filter((candidate) => own || candidate.static);
    if (candidates.length === 0) continue;
    const candidate = pick(candidates, args, node);
    if (!candidate) {
      // A method of the same name that takes other arguments does not hide one of the enclosing class.
      nearest ??= place;
      continue;
    }
    if (candidate.static) return invokeStatic(body, candidate, place.type, args, node);
    if (body.options.static)
      fail(node, `Non static method cannot be referenced from a static context: ${described(candidate, place.type)}`);
    if (body.beforeInstance)
      fail(node, `Cannot reference instance methods in a constructor invocation: ${described(candidate, place.type)}`);
    return invokeInstance(body, candidate, { type: place.type, js: 'this', nonNull: true, simple: true }, args, node);
  }
  if (body.owner && !body.options.static) {
    const universal = universalMethod({ type: body.owner.type, js: 'this', nonNull: true }, node.name, args);
    if (universal) return universal;
  }
  return body.owner
    ? missing(node, args, (nearest ?? body.owner).type)
    : fail(node, `Method does not exist or incorrect signature: ${signature(node.name, args)}`);
}

function pick(candidates: readonly Candidate[], args: readonly Typed[], node: ExpressionOf<'call'>): Candidate | null {
  const choice = choose(candidates, args);
  if (choice.kind === 'ambiguous') fail(node, `Ambiguous method signature: ${signature(node.name, args)}`);
  return choice.kind === 'one' ? choice.candidate : null;
}

function described(candidate: Candidate, owner: ApexType): string {
  const declaring = candidate.symbol?.owner.name ?? nameOf(owner);
  return `${nameOf(candidate.returns)} ${declaring}.${candidate.name}(${candidate.parameters.map(nameOf).join(', ')})`;
}

function staticCall(body: Body, type: ApexType, node: ExpressionOf<'call'>, args: readonly Typed[]): Typed {
  if (isEnumType(type)) {
    const result = enumStatic(body, type, node, args);
    if (result) return result;
  }
  if (type.kind === 'sobject') {
    // `Site` and `Network` are rows, except where a static method of the class of that name is called.
    const namesake = platformNamed(`system.${type.name.toLowerCase()}`, []);
    const isClass = namesake !== null && namesake.kind !== 'sobject' && methodsNamed(body.compilation, namesake, node.name).length > 0;
    return isClass ? staticCall(body, namesake, node, args) : settingsAccessor(body, type, node, args);
  }
  const candidates = methodsNamed(body.compilation, type, node.name);
  const candidate = pick(
    candidates.filter((known) => known.static),
    args,
    node
  );
  if (candidate) return invokeStatic(body, candidate, type, args, node);
  const instance = pick(candidates, args, node);
  if (instance) fail(node, `Non static method cannot be referenced from a static context: ${described(instance, type)}`);
  return missing(node, args, type);
}

function enumStatic(body: Body, type: ApexType, node: ExpressionOf<'call'>, args: readonly Typed[]): Typed | null {
  const key = node.name.toLowerCase();
  if (key === 'values' && args.length === 0) return { type: listOf(type), js: `$.enumValues(${body.unit.constant(type)})`, nonNull: true };
  const [name] = args;
  if (key === 'valueof' && args.length === 1 && name) {
    return { type, js: `$.enumValueOf(${body.unit.constant(type)}, ${assignTo(body, name, STRING, node)})`, nonNull: true };
  }
  return null;
}

/** A call on a value; `?.` opens a null condition that closes at the end of the chain. */
export function instanceCall(body: Body, target: Typed, node: ExpressionOf<'call'>, args: readonly Typed[]): Typed {
  if (node.safe) {
    if (node.name.toLowerCase() === 'adderror' && target.type.kind === 'primitive')
      fail(node, 'Safe navigation operator is not allowed between SObject field and addError');
    const temporary = body.temporary();
    const guards = [...(target.guards ?? []), `(${temporary} = ${target.js}) === null`];
    return instanceCall(body, { ...target, js: temporary, nonNull: true, guards, simple: true }, { ...node, safe: false }, args);
  }
  const result = callOn(body, target, node, args);
  return target.guards ? { ...result, guards: target.guards, nonNull: false } : result;
}

function callOn(body: Body, target: Typed, node: ExpressionOf<'call'>, args: readonly Typed[]): Typed {
  checkBulk(target, node, args);
  const special = rowAccessor(body, target, node, args) ?? enumMethod(target, node.name, args);
  if (special) return special;
  const receiver: Typed =
    target.query && isList(target.type) && methodsNamed(body.compilation, target.type, node.name).length === 0
      ? { type: target.type.args[0] as ApexType, js: `$.single(${target.js})`, nonNull: true }
      : target;
  const candidates = methodsNamed(body.compilation, receiver.type, node.name);
  const instance = pick(
    candidates.filter((candidate) => !candidate.static),
    args,
    node
  );
  if (instance) return invokeInstance(body, instance, receiver, args, node);
  const universal = universalMethod(receiver, node.name, args);
  if (universal) return universal;
  const found = pick(candidates, args, node);
  if (found) fail(node, `Static method cannot be referenced from a non static context: ${described(found, receiver.type)}`);
  return missing(node, args, receiver.type);
}

function enumMethod(target: Typed, name: string, args: readonly Typed[]): Typed | null {
  if (!isEnumType(target.type) || args.length > 0) return null;
  switch (name.toLowerCase()) {
    case 'name':
      return { type: STRING, js: `${required(target)}.name`, nonNull: true };
    case 'ordinal':
      return { type: INTEGER, js: `${required(target)}.ordinal`, nonNull: true };
    default:
      return null;
  }
}

/** `toString`, `equals` and `hashCode`, which every value has, and `clone`, which every instance of a user class has: a shallow copy. */
function universalMethod(target: Typed, name: string, args: readonly Typed[]): Typed | null {
  const key = name.toLowerCase();
  if (key === 'clone' && args.length === 0 && target.type.kind === 'class' && target.type.classInfo && !isExceptionType(target.type))
    return { type: target.type, js: `$.shallowCopy(${required(target)})`, nonNull: true };
  if (!UNIVERSAL.get(key)?.includes(args.length)) return null;
  const receiver = required(target);
  const [other] = args;
  if (key === 'tostring') return { type: STRING, js: `$.str(${receiver})`, nonNull: true };
  if (key === 'hashcode') return { type: INTEGER, js: `$.hashCode(${receiver})`, nonNull: true };
  // Object's own `equals` is the operator: it does not tell the case of text apart, as String's does.
  return { type: BOOLEAN, js: `$.${target.type === ANY ? 'eq' : 'equals'}(${receiver}, ${(other as Typed).js})`, nonNull: true };
}

function argumentsJs(body: Body, candidate: Candidate, args: readonly Typed[], node: Position): string[] {
  return args.map((arg, index) => assignTo(body, arg, candidate.parameters[index] as ApexType, node));
}

function invokeStatic(body: Body, candidate: Candidate, type: ApexType, args: readonly Typed[], node: ExpressionOf<'call'>): Typed {
  const values = argumentsJs(body, candidate, args, node);
  if (candidate.symbol) {
    checkMethodVisible(body, candidate, type, node);
    const { owner, jsName, name, annotations } = candidate.symbol;
    const method = `${body.unit.classReference(owner)}.${jsName}`;
    if (annotations.some((annotation) => annotation.name === 'future')) {
      return {
        type: candidate.returns,
        js: `$.future(${JSON.stringify(owner.name)}, ${JSON.stringify(name)}, ${JSON.stringify(jsName)}, [${values.join(', ')}])`
      };
    }
    return { type: candidate.returns, js: `${method}(${values.join(', ')})` };
  }
  const owner = candidate.owner as ApexType;
  const declared = candidate.declared?.parameters ?? [];
  const implementation =
    findMember(owner, 'statics', candidate.name, declared) ?? fail(node, missingMember(owner, candidate.name, candidate.parameters));
  const binds = dynamicBinds(body, owner, candidate.name);
  if (binds !== null) values.push(binds);
  const rows = owner.name === 'System.Database' && candidate.name.toLowerCase().startsWith('query') && isList(candidate.returns);
  return {
    type: candidate.returns,
    js: `${body.unit.constant(implementation)}(${values.join(', ')})`,
    ...(rows ? { query: true, nonNull: true } : {})
  };
}

function checkMethodVisible(body: Body, candidate: Candidate, type: ApexType, node: Position): void {
  if (candidate.symbol && !isVisible(body.compilation, candidate.symbol, body.owner))
    fail(node, `Method is not visible: ${described(candidate, type)}`);
}

/** Library methods that can never give null, so that arithmetic on them needs no check. */
const NEVER_NULL = new Set([
  'size',
  'length',
  'isempty',
  'contains',
  'containskey',
  'indexof',
  'startswith',
  'endswith',
  'keyset',
  'values'
]);

function invokeInstance(body: Body, candidate: Candidate, target: Typed, args: readonly Typed[], node: ExpressionOf<'call'>): Typed {
  const values = argumentsJs(body, candidate, args, node);
  // The methods of Blob check their receiver themselves, in other words than the rest.
  const on = (emit: (receiver: string, values: readonly string[]) => string): string =>
    onReceiver(body, target.type === BLOB ? { ...target, nonNull: true } : target, values, emit);
  if (candidate.symbol) {
    checkMethodVisible(body, candidate, target.type, node);
    // An interface may declare what every object has: the class behind it need not.
    const inherited = candidate.symbol.abstract ? universalMethod(target, candidate.name, args) : null;
    if (inherited?.type === candidate.returns) return inherited;
    const { jsName } = candidate.symbol;
    return { type: candidate.returns, js: on((receiver, given) => `${receiver}.${jsName}(${given.join(', ')})`) };
  }
  const owner = candidate.owner as ApexType;
  const implementation = findMember(
    target.type.classInfo ? owner : target.type,
    'methods',
    candidate.name,
    candidate.declared?.parameters ?? []
  );
  // User classes implement platform interfaces and may override what exceptions have.
  if (isInterfaceType(owner) || (isExceptionType(target.type) && body.compilation.isOverriddenSomewhere(candidate.name))) {
    const fallback = implementation ? body.unit.constant(implementation) : 'null';
    const name = JSON.stringify(candidate.name);
    return { type: candidate.returns, js: on((receiver, given) => `$.invoke(${receiver}, ${name}, ${fallback}, [${given.join(', ')}])`) };
  }
  if (!implementation) {
    const universal = universalMethod(target, candidate.name, args);
    return universal ?? fail(node, missingMember(owner, candidate.name, candidate.parameters));
  }
  const nonNull = target.type.kind !== 'class' && NEVER_NULL.has(candidate.name.toLowerCase()) ? { nonNull: true } : {};
  const callee = body.unit.constant(implementation);
  return { type: candidate.returns, js: on((receiver, given) => `${callee}(${[receiver, ...given].join(', ')})`), ...nonNull };
}

/** `super.name(args)`: the ancestor's own implementation. */
function superCall(body: Body, node: ExpressionOf<'call'>): Typed {
  const parent = body.owner?.superclass;
  if (body.options.static) return fail(node, 'Super cannot be referenced in a static context');
  if (!parent) return fail(node, `No super type defined: ${body.owner?.name ?? ''}`);
  const args = node.arguments.map((argument) => expression(body, argument));
  const candidate = pick(
    methodsNamed(body.compilation, parent, node.name).filter((known) => !known.static),
    args,
    node
  );
  if (candidate?.symbol) {
    if (candidate.symbol.abstract) fail(node, `Abstract method cannot be called directly: ${described(candidate, parent)}`);
    const values = ['this', ...argumentsJs(body, candidate, args, node)];
    return {
      type: candidate.returns,
      js: `${body.unit.classReference(candidate.symbol.owner)}.prototype.${candidate.symbol.jsName}.call(${values.join(', ')})`
    };
  }
  const self: Typed = { type: parent, js: 'this', nonNull: true };
  if (candidate) {
    const implementation = findMember(candidate.owner as ApexType, 'methods', candidate.name, candidate.declared?.parameters ?? []);
    if (!implementation) return fail(node, missingMember(parent, candidate.name, candidate.parameters));
    return {
      type: candidate.returns,
      js: `${body.unit.constant(implementation)}(${['this', ...argumentsJs(body, candidate, args, node)].join(', ')})`
    };
  }
  return universalSuper(node, self, args) ?? missing(node, args, parent);
}

/** The built-in methods behind an override: `super.toString()`. */
function universalSuper(node: ExpressionOf<'call'>, self: Typed, args: readonly Typed[]): Typed | null {
  const key = node.name.toLowerCase();
  if (!UNIVERSAL.get(key)?.includes(args.length)) return null;
  if (key === 'tostring') return { type: STRING, js: `$.plainText(${self.js})`, nonNull: true };
  if (key === 'hashcode') return { type: INTEGER, js: `$.identityHash(${self.js})`, nonNull: true };
  return { type: BOOLEAN, js: `(${self.js} === ${(args[0] as Typed).js})`, nonNull: true };
}

/** `this(args)` and `super(args)` at the start of a constructor. */
export function constructorCall(body: Body, node: ExpressionOf<'constructorCall'>): Typed {
  const owner = body.owner;
  if (!owner || !body.options.isConstructor || body.constructorCall !== node)
    return fail(node, `Call to '${node.which}()' must be the first statement in a constructor method`);
  body.beforeInstance = true;
  const args = node.arguments.map((argument) => expression(body, argument));
  body.beforeInstance = false;
  if (node.which === 'this') return { type: VOID, js: constructOn(body, owner, args, node) };
  const parent = owner.superclass;
  if (!parent) fail(node, `No super type defined: ${owner.name}`);
  const symbol = parent ? body.compilation.symbolOf(parent) : null;
  if (symbol) return { type: VOID, js: constructOn(body, symbol, args, node) };
  if (parent && isExceptionType(parent)) return { type: VOID, js: `this.initialize(${args.map((arg) => arg.js).join(', ')})` };
  return { type: VOID, js: 'null' };
}

function constructOn(body: Body, symbol: ClassSymbol, args: readonly Typed[], node: Position): string {
  const candidates = symbol.constructors.map((constructor) => ({
    constructor,
    parameters: constructor.parameters.map((parameter) => parameter.type)
  }));
  const choice = choose(candidates, args);
  if (choice.kind !== 'one') return fail(node, `No constructor defined: void <init>(${args.map((arg) => nameOf(arg.type)).join(', ')})`);
  const { constructor, parameters } = choice.candidate;
  if (!isVisible(body.compilation, constructor, body.owner))
    fail(node, `Constructor is not visible: [${symbol.name}].<Constructor>(${parameters.map(nameOf).join(', ')})`);
  const values = args.map((arg, index) => convertJs(body, arg, parameters[index] as ApexType));
  return `${body.unit.classReference(symbol)}.prototype.${constructorBody(constructor)}.call(${['this', ...values].join(', ')})`;
}
