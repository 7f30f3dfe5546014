import type { UserContext } from '../org.ts';
import { current } from '../runtime/execution.ts';
import { ApexId } from '../runtime/values/id.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { internally } from './transaction.ts';

/** Who reads the users table before there is a user. */
export const SYSTEM_CONTEXT: UserContext = {
  id: '000000000000000AAA',
  username: '',
  name: 'System',
  profileId: '',
  roleId: null,
  contactId: null,
  accountId: null,
  userType: 'Standard',
  timeZone: 'GMT',
  locale: 'en_US',
  language: 'en_US'
};

const FIELDS =
  'Id, Username, Name, ProfileId, UserRoleId, ContactId, Contact.AccountId, UserType, TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey, IsActive';

export class UnknownUser extends Error {}

/** Reads the user inside the running transaction: a user changed earlier in it counts as changed. */
export function userContext(userId: string): UserContext {
  const row = findUser('Id', ApexId.of(userId));
  if (!row) throw new UnknownUser(`No user has the id ${userId}`);
  return contextOf(row);
}

export function userByUsername(username: string): UserContext | null {
  const row = findUser('Username', username);
  return row && row.get('IsActive') === true ? contextOf(row) : null;
}

function findUser(field: 'Id' | 'Username', value: unknown): SObject | undefined {
  const { database } = current().org;
  const rows = internally(() =>
    database.queryText(`SELECT ${FIELDS} FROM User WHERE ${field} = :value`, new Map([['value', value]]), 'system')
  );
  return rows.items[0] as SObject | undefined;
}

function contextOf(row: SObject): UserContext {
  const contact = row.get('Contact') as SObject | null;
  return {
    id: idText(row.get('Id')) ?? '',
    username: String(row.get('Username') ?? ''),
    name: String(row.get('Name') ?? ''),
    profileId: idText(row.get('ProfileId')) ?? '',
    roleId: idText(row.get('UserRoleId')),
    contactId: idText(row.get('ContactId')),
    accountId: idText(contact?.get('AccountId') ?? null),
    userType: String(row.get('UserType') ?? 'Standard'),
    timeZone: String(row.get('TimeZoneSidKey') ?? 'GMT'),
    locale: String(row.get('LocaleSidKey') ?? 'en_US'),
    language: String(row.get('LanguageLocaleKey') ?? 'en_US')
  };
}

export function idText(value: unknown): string | null {
  if (value instanceof ApexId) return value.value;
  return typeof value === 'string' && value !== '' ? value : null;
}
