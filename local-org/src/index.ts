/** What programs use of the local org. Everything else is its own. */
export { openOrg } from './open-org.ts';
export type { OpenedOrg, OpenOptions } from './open-org.ts';
export { DEFAULT_PASSWORD, startServer } from './server.ts';
export type { RunningServer, ServerOptions } from './server.ts';
export { portalRoutes } from './portal/index.ts';
export { whileUnused } from './database/lock.ts';
export { watchTransactions } from './threads/watch-transactions.ts';
export type { TransactionUse } from './threads/messages.ts';
