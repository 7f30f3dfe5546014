import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { createDealScoringAgent } from './agents/deal-scoring/index.ts';
import { createApp } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { createCircuitBreaker } from './language/circuit-breaker.ts';
import { createDealWriter } from './language/deal-writer.ts';
import { createOpenAiProvider } from './language/openai.ts';
import { createOrchestrator } from './orchestrator.ts';
import { openDatabase, type Database } from './storage/database.ts';
import { createDealModels } from './storage/deal-models.ts';
import { DatabaseError } from './storage/errors.ts';
import { createIdempotency } from './storage/idempotency.ts';
import { createLog } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';
import { createTrainingPool } from './training/pool.ts';

export type RunningService = {
  url: string;
  /** Stops accepting, lets what is under way finish (up to the drain timeout), then closes everything. Can be called twice. */
  stop(): Promise<void>;
};

/** Longer than load balancers keep an idle connection (60 s is common), so that we never close one they are about to use. */
const KEEP_ALIVE_MS = 75_000;
const PURGE_EVERY_MS = 10 * 60_000;
/** After the drain timeout work is aborted; this long it may take to answer that it was. */
const ABORT_GRACE_MS = 500;

export type StartOptions = {
  log?: Logger;
  /** An open database to use instead of the configured one; whoever opened it closes it. */
  database?: Database;
};

/** Builds every dependency from the configuration and listens. */
export async function startService(config: Config, options: StartOptions = {}): Promise<RunningService> {
  const log = options.log ?? createLog(config.logLevel);
  const metrics = createMetrics({ process: true });
  const database =
    options.database ?? (await openDatabase({ url: config.databaseUrl, pool: config.databasePool, folder: folderOf(config) }));
  const closeDatabase = options.database ? async () => undefined : () => database.close();
  const dealModels = createDealModels(database);
  const idempotency = createIdempotency(database, {
    // Longer than any request may work on a key, so that only what died is taken over.
    claimSeconds: config.requestTimeoutMs / 1000 + 60
  });
  const writer = createDealWriter({
    provider: config.language && createOpenAiProvider(config.language),
    breaker: createCircuitBreaker(),
    metrics,
    concurrency: config.languageConcurrency,
    usdPerMillionIn: config.usdPerMillionIn,
    usdPerMillionOut: config.usdPerMillionOut
  });
  const dealScoring = createDealScoringAgent({
    dealModels,
    idempotency,
    writer,
    metrics,
    languageBudgetMs: config.languageBudgetMs,
    now: () => new Date()
  });

  let draining = false;
  const stopped = new AbortController();
  const app = createApp({
    version: readVersion(),
    log,
    metrics,
    database,
    dealModels,
    trainingPool: createTrainingPool(config.trainConcurrency),
    orchestrator: createOrchestrator({ 'deals.registered': dealScoring }, { 'deals.registered': config.scoreConcurrency }),
    tokens: config.tokens,
    limits: config,
    draining: () => draining,
    stopped: stopped.signal
  });

  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const purge = setInterval(() => {
    idempotency.purge().catch((error: unknown) => log.warn({ err: error }, 'expired answers could not be deleted'));
  }, PURGE_EVERY_MS);
  purge.unref();
  try {
    await listen(server, config.port, config.host);
  } catch (error) {
    clearInterval(purge);
    await closeDatabase();
    throw error;
  }
  const url = urlOf(server);
  log.info({ url, database: database.engine, orgs: config.tokens.size, language: config.language?.model ?? 'template' }, 'listening');

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    draining = true;
    log.info('draining');
    clearInterval(purge);
    await closeServer(server, config.drainTimeoutMs, stopped);
    await closeDatabase();
    log.info('stopped');
  };
  return { url, stop: () => (stopping ??= stop()) };
}

function folderOf(config: Config): string | undefined {
  return config.dataFolder === 'memory' ? undefined : config.dataFolder;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function closeServer(server: Server, drainTimeoutMs: number, stopped: AbortController): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const abort = setTimeout(() => {
    stopped.abort();
    setTimeout(() => server.closeAllConnections(), ABORT_GRACE_MS).unref();
  }, drainTimeoutMs);
  await closed;
  clearTimeout(abort);
}

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}

async function main(): Promise<void> {
  let service: RunningService | undefined;
  let asked = false;
  const end = (running: RunningService) => void running.stop().then(() => process.exit(0));
  const onSignal = () => {
    // Whoever asks a second time does not want to wait.
    if (asked) process.exit(1);
    asked = true;
    if (service) end(service);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  try {
    service = await startService(readConfig(process.env));
    if (asked) end(service);
  } catch (error) {
    // A mistake in the configuration needs its sentence, not a stack.
    console.error(error instanceof ConfigError || error instanceof DatabaseError ? error.message : error);
    process.exit(1);
  }
}

if (import.meta.main) await main();
