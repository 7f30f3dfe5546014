import { current } from '../../runtime/execution.ts';
import type { Limits } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import type { Implementation } from '../../runtime/library.ts';
import { capsOf, cpuCap, cpuTime, isAsynchronous } from '../limits.ts';
import { openSavepoints } from '../uncommitted-work.ts';

/** Apex name of each counter. */
const COUNTERS: Readonly<Record<string, keyof Limits>> = {
  Queries: 'queries',
  QueryRows: 'queryRows',
  AggregateQueries: 'aggregateQueries',
  SoslQueries: 'soslQueries',
  DmlStatements: 'dmlStatements',
  DmlRows: 'dmlRows',
  Callouts: 'callouts',
  FutureCalls: 'futureCalls',
  QueueableJobs: 'queueableJobs',
  EmailInvocations: 'emailInvocations',
  PublishImmediateDML: 'publishImmediateDml',
  MobilePushApexCalls: 'mobilePushApexCalls',
  ApexCursorRows: 'apexCursorRows',
  FetchCallsOnApexCursor: 'fetchCallsOnApexCursor'
};

const statics: Record<string, Implementation> = {};
for (const [name, counter] of Object.entries(COUNTERS)) {
  statics[`get${name}`] = () => current().limits[counter];
  statics[`getLimit${name}`] = () => capsOf(current())[counter];
}

// Limits that the platform has given up: it still answers, with what has been used of nothing.
for (const [name, limit] of Object.entries({
  ChildRelationshipsDescribes: 100,
  FieldsDescribes: 100,
  FieldSetsDescribes: 100,
  PicklistDescribes: 100,
  RecordTypesDescribes: 100,
  FindSimilarCalls: 10,
  ScriptStatements: 200_000,
  DatabaseTime: 0
})) {
  statics[`get${name}`] = () => 0;
  statics[`getLimit${name}`] = () => limit;
}
// These count as DML statements since they have lost their own.
for (const name of ['RunAs', 'SavepointRollbacks']) {
  statics[`get${name}`] = () => current().limits.dmlStatements;
  statics[`getLimit${name}`] = () => capsOf(current()).dmlStatements;
}

const QUERY_LOCATOR_ROWS = 10_000;

defineType({
  name: 'System.Limits',
  statics: {
    ...statics,
    getQueryLocatorRows: () => 0,
    getLimitQueryLocatorRows: () => QUERY_LOCATOR_ROWS,
    getSavepoints: () => openSavepoints(),
    getLimitSavepoints: () => capsOf(current()).dmlStatements,
    getCpuTime: () => cpuTime(current()),
    getLimitCpuTime: () => cpuCap(current()),
    // The heap is not capped here; it is reported so that code which logs it runs.
    getHeapSize: () => 0,
    getLimitHeapSize: () => (isAsynchronous(current()) ? 12_000_000 : 6_000_000),
    getAsyncCalls: () => 0,
    getLimitAsyncCalls: () => 200
  }
});
