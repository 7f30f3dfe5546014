import { ACTIVITY_OBJECTS } from './activities.ts';
import { FILE_OBJECTS } from './files.ts';
import { ORDER_OBJECTS } from './orders.ts';
import { SALES_OBJECTS } from './sales.ts';
import { SERVICE_OBJECTS } from './service.ts';
import { SETUP_OBJECTS } from './setup.ts';
import { USER_OBJECTS } from './users.ts';
import type { StandardObject } from './standard-object.ts';

/** Every standard object of the local org by its name. */
export const STANDARD_OBJECTS: Readonly<Record<string, StandardObject>> = {
  ...SALES_OBJECTS,
  ...ORDER_OBJECTS,
  ...SERVICE_OBJECTS,
  ...ACTIVITY_OBJECTS,
  ...FILE_OBJECTS,
  ...USER_OBJECTS,
  ...SETUP_OBJECTS
};

/** Features an ordinary org has not switched on: person accounts, multi-currency, divisions, territories, data.com. */
export const ABSENT_FIELDS =
  /^(Person.+|IsPersonAccount|IsPersonType|CurrencyIsoCode|DefaultCurrencyIsoCode|Division|DefaultDivision|CleanStatus|Jigsaw.*|DandbCompanyId|.*Territory2.*|DunsNumber|Naics.*|Tradestyle|YearStarted|Channel(ProgramName|ProgramLevelName)|OperatingHoursId|EffectiveDate|IsExcludedFromRealign|SourceSystem.*|HasPrivacyHold|IsPriorityRecord|.*(Country|State)Code|SyncedQuoteId|IsSplit|IsPrivate|IndividualId|TaskWhoIds|EventWhoIds|CallCenterId|ContractId|LastAmountChangedHistoryId|LastCloseDateChangedHistoryId)$/;

/** Exceptions to the rule above: Contract and Order keep their dates, and User its division text. */
export const PRESENT_FIELDS = new Set([
  'Order.EffectiveDate',
  'User.Division',
  'Order.ContractId',
  'Opportunity.ContractId',
  'Opportunity.IsPrivate',
  'Account.Tradestyle',
  'Contract.EndDate',
  'Asset.Id'
]);

/** Objects whose records can be merged. */
export const MERGEABLE: ReadonlySet<string> = new Set(['Account', 'Contact', 'Lead', 'Case']);
