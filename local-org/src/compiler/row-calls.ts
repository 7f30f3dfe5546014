import type { ExpressionOf } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { settingsAccessors } from '../runtime/settings.ts';
import { ID, STRING, VOID, mapOf } from '../runtime/types.ts';
import type { Body } from './context.ts';
import { assignTo, required } from './conversions.ts';
import { FIELD_SET, FIELD_TOKEN, OBJECT_TOKEN } from './members.ts';
import { fail } from './problem.ts';
import { nameOf } from './known-types.ts';
import { resolveTarget } from './targets.ts';
import type { Typed } from './typed.ts';

/** `Schema.SObjectType.Account.fields.getMap()` and `.fieldSets.getMap()`. */
export function describeMap(kind: 'rowFields' | 'fieldSets', object: string, node: ExpressionOf<'call'>, args: readonly Typed[]): Typed {
  if (node.name.toLowerCase() !== 'getmap' || args.length > 0) {
    fail(node, `Method does not exist or incorrect signature: void ${node.name}(${args.map((arg) => nameOf(arg.type)).join(', ')})`);
  }
  if (kind === 'rowFields') return { type: mapOf(STRING, FIELD_TOKEN), js: `$.fieldMap(${JSON.stringify(object)})`, nonNull: true };
  return { type: mapOf(STRING, FIELD_SET), js: `$.fieldSetMap(${JSON.stringify(object)})`, nonNull: true };
}

/** Calls on a row that are not plain library calls: `row.Field.addError(…)`. */
export function rowAccessor(body: Body, target: Typed, node: ExpressionOf<'call'>, args: readonly Typed[]): Typed | null {
  if (node.name.toLowerCase() !== 'adderror' || (target.type.kind !== 'sobject' && target.type.kind !== 'primitive')) return null;
  if (target.type.kind === 'sobject') return null;
  const { owner, member } = fieldWithError(body, node);
  const [message, ...rest] = args;
  if (!message) return fail(node, 'Method does not exist or incorrect signature: void addError()');
  const values = [required(owner.value), JSON.stringify(member.name), message.js, ...rest.map((arg) => arg.js)];
  return { type: VOID, js: `$.addFieldError(${values.join(', ')})` };
}

/** The row and the field that `row.Field` names, which is all a field's error can be put on. */
function fieldWithError(body: Body, node: ExpressionOf<'call'>) {
  const owner = node.target?.kind === 'field' ? resolveTarget(body, node.target.target) : null;
  const isRow = owner?.kind === 'value' && owner.value.type.kind === 'sobject';
  const member = isRow && node.target?.kind === 'field' ? body.compilation.schema.member(owner.value.type.name, node.target.name) : null;
  if (!isRow || !member) return fail(node, 'addError must be invoked on an expression that is an exact SObject field reference');
  return { owner, member };
}

/** Accessors on an object's type: custom settings and custom metadata, and `Account.getSObjectType()`. */
export function settingsAccessor(body: Body, type: ApexType, node: ExpressionOf<'call'>, args: readonly Typed[]): Typed {
  const object = JSON.stringify(type.name);
  const key = node.name.toLowerCase();
  const [argument] = args;
  if (key === 'getsobjecttype' && args.length === 0) return { type: OBJECT_TOKEN, js: `$.objectToken(${object})`, nonNull: true };
  const model = body.compilation.schema.object(type.name);
  const plural = key === 'getall' && args.length === 0;
  if (model && settingsAccessors(model).includes(key) && (plural || args.length <= 1)) {
    const given = argument ? `, ${assignTo(body, argument, argument.type === ID ? ID : STRING, node)}` : '';
    return { type: plural ? mapOf(STRING, type) : type, js: `$.settings(${object}, ${JSON.stringify(key)}${given})` };
  }
  return fail(
    node,
    `Method does not exist or incorrect signature: void ${node.name}(${args.map((arg) => nameOf(arg.type)).join(', ')}) from the type ${nameOf(type)}`
  );
}
