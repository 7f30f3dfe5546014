import type { Position, StatementOf } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { SOBJECT, isList } from '../runtime/types.ts';
import type { Body } from './context.ts';
import { conditionJs, convertJs, canAssign, required } from './conversions.ts';
import { expression } from './expressions.ts';
import { nameOf } from './known-types.ts';
import { elementOf } from './members.ts';
import { fail } from './problem.ts';
import { branch, effect, statement } from './statements.ts';

function inLoop(body: Body, run: () => void): void {
  body.loops++;
  try {
    run();
  } finally {
    body.loops--;
  }
}

/** The platform does not look at a loop's condition: what follows any loop can be reached, an endless one included. */
export function forLoop(body: Body, node: StatementOf<'for'>): boolean {
  const { writer } = body.unit;
  body.scoped(() => {
    writer.write('{');
    for (const initial of node.initial) statement(body, initial);
    const condition = node.condition ? conditionJs(expression(body, node.condition), node.condition) : '';
    if (node.update.length > 1) fail(node.update[1] as Position, "Unexpected token ','.");
    const update = node.update.map((step) => effect(body, step)).join(', ');
    writer.write(`for (; $.tick()${condition === '' ? '' : ` && (${condition})`}; ${update}) `);
    inLoop(body, () => branch(body, node.body));
    writer.write('}');
  });
  return true;
}

/** `for (T x : values)`; over a query also `for (List<T> chunk : […])`, 200 rows at a time. */
export function forEachLoop(body: Body, node: StatementOf<'forEach'>): boolean {
  const { writer } = body.unit;
  const iterable = expression(body, node.iterable);
  const type = body.compilation.resolve(node.type, body.owner);
  const element = elementOf(body.compilation, iterable.type) ?? fail(node, `Loop must iterate over collection: ${nameOf(iterable.type)}`);
  const rowsOf = isList(type) ? type.args[0] : undefined;
  const fits = rowsOf !== undefined && (rowsOf === SOBJECT || element === SOBJECT || rowsOf === element);
  const chunks = Boolean(iterable.query) && fits && isRowList(iterable.type) && element.kind === 'sobject';
  const narrowed = element === SOBJECT && type.kind === 'sobject';
  if (!chunks && !narrowed && !canAssign({ type: element, js: '' }, type)) {
    const rows = iterable.query && element.kind === 'sobject';
    fail(
      node,
      rows
        ? `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${nameOf(element)}`
        : `Invalid loop variable type expected ${nameOf(element)} was ${nameOf(type)}`
    );
  }
  const source = chunks
    ? `$.chunks(${iterable.js})`
    : isList(iterable.type)
      ? `$.each(${required(iterable)})`
      : `$.iterate(${iterable.js})`;
  body.scoped(() => {
    const variable = body.declare(node, node.name, type);
    const item = body.loopVariable();
    const value = chunks
      ? item
      : narrowed && type !== element
        ? `$.cast(${item}, ${body.unit.constant(type)})`
        : convertJs(body, { type: element, js: item }, type);
    writer.write(`for (const ${item} of ${source}) {let ${variable.js} = ${value};`);
    inLoop(body, () => branch(body, node.body));
    writer.write('}');
  });
  return true;
}

function isRowList(type: ApexType): boolean {
  return isList(type) && type.args[0]?.kind === 'sobject';
}

export function whileLoop(body: Body, node: StatementOf<'while'>): boolean {
  body.unit.writer.write(`while ($.tick() && (${conditionJs(expression(body, node.condition), node.condition)})) `);
  inLoop(body, () => branch(body, node.body));
  return true;
}

export function doWhileLoop(body: Body, node: StatementOf<'doWhile'>): boolean {
  const { writer } = body.unit;
  writer.write('do ');
  inLoop(body, () => branch(body, node.body));
  writer.at(node.condition.line);
  writer.write(` while ($.tick() && (${conditionJs(expression(body, node.condition), node.condition)}));`);
  return true;
}
