import { defineType } from '../../runtime/library.ts';
import { current } from '../../runtime/execution.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { BatchableContext } from '../async/batch.ts';
import { abortJob } from '../async/jobs.ts';
import { attachFinalizer, enqueue, FinalizerContext, QueueableContext, queueableState } from '../async/queueable.ts';
import { schedule, SchedulableContext, unschedule } from '../async/schedule.ts';
import { fieldProperties } from './members.ts';

class AsyncOptions {
  duplicateSignature: DuplicateSignature | null = null;
  maximumQueueableStackDepth: number | null = null;
  minimumQueueableDelayInMinutes: number | null = null;
}

class DuplicateSignature {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

class SignatureBuilder {
  private readonly parts: string[] = [];

  add(kind: string, value: unknown): this {
    this.parts.push(`${kind}:${String(value)}`);
    return this;
  }

  build(): DuplicateSignature {
    return new DuplicateSignature(this.parts.join('|'));
  }
}

const DEFAULT_DELAY_MINUTES = 0;

defineType({
  name: 'System.System',
  statics: {
    enqueueJob: (instance: unknown, option?: number | AsyncOptions | null) => {
      if (option instanceof AsyncOptions) {
        return enqueue(instance, {
          delayMinutes: option.minimumQueueableDelayInMinutes,
          maximumStackDepth: option.maximumQueueableStackDepth,
          duplicateSignature: option.duplicateSignature?.text ?? null
        });
      }
      return enqueue(instance, { delayMinutes: option ?? DEFAULT_DELAY_MINUTES });
    },
    attachFinalizer: (finalizer: unknown) => attachFinalizer(finalizer),
    schedule: (name: string, expression: string, instance: unknown) => schedule(name, expression, instance).value,
    abortJob: (id: string) => {
      const jobId = ApexId.of(id);
      if (!unschedule(jobId)) abortJob(jobId);
      return null;
    },
    isBatch: () => current().quiddity.startsWith('BATCH'),
    isFuture: () => current().quiddity === 'FUTURE',
    isQueueable: () => current().quiddity === 'QUEUEABLE',
    isScheduled: () => current().quiddity === 'SCHEDULED'
  }
});

defineType({
  name: 'System.AsyncOptions',
  jsClass: AsyncOptions,
  constructors: { '*': () => new AsyncOptions() },
  properties: fieldProperties('duplicateSignature', 'maximumQueueableStackDepth', 'minimumQueueableDelayInMinutes')
});

defineType({
  name: 'System.QueueableDuplicateSignature',
  jsClass: DuplicateSignature,
  statics: { Builder: () => new SignatureBuilder() },
  methods: { toString: (self: DuplicateSignature) => self.text }
});
defineType({
  name: 'System.QueueableDuplicateSignature.Builder',
  jsClass: SignatureBuilder,
  constructors: { '*': () => new SignatureBuilder() },
  methods: {
    addId: (self: SignatureBuilder, value: ApexId) => self.add('id', value.value),
    addInteger: (self: SignatureBuilder, value: number) => self.add('integer', value),
    addString: (self: SignatureBuilder, value: string) => self.add('string', value),
    build: (self: SignatureBuilder) => self.build()
  }
});

/** Depth Apex reports when nothing caps the chain. */
const UNCAPPED = 2_147_483_647;

function running<T>(read: (state: NonNullable<ReturnType<typeof queueableState>>) => T): T {
  const state = queueableState();
  return state ? read(state) : throwApex('System.AsyncException', 'AsyncInfo is available in a Queueable job only');
}

defineType({
  name: 'System.AsyncInfo',
  statics: {
    getCurrentQueueableStackDepth: () => running((state) => state.depth),
    getMaximumQueueableStackDepth: () => running((state) => state.maximumDepth ?? UNCAPPED),
    getMinimumQueueableDelayInMinutes: () => running((state) => state.delayMinutes),
    hasMaxStackDepth: () => running((state) => state.maximumDepth !== null)
  }
});

defineType({ name: 'System.QueueableContext', jsClass: QueueableContext, methods: { getJobId: (self: QueueableContext) => self.jobId } });
defineType({
  name: 'System.FinalizerContext',
  jsClass: FinalizerContext,
  methods: {
    getAsyncApexJobId: (self: FinalizerContext) => self.jobId,
    getRequestId: (self: FinalizerContext) => self.jobId.value,
    getResult: (self: FinalizerContext) => self.result,
    getException: (self: FinalizerContext) => self.exception
  }
});
defineType({
  name: 'Database.BatchableContext',
  jsClass: BatchableContext,
  methods: { getJobId: (self: BatchableContext) => self.jobId, getChildJobId: (self: BatchableContext) => self.jobId }
});
defineType({
  name: 'System.SchedulableContext',
  jsClass: SchedulableContext,
  methods: { getTriggerId: (self: SchedulableContext) => self.triggerId }
});

/** Interfaces that users implement and markers: known, with nothing to run. */
for (const name of [
  'System.Queueable',
  'System.Finalizer',
  'System.Schedulable',
  'System.Callable',
  'System.InstallHandler',
  'System.UninstallHandler',
  'Database.Batchable',
  'Database.Stateful',
  'Database.AllowsCallouts',
  'Database.RaisesPlatformEvents'
]) {
  defineType({ name });
}
