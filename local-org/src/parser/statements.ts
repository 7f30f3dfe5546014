import type * as antlr from '@apexdevtools/apex-parser';
import type { Block, DmlOperation, Expression, Statement, StatementOf, WhenClause, WhenValue } from './ast.ts';
import { at, expression, expressionList, namedType, typeRef } from './expressions.ts';
import { unquote } from './literals.ts';
import { modifiers } from './modifiers.ts';

export function block(context: antlr.BlockContext): Block {
  return {
    ...at(context),
    kind: 'block',
    body: context.statement_list().map(statement),
    endLine: context.stop?.line ?? context.start.line
  };
}

export function statement(context: antlr.StatementContext): Statement {
  const position = at(context);
  if (context.block()) return block(context.block());
  if (context.expressionStatement()) {
    return { ...position, kind: 'expression', expression: expression(context.expressionStatement().expression()) };
  }
  if (context.localVariableDeclarationStatement()) return local(context.localVariableDeclarationStatement().localVariableDeclaration());
  if (context.ifStatement()) {
    const node = context.ifStatement();
    const [then, otherwise] = node.statement_list().map(statement);
    return {
      ...position,
      kind: 'if',
      condition: expression(node.parExpression().expression()),
      then: then as Statement,
      else: otherwise ?? null
    };
  }
  if (context.returnStatement()) {
    const value = context.returnStatement().expression();
    return { ...position, kind: 'return', value: value ? expression(value) : null };
  }
  if (context.throwStatement()) return { ...position, kind: 'throw', value: expression(context.throwStatement().expression()) };
  if (context.breakStatement()) return { ...position, kind: 'break' };
  if (context.continueStatement()) return { ...position, kind: 'continue' };
  if (context.tryStatement()) return tryStatement(context.tryStatement());
  if (context.switchStatement()) return switchStatement(context.switchStatement());
  if (context.runAsStatement()) {
    const node = context.runAsStatement();
    return { ...position, kind: 'runAs', arguments: expressionList(node.expressionList()), body: block(node.block()) };
  }
  return loop(context) ?? dml(context);
}

function loop(context: antlr.StatementContext): Statement | null {
  const position = at(context);
  if (context.forStatement()) return forStatement(context.forStatement());
  if (context.whileStatement()) {
    const node = context.whileStatement();
    return {
      ...position,
      kind: 'while',
      condition: expression(node.parExpression().expression()),
      body: node.statement() ? statement(node.statement()) : null
    };
  }
  if (context.doWhileStatement()) {
    const node = context.doWhileStatement();
    return { ...position, kind: 'doWhile', condition: expression(node.parExpression().expression()), body: block(node.block()) };
  }
  return null;
}

function forStatement(context: antlr.ForStatementContext): Statement {
  const control = context.forControl();
  const body = context.statement() ? statement(context.statement()) : null;
  const each = control.enhancedForControl();
  if (each) {
    return {
      ...at(context),
      kind: 'forEach',
      type: typeRef(each.typeRef()),
      name: each.id().getText(),
      iterable: expression(each.expression()),
      body
    };
  }
  const start = control.forInit();
  const initial: Statement[] = !start
    ? []
    : start.localVariableDeclaration()
      ? [local(start.localVariableDeclaration())]
      : expressionList(start.expressionList()).map((value) => ({
          line: value.line,
          column: value.column,
          kind: 'expression',
          expression: value
        }));
  return {
    ...at(context),
    kind: 'for',
    initial,
    condition: control.expression() ? expression(control.expression()) : null,
    update: expressionList(control.forUpdate()?.expressionList() ?? null),
    body
  };
}

function local(context: antlr.LocalVariableDeclarationContext): StatementOf<'local'> {
  return {
    ...at(context),
    kind: 'local',
    type: typeRef(context.typeRef()),
    modifiers: modifiers(context.modifier_list()),
    variables: context
      .variableDeclarators()
      .variableDeclarator_list()
      .map((variable) => ({
        ...at(variable),
        name: variable.id().getText(),
        initial: variable.expression() ? expression(variable.expression()) : null
      }))
  };
}

function tryStatement(context: antlr.TryStatementContext): Statement {
  return {
    ...at(context),
    kind: 'try',
    body: block(context.block()),
    catches: context.catchClause_list().map((clause) => ({
      ...at(clause),
      type: namedType(clause.qualifiedName()),
      name: clause.id().getText(),
      body: block(clause.block())
    })),
    finally: context.finallyBlock() ? block(context.finallyBlock().block()) : null
  };
}

function switchStatement(context: antlr.SwitchStatementContext): Statement {
  const clauses: WhenClause[] = context
    .whenControl_list()
    .map((control) => ({ ...at(control), value: whenValue(control.whenValue()), body: block(control.block()) }));
  return { ...at(context), kind: 'switch', subject: expression(context.expression()), clauses };
}

function whenValue(context: antlr.WhenValueContext): WhenValue {
  if (context.ELSE()) return { kind: 'else' };
  if (context.typeRef()) return { kind: 'binding', type: typeRef(context.typeRef()), name: context.id().getText() };
  return { kind: 'values', values: context.whenLiteral_list().map(whenLiteral) };
}

function whenLiteral(context: antlr.WhenLiteralContext): Expression {
  const position = at(context);
  if (context.whenLiteral()) return whenLiteral(context.whenLiteral());
  const negative = context.SUB_list().length % 2 === 1 ? '-' : '';
  if (context.IntegerLiteral())
    return { ...position, kind: 'literal', type: 'Integer', value: negative + context.IntegerLiteral().getText() };
  if (context.LongLiteral())
    return { ...position, kind: 'literal', type: 'Long', value: negative + context.LongLiteral().getText().slice(0, -1) };
  const text = context.StringLiteral() ?? context.MultilineStringLiteral();
  if (text) return { ...position, kind: 'literal', type: 'String', value: unquote(text.getText()) };
  if (context.NULL()) return { ...position, kind: 'literal', type: 'null', value: '' };
  const [first, ...rest] = context.qualifiedName().id_list();
  let name: Expression = { ...position, kind: 'name', name: (first as antlr.IdContext).getText() };
  for (const id of rest) name = { ...at(id), kind: 'field', target: name, name: id.getText(), safe: false };
  return name;
}

function dml(context: antlr.StatementContext): Statement {
  const simple: readonly (readonly [DmlOperation, antlr.InsertStatementContext | null])[] = [
    ['insert', context.insertStatement()],
    ['update', context.updateStatement() as unknown as antlr.InsertStatementContext],
    ['delete', context.deleteStatement() as unknown as antlr.InsertStatementContext],
    ['undelete', context.undeleteStatement() as unknown as antlr.InsertStatementContext]
  ];
  const base = { ...at(context), kind: 'dml', second: null, externalId: null } as const;
  for (const [operation, node] of simple) {
    if (node) return { ...base, operation, access: access(node.accessLevel()), value: expression(node.expression()) };
  }
  const upsert = context.upsertStatement();
  if (upsert) {
    const field =
      upsert
        .qualifiedName()
        ?.id_list()
        .map((id) => id.getText()) ?? null;
    return {
      ...base,
      operation: 'upsert',
      access: access(upsert.accessLevel()),
      value: expression(upsert.expression()),
      externalId: field
    };
  }
  const merge = context.mergeStatement();
  return {
    ...base,
    operation: 'merge',
    access: access(merge.accessLevel()),
    value: expression(merge.expression(0)),
    second: expression(merge.expression(1))
  };
}

function access(context: antlr.AccessLevelContext | null): 'user' | 'system' | null {
  if (!context) return null;
  return context.USER() ? 'user' : 'system';
}
