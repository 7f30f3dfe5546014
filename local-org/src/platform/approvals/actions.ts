import type { ObjectModel } from '../../metadata/model.ts';
import { current } from '../../runtime/execution.ts';
import type { ApexId } from '../../runtime/values/id.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { queueId, userId } from './approvers.ts';
import { ApprovalError } from './errors.ts';
import { evaluate, fieldValue } from './formula.ts';
import type { Action, FieldUpdate } from './model.ts';
import { fieldUpdate } from './model.ts';
import { loadRecord } from './records.ts';

/**
 * Field updates of a stage, saved together: they run the object's triggers but no validation rules. Each formula sees the
 * values that the updates before it have set.
 */
export function runActions(actions: readonly Action[], object: ObjectModel, recordId: ApexId): void {
  const { model } = current().org;
  const updates = actions.map((action) => {
    if (action.type !== 'FieldUpdate')
      throw new Error(`Not implemented in the local org: approval action ${action.name} of type ${action.type}`);
    return fieldUpdate(model, object.name, action.name);
  });
  if (updates.length === 0) return;
  const record = loadRecord(object, recordId);
  if (!record) throw new ApprovalError('ENTITY_IS_DELETED', 'entity is deleted');
  const change = new SObject(object.name, { Id: recordId });
  for (const update of updates) {
    const value = updatedValue(update, object, record);
    const { name } = object.fields.get(update.field.toLowerCase())!;
    change.put(name, value);
    record.put(name, value);
  }
  // The process saves the record, not the program: Approval.process has been counted already.
  current().limits.dmlStatements -= 1;
  const [result] = current().org.database.update([change], { access: 'system', allOrNone: true, bypassValidation: true });
  const error = result?.errors[0];
  if (error) throw new ApprovalError(error.statusCode, error.message);
}

/** What a field update writes to a record of the object. */
export function updatedValue(update: FieldUpdate, object: ObjectModel, record: SObject): unknown {
  const field = object.fields.get(update.field.toLowerCase());
  if (!field) throw new Error(`Field update ${update.name} names ${object.name}.${update.field}, which does not exist`);
  switch (update.operation) {
    case 'Literal':
      return fieldValue(field, update.literal ?? '');
    case 'Formula':
      return evaluate(update.formula ?? '', object, record, field);
    case 'Null':
      return null;
    case 'LookupValue':
      return update.lookupValueType === 'Queue' ? queueId(update.lookupValue ?? '') : userId(update.lookupValue ?? '');
    case 'NextValue':
    case 'PreviousValue': {
      const values = (field.picklist?.values ?? []).filter((each) => each.active).map((each) => each.value);
      const at = values.indexOf(String(record.get(field.name) ?? ''));
      return values[at + (update.operation === 'NextValue' ? 1 : -1)] ?? record.get(field.name);
    }
    default:
      throw new Error(`Not implemented in the local org: field update operation ${update.operation}`);
  }
}
