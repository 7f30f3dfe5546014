import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { ConfigError, readConfig, type Config } from './config.ts';
import { createService, type Service, type ServiceOptions } from './service.ts';
import { DatabaseError } from './storage/errors.ts';

export type RunningService = {
  url: string;
  /** Stops accepting, lets what is under way finish (up to the drain timeout), then closes everything. Can be called twice. */
  stop(): Promise<void>;
};

/** Longer than load balancers keep an idle connection (60 s is common), so that we never close one they are about to use. */
const KEEP_ALIVE_MS = 75_000;
/** After the drain timeout work is aborted; this long it may take to answer that it was. */
const ABORT_GRACE_MS = 500;

/** Builds the service from the configuration and listens. */
export async function startService(config: Config, options: ServiceOptions = {}): Promise<RunningService> {
  const service = await createService(config, options);
  const { log, database } = service;
  const listener = getRequestListener(service.app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  try {
    await listen(server, config.port, config.host);
  } catch (error) {
    await service.close();
    throw error;
  }
  const url = urlOf(server);
  log.info({ url, database: database.engine, orgs: config.tokens.size, language: config.language?.model ?? 'template' }, 'listening');

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    service.drain();
    log.info('draining');
    await closeServer(server, config.drainTimeoutMs, service);
    await service.close();
    log.info('stopped');
  };
  return { url, stop: () => (stopping ??= stop()) };
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

async function closeServer(server: Server, drainTimeoutMs: number, service: Service): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const abort = setTimeout(() => {
    service.abort();
    setTimeout(() => server.closeAllConnections(), ABORT_GRACE_MS).unref();
  }, drainTimeoutMs);
  await closed;
  clearTimeout(abort);
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
