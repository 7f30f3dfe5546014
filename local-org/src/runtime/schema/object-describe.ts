import type { ChildRelationship, ObjectModel } from '../../metadata/model.ts';
import { accessRules } from '../access.ts';
import type { ObjectAccess } from '../access.ts';
import { current } from '../execution.ts';
import { unmetered } from '../unmetered.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { throwApex } from '../values/exception.ts';
import { ApexId } from '../values/id.ts';
import type { SObject } from '../values/sobject.ts';
import { ID, platformType, STRING } from '../interning.ts';
import { FieldDescribe } from './field-describe.ts';
import { fieldTokenFor, findField, findObject, requireObject, tokenFor } from './tokens.ts';
import type { SObjectFieldToken, SObjectTypeToken } from './tokens.ts';

/** `Account.SObjectType.getDescribe().fields`: a map whose keys are lower-case names found in any case. */
export class FieldMap {
  readonly object: ObjectModel;

  constructor(object: ObjectModel) {
    this.object = object;
  }

  toMap(): ApexMap {
    const map = new NameMap(platformType('Schema.SObjectField'));
    for (const field of this.object.fields.values()) map.put(field.name.toLowerCase(), fieldTokenFor(this.object, field));
    return map;
  }
}

/** Describe maps ignore the case of their keys, unlike every other map of strings. */
export class NameMap extends ApexMap {
  constructor(valueType: ApexMap['valueType']) {
    super(STRING, valueType);
  }

  override get(key: unknown): unknown {
    return super.get(localName(key));
  }

  override has(key: unknown): boolean {
    return super.has(localName(key));
  }

  override put(key: unknown, value: unknown): unknown {
    return super.put(localName(key), value);
  }

  override remove(key: unknown): unknown {
    return super.remove(localName(key));
  }
}

/** Lower case, without the org's own namespace. */
function localName(key: unknown): unknown {
  if (typeof key !== 'string') return key;
  const lower = key.toLowerCase();
  const prefix = `${current().org.model.namespace.toLowerCase()}__`;
  return prefix.length > 2 && lower.startsWith(prefix) ? lower.slice(prefix.length) : lower;
}

export class FieldSetMember {
  readonly path: string;
  readonly describe: FieldDescribe;

  constructor(path: string, describe: FieldDescribe) {
    this.path = path;
    this.describe = describe;
  }

  apexKey(): string {
    return `${this.path} ${this.describe.apexKey()}`;
  }

  toString(): string {
    return `Schema.FieldSetMember[getFieldPath=${this.path};]`;
  }
}

export class FieldSet {
  readonly object: ObjectModel;
  readonly set: ObjectModel['fieldSets'][number];

  constructor(object: ObjectModel, set: ObjectModel['fieldSets'][number]) {
    this.object = object;
    this.set = set;
  }

  get members(): ApexList {
    return new ApexList(
      platformType('Schema.FieldSetMember'),
      this.set.fields.map((path) => new FieldSetMember(path, resolvePath(this.object, path)))
    );
  }

  apexKey(): string {
    return `${this.object.name} ${this.set.name}`;
  }

  toString(): string {
    return `Schema.FieldSet[getName=${this.set.name};]`;
  }
}

/** `Account__r.Owner.Name` from an object to the field it ends in. */
function resolvePath(object: ObjectModel, path: string): FieldDescribe {
  const steps = path.split('.');
  let owner = object;
  for (const step of steps.slice(0, -1)) {
    const target = owner.parentRelationships.get(step.toLowerCase())?.referenceTo?.[0];
    owner = (target ? findObject(target) : null) ?? throwApex('System.SObjectException', `Invalid field ${path} for ${object.name}`);
  }
  const field = findField(owner, steps.at(-1)!) ?? throwApex('System.SObjectException', `Invalid field ${path} for ${object.name}`);
  return new FieldDescribe(owner, field);
}

export class RecordTypeInfo {
  readonly id: ApexId;
  readonly name: string;
  readonly developerName: string;
  readonly active: boolean;
  readonly master: boolean;
  readonly isDefault: boolean;

  constructor(info: { id: ApexId; name: string; developerName: string; active: boolean; master: boolean; isDefault: boolean }) {
    this.id = info.id;
    this.name = info.name;
    this.developerName = info.developerName;
    this.active = info.active;
    this.master = info.master;
    this.isDefault = info.isDefault;
  }

  apexKey(): string {
    return `${this.id.value} ${this.developerName}`;
  }

  toString(): string {
    return `Schema.RecordTypeInfo[getDeveloperName=${this.developerName};getName=${this.name};getRecordTypeId=${this.id.value};]`;
  }
}

/** The type every object has, with the same id everywhere. */
const MASTER_RECORD_TYPE = '012000000000000AAA';

export class ChildRelationshipInfo {
  readonly parent: ObjectModel;
  readonly relationship: ChildRelationship;

  constructor(parent: ObjectModel, relationship: ChildRelationship) {
    this.parent = parent;
    this.relationship = relationship;
  }

  get child(): SObjectTypeToken {
    return tokenFor(requireObject(this.relationship.childObject));
  }

  get field(): SObjectFieldToken {
    const child = requireObject(this.relationship.childObject);
    const field =
      findField(child, this.relationship.field) ??
      throwApex('System.SObjectException', `Invalid field ${this.relationship.field} for ${child.name}`);
    return fieldTokenFor(child, field);
  }

  get restrictedDelete(): boolean {
    return this.field.field.deleteConstraint === 'Restrict';
  }

  apexKey(): string {
    return `${this.parent.name} ${this.relationship.childObject} ${this.relationship.field}`;
  }

  toString(): string {
    return `Schema.ChildRelationship[getChildSObject=${this.relationship.childObject};getField=${this.relationship.field};getRelationshipName=${this.relationship.name};]`;
  }
}

/** A value of `Schema.DescribeSObjectResult`. */
export class ObjectDescribe {
  readonly object: ObjectModel;

  constructor(object: ObjectModel) {
    this.object = object;
  }

  get token(): SObjectTypeToken {
    return tokenFor(this.object);
  }

  can(access: ObjectAccess): boolean {
    return accessRules().canAccessObject(current().user, this.object.name, access);
  }

  get childRelationships(): ApexList {
    const known = this.object.childRelationships.filter(({ childObject }) => findObject(childObject) !== null);
    return new ApexList(
      platformType('Schema.ChildRelationship'),
      known.map((relationship) => new ChildRelationshipInfo(this.object, relationship))
    );
  }

  get fieldSets(): ApexMap {
    const map = new NameMap(platformType('Schema.FieldSet'));
    for (const set of this.object.fieldSets) map.put(set.name.toLowerCase(), new FieldSet(this.object, set));
    return map;
  }

  get recordTypes(): RecordTypeInfo[] {
    const master = new RecordTypeInfo({
      id: ApexId.of(MASTER_RECORD_TYPE),
      name: 'Master',
      developerName: 'Master',
      active: true,
      master: true,
      isDefault: this.object.recordTypes.length === 0
    });
    if (this.object.recordTypes.length === 0) return [master];
    const ids = recordTypeIds(this.object.name);
    const declared = this.object.recordTypes.flatMap((type, index) => {
      const id = ids.get(type.name.toLowerCase());
      return id
        ? [
            new RecordTypeInfo({
              id,
              name: type.label,
              developerName: type.name,
              active: type.active,
              master: false,
              isDefault: index === 0
            })
          ]
        : [];
    });
    return [...declared, master];
  }

  /** Record types keyed by `name`, `developerName` or `id`. */
  recordTypesBy(key: 'name' | 'developerName' | 'id'): ApexMap {
    const type = platformType('Schema.RecordTypeInfo');
    return new ApexMap(
      key === 'id' ? ID : STRING,
      type,
      this.recordTypes.map((info) => [info[key], info] as const)
    );
  }

  apexKey(): string {
    return this.object.name;
  }

  toString(): string {
    return `Schema.DescribeSObjectResult[getLabel=${this.object.label};getName=${this.object.name};]`;
  }
}

/** The record type of the object that has this id, as metadata declares it. */
export function recordTypeById(object: ObjectModel, id: ApexId): ObjectModel['recordTypes'][number] | null {
  const [name] = [...recordTypeIds(object.name)].find(([, each]) => each.equals(id)) ?? [];
  return object.recordTypes.find((type) => type.name.toLowerCase() === name) ?? null;
}

function recordTypeIds(objectName: string): Map<string, ApexId> {
  const { database } = current().org;
  const rows = unmetered(() =>
    database.queryText(
      'SELECT Id, DeveloperName FROM RecordType WHERE SobjectType = :objectName',
      new Map([['objectname', objectName]]),
      'system'
    )
  );
  return new Map((rows.items as SObject[]).map((row) => [String(row.get('DeveloperName')).toLowerCase(), row.get('Id') as ApexId]));
}

/** `Schema.SObjectType.Account`. */
export function objectDescribe(name: string): ObjectDescribe {
  return new ObjectDescribe(requireObject(name));
}

/** `Schema.SObjectType.Account.fields.Name`. */
export function fieldDescribe(objectName: string, fieldName: string): FieldDescribe {
  const object = requireObject(objectName);
  const field = findField(object, fieldName) ?? throwApex('System.SObjectException', `Invalid field ${fieldName} for ${object.name}`);
  return new FieldDescribe(object, field);
}

/** `Schema.SObjectType.Account.fieldSets.Name`. */
export function fieldSet(objectName: string, name: string): FieldSet {
  const object = requireObject(objectName);
  const set = object.fieldSets.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return new FieldSet(object, set ?? throwApex('System.SObjectException', `Invalid field set ${name} for ${object.name}`));
}

/** `Schema.SObjectType.Account.fields.getMap()`. */
export function fieldMap(objectName: string): ApexMap {
  return new FieldMap(requireObject(objectName)).toMap();
}

/** `Schema.SObjectType.Account.fieldSets.getMap()`. */
export function fieldSetMap(objectName: string): ApexMap {
  return objectDescribe(objectName).fieldSets;
}

/** `Schema.getGlobalDescribe()`. */
/** Objects that hold no rows here are found by their name and not listed: there are thousands. */
class GlobalDescribe extends NameMap {
  override get(key: unknown): unknown {
    const known = super.get(key);
    const object = known === null && typeof key === 'string' ? findObject(key) : null;
    return object ? tokenFor(object) : known;
  }

  override has(key: unknown): boolean {
    return this.get(key) !== null;
  }
}

export function globalDescribe(): ApexMap {
  const map = new GlobalDescribe(platformType('Schema.SObjectType'));
  for (const object of current().org.model.objects.values()) map.put(object.name.toLowerCase(), tokenFor(object));
  return map;
}
