import type { Execution, Limits } from '../runtime/execution.ts';
import { current } from '../runtime/execution.ts';
import { throwApex } from '../runtime/values/exception.ts';

/** What one transaction may use. The platform's published figures for synchronous and asynchronous Apex. */
export const SYNCHRONOUS_CAPS: Readonly<Limits> = {
  queries: 100,
  queryRows: 50_000,
  aggregateQueries: 300,
  soslQueries: 20,
  dmlStatements: 150,
  dmlRows: 10_000,
  callouts: 100,
  futureCalls: 50,
  queueableJobs: 50,
  emailInvocations: 10,
  publishImmediateDml: 150,
  mobilePushApexCalls: 10,
  apexCursorRows: 50_000_000,
  fetchCallsOnApexCursor: 100
};

/** An asynchronous transaction may query twice as often, and enqueue one child job. */
export const ASYNCHRONOUS_CAPS: Readonly<Limits> = { ...SYNCHRONOUS_CAPS, queries: 200, futureCalls: 0, queueableJobs: 1 };

const ASYNCHRONOUS = new Set(['QUEUEABLE', 'FUTURE', 'BATCH_APEX', 'BATCH_CHUNK_SERIAL', 'SCHEDULED', 'TRANSACTION_FINALIZER_QUEUEABLE']);

/** How the platform names each counter in "Too many …: N". */
const NAMES: Readonly<Record<keyof Limits, string>> = {
  queries: 'SOQL queries',
  queryRows: 'query rows',
  aggregateQueries: 'aggregate queries',
  soslQueries: 'SOSL queries',
  dmlStatements: 'DML statements',
  dmlRows: 'DML rows',
  callouts: 'callouts',
  futureCalls: 'future calls',
  queueableJobs: 'queueable jobs added to the queue',
  emailInvocations: 'Email Invocations',
  publishImmediateDml: 'publish immediate DML statements',
  mobilePushApexCalls: 'mobile push calls',
  apexCursorRows: 'Apex cursor rows',
  fetchCallsOnApexCursor: 'fetch calls on Apex cursor'
};

export function isAsynchronous(execution: Pick<Execution, 'quiddity'>): boolean {
  return ASYNCHRONOUS.has(execution.quiddity);
}

export function capsOf(execution: Pick<Execution, 'quiddity'>): Readonly<Limits> {
  if (!isAsynchronous(execution)) return SYNCHRONOUS_CAPS;
  // Batch methods may enqueue several jobs' worth of work only from finish; scheduled and future Apex may chain like a synchronous call.
  if (execution.quiddity === 'SCHEDULED') return { ...ASYNCHRONOUS_CAPS, futureCalls: 50, queueableJobs: 50 };
  if (execution.quiddity === 'QUEUEABLE') return { ...ASYNCHRONOUS_CAPS, futureCalls: 50 };
  return ASYNCHRONOUS_CAPS;
}

const CPU_STARTED = Symbol('start of the CPU time');

/** From here on CPU time is counted anew. */
export function startCpuTime(slots: Map<symbol, unknown>, at: number = performance.now()): void {
  slots.set(CPU_STARTED, at);
}

/** Milliseconds since the transaction began. Time that passed, since no other is known for one transaction. */
export function cpuTime({ slots }: Pick<Execution, 'slots'>): number {
  return Math.floor(performance.now() - ((slots.get(CPU_STARTED) as number | undefined) ?? performance.now()));
}

/** Far beyond the platform's ten seconds and its sixty: a slow machine must not fail what the platform runs. */
const ENDLESS_MS = 120_000;
const TICKS = 1 << 16;
let ticks = 0;

/** What every turn of a loop calls: one that does not end would otherwise keep every other test from running. */
export function tick(): true {
  ticks = (ticks + 1) % TICKS;
  if (ticks === 0 && cpuTime(current()) > ENDLESS_MS) throwApex('System.LimitException', 'Apex CPU time limit exceeded');
  return true;
}

export function freshLimits(): Limits {
  return {
    queries: 0,
    queryRows: 0,
    aggregateQueries: 0,
    soslQueries: 0,
    dmlStatements: 0,
    dmlRows: 0,
    callouts: 0,
    futureCalls: 0,
    queueableJobs: 0,
    emailInvocations: 0,
    publishImmediateDml: 0,
    mobilePushApexCalls: 0,
    apexCursorRows: 0,
    fetchCallsOnApexCursor: 0
  };
}

/** Counts `amount` uses against the running transaction; past the cap throws the LimitException that Apex cannot catch. */
export function consume(counter: keyof Limits, amount = 1): void {
  const execution = current();
  const used = (execution.limits[counter] += amount);
  if (used > capsOf(execution)[counter]) throwApex('System.LimitException', `Too many ${NAMES[counter]}: ${used}`);
}
