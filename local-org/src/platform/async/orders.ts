import { isInstance, platformType } from '../../runtime/types.ts';
import type { EventsOrder } from '../events/event-bus.ts';
import type { LocalPlatform } from '../local-platform.ts';
import type { BatchOrder } from './batch.ts';
import { runBatch } from './batch.ts';
import type { FutureOrder } from './future.ts';
import { runFuture } from './future.ts';
import type { QueueableOrder } from './queueable.ts';
import { runQueueable } from './queueable.ts';
import type { ScheduleOrder } from './schedule.ts';
import { armSchedule } from './schedule.ts';

/**
 * Work that a transaction left to be done after it, as data: all Apex values are under `value`, everything else is plain,
 * so that the work can be done on another thread than the one that asked for it.
 */
export type Order = QueueableOrder | FutureOrder | BatchOrder | ScheduleOrder | EventsOrder;

/** Does the work on this thread. */
export function perform(platform: LocalPlatform, order: Order): void {
  switch (order.kind) {
    case 'queueable':
      return runQueueable(platform, order);
    case 'future':
      return runFuture(platform, order);
    case 'batch':
      return runBatch(platform, order);
    case 'schedule':
      return armSchedule(platform, order);
    case 'events':
      return platform.events.takeOrder(order);
  }
}

/** Whether the work has said that it may call out, and so may wait. */
export function callsOut({ org }: LocalPlatform, order: Order): boolean {
  switch (order.kind) {
    case 'queueable':
    case 'batch':
      return isInstance(order.value, platformType('Database.AllowsCallouts'));
    case 'future': {
      const method = org.program.classes.get(order.className.toLowerCase())?.methods.find(({ jsName }) => jsName === order.jsName);
      return (
        method?.annotations.some(({ name, parameters }) => name === 'future' && parameters['callout']?.toLowerCase() === 'true') ?? false
      );
    }
    default:
      return false;
  }
}
