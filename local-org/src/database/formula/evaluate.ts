import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { current } from '../../runtime/execution.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import type { LocalDatabase } from '../engine.ts';

/** Evaluates a formula over a row of the running org; with `target` the result takes that field's type. */
export function evaluateFormula(formula: string, object: ObjectModel, record: SObject, target?: FieldModel): unknown {
  const { formulas } = current().org.database as LocalDatabase;
  return target
    ? formulas.value(object, formula, { values: record.values }, target)
    : formulas.raw(object, formula, { values: record.values });
}
