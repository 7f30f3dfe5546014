import type {
  ApexParserRuleContext,
  BoundExpressionContext,
  ComparisonOperatorContext,
  CoordinateValueContext,
  ExpressionContext,
  FieldExpressionContext,
  FieldNameContext,
  FieldOrderListContext,
  FieldSpecContext,
  FieldSpecListContext,
  LimitClauseContext,
  LocationValueContext,
  LogicalExpressionContext,
  OffsetClauseContext,
  QueryContext,
  SelectEntryContext,
  SoqlFunctionContext,
  SoslLiteralContext,
  SoslLiteralAltContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
  ValueContext,
  WhereFieldExpressionContext,
  WhereLogicalExpressionContext
} from '@apexdevtools/apex-parser';
import type {
  Bind,
  Condition,
  FieldPath,
  FunctionCall,
  LocationValue,
  Operator,
  OrderItem,
  Scalar,
  SelectItem,
  SoqlQuery,
  SoslSearch,
  Value
} from './ast.ts';
import { likePattern, unescapeLiteral } from './literals.ts';

/** What the compiler needs of an inline query: the query and the expressions to evaluate for it, in bind order. */
export interface BuiltQuery {
  readonly query: SoqlQuery;
  readonly binds: ExpressionContext[];
}

export interface BuiltSearch {
  readonly search: SoslSearch;
  readonly binds: ExpressionContext[];
}

/** A construct of the grammar that the local org does not run. */
export class SoqlSyntaxError extends Error {}

/** Turns the parse tree of a query into a SoqlQuery. */
export function buildQuery(ctx: QueryContext): BuiltQuery {
  const builder = new Builder();
  const query = builder.query(ctx);
  return { query: { ...query, bindCount: builder.binds.length }, binds: builder.binds };
}

/** Turns the parse tree of a SOSL literal into a SoslSearch. */
export function buildSearch(ctx: SoslLiteralContext | SoslLiteralAltContext): BuiltSearch {
  const builder = new Builder();
  const search = builder.search(ctx);
  return { search: { ...search, bindCount: builder.binds.length }, binds: builder.binds };
}

/** antlr's accessors answer null for an absent child although their declared types do not say so. */
function present<T>(child: T): T | null {
  return child ?? null;
}

export function sourceText(ctx: ApexParserRuleContext): string {
  const stream = ctx.start.getInputStream();
  return stream && ctx.stop ? stream.getText(ctx.start.start, ctx.stop.stop) : ctx.getText();
}

type AnyLogical = WhereLogicalExpressionContext | LogicalExpressionContext;

const RESERVED = new Set(['where', 'with', 'group', 'order', 'limit', 'offset', 'having', 'for', 'using', 'all', 'update']);

class Builder {
  readonly binds: ExpressionContext[] = [];

  query(ctx: QueryContext): SoqlQuery {
    const { from, alias } = this.source(ctx);
    const withClause = present(ctx.withClause());
    const groupBy = present(ctx.groupByClause());
    const where = present(ctx.whereClause());
    const having = groupBy ? present(groupBy.logicalExpression()) : null;
    const scope = present(ctx.usingScope());
    return {
      text: sourceText(ctx),
      from,
      alias,
      select: ctx
        .selectList()
        .selectEntry_list()
        .map((entry) => this.selectItem(entry)),
      scope: scope ? scope.soqlId().getText() : null,
      where: where ? this.logical(where.whereLogicalExpression()) : null,
      accessClause: withClause ? accessClause(withClause) : null,
      groupBy: groupBy && {
        items: groupBy
          .fieldGroupByList()
          .fieldGroupBy_list()
          .map((item) => (present(item.fieldName()) ? fieldPath(item.fieldName()) : this.functionCall(item.soqlFunction()))),
        mode: present(groupBy.ROLLUP()) ? 'rollup' : present(groupBy.CUBE()) ? 'cube' : 'plain'
      },
      having: having ? this.logical(having) : null,
      orderBy: present(ctx.orderByClause()) ? this.order(ctx.orderByClause().fieldOrderList()) : [],
      limit: this.scalar(present(ctx.limitClause())),
      offset: this.scalar(present(ctx.offsetClause())),
      allRows: present(ctx.allRowsClause()) !== null,
      forUpdate: (ctx.forClauses()?.UPDATE_list() ?? []).length > 0,
      bindCount: 0
    };
  }

  subQuery(ctx: SubQueryContext): SoqlQuery {
    const { from, alias } = this.source(ctx);
    const where = present(ctx.whereClause());
    return {
      text: sourceText(ctx),
      from,
      alias,
      select: ctx
        .subFieldList()
        .subFieldEntry_list()
        .map((entry) => this.selectItem(entry)),
      scope: null,
      where: where ? this.logical(where.whereLogicalExpression()) : null,
      accessClause: null,
      groupBy: null,
      having: null,
      orderBy: present(ctx.orderByClause()) ? this.order(ctx.orderByClause().fieldOrderList()) : [],
      limit: this.scalar(present(ctx.limitClause())),
      offset: null,
      allRows: false,
      forUpdate: false,
      bindCount: 0
    };
  }

  search(ctx: SoslLiteralContext | SoslLiteralAltContext): SoslSearch {
    const clauses = ctx.soslClauses();
    const bound = 'boundExpression' in ctx ? present(ctx.boundExpression()) : null;
    const literal = present('FindLiteral' in ctx ? ctx.FindLiteral() : ctx.FindLiteralAlt());
    const quoted = literal ? /(['{])([\s\S]*)['}]$/.exec(literal.getText()) : null;
    const group = present(clauses.searchGroup());
    const modes = clauses.soslWithClause_list();
    for (const mode of modes) {
      if (!present(mode.USER_MODE()) && !present(mode.SYSTEM_MODE())) {
        throw new SoqlSyntaxError(`Not implemented in the local org: SOSL ${sourceText(mode)}`);
      }
    }
    return {
      text: sourceText(ctx),
      term: bound ? this.bind(bound) : { kind: 'text', value: unescapeLiteral(quoted?.[2] ?? '') },
      group: group
        ? (group
            .getText()
            .toUpperCase()
            .replace(/^IN|FIELDS$/g, '') as SoslSearch['group'])
        : 'ALL',
      returning: present(clauses.fieldSpecList()) ? this.fieldSpecs(clauses.fieldSpecList()) : [],
      accessClause: modes.length === 0 ? null : present(modes[0]!.USER_MODE()) ? 'USER_MODE' : 'SYSTEM_MODE',
      limit: this.scalar(present(clauses.limitClause())),
      bindCount: 0
    };
  }

  private fieldSpecs(list: FieldSpecListContext): SoqlQuery[] {
    return [this.fieldSpec(list.fieldSpec()), ...list.fieldSpecList_list().flatMap((rest) => this.fieldSpecs(rest))];
  }

  private fieldSpec(ctx: FieldSpecContext): SoqlQuery {
    if (present(ctx.LISTVIEW())) throw new SoqlSyntaxError('Not implemented in the local org: SOSL USING LISTVIEW');
    const fields = present(ctx.fieldList());
    const names = fields ? splitFieldList(fields.getText()) : ['Id'];
    const where = present(ctx.logicalExpression());
    const order = present(ctx.fieldOrderList());
    return {
      text: sourceText(ctx),
      from: ctx.soslId(0).getText(),
      alias: null,
      select: names.map((name) => ({ kind: 'expression', expression: { kind: 'field', path: name.split('.') }, alias: null })),
      scope: null,
      where: where ? this.logical(where) : null,
      accessClause: null,
      groupBy: null,
      having: null,
      orderBy: order ? this.order(order) : [],
      limit: this.scalar(present(ctx.limitClause())),
      offset: this.scalar(present(ctx.offsetClause())),
      allRows: false,
      forUpdate: false,
      bindCount: 0
    };
  }

  private source(ctx: QueryContext | SubQueryContext): { from: string; alias: string | null } {
    const list = ctx.fromNameList();
    if (list.fieldName_list().length > 1) throw new SoqlSyntaxError('Not implemented in the local org: several names in FROM');
    const alias = list.soqlId_list()[0];
    // The grammar takes a clause that is cut short (`FROM Account WHERE`) for an alias.
    if (alias && RESERVED.has(alias.getText().toLowerCase())) throw new SoqlSyntaxError(`unexpected token: '${alias.getText()}'`);
    return { from: list.fieldName(0).getText(), alias: alias ? alias.getText() : null };
  }

  private selectItem(ctx: SelectEntryContext | SubFieldEntryContext): SelectItem {
    const alias = present(ctx.soqlId())?.getText() ?? null;
    if (present(ctx.subQuery())) return { kind: 'subquery', query: this.subQuery(ctx.subQuery()), alias };
    if (present(ctx.typeOf())) return typeOf(ctx.typeOf());
    if (present(ctx.fieldName())) return { kind: 'expression', expression: fieldPath(ctx.fieldName()), alias };
    const call = ctx.soqlFunction();
    if (present(call.FIELDS())) {
      return { kind: 'fields', set: call.soqlFieldsParameter().getText().toUpperCase() as 'ALL' | 'STANDARD' | 'CUSTOM' };
    }
    return { kind: 'expression', expression: this.functionCall(call), alias };
  }

  private functionCall(ctx: SoqlFunctionContext): FunctionCall {
    const name = (ctx.getChild(0)?.getText() ?? '').toUpperCase();
    if (name === 'DISTANCE') return this.distance(ctx);
    const nested = present(ctx.soqlFunction());
    if (nested) return { kind: 'function', name, argument: this.functionCall(nested) };
    const date = present(ctx.dateFieldName());
    if (date) {
      return { kind: 'function', name, argument: fieldPath(date.fieldName()), convertTimezone: present(date.CONVERT_TIMEZONE()) !== null };
    }
    return { kind: 'function', name, argument: present(ctx.fieldName()) ? fieldPath(ctx.fieldName()) : null };
  }

  private distance(ctx: SoqlFunctionContext): FunctionCall {
    const place = (value: LocationValueContext): LocationValue => {
      if (present(value.fieldName())) return fieldPath(value.fieldName());
      if (present(value.boundExpression())) throw new SoqlSyntaxError('Not implemented in the local org: a bound location in DISTANCE()');
      const [latitude, longitude] = value.coordinateValue_list().map((each) => this.coordinate(each));
      return { kind: 'point', latitude: latitude!, longitude: longitude! };
    };
    const [from, to] = ctx.locationValue_list().map(place);
    const unit = ctx.StringLiteral().getText().slice(1, -1);
    return { kind: 'function', name: 'DISTANCE', argument: null, distance: { from: from!, to: to!, unit } };
  }

  private coordinate(ctx: CoordinateValueContext): Value {
    return present(ctx.boundExpression()) ? this.bind(ctx.boundExpression()) : { kind: 'number', text: ctx.getText().replace(/^\+/, '') };
  }

  private logical(ctx: AnyLogical): Condition {
    const parts = 'whereConditionalExpression_list' in ctx ? ctx.whereConditionalExpression_list() : ctx.conditionalExpression_list();
    const terms = parts.map((part): Condition => {
      const nested = 'whereLogicalExpression' in part ? present(part.whereLogicalExpression()) : present(part.logicalExpression());
      if (nested) return this.logical(nested);
      return 'whereFieldExpression' in part ? this.whereField(part.whereFieldExpression()) : this.comparison(part.fieldExpression());
    });
    if (present(ctx.NOT())) return { kind: 'not', term: terms[0]! };
    if (terms.length === 1) return terms[0]!;
    return { kind: ctx.SOQLOR_list().length > 0 ? 'or' : 'and', terms };
  }

  private whereField(ctx: WhereFieldExpressionContext): Condition {
    if (present(ctx.FORMULA())) throw new SoqlSyntaxError('Not implemented in the local org: SOQL FORMULA()');
    return this.comparison(ctx.fieldExpression());
  }

  private comparison(ctx: FieldExpressionContext): Condition {
    const left = present(ctx.fieldName()) ? fieldPath(ctx.fieldName()) : this.functionCall(ctx.soqlFunction());
    return { kind: 'compare', left, operator: operator(ctx.comparisonOperator()), value: this.value(ctx.value()) };
  }

  private value(ctx: ValueContext): Value {
    if (present(ctx.subQuery())) return { kind: 'subquery', query: this.subQuery(ctx.subQuery()) };
    if (present(ctx.valueList()))
      return {
        kind: 'list',
        values: ctx
          .valueList()
          .value_list()
          .map((value) => this.value(value))
      };
    if (present(ctx.boundExpression())) return this.bind(ctx.boundExpression());
    if (present(ctx.NULL())) return { kind: 'null' };
    if (present(ctx.BooleanLiteral())) return { kind: 'boolean', value: ctx.getText().toLowerCase() === 'true' };
    if (present(ctx.signedNumber()))
      return {
        kind: 'number',
        text: ctx
          .getText()
          .replace(/^\+/, '')
          .replace(/[dDlL]$/, '')
      };
    if (present(ctx.StringLiteral())) return stringValue(ctx.getText().slice(1, -1));
    if (present(ctx.MultilineStringLiteral()))
      return stringValue(
        ctx
          .getText()
          .slice(3, -3)
          .replace(/^\r?\n/, '')
      );
    if (present(ctx.DateTimeLiteral())) return { kind: 'datetime', text: ctx.getText() };
    if (present(ctx.DateLiteral())) return { kind: 'date', text: ctx.getText() };
    if (present(ctx.TimeLiteral())) return { kind: 'time', text: ctx.getText() };
    if (present(ctx.dateFormula())) return dateLiteral(ctx.getText());
    throw new SoqlSyntaxError(`Not implemented in the local org: SOQL value ${ctx.getText()}`);
  }

  private bind(ctx: BoundExpressionContext): Bind {
    const expression = ctx.expression();
    this.binds.push(expression);
    return { kind: 'bind', index: this.binds.length - 1, text: sourceText(expression) };
  }

  private scalar(ctx: LimitClauseContext | OffsetClauseContext | null): Scalar | null {
    if (!ctx) return null;
    if (present(ctx.boundExpression())) return this.bind(ctx.boundExpression());
    return { kind: 'integer', value: Number(ctx.IntegerLiteral().getText()) };
  }

  private order(list: FieldOrderListContext): OrderItem[] {
    return list.fieldOrder_list().map((item) => ({
      expression: present(item.fieldName()) ? fieldPath(item.fieldName()) : this.functionCall(item.soqlFunction()),
      descending: present(item.DESC()) !== null,
      nulls: present(item.FIRST()) ? 'first' : present(item.LAST()) ? 'last' : null
    }));
  }
}

function fieldPath(ctx: FieldNameContext): FieldPath {
  return { kind: 'field', path: ctx.soqlId_list().map((id) => id.getText()) };
}

function typeOf(ctx: TypeOfContext): SelectItem {
  const otherwise = present(ctx.elseClause());
  return {
    kind: 'typeof',
    path: fieldPath(ctx.fieldName()),
    whens: ctx.whenClause_list().map((when) => ({
      object: when.fieldName().getText(),
      fields: when.fieldNameList().fieldName_list().map(fieldPath)
    })),
    otherwise: otherwise ? otherwise.fieldNameList().fieldName_list().map(fieldPath) : []
  };
}

function operator(ctx: ComparisonOperatorContext): Operator {
  const text = ctx.getText().toUpperCase();
  if (text === 'NOTIN') return 'NOT IN';
  return (text === '<>' ? '!=' : text) as Operator;
}

function stringValue(raw: string): Value {
  return { kind: 'string', value: unescapeLiteral(raw), pattern: likePattern(raw) };
}

function dateLiteral(text: string): Value {
  const [name = '', n] = text.toUpperCase().split(':');
  return { kind: 'dateLiteral', name, n: n === undefined ? null : Number(n) };
}

function accessClause(ctx: NonNullable<ReturnType<QueryContext['withClause']>>): SoqlQuery['accessClause'] {
  if (present(ctx.SECURITY_ENFORCED())) return 'SECURITY_ENFORCED';
  if (present(ctx.USER_MODE())) return 'USER_MODE';
  if (present(ctx.SYSTEM_MODE())) return 'SYSTEM_MODE';
  throw new SoqlSyntaxError(`Not implemented in the local org: SOQL ${sourceText(ctx)}`);
}

/** The grammar nests SOSL field lists; their text without blanks is a comma list of plain names. */
function splitFieldList(text: string): string[] {
  const names = text.split(',');
  const call = names.find((name) => name.includes('('));
  if (call) throw new SoqlSyntaxError(`Not implemented in the local org: SOSL function ${call}`);
  return names;
}
