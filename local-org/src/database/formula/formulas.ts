import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { encode } from '../codec.ts';
import type { Stored } from '../codec.ts';
import type { Engine } from '../dml/work.ts';
import { filterCondition } from '../filters.ts';
import { interpret } from './interpreter.ts';
import { FormulaError, parseFormula } from './parse.ts';
import { RecordScope } from './scope.ts';
import type { FormulaRecord } from './scope.ts';
import { truth, text } from './values.ts';
import type { FormulaValue } from './values.ts';

/** Formulas of the org: formula fields, validation rules, default values, entry criteria. */
export class Formulas {
  private readonly engine: Engine;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** Value of a formula field over a record, in the field's type. A formula that fails (`#Error!`) has no value. */
  fieldValue(object: ObjectModel, field: FieldModel, values: ReadonlyMap<string, unknown>): unknown {
    return this.value(object, field.formula!, { values }, field);
  }

  /** A formula over a record, converted to the type of `target`. */
  value(object: ObjectModel, formula: string, record: FormulaRecord, target: FieldModel): unknown {
    const scope = new RecordScope(this.engine, object, record, target.blankAsZero ?? true);
    let value: FormulaValue;
    try {
      value = interpret(parseFormula(formula), scope);
    } catch (error) {
      if (error instanceof FormulaError && /Division by zero|Invalid (number|date)/.test(error.message))
        return target.type === 'Boolean' ? false : null;
      throw named(error, `${object.name}.${target.name}`);
    }
    return convert(value, target);
  }

  /** A formula over a record as it comes out: text, number, boolean, date or null. */
  raw(object: ObjectModel, formula: string, record: FormulaRecord): FormulaValue {
    try {
      return interpret(parseFormula(formula), new RecordScope(this.engine, object, record, false));
    } catch (error) {
      throw named(error, object.name);
    }
  }

  condition(object: ObjectModel, formula: string, record: FormulaRecord): boolean {
    return truth(this.raw(object, formula, record));
  }

  /** A default value: a formula that cannot see the record. */
  defaultValue(object: ObjectModel, field: FieldModel): unknown {
    return this.value(object, field.defaultValue!, { values: new Map() }, field);
  }

  /** What SQL gets for a formula field of the stored record `id`: `formula('Deal__c.Total__c', id)`. */
  stored(path: string, id: string | null): Stored {
    if (id === null) return null;
    const [objectName = '', fieldName = ''] = path.split('.');
    const object = this.engine.model.objects.get(objectName.toLowerCase())!;
    const field = object.fields.get(fieldName.toLowerCase())!;
    const record = this.engine.load(object, [id]).get(id);
    return record ? encode(field, this.fieldValue(object, field, record)) : null;
  }

  filterSql(object: ObjectModel, fieldName: string, operation: string, value: string, parameters: Stored[]): string {
    return filterCondition(object, fieldName, operation, value, (parameter) => `?${parameters.push(parameter)}`);
  }
}

function convert(value: FormulaValue, target: FieldModel): unknown {
  if (value === null || value === '') return target.type === 'Boolean' ? false : null;
  switch (target.type) {
    case 'Boolean':
      return truth(value);
    case 'Double':
    case 'Currency':
      return value instanceof Decimal ? value.setScale(target.scale ?? 2, 'HALF_UP') : mismatch(target);
    case 'Percent':
      return value instanceof Decimal ? value.multiply(Decimal.fromInteger(100)).setScale(target.scale ?? 2, 'HALF_UP') : mismatch(target);
    case 'Integer':
      return value instanceof Decimal ? Number(value.truncate()) : mismatch(target);
    case 'Date':
      return value instanceof ApexDatetime ? value.date() : value instanceof ApexDate ? value : mismatch(target);
    case 'DateTime':
      return value instanceof ApexDate ? ApexDatetime.startOfDay(value) : value instanceof ApexDatetime ? value : mismatch(target);
    case 'Time':
      return value;
    default:
      return text(value);
  }
}

function mismatch(target: FieldModel): never {
  throw new FormulaError(`The formula of ${target.name} does not give a ${target.type}`);
}

function named(error: unknown, where: string): unknown {
  if (error instanceof FormulaError && !error.message.startsWith('Formula of'))
    return new FormulaError(`Formula of ${where}: ${error.message}`);
  return error;
}
