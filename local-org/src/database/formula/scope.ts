import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { current } from '../../runtime/execution.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import type { Engine } from '../dml/work.ts';
import type { RecordValues } from '../records.ts';
import { FormulaError } from './parse.ts';
import type { FormulaScope } from './interpreter.ts';
import { fromApex } from './values.ts';
import type { FormulaValue } from './values.ts';

export interface FormulaRecord {
  readonly values: ReadonlyMap<string, unknown>;
  readonly before?: RecordValues | null;
}

/** Names of a formula over one record: its fields, its parents' fields, and the global `$…` variables. */
export class RecordScope implements FormulaScope {
  private readonly engine: Engine;
  private readonly object: ObjectModel;
  private readonly record: FormulaRecord;
  private readonly blankAsZero: boolean;

  constructor(engine: Engine, object: ObjectModel, record: FormulaRecord, blankAsZero: boolean) {
    this.engine = engine;
    this.object = object;
    this.record = record;
    this.blankAsZero = blankAsZero;
  }

  get isNew(): boolean {
    return this.record.before === null || this.record.before === undefined;
  }

  get hasPrior(): boolean {
    return !this.isNew;
  }

  prior(path: readonly string[]): FormulaValue {
    return this.record.before ? this.field(this.object, this.record.before, path) : null;
  }

  resolve(path: readonly string[]): FormulaValue {
    return path[0]!.startsWith('$')
      ? this.global(path[0]!.toLowerCase(), path.slice(1))
      : this.field(this.object, this.record.values, path);
  }

  private field(object: ObjectModel, values: ReadonlyMap<string, unknown>, path: readonly string[]): FormulaValue {
    const [first = '', ...rest] = path;
    if (rest.length > 0) return this.parentField(object, values, first, rest);
    const field = object.fields.get(first.toLowerCase()) ?? object.fields.get(`${first.toLowerCase()}id`);
    if (!field) throw new FormulaError(`Field ${first} does not exist on ${object.name}. Check spelling.`);
    return this.blank(field, this.fieldValue(object, field, values));
  }

  private fieldValue(object: ObjectModel, field: FieldModel, values: ReadonlyMap<string, unknown>): FormulaValue {
    if (field.formula !== undefined) return fromApex(this.engine.formulas.fieldValue(object, field, values));
    const value = fromApex(values.get(field.name) ?? null);
    // A percentage is a fraction in formulas.
    if (field.type === 'Percent' && value instanceof Decimal) return value.divide(Decimal.fromInteger(100));
    return value;
  }

  private blank(field: FieldModel, value: FormulaValue): FormulaValue {
    if (value !== null) return value;
    if (field.type === 'Boolean') return false;
    const numeric = field.type === 'Double' || field.type === 'Currency' || field.type === 'Percent' || field.type === 'Integer';
    return numeric && this.blankAsZero ? Decimal.ZERO : null;
  }

  private parentField(
    object: ObjectModel,
    values: ReadonlyMap<string, unknown>,
    relationship: string,
    rest: readonly string[]
  ): FormulaValue {
    const [typed, target] = relationship.split(':');
    const lookup = object.parentRelationships.get(typed!.toLowerCase());
    if (!lookup) throw new FormulaError(`Field ${relationship} does not exist on ${object.name}. Check spelling.`);
    const id = values.get(lookup.name);
    const nested = values.get(lookup.relationshipName ?? '');
    const parent = this.engine.model.objects.get(
      (target ?? lookup.referenceTo?.find((name) => name === 'User') ?? lookup.referenceTo?.[0] ?? '').toLowerCase()
    );
    if (!parent) throw new FormulaError(`Relationship ${relationship} of ${object.name} cannot be followed in a formula`);
    if (!(id instanceof ApexId)) {
      if (nested instanceof SObject) return this.field(parent, nested.values, rest);
      return this.field(parent, EMPTY, rest);
    }
    const actual = this.engine.objectOf(id.value) ?? parent;
    const record = this.engine.load(actual, [id.value]).get(id.value) ?? EMPTY;
    // A queue owner has no user fields.
    if (actual !== parent && !actual.fields.has(rest[0]!.toLowerCase()) && !actual.parentRelationships.has(rest[0]!.toLowerCase()))
      return null;
    return this.field(actual, record, rest);
  }

  private global(name: string, path: readonly string[]): FormulaValue {
    const { user } = current();
    switch (name) {
      case '$user':
        return this.recordField('User', user.id, path);
      case '$profile':
        return this.recordField('Profile', user.profileId, path);
      case '$userrole':
        return user.roleId === null ? null : this.recordField('UserRole', user.roleId, path);
      case '$organization':
        return this.recordField('Organization', String(this.engine.store.get('SELECT "Id" FROM "Organization"')?.[0] ?? ''), path);
      case '$recordtype':
        return this.field(this.object, this.record.values, ['RecordType', ...path]);
      case '$label':
        return this.engine.model.labels.get(path.at(-1)!.toLowerCase()) ?? missing(`$Label.${path.join('.')}`);
      case '$permission':
        return this.engine.access.hasCustomPermission(user, path[0]!);
      case '$custommetadata':
        return this.customMetadata(path);
      case '$setup':
        return this.setting(path);
      case '$system':
        return missing(`$System.${path.join('.')}`);
      default:
        throw new FormulaError(`Not implemented in the local org: formula variable ${name}.${path.join('.')}`);
    }
  }

  private recordField(objectName: string, id: string, path: readonly string[]): FormulaValue {
    const object = this.engine.model.objects.get(objectName.toLowerCase())!;
    return this.field(object, this.engine.load(object, [id]).get(id) ?? EMPTY, path);
  }

  private customMetadata([type = '', record = '', ...path]: readonly string[]): FormulaValue {
    const object = this.engine.model.objects.get(type.toLowerCase());
    if (!object) return missing(`$CustomMetadata.${type}`);
    const row = this.engine.store.get(`SELECT "Id" FROM "${object.name}" WHERE "DeveloperName" = ? COLLATE NOCASE`, [record]);
    return row ? this.recordField(object.name, row[0] as string, path) : missing(`$CustomMetadata.${type}.${record}`);
  }

  /** The hierarchy setting that applies to the running user: theirs, their profile's, the org's. */
  private setting([type = '', ...path]: readonly string[]): FormulaValue {
    const object = this.engine.model.objects.get(type.toLowerCase());
    if (!object) return missing(`$Setup.${type}`);
    const { user } = current();
    for (const owner of [user.id, user.profileId, String(this.engine.store.get('SELECT "Id" FROM "Organization"')?.[0] ?? '')]) {
      const row = this.engine.store.get(`SELECT "Id" FROM "${object.name}" WHERE "SetupOwnerId" = ? AND "IsDeleted" = 0`, [owner]);
      if (!row) continue;
      const value = this.recordField(object.name, row[0] as string, path);
      if (value !== null) return value;
    }
    return this.field(object, EMPTY, path);
  }
}

const EMPTY: ReadonlyMap<string, unknown> = new Map();

function missing(name: string): never {
  throw new FormulaError(`${name} does not exist`);
}
