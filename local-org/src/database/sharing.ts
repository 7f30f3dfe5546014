import type { Component, ObjectModel, XmlObject } from '../metadata/model.ts';
import { xmlChild, xmlObjects, xmlText, xmlTexts } from '../metadata/xml.ts';
import type { UserContext } from '../org.ts';
import { current } from '../runtime/execution.ts';
import { ApexDatetime } from '../runtime/values/datetime.ts';
import { ApexId } from '../runtime/values/id.ts';
import type { Stored } from './codec.ts';
import type { Engine } from './dml/work.ts';
import { dependsOnOthers, DependentVisibility } from './dependent-visibility.ts';
import { filterCondition } from './filters.ts';
import { Principals } from './principals.ts';
import { insertRecord } from './records.ts';
import type { RecordValues } from './records.ts';
import { quote } from './schema.ts';

export type RecordNeed = 'read' | 'edit' | 'delete';
type Parameter = (value: Stored) => string;

/** Which records a user may see and change, as SQL conditions over the record's table. */
export class Sharing {
  private readonly engine: Engine;
  private readonly principals: Principals;
  private readonly dependent: DependentVisibility;

  constructor(engine: Engine) {
    this.engine = engine;
    this.principals = new Principals(engine.store);
    this.dependent = new DependentVisibility(engine, this, this.principals);
  }

  /** A condition over `alias` that is true for accessible rows; null when every row is. */
  visibleSql(user: UserContext, object: ObjectModel, alias: string, need: RecordNeed, parameter: Parameter): string | null {
    if (this.engine.access.seesAll(user, object.name, need)) return null;
    if (need === 'read' && dependsOnOthers(object)) return this.dependent.visibleSql(user, object, alias, parameter);
    if (!isShared(object)) return null;
    const model = isExternal(user) ? object.externalSharingModel : object.sharingModel;
    if (model === 'FullAccess' || (model === 'ReadWrite' && need !== 'delete') || (model === 'Read' && need === 'read')) return null;
    if (model === 'ControlledByParent') return this.byParent(user, object, alias, need, parameter);
    return `(${this.grounds(user, object, alias, need, parameter).join(' OR ')})`;
  }

  /** Of the given records those the user may access. */
  accessible(user: UserContext, object: ObjectModel, ids: readonly string[], need: RecordNeed): Set<string> {
    const parameters: Stored[] = [JSON.stringify(ids)];
    const condition = this.visibleSql(user, object, 't', need, (value) => `?${parameters.push(value)}`);
    if (condition === null) return new Set(ids);
    const rows = this.engine.store.all(
      `SELECT t."Id" FROM ${quote(object.name)} t WHERE t."Id" IN (SELECT value FROM json_each(?1)) AND ${condition}`,
      parameters
    );
    return new Set(rows.map((row) => row[0] as string));
  }

  /** The owner of a new record of a restricted object gets a share row, as queries on `X__Share` show. */
  rowInserted(object: ObjectModel, record: RecordValues): void {
    if (object.name === 'GroupMember' || object.name === 'UserRole' || object.name === 'User' || object.name === 'Group') this.forget();
    this.ownerShare(object, record);
  }

  /** A new owner replaces the old one's share; manual shares end with the ownership they came from. */
  rowUpdated(object: ObjectModel, before: RecordValues, after: RecordValues): void {
    if (object.name === 'UserRole' || object.name === 'User' || object.name === 'Account') this.forget();
    if (String(before.get('OwnerId')) === String(after.get('OwnerId'))) return;
    const share = this.shareTable(object);
    if (!share) return;
    const id = (after.get('Id') as ApexId).value;
    this.engine.store.run(
      `DELETE FROM ${quote(share.object.name)} WHERE ${quote(share.parent)} = ? AND "RowCause" IN ('Owner', 'Manual')`,
      [id]
    );
    this.ownerShare(object, after);
  }

  forget(): void {
    this.principals.forget();
  }

  private ownerShare(object: ObjectModel, record: RecordValues): void {
    const owner = record.get('OwnerId');
    const share = this.shareTable(object);
    if (!share || !(owner instanceof ApexId)) return;
    const at = ApexDatetime.now();
    insertRecord(
      this.engine.store,
      share.object,
      new Map<string, unknown>([
        ['Id', ApexId.of(this.engine.store.newId(share.object.keyPrefix))],
        [share.parent, record.get('Id')],
        ['UserOrGroupId', owner],
        [share.level, 'All'],
        ['RowCause', 'Owner'],
        ['LastModifiedById', ApexId.of(current().user.id)],
        ['LastModifiedDate', at]
      ])
    );
  }

  private shareTable(object: ObjectModel): { object: ObjectModel; parent: string; level: string } | null {
    if (object.kind === 'custom') {
      const share = this.engine.model.objects.get(object.name.replace(/__c$/, '__share').toLowerCase());
      return share ? { object: share, parent: 'ParentId', level: 'AccessLevel' } : null;
    }
    const share = this.engine.model.objects.get(`${object.name}share`.toLowerCase());
    return share && object.kind === 'standard' ? { object: share, parent: `${object.name}Id`, level: `${object.name}AccessLevel` } : null;
  }

  private byParent(user: UserContext, object: ObjectModel, alias: string, need: RecordNeed, parameter: Parameter): string | null {
    const lookup = [...object.fields.values()].find((field) => field.masterDetail) ?? object.fields.get(PARENT_LOOKUPS[object.name] ?? '');
    const parent = lookup ? this.engine.model.objects.get((lookup.referenceTo?.[0] ?? '').toLowerCase()) : undefined;
    if (!lookup || !parent) return null;
    const inner = this.visibleSql(user, parent, 'p', need === 'delete' ? 'edit' : need, parameter);
    if (inner === null) return null;
    const column = `${alias}.${quote(lookup.name)}`;
    const own = object.fields.has('ownerid') ? ` OR ${alias}."OwnerId" = ${parameter(user.id)}` : '';
    const self = object.name === 'Contact' && user.contactId ? ` OR ${alias}."Id" = ${parameter(user.contactId)}` : '';
    return `(${column} IN (SELECT p."Id" FROM ${quote(parent.name)} p WHERE ${inner})${own}${self})`;
  }

  /** Every reason for access to a private record. */
  private grounds(user: UserContext, object: ObjectModel, alias: string, need: RecordNeed, parameter: Parameter): string[] {
    const who = this.principals.of(user);
    const list = (ids: Iterable<string>): string => `(SELECT value FROM json_each(${parameter(JSON.stringify([...ids]))}))`;
    const grounds = ['0'];
    if (object.fields.has('ownerid')) grounds.push(`${alias}."OwnerId" IN ${list(who.owners)}`);
    if (need === 'delete') return grounds;
    const share = this.shareTable(object);
    if (share) {
      const levels = need === 'read' ? `('Read', 'Edit', 'All')` : `('Edit', 'All')`;
      grounds.push(
        `${alias}."Id" IN (SELECT s.${quote(share.parent)} FROM ${quote(share.object.name)} s WHERE s."UserOrGroupId" IN ${list(who.grantees)} AND s.${quote(share.level)} IN ${levels})`
      );
    }
    grounds.push(...this.ruleGrounds(user, object, alias, need, parameter));
    if (isExternal(user)) grounds.push(...this.sharingSetGrounds(user, object, alias, need, parameter));
    if (object.name === 'Account' && user.accountId && need === 'read') grounds.push(`${alias}."Id" = ${parameter(user.accountId)}`);
    return grounds;
  }

  private ruleGrounds(user: UserContext, object: ObjectModel, alias: string, need: RecordNeed, parameter: Parameter): string[] {
    const rules = this.component('sharingrules', object.name)?.body ?? null;
    const grounds: string[] = [];
    const applies = (rule: XmlObject): boolean =>
      (need === 'read' || xmlText(rule, 'accessLevel') === 'Edit') && this.principals.isTarget(user, xmlChild(rule, 'sharedTo') ?? {});
    for (const rule of xmlObjects(rules, 'sharingOwnerRules')) {
      if (!applies(rule)) continue;
      const owners = this.principals.members(xmlChild(rule, 'sharedFrom') ?? {});
      grounds.push(`${alias}."OwnerId" IN (SELECT value FROM json_each(${parameter(JSON.stringify(owners))}))`);
    }
    for (const rule of xmlObjects(rules, 'sharingCriteriaRules')) {
      if (!applies(rule)) continue;
      const items = xmlObjects(rule, 'criteriaItems').map((item) =>
        filterCondition(
          object,
          xmlText(item, 'field') ?? '',
          xmlText(item, 'operation') ?? 'equals',
          xmlText(item, 'value') ?? '',
          parameter,
          alias
        )
      );
      const logic = xmlText(rule, 'booleanFilter') ?? items.map((_, index) => index + 1).join(' AND ');
      if (items.length > 0) grounds.push(`(${logic.replace(/\d+/g, (number) => items[Number(number) - 1] ?? '0')})`);
    }
    return grounds;
  }

  /** A sharing set opens records whose lookup names the external user's account or contact. */
  private sharingSetGrounds(user: UserContext, object: ObjectModel, alias: string, need: RecordNeed, parameter: Parameter): string[] {
    const grounds: string[] = [];
    for (const set of this.engine.model.components.get('sharingset')?.values() ?? []) {
      const profiles = xmlTexts(set.body, 'profiles').map((name) => name.toLowerCase());
      if (!profiles.includes(this.principals.profileName(user).toLowerCase())) continue;
      for (const mapping of xmlObjects(set.body, 'accessMappings')) {
        if (xmlText(mapping, 'object') !== object.name || (need !== 'read' && xmlText(mapping, 'accessLevel') !== 'Edit')) continue;
        const owner = userFieldValue(user, xmlText(mapping, 'userField') ?? '');
        if (owner !== null) grounds.push(this.matches(object, alias, xmlText(mapping, 'objectField') ?? 'Id', owner, parameter));
      }
    }
    return grounds;
  }

  /** `Account`, `Partner__c.Account__c` or `Id` of the record equals the user's account or contact. */
  private matches(object: ObjectModel, alias: string, path: string, value: string, parameter: Parameter): string {
    const [first = '', ...rest] = path.split('.');
    const field =
      object.fields.get(first.toLowerCase()) ??
      object.parentRelationships.get(first.toLowerCase()) ??
      object.fields.get(`${first.toLowerCase()}id`);
    if (!field) throw new Error(`A sharing set names the unknown field ${object.name}.${path}`);
    if (rest.length === 0) return `${alias}.${quote(field.name)} = ${parameter(value)}`;
    const parent = this.engine.model.objects.get((field.referenceTo?.[0] ?? '').toLowerCase())!;
    return `${alias}.${quote(field.name)} IN (SELECT m."Id" FROM ${quote(parent.name)} m WHERE ${this.matches(parent, 'm', rest.join('.'), value, parameter)})`;
  }

  private component(type: string, name: string): Component | undefined {
    return this.engine.model.components.get(type)?.get(name.toLowerCase());
  }
}

const PARENT_LOOKUPS: Readonly<Record<string, string>> = {
  Contact: 'accountid',
  OpportunityLineItem: 'opportunityid',
  Asset: 'accountid',
  Quote: 'opportunityid'
};

function isShared(object: ObjectModel): boolean {
  return (
    (object.kind === 'custom' || object.kind === 'standard') &&
    (object.sharingModel !== 'FullAccess' || object.externalSharingModel !== 'FullAccess')
  );
}

/** Partner, customer and guest users meet the external organization-wide default. */
export function isExternal(user: Pick<UserContext, 'userType'>): boolean {
  return /Partner|Customer|Portal|Csp|Guest/.test(user.userType);
}

function userFieldValue(user: UserContext, path: string): string | null {
  switch (path.toLowerCase()) {
    case 'account':
    case 'contact.account':
    case 'accountid':
      return user.accountId;
    case 'contact':
    case 'contactid':
      return user.contactId;
    case 'manager':
      return null;
    default:
      throw new Error(`Not implemented in the local org: sharing set user field ${path}`);
  }
}
