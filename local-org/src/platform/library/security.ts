import { accessRules } from '../../runtime/access.ts';
import type { FieldAccess, ObjectAccess } from '../../runtime/access.ts';
import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { INTEGER, setOf, STRING } from '../../runtime/types.ts';
import type { ApexEnum } from '../../runtime/values/enum.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexMap } from '../../runtime/values/map.ts';
import { ApexSet } from '../../runtime/values/set.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { hasCustomPermission } from '../access.ts';

interface Decision {
  readonly records: ApexList;
  readonly removed: Map<string, Set<string>>;
  readonly modified: Set<number>;
}

class SObjectAccessDecision {
  readonly decision: Decision;
  constructor(decision: Decision) {
    this.decision = decision;
  }
}

/** Accesses that each AccessType asks for: on the object and on each field. */
const NEEDED: Readonly<Record<string, { object: readonly ObjectAccess[]; field: readonly FieldAccess[] }>> = {
  READABLE: { object: ['read'], field: ['read'] },
  CREATABLE: { object: ['create'], field: ['create'] },
  UPDATABLE: { object: ['edit'], field: ['edit'] },
  UPSERTABLE: { object: ['create', 'edit'], field: ['create', 'edit'] }
};

function stripInaccessible(type: ApexEnum, records: ApexList, enforceRootObject: unknown = true): SObjectAccessDecision {
  const needed = NEEDED[type.name] ?? throwApex('System.IllegalArgumentException', `Unknown access type: ${type.name}`);
  const removed = new Map<string, Set<string>>();
  const modified = new Set<number>();
  const stripped = records.items.map((record, index) => {
    const row = record as SObject;
    if (row.objectName === 'AggregateResult') throwApex('System.NoAccessException', 'AggregateResult SObject types are not supported');
    if (enforceRootObject !== false && !mayAccess(row.objectName, needed.object))
      throwApex('System.NoAccessException', `No access to entity: ${row.objectName}`);
    const copy = strip(row, needed.field, removed);
    if (copy.changed) modified.add(index);
    return copy.row;
  });
  return new SObjectAccessDecision({ records: new ApexList(records.elementType, stripped), removed, modified });
}

function mayAccess(object: string, accesses: readonly ObjectAccess[]): boolean {
  const { user } = current();
  return accesses.every((access) => accessRules().canAccessObject(user, object, access));
}

/** Always in a row, whatever the field permissions say. */
const EXEMPT = new Set(['Id', 'RecordTypeId']);

/** A copy without what the user may not access, through parents and children too. */
function strip(row: SObject, accesses: readonly FieldAccess[], removed: Map<string, Set<string>>): { row: SObject; changed: boolean } {
  const { org, user } = current();
  const object = org.model.objects.get(row.objectName.toLowerCase());
  const copy = row.copy();
  let changed = false;
  const drop = (name: string): void => {
    copy.values.delete(name);
    copy.queried?.delete(name);
    const names = removed.get(row.objectName) ?? new Set<string>();
    removed.set(row.objectName, names.add(name));
    changed = true;
  };
  for (const [name, value] of row.values) {
    const field = object?.fields.get(name.toLowerCase());
    if (value instanceof SObject || (value instanceof ApexList && value.items.every((item) => item instanceof SObject))) {
      const lookup = object?.parentRelationships.get(name.toLowerCase());
      if (lookup && !accesses.every((access) => accessRules().canAccessField(user, row.objectName, lookup.name, access))) {
        drop(name);
        continue;
      }
      if (value instanceof ApexList && value.elementType.kind === 'sobject' && !mayAccess(value.elementType.name, ['read'])) {
        drop(name);
        continue;
      }
      const nested = value instanceof SObject ? strip(value, accesses, removed) : stripList(value, accesses, removed);
      copy.values.set(name, 'row' in nested ? nested.row : nested.list);
      changed ||= nested.changed;
    } else if (
      field &&
      !EXEMPT.has(field.name) &&
      !accesses.every((access) => accessRules().canAccessField(user, row.objectName, field.name, access))
    ) {
      drop(name);
    }
  }
  return { row: copy, changed };
}

function stripList(
  list: ApexList,
  accesses: readonly FieldAccess[],
  removed: Map<string, Set<string>>
): { list: ApexList; changed: boolean } {
  const results = list.items.map((item) => strip(item as SObject, accesses, removed));
  return {
    list: new ApexList(
      list.elementType,
      results.map((each) => each.row)
    ),
    changed: results.some((each) => each.changed)
  };
}

defineType({ name: 'System.Security', statics: { stripInaccessible } });
defineType({
  name: 'System.SObjectAccessDecision',
  jsClass: SObjectAccessDecision,
  methods: {
    getRecords: (self: SObjectAccessDecision) => self.decision.records,
    getModifiedIndexes: (self: SObjectAccessDecision) => new ApexSet(INTEGER, self.decision.modified),
    getRemovedFields: (self: SObjectAccessDecision) =>
      new ApexMap(
        STRING,
        setOf(STRING),
        [...self.decision.removed].map(([object, names]) => [object, new ApexSet(STRING, names)] as const)
      )
  }
});

/** By name, with or without the namespace of the org. */
function checkPermission(name: string): boolean {
  const { org } = current();
  const bare =
    org.model.namespace && name.toLowerCase().startsWith(`${org.model.namespace.toLowerCase()}__`)
      ? name.slice(org.model.namespace.length + 2)
      : name;
  return hasCustomPermission(bare);
}

defineType({ name: 'System.FeatureManagement', statics: { checkPermission } });
