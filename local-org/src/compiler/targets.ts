import type { Expression, ExpressionOf } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';

import type { Body } from './context.ts';
import { chain } from './expressions.ts';
import { OBJECT_TOKEN, fieldNamed } from './members.ts';
import { variableOrField } from './names.ts';
import { Problem } from './problem.ts';
import type { Typed } from './typed.ts';

/** What stands before a dot. */
export type Target =
  /** `hidden` is the type of the same name that the variable hides. */
  | { readonly kind: 'value'; readonly value: Typed; readonly hidden?: ApexType }
  | { readonly kind: 'type'; readonly type: ApexType }
  | { readonly kind: 'labels' }
  | { readonly kind: 'pages' }
  | { readonly kind: 'objectDescribes' }
  | { readonly kind: 'rowFields'; readonly object: string; readonly describe: boolean }
  | { readonly kind: 'fieldSets'; readonly object: string }
  | { readonly kind: 'trigger' };

/** Names of a dotted path, null when it is not one. */
export function dottedNames(node: Expression): string[] | null {
  if (node.kind === 'name') return [node.name];
  if (node.kind !== 'field' || node.safe) return null;
  const before = dottedNames(node.target);
  return before ? [...before, node.name] : null;
}

/** Resolves the expression before a dot: a value where the first name is a variable or field, otherwise a type or one of the platform's pseudo objects. */
export function resolveTarget(body: Body, node: Expression): Target {
  const names = dottedNames(node);
  if (names) {
    const special = pseudoTarget(body, node as ExpressionOf<'name' | 'field'>, names);
    if (special) return special;
  }
  return { kind: 'value', value: chain(body, node) };
}

function pseudoTarget(body: Body, node: ExpressionOf<'name' | 'field'>, names: readonly string[]): Target | null {
  const keys = names.map((name) => name.toLowerCase());
  const first = keys[0] as string;
  // A field that cannot be used here (an instance field in a static method) does not hide a type either.
  const variable = attempt(() => variableOrField(body, { line: node.line, column: node.column, kind: 'name', name: first }));
  if (variable) return variableFirst(body, node, names);
  const path = keys.join('.');
  if (path === 'page' || path === 'system.page') return { kind: 'pages' };
  if (path === 'trigger' || path === 'system.trigger') return { kind: 'trigger' };
  if (path === 'schema.sobjecttype' || path === 'sobjecttype') return { kind: 'objectDescribes' };
  const type = body.compilation.named(names, body.owner);
  const field = type && staticFieldOf(body, names);
  if (type && field) return { kind: 'value', value: chain(body, node), hidden: type };
  if (type && !(path === 'label' && !type.classInfo)) return path === 'system.label' ? { kind: 'labels' } : { kind: 'type', type };
  if (path === 'label') return { kind: 'labels' };
  const before = names.slice(0, -1);
  const last = keys[keys.length - 1] as string;
  if (before.length === 0) return null;
  const outer = pseudoTarget(body, (node as ExpressionOf<'field'>).target as ExpressionOf<'name' | 'field'>, before);
  if (outer?.kind === 'labels') return isLabelNamespace(body, last) ? outer : null;
  if (last !== 'fields' && last !== 'fieldsets') return null;
  return fieldsOf(outer, last, (node as ExpressionOf<'field'>).target, body);
}

/** `Outer.Name` is the static field of that name where there is one beside the inner type. */
function staticFieldOf(body: Body, names: readonly string[]): boolean {
  const owner = names.length > 1 ? body.compilation.named(names.slice(0, -1), body.owner) : null;
  return owner?.classInfo !== undefined && fieldNamed(body.compilation, owner, names.at(-1) as string)?.static === true;
}

/** `Account.fields`, `Schema.SObjectType.Account.fields`, and the same with fieldSets. */
function fieldsOf(outer: Target | null, last: string, target: Expression, body: Body): Target | null {
  if (outer?.kind === 'type' && outer.type.kind === 'sobject' && last === 'fields')
    return { kind: 'rowFields', object: outer.type.name, describe: false };
  if (outer !== null && outer.kind !== 'value') return null;
  const value = outer?.kind === 'value' ? outer.value : attempt(() => chain(body, target));
  if (!value?.describes) return null;
  return last === 'fields'
    ? { kind: 'rowFields', object: value.describes, describe: value.type !== OBJECT_TOKEN }
    : { kind: 'fieldSets', object: value.describes };
}

function isLabelNamespace(body: Body, key: string): boolean {
  return key === 'c' || key === body.compilation.model.namespace.toLowerCase();
}

/**
 * A variable hides a type of the same name, but where the path makes no sense from the variable the platform still finds
 * the type: `Account account; account.SObjectType` next to `Account.SObjectType`.
 */
function variableFirst(body: Body, node: Expression, names: readonly string[]): Target | null {
  const value = attempt(() => chain(body, node));
  const type = body.compilation.named(names, body.owner);
  if (value) return { kind: 'value', value, ...(type ? { hidden: type } : {}) };
  return type ? { kind: 'type', type } : null;
}

export function attempt<T>(body: () => T): T | null {
  try {
    return body();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
