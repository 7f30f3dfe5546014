import type { ExpressionOf, Position } from '../parser/ast.ts';
import type { Implementation } from '../runtime/library.ts';
import type { ApexType } from '../runtime/type.ts';
import { SOBJECT, STRING, isList, platformType } from '../runtime/types.ts';
import { visualforcePage } from '../platform/library/page-reference.ts';
import { enumConstant, definePlatformEnum } from '../runtime/values/enum.ts';
import type { Body } from './context.ts';
import { required } from './conversions.ts';
import { declarationOf, fromTable } from './known-types.ts';
import { findMember, findProperty, missingMember } from './library-members.ts';
import { FIELD_DESCRIBE, FIELD_SET, FIELD_TOKEN, OBJECT_DESCRIBE, OBJECT_TOKEN, TRIGGER_TYPES, fieldNamed } from './members.ts';
import { checkVisible, slot, staticField } from './names.ts';
import { fail } from './problem.ts';
import type { FieldSymbol } from './symbols.ts';
import { attempt, dottedNames, resolveTarget } from './targets.ts';
import type { Typed } from './typed.ts';

export function fieldAccess(body: Body, node: ExpressionOf<'field'>): Typed {
  if (node.target.kind === 'super') return superField(body, node);
  const cause = sharingCause(body, node);
  if (cause) return cause;
  const target = resolveTarget(body, node.target);
  switch (target.kind) {
    case 'value': {
      const { hidden, value } = target;
      if (!hidden) return instanceMember(body, value, node);
      return (
        attempt(() => instanceMember(body, value, node)) ??
        attempt(() => staticMember(body, hidden, node)) ??
        instanceMember(body, value, node)
      );
    }
    case 'type':
      return staticMember(body, target.type, node);
    case 'pages': {
      const page = body.compilation.model.components.get('apexpage')?.get(node.name.toLowerCase());
      if (!page) fail(node, `Page does not exist: ${node.name}`);
      return { type: PAGE, js: `${body.unit.constant(visualforcePage)}(${JSON.stringify(page.name)})`, nonNull: true };
    }
    case 'labels': {
      if (!body.compilation.model.labels.has(node.name.toLowerCase())) fail(node, `External string does not exist: ${node.name}`);
      return { type: STRING, js: `$.labelText(${JSON.stringify(node.name)})`, nonNull: true };
    }
    case 'objectDescribes': {
      const object = body.compilation.schema.objectName(node.name) ?? fail(node, `Variable does not exist: ${node.name}`);
      return { type: OBJECT_DESCRIBE, js: `$.objectDescribe(${JSON.stringify(object)})`, nonNull: true, describes: object };
    }
    case 'rowFields': {
      const field = tokenField(body, target.object, node);
      if (target.describe) return { type: FIELD_DESCRIBE, js: `$.fieldDescribe(${field})`, nonNull: true };
      return { type: FIELD_TOKEN, js: `$.fieldToken(${field})`, nonNull: true };
    }
    case 'fieldSets': {
      if (!body.compilation.schema.fieldSetExists(target.object, node.name)) fail(node, `FieldSet does not exist: ${node.name}`);
      return { type: FIELD_SET, js: `$.fieldSet(${JSON.stringify(target.object)}, ${JSON.stringify(node.name)})`, nonNull: true };
    }
    case 'trigger':
      return triggerVariable(body, node);
  }
}

/** `super.name`: the field as the ancestor declares it, whatever overrides it. */
function superField(body: Body, node: ExpressionOf<'field'>): Typed {
  const field = superFieldNamed(body, node);
  const name = JSON.stringify(slot(body, field));
  return {
    type: field.type,
    js: field.accessors ? `Reflect.get(${superPrototype(body, field)}, ${name}, this)` : `this.${slot(body, field)}`
  };
}

export function superFieldNamed(body: Body, node: ExpressionOf<'field'>): FieldSymbol {
  const parent = body.owner?.superclass;
  if (body.options.static) return fail(node, 'Super cannot be referenced in a static context');
  if (!parent) return fail(node, `No super type defined: ${body.owner?.name ?? ''}`);
  const field = fieldNamed(body.compilation, parent, node.name);
  if (!field || field.static) return fail(node, `Variable does not exist: ${node.name}`);
  checkVisible(body, field, node);
  return field;
}

export function superPrototype(body: Body, field: FieldSymbol): string {
  return `${body.unit.classReference(field.owner)}.prototype`;
}

/** `Deal__Share.RowCause.Reviewer__c`, `AccountShare.RowCause.Manual`: why a row is shared, the object's own Apex sharing reasons included. */
function sharingCause(body: Body, node: ExpressionOf<'field'>): Typed | null {
  const names = dottedNames(node)?.slice(-3);
  if (names?.length !== 3 || names[1]?.toLowerCase() !== 'rowcause') return null;
  const share = /^(.+?)(__)?share$/i.exec(names[0] as string);
  if (!share) return null;
  const reason = share[2] && body.compilation.model.components.get('sharingreason')?.get(`${share[1]}__c.${node.name}`.toLowerCase());
  const name = reason ? (reason.name.split('.')[1] as string) : BUILT_IN_CAUSES.get(node.name.toLowerCase());
  return { type: STRING, js: JSON.stringify(name ?? fail(node, `Variable does not exist: ${node.name}`)), nonNull: true };
}

const BUILT_IN_CAUSES = new Map(
  ['Manual', 'Owner', 'Rule', 'Team', 'ImplicitChild', 'ImplicitParent', 'GuestRule'].map((cause) => [cause.toLowerCase(), cause])
);

const PAGE = platformType('System.PageReference');

function tokenField(body: Body, object: string, node: ExpressionOf<'field'>): string {
  const member = body.compilation.schema.member(object, node.name);
  const name = member?.kind === 'field' ? member.name : member?.kind === 'parent' ? member.field : null;
  if (name === null) fail(node, `Variable does not exist: ${node.name}`);
  return `${JSON.stringify(object)}, ${JSON.stringify(name)}`;
}

function triggerVariable(body: Body, node: ExpressionOf<'field'>): Typed {
  const type = platformType('System.Trigger');
  const key = node.name.toLowerCase();
  const rows = TRIGGER_TYPES(body.options.triggerObject ?? null);
  const property = declarationOf(type)?.table.properties.find((candidate) => candidate.name.toLowerCase() === key);
  if (!property) fail(node, `Variable does not exist: ${node.name}`);
  const flag = key.startsWith('is') ? { nonNull: true } : {};
  return { type: rows[key] ?? fromTable(property.type, new Map()), js: `$.trigger(${JSON.stringify(key)})`, ...flag };
}

/** `value.name`. */
export function instanceMember(body: Body, target: Typed, node: ExpressionOf<'field'>): Typed {
  if (node.safe) {
    if (isList(target.type) && target.query && target.type.args[0]?.kind === 'sobject') {
      // A query without rows is what the operator is for.
      return instanceMember(body, { type: target.type.args[0], js: `$.firstOrNull(${target.js})` }, node);
    }
    const temporary = body.temporary();
    const guards = [...(target.guards ?? []), `(${temporary} = ${target.js}) === null`];
    return instanceMember(body, { ...target, js: temporary, nonNull: true, guards, simple: true }, { ...node, safe: false });
  }
  const member = memberOf(body, target, node);
  return target.guards ? { ...member, guards: target.guards } : member;
}

function memberOf(body: Body, target: Typed, node: ExpressionOf<'field'>): Typed {
  const { type } = target;
  if (type.kind === 'sobject') return rowMember(body, target, node);
  if (isList(type) && target.query && type.args[0]?.kind === 'sobject') {
    return rowMember(body, { type: type.args[0], js: `$.single(${target.js})`, nonNull: true }, node);
  }
  const field = fieldNamed(body.compilation, type, node.name);
  if (field) {
    checkVisible(body, field, node);
    if (field.static)
      fail(node, `Static field cannot be referenced from a non static context: ${field.name} from the type ${field.owner.name}`);
    if (!field.readable) fail(node, `Variable is not visible: ${field.owner.name}.${field.name}`);
    return {
      type: field.type,
      js: `${required(target)}.${slot(body, field)}`,
      ...(target.simple && !field.accessors ? { simple: true } : {})
    };
  }
  return libraryProperty(body, target, node) ?? fail(node, `Variable does not exist: ${node.name}`);
}

function rowMember(body: Body, target: Typed, node: ExpressionOf<'field'>): Typed {
  const member = rowMemberNamed(body, target.type, node.name, node);
  const name = JSON.stringify(member.name);
  if (member.kind === 'children' && !target.throughParent)
    return { type: member.type, js: `$.readChildren(${required(target)}, ${name}, ${body.unit.constant(member.type)})`, nonNull: true };
  const read = target.throughParent ? `$.readParent(${target.js}, ${name})` : `${required(target)}.read(${name})`;
  const nonNull = member.kind === 'field' && member.checkbox && !target.throughParent ? { nonNull: true } : {};
  return { type: member.type, js: read, ...nonNull, ...(member.kind === 'parent' ? { throughParent: true } : {}) };
}

export function rowMemberNamed(body: Body, type: ApexType, name: string, position: Position) {
  if (type === SOBJECT) {
    if (name.toLowerCase() === 'id')
      return body.compilation.schema.member('Account', 'Id') ?? fail(position, `Variable does not exist: ${name}`);
    return fail(position, `Variable does not exist: ${name}`);
  }
  return body.compilation.schema.member(type.name, name) ?? fail(position, `Variable does not exist: ${name}`);
}

function libraryProperty(body: Body, target: Typed, node: ExpressionOf<'field'>): Typed | null {
  const found = declaredProperty(target.type, node.name, false);
  if (!found) return null;
  const implementation =
    findProperty(target.type, 'properties', node.name)?.get ??
    accessorMethod(target.type, node.name) ??
    fail(node, missingMember(target.type, node.name, null));
  return { type: found, js: `${body.unit.constant(implementation)}(${required(target)})` };
}

/** Results declare `success` beside `isSuccess()`: the method stands in for a property nobody registered. */
function accessorMethod(type: ApexType, name: string): Implementation | null {
  return findMember(type, 'methods', `is${name}`, []) ?? findMember(type, 'methods', `get${name}`, []);
}

/** Type of a property the type tables declare; null when there is none. */
export function declaredProperty(type: ApexType, name: string, isStatic: boolean): ApexType | null {
  const key = name.toLowerCase();
  const declared = declarationOf(type);
  if (!declared) return null;
  const property = declared.table.properties.find((candidate) => candidate.static === isStatic && candidate.name.toLowerCase() === key);
  if (property) return fromTable(property.type, declared.bindings);
  return declared.table.superclass ? declaredProperty(fromTable(declared.table.superclass, declared.bindings), name, isStatic) : null;
}

/** `Type.name`. */
function staticMember(body: Body, type: ApexType, node: ExpressionOf<'field'>): Typed {
  const symbol = body.compilation.symbolOf(type);
  const key = node.name.toLowerCase();
  if (symbol) {
    const ordinal = symbol.constants.findIndex((constant) => constant.toLowerCase() === key);
    if (ordinal >= 0) return { type, js: body.unit.constant(symbol.values[ordinal]), nonNull: true, simple: true };
    const field = fieldNamed(body.compilation, type, key);
    if (!field) return fail(node, `Variable does not exist: ${node.name}`);
    checkVisible(body, field, node);
    if (field.static) return staticField(body, field);
    return fail(node, `Variable does not exist: ${node.name}`);
  }
  if (type.kind === 'sobject') return rowToken(body, type, node);
  const declared = declarationOf(type)?.table;
  if (declared?.kind === 'enum') {
    const constant = declared.constants.find((name) => name.toLowerCase() === key);
    if (!constant) return fail(node, `Variable does not exist: ${node.name}`);
    definePlatformEnum(declared.name, declared.constants);
    return { type, js: body.unit.constant(enumConstant(declared.name, constant)), nonNull: true, simple: true };
  }
  const property = declaredProperty(type, node.name, true) ?? fail(node, `Variable does not exist: ${node.name}`);
  const implementation = findProperty(type, 'staticProperties', node.name)?.get ?? fail(node, missingMember(type, node.name, null));
  return { type: property, js: `${body.unit.constant(implementation)}()` };
}

/** `Account.SObjectType`, `Account.Name`. */
function rowToken(body: Body, type: ApexType, node: ExpressionOf<'field'>): Typed {
  if (node.name.toLowerCase() === 'sobjecttype')
    return { type: OBJECT_TOKEN, js: `$.objectToken(${JSON.stringify(type.name)})`, nonNull: true, describes: type.name };
  return { type: FIELD_TOKEN, js: `$.fieldToken(${tokenField(body, type.name, node)})`, nonNull: true };
}
