import type { ObjectModel, OrgModel, XmlObject } from '../../metadata/model.ts';
import { current } from '../../runtime/execution.ts';
import type { ApexId } from '../../runtime/values/id.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { FormulaRecord } from '../../database/formula/scope.ts';
import type { Formulas } from '../../database/formula/formulas.ts';
import type { RecordValues } from '../../database/records.ts';
import { updatedValue } from '../approvals/actions.ts';
import { meets } from '../approvals/criteria.ts';
import { criteria, fieldUpdate } from '../approvals/model.ts';
import type { Criteria, FieldUpdate } from '../approvals/model.ts';
import { child, children, component, flag, text } from '../xml.ts';

type Moment = 'onCreateOnly' | 'onAllChanges' | 'onCreateOrTriggeringUpdate';

interface WorkflowRule {
  readonly name: string;
  readonly moment: Moment;
  readonly criteria: Criteria;
  readonly updates: readonly (FieldUpdate & { readonly reevaluate: boolean })[];
}

/** A row that was saved, and the record before the save; null when it is new. */
export interface SavedRow {
  readonly row: SObject;
  readonly before: RecordValues | null;
}

/** What the rules write to one row, and whether it is to be looked at again with that. */
export interface WorkflowChange {
  readonly saved: SavedRow;
  readonly change: SObject;
  readonly reevaluate: boolean;
}

const known = new WeakMap<OrgModel, Map<string, readonly WorkflowRule[]>>();

/** Active rules of an object with their immediate actions. Actions with a delay never become due here. */
function rulesOf(model: OrgModel, object: ObjectModel): readonly WorkflowRule[] {
  let byObject = known.get(model);
  if (!byObject) known.set(model, (byObject = new Map()));
  let rules = byObject.get(object.name);
  if (!rules) byObject.set(object.name, (rules = readRules(model, object.name)));
  return rules;
}

function readRules(model: OrgModel, objectName: string): WorkflowRule[] {
  const body = component(model, 'Workflow', objectName)?.body;
  return children(body, 'rules')
    .filter((rule) => flag(rule, 'active'))
    .map((rule) => {
      const name = text(rule, 'fullName') ?? '';
      return {
        name,
        moment: (text(rule, 'triggerType') ?? 'onCreateOrTriggeringUpdate') as Moment,
        criteria: criteria(rule)!,
        updates: children(rule, 'actions').map((action) => ruleUpdate(model, objectName, name, body, action))
      };
    });
}

function ruleUpdate(model: OrgModel, objectName: string, rule: string, workflow: XmlObject | undefined, action: XmlObject) {
  const [type, name] = [text(action, 'type') ?? '', text(action, 'name') ?? ''];
  if (type !== 'FieldUpdate')
    throw new Error(`Not implemented in the local org: action ${name} of type ${type} in workflow rule ${objectName}.${rule}`);
  const update = children(workflow, 'fieldUpdates').find((each) => text(each, 'fullName') === name);
  if (text(update, 'targetObject') !== undefined)
    throw new Error(`Not implemented in the local org: field update ${name} of workflow rule ${objectName}.${rule} on the parent record`);
  return { ...fieldUpdate(model, objectName, name), reevaluate: flag(update, 'reevaluateOnChange') };
}

/** The field updates that the rules ask for, one change per row; each update sees those before it. */
export function workflowChanges(object: ObjectModel, saved: readonly SavedRow[]): WorkflowChange[] {
  const rules = rulesOf(current().org.model, object);
  if (rules.length === 0) return [];
  return saved.flatMap((each) => {
    const due = rules.filter((rule) => isDue(rule, object, each));
    if (due.length === 0) return [];
    const row = each.row.copy();
    const change = new SObject(object.name, { Id: row.get('Id') as ApexId });
    const updates = due.flatMap((rule) => rule.updates);
    for (const update of updates) {
      const value = updatedValue(update, object, row);
      const { name } = object.fields.get(update.field.toLowerCase())!;
      row.values.set(name, value);
      change.values.set(name, value);
    }
    return change.values.size > 1 ? [{ saved: each, change, reevaluate: updates.some(({ reevaluate }) => reevaluate) }] : [];
  });
}

function isDue(rule: WorkflowRule, object: ObjectModel, { row, before }: SavedRow): boolean {
  if (before !== null && rule.moment === 'onCreateOnly') return false;
  if (!holds(rule, object, { values: row.values, before })) return false;
  if (before === null || rule.moment === 'onAllChanges') return true;
  // An update starts the rule when it is what made the criteria true. Whether a field changed is true at every change.
  return asksForChanges(rule) || !holds(rule, object, { values: before, before: null });
}

function asksForChanges(rule: WorkflowRule): boolean {
  return /\b(ISCHANGED|PRIORVALUE|ISNEW)\s*\(/i.test(rule.criteria.formula ?? '');
}

function holds(rule: WorkflowRule, object: ObjectModel, record: FormulaRecord): boolean {
  const { formula } = rule.criteria;
  if (formula === null) return meets(rule.criteria, object, withFormulas(object, record));
  return formulas().condition(object, formula, record);
}

function withFormulas(object: ObjectModel, record: FormulaRecord): SObject {
  const row = new SObject(object.name);
  for (const [name, value] of record.values) row.values.set(name, value);
  for (const field of object.fields.values())
    if (field.formula !== undefined) row.values.set(field.name, formulas().fieldValue(object, field, record.values));
  return row;
}

function formulas(): Formulas {
  return (current().org.database as unknown as { formulas: Formulas }).formulas;
}

/** Flows that a save of these rows would start: they are not run here, and leaving them out would be silent. */
export function refuseFlows(object: ObjectModel, event: 'Create' | 'Update' | 'Delete'): void {
  const flow = flowsOf(current().org.model).find(
    (each) => each.object.toLowerCase() === object.name.toLowerCase() && each.events.includes(event)
  );
  if (flow) throw new Error(`Not implemented in the local org: record-triggered flow ${flow.name} on ${object.name}`);
}

interface RecordFlow {
  readonly name: string;
  readonly object: string;
  readonly events: readonly string[];
}

const flows = new WeakMap<OrgModel, readonly RecordFlow[]>();

function flowsOf(model: OrgModel): readonly RecordFlow[] {
  let found = flows.get(model);
  if (!found)
    flows.set(model, (found = [...(model.components.get('flow')?.values() ?? [])].flatMap(({ name, body }) => recordFlow(name, body))));
  return found;
}

/** Active record-triggered flows, and processes, which came before them. Scheduled paths alone start nothing in a transaction. */
function recordFlow(name: string, body: XmlObject): RecordFlow[] {
  if (text(body, 'status') !== 'Active') return [];
  const start = child(body, 'start');
  const moment = text(start, 'triggerType') ?? '';
  if (moment === 'RecordBeforeSave' || moment === 'RecordAfterSave' || moment === 'RecordBeforeDelete') {
    const object = text(start, 'object') ?? '';
    const events = { Create: ['Create'], Update: ['Update'], CreateAndUpdate: ['Create', 'Update'], Delete: ['Delete'] };
    return [{ name, object, events: events[(text(start, 'recordTriggerType') ?? 'Create') as keyof typeof events] }];
  }
  if (text(body, 'processType') !== 'Workflow') return [];
  const value = (key: string): string =>
    text(
      child(
        children(body, 'processMetadataValues').find((each) => text(each, 'name') === key),
        'value'
      ),
      'stringValue'
    ) ?? '';
  return [{ name, object: value('ObjectType'), events: value('TriggerType') === 'onCreateOnly' ? ['Create'] : ['Create', 'Update'] }];
}
