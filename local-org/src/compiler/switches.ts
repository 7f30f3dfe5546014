import type { Expression, StatementOf, WhenClause } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { INTEGER, LONG, SOBJECT, STRING } from '../runtime/types.ts';
import type { Body } from './context.ts';
import { assignTo } from './conversions.ts';
import { expression } from './expressions.ts';
import { declarationOf, isEnumType, nameOf } from './known-types.ts';
import { isCastable } from './assignability.ts';
import { fieldNamed } from './members.ts';
import { findField } from './names.ts';
import { fail } from './problem.ts';
import { dottedNames } from './targets.ts';
import { block, statements } from './statements.ts';
import type { Typed } from './typed.ts';
import { enumConstant } from '../runtime/values/enum.ts';

/** `switch on`: no fall-through, so a chain of ifs. */
export function switchStatement(body: Body, node: StatementOf<'switch'>): boolean {
  const { writer } = body.unit;
  const subject = expression(body, node.subject);
  const { type } = subject;
  if (type !== SOBJECT && type !== INTEGER && type !== LONG && type !== STRING && !isEnumType(type))
    fail(node, `${nameOf(type)} is not a valid switch expression type`);
  const held = body.temporary();
  writer.write(`${held} = ${subject.js};`);
  let reachable = false;
  let complete = false;
  const seen = new Set<string>();
  node.clauses.forEach((clause, index) => {
    writer.at(clause.line);
    if (index > 0) writer.write(' else ');
    if (complete) fail(clause, "'when else' must be the last when block");
    if (clause.value.kind === 'else') complete = true;
    const through = whenClause(body, clause, { type, js: held }, seen);
    reachable ||= through;
  });
  return reachable || !complete;
}

function whenClause(body: Body, clause: WhenClause, subject: Typed, seen: Set<string>): boolean {
  const { writer } = body.unit;
  const { value } = clause;
  if (value.kind === 'else') return block(body, clause.body);
  if (value.kind === 'binding') {
    const type = body.compilation.resolve(value.type, body.owner);
    if (!isCastable(subject.type, type))
      fail(clause, `Incompatible types since an instance of ${nameOf(subject.type)} is never an instance of ${nameOf(type)}`);
    if (seen.has(type.name)) fail(clause, occursTwice(nameOf(type)));
    seen.add(type.name);
    writer.write(`if ($.is(${subject.js}, ${body.unit.constant(type)})) {`);
    const reachable = body.scoped(() => {
      const variable = body.declare(clause, value.name, type);
      writer.write(`let ${variable.js} = ${subject.js};`);
      return statements(body, clause.body.body);
    });
    writer.at(clause.body.endLine);
    writer.write('}');
    return reachable;
  }
  const tests = value.values.map((literal) => whenTest(body, literal, subject, seen));
  writer.write(`if (${tests.join(' || ')}) `);
  return block(body, clause.body);
}

function occursTwice(what: string): string {
  return `${what} occurs as more than one when branch for this switch statement`;
}

function whenTest(body: Body, node: Expression, subject: Typed, seen: Set<string>): string {
  const constant =
    node.kind === 'name' && isEnumType(subject.type) ? enumTest(body, node.name, subject.type, node) : literalTest(body, node, subject);
  if (seen.has(constant)) fail(node, occursTwice(node.kind === 'name' ? node.name : node.kind === 'literal' ? node.value : constant));
  seen.add(constant);
  // Strings are compared with regard to case here, unlike with ==.
  return subject.type === SOBJECT ? `$.eq(${subject.js}, ${constant})` : `${subject.js} === ${constant}`;
}

/** A when value is a literal or a static final field; an enum's constants are written alone. */
function checkConstant(body: Body, node: Expression): void {
  if (node.kind === 'literal' || (node.kind === 'unary' && node.value.kind === 'literal')) return;
  const names = dottedNames(node);
  if (!names) fail(node, "'when expression' must be a literal, a constant literal field or enum value");
  const name = names.at(-1) as string;
  const owner = names.length > 1 ? body.compilation.named(names.slice(0, -1), body.owner) : null;
  if (owner && isEnumType(owner)) fail(node, "Enum value used in 'when expression' should be unqualified");
  const field = owner ? fieldNamed(body.compilation, owner, name) : findField(body, name.toLowerCase())?.field;
  if (!field || body.variable(name.toLowerCase())) fail(node, `Variable does not exist: ${name}`);
  if (!field.static || !field.final) fail(node, `Field must be a static final constant: ${name}`);
}

function literalTest(body: Body, node: Expression, subject: Typed): string {
  checkConstant(body, node);
  const value = expression(body, node);
  return assignTo(
    body,
    value,
    subject.type,
    node,
    `${nameOf(value.type)} value in when expression cannot be implicitly converted to the ${nameOf(subject.type)} type in switch expression`
  );
}

/** Enum constants are written without their type. */
function enumTest(body: Body, name: string, type: ApexType, node: Expression): string {
  const symbol = body.compilation.symbolOf(type);
  const key = name.toLowerCase();
  const own = symbol?.values.find((value) => value.name.toLowerCase() === key);
  if (own) return body.unit.constant(own);
  const table = declarationOf(type)?.table;
  const declared = table?.constants.find((constant) => constant.toLowerCase() === key);
  if (!table || !declared) return fail(node, `Variable does not exist: ${name}`);
  return body.unit.constant(enumConstant(table.name, declared));
}
