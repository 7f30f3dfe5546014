import type { ObjectModel } from '../../metadata/model.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import type { Engine } from './work.ts';

const STAGE_PROBABILITY: Readonly<Record<string, number>> = {
  Prospecting: 10,
  Qualification: 10,
  'Needs Analysis': 20,
  'Value Proposition': 50,
  'Id. Decision Makers': 60,
  'Perception Analysis': 70,
  'Proposal/Price Quote': 75,
  'Negotiation/Review': 90,
  'Closed Won': 100,
  'Closed Lost': 0
};

/** Values that the platform itself keeps on standard objects, from the other values of the row. */
export function deriveStandardValues(object: ObjectModel, row: SObject, changed: (name: string) => boolean, engine: Engine): void {
  switch (object.name) {
    case 'Contact':
    case 'Lead':
    case 'User':
    case 'Individual':
      row.values.set('Name', [row.get('FirstName'), row.get('LastName')].filter((part) => part !== null).join(' ') || null);
      break;
    case 'Opportunity':
      deriveOpportunity(row, changed);
      break;
    case 'Task':
      row.values.set('IsClosed', row.get('Status') === 'Completed');
      row.values.set('IsHighPriority', row.get('Priority') === 'High');
      deriveActivity(row, engine);
      break;
    case 'Event':
      deriveActivity(row, engine);
      break;
    case 'Case':
      row.values.set('IsClosed', row.get('Status') === 'Closed');
      break;
    case 'ContentVersion':
      break;
    default:
  }
  if (object.name === 'User') deriveUser(row, engine);
}

function deriveOpportunity(row: SObject, changed: (name: string) => boolean): void {
  const stage = row.get('StageName') as string | null;
  if (stage === null) return;
  row.values.set('IsClosed', /^Closed/.test(stage));
  row.values.set('IsWon', stage === 'Closed Won');
  const probability = STAGE_PROBABILITY[stage];
  if (changed('StageName') && !changed('Probability') && probability !== undefined)
    row.values.set('Probability', Decimal.fromInteger(probability));
  const amount = row.get('Amount');
  const chance = row.get('Probability');
  row.values.set(
    'ExpectedRevenue',
    amount instanceof Decimal && chance instanceof Decimal
      ? amount.multiply(chance).divide(Decimal.fromInteger(100)).setScale(2, 'HALF_UP')
      : null
  );
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
