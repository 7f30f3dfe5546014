import { current } from '../../runtime/execution.ts';
import type { Limits } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import type { Implementation } from '../../runtime/library.ts';
import { capsOf, isAsynchronous } from '../limits.ts';
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

const QUERY_LOCATOR_ROWS = 10_000;
const MEGABYTE = 1_000_000;
const started = performance.now();

defineType({
  name: 'System.Limits',
  statics: {
    ...statics,
    getQueryLocatorRows: () => 0,
    getLimitQueryLocatorRows: () => QUERY_LOCATOR_ROWS,
    getSavepoints: () => openSavepoints(),
    getLimitSavepoints: () => capsOf(current()).dmlStatements,
    // CPU time and heap are not capped here; they are reported so that code which logs them runs.
    getCpuTime: () => Math.floor(performance.now() - started) | 0,
    getLimitCpuTime: () => (isAsynchronous(current()) ? 60_000 : 10_000),
    getHeapSize: () => 0,
    getLimitHeapSize: () => (isAsynchronous(current()) ? 12 : 6) * MEGABYTE,
    getAsyncCalls: () => 0,
    getLimitAsyncCalls: () => 200
  }
});
