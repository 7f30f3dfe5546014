import type { ExpressionOf, Position } from '../parser/ast.ts';
import { isImplicit } from './assignability.ts';
import type { Body } from './context.ts';
import { fieldNamed } from './members.ts';
import { fail } from './problem.ts';
import type { ClassSymbol, FieldSymbol } from './symbols.ts';
import type { Place, Typed } from './typed.ts';
import { isVisible } from './visibility.ts';

/** A simple name as a value: variable, then field of this class or an ancestor, then static field of the enclosing class. */
export function variableOrField(body: Body, node: ExpressionOf<'name'>): Typed | null {
  const key = node.name.toLowerCase();
  const variable = body.variable(key);
  if (variable) return { type: variable.type, js: variable.js, simple: true };
  const found = findField(body, key);
  return found ? readField(body, found.field, found.own, node) : null;
}

export function findField(body: Body, key: string): { field: FieldSymbol; own: boolean } | null {
  for (let place: ClassSymbol | null = body.owner, own = true; place; place = place.outer, own = false) {
    const field = fieldNamed(body.compilation, place.type, key);
    if (field && (own || field.static)) return { field, own };
  }
  return null;
}

/** An initialiser names no field that is initialised with it or later. */
function checkOrder(body: Body, field: FieldSymbol, position: Position): void {
  const { initialises } = body.options;
  if (!initialises || field.owner !== body.owner) return;
  const { members } = field.owner.declaration;
  if (members.indexOf(field.declaration) >= members.indexOf(initialises)) fail(position, `Illegal forward reference: ${field.name}`);
}

/** A field named without a receiver. */
function readField(body: Body, field: FieldSymbol, own: boolean, position: Position, reading = true): Typed {
  checkVisible(body, field, position);
  if (!field.readable && reading) fail(position, `Variable is not visible: ${field.owner.name}.${field.name}`);
  checkOrder(body, field, position);
  if (field.static) return staticField(body, field);
  if (body.options.static || !own) fail(position, `Variable does not exist: ${field.name}`);
  if (body.beforeInstance) fail(position, `Cannot reference instance variables in a constructor invocation: ${field.name}`);
  return { type: field.type, js: `this.${slot(body, field)}`, simple: !field.accessors };
}

/** Inside its own accessors a property's name means the value behind it. */
export function slot(body: Body, field: FieldSymbol): string {
  return body.options.accessorOf === field ? `b_${field.jsName}` : field.jsName;
}

export function staticField(body: Body, field: FieldSymbol): Typed {
  return { type: field.type, js: `${body.unit.staticsReference(field.owner)}().${slot(body, field)}`, simple: !field.accessors };
}

export function checkVisible(body: Body, field: FieldSymbol, position: Position, access = field.readAccess): void {
  if (!isVisible(body.compilation, { owner: field.owner, access, testVisible: field.testVisible }, body.owner)) {
    fail(position, `Variable is not visible: ${field.owner.name}.${field.name}`);
  }
}

/** Where an assignment to a simple name goes; null when the name is no variable or field. */
export function namePlace(body: Body, node: ExpressionOf<'name'>): Place | null {
  const variable = body.variable(node.name.toLowerCase());
  if (variable) {
    return { type: variable.type, setup: [], read: variable.js, write: (value) => `(${variable.js} = ${value})`, simple: true };
  }
  const found = findField(body, node.name.toLowerCase());
  if (!found) return null;
  const target = readField(body, found.field, found.own, node, false);
  checkWritable(body, found.field, node);
  return { type: target.type, setup: [], read: target.js, write: (value) => `(${target.js} = ${value})` };
}

export function checkWritable(body: Body, field: FieldSymbol, position: Position): void {
  if (body.options.accessorOf === field) return;
  checkVisible(body, field, position, field.writeAccess);
  if (!field.writable) fail(position, `Variable is not visible: ${field.owner.name}.${field.name}`);
  if (!field.final) return;
  const initialising = body.options.returns === null || body.options.isConstructor;
  const own = body.owner !== null && (field.owner === body.owner || isImplicit(body.owner.type, field.owner.type));
  if (!initialising || !own)
    fail(position, `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`);
}
