import type { Block, Expression, Statement, StatementOf } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { ID, SOBJECT, STRING, VOID, isList } from '../runtime/types.ts';
import { isImplicit } from './assignability.ts';
import { step } from './assignments.ts';
import type { Body } from './context.ts';
import { assignTo, conditionJs } from './conversions.ts';
import { expression } from './expressions.ts';
import { NULL, isExceptionType, nameOf } from './known-types.ts';
import { checkWords } from './modifier-checks.ts';
import { doWhileLoop, forEachLoop, forLoop, whileLoop } from './loops.ts';
import { fail, Problem } from './problem.ts';
import { switchStatement } from './switches.ts';
import { attempt } from './targets.ts';
import type { Typed } from './typed.ts';

/** Emits a statement at its line. Gives whether control can reach what follows. */
export function statement(body: Body, node: Statement): boolean {
  const { compilation, unit } = body;
  const before = unit.writer.mark();
  try {
    return emit(body, node);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    unit.writer.rewind(before);
    unit.writer.at(node.line);
    unit.writer.write(compilation.contain(unit.file, error.position, error.message));
    // Declared all the same, so that one mistake is reported once.
    if (node.kind === 'local') declareAnyway(body, node);
    return node.kind !== 'return' && node.kind !== 'throw';
  }
}

function declareAnyway(body: Body, node: StatementOf<'local'>): void {
  const type = attempt(() => body.compilation.resolve(node.type, body.owner));
  for (const variable of node.variables) {
    if (type) attempt(() => body.declare(variable, variable.name, type));
  }
}

export function statements(body: Body, nodes: readonly Statement[]): boolean {
  let reachable = true;
  for (const node of nodes) {
    if (!reachable) {
      body.unit.writer.write(body.compilation.contain(body.unit.file, node, 'Unreachable statement'));
      return false;
    }
    reachable = statement(body, node);
  }
  return reachable;
}

/** A block with its own scope, in braces. */
export function block(body: Body, node: Block): boolean {
  const { writer } = body.unit;
  writer.at(node.line);
  writer.write('{');
  const reachable = body.scoped(() => statements(body, node.body));
  writer.at(node.endLine);
  writer.write('}');
  return reachable;
}

/** A statement where JavaScript needs one in braces: the branch of an if, the body of a loop. */
export function branch(body: Body, node: Statement | null): boolean {
  const { writer } = body.unit;
  if (!node) {
    writer.write('{}');
    return true;
  }
  if (node.kind === 'block') return block(body, node);
  writer.write('{');
  const reachable = body.scoped(() => statement(body, node));
  writer.write('}');
  return reachable;
}

function emit(body: Body, node: Statement): boolean {
  const { writer } = body.unit;
  writer.at(node.line);
  switch (node.kind) {
    case 'block':
      return block(body, node);
    case 'local':
      localVariables(body, node);
      return true;
    case 'expression':
      writer.write(`${expressionStatement(body, node)};`);
      return true;
    case 'if':
      return ifStatement(body, node);
    case 'return':
      return returnStatement(body, node);
    case 'throw':
      return throwStatement(body, node);
    case 'break':
    case 'continue':
      if (body.loops === 0) fail(node, `${node.kind === 'break' ? 'Break' : 'Continue'} statement must be in loop`);
      writer.write(`${node.kind};`);
      return true;
    case 'for':
      return forLoop(body, node);
    case 'forEach':
      return forEachLoop(body, node);
    case 'while':
      return whileLoop(body, node);
    case 'doWhile':
      return doWhileLoop(body, node);
    case 'switch':
      return switchStatement(body, node);
    case 'try':
      return tryStatement(body, node);
    case 'dml':
      dmlStatement(body, node);
      return true;
    case 'runAs':
      return runAsStatement(body, node);
  }
}

const STATEMENT_EXPRESSIONS = new Set(['assign', 'call', 'constructorCall', 'step', 'new', 'newItems', 'newMap', 'newSized']);

function expressionStatement(body: Body, node: StatementOf<'expression'>): string {
  if (!STATEMENT_EXPRESSIONS.has(withoutParentheses(node.expression).kind)) {
    // What is wrong inside the expression is said first.
    expression(body, node.expression);
    fail(node, 'Expression cannot be a statement.');
  }
  return effect(body, node.expression);
}

function withoutParentheses(node: Expression): Expression {
  return node.kind === 'parenthesized' ? withoutParentheses(node.value) : node;
}

/** An expression for what it does: nobody looks at its value. */
export function effect(body: Body, node: Expression): string {
  return node.kind === 'step' ? step(body, node, true).js : expression(body, node).js;
}

function localVariables(body: Body, node: StatementOf<'local'>): void {
  const type = body.compilation.resolve(node.type, body.owner);
  if (type === VOID) fail(node, 'Variables cannot be of type void');
  checkWords(node, node.modifiers, 'local', (position, message) => fail(position, message));
  for (const variable of node.variables) {
    const js = variable.initial ? assignTo(body, expression(body, variable.initial), type, variable) : 'null';
    const declared = body.declare(variable, variable.name, type);
    body.unit.writer.write(`let ${declared.js} = ${js};`);
  }
}

function ifStatement(body: Body, node: StatementOf<'if'>): boolean {
  const { writer } = body.unit;
  writer.write(`if (${conditionJs(expression(body, node.condition), node.condition)}) `);
  const then = branch(body, node.then);
  if (!node.else) return true;
  writer.write(' else ');
  const otherwise = branch(body, node.else);
  return then || otherwise;
}

function returnStatement(body: Body, node: StatementOf<'return'>): boolean {
  const { returns } = body.options;
  const { writer } = body.unit;
  const wrap = (js: string): string => (body.insideClosure ? `return [${js}];` : `return ${js};`);
  if (body.options.isInitializer) fail(node, 'Return must be called from a method');
  if (!node.value) {
    if (returns !== null && returns !== VOID) fail(node, `Missing return statement required return type: ${nameOf(returns)}`);
    writer.write(body.options.isConstructor ? wrap('this') : wrap('null'));
    return false;
  }
  const value = expression(body, node.value);
  if (body.options.isConstructor) fail(node, 'Constructors must not return a value');
  if (body.options.triggerObject) fail(node, 'Trigger bodies must not return a value');
  if (returns === null || returns === VOID) return fail(node, 'Void method must not return a value');
  writer.write(wrap(assignTo(body, value, returns, node, `Illegal conversion from ${nameOf(value.type)} to ${nameOf(returns)}`)));
  return false;
}

function throwStatement(body: Body, node: StatementOf<'throw'>): boolean {
  const value = expression(body, node.value);
  if (value.type !== NULL && !isExceptionType(value.type)) fail(node, `Throw expression must be of type exception: ${nameOf(value.type)}`);
  body.unit.writer.write(`throw $.thrown(${value.js});`);
  return false;
}

function tryStatement(body: Body, node: StatementOf<'try'>): boolean {
  const { writer } = body.unit;
  writer.write('try ');
  let reachable = block(body, node.body);
  if (node.catches.length > 0) {
    writer.write(' catch ($e) { $e = $.caught($e); ');
    const caught: ApexType[] = [];
    node.catches.forEach((clause, index) => {
      writer.at(clause.line);
      const type = body.compilation.resolve(clause.type, body.owner);
      if (!isExceptionType(type)) fail(clause, `Catch block variable must be of type exception: ${nameOf(type)}`);
      if (caught.some((earlier) => isImplicit(type, earlier))) fail(clause, `Exception type already caught: ${nameOf(type)}`);
      caught.push(type);
      writer.write(`${index > 0 ? 'else ' : ''}if ($.is($e, ${body.unit.constant(type)})) {`);
      const through = body.scoped(() => {
        const variable = body.declare(clause, clause.name, type);
        writer.write(`let ${variable.js} = $e;`);
        return statements(body, clause.body.body);
      });
      reachable ||= through;
      writer.at(clause.body.endLine);
      writer.write('} ');
    });
    writer.write('else throw $e; }');
  }
  if (node.finally) {
    writer.write(' finally ');
    block(body, node.finally);
  }
  return reachable;
}

function dmlStatement(body: Body, node: StatementOf<'dml'>): void {
  const rows = expression(body, node.value);
  const type = isList(rows.type) ? (rows.type.args[0] as ApexType) : rows.type;
  if (type.kind !== 'sobject') fail(node, `DML requires SObject or SObject list type: ${nameOf(rows.type)}`);
  if (body.compilation.schema.kind(type.name) === 'customMetadata')
    fail(node, `DML operation ${node.operation.toUpperCase()} not allowed on ${nameOf(rows.type)}`);
  if (node.operation === 'merge') return mergeStatement(body, node, rows);
  if (node.operation === 'delete' && type.name === 'User') fail(node, 'DML operation Delete not allowed on User');
  const args = [`'${node.operation}'`, rows.js, `'${node.access ?? 'system'}'`];
  if (node.externalId) args.push(JSON.stringify(externalIdField(body, node, type)));
  body.unit.writer.write(`$.dml(${args.join(', ')});`);
}

const MERGED = new Set(['Account', 'Contact', 'Lead', 'Case']);

function mergeStatement(body: Body, node: StatementOf<'dml'>, master: Typed): void {
  const duplicate = expression(body, node.second as Expression);
  const type = isList(duplicate.type) ? (duplicate.type.args[0] as ApexType) : duplicate.type;
  if (master.type.kind !== 'sobject' || master.type === SOBJECT)
    fail(node, `Merge requires a concrete SObject type: ${nameOf(master.type)}`);
  if (!MERGED.has(master.type.name)) fail(node, `Specified type ${master.type.name} cannot be merged`);
  if (type !== master.type && type !== ID && duplicate.type !== STRING) fail(node, 'Invalid type for duplicate records');
  body.unit.writer.write(`$.merge(${master.js}, ${duplicate.js}, '${node.access ?? 'system'}');`);
}

/** Standard fields that rows may be matched by. */
const IDENTIFYING = new Set(['User.Username', 'User.FederationIdentifier', 'Product2.StockKeepingUnit', 'Contact.Email', 'Lead.Email']);

function externalIdField(body: Body, node: StatementOf<'dml'>, type: ApexType): string {
  if (type === SOBJECT) return fail(node, 'Upsert with a field specification requires a concrete SObject type');
  const name = node.externalId?.at(-1) as string;
  const member = body.compilation.schema.member(type.name, name);
  if (member?.kind !== 'field') return fail(node, `Invalid field ${name} for SObject ${type.name}`);
  const field = body.compilation.schema.object(type.name)?.fields.get(member.name.toLowerCase());
  if (field && !field.externalId && member.name !== 'Id' && !IDENTIFYING.has(`${type.name}.${member.name}`))
    fail(node, `Invalid field for upsert, must be an External Id custom or standard indexed field: ${member.name} (${type.name})`);
  return member.name;
}

/** The block becomes a function; a return inside it is handed out in an array. */
function runAsStatement(body: Body, node: StatementOf<'runAs'>): boolean {
  const { writer } = body.unit;
  const [user, ...others] = node.arguments.map((argument) => expression(body, argument));
  if (!user || others.length > 0 || !['User', 'System.Version', 'NULL', 'SObject'].includes(nameOf(user.type)))
    return fail(node, "runAs requires a single argument of type 'User' or 'Version'");
  const result = body.temporary();
  writer.write(`${result} = $.runAs(${user.js}, () => `);
  body.inClosure(() => block(body, node.body));
  writer.write(`); if (${result}) return ${body.insideClosure ? result : `${result}[0]`};`);
  // The platform does not look into the block: what follows can be reached, and has to return.
  return true;
}
