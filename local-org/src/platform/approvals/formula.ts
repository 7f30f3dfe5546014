import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { evaluateFormula } from '../../database/formula/evaluate.ts';
import { fieldType } from '../../runtime/rows.ts';
import { BOOLEAN, DATE, DATETIME, DECIMAL, DOUBLE, ID, INTEGER } from '../../runtime/types.ts';
import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexDouble } from '../../runtime/values/double.ts';
import { ApexId } from '../../runtime/values/id.ts';

/** A formula over a record; with `target` its result takes the type of that field. */
export function evaluate(formula: string, object: ObjectModel, record: SObject, target?: FieldModel): unknown {
  return evaluateFormula(formula, object, record, target);
}

/** A literal of the metadata as a value of the field. */
export function fieldValue(field: FieldModel, literal: string): unknown {
  if (literal === '') return null;
  switch (fieldType(field)) {
    case BOOLEAN:
      return literal === '1' || literal.toLowerCase() === 'true';
    case INTEGER:
      return Number.parseInt(literal, 10);
    case DECIMAL:
      return Decimal.parse(literal);
    case DOUBLE:
      return new ApexDouble(Number(literal));
    case DATE:
      return ApexDate.parseIso(literal);
    case DATETIME:
      return new ApexDatetime(Date.parse(literal));
    case ID:
      return ApexId.of(literal);
    default:
      return literal;
  }
}
