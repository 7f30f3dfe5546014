import { fieldDefaults } from '../../metadata/fields.ts';
import { isCatalogueLink } from '../../metadata/link.ts';
import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';
import type { ApexDate } from '../../runtime/values/date.ts';
import type { Stored } from '../codec.ts';
import { hasColumn } from '../codec.ts';
import { isVirtual, quote } from '../schema.ts';
import type { FieldPath, FunctionCall } from './ast.ts';
import { coordinatesSql, DISTANCE_SCALE } from './compound.ts';
import { DATE_FUNCTIONS } from './dates.ts';
import { isPolymorphic, parentObject, resolvePath, SoqlError, unaliased } from './resolve.ts';

/** What rows and fields the running user may see; null in system mode without sharing. */
export interface Security {
  /** Throws for an object or field the user may not read. Null when only sharing is enforced. */
  /** Throws when user mode met something the user may not see; called once the whole query is planned. */
  readonly refuse?: () => void;
  readonly checkField: ((object: ObjectModel, field: FieldModel) => void) | null;
  /** Fields are checked in the SELECT list only. */
  readonly selectOnly: boolean;
  readonly checkObject: ((object: ObjectModel) => void) | null;
  /** SQL over `alias` that is true for visible rows; null when all are. */
  readonly visible: ((object: ObjectModel, alias: string, parameter: (value: Stored) => string) => string | null) | null;
}

/** One execution of a query: its parameters and who asks, shared by all its subqueries. */
export class QueryContext {
  readonly model: OrgModel;
  readonly binds: readonly unknown[];
  readonly security: Security | null;
  readonly userId: string;
  readonly zone: string;
  readonly today: ApexDate;
  readonly parameters: Stored[] = [];
  /** Rows that subqueries of the SELECT list gave. */
  childRows = 0;
  /** Whether what is planned just now is the SELECT list: WITH SECURITY_ENFORCED looks at nothing else. */
  private selecting = false;
  private aliases = 0;

  constructor(options: {
    model: OrgModel;
    binds: readonly unknown[];
    security: Security | null;
    userId: string;
    zone: string;
    today: ApexDate;
  }) {
    this.model = options.model;
    this.binds = options.binds;
    this.security = options.security;
    this.userId = options.userId;
    this.zone = options.zone;
    this.today = options.today;
  }

  /** Adds a parameter and gives its placeholder. Placeholders are numbered, so clauses may be built in any order. */
  readonly parameter = (value: Stored): string => {
    this.parameters.push(value);
    return `?${this.parameters.length}`;
  };

  alias(): string {
    return `t${this.aliases++}`;
  }

  check(object: ObjectModel, field: FieldModel): void {
    if (this.selecting || !this.security?.selectOnly) this.security?.checkField?.(object, field);
  }

  /** Runs `plan` as the planning of a SELECT list. */
  select<T>(plan: () => T): T {
    this.selecting = true;
    try {
      return plan();
    } finally {
      this.selecting = false;
    }
  }
}

/** SQL of an expression and the field that says how its values are stored and compared. */
export interface Expression {
  readonly sql: string;
  readonly field: FieldModel;
}

const COUNTED: FieldModel = fieldDefaults('count', 'Integer');
/** What polymorphic parents have in common beyond Id, Name and Type. */
const NAME_HOLDERS = ['User', 'Group', 'Contact', 'Lead'];

/** The tables of one SELECT: the base object and the parents joined to it so far. */
export class Scope {
  readonly context: QueryContext;
  readonly object: ObjectModel;
  readonly alias: string;
  readonly queryAlias: string | null;
  private readonly joins: string[];
  private readonly joined: Map<string, string>;

  /** Sets the joins of a branch of TYPEOF apart from those of its object's own paths. */
  private readonly key: string;

  constructor(context: QueryContext, object: ObjectModel, queryAlias: string | null, branch?: { of: Scope; alias: string; key: string }) {
    this.context = context;
    this.object = object;
    this.alias = branch?.alias ?? context.alias();
    this.queryAlias = queryAlias;
    this.joins = branch?.of.joins ?? [];
    this.joined = branch?.of.joined ?? new Map<string, string>();
    this.key = branch?.key ?? '';
    if (isVirtual(object.name) && object.name !== 'UserRecordAccess')
      throw new SoqlError(`Not implemented in the local org: SOQL on ${object.name}`);
    context.security?.checkObject?.(object);
  }

  get from(): string {
    return `${quote(this.object.name)} ${this.alias}${this.joins.map((join) => ` ${join}`).join('')}`;
  }

  expression(expression: FieldPath | FunctionCall): Expression {
    return expression.kind === 'field' ? this.field(expression.path) : this.call(expression);
  }

  field(written: readonly string[]): Expression {
    const path = unaliased(written, this.object, this.queryAlias);
    const { parents, owner, field } = resolvePath(this.object, path, this.context.model);
    if (owner.name === 'Name' && parents.length > 0) return this.nameField(parents, field);
    const alias = this.join(parents);
    this.context.check(owner, field);
    return { sql: columnOf(owner, field, alias), field };
  }

  /** Alias of the table reached through the given lookups. */
  join(parents: readonly FieldModel[]): string {
    let { alias, key } = this;
    let owner = this.object;
    for (const parent of parents) {
      key += `.${parent.name}`;
      const target = this.joinTarget(parent);
      alias = this.joinTable(key, target, columnOf(owner, parent, alias), isCatalogueLink(parent) ? 'DurableId' : 'Id');
      owner = target;
    }
    return alias;
  }

  /** A path through a polymorphic lookup (`Owner.Profile.Name`) goes by its users: nothing else has further relationships. */
  private joinTarget(lookup: FieldModel): ObjectModel {
    const { model } = this.context;
    if (!isPolymorphic(lookup)) return parentObject(lookup, model);
    if (!lookup.referenceTo?.includes('User'))
      throw new SoqlError(
        `Not implemented in the local org: a path through the polymorphic relationship ${lookup.relationshipName}; use TYPEOF`
      );
    return model.objects.get('user')!;
  }

  joinTable(key: string, target: ObjectModel, reference: string, column = 'Id'): string {
    let alias = this.joined.get(key);
    if (alias === undefined) {
      alias = this.context.alias();
      this.joins.push(`LEFT JOIN ${quote(target.name)} ${alias} ON ${alias}."${column}" = ${reference}`);
      this.joined.set(key, alias);
    }
    return alias;
  }

  /** The scope of one branch of TYPEOF: the same SELECT seen from the row that a polymorphic lookup points to. */
  branch(lookup: FieldModel, target: ObjectModel): Scope {
    const key = `${this.key}.typeof:${lookup.name}:${target.name}`;
    return new Scope(this.context, target, null, { of: this, key, alias: this.joinTable(key, target, this.reference([lookup])) });
  }

  /** The lookup's own column, for the Id at the end of `parents`. */
  reference(parents: readonly FieldModel[]): string {
    const owner = parents.slice(0, -1).reduce((_, parent) => parentObject(parent, this.context.model), this.object);
    return columnOf(owner, parents.at(-1)!, this.join(parents.slice(0, -1)));
  }

  private nameField(parents: readonly FieldModel[], field: FieldModel): Expression {
    const lookup = parents.at(-1)!;
    const reference = this.reference(parents);
    if (field.name === 'Id') return { sql: reference, field };
    if (field.name === 'Name' || field.name === 'NameOrAlias') return { sql: `name_of(${reference})`, field };
    if (field.name === 'Type') return { sql: `type_of(${reference})`, field };
    const holders = NAME_HOLDERS.filter((name) => lookup.referenceTo?.includes(name))
      .map((name) => this.context.model.objects.get(name.toLowerCase())!)
      .filter((object) => object.fields.has(field.name.toLowerCase()));
    if (holders.length === 0) return { sql: 'NULL', field };
    const key = parents.map((parent) => `.${parent.name}`).join('');
    const columns = holders.map((holder) =>
      columnOf(holder, holder.fields.get(field.name.toLowerCase())!, this.joinTable(`${key}:${holder.name}`, holder, reference))
    );
    return { sql: columns.length === 1 ? columns[0]! : `COALESCE(${columns.join(', ')})`, field };
  }

  private distance({ from, to, unit }: NonNullable<FunctionCall['distance']>): Expression {
    const column = (path: readonly string[]): Expression => this.field(path);
    const points = [from, to].map((place) => coordinatesSql(place, this.context, column));
    return {
      sql: `distance(${points.join(', ')}, ${this.context.parameter(unit)})`,
      field: { ...fieldDefaults('DISTANCE', 'Double'), scale: DISTANCE_SCALE }
    };
  }

  private call(call: FunctionCall): Expression {
    const { name, argument } = call;
    if (name === 'COUNT' && argument === null) return { sql: 'COUNT(*)', field: COUNTED };
    if (call.distance) return this.distance(call.distance);
    if (argument === null) throw new SoqlError(`Not implemented in the local org: SOQL ${name}()`);
    const inner = this.expression(argument);
    if (DATE_FUNCTIONS.has(name)) {
      if (inner.field.type !== 'Date' && inner.field.type !== 'DateTime')
        throw new SoqlError(`field ${inner.field.name} does not support ${name}`);
      const zone = call.convertTimezone ? this.context.zone : 'UTC';
      const type = name === 'DAY_ONLY' ? 'Date' : 'Integer';
      return { sql: `date_part('${name}', ${inner.sql}, '${zone}')`, field: fieldDefaults(name, type) };
    }
    switch (name) {
      case 'COUNT':
        return { sql: `COUNT(${inner.sql})`, field: COUNTED };
      case 'COUNT_DISTINCT':
        return { sql: `COUNT(DISTINCT ${inner.sql}${isCaseless(inner.field) ? ' COLLATE NOCASE' : ''})`, field: COUNTED };
      case 'SUM':
        return { sql: `SUM(${numeric(inner, name).sql})`, field: { ...inner.field, type: 'Double' } };
      case 'AVG':
        return { sql: `(CAST(SUM(${numeric(inner, name).sql}) AS REAL) / COUNT(${inner.sql}))`, field: { ...inner.field, type: 'Double' } };
      case 'MIN':
      case 'MAX':
        return { sql: `${name}(${inner.sql})`, field: inner.field };
      case 'TOLABEL':
      case 'FORMAT':
        return inner;
      case 'CONVERTCURRENCY':
        throw new SoqlError('Not implemented in the local org: SOQL convertCurrency() (the org has one currency)');
      default:
        throw new SoqlError(`Not implemented in the local org: SOQL ${name}()`);
    }
  }
}

export function isAggregate(call: FunctionCall): boolean {
  return ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'].includes(call.name);
}

function numeric(expression: Expression, name: string): Expression {
  if (!['Double', 'Currency', 'Percent', 'Integer', 'Long'].includes(expression.field.type)) {
    throw new SoqlError(`field ${expression.field.name} does not support aggregate operator ${name}`);
  }
  return expression;
}

function isCaseless(field: FieldModel): boolean {
  return !['Id', 'Reference', 'Boolean', 'Integer', 'Double', 'Currency', 'Percent', 'Date', 'DateTime', 'Time', 'Long'].includes(
    field.type
  );
}

/** SQL of a field: its column, or a call that computes the formula for the row. */
export function columnOf(object: ObjectModel, field: FieldModel, alias: string): string {
  if (field.formula !== undefined) return `formula('${object.name}.${field.name}', ${alias}."Id")`;
  if (!hasColumn(field)) throw new SoqlError(`Not implemented in the local org: SOQL on the compound field ${object.name}.${field.name}`);
  return `${alias}.${quote(field.name)}`;
}
