import { current } from '../../runtime/execution.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { selectRows } from '../rows.ts';
import { ApprovalError } from './errors.ts';
import type { ApprovalProcess, ApprovalStep } from './model.ts';

/** Who a step is assigned to: users and queues, by id. */
export function approversOf(
  process: ApprovalProcess,
  step: ApprovalStep,
  record: SObject,
  submitter: ApexId,
  chosen: readonly ApexId[]
): ApexId[] {
  if (step.approvers.length === 0) return adHoc(chosen);
  const found = step.approvers.flatMap((approver) => {
    switch (approver.type) {
      case 'adhoc':
        return adHoc(chosen);
      case 'user':
        return [userId(approver.name ?? '')];
      case 'queue':
        return [queueId(approver.name ?? '')];
      case 'relatedUserField':
        return [relatedUser(record, approver.name ?? '')];
      case 'userHierarchyField':
        return [hierarchyUser(process, approver.name ?? process.hierarchyField ?? 'Manager', record, submitter)];
      default:
        throw new Error(`Not implemented in the local org: approver of type ${approver.type}`);
    }
  });
  return [...new Map(found.map((id) => [id.value, id])).values()];
}

function adHoc(chosen: readonly ApexId[]): ApexId[] {
  if (chosen.length === 0) throw new ApprovalError('REQUIRED_FIELD_MISSING', 'missing required field: [nextApproverIds]');
  return [...chosen];
}

export function userId(username: string): ApexId {
  const [row] = selectRows('SELECT Id FROM User WHERE Username = :username LIMIT 1', { username });
  if (!row) throw new ApprovalError('INVALID_CROSS_REFERENCE_KEY', `No user has the username ${username}`);
  return row.get('Id') as ApexId;
}

export function queueId(name: string): ApexId {
  const [row] = selectRows("SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = :name LIMIT 1", { name });
  if (!row) throw new ApprovalError('INVALID_CROSS_REFERENCE_KEY', `No queue is named ${name}`);
  return row.get('Id') as ApexId;
}

/** `Owner`, `Channel_Manager__c`: a lookup of the record to a user. */
function relatedUser(record: SObject, name: string): ApexId {
  return activeUser(record.get(lookupField(name)), record.objectName, name);
}

function hierarchyUser(process: ApprovalProcess, field: string, record: SObject, submitter: ApexId): ApexId {
  const owner = record.get('OwnerId');
  const from = process.hierarchyOfOwner && owner instanceof ApexId ? owner : submitter;
  const name = lookupField(field);
  const [row] = selectRows(`SELECT ${name} FROM User WHERE Id = :id`, { id: from });
  return activeUser(row?.get(name), 'User', field);
}

/** The user a lookup names: an empty one, or one of a user who has left, leaves the step without approver. */
function activeUser(value: unknown, object: string, field: string): ApexId {
  const active =
    value instanceof ApexId && selectRows('SELECT IsActive FROM User WHERE Id = :value', { value })[0]?.get('IsActive') !== false;
  if (active) return value;
  const label = current().org.model.objects.get(object.toLowerCase())?.fields.get(lookupField(field).toLowerCase())?.label ?? field;
  throw new ApprovalError(
    'MANAGER_NOT_DEFINED',
    `This approval request requires the next approver to be determined by the ${label.replace(/ ID$/, '')} field. This value is empty. Please contact your administrator for more information.`
  );
}

function lookupField(name: string): string {
  return name.endsWith('__c') || name.endsWith('Id') ? name : `${name}Id`;
}

/** Whether a user may answer for an actor: it is the user, or a queue the user is in. */
export function actsFor(actor: ApexId, user: ApexId): boolean {
  if (actor.equals(user)) return true;
  return selectRows('SELECT Id FROM GroupMember WHERE GroupId = :actor AND UserOrGroupId = :user LIMIT 1', { actor, user }).length > 0;
}
