import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** A running `local-org` command, with what it has printed so far. */
export interface Running {
  readonly child: ChildProcess;
  output(): string;
  /** Waits until the output has a match; fails with the output when the process ends without one. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits for the process to end by itself; gives the exit code. */
  ended(): Promise<number | null>;
  /** Sends a signal and waits for the end; gives the exit code, null when the signal ended it. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

export function localOrg(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let text = '';
  let changed = (): void => {};
  const receive = (chunk: Buffer): void => {
    text += chunk.toString();
    changed();
  };
  child.stdout.on('data', receive);
  child.stderr.on('data', receive);
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    child,
    output: () => text,
    ended: () => ended,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        changed = () => {
          const match = pattern.exec(text);
          if (match) resolve(match);
        };
        changed();
        void ended.then(() => reject(new Error(`The command ended without ${pattern}:\n${text}`)));
      }),
    stop: async (signal) => {
      child.kill(signal);
      return ended;
    }
  };
}
