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

/**
 * CPU time is counted, not measured: the same code gives the same figure on every machine. A turn of a loop and a row are
 * taken for what they cost on the platform on average; recursion and the library's own work are not counted.
 */
const TURN_MS = 0.0005;
const DML_ROW_MS = 0.1;
const QUERY_ROW_MS = 0.01;
const CPU_SYNCHRONOUS_MS = 10_000;
const CPU_ASYNCHRONOUS_MS = 60_000;

/** Turns between two looks at what has been used. */
const BLOCK = 1 << 12;
let left = BLOCK;
let blocks = 0;

interface Cpu {
  /** Turns of this thread when the transaction began, and those of transactions inside it. */
  turns: number;
  dmlRows: number;
  queryRows: number;
  readonly at: number;
}

const CPU = Symbol('CPU time');

function turns(): number {
  return blocks * BLOCK + (BLOCK - left);
}

/** From here on CPU time is counted anew. */
export function startCpuTime({ slots, limits }: Pick<Execution, 'slots' | 'limits'>): void {
  slots.set(CPU, { turns: turns(), dmlRows: limits.dmlRows, queryRows: limits.queryRows, at: performance.now() } satisfies Cpu);
}

/** Milliseconds since the transaction began. */
export function cpuTime({ slots, limits }: Pick<Execution, 'slots' | 'limits'>): number {
  const begun = slots.get(CPU) as Cpu | undefined;
  if (!begun) return 0;
  const rows = (limits.dmlRows - begun.dmlRows) * DML_ROW_MS + (limits.queryRows - begun.queryRows) * QUERY_ROW_MS;
  return Math.floor((turns() - begun.turns) * TURN_MS + rows);
}

/** What a transaction inside another has used is not the outer one's. */
export function excludeCpuTime(outer: Pick<Execution, 'slots'>, inner: Pick<Execution, 'slots'>): void {
  const [to, from] = [outer, inner].map(({ slots }) => slots.get(CPU) as Cpu | undefined);
  if (to && from) to.turns += turns() - from.turns;
}

export function cpuCap(execution: Pick<Execution, 'quiddity'>): number {
  return isAsynchronous(execution) ? CPU_ASYNCHRONOUS_MS : CPU_SYNCHRONOUS_MS;
}

/** Whatever is counted: a transaction that takes this long will not end. */
const ENDLESS_MS = 120_000;

/** What every turn of a loop calls. */
export function tick(): true {
  left -= 1;
  if (left <= 0) endBlock();
  return true;
}

function endBlock(): void {
  left = BLOCK;
  blocks += 1;
  const execution = current();
  const begun = execution.slots.get(CPU) as Cpu | undefined;
  if (cpuTime(execution) > cpuCap(execution) || performance.now() - (begun?.at ?? Infinity) > ENDLESS_MS)
    throwApex('System.LimitException', 'Apex CPU time limit exceeded');
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
