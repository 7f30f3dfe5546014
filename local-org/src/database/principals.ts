import type { XmlObject } from '../metadata/model.ts';
import { xmlTexts } from '../metadata/xml.ts';
import type { UserContext } from '../org.ts';
import type { Store } from './store.ts';

/** Whose records a user owns in effect, and to whom a grant must go to reach the user. */
export interface PrincipalSet {
  /** The user, the queues the user is in, and everyone below in the role hierarchy. */
  readonly owners: ReadonlySet<string>;
  /** The same with every group they are in. */
  readonly grantees: ReadonlySet<string>;
}

interface Person {
  readonly id: string;
  readonly roleId: string | null;
  readonly userType: string;
  readonly accountOwner: string | null;
}

/** Roles, groups and queues. Read once and forgotten when one of their rows changes. */
export class Principals {
  private readonly store: Store;
  private people: Map<string, Person> | null = null;
  private readonly sets = new Map<string, PrincipalSet>();

  constructor(store: Store) {
    this.store = store;
  }

  of(user: UserContext): PrincipalSet {
    let set = this.sets.get(user.id);
    if (!set) this.sets.set(user.id, (set = this.compute(user.id)));
    return set;
  }

  profileName(user: UserContext): string {
    return String(this.store.get('SELECT "Name" FROM "Profile" WHERE "Id" = ?', [user.profileId])?.[0] ?? '');
  }

  /** Is the user among those a sharing rule shares to? */
  isTarget(user: UserContext, target: XmlObject): boolean {
    const external = !/^Standard$/.test(user.userType);
    if ('allInternalUsers' in target) return !external;
    if ('allPartnerUsers' in target || 'allCustomerPortalUsers' in target) return external;
    return this.members(target).some((id) => this.of(user).grantees.has(id));
  }

  /** Users, groups and queues that a sharing rule's `<group>`, `<role>`, … names. */
  members(target: XmlObject): string[] {
    const ids: string[] = [];
    for (const kind of ['group', 'queue'] as const) {
      for (const name of xmlTexts(target, kind)) {
        ids.push(...this.column('SELECT "Id" FROM "Group" WHERE "DeveloperName" = ? COLLATE NOCASE', name));
      }
    }
    for (const name of xmlTexts(target, 'role')) ids.push(...this.usersInRoles(this.rolesNamed(name)));
    for (const element of ['roleAndSubordinates', 'roleAndSubordinatesInternal', 'portalRoleAndSubordinates']) {
      for (const name of xmlTexts(target, element)) ids.push(...this.usersInRoles(this.withSubordinates(this.rolesNamed(name))));
    }
    if ('allInternalUsers' in target)
      ids.push(...[...this.everyone().values()].filter((person) => person.userType === 'Standard').map((person) => person.id));
    return ids;
  }

  forget(): void {
    this.people = null;
    this.sets.clear();
  }

  private compute(userId: string): PrincipalSet {
    const owners = new Set([userId, ...this.below(userId)]);
    const grantees = new Set(owners);
    // Queues own records; other groups only receive grants.
    for (const id of this.groupsOf(userId)) {
      grantees.add(id.id);
      if (id.type === 'Queue') owners.add(id.id);
    }
    for (const subordinate of [...owners]) for (const group of this.groupsOf(subordinate)) grantees.add(group.id);
    return { owners, grantees };
  }

  /** Users below in the role hierarchy. Users of a partner account stand below the account's owner, as partner roles do. */
  private below(userId: string): Set<string> {
    const people = this.everyone();
    const found = new Set<string>();
    const visit = (id: string): void => {
      const roleId = people.get(id)?.roleId ?? null;
      const subordinateRoles = roleId === null ? [] : this.withSubordinates([roleId]).filter((role) => role !== roleId);
      for (const person of people.values()) {
        const subordinate =
          (person.roleId !== null && subordinateRoles.includes(person.roleId)) ||
          (person.accountOwner !== null && person.accountOwner === id);
        if (subordinate && person.id !== userId && !found.has(person.id)) {
          found.add(person.id);
          visit(person.id);
        }
      }
    };
    visit(userId);
    return found;
  }

  private groupsOf(memberId: string): { id: string; type: string }[] {
    const roleId = this.everyone().get(memberId)?.roleId ?? null;
    const direct = [
      memberId,
      ...(roleId === null ? [] : this.column(`SELECT "Id" FROM "Group" WHERE "RelatedId" = ? AND "Type" LIKE 'Role%'`, roleId))
    ];
    const found = new Map<string, string>();
    const visit = (id: string): void => {
      for (const [groupId, type] of this.store.all(
        'SELECT g."Id", g."Type" FROM "GroupMember" m JOIN "Group" g ON g."Id" = m."GroupId" WHERE m."UserOrGroupId" = ?',
        [id]
      ) as [string, string][]) {
        if (found.has(groupId)) continue;
        found.set(groupId, type);
        visit(groupId);
      }
    };
    direct.forEach(visit);
    for (const id of direct.slice(1)) found.set(id, 'Role');
    return [...found].map(([id, type]) => ({ id, type }));
  }

  private everyone(): Map<string, Person> {
    this.people ??= new Map(
      this.store
        .all(
          'SELECT u."Id", u."UserRoleId", u."UserType", a."OwnerId" FROM "User" u LEFT JOIN "Contact" c ON c."Id" = u."ContactId" LEFT JOIN "Account" a ON a."Id" = c."AccountId" WHERE u."IsActive" = 1'
        )
        .map(([id, roleId, userType, accountOwner]) => [
          id as string,
          { id: id as string, roleId: roleId as string | null, userType: String(userType), accountOwner: accountOwner as string | null }
        ])
    );
    return this.people;
  }

  private rolesNamed(name: string): string[] {
    return this.column('SELECT "Id" FROM "UserRole" WHERE "DeveloperName" = ? COLLATE NOCASE', name);
  }

  private withSubordinates(roles: readonly string[]): string[] {
    const all = new Set(roles);
    for (const role of all) for (const child of this.column('SELECT "Id" FROM "UserRole" WHERE "ParentRoleId" = ?', role)) all.add(child);
    return [...all];
  }

  private usersInRoles(roles: readonly string[]): string[] {
    return [...this.everyone().values()]
      .filter((person) => person.roleId !== null && roles.includes(person.roleId))
      .map((person) => person.id);
  }

  private column(sql: string, parameter: string): string[] {
    return this.store.all(sql, [parameter]).map((row) => row[0] as string);
  }
}
