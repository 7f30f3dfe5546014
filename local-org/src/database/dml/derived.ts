import type { ObjectModel } from '../../metadata/model.ts';
import { FORECAST_NAMES, statusValue } from '../../metadata/status-values.ts';
import { ApexDate } from '../../runtime/values/date.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { deriveLineItem } from './line-items.ts';
import type { Engine } from './work.ts';

const HUNDRED = Decimal.fromInteger(100);

/** Values that the platform itself keeps on standard objects, from the other values of the row. `given`: what this save sets. */
export function deriveStandardValues(object: ObjectModel, row: SObject, given: (name: string) => boolean, engine: Engine): void {
  switch (object.name) {
    case 'Contact':
    case 'Lead':
    case 'User':
    case 'Individual':
      row.values.set('Name', [row.get('FirstName'), row.get('LastName')].filter((part) => part !== null).join(' ') || null);
      break;
    case 'Opportunity':
      deriveOpportunity(row, given, engine);
      break;
    case 'Task':
      row.values.set('IsClosed', statusValue(engine.model, 'TaskStatus', row.get('Status')).closed);
      row.values.set('IsHighPriority', statusValue(engine.model, 'TaskPriority', row.get('Priority')).highPriority);
      deriveActivity(row, engine);
      break;
    case 'Event':
      deriveActivity(row, engine);
      break;
    case 'Case':
      row.values.set('IsClosed', statusValue(engine.model, 'CaseStatus', row.get('Status')).closed);
      break;
    case 'OpportunityLineItem':
      deriveLineItem(row, given);
      break;
    default:
  }
  if (object.name === 'User') deriveUser(row, engine);
}

/** The stage says whether it is over, how likely it is and where it stands in the forecast; the amount of products is theirs. */
function deriveOpportunity(row: SObject, given: (name: string) => boolean, engine: Engine): void {
  const name = row.get('StageName') as string | null;
  if (name === null) return;
  const stage = statusValue(engine.model, 'OpportunityStage', name);
  row.values.set('IsClosed', stage.closed);
  row.values.set('IsWon', stage.won);
  if (given('StageName') && !given('Probability') && stage.probability !== null)
    row.values.set('Probability', Decimal.fromInteger(stage.probability));
  const chosen = Object.entries(FORECAST_NAMES).find(([, label]) => label === row.get('ForecastCategoryName'))?.[0];
  const own = given('ForecastCategoryName') && chosen !== undefined;
  const category = own || !given('StageName') ? (chosen ?? null) : stage.forecastCategory;
  row.values.set('ForecastCategory', category);
  row.values.set('ForecastCategoryName', category === null ? null : (FORECAST_NAMES[category] ?? category));
  const amount = row.get('Amount');
  const chance = row.get('Probability');
  row.values.set(
    'ExpectedRevenue',
    amount instanceof Decimal && chance instanceof Decimal ? amount.multiply(chance).divide(HUNDRED).setScale(2, 'HALF_UP') : null
  );
  const date = row.get('CloseDate');
  if (!(date instanceof ApexDate)) return;
  // The fiscal year of a new org is the calendar's.
  const quarter = Math.ceil(date.month / 3);
  row.values.set('FiscalYear', date.year);
  row.values.set('FiscalQuarter', quarter);
  row.values.set('Fiscal', `${date.year} ${quarter}`);
}

/** An activity belongs to the account of what or whom it is about. */
function deriveActivity(row: SObject, engine: Engine): void {
  const related = row.get('WhatId') ?? row.get('WhoId');
  if (!(related instanceof ApexId)) return;
  const object = engine.objectOf(related.value);
  if (!object) return;
  if (object.name === 'Account') row.values.set('AccountId', related);
  else if (!object.name.endsWith('__c') && object.fields.has('accountid'))
    row.values.set('AccountId', engine.load(object, [related.value]).get(related.value)?.get('AccountId') ?? null);
}

/** A user with a contact is an external user of that contact's account; the profile says of which kind. */
function deriveUser(row: SObject, engine: Engine): void {
  const profileId = row.get('ProfileId');
  if (profileId instanceof ApexId) {
    const profile = engine.load(engine.model.objects.get('profile')!, [profileId.value]).get(profileId.value);
    row.values.set('UserType', profile?.get('UserType') ?? 'Standard');
  }
  const contactId = row.get('ContactId');
  if (!(contactId instanceof ApexId)) return;
  const contact = engine.load(engine.model.objects.get('contact')!, [contactId.value]).get(contactId.value);
  row.values.set('AccountId', contact?.get('AccountId') ?? null);
  row.values.set('IsPortalEnabled', true);
}
