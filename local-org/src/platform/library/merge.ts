import type { Database } from '../../database/database.ts';
import { convertLead } from '../../database/dml/convert-lead.ts';
import type { LeadConversion, LeadOutcome } from '../../database/dml/convert-lead.ts';
import { mergeRows } from '../../database/dml/merge.ts';
import type { MergeOutcome } from '../../database/dml/merge.ts';
import type { Engine } from '../../database/dml/work.ts';
import type { AccessMode, DmlResult } from '../../database/database.ts';
import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { BOOLEAN, STRING, listOf, platformType } from '../../runtime/types.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { ApexException, requireArgument, throwApex } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { AccessLevel } from './access-level.ts';
import { DmlOptionsValue } from './dml-options.ts';
import { beanMethods, fieldProperties, strings } from './members.ts';
import { errorList, idText, rowErrors } from './results.ts';

const rows = (): Database & Engine => current().org.database as Database & Engine;

interface Choices {
  readonly allOrNone: boolean;
  readonly access: AccessMode;
}

function choices(more: readonly unknown[]): Choices {
  let allOrNone = true;
  let access: AccessMode = 'system';
  for (const option of more) {
    if (typeof option === 'boolean') allOrNone = option;
    else if (option instanceof DmlOptionsValue) allOrNone = option.optAllOrNone ?? true;
    else if (option instanceof AccessLevel) access = option.mode;
  }
  return { allOrNone, access };
}

class MergeResult {
  readonly outcome: MergeOutcome;
  readonly mergedId: string;
  constructor(outcome: MergeOutcome, mergedId: string) {
    this.outcome = outcome;
    this.mergedId = mergedId;
  }
}

const MERGE_RESULT = platformType('Database.MergeResult');
const ERRORS = listOf(platformType('Database.Error'));

/** `merge master duplicate` and Database.merge: a duplicate is a row or an id, alone or in a list. */
export function merge(master: SObject | null, duplicate: unknown, ...more: unknown[]): unknown {
  const { allOrNone, access } = choices(more);
  const many = duplicate instanceof ApexList;
  const ids = (many ? duplicate.items : [requireArgument(duplicate)]).map(idOf);
  const outcomes = mergeRows(rows(), requireArgument(master), ids, { access, allOrNone });
  if (allOrNone)
    refuse(
      'Merge',
      outcomes.map((outcome) => outcome.errors)
    );
  const results = outcomes.map((outcome, index) => new MergeResult(outcome, ids[index]!.value));
  return many ? new ApexList(MERGE_RESULT, results) : results[0];
}

function idOf(value: unknown): ApexId {
  const id = value instanceof SObject ? value.get('Id') : value;
  if (id instanceof ApexId) return id;
  return typeof id === 'string' ? ApexId.of(id) : throwApex('System.NullPointerException', 'Argument cannot be null.');
}

/** The DmlException of the first failure. */
function refuse(operation: string, failures: readonly DmlResult['errors'][]): void {
  const index = failures.findIndex((errors) => errors.length > 0);
  const [first] = failures[index] ?? [];
  if (!first) return;
  const message = `${operation} failed. First exception on row ${index}; first error: ${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`;
  const exception = new ApexException(platformType('System.DmlException'), message);
  exception.dml = failures.flatMap((errors, row) => errors.map((error) => ({ ...error, index: row, id: null })));
  throw exception;
}

defineType({ name: 'System.Database', statics: { merge, convertLead: convert } });
defineType({
  name: 'Database.MergeResult',
  jsClass: MergeResult,
  json: {
    members: { success: BOOLEAN, id: STRING, mergedRecordIds: listOf(STRING), updatedRelatedIds: listOf(STRING), errors: ERRORS },
    write: ({ outcome, mergedId }: MergeResult) => ({
      success: outcome.success,
      id: outcome.id,
      mergedRecordIds: strings(outcome.success ? [mergedId] : []),
      updatedRelatedIds: strings(outcome.relatedIds),
      errors: errorList(outcome.errors)
    }),
    read: ({ success, id, mergedRecordIds, updatedRelatedIds, errors }) =>
      new MergeResult(
        {
          success: success === true,
          created: false,
          id: idText(id),
          relatedIds: ((updatedRelatedIds as ApexList | null)?.items ?? []) as string[],
          errors: rowErrors(errors)
        },
        String((mergedRecordIds as ApexList | null)?.items[0] ?? '')
      )
  },
  methods: {
    getErrors: ({ outcome }: MergeResult) => errorList(outcome.errors),
    getId: ({ outcome }: MergeResult) => (outcome.id === null ? null : ApexId.of(outcome.id)),
    getMergedRecordIds: ({ outcome, mergedId }: MergeResult) => strings(outcome.success ? [mergedId] : []),
    getUpdatedRelatedIds: ({ outcome }: MergeResult) => strings(outcome.relatedIds),
    isSuccess: ({ outcome }: MergeResult) => outcome.success
  }
});

const LEAD_CONVERT_FIELDS = [
  'accountId',
  'accountRecord',
  'bypassAccountDedupeCheck',
  'bypassContactDedupeCheck',
  'contactId',
  'contactRecord',
  'convertedStatus',
  'doNotCreateOpportunity',
  'leadId',
  'opportunityId',
  'opportunityName',
  'opportunityRecord',
  'overwriteLeadSource',
  'ownerId',
  'sendNotificationEmail'
];

class LeadConvert implements LeadConversion {
  leadId: ApexId | null = null;
  accountId: ApexId | null = null;
  contactId: ApexId | null = null;
  opportunityId: ApexId | null = null;
  opportunityName: string | null = null;
  convertedStatus: string | null = null;
  doNotCreateOpportunity = false;
  overwriteLeadSource = false;
  sendNotificationEmail = false;
  ownerId: ApexId | null = null;
}

class LeadConvertResult {
  readonly outcome: LeadOutcome;
  constructor(outcome: LeadOutcome) {
    this.outcome = outcome;
  }
}

function convert(subject: unknown, ...more: unknown[]): unknown {
  const { allOrNone, access } = choices(more);
  const many = subject instanceof ApexList;
  const wanted = (many ? subject.items : [subject]).map((each) => requireArgument(each) as LeadConvert);
  const today = ApexDatetime.now().date(current().user.timeZone);
  const savepoint = rows().savepoint();
  const outcomes = wanted.map((each) => convertLead(rows(), each, { access, allOrNone }, today));
  if (allOrNone && outcomes.some(({ errors }) => errors.length > 0)) rows().rollbackTo(savepoint);
  if (allOrNone)
    refuse(
      'ConvertLead',
      outcomes.map(({ errors }) => errors)
    );
  const results = outcomes.map((outcome) => new LeadConvertResult(outcome));
  return many ? new ApexList(platformType('Database.LeadConvertResult'), results) : results[0];
}

defineType({
  name: 'Database.LeadConvert',
  jsClass: LeadConvert,
  constructors: { '*': () => new LeadConvert() },
  properties: fieldProperties(...LEAD_CONVERT_FIELDS),
  methods: {
    ...beanMethods(...LEAD_CONVERT_FIELDS),
    isDoNotCreateOpportunity: (self: LeadConvert) => self.doNotCreateOpportunity,
    isOverwriteLeadSource: (self: LeadConvert) => self.overwriteLeadSource,
    isSendNotificationEmail: (self: LeadConvert) => self.sendNotificationEmail
  }
});

const id = (value: string | null): ApexId | null => (value === null ? null : ApexId.of(value));

defineType({
  name: 'Database.LeadConvertResult',
  jsClass: LeadConvertResult,
  json: {
    members: { success: BOOLEAN, leadId: STRING, accountId: STRING, contactId: STRING, opportunityId: STRING, errors: ERRORS },
    write: ({ outcome: { leadId, accountId, contactId, opportunityId, errors } }: LeadConvertResult) => ({
      success: errors.length === 0,
      leadId,
      accountId,
      contactId,
      opportunityId,
      errors: errorList(errors)
    }),
    read: ({ leadId, accountId, contactId, opportunityId, errors }) =>
      new LeadConvertResult({
        leadId: idText(leadId),
        accountId: idText(accountId),
        contactId: idText(contactId),
        opportunityId: idText(opportunityId),
        errors: rowErrors(errors)
      })
  },
  methods: {
    getAccountId: ({ outcome }: LeadConvertResult) => id(outcome.accountId),
    getContactId: ({ outcome }: LeadConvertResult) => id(outcome.contactId),
    getErrors: ({ outcome }: LeadConvertResult) => errorList(outcome.errors),
    getLeadId: ({ outcome }: LeadConvertResult) => id(outcome.leadId),
    getOpportunityId: ({ outcome }: LeadConvertResult) => id(outcome.opportunityId),
    isSuccess: ({ outcome }: LeadConvertResult) => outcome.errors.length === 0
  }
});
