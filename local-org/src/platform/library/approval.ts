import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { BOOLEAN, ID, STRING, listOf, platformType } from '../../runtime/types.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexMap } from '../../runtime/values/map.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { LocalDatabase } from '../../database/engine.ts';
import type { DmlResult } from '../../database/database.ts';
import type { ApprovalResult } from '../approvals/engine.ts';
import { ApprovalError, processFailed } from '../approvals/errors.ts';
import { consume } from '../limits.ts';
import { isRecordLocked, lockRecord, unlockRecord } from '../locks.ts';
import { services } from '../services.ts';
import { beanMethods, fieldProperties } from './members.ts';
import { errorList, idText, LockResult, rowErrors, UnlockResult } from './results.ts';

class ProcessRequest {
  comments: string | null = null;
  nextApproverIds: ApexList | null = null;

  get approvers(): ApexId[] {
    return (this.nextApproverIds?.items ?? []).map(toId);
  }
}

class ProcessSubmitRequest extends ProcessRequest {
  objectId: string | ApexId | null = null;
  processDefinitionNameOrId: string | null = null;
  skipEntryCriteria: boolean | null = null;
  submitterId: string | ApexId | null = null;
}

class ProcessWorkitemRequest extends ProcessRequest {
  action: string | null = null;
  workitemId: string | ApexId | null = null;
}

class ProcessResult {
  /** Null where it failed; a test may make one from JSON that says little. */
  readonly result: Partial<ApprovalResult> | null;
  readonly error: ApprovalError | null;
  constructor(result: Partial<ApprovalResult> | null, error: ApprovalError | null) {
    this.result = result;
    this.error = error;
  }
}

function toId(value: unknown): ApexId {
  return value instanceof ApexId ? value : ApexId.of(String(value));
}

function toIdOrNone(text: unknown): ApexId | undefined {
  const id = idText(text);
  return id === null ? undefined : ApexId.of(id);
}

function required(value: string | ApexId | null, name: string): ApexId {
  if (value === null) throw new ApprovalError('REQUIRED_FIELD_MISSING', `missing required field: [${name}]`);
  return toId(value);
}

function perform(request: unknown): ApprovalResult {
  const { approvals } = services();
  if (request instanceof ProcessSubmitRequest) {
    return approvals.submit({
      recordId: required(request.objectId, 'objectId'),
      submitterId: request.submitterId === null ? ApexId.of(current().user.id) : toId(request.submitterId),
      processName: request.processDefinitionNameOrId,
      skipEntryCriteria: request.skipEntryCriteria === true,
      nextApproverIds: request.approvers,
      comments: request.comments
    });
  }
  if (!(request instanceof ProcessWorkitemRequest)) return throwApex('System.NullPointerException', 'Argument cannot be null.');
  return approvals.decide({
    workitemId: required(request.workitemId, 'workitemId'),
    action: request.action ?? '',
    nextApproverIds: request.approvers,
    comments: request.comments
  });
}

/** One request, undone by itself when it fails. */
function attempt(request: unknown, row: number, allOrNone: boolean): ProcessResult {
  const execution = current();
  const { database } = execution.org;
  const savepoint = database.savepoint();
  const { sharing } = execution;
  execution.sharing = 'without';
  try {
    return new ProcessResult(perform(request), null);
  } catch (error) {
    database.rollbackTo(savepoint);
    if (!(error instanceof ApprovalError)) throw error;
    if (allOrNone) throw processFailed(error, row);
    return new ProcessResult(null, error);
  } finally {
    execution.sharing = sharing;
  }
}

function process(requests: unknown, allOrNone = true): unknown {
  consume('dmlStatements');
  if (!(requests instanceof ApexList)) return attempt(requests, 0, allOrNone);
  const { database } = current().org;
  const savepoint = database.savepoint();
  try {
    const results = requests.items.map((request, row) => attempt(request, row, allOrNone));
    return new ApexList(platformType('Approval.ProcessResult'), results);
  } catch (error) {
    database.rollbackTo(savepoint);
    throw error;
  }
}

function idOf(value: unknown): ApexId {
  if (value instanceof SObject) return toId(value.get('Id'));
  if (value === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return toId(value);
}

const UNKNOWN_RECORD = { statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: [] } as const;

function isRecord(id: string): boolean {
  const { database, model } = current().org;
  const object = [...model.objects.values()].find(({ keyPrefix }) => keyPrefix === id.slice(0, 3));
  return object !== undefined && (database as LocalDatabase).load(object, [id]).get(id) !== undefined;
}

function locking<T>(
  verb: string,
  change: (recordId: string) => void,
  wrap: (result: DmlResult) => T,
  type: string
): (subject: unknown, allOrNone?: boolean) => unknown {
  return (subject, allOrNone = true) => {
    consume('dmlStatements');
    const many = subject instanceof ApexList;
    const ids = (many ? subject.items : [subject]).map(idOf);
    const results = ids.map(({ value }): DmlResult => {
      const known = isRecord(value);
      return { id: known ? value : null, success: known, created: false, errors: known ? [] : [UNKNOWN_RECORD] };
    });
    const row = results.findIndex(({ success }) => !success);
    if (allOrNone && row >= 0)
      throwApex(
        'System.DmlException',
        `${verb} failed. First exception on row ${row} with id ${ids[row]!.value}; first error: ${UNKNOWN_RECORD.statusCode}, ${UNKNOWN_RECORD.message}: []`
      );
    ids.forEach(({ value }, index) => {
      if (results[index]!.success) change(value);
    });
    const wrapped = results.map(wrap);
    return many ? new ApexList(platformType(type), wrapped) : wrapped[0];
  };
}

function isLocked(subject: unknown): unknown {
  const { org } = current();
  if (!(subject instanceof ApexList)) return isRecordLocked(org, idOf(subject).value);
  return new ApexMap(
    ID,
    BOOLEAN,
    subject.items.map((each) => [idOf(each), isRecordLocked(org, idOf(each).value)] as const)
  );
}

defineType({
  name: 'System.Approval',
  statics: {
    process,
    isLocked,
    lock: locking('Lock', lockRecord, (result) => new LockResult(result), 'Approval.LockResult'),
    unlock: locking('Unlock', unlockRecord, (result) => new UnlockResult(result), 'Approval.UnlockResult')
  }
});

const shared = ['comments', 'nextApproverIds'];
const submit = ['objectId', 'processDefinitionNameOrId', 'skipEntryCriteria', 'submitterId'];
const workitem = ['action', 'workitemId'];

defineType({
  name: 'Approval.ProcessRequest',
  jsClass: ProcessRequest,
  methods: beanMethods(...shared),
  properties: fieldProperties(...shared)
});
defineType({
  name: 'Approval.ProcessSubmitRequest',
  jsClass: ProcessSubmitRequest,
  constructors: { '*': () => new ProcessSubmitRequest() },
  methods: beanMethods(...shared, ...submit),
  properties: fieldProperties(...shared, ...submit)
});
defineType({
  name: 'Approval.ProcessWorkitemRequest',
  jsClass: ProcessWorkitemRequest,
  constructors: { '*': () => new ProcessWorkitemRequest() },
  methods: beanMethods(...shared, ...workitem),
  properties: fieldProperties(...shared, ...workitem)
});

const read = {
  actorIds: (self: ProcessResult) => new ApexList(ID, [...(self.result?.actorIds ?? [])]),
  entityId: (self: ProcessResult) => self.result?.recordId?.value ?? null,
  errors: (self: ProcessResult) =>
    errorList(self.error ? [{ statusCode: self.error.statusCode, message: self.error.message, fields: [] }] : []),
  instanceId: (self: ProcessResult) => self.result?.instanceId?.value ?? null,
  instanceStatus: (self: ProcessResult) => self.result?.status ?? null,
  newWorkitemIds: (self: ProcessResult) => new ApexList(ID, [...(self.result?.workitemIds ?? [])]),
  success: (self: ProcessResult) => self.error === null
};
defineType({
  name: 'Approval.ProcessResult',
  jsClass: ProcessResult,
  json: {
    members: {
      success: BOOLEAN,
      entityId: STRING,
      instanceId: STRING,
      instanceStatus: STRING,
      errors: listOf(platformType('Database.Error'))
    },
    write: (self: ProcessResult) => Object.fromEntries(Object.entries(read).map(([name, get]) => [name, get(self)])),
    read: ({ success, entityId, instanceId, instanceStatus, errors }) => {
      const [error] = rowErrors(errors);
      return new ProcessResult(
        {
          recordId: toIdOrNone(entityId),
          instanceId: toIdOrNone(instanceId),
          status: (instanceStatus as string | null) ?? undefined
        },
        success === true ? null : new ApprovalError(error?.statusCode ?? 'UNKNOWN_EXCEPTION', error?.message ?? '')
      );
    }
  },
  methods: {
    getActorIds: read.actorIds,
    getEntityId: read.entityId,
    getErrors: read.errors,
    getInstanceId: read.instanceId,
    getInstanceStatus: read.instanceStatus,
    getNewWorkitemIds: read.newWorkitemIds,
    isSuccess: read.success
  },
  properties: Object.fromEntries(Object.entries(read).map(([name, get]) => [name, { get }]))
});
