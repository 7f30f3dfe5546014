import type { Connection } from '@jsforce/jsforce-node';
import { inventCompany } from './companies.ts';
import { type SampleDeal, inventHistory } from './history.ts';
import { PARTNERS, PEOPLE, type SamplePerson } from './people.ts';
import { granted } from './prepare.ts';
import { Random } from './random.ts';

const SEED = 20_26;
const BATCH = 200;
const DAY_MS = 86_400_000;

type Row = Record<string, string | number | boolean | null>;

/** Deals that nobody has decided yet, so that the queue is not empty on the first visit. */
const OPEN_DEALS = [
  {
    partner: 'Brightline Systems',
    company: 'Harbourgate Freight Ltd',
    domain: 'harbourgate-freight.example',
    country: 'United Kingdom',
    city: 'Bristol',
    industry: 'Transportation',
    product: 'Analytics',
    competitor: null,
    amount: 28_000,
    employees: 340
  },
  {
    partner: 'Nordwind IT',
    company: 'Eisenbrück Maschinenbau GmbH',
    domain: 'eisenbrueck.example',
    country: 'Germany',
    city: 'Stuttgart',
    industry: 'Manufacturing',
    product: 'Integration',
    competitor: 'Vantora',
    amount: 185_000,
    employees: 2100
  },
  {
    partner: 'Iberia Digital',
    company: 'Hoteles Costa Serena S.L.',
    domain: 'costaserena.example',
    country: 'Spain',
    city: 'Valencia',
    industry: 'Hospitality',
    product: 'Core Platform',
    competitor: null,
    amount: 95_000,
    employees: 120
  }
] as const;

/**
 * Fills an empty org with people, partners, existing customers and two years of registrations with outcomes.
 * Everything goes through the org's API, as an integration would: triggers and validation apply.
 */
export async function loadHistory(connection: Connection, report: (line: string) => void): Promise<void> {
  const random = new Random(SEED);
  report('people and partners');
  const accountIds = await insert(
    connection,
    'Account',
    PARTNERS.map((partner) => ({ Name: partner.name, BillingCountry: partner.country, Type: 'Channel Partner / Reseller' }))
  );
  const accountByName = new Map(PARTNERS.map((partner, index) => [partner.name, accountIds[index] as string]));
  const users = await createPeople(connection, accountByName);
  const manager = users.get('priya.raman@partnerportal.local') as string;
  const partnerIds = await insert(
    connection,
    'Partner__c',
    PARTNERS.map((partner) => ({
      Name: partner.name,
      Account__c: accountByName.get(partner.name) as string,
      Tier__c: partner.tier,
      Type__c: partner.type,
      Territory__c: partner.country,
      Verticals__c: partner.verticals.join(';'),
      Certifications__c: partner.certifications,
      Active__c: true,
      Channel_Manager__c: manager
    }))
  );
  const partnerByName = new Map(PARTNERS.map((partner, index) => [partner.name, partnerIds[index] as string]));
  await joinQueue(connection, 'Deal_Review', manager);

  const taken = new Set<string>();
  const history = inventHistory(random, taken);
  report(`${history.length} past registrations`);
  await insert(
    connection,
    'Deal_Registration__c',
    history.map((deal) => pastDeal(deal, partnerByName))
  );

  const customers = Array.from({ length: 40 }, () => inventCompany(random, taken));
  report(`${customers.length} existing customers`);
  await insert(
    connection,
    'Account',
    customers.map((company) => ({
      Name: company.name,
      Website: `https://${company.domain}`,
      Industry: null,
      BillingCountry: company.country,
      BillingCity: company.city
    }))
  );
}

/** Registrations that wait for a decision: submitted as by a partner, so scored by the service. */
export async function loadOpenDeals(connection: Connection, report: (line: string) => void): Promise<void> {
  report(`${OPEN_DEALS.length} open registrations`);
  const partners = await idsByName(connection, 'SELECT Id, Name FROM Partner__c');
  await insert(
    connection,
    'Deal_Registration__c',
    OPEN_DEALS.map((deal) => openDeal(deal, partners))
  );
}

async function createPeople(connection: Connection, accountByName: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const profiles = await idsByName(connection, "SELECT Id, Name FROM Profile WHERE Name IN ('Partner Community User', 'Standard User')");
  const users = new Map<string, string>();
  for (const person of PEOPLE) {
    const contactId = person.partner ? await contactOf(connection, person, accountByName.get(person.partner) as string) : null;
    const [userId] = await insert(connection, 'User', [
      {
        FirstName: person.firstName,
        LastName: person.lastName,
        Username: person.username,
        Email: person.username,
        Alias: person.firstName.slice(0, 8).toLowerCase(),
        Title: person.title,
        ProfileId: profiles.get(person.partner ? 'Partner Community User' : 'Standard User') as string,
        ContactId: contactId,
        IsActive: true,
        TimeZoneSidKey: 'Europe/London',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8'
      }
    ]);
    users.set(person.username, userId as string);
  }
  await assignRoles(connection, users);
  return users;
}

async function contactOf(connection: Connection, person: SamplePerson, accountId: string): Promise<string> {
  const [id] = await insert(connection, 'Contact', [
    { FirstName: person.firstName, LastName: person.lastName, Email: person.username, AccountId: accountId }
  ]);
  return id as string;
}

async function assignRoles(connection: Connection, users: ReadonlyMap<string, string>): Promise<void> {
  for (const { username, roles } of PEOPLE)
    for (const role of roles)
      await insert(connection, 'PermissionSetAssignment', [
        { AssigneeId: users.get(username) as string, ...(await granted(connection, role)) }
      ]);
}

async function joinQueue(connection: Connection, queue: string, userId: string): Promise<void> {
  const groups = await connection.query<{ Id: string }>(`SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = '${queue}'`);
  const group = groups.records[0];
  if (!group) throw new Error(`The org has no queue ${queue}`);
  await insert(connection, 'GroupMember', [{ GroupId: group.Id, UserOrGroupId: userId }]);
}

function pastDeal(deal: SampleDeal, partners: ReadonlyMap<string, string>): Row {
  return {
    ...customerFields(deal.company),
    Partner__c: partners.get(deal.partner) as string,
    Product__c: deal.product,
    Amount__c: deal.amount,
    Close_Date__c: isoDate(deal.closeDaysAgo),
    Competitor__c: deal.competitor,
    Description__c: deal.description,
    Status__c: 'Approved',
    Submitted_At__c: isoTime(deal.submittedDaysAgo),
    Decided_At__c: isoTime(deal.submittedDaysAgo - 3),
    Protected_Until__c: isoDate(deal.submittedDaysAgo - 90),
    Outcome__c: deal.won ? 'Won' : 'Lost',
    Closed_On__c: isoDate(deal.closeDaysAgo)
  };
}

function openDeal(deal: (typeof OPEN_DEALS)[number], partners: ReadonlyMap<string, string>): Row {
  return {
    ...customerFields({ ...deal, name: deal.company }),
    Partner__c: partners.get(deal.partner) as string,
    Product__c: deal.product,
    Amount__c: deal.amount,
    Competitor__c: deal.competitor,
    Close_Date__c: isoDate(-75),
    Description__c: 'They want one view of their orders before the next peak season and have budget for this quarter.',
    Status__c: 'Submitted'
  };
}

function customerFields(company: {
  name: string;
  domain: string;
  country: string;
  city: string;
  industry: string;
  employees: number;
}): Row {
  return {
    Prospect_Company__c: company.name,
    Prospect_Domain__c: company.domain,
    Prospect_Country__c: company.country,
    Prospect_City__c: company.city,
    Industry__c: company.industry,
    Customer_Size__c: company.employees
  };
}

async function insert(connection: Connection, object: string, rows: readonly Row[]): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const results = await connection.sobject(object).create(rows.slice(start, start + BATCH) as Row[], { allOrNone: true });
    for (const result of results) {
      if (!result.success) throw new Error(`${object}: ${result.errors.map((error) => error.message).join('; ')}`);
      ids.push(result.id);
    }
  }
  return ids;
}

async function idsByName(connection: Connection, query: string): Promise<Map<string, string>> {
  const { records } = await connection.query<{ Id: string; Name: string }>(query);
  return new Map(records.map((record) => [record.Name, record.Id]));
}

function isoDate(daysAgo: number): string {
  return new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
}

function isoTime(daysAgo: number): string {
  return new Date(Date.now() - daysAgo * DAY_MS).toISOString();
}
