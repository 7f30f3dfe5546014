import { closeSync, existsSync, openSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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
  const { paths, values } = optionsAndPaths(args, flags);
  if (paths.length > 1) throw new UsageError(`Too many arguments: ${paths.slice(1).join(' ')}`);
  return { root: resolve(paths[0] ?? '.'), values };
}

export function optionsAndPaths(args: readonly string[], flags: Flags): { paths: readonly string[]; values: Values } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    return { paths: positionals, values: values as Values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The project that paths lie in, and those of them that are parts of it. A part is below the nearest folder with
 * sfdx-project.json; what is below none is taken for a project itself.
 */
export function projectOf(paths: readonly string[]): { root: string; parts: readonly string[] } {
  const found = (paths.length > 0 ? paths : ['.']).map((path) => {
    const absolute = resolve(path);
    return { absolute, root: enclosingProject(absolute) ?? absolute };
  });
  const roots = [...new Set(found.map(({ root }) => root))];
  if (roots.length > 1) throw new UsageError(`One project at a time: ${roots.join(' and ')}`);
  const parts = found.filter(({ absolute, root }) => absolute !== root);
  for (const { absolute } of parts) if (!existsSync(absolute)) throw new UsageError(`${absolute} does not exist`);
  // The project itself beside parts of it is the whole project.
  return { root: roots[0]!, parts: parts.length === found.length ? parts.map(({ absolute }) => absolute) : [] };
}

function enclosingProject(path: string): string | null {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'sfdx-project.json'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** A namespace as the platform registers them; undefined when the option is not given. */
export function namespaceOf(value: string | boolean | undefined): string | undefined {
  const name = text(value);
  if (name && !/^[a-z](?:_?[a-z0-9]){0,14}$/i.test(name)) throw new UsageError(`--namespace takes up to 15 letters and digits: ${name}`);
  return name;
}

/** A file that can be written: better known before the work than after it. */
export function writable(name: string, value: string | boolean | undefined): string | undefined {
  const path = text(value);
  if (path === undefined || path === '-') return path;
  try {
    closeSync(openSync(path, 'a'));
    return path;
  } catch (error) {
    throw new UsageError(`--${name}: ${(error as Error).message}`);
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
