import type { ExpressionOf } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { ID, STRING, VOID, mapOf } from '../runtime/types.ts';
import type { Body } from './context.ts';
import { assignTo, required } from './conversions.ts';
import { nameOf } from './known-types.ts';
import { findMember, missingMember } from './library-members.ts';
import { FIELD_SET, FIELD_TOKEN, OBJECT_TOKEN } from './members.ts';
import { fail } from './problem.ts';
import { platformNamed } from './known-types.ts';
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
  if (node.name.toLowerCase() !== 'adderror' || node.target?.kind !== 'field' || target.type.kind === 'sobject') return null;
  const owner = resolveTarget(body, node.target.target);
  if (owner.kind !== 'value' || owner.value.type.kind !== 'sobject') return null;
  const member = body.compilation.schema.member(owner.value.type.name, node.target.name);
  if (!member) return null;
  const row = platformNamed('system.sobject', []) as ApexType;
  const message = args[0] ?? fail(node, 'Method does not exist or incorrect signature: void addError()');
  const rest = args.slice(1).map((arg) => arg.js);
  const declared = ['System.String', 'System.String', ...rest.map(() => 'System.Boolean')];
  const implementation = findMember(row, 'methods', 'addError', declared) ?? fail(node, missingMember(row, 'addError', [STRING, STRING]));
  const text = message.type === STRING ? message.js : `$.str(${message.js})`;
  return { type: VOID, js: `${body.unit.constant(implementation)}(${[required(owner.value), JSON.stringify(member.name), text, ...rest].join(', ')})` };
}

/** Accessors on an object's type: custom settings and custom metadata, and `Account.getSObjectType()`. */
export function settingsAccessor(body: Body, type: ApexType, node: ExpressionOf<'call'>, args: readonly Typed[]): Typed {
  const object = JSON.stringify(type.name);
  const kind = body.compilation.schema.kind(type.name);
  const key = node.name.toLowerCase();
  const [argument] = args;
  const given = argument ? `, ${argument.type === STRING ? argument.js : assignTo(body, argument, argument.type === ID ? ID : STRING, node)}` : '';
  if (key === 'getsobjecttype' && args.length === 0) return { type: OBJECT_TOKEN, js: `$.objectToken(${object})`, nonNull: true };
  if (kind === 'customMetadata' && key === 'getall' && args.length === 0) return { type: mapOf(STRING, type), js: `$.metadataAll(${object})`, nonNull: true };
  if (kind === 'customMetadata' && key === 'getinstance' && args.length === 1) return { type, js: `$.metadataInstance(${object}${given})` };
  if (kind === 'customSetting') {
    if (key === 'getall' && args.length === 0) return { type: mapOf(STRING, type), js: `$.settingsAll(${object})`, nonNull: true };
    if (key === 'getinstance' && args.length <= 1) return { type, js: `$.settingsInstance(${object}${given})` };
    if (key === 'getvalues' && args.length === 1) return { type, js: `$.settingsValues(${object}${given})` };
    if (key === 'getorgdefaults' && args.length === 0) return { type, js: `$.settingsOrgDefaults(${object})` };
  }
  return fail(node, `Method does not exist or incorrect signature: void ${node.name}(${args.map((arg) => nameOf(arg.type)).join(', ')}) from the type ${nameOf(type)}`);
}
