import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Root folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The local org's command. Resolved as CommonJS does: a set-up of vitest has no `import.meta.resolve`. */
export const localOrg = createRequire(import.meta.url).resolve('@partner-portal-ai/local-org/cli');

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** Runs a command with our output as its output; resolves with its exit code. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options, 'inherit');
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
}

/** The same, keeping the end of what it printed: that is where a test runner says what failed. */
export function runKeepingEnd(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
  lines = 80
): Promise<{ code: number; end: string }> {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options, 'pipe');
    let end = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr]
    ] as const) {
      from?.setEncoding('utf8').on('data', (text: string) => {
        to.write(text);
        end = (end + text).split('\n').slice(-lines).join('\n');
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 128 : 1), end }));
  });
}

function start(command: string, args: readonly string[], options: RunOptions, output: 'inherit' | 'pipe'): ChildProcess {
  return spawn(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', output, output]
  });
}

/** Runs a command and gives what it printed. */
export function capture(
  command: string,
  args: readonly string[],
  options: RunOptions = {}
): { code: number; stdout: string; stderr: string } {
  const result = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024
  });
  if (result.error) throw result.error;
  return { code: result.status ?? 1, stdout: result.stdout, stderr: result.stderr };
}

/** Path of a package's command, run with the Node that runs us. */
export function bin(path: string): [string, string] {
  return [process.execPath, `${root}/node_modules/${path}`];
}
