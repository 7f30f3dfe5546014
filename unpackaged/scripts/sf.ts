import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The Salesforce CLI of this repository, run with the Node that runs us. */
export const SF = join(ROOT, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');

/** What the CLI says in JSON: the result, or the sentence that says why there is none. */
export type Answer<T> = { readonly result: T } | { readonly problem: string };

export type Sf = <T>(args: readonly string[]) => Answer<T>;

export const sf: Sf = <T>(args: readonly string[]): Answer<T> => {
  const { stdout, error } = spawnSync(process.execPath, [SF, ...args, '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  });
  if (error) throw error;
  return readAnswer<T>(stdout);
};

/** The CLI may print warnings before its JSON. */
export function readAnswer<T>(stdout: string): Answer<T> {
  const start = stdout.indexOf('{');
  try {
    const answer = JSON.parse(stdout.slice(Math.max(start, 0))) as { status?: number; result?: T; message?: string };
    if (answer.status === 0 && answer.result !== undefined) return { result: answer.result };
    return { problem: answer.message ?? 'The Salesforce CLI failed and did not say why' };
  } catch {
    return { problem: `The Salesforce CLI did not answer in JSON: ${stdout.trim().slice(0, 200) || '(nothing)'}` };
  }
}

/** Rows of a query, or the reason there are none: an object an org does not have is such a reason. */
export function query<T>(run: Sf, org: string, soql: string): Answer<readonly T[]> {
  const answer = run<{ records: readonly T[] }>(['data', 'query', '--query', soql, '--target-org', org]);
  return 'problem' in answer ? answer : { result: answer.result.records };
}

/** A value inside a quoted SOQL text. */
export function quoted(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&')}'`;
}
