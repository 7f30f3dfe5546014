import { defineType } from '../../runtime/library.ts';
import { STRING, platformType } from '../../runtime/types.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexMap } from '../../runtime/values/map.ts';

const LIMIT = platformType('System.OrgLimit');

class OrgLimit {
  readonly name: string;
  readonly limit: number;

  constructor(name: string, limit: number) {
    this.name = name;
    this.limit = limit;
  }
}

/** Allocations of a Developer Edition org. Nothing here is used up: the local org does not meter a day's work. */
const LIMITS: readonly OrgLimit[] = [
  new OrgLimit('ConcurrentAsyncGetReportInstances', 200),
  new OrgLimit('ConcurrentSyncReportRuns', 20),
  new OrgLimit('DailyApiRequests', 15000),
  new OrgLimit('DailyAsyncApexExecutions', 250000),
  new OrgLimit('DailyBulkApiBatches', 15000),
  new OrgLimit('DailyStreamingApiEvents', 10000),
  new OrgLimit('DailyWorkflowEmails', 1000),
  new OrgLimit('DataStorageMB', 5),
  new OrgLimit('FileStorageMB', 20),
  new OrgLimit('HourlyAsyncReportRuns', 1200),
  new OrgLimit('HourlyPublishedPlatformEvents', 50000),
  new OrgLimit('HourlyTimeBasedWorkflow', 50),
  new OrgLimit('MassEmail', 10),
  new OrgLimit('SingleEmail', 15),
  new OrgLimit('StreamingApiConcurrentClients', 20)
];

defineType({
  name: 'System.OrgLimits',
  statics: {
    getAll: () => new ApexList(LIMIT, [...LIMITS]),
    getMap: () => {
      const map = new ApexMap(STRING, LIMIT);
      for (const limit of LIMITS) map.put(limit.name, limit);
      return map;
    }
  }
});

defineType({
  name: 'System.OrgLimit',
  jsClass: OrgLimit,
  methods: {
    getLimit: (self: OrgLimit) => self.limit,
    getName: (self: OrgLimit) => self.name,
    getValue: () => 0
  }
});
