import { ApexFormula } from '../../database/formula/apex.ts';
import { FormulaError } from '../../database/formula/parse.ts';
import type { FormulaValue } from '../../database/formula/values.ts';
import { text } from '../../database/formula/values.ts';
import type { LocalDatabase } from '../../database/engine.ts';
import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { platformType, sobjectType, STRING } from '../../runtime/types.ts';
import type { ApexType } from '../../runtime/type.ts';
import { SObjectTypeToken } from '../../runtime/schema/tokens.ts';
import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexDouble } from '../../runtime/values/double.ts';
import { definePlatformEnum } from '../../runtime/values/enum.ts';
import type { ApexEnum } from '../../runtime/values/enum.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexSet } from '../../runtime/values/set.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { ApexTime } from '../../runtime/values/time.ts';
import type { TypeToken } from '../../runtime/values/type-token.ts';

definePlatformEnum('FormulaEval.FormulaReturnType', [
  'BOOLEAN',
  'DATE',
  'DATETIME',
  'DECIMAL',
  'DOUBLE',
  'ID',
  'INTEGER',
  'LONG',
  'STRING',
  'TIME'
]);

class FormulaBuilder {
  source: string | null = null;
  type: ApexType | null = null;
  returns: string | null = null;
  template = false;
  blankAsZero = false;

  build(): FormulaInstance {
    const { source, type, returns, template, blankAsZero } = this;
    if (!source || !type || !returns)
      return throwApex('System.FormulaValidationException', 'A formula needs its text, its context type and its return type');
    try {
      return new FormulaInstance(new ApexFormula(source, type, { template, blankAsZero }), returns);
    } catch (error) {
      if (error instanceof FormulaError) throwApex('System.FormulaValidationException', error.message);
      throw error;
    }
  }
}

class FormulaInstance {
  readonly formula: ApexFormula;
  readonly returns: string;
  constructor(formula: ApexFormula, returns: string) {
    this.formula = formula;
    this.returns = returns;
  }

  evaluate(context: unknown): unknown {
    try {
      return converted(this.formula.evaluate(context), this.returns);
    } catch (error) {
      if (error instanceof FormulaError) throwApex('System.FormulaEvaluationException', error.message);
      throw error;
    }
  }
}

/** A formula's value as the Apex type it was asked for. */
function converted(value: FormulaValue, returns: string): unknown {
  if (value === null || (value === '' && returns !== 'STRING')) return null;
  switch (returns) {
    case 'BOOLEAN':
      return typeof value === 'boolean' ? value : mismatch(returns);
    case 'DATE':
      return value instanceof ApexDatetime ? value.date() : value instanceof ApexDate ? value : mismatch(returns);
    case 'DATETIME':
      return value instanceof ApexDatetime ? value : value instanceof ApexDate ? ApexDatetime.startOfDay(value) : mismatch(returns);
    case 'TIME':
      return value instanceof ApexTime ? value : mismatch(returns);
    case 'STRING':
      return typeof value === 'string' ? value : text(value);
    case 'ID':
      return typeof value === 'string' ? ApexId.of(value) : mismatch(returns);
    default:
      return value instanceof Decimal ? numeric(value, returns) : mismatch(returns);
  }
}

function numeric(value: Decimal, returns: string): unknown {
  if (returns === 'INTEGER') return Number(value.truncate());
  if (returns === 'LONG') return BigInt(value.truncate());
  return returns === 'DOUBLE' ? new ApexDouble(value.toNumber()) : value;
}

function mismatch(returns: string): never {
  throw new FormulaError(`The formula does not give a ${returns}`);
}

const set =
  <T>(apply: (builder: FormulaBuilder, value: T) => void) =>
  (builder: FormulaBuilder, value: T): FormulaBuilder => {
    apply(builder, value);
    return builder;
  };

defineType({
  name: 'FormulaEval.FormulaBuilder',
  jsClass: FormulaBuilder,
  statics: { builder: () => new FormulaBuilder() },
  methods: {
    build: (builder: FormulaBuilder) => builder.build(),
    parseAsTemplate: set<boolean>((builder, value) => (builder.template = value)),
    treatNumericNullAsZero: set<boolean>((builder, value) => (builder.blankAsZero = value)),
    withFormula: set<string>((builder, value) => (builder.source = value)),
    // Every global variable can be read whether it is listed or not.
    withGlobalVariables: set<ApexList>(() => {}),
    withReturnType: set<ApexEnum>((builder, value) => (builder.returns = value.name.toUpperCase())),
    withType: set<TypeToken | SObjectTypeToken>(
      (builder, value) => (builder.type = value instanceof SObjectTypeToken ? sobjectType(value.object.name) : value.type)
    )
  }
});

defineType({
  name: 'FormulaEval.FormulaInstance',
  jsClass: FormulaInstance,
  methods: {
    evaluate: (self: FormulaInstance, context: unknown) => self.evaluate(context),
    getReferencedFields: (self: FormulaInstance) => new ApexSet(STRING, self.formula.referencedFields())
  }
});

class RecalcError {
  readonly field: string;
  readonly message: string;
  constructor(field: string, message: string) {
    this.field = field;
    this.message = message;
  }
}

class RecalcResult {
  readonly row: SObject;
  readonly errors: readonly RecalcError[];
  constructor(row: SObject, errors: readonly RecalcError[]) {
    this.row = row;
    this.errors = errors;
  }
}

/** Computes the formula fields of a row from what the row holds in memory. */
function recalculate(row: SObject): RecalcResult {
  const { model, database } = current().org;
  const object = model.objects.get(row.objectName.toLowerCase())!;
  const errors: RecalcError[] = [];
  for (const field of object.fields.values()) {
    if (field.formula === undefined) continue;
    try {
      row.values.set(field.name, (database as LocalDatabase).formulas.fieldValue(object, field, row.values));
      row.queried?.add(field.name);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      errors.push(new RecalcError(field.name, error.message));
    }
  }
  return new RecalcResult(row, errors);
}

defineType({
  name: 'System.Formula',
  statics: {
    builder: () => new FormulaBuilder(),
    recalculateFormulas: (rows: ApexList) =>
      new ApexList(platformType('System.FormulaRecalcResult'), (rows.items as SObject[]).map(recalculate))
  }
});
defineType({
  name: 'System.FormulaRecalcResult',
  jsClass: RecalcResult,
  methods: {
    getErrors: (self: RecalcResult) => new ApexList(platformType('System.FormulaRecalcFieldError'), [...self.errors]),
    getSObject: (self: RecalcResult) => self.row,
    isSuccess: (self: RecalcResult) => self.errors.length === 0
  }
});
defineType({
  name: 'System.FormulaRecalcFieldError',
  jsClass: RecalcError,
  methods: { getFieldError: (self: RecalcError) => self.message, getFieldName: (self: RecalcError) => self.field }
});
