import { ApexDate } from '../../runtime/values/date.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { Database, DmlOptions, DmlResult } from '../database.ts';
import type { RecordValues } from '../records.ts';
import type { Engine } from './work.ts';

export interface LeadConversion {
  readonly leadId: ApexId | null;
  readonly accountId: ApexId | null;
  readonly contactId: ApexId | null;
  readonly opportunityId: ApexId | null;
  readonly opportunityName: string | null;
  readonly convertedStatus: string | null;
  readonly doNotCreateOpportunity: boolean;
  readonly overwriteLeadSource: boolean;
  readonly ownerId: ApexId | null;
}

export interface LeadOutcome {
  readonly leadId: string | null;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly errors: DmlResult['errors'];
}

/** A step that was refused, with its errors. */
class Refused extends Error {
  readonly errors: DmlResult['errors'];
  constructor(errors: DmlResult['errors']) {
    super(errors[0]?.message ?? '');
    this.errors = errors;
  }
}

const ADDRESS = ['Street', 'City', 'State', 'PostalCode', 'Country'];

/** Turns a lead into an account, a contact and an opportunity, or adds it to given ones. All of it is saved or nothing. */
export function convertLead(database: Database & Engine, conversion: LeadConversion, options: DmlOptions, today: ApexDate): LeadOutcome {
  const savepoint = database.savepoint();
  try {
    return new Conversion(database, conversion, options, today).run();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    database.rollbackTo(savepoint);
    return { leadId: conversion.leadId?.value ?? null, accountId: null, contactId: null, opportunityId: null, errors: error.errors };
  }
}

class Conversion {
  private readonly database: Database & Engine;
  private readonly wanted: LeadConversion;
  private readonly options: DmlOptions;
  private readonly today: ApexDate;
  private readonly lead: RecordValues;

  constructor(database: Database & Engine, wanted: LeadConversion, options: DmlOptions, today: ApexDate) {
    this.database = database;
    this.wanted = wanted;
    this.options = { ...options, allOrNone: false };
    this.today = today;
    this.lead = this.loadLead();
  }

  run(): LeadOutcome {
    const { wanted } = this;
    const owner = wanted.ownerId ?? (this.lead.get('OwnerId') as ApexId);
    const accountId =
      wanted.accountId ?? this.insert('Account', { ...this.mapped(ACCOUNT_FIELDS), ...this.address('Billing'), OwnerId: owner });
    const contactId =
      wanted.contactId ??
      this.insert('Contact', { ...this.mapped(CONTACT_FIELDS), ...this.address('Mailing'), AccountId: accountId, OwnerId: owner });
    if (wanted.contactId && wanted.overwriteLeadSource)
      this.update('Contact', { Id: contactId, LeadSource: this.lead.get('LeadSource') ?? null });
    const opportunityId = wanted.opportunityId ?? (wanted.doNotCreateOpportunity ? null : this.opportunity(accountId, contactId, owner));
    this.update(
      'Lead',
      {
        Id: wanted.leadId,
        Status: wanted.convertedStatus,
        IsConverted: true,
        ConvertedDate: this.today,
        ConvertedAccountId: accountId,
        ConvertedContactId: contactId,
        ConvertedOpportunityId: opportunityId
      },
      true
    );
    return {
      leadId: wanted.leadId!.value,
      accountId: accountId.value,
      contactId: contactId.value,
      opportunityId: opportunityId?.value ?? null,
      errors: []
    };
  }

  private loadLead(): RecordValues {
    const { leadId, convertedStatus, accountId, contactId } = this.wanted;
    const object = this.database.model.objects.get('lead')!;
    const lead = leadId ? this.database.load(object, [leadId.value]).get(leadId.value) : undefined;
    if (!lead) return refuse('INVALID_ID_FIELD', 'lead id is required and must be that of a lead');
    if (lead.get('IsConverted') === true) refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
    const known = this.database.store.get('SELECT 1 FROM "LeadStatus" WHERE "MasterLabel" = ? COLLATE NOCASE AND "IsConverted" = 1', [
      convertedStatus
    ]);
    if (!known) refuse('INVALID_STATUS', `invalid convertedStatus: ${convertedStatus ?? 'null'}`);
    if (contactId && !accountId) refuse('REQUIRED_FIELD_MISSING', 'An account is required to convert a lead into an existing contact');
    return lead;
  }

  /** Closes by the end of the quarter in the first stage that is open. */
  private opportunity(accountId: ApexId, contactId: ApexId, owner: ApexId): ApexId {
    const stage = this.database.store.get('SELECT "MasterLabel" FROM "OpportunityStage" WHERE "IsClosed" = 0 ORDER BY "SortOrder" LIMIT 1');
    const lastMonth = Math.ceil(this.today.month / 3) * 3;
    const closing = new ApexDate(this.today.year, lastMonth, 1).addMonths(1).addDays(-1);
    const name = this.wanted.opportunityName ?? `${String(this.lead.get('Company') ?? '')}-`;
    const opportunityId = this.insert('Opportunity', {
      Name: name,
      AccountId: accountId,
      StageName: stage ? String(stage[0]) : null,
      CloseDate: closing,
      OwnerId: owner,
      LeadSource: this.lead.get('LeadSource') ?? null
    });
    this.insert('OpportunityContactRole', { OpportunityId: opportunityId, ContactId: contactId, IsPrimary: true });
    return opportunityId;
  }

  private mapped(fields: Readonly<Record<string, string>>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(fields).map(([target, source]) => [target, this.lead.get(source) ?? null]));
  }

  private address(prefix: string): Record<string, unknown> {
    return Object.fromEntries(ADDRESS.map((part) => [`${prefix}${part}`, this.lead.get(part) ?? null]));
  }

  private insert(name: string, values: Record<string, unknown>): ApexId {
    const given = Object.fromEntries(
      Object.entries(values).filter(
        ([field, value]) =>
          value !== null && value !== undefined && this.database.model.objects.get(name.toLowerCase())!.fields.has(field.toLowerCase())
      )
    );
    const [result] = this.database.insert([new SObject(name, given)], this.options);
    if (!result?.success) throw new Refused(result?.errors ?? []);
    return ApexId.of(result.id!);
  }

  private update(name: string, values: Record<string, unknown>, systemFields = false): void {
    const [result] = this.database.update([new SObject(name, values)], { ...this.options, systemFields });
    if (!result?.success) throw new Refused(result?.errors ?? []);
  }
}

const ACCOUNT_FIELDS = {
  Name: 'Company',
  Phone: 'Phone',
  Fax: 'Fax',
  Website: 'Website',
  Industry: 'Industry',
  AnnualRevenue: 'AnnualRevenue',
  NumberOfEmployees: 'NumberOfEmployees',
  Rating: 'Rating',
  AccountSource: 'LeadSource'
};
const CONTACT_FIELDS = {
  FirstName: 'FirstName',
  LastName: 'LastName',
  Salutation: 'Salutation',
  Title: 'Title',
  Email: 'Email',
  Phone: 'Phone',
  MobilePhone: 'MobilePhone',
  Fax: 'Fax',
  LeadSource: 'LeadSource',
  Description: 'Description'
};

function refuse(statusCode: string, message: string): never {
  throw new Refused([{ statusCode, message, fields: [] }]);
}
