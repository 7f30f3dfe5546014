import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { platformType } from '../../runtime/types.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexList } from '../../runtime/values/list.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { eventTriggerState, PublishResult } from '../events/event-bus.ts';
import type { EventTriggerState } from '../events/event-bus.ts';
import { publishRows } from '../events/publish.ts';
import { services } from '../services.ts';
import { strings } from './members.ts';
import { SaveResult } from './results.ts';

defineType({
  name: 'System.EventBus',
  statics: {
    publish: (events: SObject | ApexList | null, callback: unknown = null) => {
      if (events === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
      if (!(events instanceof ApexList)) return new SaveResult(publishRows([events], callback)[0]!);
      const results = publishRows(events.items as SObject[], callback).map((result) => new SaveResult(result));
      return new ApexList(platformType('Database.SaveResult'), results);
    },
    getOperationId: (result: SaveResult) => result.result.id
  }
});

class TestBroker {}

defineType({
  name: 'eventbus.TestBroker',
  jsClass: TestBroker,
  methods: {
    deliver: () => services().events.deliverInTest(),
    fail: () => services().events.failInTest()
  }
});

defineType({
  name: 'System.Test',
  statics: {
    getEventBus: () => {
      if (!current().isTest) throwApex('System.UnsupportedOperationException', 'Test.getEventBus is available in tests only');
      return new TestBroker();
    }
  }
});

class TriggerContext {
  readonly state: EventTriggerState;
  constructor(state: EventTriggerState) {
    this.state = state;
  }
}

defineType({
  name: 'eventbus.TriggerContext',
  jsClass: TriggerContext,
  statics: {
    currentContext: () => new TriggerContext(eventTriggerState() ?? { retries: 0, lastError: null, checkpoint: null })
  },
  properties: {
    retries: { get: (self: TriggerContext) => self.state.retries },
    lastError: { get: (self: TriggerContext) => self.state.lastError }
  },
  methods: {
    getResumeCheckpoint: (self: TriggerContext) => self.state.checkpoint,
    setResumeCheckpoint: (self: TriggerContext, replayId: string) => {
      self.state.checkpoint = replayId;
      return null;
    }
  }
});

const uuids = { getEventUuids: (self: PublishResult) => strings(self.uuids) };
defineType({ name: 'eventbus.SuccessResult', jsClass: PublishResult, methods: uuids });
defineType({ name: 'eventbus.FailureResult', methods: uuids });
defineType({ name: 'eventbus.EventPublishSuccessCallback' });
defineType({ name: 'eventbus.EventPublishFailureCallback' });
