/**
 * Accessors of custom metadata and custom settings: `X__mdt.getAll()`, `X__mdt.getInstance(name)`, `X__c.getInstance()`,
 * `getOrgDefaults()`, `getValues(…)`. None of them counts as a query. What they return is read-only as a collection; rows
 * are copies, so that changing one changes nothing else.
 */
import type { FieldModel, ObjectModel } from '../metadata/model.ts';
import { current } from './execution.ts';
import { sobjectType, STRING } from './interning.ts';
import { requireObject } from './schema/tokens.ts';
import { unmetered } from './unmetered.ts';
import { ApexId, normalizeId } from './values/id.ts';
import { ApexMap } from './values/map.ts';
import { SObject } from './values/sobject.ts';

type Accessor = (object: ObjectModel, argument: unknown) => unknown;

const METADATA: Readonly<Record<string, Accessor>> = {
  getall: (object) => allMetadata(object),
  getinstance: (object, key) => allMetadata(object, key).values().items[0] ?? null
};

const HIERARCHY: Readonly<Record<string, Accessor>> = {
  getinstance: (object, owner) => mergedSetting(object, owner),
  getvalues: (object, owner) => ownSetting(object, requireOwner(owner)),
  getorgdefaults: (object) => ownSetting(object, current().org.id) ?? blank(object)
};

const LIST: Readonly<Record<string, Accessor>> = {
  getall: (object) => listSettings(object),
  getinstance: (object, name) => listSettings(object).get(lowered(name)) ?? null,
  getvalues: (object, name) => listSettings(object).get(lowered(name)) ?? null
};

/** One accessor by method name in any case; an accessor the object's kind does not have is an error the compiler reports. */
export function settingsAccessor(objectName: string, method: string, argument: unknown = null): unknown {
  const object = requireObject(objectName);
  const accessor = accessorsOf(object)[method.toLowerCase()];
  if (!accessor) throw new Error(`${object.name} has no accessor ${method}`);
  return accessor(object, argument);
}

/** Names of the accessors an object has, lower-case; empty for ordinary objects. */
export function settingsAccessors(object: ObjectModel): readonly string[] {
  return Object.keys(accessorsOf(object));
}

function accessorsOf(object: ObjectModel): Readonly<Record<string, Accessor>> {
  if (object.kind === 'customMetadata') return METADATA;
  if (object.kind !== 'customSetting') return {};
  return object.customSettingsType === 'List' ? LIST : HIERARCHY;
}

const lowered = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/** Records as the database holds them, since their ids must match what queries return. */
function allMetadata(object: ObjectModel, key: unknown = null): ApexMap {
  const map = new ApexMap(STRING, sobjectType(object.name));
  const wanted = key instanceof ApexId ? key.value : typeof key === 'string' ? (normalizeId(key) ?? key.toLowerCase()) : null;
  for (const row of rowsOf(object)) {
    const name = String(row.get('DeveloperName'));
    const id = row.get('Id') as ApexId | null;
    if (wanted === null || wanted === name.toLowerCase() || wanted === id?.value) map.put(name, row);
  }
  map.readOnly = true;
  return map;
}

/** A list setting's rows by name; names are looked up in any case. */
function listSettings(object: ObjectModel): ApexMap {
  const map = new ListSettingMap(STRING, sobjectType(object.name));
  for (const row of rowsOf(object)) map.put(row.get('Name'), row);
  map.readOnly = true;
  return map;
}

class ListSettingMap extends ApexMap {
  override get(key: unknown): unknown {
    for (const [name, row] of this) if (lowered(name) === lowered(key)) return row;
    return null;
  }

  override has(key: unknown): boolean {
    return this.get(key) !== null;
  }
}

function requireOwner(owner: unknown): string {
  if (owner instanceof ApexId) return owner.value;
  if (typeof owner === 'string') return ApexId.of(owner).value;
  return current().user.id;
}

/** The row set for exactly this user, profile or org. */
function ownSetting(object: ObjectModel, owner: string): SObject | null {
  const wanted = normalizeId(owner) ?? owner;
  return rowsOf(object).find((row) => String(row.get('SetupOwnerId')) === wanted) ?? null;
}

function blank(object: ObjectModel): SObject {
  return new SObject(object.name);
}

/** Per field the user's value, else the profile's, else the org's. Never null: without any row an empty one. */
function mergedSetting(object: ObjectModel, owner: unknown): SObject {
  const { user, org } = current();
  const start = owner === null ? user.id : requireOwner(owner);
  const profile = start === user.id ? user.profileId : profileOf(start);
  const levels = start === org.id ? [org.id] : [start, profile, org.id];
  const rows = levels.flatMap((level) => (level === null ? [] : (ownSetting(object, level) ?? [])));
  const merged = blank(object);
  for (const row of rows) {
    for (const [name, value] of row.values) if ((merged.values.get(name) ?? null) === null) merged.values.set(name, value);
  }
  if (rows.length === 0) merged.values.set('SetupOwnerId', ApexId.of(start));
  return merged;
}

/** Profile of another user; null when the owner is a profile or the org itself. */
function profileOf(owner: string): string | null {
  if (!owner.startsWith('005')) return null;
  const { database } = current().org;
  const rows = unmetered(() =>
    database.queryText('SELECT ProfileId FROM User WHERE Id = :owner', new Map([['owner', ApexId.of(owner)]]), 'system')
  );
  return String((rows.items[0] as SObject | undefined)?.get('ProfileId') ?? '') || null;
}

function rowsOf(object: ObjectModel): SObject[] {
  const { database } = current().org;
  const names = [...object.fields.values()].filter(isStored).map((field) => field.name);
  const rows = unmetered(() => database.queryText(`SELECT ${names.join(', ')} FROM ${object.name}`, new Map(), 'system'))
    .items as SObject[];
  // Accessors give every field, so nothing counts as unqueried.
  for (const row of rows) row.queried = null;
  return rows;
}

const isStored = (field: FieldModel): boolean => field.type !== 'Address' && field.type !== 'Location';
