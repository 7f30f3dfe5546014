import { runBatchAtOnce } from '../platform/async/batch.ts';
import type { Order } from '../platform/async/orders.ts';
import { perform } from '../platform/async/orders.ts';
import type { LocalPlatform } from '../platform/local-platform.ts';

/** Does an order to its end: nobody waits for this thread. */
export function performOnThread(platform: LocalPlatform, order: Order): void {
  if (order.kind === 'batch') runBatchAtOnce(platform, order);
  else perform(platform, order);
}
