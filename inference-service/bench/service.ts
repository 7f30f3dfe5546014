/**
 * The service under load beside a bare Hono JSON echo, both as processes of their own, with load from a third:
 * npm run bench -- service [--requests 200000] [--malformed 100000] [--rounds 5] [--seconds 5] [--against FOLDER]
 * --against names another copy of the repository, whose service is measured in the same rounds: before and after.
 * Every request has a key of its own, so every answer is computed and stored; REQUESTS_PER_MINUTE and
 * SCORE_CONCURRENCY are raised through their settings. Loopback only.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { publish, type Figure } from './report.ts';
import type { LoadOrder } from './service/load.ts';
import { BUDGET_MS, measureLanguage } from './service/language.ts';
import { sendMalformed } from './service/malformed.ts';
import { CREDENTIALS, run, startEcho, startService, type Measured } from './service/processes.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '200000' },
    malformed: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    language: { type: 'string', default: '200' },
    against: { type: 'string' }
  }
});
const seconds = Number(values.seconds);
const figures: Figure[] = [];
const folder = mkdtempSync(join(tmpdir(), 'bench-service-'));
let nextKey = 1;

console.log(
  'Every request has a key of its own; REQUESTS_PER_MINUTE=1000000 and SCORE_CONCURRENCY=1000; 64 connections; 1,000 different bodies.'
);
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
publish('service', figures);

async function measure(): Promise<void> {
  const service = await startService({ DATA_FOLDER: folder });
  const echo = await startEcho();
  const other = values.against ? await startService({ DATA_FOLDER: join(folder, 'other') }, values.against) : undefined;
  try {
    const half = await measureThroughput(service, echo, other);
    await measureLatency(service, echo, half);
    await measureMemory(service, Number(values.requests));
    await measureMalformed(service, Number(values.malformed));
    await measureStop(service);
  } finally {
    await service.stop();
    await echo.stop();
    await other?.stop();
  }
  for (const { behaviour, p99, changedNumbers, requests } of await measureLanguage(Number(values.language))) {
    figures.push({
      figure: `language model ${behaviour}: p99 ms of ${requests} answers, eight at a time`,
      ours: p99,
      digits: 0,
      target: `<= ${BUDGET_MS}`
    });
    figures.push({ figure: `language model ${behaviour}: answers with another number`, ours: changedNumbers, digits: 0, target: '<= 0' });
  }
}

function order(target: Measured, path: string, rest: Partial<LoadOrder>): LoadOrder {
  const firstKey = nextKey;
  nextKey += 10_000_000;
  return {
    port: target.port,
    path,
    headers: CREDENTIALS,
    connections: 64,
    requests: 1e9,
    seconds,
    firstKey,
    differentBodies: 1_000,
    ...rest
  };
}

/** Requests a second and processor time for each, as fast as answers come. */
async function throughput(target: Measured, path: string): Promise<{ rate: number; microseconds: number }> {
  const before = await target.usage();
  const report = await run(order(target, path, {}));
  const after = await target.usage();
  const answered = report.statuses['200'] ?? 0;
  return { rate: answered / report.seconds, microseconds: ((after.processorSeconds - before.processorSeconds) / answered) * 1e6 };
}

type HalfLoad = { ours: number; theirs: number };

/** Alternating, so that whatever else the machine does meets all; the medians count. Gives half of each one's throughput. */
async function measureThroughput(service: Measured, echo: Measured, other: Measured | undefined): Promise<HalfLoad> {
  // Until both are compiled and their caches filled: the first fifty thousand requests are a tenth slower than those after.
  await run(order(service, '/v1/deals/score', { seconds: seconds * 3 }));
  await run(order(echo, '/echo', {}));
  if (other) await run(order(other, '/v1/deals/score', { seconds: seconds * 3 }));
  type Round = Record<'ours' | 'theirs', Awaited<ReturnType<typeof throughput>>> & { others?: Awaited<ReturnType<typeof throughput>> };
  const rounds: Round[] = [];
  for (let i = 0; i < Number(values.rounds); i += 1) {
    const theirs = await throughput(echo, '/echo');
    const ours = await throughput(service, '/v1/deals/score');
    rounds.push({ theirs, ours, ...(other ? { others: await throughput(other, '/v1/deals/score') } : {}) });
  }
  const ours = median(rounds.map((round) => round.ours.rate));
  const theirs = median(rounds.map((round) => round.theirs.rate));
  figures.push(
    { figure: 'score, one deal with 20 candidates: answers a second', ours, digits: 0 },
    { figure: 'bare echo of the same body: answers a second', ours: theirs, digits: 0 },
    {
      figure: 'share of the echo by throughput, %',
      ours: 100 * median(rounds.map((round) => round.ours.rate / round.theirs.rate)),
      digits: 1,
      target: '>= 25'
    },
    {
      figure: 'share of the echo by processor time of a request, database thread included, %',
      ours: 100 * median(rounds.map((round) => round.theirs.microseconds / round.ours.microseconds)),
      digits: 1
    }
  );
  if (other) {
    figures.push({
      figure: 'the other copy: share of the echo by throughput, %',
      ours: 100 * median(rounds.map((round) => round.others!.rate / round.theirs.rate)),
      digits: 1
    });
  }
  return { ours: ours / 2, theirs: theirs / 2 };
}

async function measureLatency(service: Measured, echo: Measured, half: HalfLoad): Promise<void> {
  const plain = await run(order(echo, '/echo', { rate: half.theirs, seconds: seconds * 2 }));
  const report = await run(order(service, '/v1/deals/score', { rate: half.ours, seconds: seconds * 2 }));
  figures.push(
    { figure: `at half load (${Math.round(half.ours)} a second, sent when due): p50 ms`, ours: report.p50, digits: 1 },
    { figure: 'at half load: p99 ms', ours: report.p99, digits: 1 },
    { figure: 'the echo at its own half load: p99 ms', ours: plain.p99, digits: 1 },
    { figure: "at half load: p99 as a multiple of the echo's", ours: report.p99 / plain.p99, digits: 1, target: '<= 5' },
    { figure: 'at half load: answers that were not 200', ours: notOk(report.statuses), digits: 0, target: '<= 0' }
  );
}

/** Twenty equal parts; the slope is fitted to the last fifteen, when caches are full. */
async function measureMemory(service: Measured, requests: number): Promise<void> {
  const parts = 20;
  const resident = [(await service.usage()).residentMegabytes];
  for (let i = 0; i < parts; i += 1) {
    await run(order(service, '/v1/deals/score', { requests: Math.ceil(requests / parts), seconds: 600 }));
    resident.push((await service.usage()).residentMegabytes);
  }
  const per100k = slope(resident.slice(6)) * (parts / requests) * 100_000;
  figures.push(
    { figure: `resident MB before ${requests.toLocaleString('en-US')} requests`, ours: resident[0]!, digits: 0 },
    { figure: 'resident MB after a quarter, and at the end', ours: `${Math.round(resident[5]!)}, ${Math.round(resident.at(-1)!)}` },
    { figure: 'growth after the first quarter, MB for 100,000 requests', ours: per100k, digits: 1 }
  );
}

async function measureMalformed(service: Measured, count: number): Promise<void> {
  const { sent, kinds, statuses, unanswered, slowestMs, faults: bodies } = await sendMalformed(service.port, count);
  const faults = Object.entries(statuses).reduce((sum, [status, times]) => sum + (status >= '500' ? times : 0), 0);
  const alive = (await fetch(`http://127.0.0.1:${service.port}/readyz`)).status;
  console.log(`malformed: ${JSON.stringify(statuses)}, connections ended without an answer: ${unanswered}, slowest ${slowestMs} ms`);
  for (const fault of bodies) console.log(`fault: ${fault}`);
  figures.push(
    {
      figure: `${sent.toLocaleString('en-US')} malformed requests of ${kinds} kinds: answers of 500 and above`,
      ours: faults,
      digits: 0,
      target: '<= 0'
    },
    { figure: 'ready afterwards, the same process', ours: alive === 200 && service.process.exitCode === null ? 'yes' : 'no', target: 'yes' }
  );
}

/** What the service's own log says it answered must have arrived; a connection it closes while idle accepted nothing. */
async function measureStop(service: Measured): Promise<void> {
  // The log is written a moment after the answers: what belongs to earlier requests must be through.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const accepted = service.countAccepted();
  const load = run(order(service, '/v1/deals/score', { seconds: 10 }));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await service.stop();
  const { statuses } = await load;
  const answered = Object.entries(statuses).reduce((sum, [status, times]) => sum + (/^\d+$/.test(status) ? times : 0), 0);
  figures.push(
    { figure: 'SIGTERM under load: requests accepted but not answered', ours: accepted() - answered, digits: 0, target: '<= 0' },
    {
      figure: `SIGTERM under load: answers that were not 200, of ${answered.toLocaleString('en-US')}`,
      ours: notOk(statuses, true),
      digits: 0,
      target: '<= 0'
    },
    { figure: 'SIGTERM under load: exit code', ours: String(service.process.exitCode), target: '0' }
  );
}

function notOk(statuses: Record<string, number>, answeredOnly = false): number {
  return Object.entries(statuses).reduce(
    (sum, [status, times]) => sum + (status === '200' || (answeredOnly && !/^\d+$/.test(status)) ? 0 : times),
    0
  );
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/** Least squares, per step. */
function slope(ys: number[]): number {
  const middle = (ys.length - 1) / 2;
  const mean = ys.reduce((sum, y) => sum + y, 0) / ys.length;
  const above = ys.reduce((sum, y, x) => sum + (x - middle) * (y - mean), 0);
  return above / ys.reduce((sum, _, x) => sum + (x - middle) ** 2, 0);
}
