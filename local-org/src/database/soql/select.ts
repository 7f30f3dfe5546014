import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { isCatalogueLink } from '../../metadata/link.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { Decimal } from '../../runtime/values/decimal.ts';
import { ApexDouble } from '../../runtime/values/double.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { decode, hasColumn } from '../codec.ts';
import type { FieldPath, FunctionCall, SelectItem, SoqlQuery } from './ast.ts';
import { compoundValue, isCompound, partsOf } from './compound.ts';
import { isPolymorphic, parentObject, resolveChild, resolveParent, resolvePath, SoqlError, unaliased } from './resolve.ts';
import { columnOf } from './scope.ts';
import type { Expression, Scope } from './scope.ts';

/** Turns one result row of SQL into (part of) a row of Apex. */
type Reader = (columns: readonly unknown[], row: SObject) => void;

export interface Selection {
  readonly columns: readonly string[];
  readonly read: (columns: readonly unknown[]) => SObject;
  readonly subqueries: readonly { readonly query: SoqlQuery; readonly relationship: ObjectModel['childRelationships'][number] }[];
}

/** How display functions render a value: supplied by the caller, who knows the user's locale and the labels. */
export interface Display {
  label(object: ObjectModel, field: FieldModel, value: unknown): unknown;
  format(field: FieldModel, value: unknown): unknown;
}

/** Plans the SELECT list of a query without aggregates. */
export function planSelection(query: SoqlQuery, scope: Scope, display: Display): Selection {
  return scope.context.select(() => new SelectionPlanner(scope, display).plan(query));
}

class SelectionPlanner {
  private readonly scope: Scope;
  private readonly display: Display;
  private readonly columns: string[];
  private readonly readers: Reader[] = [];
  private readonly queried = new Set<string>(['Id']);
  private readonly subqueries: { query: SoqlQuery; relationship: ObjectModel['childRelationships'][number] }[] = [];
  private unnamed = 0;
  /** Parents already being read, by path, so that `Account.Name, Account.Phone` fill one row. */
  private readonly parents = new Map<string, { queried: Set<string>; readers: Reader[] }>();

  constructor(scope: Scope, display: Display, columns: string[] = []) {
    this.scope = scope;
    this.display = display;
    this.columns = columns;
  }

  /** Part of another selection: the row that a branch of TYPEOF gives, read from that selection's columns. */
  branch(paths: readonly FieldPath[]): (columns: readonly unknown[]) => SObject {
    this.queried.clear();
    this.plain(this.scope.object.fields.get('id')!, this.scope.field(['Id']));
    for (const path of paths) this.path(path, (value) => value);
    return this.reader();
  }

  plan(query: SoqlQuery): Selection {
    const { object } = this.scope;
    if (object.fields.has('id')) this.plain(object.fields.get('id')!, this.scope.field(['Id']));
    for (const item of query.select) this.item(item, query);
    return { columns: this.columns, subqueries: this.subqueries, read: this.reader() };
  }

  private reader(): (columns: readonly unknown[]) => SObject {
    const { readers, queried } = this;
    const { name } = this.scope.object;
    return (columns) => {
      const row = new SObject(name);
      for (const reader of readers) reader(columns, row);
      row.queried = queried;
      return row;
    };
  }

  private item(item: SelectItem, query: SoqlQuery): void {
    switch (item.kind) {
      case 'expression':
        return item.expression.kind === 'field' ? this.path(item.expression, (value) => value) : this.call(item.expression, item.alias);
      case 'subquery': {
        const relationship = resolveChild(
          this.scope.object,
          unaliased(item.query.from.split('.'), this.scope.object, this.scope.queryAlias).join('.')
        );
        this.subqueries.push({ query: item.query, relationship });
        this.queried.add(relationship.name!);
        return;
      }
      case 'fields':
        return this.allFields(item.set, query);
      case 'typeof':
        return this.typeOf(item);
    }
  }

  /** A path to a field: of the object itself, or of a parent row that the result nests. */
  private path(expression: FieldPath, convert: (value: unknown) => unknown): void {
    const path = unaliased(expression.path, this.scope.object, this.scope.queryAlias);
    const { parents, owner, field } = resolvePath(this.scope.object, path, this.scope.context.model);
    if (isCompound(field)) return this.compound(parents, owner, field);
    const source = this.scope.field(path);
    if (parents.length === 0) return this.plain(field, source, convert);
    const parent = this.parent(parents);
    const index = this.column(source.sql);
    parent.queried.add(field.name);
    parent.readers.push((columns, row) => {
      const value = convert(decode(field, columns[index]));
      if (value !== null) row.values.set(field.name, value);
    });
  }

  /** An address or geolocation, put together from the fields it is stored in. */
  private compound(parents: readonly FieldModel[], owner: ObjectModel, field: FieldModel): void {
    this.scope.context.check(owner, field);
    const alias = this.scope.join(parents);
    const parts = partsOf(owner, field).map((part) => ({ ...part, index: this.column(columnOf(owner, part.field, alias)) }));
    const target = parents.length === 0 ? { queried: this.queried, readers: this.readers } : this.parent(parents);
    target.queried.add(field.name);
    target.readers.push((columns, row) => {
      const value = compoundValue(field, new Map(parts.map((part) => [part.name, decode(part.field, columns[part.index])])));
      if (value !== null) row.values.set(field.name, value);
    });
  }

  private plain(field: FieldModel, source: Expression, convert: (value: unknown) => unknown = (value) => value): void {
    if (this.queried.has(field.name) && field.name !== 'Id') return;
    if (field.name === 'Id' && this.readers.length > 0) return;
    const index = this.column(source.sql);
    this.queried.add(field.name);
    this.readers.push((columns, row) => {
      const value = convert(decode(field, columns[index]));
      if (value !== null) row.values.set(field.name, value);
    });
  }

  private column(sql: string): number {
    return this.columns.push(sql) - 1;
  }

  /** The nested row reached through `parents`; made once, with its Id, and null where the lookup is empty. */
  private parent(parents: readonly FieldModel[]): { queried: Set<string>; readers: Reader[] } {
    const key = parents.map((parent) => parent.name).join('.');
    const known = this.parents.get(key);
    if (known) return known;
    const model = this.scope.context.model;
    const lookup = parents.at(-1)!;
    const name = lookup.relationshipName!;
    const target = parentObject(lookup, model);
    const reference = this.column(isPolymorphic(lookup) ? this.scope.reference(parents) : `${this.scope.join(parents)}."Id"`);
    const entry = { queried: new Set(['Id']), readers: [] as Reader[] };
    this.parents.set(key, entry);
    const outer = parents.length === 1 ? { queried: this.queried, readers: this.readers } : this.parent(parents.slice(0, -1));
    outer.queried.add(name);
    const byName = isCatalogueLink(lookup);
    if (!byName) outer.queried.add(lookup.name);
    outer.readers.push((columns, row) => {
      const id = columns[reference];
      if (id === null || id === undefined) return;
      const nested = new SObject(target.name);
      nested.values.set('Id', ApexId.of(id as string));
      nested.queried = entry.queried;
      for (const reader of entry.readers) reader(columns, nested);
      if (!byName) row.values.set(lookup.name, nested.values.get('Id'));
      row.values.set(name, nested);
    });
    return entry;
  }

  private call(call: FunctionCall, alias: string | null): void {
    const argument = call.argument;
    if (call.distance) {
      const { sql, field } = this.scope.expression(call);
      return this.named(alias ?? `expr${this.unnamed++}`, field, { sql, field }, (value) => new ApexDouble((value as Decimal).toNumber()));
    }
    if (argument?.kind !== 'field') throw new SoqlError(`Not implemented in the local org: SOQL ${call.name}() of a function`);
    const path = unaliased(argument.path, this.scope.object, this.scope.queryAlias);
    const { owner, field } = resolvePath(this.scope.object, path, this.scope.context.model);
    if (call.name === 'TOLABEL' || call.name === 'FORMAT') {
      const convert =
        call.name === 'TOLABEL'
          ? (value: unknown) => this.display.label(owner, field, value)
          : (value: unknown) => this.display.format(field, value);
      if (alias === null) return this.path(argument, convert);
      return this.named(alias, field, this.scope.field(path), convert);
    }
    // A function that is not implemented says so before the grouping is at fault.
    this.scope.expression(call);
    throw new SoqlError(`Field must be grouped or aggregated: ${path.join('.')}`);
  }

  private named(name: string, field: FieldModel, source: Expression, convert: (value: unknown) => unknown): void {
    const index = this.column(source.sql);
    this.queried.add(name);
    this.readers.push((columns, row) => {
      const value = decode(field, columns[index]);
      row.values.set(name, value === null ? null : convert(value));
    });
  }

  private allFields(set: 'ALL' | 'STANDARD' | 'CUSTOM', query: SoqlQuery): void {
    if (query.limit?.kind === 'integer' && query.limit.value > 200)
      throw new SoqlError('The SOQL FIELDS function must have a LIMIT of at most 200');
    for (const field of this.scope.object.fields.values()) {
      if ((set === 'CUSTOM' && !field.custom) || (set === 'STANDARD' && field.custom)) continue;
      if (field.formula === undefined && !hasColumn(field)) continue;
      this.plain(field, { sql: columnOf(this.scope.object, field, this.scope.alias), field });
    }
  }

  private typeOf(item: Extract<SelectItem, { kind: 'typeof' }>): void {
    const { model } = this.scope.context;
    const lookup = resolveParent(this.scope.object, item.path.path.at(-1)!);
    if (item.path.path.length !== 1 || !isPolymorphic(lookup))
      throw new SoqlError(`TYPEOF needs a polymorphic relationship: ${item.path.path.join('.')}`);
    const reference = this.scope.reference([lookup]);
    const id = this.column(reference);
    const type = this.column(`type_of(${reference})`);
    const branches = new Map<string, (columns: readonly unknown[]) => SObject>();
    for (const when of item.whens) {
      const target = model.objects.get(when.object.toLowerCase());
      if (!target || !lookup.referenceTo?.includes(target.name))
        throw new SoqlError(`TYPEOF: ${when.object} is no target of ${lookup.name}`);
      branches.set(target.name, new SelectionPlanner(this.scope.branch(lookup, target), this.display, this.columns).branch(when.fields));
    }
    const otherwise = item.otherwise.map((path) => {
      const source = this.scope.field([lookup.relationshipName!, ...path.path]);
      return { field: source.field, index: this.column(source.sql) };
    });
    const name = lookup.relationshipName!;
    this.queried.add(name);
    this.readers.push((columns, row) => {
      if (columns[id] === null) return;
      const branch = branches.get(columns[type] as string);
      if (branch) {
        row.values.set(name, branch(columns));
        return;
      }
      const nested = new SObject(columns[type] as string);
      nested.values.set('Id', ApexId.of(columns[id] as string));
      nested.queried = new Set(['Id']);
      for (const { field, index } of otherwise) {
        nested.queried.add(field.name);
        const value = decode(field, columns[index]);
        if (value !== null) nested.values.set(field.name, value);
      }
      row.values.set(name, nested);
    });
  }
}
