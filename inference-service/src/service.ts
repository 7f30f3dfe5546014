import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { createBatch } from './batch/batch.ts';
import { capabilities as productCapabilities } from './capabilities/index.ts';
import type { Capability, CapabilityContext, Closable } from './capabilities/capability.ts';
import type { Config } from './config.ts';
import { createInspector } from './guardrails/inspector.ts';
import type { AppEnvironment } from './http/environment.ts';
import { createCircuitBreaker } from './language/circuit-breaker.ts';
import { createLanguage } from './language/language.ts';
import { createOpenAiProvider } from './language/openai.ts';
import { openDatabase, type Database } from './storage/database.ts';
import { createIdempotency, type Idempotency } from './storage/idempotency.ts';
import { createModelStore } from './storage/models.ts';
import { createLog } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';

export type Service = {
  app: Hono<AppEnvironment>;
  log: Logger;
  database: Database;
  /** From now on nothing new should come here. */
  drain(): void;
  /** Ends work under way. */
  abort(): void;
  /** Closes everything that was opened; call it when the last request has been answered. */
  close(): Promise<void>;
};

export type ServiceOptions = {
  log?: Logger;
  /** An open database to use instead of the configured one; whoever opened it closes it. */
  database?: Database;
  /** Others than the product's. */
  capabilities?: readonly Capability[];
};

const PURGE_EVERY_MS = 10 * 60_000;
/** Added to the longest time a request may work on a key, so that only what died is taken over. */
const CLAIM_MARGIN_SECONDS = 60;

/** Builds the application and all it needs; nothing listens yet, and `app.request()` answers without a socket. */
export async function createService(config: Config, options: ServiceOptions = {}): Promise<Service> {
  const capabilities = options.capabilities ?? productCapabilities;
  const log = options.log ?? createLog(config.logLevel);
  const metrics = createMetrics({ process: true });
  const database =
    options.database ?? (await openDatabase({ url: config.databaseUrl, pool: config.databasePool, folder: folderOf(config) }));
  const idempotency = createIdempotency(database, { claimSeconds: longestKeyedMs(capabilities, config) / 1000 + CLAIM_MARGIN_SECONDS });
  const stopped = new AbortController();
  let draining = false;

  const { context, closeShared } = createContext(config, { log, metrics, database, idempotency, stopped: stopped.signal });
  const running = capabilities.map((definition) => ({ definition, running: definition.create(context) }));
  const app = createApp({
    ...config,
    version: readVersion(),
    log,
    metrics,
    database,
    capabilities: running,
    draining: () => draining,
    stopped: stopped.signal
  });
  const purge = setInterval(() => {
    idempotency.purge().catch((error: unknown) => log.warn({ err: error }, 'expired answers could not be deleted'));
  }, PURGE_EVERY_MS);
  purge.unref();

  return {
    app,
    log,
    database,
    drain: () => {
      draining = true;
    },
    abort: () => stopped.abort(),
    async close() {
      clearInterval(purge);
      for (const capability of running) await capability.running.close?.();
      await closeShared();
      if (!options.database) await database.close();
    }
  };
}

type Parts = Pick<CapabilityContext, 'log' | 'metrics' | 'database' | 'stopped'> & { idempotency: Idempotency };

/** What every capability is given. */
function createContext(config: Config, { idempotency, ...parts }: Parts): { context: CapabilityContext; closeShared: () => Promise<void> } {
  const { database, metrics } = parts;
  const stores = new Map<string, ReturnType<CapabilityContext['models']>>();
  const engines = new Map<(context: CapabilityContext) => Closable, Closable>();
  const inspector = createInspector();
  const context: CapabilityContext = {
    ...parts,
    setting: config.setting,
    batch: (work) => createBatch(work, { idempotency, metrics }),
    models<Model, Summary>(kind: string) {
      // One for each kind: it keeps what it has read, and must know of every change.
      const store = stores.get(kind) ?? createModelStore(database, kind);
      stores.set(kind, store);
      return store as ReturnType<typeof createModelStore<Model, Summary>>;
    },
    shared<Engine extends Closable>(create: (context: CapabilityContext) => Engine) {
      const engine = engines.get(create) ?? create(context);
      engines.set(create, engine);
      return engine as Engine;
    },
    inspector,
    language: createLanguage({
      inspector,
      provider: config.language && createOpenAiProvider(config.language),
      breaker: createCircuitBreaker(),
      metrics,
      concurrency: config.languageConcurrency,
      budgetMs: config.languageBudgetMs,
      usdPerMillionIn: config.usdPerMillionIn,
      usdPerMillionOut: config.usdPerMillionOut
    }),
    now: () => new Date()
  };
  return {
    context,
    async closeShared() {
      for (const engine of engines.values()) await engine.close?.();
      await inspector.close();
    }
  };
}

function longestKeyedMs(capabilities: readonly Capability[], config: Config): number {
  const keyed = capabilities.flatMap(({ operations }) => Object.values(operations)).filter((operation) => operation.keyed);
  const times = keyed.map(({ limits }) => (limits?.timeoutMs ? config.setting(limits.timeoutMs) : config.requestTimeoutMs));
  return Math.max(config.requestTimeoutMs, ...times);
}

function folderOf(config: Config): string | undefined {
  return config.dataFolder === 'memory' ? undefined : config.dataFolder;
}

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}
