import type { StatementOf } from '../parser/ast.ts';
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

function isTrue(node: { kind: string; value?: unknown } | null): boolean {
  return node === null || (node.kind === 'literal' && node.value === 'true');
}

export function forLoop(body: Body, node: StatementOf<'for'>): boolean {
  const { writer } = body.unit;
  body.scoped(() => {
    writer.write('{');
    for (const initial of node.initial) statement(body, initial);
    const condition = node.condition ? conditionJs(expression(body, node.condition), node.condition) : '';
    const update = node.update.map((step) => effect(body, step)).join(', ');
    writer.write(`for (; ${condition}; ${update}) `);
    inLoop(body, () => branch(body, node.body));
    writer.write('}');
  });
  return !isTrue(node.condition) || mayBreak(node.body);
}

/** `for (T x : values)`; over a query also `for (List<T> chunk : […])`, 200 rows at a time. */
export function forEachLoop(body: Body, node: StatementOf<'forEach'>): boolean {
  const { writer } = body.unit;
  const iterable = expression(body, node.iterable);
  const type = body.compilation.resolve(node.type, body.owner);
  const element = elementOf(body.compilation, iterable.type) ?? fail(node, `Loop must iterate over collection: ${nameOf(iterable.type)}`);
  const chunks = Boolean(iterable.query) && isList(type) && isRowList(iterable.type) && element.kind === 'sobject';
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
  body.unit.writer.write(`while (${conditionJs(expression(body, node.condition), node.condition)}) `);
  inLoop(body, () => branch(body, node.body));
  return !isTrue(node.condition) || mayBreak(node.body);
}

export function doWhileLoop(body: Body, node: StatementOf<'doWhile'>): boolean {
  const { writer } = body.unit;
  writer.write('do ');
  inLoop(body, () => branch(body, node.body));
  writer.at(node.condition.line);
  writer.write(` while (${conditionJs(expression(body, node.condition), node.condition)});`);
  return !isTrue(node.condition) || mayBreak(node.body);
}

/** Whether a break of this loop stands anywhere in it; breaks of inner loops do not count. */
function mayBreak(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some(mayBreak);
  const { kind } = node as { kind?: string };
  if (kind === 'break') return true;
  if (kind === 'for' || kind === 'forEach' || kind === 'while' || kind === 'doWhile') return false;
  return Object.values(node).some(mayBreak);
}
