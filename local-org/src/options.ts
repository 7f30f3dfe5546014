import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** The command line makes no sense: the message and the usage are shown, and the exit code is 2. */
export class UsageError extends Error {}

export const OK = 0;
export const FAILED = 1;
export const WRONG_USE = 2;

export type Flags = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Options by name, and the project folder: the one that is named, else the current one. */
export function options(args: readonly string[], flags: Flags): { root: string; values: Values } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    if (positionals.length > 1) throw new UsageError(`Too many arguments: ${positionals.slice(1).join(' ')}`);
    return { root: resolve(positionals[0] ?? '.'), values: values as Values };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `--with a,b` as absolute folders. */
export function folders(list: string | boolean | undefined): string[] {
  return typeof list === 'string' ? list.split(',').map((folder) => resolve(folder.trim())) : [];
}

/** A whole number above zero, or undefined when the option is not given. */
export function count(name: string, value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number <= 0) throw new UsageError(`--${name} takes a positive number: ${String(value)}`);
  return number;
}
