import * as antlr from '@apexdevtools/apex-parser';
import { contentHash } from '../src/types/cache.ts';

export type MutationKind =
  | 'condition'
  | 'boundary'
  | 'relation'
  | 'equality'
  | 'negation'
  | 'boolean operator'
  | 'arithmetic'
  | 'fallback'
  | 'constant'
  | 'removed statement'
  | 'removed exit'
  | 'return value'
  | 'query condition'
  | 'query order';

/** One small fault in one source file. */
export interface Mutant {
  /** Stays the same while the code around the mutated place changes: class, method, fault, and which of equal ones. */
  readonly id: string;
  readonly className: string;
  readonly method: string;
  readonly kind: MutationKind;
  /** Where the fault is, and where its statement begins: that line has the coverage. */
  readonly line: number;
  readonly statementLine: number;
  /** Offsets of the replaced text. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** A node of the parse tree; leaves have a symbol and no children. */
interface Tree {
  readonly parentCtx?: Tree | null;
  readonly children?: readonly Tree[] | null;
  readonly start: { readonly start: number; readonly line: number };
  readonly stop: { readonly stop: number };
  readonly symbol?: { readonly start: number; readonly stop: number };
}

/** The parser's classes describe the same nodes with less than is known about them here. */
function tree(node: object): Tree {
  return node as Tree;
}

const BOUNDARIES: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const RELATIONS: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const EQUALITIES: Readonly<Record<string, string>> = { '==': '!=', '!=': '==', '<>': '==', '===': '!==', '!==': '===' };
const OPERATORS: Readonly<Record<string, { kind: MutationKind; after: string }>> = {
  '&&': { kind: 'boolean operator', after: '||' },
  '||': { kind: 'boolean operator', after: '&&' },
  '+': { kind: 'arithmetic', after: '-' },
  '-': { kind: 'arithmetic', after: '+' },
  '*': { kind: 'arithmetic', after: '/' },
  '/': { kind: 'arithmetic', after: '*' },
  '+=': { kind: 'arithmetic', after: '-=' },
  '-=': { kind: 'arithmetic', after: '+=' },
  '*=': { kind: 'arithmetic', after: '/=' },
  '/=': { kind: 'arithmetic', after: '*=' }
};
/** A minus sign is forgotten. */
const STEPS: Readonly<Record<string, string>> = { '++': '--', '--': '++', '-': '' };
/** In place of a condition that a query has lost: every row meets it. */
const ANY_ROW = 'Id != NULL';

/** Every mutant of a class, in source order. Annotations, searches and `when` values are left as they are. */
export function mutantsOf(className: string, text: string): Mutant[] {
  const { parser } = antlr.ApexParserFactory.createLexerAndParser(text, antlr.ThrowingErrorListener.INSTANCE);
  const collector = new Collector(className, text);
  collector.visit(tree(parser.compilationUnit()), { method: '', returns: null, statementLine: 1 });
  return collector.mutants;
}

/** The source with the fault in it. */
export function applyMutant(text: string, { start, end, before, after }: Mutant): string {
  if (text.slice(start, end) !== before) throw new Error(`The source has changed: expected ${before} at ${start}`);
  return text.slice(0, start) + after + text.slice(end);
}

interface Place {
  readonly method: string;
  /** Declared type of what `return` gives, null for none. */
  readonly returns: string | null;
  readonly statementLine: number;
}

class Collector {
  readonly mutants: Mutant[] = [];
  private readonly className: string;
  private readonly text: string;
  private readonly seen = new Map<string, number>();

  constructor(className: string, text: string) {
    this.className = className;
    this.text = text;
  }

  visit(node: Tree, outer: Place): void {
    if (
      node instanceof antlr.AnnotationContext ||
      node instanceof antlr.SoslLiteralContext ||
      node instanceof antlr.WhenLiteralContext ||
      node instanceof antlr.BoundExpressionContext
    )
      return;
    const place = placeOf(node, outer);
    this.faultsOf(node, place);
    this.queryFaultsOf(node, place);
    for (const child of node.children ?? []) if (!child.symbol) this.visit(child, place);
  }

  private faultsOf(node: Tree, place: Place): void {
    const condition = conditionOf(node);
    if (condition && !(condition instanceof antlr.NegExpressionContext))
      this.replace(condition, `!(${this.source(condition)})`, 'condition', place);
    else if (condition) this.replace(condition, this.source(condition.children!.at(-1)!), 'condition', place);
    if (isOperation(node)) this.operator(node, place);
    if (node instanceof antlr.PreOpExpressionContext || node instanceof antlr.PostOpExpressionContext) this.step(node, place);
    if (node instanceof antlr.NegExpressionContext && node.BANG() && !isDecided(node))
      this.replace(node, this.source(node.children!.at(-1)!), 'negation', place);
    if (node instanceof antlr.CoalExpressionContext) this.replace(node, this.source(node.children![0]!), 'fallback', place);
    if (node instanceof antlr.LiteralPrimaryContext) this.constant(node, place);
    if (node instanceof antlr.StatementContext && isRemovable(node)) this.replace(node, '{}', 'removed statement', place);
    if (node instanceof antlr.StatementContext && isExit(node)) this.replace(node, '{}', 'removed exit', place);
    if (node instanceof antlr.ReturnStatementContext && node.expression()) this.returned(node.expression(), place);
  }

  private queryFaultsOf(node: Tree, place: Place): void {
    if (node instanceof antlr.FieldExpressionContext && this.source(node) !== ANY_ROW)
      this.replace(node, ANY_ROW, 'query condition', place);
    if (!(node instanceof antlr.FieldOrderContext)) return;
    const field = tree(node).children![0]!;
    const direction = node.DESC() ?? node.ASC();
    const end = direction ? endOf(tree(direction)) : endOf(field);
    this.add({ start: endOf(field), end, line: field.start.line }, node.DESC() ? ' ASC' : ' DESC', 'query order', place);
  }

  private operator(node: Tree, place: Place): void {
    const from = endOf(node.children![0]!);
    const between = this.text.slice(from, startOf(node.children!.at(-1)!));
    const symbol = between.trim();
    const offset = from + between.indexOf(symbol);
    const at = { start: offset, end: offset + symbol.length, line: node.start.line };
    if (BOUNDARIES[symbol]) this.add(at, BOUNDARIES[symbol], 'boundary', place);
    if (RELATIONS[symbol]) this.add(at, RELATIONS[symbol], 'relation', place);
    // A condition that is nothing but an equality is negated already.
    if (EQUALITIES[symbol] && !isDecided(node)) this.add(at, EQUALITIES[symbol], 'equality', place);
    const other = OPERATORS[symbol];
    if (other) this.add(at, other.after, other.kind, place);
  }

  private step(node: Tree, place: Place): void {
    const symbol = node.children!.find((child) => child.symbol && this.source(child) in STEPS);
    if (symbol)
      this.add({ start: startOf(symbol), end: endOf(symbol), line: node.start.line }, STEPS[this.source(symbol)]!, 'arithmetic', place);
  }

  private constant(node: antlr.LiteralPrimaryContext, place: Place): void {
    const text = this.source(tree(node));
    const literal = node.literal();
    if (literal.IntegerLiteral()) {
      this.replace(tree(node), String(Number(text) + 1), 'constant', place);
      if (Number(text) > 0) this.replace(tree(node), String(Number(text) - 1), 'constant', place);
    } else if (literal.BooleanLiteral()) this.replace(tree(node), text.toLowerCase() === 'true' ? 'false' : 'true', 'constant', place);
    else if (literal.StringLiteral()) this.replace(tree(node), text === "''" ? "'mutated'" : "''", 'constant', place);
  }

  private returned(value: antlr.ExpressionContext, place: Place): void {
    const node = tree(value);
    for (const after of otherValues(place.returns ?? '', this.source(node)))
      if (after.toLowerCase() !== this.source(node).toLowerCase()) this.replace(node, after, 'return value', place);
  }

  private replace(node: Tree, after: string, kind: MutationKind, place: Place): void {
    this.add({ start: startOf(node), end: endOf(node), line: node.start.line }, after, kind, place);
  }

  private add(at: { start: number; end: number; line: number }, after: string, kind: MutationKind, place: Place): void {
    const before = this.text.slice(at.start, at.end);
    const name = [this.className, place.method, kind, before, after].map((part) => part.replace(/\s+/g, ' ')).join('|');
    const copy = this.seen.get(name) ?? 0;
    this.seen.set(name, copy + 1);
    const { method, statementLine } = place;
    this.mutants.push({
      id: contentHash(name, String(copy)).slice(0, 12),
      className: this.className,
      method,
      kind,
      ...at,
      statementLine,
      before,
      after
    });
  }

  private source(node: Tree): string {
    return this.text.slice(startOf(node), endOf(node));
  }
}

function startOf(node: Tree): number {
  return (node.symbol ?? node.start).start;
}

function endOf(node: Tree): number {
  return (node.symbol ?? node.stop).stop + 1;
}

function placeOf(node: Tree, outer: Place): Place {
  if (node instanceof antlr.MethodDeclarationContext)
    return { ...outer, method: node.id().getText(), returns: node.typeRef()?.getText() ?? null };
  if (node instanceof antlr.ConstructorDeclarationContext) return { ...outer, method: '<init>', returns: null };
  if (node instanceof antlr.PropertyDeclarationContext) return { ...outer, method: node.id().getText(), returns: node.typeRef().getText() };
  if (node instanceof antlr.StatementContext || node instanceof antlr.FieldDeclarationContext)
    return { ...outer, statementLine: node.start.line };
  return outer;
}

/** What decides in an `if`, a loop or `?:`. */
function conditionOf(node: Tree): Tree | null {
  if (
    node instanceof antlr.IfStatementContext ||
    node instanceof antlr.WhileStatementContext ||
    node instanceof antlr.DoWhileStatementContext
  )
    return tree(node.parExpression().expression());
  return node instanceof antlr.CondExpressionContext ? tree(node.expression(0)) : null;
}

/** Whether a fault of the place around it negates the expression already. */
function isDecided(node: Tree): boolean {
  const parent = node.parentCtx;
  // A returned equality is negated as a return value.
  if (parent instanceof antlr.ParExpressionContext || parent instanceof antlr.ReturnStatementContext) return true;
  return parent instanceof antlr.CondExpressionContext && tree(parent.expression(0)) === node;
}

function isOperation(node: Tree): boolean {
  return (
    node instanceof antlr.CmpExpressionContext ||
    node instanceof antlr.EqualityExpressionContext ||
    node instanceof antlr.LogAndExpressionContext ||
    node instanceof antlr.LogOrExpressionContext ||
    node instanceof antlr.Arth1ExpressionContext ||
    node instanceof antlr.Arth2ExpressionContext ||
    node instanceof antlr.AssignExpressionContext
  );
}

/** Statements that do something and could be forgotten: calls, assignments and DML. */
function isRemovable(node: antlr.StatementContext): boolean {
  return Boolean(
    node.expressionStatement() ||
    node.insertStatement() ||
    node.updateStatement() ||
    node.deleteStatement() ||
    node.undeleteStatement() ||
    node.upsertStatement() ||
    node.mergeStatement()
  );
}

/** Statements that end a method or a turn of a loop early. What needs them to compile is not a mutant. */
function isExit(node: antlr.StatementContext): boolean {
  return Boolean(
    (node.returnStatement() && !node.returnStatement().expression()) ||
    node.continueStatement() ||
    node.breakStatement() ||
    node.throwStatement()
  );
}

const NUMBERS = new Set(['integer', 'long', 'double', 'decimal']);

/** Wrong values of a type: the opposite, the next number, nothing in it, nothing at all. */
function otherValues(type: string, value: string): string[] {
  const key = type.toLowerCase();
  if (key === 'boolean') return [`!(${value})`];
  if (NUMBERS.has(key)) return [`(${value}) + 1`, 'null'];
  if (/^(list|set|map)</.test(key)) return [`new ${type}()`, 'null'];
  return key === 'string' ? ["''", 'null'] : ['null'];
}
