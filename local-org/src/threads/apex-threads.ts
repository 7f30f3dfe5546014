import type { LocalDatabase } from '../database/engine.ts';
import type { OpenedOrg } from '../open-org.ts';
import { SharedCache } from '../platform/cache.ts';
import { perform } from '../platform/async/orders.ts';
import type { Order } from '../platform/async/orders.ts';
import { describeError } from '../platform/async/jobs.ts';
import { capsOf } from '../platform/limits.ts';
import { MustMove } from '../platform/must-move.ts';
import { withOrg } from '../platform/transaction.ts';
import { getOrgUrl } from '../runtime/library/url.ts';
import { carry, unpack } from './carry.ts';
import { decode, NotCarried } from './graph.ts';
import type { FromThread, ThreadData, TransactionUse } from './messages.ts';
import { ThreadFault, ThreadPool } from './pool.ts';

/** What an org that is served gives to its threads. */
export class ApexThreads {
  private readonly org: OpenedOrg;
  private readonly pool: ThreadPool;
  private readonly cache: SharedCache;
  private closing: Promise<void> | null = null;
  /** Told what every transaction on a thread has used. */
  onUse: ((use: TransactionUse) => void) | null = null;

  constructor(org: OpenedOrg, data: Omit<ThreadData, 'url' | 'model'>, cache: SharedCache) {
    this.org = org;
    this.cache = cache;
    this.pool = new ThreadPool({
      data: () => ({ ...data, model: org.model, url: getOrgUrl() }),
      onMessage: (message) => this.hear(message)
    });
  }

  get busy(): boolean {
    return this.pool.busy;
  }

  idle(): Promise<void> {
    return this.pool.idle();
  }

  /** Once: the org's own close comes after that of its server. */
  close(): Promise<void> {
    this.closing ??= this.pool.close().then(() => this.cache.close());
    return this.closing;
  }

  /** Rejects with the exception of Apex when there was one. */
  async request(name: string, userId: string, input: unknown): Promise<unknown> {
    try {
      return await this.pool.run({ kind: 'request', name, userId, input });
    } catch (error) {
      if (!(error instanceof ThreadFault) || !error.exception) throw error;
      const exception = withOrg(this.org, () => decode(error.exception!, this.org.program)) as Error;
      exception.stack = error.stack;
      throw exception;
    }
  }

  /** An order whose instance cannot leave this thread is done here, and everybody waits for its callouts. */
  perform(order: Order): void {
    const { platform } = this.org;
    try {
      this.pool.run({ kind: 'order', order: carry(order) }).catch((error: unknown) => platform.log(describeError(error)));
    } catch (error) {
      if (!(error instanceof NotCarried)) throw error;
      perform(platform, order);
    }
  }

  private hear(message: FromThread): void {
    const { platform } = this.org;
    if (message.kind === 'log') platform.log(message.line);
    else if (message.kind === 'used') this.onUse?.(message.use);
    else if (message.kind === 'order') platform.dispatch(unpack(this.org, message.order), message.delayMs);
  }
}

let caches = 0;

/** Makes an org ready for threads; the first starts when something has to wait. */
export function startThreads(org: OpenedOrg, data: Pick<ThreadData, 'partial' | 'file' | 'settings'>): void {
  if (org.platform.threads) return;
  const name = `local-org-cache-${process.pid}-${(caches += 1)}`;
  const cache = new SharedCache(name, org.program);
  org.platform.cache = cache;
  (org.database as LocalDatabase).store.share(() => {
    if (org.platform.mayMove) throw new MustMove(false);
  });
  org.platform.threads = new ApexThreads(org, { ...data, cache: name }, cache);
}

/** Makes an org one of a thread: what its transactions leave is done at home. */
export function beThread(org: OpenedOrg, data: ThreadData, say: (message: FromThread) => void): void {
  const { platform } = org;
  platform.cache = new SharedCache(data.cache, org.program);
  platform.onTransaction = ({ quiddity, limits }) =>
    say({ kind: 'used', use: { quiddity, limits: { ...limits }, caps: capsOf({ quiddity }) } });
  platform.sendHome = (order, delayMs) => {
    try {
      say({ kind: 'order', order: carry(order), delayMs });
    } catch (error) {
      if (!(error instanceof NotCarried)) throw error;
      platform.loop.post(() => perform(platform, order), delayMs);
    }
  };
}
