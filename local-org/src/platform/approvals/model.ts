import type { OrgModel, XmlObject } from '../../metadata/model.ts';
import { child, children, component, componentsOf, flag, text } from '../xml.ts';

/** ApprovalProcess and Workflow metadata, in the shape the engine works with. */
export interface ApprovalProcess {
  /** `Deal_Approval`, without the object. */
  readonly name: string;
  readonly label: string;
  readonly object: string;
  readonly active: boolean;
  readonly allowRecall: boolean;
  readonly entry: Criteria | null;
  readonly steps: readonly ApprovalStep[];
  readonly submitters: readonly { readonly type: string; readonly name: string | null }[];
  /** `AdminOnly` or `AdminOrCurrentApprover`. */
  readonly recordEditability: string;
  readonly initialActions: readonly Action[];
  readonly finalApprovalActions: readonly Action[];
  readonly finalRejectionActions: readonly Action[];
  readonly recallActions: readonly Action[];
  readonly lockAfterApproval: boolean;
  readonly lockAfterRejection: boolean;
  /** User field that names the next approver, and whether it is read from the record's owner instead of the submitter. */
  readonly hierarchyField: string | null;
  readonly hierarchyOfOwner: boolean;
}

export interface ApprovalStep {
  readonly name: string;
  readonly label: string;
  readonly entry: Criteria | null;
  readonly whenNotMet: 'ApproveRecord' | 'RejectRequest' | 'GotoNextStep';
  readonly approvers: readonly { readonly type: string; readonly name: string | null }[];
  readonly unanimous: boolean;
  readonly backToPrevious: boolean;
  readonly approvalActions: readonly Action[];
  readonly rejectionActions: readonly Action[];
}

export interface Criteria {
  readonly formula: string | null;
  readonly items: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
  readonly booleanFilter: string | null;
}

export interface Action {
  readonly type: string;
  readonly name: string;
}

export interface FieldUpdate {
  readonly name: string;
  readonly field: string;
  readonly operation: string;
  readonly formula: string | null;
  readonly literal: string | null;
  readonly lookupValue: string | null;
  readonly lookupValueType: string | null;
}

/** Every process of the metadata, in the order of their full names. */
export function approvalProcesses(model: OrgModel): readonly ApprovalProcess[] {
  return componentsOf(model, 'ApprovalProcess')
    .map((each) => process(each.name, each.body))
    .sort((left, right) => left.name.localeCompare(right.name));
}

function process(fullName: string, body: XmlObject): ApprovalProcess {
  const split = fullName.indexOf('.');
  const next = child(body, 'nextAutomatedApprover');
  return {
    name: fullName.slice(split + 1),
    label: text(body, 'label') ?? fullName,
    object: fullName.slice(0, split),
    active: flag(body, 'active'),
    allowRecall: flag(body, 'allowRecall'),
    entry: criteria(child(body, 'entryCriteria')),
    steps: children(body, 'approvalStep').map(step),
    submitters: children(body, 'allowedSubmitters').map((each) => ({
      type: text(each, 'type') ?? '',
      name: text(each, 'submitter') ?? null
    })),
    recordEditability: text(body, 'recordEditability') ?? 'AdminOnly',
    initialActions: actions(child(body, 'initialSubmissionActions')),
    finalApprovalActions: actions(child(body, 'finalApprovalActions')),
    finalRejectionActions: actions(child(body, 'finalRejectionActions')),
    recallActions: actions(child(body, 'recallActions')),
    lockAfterApproval: flag(body, 'finalApprovalRecordLock'),
    lockAfterRejection: flag(body, 'finalRejectionRecordLock'),
    hierarchyField: text(next, 'userHierarchyField') ?? null,
    hierarchyOfOwner: flag(next, 'useApproverFieldOfRecordOwner')
  };
}

function step(body: XmlObject): ApprovalStep {
  const assigned = child(body, 'assignedApprover');
  const whenNotMet = (text(body, 'ifCriteriaNotMet') ?? 'GotoNextStep').toLowerCase();
  return {
    name: text(body, 'name') ?? '',
    label: text(body, 'label') ?? '',
    entry: criteria(child(body, 'entryCriteria')),
    whenNotMet: whenNotMet === 'approverecord' ? 'ApproveRecord' : whenNotMet === 'rejectrequest' ? 'RejectRequest' : 'GotoNextStep',
    approvers: children(assigned, 'approver').map((each) => ({ type: text(each, 'type') ?? '', name: text(each, 'name') ?? null })),
    unanimous: text(assigned, 'whenMultipleApprovers') === 'Unanimous',
    backToPrevious: text(child(body, 'rejectBehavior'), 'type') === 'BackToPrevious',
    approvalActions: actions(child(body, 'approvalActions')),
    rejectionActions: actions(child(body, 'rejectionActions'))
  };
}

/** Criteria of a process, a step or a workflow rule; null where there are none. */
export function criteria(body: XmlObject | undefined): Criteria | null {
  if (!body) return null;
  return {
    formula: text(body, 'formula') ?? null,
    items: children(body, 'criteriaItems').map((each) => ({
      field: text(each, 'field') ?? '',
      operation: text(each, 'operation') ?? 'equals',
      value: text(each, 'value') ?? ''
    })),
    booleanFilter: text(body, 'booleanFilter') ?? null
  };
}

function actions(body: XmlObject | undefined): readonly Action[] {
  return children(body, 'action').map((each) => ({ type: text(each, 'type') ?? '', name: text(each, 'name') ?? '' }));
}

/** A field update of the object's Workflow; an action that names none is an error of the metadata. */
export function fieldUpdate(model: OrgModel, objectName: string, name: string): FieldUpdate {
  const workflow = component(model, 'Workflow', objectName);
  const body = children(workflow?.body, 'fieldUpdates').find((each) => text(each, 'fullName') === name);
  if (!body) throw new Error(`Workflow ${objectName} has no field update ${name}`);
  return {
    name,
    field: text(body, 'field') ?? '',
    operation: text(body, 'operation') ?? '',
    formula: text(body, 'formula') ?? null,
    literal: text(body, 'literalValue') ?? null,
    lookupValue: text(body, 'lookupValue') ?? null,
    lookupValueType: text(body, 'lookupValueType') ?? null
  };
}
