import type { Expression, StatementOf, WhenClause } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { INTEGER, LONG, SOBJECT, STRING } from '../runtime/types.ts';
import type { Body } from './context.ts';
import { assignTo } from './conversions.ts';
import { expression } from './expressions.ts';
import { declarationOf, isEnumType, nameOf } from './known-types.ts';
import { isCastable } from './assignability.ts';
import { fail } from './problem.ts';
import { block, statements } from './statements.ts';
import type { Typed } from './typed.ts';
import { enumConstant } from '../runtime/values/enum.ts';

/** `switch on`: no fall-through, so a chain of ifs. */
export function switchStatement(body: Body, node: StatementOf<'switch'>): boolean {
  const { writer } = body.unit;
  const subject = expression(body, node.subject);
  const { type } = subject;
  const byType = type.kind === 'sobject';
  if (!byType && type !== INTEGER && type !== LONG && type !== STRING && !isEnumType(type)) {
    const open = type.kind === 'class' || type.kind === 'interface' || type.kind === 'any' || type.kind === 'platform';
    if (!open) fail(node, `Switch expression has an unsupported type: ${nameOf(type)}`);
  }
  const held = body.temporary();
  writer.write(`${held} = ${subject.js};`);
  let reachable = false;
  let complete = false;
  const seen = new Set<string>();
  node.clauses.forEach((clause, index) => {
    writer.at(clause.line);
    if (index > 0) writer.write(' else ');
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

function whenTest(body: Body, node: Expression, subject: Typed, seen: Set<string>): string {
  const constant =
    node.kind === 'name' && isEnumType(subject.type) ? enumTest(body, node.name, subject.type, node) : literalTest(body, node, subject);
  if (seen.has(constant)) fail(node, `Duplicate when value: ${node.kind === 'name' ? node.name : constant}`);
  seen.add(constant);
  // Strings are compared with regard to case here, unlike with ==.
  return subject.type === SOBJECT ? `$.eq(${subject.js}, ${constant})` : `${subject.js} === ${constant}`;
}

function literalTest(body: Body, node: Expression, subject: Typed): string {
  const value = expression(body, node);
  return assignTo(
    body,
    value,
    subject.type,
    node,
    `When literal has a type that is not compatible with the switch expression: ${nameOf(value.type)}`
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
