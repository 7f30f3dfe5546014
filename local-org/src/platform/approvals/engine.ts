import type { ObjectModel, OrgModel } from '../../metadata/model.ts';
import { current } from '../../runtime/execution.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { nowDatetime } from '../async/jobs.ts';
import { isAdministrator } from '../access.ts';
import { lockRecord, unlockRecord } from '../locks.ts';
import { deleteRow, insertRow, selectRows, updateRow } from '../rows.ts';
import { runActions } from './actions.ts';
import { actsFor, approversOf } from './approvers.ts';
import { meets } from './criteria.ts';
import { definitionId } from './definitions.ts';
import { ApprovalError } from './errors.ts';
import type { ApprovalProcess } from './model.ts';
import { approvalProcesses } from './model.ts';
import { loadRecord } from './records.ts';

export interface SubmitRequest {
  readonly recordId: ApexId;
  readonly submitterId: ApexId;
  readonly processName: string | null;
  readonly skipEntryCriteria: boolean;
  readonly nextApproverIds: readonly ApexId[];
  readonly comments: string | null;
}

export interface WorkitemRequest {
  readonly workitemId: ApexId;
  readonly action: string;
  readonly nextApproverIds: readonly ApexId[];
  readonly comments: string | null;
}

export interface ApprovalResult {
  readonly recordId: ApexId;
  readonly instanceId: ApexId;
  readonly status: string;
  readonly actorIds: readonly ApexId[];
  readonly workitemIds: readonly ApexId[];
}

/** An approval under way. */
interface Instance {
  readonly id: ApexId;
  readonly process: ApprovalProcess;
  readonly object: ObjectModel;
  readonly recordId: ApexId;
  readonly submitterId: ApexId;
  readonly nextApproverIds: readonly ApexId[];
}

interface Assignment {
  readonly status: string;
  readonly actorIds: ApexId[];
  readonly workitemIds: ApexId[];
}

const NO_ASSIGNMENT = { actorIds: [], workitemIds: [] };

/** Native approval processes: submission, steps, decisions and what they do to the record. */
export class ApprovalEngine {
  private readonly model: OrgModel;
  private readonly processes: readonly ApprovalProcess[];

  constructor(model: OrgModel) {
    this.model = model;
    this.processes = approvalProcesses(model);
  }

  submit(request: SubmitRequest): ApprovalResult {
    const { recordId, submitterId } = request;
    const object = this.objectOf(recordId);
    const record = loadRecord(object, recordId);
    if (!record) throw new ApprovalError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    if (selectRows("SELECT Id FROM ProcessInstance WHERE TargetObjectId = :recordId AND Status = 'Pending'", { recordId }).length > 0) {
      throw new ApprovalError('ALREADY_IN_PROCESS', 'Cannot submit object already in process.');
    }
    const process = this.applicable(request, object, record);
    if (!process) throw new ApprovalError('NO_APPLICABLE_PROCESS', 'No applicable approval process was found.');
    const id = insertRow('ProcessInstance', {
      ProcessDefinitionId: definitionId(process),
      TargetObjectId: recordId,
      Status: 'Pending',
      SubmittedById: submitterId,
      LastActorId: submitterId
    });
    this.recordStep(id, 'Started', submitterId, submitterId, request.comments);
    const instance: Instance = { id, process, object, recordId, submitterId, nextApproverIds: request.nextApproverIds };
    runActions(process.initialActions, object, recordId);
    lockRecord(recordId.value);
    return this.answer(instance, this.assign(instance, 0));
  }

  decide(request: WorkitemRequest): ApprovalResult {
    const user = ApexId.of(current().user.id);
    const [workitem] = selectRows('SELECT Id, ActorId, ProcessInstanceId FROM ProcessInstanceWorkitem WHERE Id = :id', {
      id: request.workitemId
    });
    if (!workitem) throw new ApprovalError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    const instance = this.instanceOf(workitem.get('ProcessInstanceId') as ApexId, request.nextApproverIds);
    const actor = workitem.get('ActorId') as ApexId;
    switch (request.action) {
      case 'Approve':
      case 'Reject':
        if (!actsFor(actor, user) && !isAdministrator(user)) throw noAccess();
        break;
      case 'Removed':
        if (!isAdministrator(user) && !(instance.process.allowRecall && instance.submitterId.equals(user))) throw noAccess();
        break;
      default:
        throw new ApprovalError('ILLEGAL_ACTION', `Invalid action: ${request.action}. Valid actions are Approve, Reject and Removed.`);
    }
    return this.answer(instance, this.settle(instance, request, actor, user));
  }

  /** Whether a pending step of an `AdminOrCurrentApprover` process waits for this user. */
  isCurrentApprover(recordId: ApexId, user: ApexId): boolean {
    const workitems = selectRows(
      "SELECT ActorId, ProcessInstance.ProcessDefinitionId FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId = :recordId AND ProcessInstance.Status = 'Pending'",
      { recordId }
    );
    return workitems.some((row) => {
      const definition = (row.get('ProcessInstance') as SObject | null)?.get('ProcessDefinitionId');
      const process = this.processes.find((each) => definitionId(each).equals(definition));
      return process?.recordEditability === 'AdminOrCurrentApprover' && actsFor(row.get('ActorId') as ApexId, user);
    });
  }

  private settle(instance: Instance, request: WorkitemRequest, actor: ApexId, user: ApexId): Assignment {
    const { process } = instance;
    const index = this.currentStep(instance);
    const step = process.steps[index];
    if (request.action === 'Removed') {
      this.recordStep(instance.id, 'Removed', actor, user, request.comments);
      this.deleteWorkitems(instance);
      return this.end(instance, 'Removed', process.recallActions, false);
    }
    if (request.action === 'Approve') {
      this.recordStep(instance.id, 'Approved', actor, user, request.comments);
      deleteRow('ProcessInstanceWorkitem', request.workitemId);
      const left = selectRows('SELECT Id, ActorId FROM ProcessInstanceWorkitem WHERE ProcessInstanceId = :id', { id: instance.id });
      if (step?.unanimous && left.length > 0) return { status: 'Pending', ...NO_ASSIGNMENT };
      this.closeWorkitems(instance);
      this.unlocked(instance, () => runActions(step?.approvalActions ?? [], instance.object, instance.recordId));
      return this.assign(instance, index + 1);
    }
    this.recordStep(instance.id, 'Rejected', actor, user, request.comments);
    deleteRow('ProcessInstanceWorkitem', request.workitemId);
    this.closeWorkitems(instance);
    this.unlocked(instance, () => runActions(step?.rejectionActions ?? [], instance.object, instance.recordId));
    if (step?.backToPrevious && index > 0) return this.assign(instance, index - 1);
    return this.end(instance, 'Rejected', process.finalRejectionActions, process.lockAfterRejection);
  }

  /** Assigns the first step from `from` on whose criteria the record meets; past the last one the request is approved. */
  private assign(instance: Instance, from: number): Assignment {
    const { process, object, recordId } = instance;
    for (let index = from; index < process.steps.length; index += 1) {
      const step = process.steps[index]!;
      const record = this.mustLoad(instance);
      if (!meets(step.entry, object, record)) {
        if (step.whenNotMet === 'ApproveRecord') break;
        if (step.whenNotMet === 'RejectRequest')
          return this.end(instance, 'Rejected', process.finalRejectionActions, process.lockAfterRejection);
        continue;
      }
      const actorIds = approversOf(process, step, record, instance.submitterId, instance.nextApproverIds);
      const workitemIds = actorIds.map((actor) =>
        insertRow('ProcessInstanceWorkitem', { ProcessInstanceId: instance.id, ActorId: actor, OriginalActorId: actor })
      );
      this.remember(instance, index);
      return { status: 'Pending', actorIds, workitemIds };
    }
    lockRecord(recordId.value);
    return this.end(instance, 'Approved', process.finalApprovalActions, process.lockAfterApproval);
  }

  private end(instance: Instance, status: string, actions: ApprovalProcess['initialActions'], keepLocked: boolean): Assignment {
    updateRow('ProcessInstance', instance.id, { Status: status, CompletedDate: nowDatetime(), LastActorId: ApexId.of(current().user.id) });
    unlockRecord(instance.recordId.value);
    runActions(actions, instance.object, instance.recordId);
    if (keepLocked) lockRecord(instance.recordId.value);
    return { status, ...NO_ASSIGNMENT };
  }

  private unlocked(instance: Instance, body: () => void): void {
    unlockRecord(instance.recordId.value);
    body();
    lockRecord(instance.recordId.value);
  }

  private applicable(request: SubmitRequest, object: ObjectModel, record: SObject): ApprovalProcess | null {
    const named = request.processName?.toLowerCase() ?? null;
    const candidates = this.processes.filter(
      (process) =>
        process.active &&
        process.object.toLowerCase() === object.name.toLowerCase() &&
        (named === null || process.name.toLowerCase() === named || definitionId(process).value === request.processName)
    );
    return (
      candidates.find(
        (process) =>
          ((named !== null && request.skipEntryCriteria) || meets(process.entry, object, record)) &&
          this.maySubmit(process, request.submitterId, record)
      ) ?? null
    );
  }

  private maySubmit(process: ApprovalProcess, submitter: ApexId, record: SObject): boolean {
    if (process.submitters.length === 0 || isAdministrator(submitter)) return true;
    return process.submitters.some(({ type, name }) => {
      switch (type) {
        case 'owner':
          return record.get('OwnerId') instanceof ApexId && actsFor(record.get('OwnerId') as ApexId, submitter);
        case 'creator':
          return submitter.equals(record.get('CreatedById'));
        case 'user':
          return selectRows('SELECT Id FROM User WHERE Id = :submitter AND Username = :name', { submitter, name }).length > 0;
        case 'allInternalUsers':
          return selectRows("SELECT Id FROM User WHERE Id = :submitter AND UserType = 'Standard'", { submitter }).length > 0;
        case 'queue':
        case 'group':
          return (
            selectRows('SELECT Id FROM GroupMember WHERE UserOrGroupId = :submitter AND Group.DeveloperName = :name', { submitter, name })
              .length > 0
          );
        case 'role':
          return selectRows('SELECT Id FROM User WHERE Id = :submitter AND UserRole.DeveloperName = :name', { submitter, name }).length > 0;
        default:
          throw new Error(`Not implemented in the local org: allowed submitter of type ${type}`);
      }
    });
  }

  private objectOf(recordId: ApexId): ObjectModel {
    for (const object of this.model.objects.values()) if (object.keyPrefix === recordId.keyPrefix) return object;
    throw new ApprovalError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }

  private instanceOf(id: ApexId, nextApproverIds: readonly ApexId[]): Instance {
    const [row] = selectRows('SELECT Id, ProcessDefinitionId, TargetObjectId, SubmittedById FROM ProcessInstance WHERE Id = :id', { id });
    const process = this.processes.find((each) => definitionId(each).equals(row?.get('ProcessDefinitionId')));
    if (!row || !process) throw new Error(`The approval process of ${id.value} is no longer part of the metadata`);
    const recordId = row.get('TargetObjectId') as ApexId;
    return { id, process, recordId, object: this.objectOf(recordId), submitterId: row.get('SubmittedById') as ApexId, nextApproverIds };
  }

  private mustLoad(instance: Instance): SObject {
    const record = loadRecord(instance.object, instance.recordId);
    if (!record) throw new ApprovalError('ENTITY_IS_DELETED', 'entity is deleted');
    return record;
  }

  private deleteWorkitems(instance: Instance): void {
    for (const row of selectRows('SELECT Id FROM ProcessInstanceWorkitem WHERE ProcessInstanceId = :id', { id: instance.id })) {
      deleteRow('ProcessInstanceWorkitem', row.get('Id') as ApexId);
    }
  }

  /** A decision made: whoever had not answered by then did not respond. */
  private closeWorkitems(instance: Instance): void {
    for (const row of selectRows('SELECT ActorId FROM ProcessInstanceWorkitem WHERE ProcessInstanceId = :id', { id: instance.id })) {
      const actor = row.get('ActorId') as ApexId;
      this.recordStep(instance.id, 'NoResponse', actor, actor, null);
    }
    this.deleteWorkitems(instance);
  }

  private recordStep(instanceId: ApexId, status: string, originalActor: ApexId, actor: ApexId, comments: string | null): void {
    insertRow('ProcessInstanceStep', {
      ProcessInstanceId: instanceId,
      StepStatus: status,
      OriginalActorId: originalActor,
      ActorId: actor,
      Comments: comments
    });
  }

  private remember(instance: Instance, step: number): void {
    current()
      .org.database.connection.prepare('INSERT OR REPLACE INTO platform_approval_step (instance_id, step) VALUES (?, ?)')
      .run(instance.id.value, step);
  }

  private currentStep(instance: Instance): number {
    const row = current()
      .org.database.connection.prepare('SELECT step FROM platform_approval_step WHERE instance_id = ?')
      .get(instance.id.value);
    return Number(row?.['step'] ?? 0);
  }

  private answer(instance: Instance, assignment: Assignment): ApprovalResult {
    return { recordId: instance.recordId, instanceId: instance.id, ...assignment };
  }
}

function noAccess(): ApprovalError {
  return new ApprovalError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}
