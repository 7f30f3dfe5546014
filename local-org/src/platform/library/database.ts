import type { AccessMode, DmlOptions, DmlResult } from '../../database/database.ts';
import { dmlException } from '../../database/dml/statement.ts';
import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { SObjectFieldToken } from '../../runtime/schema/tokens.ts';
import { platformType } from '../../runtime/types.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { consume } from '../limits.ts';
import { DEFAULT_SCOPE, executeBatch } from '../async/batch.ts';
import { QueryLocator, QueryLocatorIterator } from '../async/query-locator.ts';
import { services } from '../services.ts';
import { openSavepoints, setOpenSavepoints } from '../uncommitted-work.ts';
import { AccessLevel } from './access-level.ts';
import { DmlOptionsValue } from './dml-options.ts';
import { count, query } from './queries.ts';
import { DeleteResult, EmptyRecycleBinResult, SaveResult, UndeleteResult, UpsertResult } from './results.ts';

type Verb = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
type ResultClass = new (result: DmlResult) => unknown;

const RESULTS: Readonly<Record<Verb, { jsClass: ResultClass; type: string }>> = {
  insert: { jsClass: SaveResult, type: 'Database.SaveResult' },
  update: { jsClass: SaveResult, type: 'Database.SaveResult' },
  upsert: { jsClass: UpsertResult, type: 'Database.UpsertResult' },
  delete: { jsClass: DeleteResult, type: 'Database.DeleteResult' },
  undelete: { jsClass: UndeleteResult, type: 'Database.UndeleteResult' }
};

/** Every overload of a verb: rows or ids first, then a field, all-or-none flag or options, and an access level in any order. */
function dml(verb: Verb): (subject: unknown, ...more: unknown[]) => unknown {
  return (subject, ...more) => {
    if (subject === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
    const many = subject instanceof ApexList;
    const rows = (many ? subject.items : [subject]).map(toRow);
    const options = optionsOf(more);
    const results = rows.length === 0 ? [] : current().org.database[verb](rows, options);
    const failure = options.allOrNone ? dmlException(verb, results, rows) : null;
    if (failure) throw failure;
    const { jsClass: Result, type } = RESULTS[verb];
    const wrapped = results.map((result) => new Result(result));
    return many ? new ApexList(platformType(type), wrapped) : wrapped[0];
  };
}

function toRow(value: unknown): SObject {
  if (value instanceof SObject) return value;
  if (value instanceof ApexId || typeof value === 'string') {
    const id = value instanceof ApexId ? value : ApexId.of(value);
    for (const object of current().org.model.objects.values())
      if (object.keyPrefix === id.keyPrefix) return new SObject(object.name, { Id: id });
    return throwApex('System.TypeException', `Invalid id: ${id.value}`);
  }
  return throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
}

function optionsOf(more: readonly unknown[]): DmlOptions {
  let allOrNone = true;
  let access: AccessMode = 'system';
  let externalIdField: string | undefined;
  let duplicateRuleAllowSave: boolean | undefined;
  let allowFieldTruncation = false;
  for (const option of more) {
    if (typeof option === 'boolean') allOrNone = option;
    else if (option instanceof AccessLevel) access = option.mode;
    else if (option instanceof SObjectFieldToken) externalIdField = option.field.name;
    else if (option instanceof DmlOptionsValue) {
      allOrNone = option.optAllOrNone ?? true;
      allowFieldTruncation = option.allowFieldTruncation ?? false;
      duplicateRuleAllowSave = option.duplicateRuleHeader.allowSave ?? undefined;
    }
  }
  return { access, allOrNone, externalIdField, duplicateRuleAllowSave, allowFieldTruncation };
}

/** Rows or ids leave the recycle bin for good. */
function emptyRecycleBin(subject: unknown): unknown {
  if (subject === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const many = subject instanceof ApexList;
  const ids = (many ? subject.items : [subject]).map((value) => (toRow(value).get('Id') as ApexId).value);
  consume('dmlStatements');
  const binned = current().org.database.emptyRecycleBin(ids);
  const results = ids.map((id) => {
    const success = binned.has(id);
    const errors = success ? [] : [{ statusCode: 'INVALID_ID_FIELD', message: 'the record is not in the recycle bin', fields: [] }];
    return new EmptyRecycleBinResult({ id, success, created: false, errors });
  });
  return many ? new ApexList(platformType('Database.EmptyRecycleBinResult'), results) : results[0];
}

function locator(source: string | ApexList | null, ...more: unknown[]): QueryLocator {
  if (source instanceof ApexList) return new QueryLocator('', () => source);
  if (source === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const execution = current();
  const rows = query(source, ...more);
  // A locator walks any number of rows: they are counted apart from those of queries.
  execution.limits.queryRows -= rows.items.length;
  return new QueryLocator(source, () => rows);
}

class Savepoint {
  readonly name: string;
  readonly pendingEvents: number;
  constructor(name: string, pendingEvents: number) {
    this.name = name;
    this.pendingEvents = pendingEvents;
  }
}

defineType({ name: 'System.Savepoint', jsClass: Savepoint });
defineType({
  name: 'Database.QueryLocator',
  jsClass: QueryLocator,
  methods: {
    getQuery: (self: QueryLocator) => self.query,
    iterator: (self: QueryLocator) => new QueryLocatorIterator(self)
  }
});
defineType({
  name: 'Database.QueryLocatorIterator',
  jsClass: QueryLocatorIterator,
  methods: { hasNext: (self: QueryLocatorIterator) => self.hasNext(), next: (self: QueryLocatorIterator) => self.next() }
});

defineType({
  name: 'System.Database',
  statics: {
    insert: dml('insert'),
    update: dml('update'),
    upsert: dml('upsert'),
    delete: dml('delete'),
    undelete: dml('undelete'),
    emptyRecycleBin,
    query,
    queryWithBinds: query,
    countQuery: count,
    countQueryWithBinds: count,
    getQueryLocator: locator,
    getQueryLocatorWithBinds: locator,
    executeBatch: (instance: unknown, scope: number = DEFAULT_SCOPE) => executeBatch(instance, scope).value,
    setSavepoint: () => {
      consume('dmlStatements');
      setOpenSavepoints(openSavepoints() + 1);
      return new Savepoint(current().org.database.savepoint(), services().events.pendingCount());
    },
    rollback: (savepoint: Savepoint) => {
      consume('dmlStatements');
      setOpenSavepoints(openSavepoints() - 1);
      services().events.rollbackPending(savepoint.pendingEvents);
      current().org.database.rollbackTo(savepoint.name);
      return null;
    },
    releaseSavepoint: () => {
      setOpenSavepoints(openSavepoints() - 1);
      return null;
    }
  }
});
