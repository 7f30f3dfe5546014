import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TestPostgres = {
  url: string;
  /** False for a database that was given to the tests: they must not stop it. */
  own: boolean;
  /** Ends the server at once, as a crash would, and keeps its data. */
  kill(): Promise<void>;
  /** Starts it again after `kill`. */
  revive(): Promise<void>;
  stop(): Promise<void>;
};

/** A throwaway PostgreSQL cluster, or the reason why there is none on this machine. */
export async function startPostgres(): Promise<TestPostgres | { skipped: string }> {
  if (process.env['TEST_DATABASE_URL'])
    return { url: process.env['TEST_DATABASE_URL'], own: false, kill: notOurs, revive: notOurs, stop: async () => undefined };
  const binaries = findBinaries();
  if (!binaries) return { skipped: 'no PostgreSQL server found; set TEST_DATABASE_URL to test against one' };
  // PostgreSQL refuses to run as root.
  const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'nobody', '--'] : [];
  const folder = mkdtempSync(join(tmpdir(), 'inference-postgres-'));
  chmodSync(folder, 0o777);
  const port = await freePort();
  const run = (program: string, ...parameters: string[]) => {
    const [command, ...rest] = [...asUser, join(binaries, program), ...parameters] as [string, ...string[]];
    return { command, rest };
  };
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const init = run('initdb', '-D', join(folder, 'data'), '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--no-sync');
    execFileSync(init.command, init.rest, { stdio: 'pipe', cwd: folder });
  } catch (error) {
    remove();
    return { skipped: `initdb failed: ${String((error as { stderr?: Buffer }).stderr ?? error).slice(0, 300)}` };
  }
  const start = run('postgres', '-D', join(folder, 'data'), '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F');
  let exited = Promise.resolve();
  const launch = async () => {
    const server = spawn(start.command, start.rest, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
    exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    await new Promise<void>((resolve, reject) => {
      server.stderr.on('data', (chunk: Buffer) => chunk.includes('ready to accept connections') && resolve());
      void exited.then(() => reject(new Error('PostgreSQL ended before it was ready')));
    });
  };
  const kill = async () => {
    // Through pg_ctl: a signal to runuser would not reach the server behind it.
    const end = run('pg_ctl', 'stop', '-D', join(folder, 'data'), '-m', 'immediate');
    execFileSync(end.command, end.rest, { stdio: 'pipe', cwd: folder });
    await exited;
  };
  await launch();
  return {
    url: `postgresql://test@127.0.0.1:${port}/postgres`,
    own: true,
    kill,
    revive: launch,
    async stop() {
      await kill();
      remove();
    }
  };
}

function notOurs(): Promise<never> {
  return Promise.reject(new Error('the database given to the tests is not theirs to stop'));
}

function findBinaries(): string | undefined {
  const roots = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt'].filter((folder) => existsSync(folder));
  const folders = roots.flatMap((root) => readdirSync(root).map((version) => join(root, version, 'bin')));
  return [...folders, '/usr/local/pgsql/bin', '/usr/bin'].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
