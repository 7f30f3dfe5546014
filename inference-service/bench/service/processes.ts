import { fork, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { LoadOrder, LoadReport } from './load.ts';

export const ORG = '00D000000000001';
const TOKEN = 'token-of-the-bench';
export const CREDENTIALS = { Authorization: `Bearer ${TOKEN}`, 'X-Org-Id': ORG };

export type Usage = { processorSeconds: number; residentMegabytes: number };

export type Measured = {
  port: number;
  process: ChildProcess;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
  /** From now on counts the score requests the server's own log says it took; the returned function tells how many. */
  countAccepted(): () => number;
};

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The real service as it is started in production, with its log read and thrown away as a collector would: this one, or
 * that of another copy of the repository.
 */
export async function startService(settings: Record<string, string>, repository?: string): Promise<Measured> {
  const server = repository ? join(repository, 'inference-service/src/server.ts') : path('../../src/server.ts');
  const child = spawn(process.execPath, [server], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      TOKENS: `${ORG}:${createHash('sha256').update(TOKEN).digest('hex')}`,
      REQUESTS_PER_MINUTE: '1000000',
      SCORE_CONCURRENCY: '1000',
      ...settings
    },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the service ended with code ${code}`)));
    let log = '';
    const onData = (chunk: Buffer) => {
      log += chunk.toString();
      const line = log.split('\n').find((each) => each.includes('"msg":"listening"') && each.endsWith('}'));
      if (!line) return;
      child.stdout.off('data', onData);
      resolve(Number(new URL((JSON.parse(line) as { url: string }).url).port));
    };
    child.stdout.on('data', onData);
  });
  // Without looking into it: reading every line would take its time from the service.
  child.stdout.resume();
  return {
    port,
    process: child,
    async usage() {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      const metric = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
      return {
        processorSeconds: metric('process_cpu_seconds_total'),
        residentMegabytes: metric('process_resident_memory_bytes') / 2 ** 20
      };
    },
    stop: () => end(child),
    countAccepted() {
      let accepted = 0;
      createInterface(child.stdout).on('line', (line) => {
        if (line.includes('"route":"/v1/deals/score"')) accepted += 1;
      });
      return () => accepted;
    }
  };
}

export async function startEcho(): Promise<Measured> {
  const child = fork(path('./echo.ts'));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    port,
    process: child,
    async usage() {
      child.send('usage');
      const [usage] = (await once(child, 'message')) as [Usage];
      return usage;
    },
    stop: () => end(child),
    countAccepted() {
      throw new Error('the echo keeps no log');
    }
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'close');
  child.kill('SIGTERM');
  await exited;
}

/** Load from one more process, so that neither the server nor this one shares its thread. */
export async function run(order: LoadOrder): Promise<LoadReport> {
  const child = fork(path('./load.ts'), [JSON.stringify(order)]);
  const [report] = (await once(child, 'message')) as [LoadReport];
  await end(child);
  return report;
}
