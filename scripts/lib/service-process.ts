import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from './run.ts';

export interface ServiceProcess {
  readonly url: string;
  /** Resolves when the process ends, for whatever reason. */
  readonly exited: Promise<void>;
  /** Asks it to drain and end; resolves when it has. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly port: number;
  readonly dataFolder: string;
  /** Org id and SHA-256 of its token, as the service's TOKENS variable takes them. */
  readonly tokens: string;
  readonly environment?: NodeJS.ProcessEnv;
}

const READY_TIMEOUT_MS = 30_000;

/**
 * Starts the inference service as a process of its own and waits until it answers. It must not share the org's thread:
 * the org's callouts block that thread until the answer is there.
 */
export async function startServiceProcess(options: ServiceOptions): Promise<ServiceProcess> {
  const url = `http://127.0.0.1:${options.port}`;
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'scripts/lib/end-with-parent.ts'), join(root, 'inference-service/src/server.ts')],
    {
      env: {
        LOG_LEVEL: 'warn',
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(options.port),
        DATA_FOLDER: options.dataFolder,
        TOKENS: options.tokens,
        ...options.environment
      },
      stdio: ['pipe', 'ignore', 'inherit']
    }
  );
  // Whatever ends us must not leave the service behind.
  const reap = (): void => void child.kill('SIGTERM');
  process.once('exit', reap);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    process.removeListener('exit', reap);
    child.kill('SIGTERM');
    await exited;
  };
  await Promise.race([
    answers(`${url}/readyz`),
    exited.then(() => {
      throw new Error('The inference service ended while starting; its own message is above.');
    })
  ]).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, exited, stop };
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within ${READY_TIMEOUT_MS / 1000} s`);
}
