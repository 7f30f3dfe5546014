import type { Expression, ExpressionOf } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { INTEGER, isList, SOBJECT } from '../runtime/types.ts';
import { isImplicit, isNumericType } from './assignability.ts';
import type { Body } from './context.ts';
import { assignTo, convertJs, required } from './conversions.ts';
import { expression } from './expressions.ts';
import { declaredProperty, rowMemberNamed, superFieldNamed, superPrototype } from './fields.ts';
import { nameOf } from './known-types.ts';
import { findProperty, missingMember } from './library-members.ts';
import { fieldNamed } from './members.ts';
import { checkWritable, namePlace, slot, staticField } from './names.ts';
import { operate } from './operators.ts';
import { fail } from './problem.ts';
import { resolveTarget } from './targets.ts';
import type { Place, Typed } from './typed.ts';

export function assignment(body: Body, node: ExpressionOf<'assign'>): Typed {
  const compound = node.operator !== '=';
  const place = placeOf(body, node.target, compound);
  const value = expression(body, node.value);
  if (!compound) {
    const js = assignTo(body, value, place.type, node);
    return finish(place, place.write(js), value.nonNull);
  }
  const operator = node.operator.slice(0, -1);
  const current: Typed = { type: place.type, js: place.read };
  const result = operate(body, operator, current, value, node);
  // `integer += 1.5` narrows on the platform's terms: it is an error there as well.
  const stored = assignTo(body, result, place.type, node);
  return finish(place, place.write(stored), true);
}

function finish(place: Place, stored: string, nonNull: boolean | undefined): Typed {
  const js = place.setup.length > 0 ? `(${[...place.setup, stored].join(', ')})` : stored;
  return { type: place.type, js, ...(nonNull ? { nonNull: true } : {}) };
}

/** `x++` and its kin. */
export function step(body: Body, node: ExpressionOf<'step'>, valueUnused = false): Typed {
  const place = placeOf(body, node.target, true);
  if (!isNumericType(place.type)) fail(node, stepMessage(node, place.type));
  const one: Typed = { type: INTEGER, js: '1', nonNull: true, literal: { type: 'Integer', value: '1' } };
  const next = (current: Typed): string => {
    const result = operate(body, node.operator === '++' ? '+' : '-', current, one, node);
    return convertJs(body, result, place.type);
  };
  if (node.prefix || valueUnused) return finish(place, place.write(next({ type: place.type, js: place.read })), true);
  const before = body.temporary();
  const steps = [...place.setup, `${before} = ${place.read}`, place.write(next({ type: place.type, js: before })), before];
  return { type: place.type, js: `(${steps.join(', ')})`, nonNull: true };
}

function stepMessage(node: ExpressionOf<'step'>, type: ApexType): string {
  const which = node.prefix ? `prefix ${node.operator === '++' ? 'increment' : 'decrement'}` : 'postfix increment/decrement';
  return `Unary ${which} can only be applied to numeric expressions: ${nameOf(type)}`;
}

/** Resolves what stands left of an assignment. `once`: it will be both read and written. */
export function placeOf(body: Body, node: Expression, once: boolean): Place {
  switch (node.kind) {
    case 'name':
      return namePlace(body, node) ?? fail(node, `Variable does not exist: ${node.name}`);
    case 'field':
      return fieldPlace(body, node, once);
    case 'index':
      return itemPlace(body, node, once);
    case 'parenthesized':
      return placeOf(body, node.value, once);
    default:
      return fail(node, 'Expression cannot be assigned');
  }
}

function hold(body: Body, js: string, once: boolean, simple?: boolean): { setup: string[]; js: string } {
  if (!once || simple) return { setup: [], js };
  const temporary = body.temporary();
  return { setup: [`${temporary} = ${js}`], js: temporary };
}

function itemPlace(body: Body, node: ExpressionOf<'index'>, once: boolean): Place {
  const target = expression(body, node.target);
  const index = expression(body, node.index);
  if (!isList(target.type)) fail(node, `Expression must be a list type: ${nameOf(target.type)}`);
  if (!isImplicit(index.type, INTEGER)) fail(node.index, `List index must be of type Integer: ${nameOf(index.type)}`);
  const list = hold(body, required(target), once);
  const at = hold(body, required(index), once, Boolean(index.literal));
  return {
    type: target.type.args[0] as Place['type'],
    setup: [...list.setup, ...at.setup],
    read: `${list.js}.get(${at.js})`,
    write: (value) => `$.setItem(${list.js}, ${at.js}, ${value})`
  };
}

function fieldPlace(body: Body, node: ExpressionOf<'field'>, once: boolean): Place {
  if (node.safe) fail(node, 'Expression cannot be assigned');
  if (node.target.kind === 'super') return superPlace(body, node);
  const target = resolveTarget(body, node.target);
  if (target.kind === 'type') return staticPlace(body, target.type, node);
  if (target.kind !== 'value') return fail(node, 'Expression cannot be assigned');
  const value = target.value;
  if (value.guards) fail(node, 'Expression cannot be assigned');
  if (value.type.kind === 'sobject') return rowPlace(body, value, node, once);
  if (value.query && isList(value.type))
    return rowPlace(body, { type: value.type.args[0] ?? SOBJECT, js: `$.single(${value.js})`, nonNull: true }, node, once);
  const field = fieldNamed(body.compilation, value.type, node.name);
  if (field) {
    if (field.static)
      fail(node, `Static field cannot be referenced from a non static context: ${field.name} from the type ${field.owner.name}`);
    checkWritable(body, field, node);
    const held = hold(body, required(value), once, value.simple && value.nonNull);
    const path = `${held.js}.${slot(body, field)}`;
    return { type: field.type, setup: held.setup, read: path, write: (stored) => `(${path} = ${stored})` };
  }
  return libraryPlace(body, value, node, once);
}

function superPlace(body: Body, node: ExpressionOf<'field'>): Place {
  const field = superFieldNamed(body, node);
  checkWritable(body, field, node);
  const name = slot(body, field);
  if (!field.accessors) return { type: field.type, setup: [], read: `this.${name}`, write: (stored) => `(this.${name} = ${stored})` };
  const ancestor = `${superPrototype(body, field)}, ${JSON.stringify(name)}`;
  const value = body.temporary();
  return {
    type: field.type,
    setup: [],
    read: `Reflect.get(${ancestor}, this)`,
    write: (stored) => `(Reflect.set(${ancestor}, ${value} = ${stored}, this), ${value})`
  };
}

function staticPlace(body: Body, type: Place['type'], node: ExpressionOf<'field'>): Place {
  const field = fieldNamed(body.compilation, type, node.name);
  if (!field && !type.classInfo) return staticLibraryPlace(body, type, node);
  if (!field) return fail(node, `Variable does not exist: ${node.name}`);
  if (!field.static) return fail(node, `Variable does not exist: ${node.name}`);
  checkWritable(body, field, node);
  const { js } = staticField(body, field);
  return { type: field.type, setup: [], read: js, write: (stored) => `(${js} = ${stored})` };
}

function staticLibraryPlace(body: Body, owner: Place['type'], node: ExpressionOf<'field'>): Place {
  const type = declaredProperty(owner, node.name, true) ?? fail(node, `Variable does not exist: ${node.name}`);
  const property = findProperty(owner, 'staticProperties', node.name);
  if (!property?.set) return fail(node, missingMember(owner, node.name, null));
  const stored = body.temporary();
  const read = property.get ? `${body.unit.constant(property.get)}()` : 'null';
  return { type, setup: [], read, write: (js) => `(${body.unit.constant(property.set)}(${stored} = ${js}), ${stored})` };
}

function rowPlace(body: Body, row: Typed, node: ExpressionOf<'field'>, once: boolean): Place {
  const member = rowMemberNamed(body, row.type, node.name, node);
  if (member.kind === 'children' || (member.kind === 'field' && !member.writable))
    fail(node, `Field is not writeable: ${row.type.name}.${member.name}`);
  const held = hold(body, required(row), once, row.simple && row.nonNull);
  const name = JSON.stringify(member.name);
  return {
    type: member.type,
    setup: held.setup,
    read: `${held.js}.read(${name})`,
    write: (stored) => `$.putField(${held.js}, ${name}, ${stored})`
  };
}

function libraryPlace(body: Body, value: Typed, node: ExpressionOf<'field'>, once: boolean): Place {
  const type = declaredProperty(value.type, node.name, false) ?? fail(node, `Variable does not exist: ${node.name}`);
  const property = findProperty(value.type, 'properties', node.name);
  if (!property?.set) return fail(node, missingMember(value.type, node.name, null));
  const set = body.unit.constant(property.set);
  const held = hold(body, required(value), once, value.simple && value.nonNull);
  const stored = body.temporary();
  const read = property.get ? `${body.unit.constant(property.get)}(${held.js})` : 'null';
  return { type, setup: held.setup, read, write: (js) => `(${set}(${held.js}, ${stored} = ${js}), ${stored})` };
}
