import type { Org } from '../../org.ts';
import { current } from '../../runtime/execution.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import type { LocalPlatform } from '../../platform/local-platform.ts';
import { ApprovalError } from '../../platform/approvals/errors.ts';
import { actsFor } from '../../platform/approvals/approvers.ts';
import { isAdministrator } from '../../platform/access.ts';
import { HttpError } from './http-error.ts';
import { query, recordId } from './rows.ts';
import { fieldValueToJson } from './field-values.ts';

export interface ApprovalStepJson {
  readonly id: string;
  readonly status: string;
  readonly at: string | null;
  readonly assignedTo: string;
  readonly actor: string;
  readonly comments: string | null;
}

export interface ApprovalHistory {
  readonly steps: readonly ApprovalStepJson[];
  /** The request the user may decide now. */
  readonly workitemId: string | null;
}

/** Steps of every approval of a record, newest first, and what the user may decide. The record itself must be readable. */
export function approvalHistory(id: string, objectName: string): ApprovalHistory {
  const target = recordId(id);
  if (query(`SELECT Id FROM ${objectName} WHERE Id = :id`, { id: target }).length === 0)
    throw new HttpError(404, 'The record does not exist or you do not have access to it.');
  const steps = query(
    'SELECT Id, StepStatus, CreatedDate, Comments, OriginalActorId, ActorId FROM ProcessInstanceStep WHERE ProcessInstance.TargetObjectId = :id ORDER BY CreatedDate DESC, Id DESC',
    { id: target },
    'system'
  );
  const workitems = query(
    'SELECT Id, ActorId, CreatedDate FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId = :id',
    { id: target },
    'system'
  );
  const names = actorNames([
    ...steps.flatMap((step) => [step.get('OriginalActorId'), step.get('ActorId')]),
    ...workitems.map((item) => item.get('ActorId'))
  ]);
  const me = ApexId.of(current().user.id);
  const mine = workitems.find((item) => actsFor(item.get('ActorId') as ApexId, me) || isAdministrator(me));
  return {
    steps: [
      ...workitems.map((item) => stepJson(item, 'Pending', names, item.get('ActorId'), item.get('ActorId'), null)),
      ...steps.map((step) =>
        stepJson(step, String(step.get('StepStatus')), names, step.get('OriginalActorId'), step.get('ActorId'), step.get('Comments'))
      )
    ],
    workitemId: mine ? String(mine.get('Id')) : null
  };
}

function stepJson(
  row: SObject,
  status: string,
  names: ReadonlyMap<string, string>,
  assigned: unknown,
  actor: unknown,
  comments: unknown
): ApprovalStepJson {
  const at = fieldValueToJson(row.get('CreatedDate'));
  const nameOf = (id: unknown): string => names.get(String(id)) ?? '';
  return {
    id: String(row.get('Id')),
    status,
    at: at === null ? null : String(at),
    assignedTo: nameOf(assigned),
    actor: nameOf(actor),
    comments: comments === null ? null : String(comments)
  };
}

function actorNames(ids: readonly unknown[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const id of ids) {
    if (!(id instanceof ApexId) || names.has(id.value)) continue;
    const object = id.keyPrefix === '005' ? 'User' : 'Group';
    const [row] = query(`SELECT Name FROM ${object} WHERE Id = :id`, { id }, 'system');
    names.set(id.value, row ? String(row.get('Name')) : id.value);
  }
  return names;
}

/** Approves or rejects as the user, through the approval engine that Apex uses. */
export function decide(org: Org, body: unknown): { status: string } {
  const { workitemId, action, comments } = (body ?? {}) as Partial<Record<'workitemId' | 'action' | 'comments', unknown>>;
  if (action !== 'Approve' && action !== 'Reject') throw new HttpError(400, 'A request is approved or rejected.');
  try {
    const result = (org.platform as LocalPlatform).approvals.decide({
      workitemId: recordId(String(workitemId)),
      action,
      nextApproverIds: [],
      comments: typeof comments === 'string' && comments.trim() !== '' ? comments.slice(0, 4000) : null
    });
    return { status: result.status };
  } catch (error) {
    if (error instanceof ApprovalError) throw new HttpError(400, error.message);
    throw error;
  }
}
