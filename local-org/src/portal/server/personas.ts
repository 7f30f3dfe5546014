import type { LocalDatabase } from '../../database/engine.ts';
import type { Org } from '../../org.ts';
import { xmlText } from '../../metadata/xml.ts';
import { current } from '../../runtime/execution.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { isAdministrator } from '../../platform/access.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { query } from './rows.ts';

/** Somebody a visitor can be. */
export interface Persona {
  readonly userId: string;
  readonly name: string;
  /** `Partner rep, Northwind Integrators`. */
  readonly role: string;
  readonly can: readonly string[];
  /** Partners work in the site, everybody else in Lightning. */
  readonly place: 'site' | 'lightning';
}

const PARTNER_TYPES = new Set(['PowerPartner', 'PowerCustomerSuccess', 'CspLitePortal', 'CustomerSuccess']);

/**
 * The people of the org who would sign in: active users with a permission set of this package, and administrators.
 * Users who only ever run integrations have no page to look at and are left out.
 */
export function personas(org: Org): Persona[] {
  const users = query(
    "SELECT Id, Name, Title, UserType, ContactId, Contact.Account.Name, Profile.Name FROM User WHERE IsActive = true AND UserType IN ('PowerPartner', 'Standard') ORDER BY Name",
    {},
    'system'
  );
  const found = users.flatMap((user): (Persona & { readonly rank: number })[] => {
    const id = user.get('Id') as ApexId;
    const partner = PARTNER_TYPES.has(String(user.get('UserType')));
    const sets = permissionSets(org, id);
    const admin = !partner && isAdministrator(id);
    if (!admin && !sets.some((set) => !set.integration)) return [];
    const account = partner ? text(user, 'Contact', 'Account', 'Name') : null;
    const title =
      text(user, 'Title') ?? (partner ? 'Partner representative' : admin ? 'Administrator' : (text(user, 'Profile', 'Name') ?? 'User'));
    const can = sets.filter((set) => !set.integration).map((set) => set.description);
    return [
      {
        userId: id.value,
        name: String(user.get('Name')),
        role: [title, account].filter(Boolean).join(', '),
        can: can.length > 0 ? can : ['Everything: setup, every record, every app.'],
        place: partner ? 'site' : 'lightning',
        rank: partner ? 0 : admin ? 2 : 1
      }
    ];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ userId, name, role, can, place }) => ({ userId, name, role, can, place }));
}

export function isPartnerUser(userType: string): boolean {
  return PARTNER_TYPES.has(userType);
}

interface AssignedSet {
  readonly name: string;
  readonly description: string;
  readonly integration: boolean;
}

/** Permission sets from the source tree that are assigned to a user, in the words of their metadata. */
export function permissionSets(org: Org, userId: ApexId): AssignedSet[] {
  const names = (org.database as LocalDatabase).access.permissionSetNames(userId.value);
  return names.flatMap((name) => {
    const component = org.model.components.get('permissionset')?.get(name.toLowerCase());
    if (!component) return [];
    const label = xmlText(component.body, 'label') ?? component.name;
    return [
      {
        name: component.name,
        description: xmlText(component.body, 'description') ?? label,
        integration: /integration/i.test(component.name)
      }
    ];
  });
}

function text(row: SObject, ...path: string[]): string | null {
  const value = path.reduce<unknown>((current, name) => (current instanceof SObject ? current.get(name) : null), row);
  return value === null || value === undefined ? null : String(value);
}

/** The signed-in user's account, for partners. */
export function accountName(): string | null {
  const [user] = query('SELECT Contact.Account.Name FROM User WHERE Id = :id', { id: ApexId.of(current().user.id) }, 'system');
  return user ? text(user, 'Contact', 'Account', 'Name') : null;
}
