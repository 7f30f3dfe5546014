import * as antlr from '@apexdevtools/apex-parser';
import { buildQuery, buildSearch } from '../database/soql/build.ts';
import type { Expression, Position, TypeRef } from './ast.ts';
import { unquote } from './literals.ts';

interface Located {
  readonly start: { readonly line: number; readonly column: number };
}

export function at(context: Located): Position {
  return { line: context.start.line, column: context.start.column + 1 };
}

export function typeRef(context: antlr.TypeRefContext): TypeRef {
  return {
    ...at(context),
    parts: context.typeName_list().map((name) => ({
      name: (name.LIST() ?? name.SET() ?? name.MAP() ?? name.id()).getText(),
      args: name.typeArguments()?.typeList().typeRef_list().map(typeRef) ?? []
    })),
    dimensions: context.arraySubscripts().LBRACK_list().length
  };
}

function createdType(context: antlr.CreatedNameContext, dimensions: number): TypeRef {
  const parts = context.idCreatedNamePair_list().map((pair) => ({
    name: pair.anyId().getText(),
    args: pair.typeList()?.typeRef_list().map(typeRef) ?? []
  }));
  return { ...at(context), parts, dimensions };
}

export function namedType(context: antlr.QualifiedNameContext): TypeRef {
  return { ...at(context), parts: context.id_list().map((id) => ({ name: id.getText(), args: [] })), dimensions: 0 };
}

function list(context: antlr.ExpressionListContext | null): Expression[] {
  return context ? context.expression_list().map(expression) : [];
}

export { list as expressionList };

/** Operators that share one precedence level in Apex although the grammar gives them two. */
const COMPARISONS = new Set(['==', '!=', '<>', '===', '!==', '<', '>', '<=', '>=']);

function binary(position: Position, operator: string, left: Expression, right: Expression): Expression {
  if (COMPARISONS.has(operator) && right.kind === 'binary' && COMPARISONS.has(right.operator)) {
    return binary(position, right.operator, binary(position, operator, left, right.left), right.right);
  }
  return { ...position, kind: 'binary', operator, left, right };
}

interface TwoOperands extends Located {
  expression(index: number): antlr.ExpressionContext;
}

function operands(context: TwoOperands, operator: string): Expression {
  return binary(at(context), operator, expression(context.expression(0)), expression(context.expression(1)));
}

/** Text of the operator tokens between the two operands: `>` `=` is one operator in two tokens. */
function operatorText(context: antlr.ExpressionContext): string {
  let text = '';
  for (let index = 1; index < context.getChildCount() - 1; index++) text += context.getChild(index).getText();
  return text;
}

export function expression(context: antlr.ExpressionContext): Expression {
  const position = at(context);
  if (context instanceof antlr.PrimaryExpressionContext) return primary(context.primary());
  if (context instanceof antlr.DotExpressionContext) return dot(context);
  if (context instanceof antlr.MethodCallExpressionContext) return call(context.methodCall());
  if (context instanceof antlr.NewExpressionContext) return creator(context.creator(), position);
  if (context instanceof antlr.SubExpressionContext) return { ...position, kind: 'parenthesized', value: expression(context.expression()) };
  if (context instanceof antlr.CastExpressionContext) {
    return { ...position, kind: 'cast', type: typeRef(context.typeRef()), value: expression(context.expression()) };
  }
  if (context instanceof antlr.ArrayExpressionContext) {
    return { ...position, kind: 'index', target: expression(context.expression(0)), index: expression(context.expression(1)) };
  }
  if (context instanceof antlr.PostOpExpressionContext) {
    return { ...position, kind: 'step', operator: context.INC() ? '++' : '--', prefix: false, target: expression(context.expression()) };
  }
  if (context instanceof antlr.PreOpExpressionContext) return prefix(context);
  if (context instanceof antlr.NegExpressionContext) {
    return { ...position, kind: 'unary', operator: context.TILDE() ? '~' : '!', value: expression(context.expression()) };
  }
  if (context instanceof antlr.InstanceOfExpressionContext) {
    return { ...position, kind: 'instanceof', value: expression(context.expression()), type: typeRef(context.typeRef()) };
  }
  if (context instanceof antlr.CondExpressionContext) {
    const [condition, then, otherwise] = context.expression_list().map(expression) as [Expression, Expression, Expression];
    return { ...position, kind: 'ternary', condition, then, else: otherwise };
  }
  if (context instanceof antlr.AssignExpressionContext) {
    const [target, value] = context.expression_list().map(expression) as [Expression, Expression];
    return { ...position, kind: 'assign', operator: operatorText(context), target, value };
  }
  return operands(context as unknown as TwoOperands & antlr.ExpressionContext, operatorText(context));
}

function prefix(context: antlr.PreOpExpressionContext): Expression {
  const position = at(context);
  const inner = expression(context.expression());
  const step = context.INC() ? '++' : context.DEC() ? '--' : null;
  if (step) return { ...position, kind: 'step', operator: step, prefix: true, target: inner };
  if (
    context.SUB() &&
    inner.kind === 'literal' &&
    ['Integer', 'Long', 'Decimal', 'Double'].includes(inner.type) &&
    !inner.value.startsWith('-')
  ) {
    return { ...inner, ...position, value: `-${inner.value}` };
  }
  return { ...position, kind: 'unary', operator: context.SUB() ? '-' : '+', value: inner };
}

function dot(context: antlr.DotExpressionContext): Expression {
  const target = expression(context.expression());
  const safe = context.QUESTIONDOT() !== null && context.QUESTIONDOT() !== undefined;
  const method = context.dotMethodCall();
  if (method) {
    return { ...at(method), kind: 'call', target, name: method.anyId().getText(), arguments: list(method.expressionList()), safe };
  }
  return { ...at(context.anyId()), kind: 'field', target, name: context.anyId().getText(), safe };
}

function call(context: antlr.MethodCallContext): Expression {
  const args = list(context.expressionList());
  if (context.THIS()) return { ...at(context), kind: 'constructorCall', which: 'this', arguments: args };
  if (context.SUPER()) return { ...at(context), kind: 'constructorCall', which: 'super', arguments: args };
  return { ...at(context), kind: 'call', target: null, name: context.id().getText(), arguments: args, safe: false };
}

function creator(context: antlr.CreatorContext, position: Position): Expression {
  const array = context.arrayCreatorRest();
  if (array) {
    const type = createdType(context.createdName(), 1);
    if (array.expression()) return { ...position, kind: 'newSized', type, size: expression(array.expression()) };
    return { ...position, kind: 'newItems', type, items: array.arrayInitializer()?.expression_list().map(expression) ?? [] };
  }
  const type = createdType(context.createdName(), 0);
  const construction = context.classCreatorRest();
  if (construction) return { ...position, kind: 'new', type, arguments: list(construction.arguments().expressionList()) };
  const map = context.mapCreatorRest();
  if (map) {
    const pairs = map.mapCreatorRestPair_list().map((pair) => [expression(pair.expression(0)), expression(pair.expression(1))] as const);
    return { ...position, kind: 'newMap', type, pairs };
  }
  return { ...position, kind: 'newItems', type, items: context.setCreatorRest()?.expression_list().map(expression) ?? [] };
}

function primary(context: antlr.PrimaryContext): Expression {
  const position = at(context);
  if (context instanceof antlr.IdPrimaryContext) return { ...position, kind: 'name', name: context.id().getText() };
  if (context instanceof antlr.LiteralPrimaryContext) return literal(context.literal());
  if (context instanceof antlr.ThisPrimaryContext) return { ...position, kind: 'this' };
  if (context instanceof antlr.SuperPrimaryContext) return { ...position, kind: 'super' };
  if (context instanceof antlr.TypeRefPrimaryContext) return { ...position, kind: 'classLiteral', type: typeRef(context.typeRef()) };
  if (context instanceof antlr.VoidPrimaryContext) return { ...position, kind: 'classLiteral', type: null };
  if (context instanceof antlr.SoqlPrimaryContext) {
    const { query, binds } = buildQuery(context.soqlLiteral().query());
    return { ...position, kind: 'soql', query, binds: binds.map(expression) };
  }
  if (context instanceof antlr.SoslPrimaryContext) {
    const { search, binds } = buildSearch(context.soslLiteral());
    return { ...position, kind: 'sosl', search, binds: binds.map(expression) };
  }
  throw new Error(`Unknown primary expression ${context.getText()}`);
}

export function literal(context: antlr.LiteralContext): Expression {
  const position = at(context);
  const text = context.getText();
  if (context.IntegerLiteral()) return { ...position, kind: 'literal', type: 'Integer', value: text };
  if (context.LongLiteral()) return { ...position, kind: 'literal', type: 'Long', value: text.slice(0, -1) };
  if (context.NumberLiteral()) {
    const double = /[dD]$/.test(text);
    return { ...position, kind: 'literal', type: double ? 'Double' : 'Decimal', value: double ? text.slice(0, -1) : text };
  }
  if (context.StringLiteral() || context.MultilineStringLiteral())
    return { ...position, kind: 'literal', type: 'String', value: unquote(text) };
  if (context.BooleanLiteral()) return { ...position, kind: 'literal', type: 'Boolean', value: text.toLowerCase() };
  return { ...position, kind: 'literal', type: 'null', value: '' };
}
