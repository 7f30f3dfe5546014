import type { OpenedOrg } from '../open-org.ts';
import { capsOf } from '../platform/limits.ts';
import type { TransactionUse } from './messages.ts';

/** Tells what every transaction of a running org has used, as its governor counted, on whichever thread it ran. */
export function watchTransactions(org: OpenedOrg, listener: (use: TransactionUse) => void): void {
  const { platform } = org;
  platform.onTransaction = ({ quiddity, limits }) => listener({ quiddity, limits: { ...limits }, caps: capsOf({ quiddity }) });
  if (platform.threads) platform.threads.onUse = listener;
}
