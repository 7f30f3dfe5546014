import { consume } from '../platform/limits.ts';
import type { FieldModel, ObjectModel } from '../metadata/model.ts';
import { current } from '../runtime/execution.ts';
import { platformType, setOf, STRING } from '../runtime/types.ts';
import { ApexDatetime } from '../runtime/values/datetime.ts';
import { ApexException, throwApex } from '../runtime/values/exception.ts';
import type { ApexList } from '../runtime/values/list.ts';
import { ApexMap } from '../runtime/values/map.ts';
import { ApexSet } from '../runtime/values/set.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { RECORD_UNAVAILABLE, RowsLocked } from './contention.ts';
import type { AccessMode } from './database.ts';
import type { Engine } from './dml/work.ts';
import { labelOf, formatValue } from './display.ts';
import { runRecordAccess } from './record-access.ts';
import { runSearch } from './search.ts';
import { isAggregateQuery, isCountQuery } from './soql/aggregate.ts';
import type { SoqlQuery, SoslSearch } from './soql/ast.ts';
import { located, noSuchColumn, resolveObject, SoqlError } from './soql/resolve.ts';
import { runCount, runQuery } from './soql/run.ts';
import { QueryContext } from './soql/scope.ts';
import type { Security } from './soql/scope.ts';

/** Runs queries in the running execution: its user, its sharing, its limits. */
export class QueryRunner {
  private readonly engine: Engine;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  rows(query: SoqlQuery, binds: readonly unknown[], access: AccessMode): SObject[] {
    return this.guarded(query.text, () => {
      const context = this.context(query, binds, access);
      this.consumeQuery(query);
      const object = resolveObject(query.from, this.engine.model);
      if (object.name === 'UserRecordAccess') return runRecordAccess(query, context, this.engine);
      if (object.kind === 'platformEvent') throw new SoqlError(`entity type ${object.name} does not support query`);
      if (query.forUpdate) this.engine.store.begin();
      const rows = runQuery(query, context, this.engine.store, { label: labelOf, format: formatValue });
      context.security?.refuse?.();
      if (object.kind !== 'customMetadata') consume('queryRows', rows.length + context.childRows);
      this.meetOthers(query, rows);
      return rows;
    });
  }

  count(query: SoqlQuery, binds: readonly unknown[], access: AccessMode): number {
    if (!isCountQuery(query)) return this.rows(query, binds, access).length;
    return this.guarded(query.text, () => {
      const context = this.context(query, binds, access);
      this.consumeQuery(query);
      const count = runCount(query, context, this.engine.store);
      context.security?.refuse?.();
      consume('queryRows', 1);
      return count;
    });
  }

  search(search: SoslSearch, binds: readonly unknown[], access: AccessMode): ApexList {
    return this.guarded(search.text, () => {
      consume('soslQueries');
      const mode = search.accessClause === 'USER_MODE' ? 'user' : search.accessClause === 'SYSTEM_MODE' ? 'system' : access;
      return runSearch(search, (query) => this.contextFor(binds, this.security(mode === 'user', query)), this.engine);
    });
  }

  resultType(query: SoqlQuery): string {
    return isAggregateQuery(query) ? 'AggregateResult' : resolveObject(query.from, this.engine.model).name;
  }

  private meetOthers(query: SoqlQuery, rows: readonly SObject[]): void {
    const { contention } = this.engine;
    if (!contention) return;
    if (query.forUpdate) contention.lock(rows.map((row) => String(row.get('Id'))));
    contention.reached({ kind: 'query', text: query.text, locks: query.forUpdate });
  }

  private consumeQuery(query: SoqlQuery): void {
    const object = this.engine.model.objects.get(query.from.toLowerCase());
    if (object?.kind === 'customMetadata') return;
    consume('queries');
    const subqueries = query.select.filter((item) => item.kind === 'subquery').length;
    if (subqueries > 0) consume('aggregateQueries', subqueries);
  }

  private context(query: SoqlQuery, binds: readonly unknown[], access: AccessMode): QueryContext {
    const mode = query.accessClause === 'USER_MODE' ? 'user' : query.accessClause === 'SYSTEM_MODE' ? 'system' : access;
    return this.contextFor(binds, this.security(mode === 'user', query));
  }

  private contextFor(binds: readonly unknown[], security: Security | null): QueryContext {
    const { user } = current();
    return new QueryContext({
      model: this.engine.model,
      binds,
      security,
      userId: user.id,
      zone: user.timeZone,
      today: ApexDatetime.now().date(user.timeZone)
    });
  }

  private security(userMode: boolean, query: SoqlQuery): Security | null {
    const execution = current();
    const { user } = execution;
    const { access, sharing } = this.engine;
    const enforced = query.accessClause === 'SECURITY_ENFORCED';
    const sharingOn = userMode || execution.sharing === 'with';
    if (!userMode && !sharingOn && !enforced) return null;
    const denied = new Denied();
    const insufficient = (): never => {
      throw new SoqlError('Insufficient permissions: secure query included inaccessible field');
    };
    const checkField = (object: ObjectModel, field: FieldModel): void => {
      if (access.canAccessField(user, object.name, field.name, 'read')) return;
      if (userMode) denied.field(object, field);
      else insufficient();
    };
    const checkObject = (object: ObjectModel): void => {
      if (access.canAccessObject(user, object.name, 'read')) return;
      if (userMode) denied.object(object);
      else insufficient();
    };
    return {
      refuse: () => denied.refuse(),
      checkField: userMode || enforced ? checkField : null,
      selectOnly: enforced && !userMode,
      checkObject: userMode || enforced ? checkObject : null,
      visible: sharingOn ? (object, alias, parameter) => sharing.visibleSql(user, object, alias, 'read', parameter) : null
    };
  }

  private guarded<T>(text: string, body: () => T): T {
    try {
      return body();
    } catch (error) {
      if (error instanceof RowsLocked) return throwApex('System.QueryException', RECORD_UNAVAILABLE);
      if (error instanceof SoqlError) return throwApex('System.QueryException', located(text, error));
      throw error;
    }
  }
}

/** What a user-mode query asks for and the user may not see: to them it does not exist. All of it is reported together. */
class Denied {
  private message: string | null = null;
  private readonly fields = new Map<string, ApexSet>();

  object(object: ObjectModel): void {
    this.message ??= `sObject type '${object.name}' is not supported.`;
  }

  field(object: ObjectModel, field: FieldModel): void {
    this.message ??= noSuchColumn(field.name, object.name).message;
    const known = this.fields.get(object.name) ?? new ApexSet(STRING);
    this.fields.set(object.name, known);
    known.add(field.name);
  }

  refuse(): void {
    if (this.message === null) return;
    const exception = new ApexException(platformType('System.QueryException'), this.message);
    exception.details = { inaccessibleFields: new ApexMap(STRING, setOf(STRING), [...this.fields]) };
    throw exception;
  }
}
