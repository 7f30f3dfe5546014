import type { Limits } from '../../runtime/execution.ts';
import type { ApexId } from '../../runtime/values/id.ts';

/** What one test method keeps across the transactions that run inside it. */
export interface TestContext {
  /** Jobs waiting for stopTest, in the order they were enqueued. */
  readonly queue: (() => void)[];
  /** Test.setMock: lower-case interface name → instance. */
  readonly mocks: Map<string, unknown>;
  phase: 'before' | 'started' | 'stopped';
  /** Limits used before startTest: the code around startTest and stopTest is counted apart. */
  outerLimits: Limits | null;
  fixedSearchResults: readonly ApexId[];
  /** Events fail to publish after TestBroker.fail(). */
  failEvents: boolean;
  /** Batches started: a test may start one between startTest and stopTest. */
  batches: number;
}

export function newTestContext(): TestContext {
  return { queue: [], mocks: new Map(), phase: 'before', outerLimits: null, fixedSearchResults: [], failEvents: false, batches: 0 };
}
