import type { ApexType } from '../runtime/type.ts';
import { VOID } from '../runtime/types.ts';
import type { Block, Expression, FieldDeclaration, Initializer, PropertyDeclaration } from '../parser/ast.ts';
import { Body } from './context.ts';
import type { BodyOptions, Unit } from './context.ts';
import { assignTo } from './conversions.ts';
import { extendsException } from './declare.ts';
import { expression } from './expressions.ts';
import { nameOf } from './known-types.ts';
import { INITIALISE, constructorBody } from './link.ts';
import { hasStaticBlock } from './symbols.ts';
import { Problem } from './problem.ts';
import { block, statements } from './statements.ts';
import type { ClassSymbol, ConstructorSymbol, MethodSymbol } from './symbols.ts';

/** JavaScript that runs once per instance or once per transaction, in declaration order. */
interface InitialSteps {
  readonly instance: string[];
  readonly static: string[];
}

/**
 * Emits a class and, where they stand, its inner classes. Members are attached to a class that the linker has created,
 * so that everything can be emitted in source order.
 */
export function emitClass(unit: Unit, symbol: ClassSymbol): void {
  if (symbol.declaration.kind !== 'class') return;
  const reference = unit.classReference(symbol);
  const steps: InitialSteps = { instance: [], static: [] };
  for (const member of symbol.declaration.members) {
    switch (member.kind) {
      case 'type': {
        const inner = symbol.inner.get(member.declaration.name.toLowerCase());
        if (inner && inner.declaration === member.declaration) emitClass(unit, inner);
        break;
      }
      case 'field':
        emitField(unit, symbol, member, steps);
        break;
      case 'property':
        emitProperty(unit, symbol, member);
        break;
      case 'method': {
        const method = symbol.methods.get(member.name.toLowerCase())?.find((candidate) => candidate.declaration === member);
        if (method?.declaration.body) emitMethod(unit, method, method.declaration.body);
        break;
      }
      case 'constructor': {
        const constructor = symbol.constructors.find((candidate) => candidate.declaration === member);
        if (constructor) emitConstructor(unit, constructor, member.body);
        break;
      }
      case 'initializer':
        emitInitializer(unit, symbol, member, steps);
    }
  }
  const { writer } = unit;
  for (const constructor of symbol.constructors) if (!constructor.declaration) emitImplicitConstructor(unit, constructor);
  for (const [name, method] of symbol.bridges) {
    const receiver = method.static ? unit.classReference(method.owner) : 'this';
    writer.write(`${reference}.prototype.${name} = function(...values) {return ${receiver}.${method.jsName}(...values);};`);
  }
  const parent = symbol.superclass ? unit.compilation.symbolOf(symbol.superclass) : null;
  const inherited = parent ? `${unit.classReference(parent)}.prototype.${INITIALISE}.call(this);` : '';
  writer.write(`${reference}.prototype.${INITIALISE} = function() {${inherited}${steps.instance.join('')}};`);
  if (steps.static.length > 0) writer.write(`${reference}.initStatics = function() {${steps.static.join('')}};`);
}

function bodyOf(unit: Unit, options: BodyOptions): Body {
  return new Body(unit, options);
}

/** Runs a step that emits; its compile errors are collected. */
function guarded(unit: Unit, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    unit.compilation.report(unit.file, error.position, error.message);
  }
}

const PLAIN_LITERALS = new Set(['String', 'Boolean', 'Integer', 'null', 'Long', 'Double', 'Decimal']);

function emitField(unit: Unit, symbol: ClassSymbol, member: FieldDeclaration, steps: InitialSteps): void {
  const field = symbol.fields.get(member.name.toLowerCase());
  if (!field || field.declaration !== member || !member.initial) return;
  const initial = member.initial;
  const body = bodyOf(unit, { owner: symbol, static: field.static, returns: null, initialises: member });
  try {
    const value = assignTo(body, expression(body, initial), field.type, initial);
    const target = field.static ? `${unit.staticsReference(symbol)}().${field.jsName}` : `this.${field.jsName}`;
    if (isPlain(initial)) {
      // Constants are there before any other static initialiser runs.
      if (field.static && field.final) steps.static.unshift(`${target} = ${value};`);
      else (field.static ? steps.static : steps.instance).push(`${target} = ${value};`);
      return;
    }
    emitStep(unit, symbol, member.line, field.static, `${target} = ${value};`, body, steps);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const refusal = unit.compilation.contain(unit.file, error.position, error.message);
    emitStep(unit, symbol, member.line, field.static, refusal, body, steps);
  }
}

function isPlain(node: Expression): boolean {
  return node.kind === 'literal' && PLAIN_LITERALS.has(node.type);
}

let stepCounter = 0;

/** An initialiser is a function of its own at its own line, called in order from the class's initialisation. */
function emitStep(unit: Unit, symbol: ClassSymbol, line: number, isStatic: boolean, code: string, body: Body, steps: InitialSteps): void {
  const name = `step$${stepCounter++}`;
  const { writer } = unit;
  writer.at(line);
  writer.write(`${unit.classReference(symbol)}.${name} = function ${isStatic ? 'clinit' : 'init'}$() {${code}${body.declarations()}};`);
  addStep(unit, symbol, isStatic, name, steps);
}

function addStep(unit: Unit, symbol: ClassSymbol, isStatic: boolean, name: string, steps: InitialSteps): void {
  const reference = unit.classReference(symbol);
  if (isStatic) steps.static.push(`${reference}.${name}();`);
  else steps.instance.push(`${reference}.${name}.call(this);`);
}

function emitInitializer(unit: Unit, symbol: ClassSymbol, member: Initializer, steps: InitialSteps): void {
  const { body: node, static: isStatic } = member;
  const name = `step$${stepCounter++}`;
  const { writer } = unit;
  writer.at(node.line);
  writer.write(`${unit.classReference(symbol)}.${name} = function ${isStatic ? 'clinit' : 'init'}$() `);
  writer.write('{');
  const body = bodyOf(unit, { owner: symbol, static: isStatic, returns: null, isInitializer: !isStatic, initialises: member });
  block(body, node);
  writer.write(`${body.declarations()}};`);
  addStep(unit, symbol, isStatic, name, steps);
}

function emitProperty(unit: Unit, symbol: ClassSymbol, member: PropertyDeclaration): void {
  const field = symbol.fields.get(member.name.toLowerCase());
  if (!field || field.declaration !== member || !field.accessors) return;
  const { writer } = unit;
  writer.at(member.line);
  const target = field.static ? `${unit.classReference(symbol)}.staticMembers` : `${unit.classReference(symbol)}.prototype`;
  const self = field.static ? `${unit.staticsReference(symbol)}()` : 'this';
  const name = JSON.stringify(field.jsName);
  writer.write(`$.property(${target}, ${name}, {`);
  const accessors = [
    ...(member.getter ? [['get', member.getter] as const] : []),
    ...(member.setter ? [['set', member.setter] as const] : [])
  ];
  accessors.sort(([, a], [, b]) => a.line - b.line || a.column - b.column);
  for (const [kind, accessor] of accessors) {
    writer.at(accessor.line);
    if (kind === 'get') {
      writer.write(`get: function ${member.name}$() `);
      if (accessor.body)
        emitBody(unit, { owner: symbol, static: field.static, returns: field.type, accessorOf: field }, [], accessor.body, true);
      else writer.write(`{return ${self}.b_${field.jsName};}`);
    } else if (accessor.body) {
      writer.write(`set: function ${member.name}$(v_value) `);
      emitBody(
        unit,
        { owner: symbol, static: field.static, returns: VOID, accessorOf: field },
        [{ name: 'value', type: field.type }],
        accessor.body,
        true
      );
    } else {
      writer.write(`set: function(v) {${self}.b_${field.jsName} = v;}`);
    }
    writer.write(',');
  }
  writer.write('});');
}

interface NamedParameter {
  readonly name: string;
  readonly type: ApexType;
}

/** The braces of a function body: its statements, its sharing, and the check that a value is returned. */
function emitBody(
  unit: Unit,
  options: BodyOptions,
  parameters: readonly NamedParameter[],
  node: Block,
  accessor = false,
  opening = ''
): void {
  const { writer } = unit;
  const body = bodyOf(unit, options);
  guarded(unit, () => {
    for (const parameter of parameters) body.declare(node, parameter.name, parameter.type);
  });
  const sharing = accessor ? null : sharingOf(options.owner);
  writer.write(sharing ? `{${opening}const $s = $.enter('${sharing}'); try {` : `{${opening}`);
  const reachable = statements(body, node.body);
  if (reachable && options.returns !== null && options.returns !== VOID) {
    const message = `Missing return statement required return type: ${nameOf(options.returns)}`;
    writer.write(unit.compilation.contain(unit.file, { line: node.endLine, column: 1 }, message));
  }
  writer.at(node.endLine);
  const end = options.isConstructor ? 'return this;' : options.returns === VOID || options.returns === null ? 'return null;' : '';
  writer.write(sharing ? `${end}} finally {$.leave($s);} ${body.declarations()}}` : `${end}${body.declarations()}}`);
}

/** Sharing a class's methods run with; null where they keep the caller's. */
function sharingOf(symbol: ClassSymbol | null): 'with' | 'without' | null {
  const declared = symbol?.info.sharing;
  return declared === 'with' || declared === 'without' ? declared : null;
}

function parameterList(parameters: readonly NamedParameter[]): string {
  return parameters.map((parameter) => `v_${parameter.name.toLowerCase()}`).join(', ');
}

function emitMethod(unit: Unit, method: MethodSymbol, node: Block): void {
  const { writer } = unit;
  const { owner } = method;
  writer.at(method.line);
  const target = method.static ? unit.classReference(owner) : `${unit.classReference(owner)}.prototype`;
  writer.write(`${target}.${method.jsName} = function ${method.name}$(${parameterList(method.parameters)}) `);
  // What a static block does is done before any of the class's code, whether that touches a static field or not.
  const opening = method.static && hasStaticBlock(owner) ? `${unit.staticsReference(owner)}();` : '';
  emitBody(unit, { owner, static: method.static, returns: method.returns }, method.parameters, node, false, opening);
  writer.write(';');
}

function emitConstructor(unit: Unit, constructor: ConstructorSymbol, node: Block): void {
  const { writer } = unit;
  const { owner } = constructor;
  writer.at(constructor.line);
  writer.write(
    `${unit.classReference(owner)}.prototype.${constructorBody(constructor)} = function ${owner.simpleName}$(${parameterList(constructor.parameters)}) {`
  );
  const [first, ...rest] = node.body;
  const explicit = first?.kind === 'expression' && first.expression.kind === 'constructorCall' ? first : null;
  const options: BodyOptions = { owner, static: false, returns: VOID, isConstructor: true };
  const body = bodyOf(unit, options);
  body.constructorCall = explicit?.expression ?? null;
  guarded(unit, () => {
    for (const parameter of constructor.parameters) body.declare(constructor, parameter.name, parameter.type);
  });
  const sharing = sharingOf(owner);
  if (sharing) writer.write(`const $s = $.enter('${sharing}'); try {`);
  if (explicit) statements(body, [explicit]);
  else writer.write(superConstruction(unit, constructor));
  statements(body, explicit ? rest : node.body);
  writer.at(node.endLine);
  writer.write(`return this;${sharing ? '} finally {$.leave($s);}' : ''}${body.declarations()}};`);
}

/** What a constructor does first when it does not say: the superclass's constructor without arguments. */
function superConstruction(unit: Unit, constructor: ConstructorSymbol): string {
  const parent = constructor.owner.superclass ? unit.compilation.symbolOf(constructor.owner.superclass) : null;
  if (!parent) return '';
  const empty = parent.constructors.find((candidate) => candidate.parameters.length === 0);
  if (!empty) {
    unit.compilation.report(unit.file, constructor, `No default constructor available in super type: ${parent.name}`);
    return '';
  }
  return `${unit.classReference(parent)}.prototype.${constructorBody(empty)}.call(this);`;
}

function emitImplicitConstructor(unit: Unit, constructor: ConstructorSymbol): void {
  const { owner, parameters } = constructor;
  const names = parameterList(parameters);
  const exception = extendsException(owner);
  const initialise = exception && parameters.length > 0 ? `this.initialize(${names});` : superConstruction(unit, constructor);
  unit.writer.write(
    `${unit.classReference(owner)}.prototype.${constructorBody(constructor)} = function ${owner.simpleName}$(${names}) {${initialise}return this;};`
  );
}
